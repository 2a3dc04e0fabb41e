"""The one question: the unknown whose best and worst answers differ most, of equals the lowest code (section 1)."""

import datetime as dt

import pytest

from bot.guidance.asked import Asked
from bot.guidance.day_runs import LAST_OFFSET
from bot.guidance.engine import decide, decide_day, moments
from bot.guidance.rules import RULES
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.unknowns import Question, Reply, question, weigh
from bot.guidance.verdict import Unknown, Verdict
from tests.guidance.cases import Case, instant_of, situation_of

AT = "2026-03-02 18:00"
NOBODY: Case = {"profile": {"lifting_since": "unknown", "running_since": "unknown"}}


def weekly(*runs: Case) -> Case:
    return {"weekly": list(runs)}


def dated(*runs: Case) -> Case:
    return {"dated": list(runs)}


TEMPO_TODAY = {"day": "mon", "kind": "tempo"}
TEMPO_IN_TWO_DAYS = {"day": "wed", "kind": "tempo"}
SOMETHING_TOMORROW = {"day": "tue", "kind": "other"}
UNCLEAR = {"unclear": ["2026-03-02 08:00"]}
NEW_LIFTER = {"profile": {"lifting_since": "unknown"}}

ASKED = [
    pytest.param(NOBODY, "R122", Unknown.SCHEDULE, id="nothing known"),
    pytest.param({**NOBODY, **weekly()}, "R123", Unknown.LIFTING_SINCE, id="only the week known"),
    pytest.param(weekly(TEMPO_TODAY), "R120", Unknown.RUN_TIME, id="hard run today at any time"),
    pytest.param(weekly(TEMPO_IN_TWO_DAYS), "R62", Unknown.RUN_TIME, id="hard run in two days at any time"),
    pytest.param(weekly(SOMETHING_TOMORROW), "R121", Unknown.RUN_KIND, id="some run tomorrow"),
    pytest.param({**weekly(), **UNCLEAR}, "R30", Unknown.UNCLEAR_PAIN, id="pain or tired muscle"),
]


@pytest.mark.parametrize(("case", "code", "asks"), ASKED)
def test_single_unknown_is_asked(case: Case, code: str, asks: Unknown, thresholds: Thresholds) -> None:
    found = asked(case, thresholds)
    assert found is not None
    assert (found.about.code, found.asks) == (code, asks)


COMPETING = [
    # An answer to the other unknown would change nothing while the first one stands.
    pytest.param({**NOBODY, **UNCLEAR}, "R30", id="pain before schedule and experience: both wait for it"),
    pytest.param({**weekly(SOMETHING_TOMORROW), **NEW_LIFTER}, "R121", id="kind (light or no) before experience"),
    pytest.param(weekly(TEMPO_TODAY, SOMETHING_TOMORROW), "R120", id="time of a hard run today before tomorrow's kind"),
    pytest.param(
        weekly(TEMPO_TODAY, TEMPO_IN_TWO_DAYS), "R120", id="the run that makes it a no, although R62 is lower"
    ),
    pytest.param(
        {**NOBODY, **dated({"date": dt.date(2026, 3, 4), "kind": "tempo"})},
        "R122",
        id="schedule before the run in two days",
    ),
    pytest.param(dated({"date": dt.date(2026, 3, 2), "kind": "other"}), "R121", id="equals: the lowest code"),
]


@pytest.mark.parametrize(("case", "code"), COMPETING)
def test_of_several_unknowns_the_one_that_matters_most_is_asked(case: Case, code: str, thresholds: Thresholds) -> None:
    found = asked(case, thresholds)
    assert found is not None
    assert found.about.code == code


