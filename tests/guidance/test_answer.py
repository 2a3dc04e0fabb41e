"""A complete answer: the verdict, where it holds, what holds it back, and what comes next (guidance.md, section 3)."""

import datetime as dt

import pytest

from bot.guidance.answer import Answer, answer_asked, answer_day, answer_moment
from bot.guidance.engine import moments
from bot.guidance.prescription import DoseName
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Unknown, Verdict
from tests.guidance.cases import Case, instant_of, situation_of

WORKED_WEEK: Case = {
    "weekly": [
        {"day": "tue", "time": "06:30", "kind": "intervals"},
        {"day": "thu", "time": "06:30", "kind": "tempo"},
        {"day": "sun", "time": "08:00", "kind": "long"},
    ]
}
FREE_WEEK: Case = {"weekly": []}
FLAGGED: Case = {"profile": {"lifting_since": "unknown"}, "red_flags": [{"at": "2026-03-01 20:00"}]}
MONDAY, TUESDAY, THURSDAY = (dt.date(2026, 3, day) for day in (2, 3, 5))


def about_day(case: Case, day: dt.date, thresholds: Thresholds, *, now: str = "2026-03-02 06:00") -> Answer:
    return answer_day(Book(situation_of(case), thresholds), day, now=instant_of(case, now))


def about_moment(case: Case, at: str, thresholds: Thresholds, *, now: str = "2026-03-02 06:00") -> Answer:
    book = Book(situation_of(case), thresholds)
    return answer_moment(book, instant_of(case, at), now=instant_of(case, now))


@pytest.mark.parametrize("of_the_day", [True, False])
def test_red_flag_answer_holds_no_training_content(thresholds: Thresholds, *, of_the_day: bool) -> None:
    day = about_day(FLAGGED, MONDAY, thresholds)
    moment = about_moment(FLAGGED, "2026-03-02 18:00", thresholds)
    answer = day if of_the_day else moment
    assert answer.verdict is Verdict.REFER
    assert (answer.prescription, answer.upcoming, answer.before) == (None, None, None)
    assert (answer.question, answer.changes) == (None, ())


def test_red_flag_that_ended_leaves_an_ordinary_answer(thresholds: Thresholds) -> None:
    cleared = {**FREE_WEEK, "red_flags": [{"at": "2026-03-01 08:00", "ended": "2026-03-01 20:00"}]}
    assert about_day(cleared, MONDAY, thresholds).verdict is Verdict.HEAVY


def test_yes_comes_with_work_and_needs_no_other_window(thresholds: Thresholds) -> None:
    answer = about_day(FREE_WEEK, MONDAY, thresholds)
    assert (answer.verdict, answer.upcoming, answer.question, answer.before) == (Verdict.HEAVY, None, None, None)
    assert answer.prescription is not None
    assert answer.prescription.dose is DoseName.HEAVY
    assert answer.all_day


def test_yes_from_an_hour_on_tells_what_holds_it_back_until_then(thresholds: Thresholds) -> None:
    answer = about_day(WORKED_WEEK, THURSDAY, thresholds, now="2026-03-05 08:00")
    [window] = answer.windows
    assert answer.verdict is Verdict.HEAVY
    assert window.first == instant_of(WORKED_WEEK, "2026-03-05 13:30")
    assert window.last == instant_of(WORKED_WEEK, "2026-03-05 21:00")
    assert (answer.open_start, answer.open_end, answer.all_day) == (False, True, False)
    assert answer.before is not None
    assert answer.before.code == "R70"
    assert answer.decision.at == window.first


def test_yes_until_an_hour_is_open_at_its_start_alone(thresholds: Thresholds) -> None:
    case: Case = {"weekly": [{"day": "wed", "time": "12:00", "kind": "tempo"}]}
    answer = about_day(case, MONDAY, thresholds)
    [window] = answer.windows
    assert (answer.verdict, answer.open_start, answer.open_end) == (Verdict.HEAVY, True, False)
    assert window.last == instant_of(case, "2026-03-02 12:00")


@pytest.mark.parametrize(("now", "all_day"), [("2026-03-02 05:59", False), ("2026-03-02 06:00", True)])
def test_before_six_a_free_day_is_a_yes_from_six_on(now: str, thresholds: Thresholds, *, all_day: bool) -> None:
    answer = about_day(FREE_WEEK, MONDAY, thresholds, now=now)
    assert (answer.open_start, answer.open_end, answer.all_day) == (all_day, True, all_day)
    assert answer.windows[0].first == instant_of(FREE_WEEK, "2026-03-02 06:00")


def test_free_day_that_is_not_today_is_a_yes_all_day(thresholds: Thresholds) -> None:
    assert about_day(FREE_WEEK, TUESDAY, thresholds, now="2026-03-02 05:00").all_day


