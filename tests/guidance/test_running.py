"""Running after lifting, worked out by hand from the document (guidance.md, section 3)."""

import datetime as dt

import pytest

from bot.guidance.running import Clash, RunAdvice, after_lift
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from tests.guidance.cases import Case, instant_of, situation_of

LIFT = "2026-03-02 07:00"
"""Monday; the lift is over at 08:00."""


def advise(case: Case, thresholds: Thresholds, *, heavy: bool, now: str = LIFT) -> RunAdvice:
    book = Book(situation_of(case), thresholds)
    return after_lift(book, lift_at=instant_of(case, LIFT), heavy=heavy, now=instant_of(case, now))


def test_heavy_lift_has_three_24_and_48_hours(thresholds: Thresholds) -> None:
    advice = advise({"weekly": []}, thresholds, heavy=True)
    assert advice.apart_from == instant_of({}, "2026-03-02 11:00")
    assert advice.steady_from == instant_of({}, "2026-03-03 07:00")
    assert advice.quality_from == instant_of({}, "2026-03-04 07:00")
    assert advice.quality_same_day_from is None


def test_light_lift_lets_quality_in_six_hours_after_its_end_and_not_the_next_day(thresholds: Thresholds) -> None:
    advice = advise({"weekly": []}, thresholds, heavy=False)
    assert advice.quality_same_day_from == instant_of({}, "2026-03-02 14:00")
    assert advice.quality_from == instant_of({}, "2026-03-04 00:00")


def test_longest_is_eighty_percent_of_the_longest_of_28_days(thresholds: Thresholds) -> None:
    case: Case = {
        "weekly": [],
        "dated": [
            {"date": day, "kind": "easy", "km": km}
            for day, km in (
                (instant_of({}, f"{said} 12:00").date(), km)
                for said, km in (
                    ("2026-02-02", 20.0),  # 28 days before
                    ("2026-02-01", 30.0),  # 29 days before: does not count
                )
            )
        ],
    }
    assert advise(case, thresholds, heavy=True).longest_km == pytest.approx(16.0)


def planned(day: str, time: str, kind: str, **more: object) -> Case:
    return {"day": day, "time": time, "kind": kind, **more}


CLASHES = [
    pytest.param(planned("tue", "18:00", "tempo"), True, Clash.QUALITY_SOON, id="tempo the next day"),
    pytest.param(planned("wed", "06:59", "tempo"), True, Clash.QUALITY_SOON, id="tempo a minute before 48 h"),
    pytest.param(planned("wed", "07:00", "tempo"), True, None, id="tempo after exactly 48 h"),
    pytest.param(planned("tue", "06:59", "steady"), True, Clash.STEADY_SOON, id="steady a minute before 24 h"),
    pytest.param(planned("tue", "07:00", "steady"), True, None, id="steady after exactly 24 h"),
    pytest.param(planned("mon", "18:00", "long"), True, Clash.LONG_SAME_DAY, id="long run the same day"),
    pytest.param(planned("mon", "18:00", "long"), False, Clash.LONG_SAME_DAY, id="long run the same day, light"),
    pytest.param(planned("tue", "18:00", "easy", hilly=True), True, Clash.DESCENTS, id="long descents the next day"),
    pytest.param(planned("tue", "18:00", "easy", minutes=46.0), True, Clash.TOO_LONG, id="easy 46 min the next day"),
    pytest.param(planned("tue", "18:00", "easy", minutes=45.0), True, None, id="easy 45 min the next day"),
    pytest.param(
        planned("tue", "18:00", "long"), True, Clash.TOO_LONG, id="long run the next day, 120 min unless said"
    ),
    pytest.param({"day": "tue", "kind": "steady"}, True, Clash.STEADY_SOON, id="steady the next day at any time"),
    pytest.param({"day": "wed", "kind": "steady"}, True, None, id="steady in two days at any time"),
    pytest.param(planned("mon", "13:59", "tempo"), False, Clash.QUALITY_SOON, id="light: a minute before 6 h"),
    pytest.param(planned("mon", "14:00", "tempo"), False, None, id="light: exactly 6 h after its end"),
    pytest.param(planned("tue", "18:00", "tempo"), False, Clash.QUALITY_SOON, id="light: not the next day"),
    pytest.param(planned("wed", "06:00", "tempo"), False, None, id="light: the second day"),
    pytest.param(planned("tue", "18:00", "steady"), False, None, id="light: steady the next day"),
]