SETTLED = [
    pytest.param(weekly(), id="a free week"),
    pytest.param({**weekly(TEMPO_TODAY), "profile": {"run_time": "06:30"}}, id="the usual run time stands in"),
    pytest.param(weekly({"day": "thu", "kind": "tempo"}), id="hard run in three days"),
    pytest.param(weekly({"day": "tue", "kind": "tempo"}), id="hard run tomorrow: no time would help"),
    pytest.param(weekly({"day": "wed", "kind": "other"}), id="some run in two days"),
    pytest.param(
        {"free_days": [{"at": "2026-03-02 08:00", "date": dt.date(2026, 3, 2)}]}, id="no hard or long run soon"
    ),
    pytest.param({**weekly(), "profile": {"running_since": "unknown"}}, id="running experience alone"),
]


@pytest.mark.parametrize("case", SETTLED)
def test_nothing_is_asked_when_no_rule_wants_to_know(case: Case, thresholds: Thresholds) -> None:
    assert asked(case, thresholds) is None


SPREADS = [
    pytest.param(weekly(TEMPO_TODAY), "R120", 2, id="hard run today: no at noon, heavy after one at dawn"),
    pytest.param(weekly(TEMPO_IN_TWO_DAYS), "R62", 1, id="hard run in two days: light, heavy before one at night"),
    pytest.param(weekly(SOMETHING_TOMORROW), "R121", 2, id="some run tomorrow: no or heavy"),
    pytest.param({}, "R122", 2, id="schedule: no or heavy"),
    pytest.param({**weekly(), **NEW_LIFTER}, "R123", 1, id="experience: light or heavy"),
    pytest.param(NOBODY, "R123", 0, id="experience while the schedule holds it at light anyway"),
    pytest.param({**weekly(), **UNCLEAR}, "R30", 2, id="pain: no or heavy"),
    pytest.param({**weekly(), **UNCLEAR, **NEW_LIFTER}, "R30", 1, id="pain: no, or light for want of experience"),
]


@pytest.mark.parametrize(("case", "code", "steps"), SPREADS)
def test_unknown_matters_by_the_steps_between_its_best_and_worst_answer(
    case: Case, code: str, steps: int, thresholds: Thresholds
) -> None:
    book, about = Book(situation_of(case), thresholds), about_moment(case, AT)
    decision = decide(book, instant_of(case, AT))
    [finding] = [one for one in decision.findings if one.code == code]
    assert finding.asks is not None
    assert weigh(book, about, finding.asks, finding, now=decision.verdict).spread == steps


def test_time_of_a_hard_run_in_two_days_is_asked_even_where_seven_in_the_morning_holds_nothing_back(
    thresholds: Thresholds,
) -> None:
    found = asked(weekly(TEMPO_IN_TWO_DAYS), thresholds, at="2026-03-02 06:30")
    assert found is not None
    assert found.asks is Unknown.RUN_TIME


HILLS_YESTERDAY = {"day": "sun", "time": "08:00", "kind": "easy", "hilly": True}
TEMPO_THIS_MORNING = {"day": "mon", "time": "13:00", "kind": "tempo"}
BEHIND = [
    pytest.param(weekly(HILLS_YESTERDAY), "R72", Verdict.HEAVY, Verdict.LIGHT, id="hills yesterday"),
    pytest.param(weekly(TEMPO_THIS_MORNING), "R70", Verdict.HEAVY, Verdict.LIGHT, id="tempo earlier today"),
    pytest.param(
        weekly({"day": "mon", "time": "07:00", "kind": "long"}), "R71", Verdict.HEAVY, Verdict.NO, id="long run today"
    ),
]


@pytest.mark.parametrize(("case", "code", "skipped", "ran"), BEHIND)
def test_planned_run_behind_is_asked_about_with_what_each_answer_gives(
    case: Case, code: str, skipped: Verdict, ran: Verdict, thresholds: Thresholds
) -> None:
    found = asked(case, thresholds)
    assert found is not None
    assert (found.asks, found.about.code) == (Unknown.RUN_DONE, code)
    assert (found.best, found.best_reply, found.worst, found.worst_reply) == (
        skipped,
        Reply(word="skipped"),
        ran,
        Reply(word="ran"),
    )