def test_verdict_with_a_gap_has_two_windows_and_is_not_all_day(thresholds: Thresholds) -> None:
    case: Case = {"weekly": [{"day": "mon", "time": "12:00", "kind": "easy"}]}
    answer = about_day(case, MONDAY, thresholds)
    assert [(window.first, window.last) for window in answer.windows] == [
        (instant_of(case, "2026-03-02 06:00"), instant_of(case, "2026-03-02 11:00")),
        (instant_of(case, "2026-03-02 12:45"), instant_of(case, "2026-03-02 21:00")),
    ]
    assert (answer.open_start, answer.open_end, answer.all_day) == (True, True, False)


def test_no_for_a_day_names_the_first_light_and_the_first_heavy_slot_after_it(thresholds: Thresholds) -> None:
    answer = about_day(WORKED_WEEK, MONDAY, thresholds)
    assert (answer.verdict, answer.prescription) == (Verdict.NO, None)
    assert answer.upcoming is not None
    assert answer.upcoming.light is not None
    assert answer.upcoming.light.at == instant_of(WORKED_WEEK, "2026-03-03 12:00")
    assert answer.upcoming.heavy is not None
    assert answer.upcoming.heavy.at == instant_of(WORKED_WEEK, "2026-03-05 18:00")


def test_light_for_a_day_names_the_first_heavy_slot_alone(thresholds: Thresholds) -> None:
    answer = about_day(WORKED_WEEK, TUESDAY, thresholds)
    assert answer.verdict is Verdict.LIGHT
    assert answer.prescription is not None
    assert answer.upcoming is not None
    assert answer.upcoming.light is None
    assert answer.upcoming.heavy is not None
    assert answer.upcoming.heavy.at == instant_of(WORKED_WEEK, "2026-03-05 18:00")


def test_search_without_a_heavy_slot_names_the_rule_that_holds_them_all(thresholds: Thresholds) -> None:
    new = {**FREE_WEEK, "profile": {"lifting_since": dt.date(2026, 2, 20)}}
    answer = about_day(new, MONDAY, thresholds)
    assert answer.upcoming is not None
    assert (answer.upcoming.heavy, answer.upcoming.light) == (None, None)
    assert answer.upcoming.blocking is not None
    assert answer.upcoming.blocking.code == "R91"


@pytest.mark.parametrize(
    ("km", "heavy"),
    [
        pytest.param(42.2, "2026-03-16 07:00", id="a marathon leaves day 14 free"),
        pytest.param(80.0, None, id="an ultra leaves no day to 14 free"),
    ],
)
def test_search_goes_to_the_end_of_the_fourteenth_day(km: float, heavy: str | None, thresholds: Thresholds) -> None:
    race: Case = {**FREE_WEEK, "races": [{"date": MONDAY, "km": km}]}
    upcoming = about_day(race, MONDAY, thresholds).upcoming
    assert upcoming is not None
    found = None if upcoming.heavy is None else upcoming.heavy.at
    assert found == (None if heavy is None else instant_of(race, heavy))


def test_moment_is_decided_on_its_own(thresholds: Thresholds) -> None:
    answer = about_moment(WORKED_WEEK, "2026-03-05 12:00", thresholds)
    assert (answer.verdict, answer.day, answer.today, answer.asked_now) == (Verdict.LIGHT, THURSDAY, False, False)
    assert answer.moment == answer.decision.at == instant_of(WORKED_WEEK, "2026-03-05 12:00")
    assert (answer.windows, answer.all_day) == ((), False)


def test_what_is_asked_is_an_instant_or_else_the_day(thresholds: Thresholds) -> None:
    book, now = Book(situation_of(FREE_WEEK), thresholds), instant_of(FREE_WEEK, "2026-03-02 06:00")
    at = instant_of(FREE_WEEK, "2026-03-03 12:00")
    assert answer_asked(book, TUESDAY, None, now=now) == answer_day(book, TUESDAY, now=now)
    assert answer_asked(book, TUESDAY, at, now=now) == answer_moment(book, at, now=now)


def test_next_slot_after_a_moment_may_be_on_the_same_day(thresholds: Thresholds) -> None:
    upcoming = about_moment(WORKED_WEEK, "2026-03-05 12:00", thresholds).upcoming
    assert upcoming is not None
    assert upcoming.heavy is not None
    assert upcoming.heavy.at == instant_of(WORKED_WEEK, "2026-03-05 18:00")