@pytest.mark.parametrize(("run", "heavy", "clash"), CLASHES)
def test_planned_run_is_held_against_the_limits(
    run: Case, clash: Clash | None, thresholds: Thresholds, *, heavy: bool
) -> None:
    advice = advise({"weekly": [run]}, thresholds, heavy=heavy)
    assert [one.clash for one in advice.conflicts] == ([] if clash is None else [clash])


@pytest.mark.parametrize(
    ("time", "minutes", "clash"),
    [
        pytest.param("08:59", 31.0, Clash.TOO_LONG, id="31 min within the hour"),
        pytest.param("08:59", 30.0, None, id="30 min within the hour"),
        pytest.param("09:00", 31.0, None, id="31 min after exactly an hour"),
    ],
)
def test_run_within_an_hour_of_a_heavy_lift_takes_half_an_hour_at_most(
    time: str, minutes: float, clash: Clash | None, thresholds: Thresholds
) -> None:
    day = instant_of({}, f"{LIFT[:10]} 12:00").date()
    run = {"date": day, "time": time, "kind": "easy", "minutes": minutes}
    advice = advise({"weekly": [], "dated": [run]}, thresholds, heavy=True)
    assert [one.clash for one in advice.conflicts] == ([] if clash is None else [clash])


@pytest.mark.parametrize(
    ("level", "shorter", "walk"), [(3, False, False), (4, True, False), (6, True, False), (7, False, True)]
)
def test_soreness_shortens_and_then_walks(level: int, thresholds: Thresholds, *, shorter: bool, walk: bool) -> None:
    advice = advise({"weekly": [], "soreness": [{"at": LIFT, "level": level}]}, thresholds, heavy=True)
    assert (advice.shorter, advice.walk) == (shorter, walk)


@pytest.mark.parametrize(
    ("since", "experienced"), [("2026-01-05", True), ("2026-01-06", False)], ids=["exactly 8 weeks", "a day less"]
)
def test_strides_are_for_the_experienced(since: str, thresholds: Thresholds, *, experienced: bool) -> None:
    case: Case = {"weekly": [], "profile": {"lifting_since": instant_of({}, f"{since} 12:00").date()}}
    assert advise(case, thresholds, heavy=True).experienced is experienced


def clashes(case: Case, thresholds: Thresholds, *, now: str = LIFT) -> list[Clash]:
    return [one.clash for one in advise(case, thresholds, heavy=True, now=now).conflicts]


SORE_LATER = [
    # R80: a report of 4 to 6 counts for 24 h, one of 7 to 10 for 48 h, and ends at exactly that.
    pytest.param(6, "2026-03-03 06:59", (True, False), id="6 of 10, a minute before 24 h"),
    pytest.param(6, "2026-03-03 07:00", (False, False), id="6 of 10, exactly 24 h ago"),
    pytest.param(7, "2026-03-03 07:00", (False, True), id="7 of 10, 24 h ago"),
    pytest.param(7, "2026-03-04 06:59", (False, True), id="7 of 10, a minute before 48 h"),
    pytest.param(7, "2026-03-04 07:00", (False, False), id="7 of 10, exactly 48 h ago"),
]


@pytest.mark.parametrize(("level", "now", "expected"), SORE_LATER)
def test_soreness_stops_mattering_when_its_report_ends(
    level: int, now: str, expected: tuple[bool, bool], thresholds: Thresholds
) -> None:
    advice = advise({"weekly": [], "soreness": [{"at": LIFT, "level": level}]}, thresholds, heavy=True, now=now)
    assert (advice.shorter, advice.walk) == expected