NOT_IN_DOUBT = [
    pytest.param(
        {
            **weekly(),
            **dated({"date": dt.date(2026, 3, 1), "time": "08:00", "kind": "easy", "hilly": True, "done": True}),
        },
        AT,
        id="the runner said that it was run",
    ),
    pytest.param(weekly(TEMPO_THIS_MORNING), "2026-03-02 13:59", id="the run is not over yet"),
    pytest.param(weekly({"day": "sun", "time": "16:00", "kind": "tempo"}), AT, id="it holds nothing back"),
]


@pytest.mark.parametrize(("case", "now"), NOT_IN_DOUBT)
def test_run_behind_is_not_asked_about_where_it_is_known_or_does_not_matter(
    case: Case, now: str, thresholds: Thresholds
) -> None:
    assert asked(case, thresholds, now=now) is None


TUESDAY_EVENING = "2026-03-03 18:00"
HILLS_ON_MONDAY = weekly({"day": "mon", "kind": "easy", "hilly": True})
OVER_BY_NOW = [
    pytest.param(weekly(TEMPO_THIS_MORNING), AT, "2026-03-02 13:59", False, id="a minute before its end"),
    pytest.param(weekly(TEMPO_THIS_MORNING), AT, "2026-03-02 14:00", True, id="it ends now"),
    pytest.param(HILLS_ON_MONDAY, TUESDAY_EVENING, "2026-03-02 23:59", False, id="today at an unknown time: may come"),
    pytest.param(HILLS_ON_MONDAY, TUESDAY_EVENING, "2026-03-03 00:00", True, id="yesterday at an unknown time"),
]


@pytest.mark.parametrize(("case", "at", "now", "is_over"), OVER_BY_NOW)
def test_run_is_asked_about_once_it_must_be_over(
    case: Case, at: str, now: str, thresholds: Thresholds, *, is_over: bool
) -> None:
    found = asked(case, thresholds, at=at, now=now)
    assert (None if found is None else found.asks) is (Unknown.RUN_DONE if is_over else None)


def test_question_about_a_day_weighs_the_answers_for_all_of_it(thresholds: Thresholds) -> None:
    case = weekly(TEMPO_TODAY)
    book, now = Book(situation_of(case), thresholds), instant_of(case, "2026-03-02 06:00")
    day = dt.date(2026, 3, 2)
    found = question(book, Asked(day=day, now=now), decide_day(book, day, now=now).best)
    assert found is not None
    # A run before dawn leaves the whole day from 07:00 on heavy; one at noon leaves the early morning and the evening.
    assert (found.asks, found.best, found.worst) == (Unknown.RUN_TIME, Verdict.HEAVY, Verdict.LIGHT)


def about_moment(case: Case, at: str, now: str | None = None) -> Asked:
    moment = instant_of(case, at)
    return Asked(day=dt.date.fromisoformat(at[:10]), now=instant_of(case, now or at), at=moment)


def asked(case: Case, thresholds: Thresholds, at: str = AT, now: str | None = None) -> Question | None:
    book = Book(situation_of(case), thresholds)
    return question(book, about_moment(case, at, now), decide(book, instant_of(case, at)))


def test_run_two_days_ahead_is_read_by_one_rule_alone_which_never_says_no(thresholds: Thresholds) -> None:
    """What is asked about such a run relies on it."""
    assert [rule.code for rule in RULES if any(offset == LAST_OFFSET for offset, _ in rule.runs)] == ["R62"]
    book = Book(situation_of(weekly(TEMPO_IN_TWO_DAYS)), thresholds)
    caps = {
        decide(book, at).verdict for at in moments(book, dt.date(2026, 3, 2), now=instant_of({}, "2026-03-01 12:00"))
    }
    assert caps == {Verdict.LIGHT, Verdict.HEAVY}