def test_slot_that_is_asked_about_is_not_its_own_next_one(thresholds: Thresholds) -> None:
    case: Case = {**FREE_WEEK, "soreness": [{"at": "2026-03-01 18:30", "level": 5}]}
    upcoming = about_moment(case, "2026-03-02 18:00", thresholds).upcoming
    assert upcoming is not None
    assert upcoming.heavy is not None
    assert upcoming.heavy.at == instant_of(case, "2026-03-03 07:00")


@pytest.mark.parametrize(
    ("now", "day", "today"),
    [
        pytest.param("2026-03-02 23:30", MONDAY, True, id="late in the evening"),
        pytest.param("2026-03-03 00:30", TUESDAY, True, id="half past midnight, which is still Monday in UTC"),
        pytest.param("2026-03-03 00:30", MONDAY, False, id="the day that just ended"),
    ],
)
def test_today_is_the_runners_own_day(now: str, day: dt.date, thresholds: Thresholds, *, today: bool) -> None:
    assert about_day({**FREE_WEEK, "zone": "Europe/Berlin"}, day, thresholds, now=now).today is today


def test_now_is_told_apart_from_later_today(thresholds: Thresholds) -> None:
    now, later = (about_moment(FREE_WEEK, f"2026-03-02 {at}", thresholds) for at in ("06:00", "18:00"))
    assert (now.asked_now, now.today) == (True, True)
    assert (later.asked_now, later.today) == (False, True)


def test_after_nine_in_the_evening_only_now_is_left(thresholds: Thresholds) -> None:
    answer = about_day(FREE_WEEK, MONDAY, thresholds, now="2026-03-02 21:07")
    [window] = answer.windows
    assert window.first == window.last == instant_of(FREE_WEEK, "2026-03-02 21:07")
    assert answer.all_day


@pytest.mark.parametrize(
    ("now", "first"), [("05:10", "06:00"), ("06:00", "06:00"), ("06:07", "06:07"), ("20:59", "20:59")]
)
def test_day_begins_now_but_not_before_six(now: str, first: str, thresholds: Thresholds) -> None:
    answer = about_day(FREE_WEEK, MONDAY, thresholds, now=f"2026-03-02 {now}")
    assert answer.windows[0].first == instant_of(FREE_WEEK, f"2026-03-02 {first}")
    assert answer.windows[0].last == instant_of(FREE_WEEK, "2026-03-02 21:00")


def test_clock_that_is_changed_at_noon_still_gives_every_quarter_of_an_hour(thresholds: Thresholds) -> None:
    """New York went from its own noon to standard time, 3 min 58 s back, on 18 November 1883 at 12:03:58."""
    case: Case = {**FREE_WEEK, "zone": "America/New_York"}
    book, day = Book(situation_of(case), thresholds), dt.date(1883, 11, 18)
    local = [at.astimezone(book.zone).time() for at in moments(book, day, now=instant_of(case, "1883-11-17 12:00"))]
    assert local == [dt.time(minute // 60, minute % 60) for minute in range(6 * 60, 21 * 60 + 1, 15)]


def test_day_with_little_known_is_answered_and_asks_one_thing(thresholds: Thresholds) -> None:
    answer = about_day({"profile": {"lifting_since": "unknown", "running_since": "unknown"}}, MONDAY, thresholds)
    assert answer.question is not None
    assert (answer.verdict, answer.question.asks) == (Verdict.LIGHT, Unknown.SCHEDULE)
    assert answer.question.about.code == "R122"
    assert answer.prescription is not None


NOT_OVERRIDABLE = [
    pytest.param({**WORKED_WEEK}, True, id="hard run tomorrow"),
    pytest.param({**WORKED_WEEK, "pain": [{"at": "2026-03-02 04:00", "level": 4}]}, False, id="and pain"),
    pytest.param({**FREE_WEEK, "pain": [{"at": "2026-03-02 04:00", "level": 1}]}, False, id="niggle"),
]


@pytest.mark.parametrize(("case", "overridable"), NOT_OVERRIDABLE)
def test_runner_may_go_on_against_advice_but_not_against_safety(
    case: Case, thresholds: Thresholds, *, overridable: bool
) -> None:
    assert about_day(case, MONDAY, thresholds).decision.overridable is overridable


def test_a_day_names_no_hour_that_overlaps_a_run_where_nobody_asked_for_one(thresholds: Thresholds) -> None:
    week: Case = {
        "weekly": [{"day": "mon", "time": "06:00", "kind": "easy"}, {"day": "tue", "time": "18:00", "kind": "tempo"}]
    }
    day = about_day(week, MONDAY, thresholds, now="2026-03-01 12:00")
    assert day.verdict is Verdict.NO
    assert [finding.code for finding in day.decision.capping] == ["R61"]
    moment = about_moment(week, "2026-03-02 06:00", thresholds, now="2026-03-01 12:00")
    assert "R73" in [finding.code for finding in moment.decision.capping]
