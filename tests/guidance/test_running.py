"""Running after lifting, worked out by hand from the document (guidance.md, section 3)."""

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