TEMPO_TUESDAY = {"weekly": [planned("tue", "06:00", "tempo")]}
TEMPO_TUESDAY_UNTIMED: Case = {"weekly": [{"day": "tue", "kind": "tempo"}]}
STILL_AHEAD = [
    pytest.param(TEMPO_TUESDAY, "2026-03-03 05:59", True, id="a minute before its start"),
    pytest.param(TEMPO_TUESDAY, "2026-03-03 06:00", True, id="it starts now"),
    pytest.param(TEMPO_TUESDAY, "2026-03-03 06:01", False, id="it started a minute ago"),
    pytest.param(TEMPO_TUESDAY_UNTIMED, "2026-03-02 23:59", True, id="tomorrow at an unknown time"),
    pytest.param(TEMPO_TUESDAY_UNTIMED, "2026-03-03 18:00", True, id="today at an unknown time"),
    pytest.param(TEMPO_TUESDAY_UNTIMED, "2026-03-04 00:00", False, id="yesterday at an unknown time"),
]


@pytest.mark.parametrize(("case", "now", "ahead"), STILL_AHEAD)
def test_planned_run_is_warned_about_until_it_has_begun(
    case: Case, now: str, thresholds: Thresholds, *, ahead: bool
) -> None:
    assert clashes(case, thresholds, now=now) == ([Clash.QUALITY_SOON] if ahead else [])


def test_run_before_the_lift_on_its_day_is_no_conflict(thresholds: Thresholds) -> None:
    case: Case = {"weekly": [planned("mon", "05:00", "tempo")]}
    assert clashes(case, thresholds, now="2026-03-02 04:00") == []


@pytest.mark.parametrize(
    ("case", "hours"),
    [
        pytest.param(TEMPO_TUESDAY, 23.0, id="from 07:00 to 06:00 the next day"),
        pytest.param(TEMPO_TUESDAY_UNTIMED, None, id="unknown time"),
    ],
)
def test_conflict_tells_the_hours_from_the_lift_where_they_are_known(
    case: Case, hours: float | None, thresholds: Thresholds
) -> None:
    [conflict] = advise(case, thresholds, heavy=True).conflicts
    assert conflict.hours == hours


def test_steady_run_later_that_day_at_an_unknown_time_comes_before_24_hours(thresholds: Thresholds) -> None:
    assert clashes({"weekly": [{"day": "mon", "kind": "steady"}]}, thresholds) == [Clash.STEADY_SOON]


TEN_KM, FIFTY_MIN = {"km": 10.0}, {"minutes": 50.0}
EIGHTY_PERCENT = [
    pytest.param(TEN_KM, {"km": 8.0}, None, id="8 of 10 km"),
    pytest.param(TEN_KM, {"km": 8.1}, Clash.TOO_LONG, id="8.1 of 10 km"),
    pytest.param(FIFTY_MIN, {"minutes": 40.0}, None, id="40 of 50 min"),
    pytest.param(FIFTY_MIN, {"minutes": 41.0}, Clash.TOO_LONG, id="41 of 50 min"),
    pytest.param(TEN_KM, {"minutes": 55.0}, None, id="minutes beside kilometres"),
    pytest.param(FIFTY_MIN, {"km": 12.0}, None, id="kilometres beside minutes"),
    pytest.param({**TEN_KM, **FIFTY_MIN}, {}, None, id="a run whose length was not said"),
    pytest.param({**TEN_KM, **FIFTY_MIN}, {"km": 8.0, "minutes": 41.0}, Clash.TOO_LONG, id="only the minutes are over"),
    pytest.param({**TEN_KM, **FIFTY_MIN}, {"km": 8.1, "minutes": 40.0}, Clash.TOO_LONG, id="only the distance is over"),
]


@pytest.mark.parametrize(("longest", "today", "clash"), EIGHTY_PERCENT)
def test_run_on_the_lifts_day_is_held_against_eighty_percent_of_the_longest(
    longest: Case, today: Case, clash: Clash | None, thresholds: Thresholds
) -> None:
    last_week = {"date": dt.date(2026, 2, 24), "time": "18:00", "kind": "easy", **longest}
    lift_day = {"date": dt.date(2026, 3, 2), "time": "18:00", "kind": "easy", **today}
    assert clashes({"weekly": [], "dated": [last_week, lift_day]}, thresholds) == ([] if clash is None else [clash])
