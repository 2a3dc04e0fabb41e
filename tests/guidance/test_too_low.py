"""An estimate that the log itself refutes: sets that make none, and show more than it; worked out by hand.

100 kg for 4 with 2 in reserve make 118.06 kg, so up to 123.97 is within 5 %. 120 kg for 5 with 3 in reserve is r = 8:
Epley 152, Brzycki 148.97.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.too_low import LeftOut, TooLow, too_low
from bot.training.lifts import Exercise, LiftSet
from tests.guidance.cases import Case, instant_of, situation_of

NOW = "2026-03-06 12:00"
EARLIER, DAY, LATER = "2026-02-16 18:00", "2026-02-23 18:00", "2026-03-02 18:00"


def lift(at: str, kg: float | None, reps: int, rir: float | None, **more: Any) -> Case:
    return {"at": at, "sets": [{"reps": reps, "kg": kg, "rir": rir}] * 3, **more}


def shown(lifts: Sequence[Case], thresholds: Thresholds) -> TooLow | None:
    case: Case = {"lifts": lifts}
    return too_low(Book(situation_of(case), thresholds), Exercise.DEADLIFT, at=instant_of(case, NOW))


MADE = lift(DAY, 100.0, 4, 2)


def test_a_set_of_too_many_reps_that_shows_more_is_named_with_its_day(thresholds: Thresholds) -> None:
    assert shown([MADE, lift(LATER, 120.0, 5, 3)], thresholds) == TooLow(
        date=dt.date(2026, 3, 2), work=LiftSet(reps=5, weight_kg=120.0, rir=3), why=LeftOut.REPS
    )


@pytest.mark.parametrize(
    ("other", "why"),
    [
        pytest.param(lift(EARLIER, 120.0, 5, 3), LeftOut.REPS, id="older and heavier"),
        pytest.param(lift(LATER, 95.0, 10, 0), LeftOut.REPS, id="newer and lighter: 126.7"),
        pytest.param(lift(DAY, 95.0, 10, 0), LeftOut.REPS, id="the same day and lighter"),
        pytest.param(lift(EARLIER, 95.0, 10, 0), None, id="older and lighter"),
        pytest.param(lift(LATER, 92.0, 10, 0), None, id="within 5 percent: 122.7"),
        pytest.param(lift(LATER, 80.0, 20, 0), None, id="reps beyond ten tell nothing: 106.7"),
        pytest.param(lift(LATER, 95.0, 7, 3), LeftOut.REPS, id="reps in reserve count"),
        pytest.param(lift(LATER, 105.0, 8, None), LeftOut.REPS, id="too many, and no effort: 131.7"),
        pytest.param(lift(LATER, 122.0, 1, None), LeftOut.EFFORT, id="a single without effort: 124.03"),
        pytest.param(lift(LATER, 121.0, 1, None), None, id="a lighter single without effort: 123.02"),
        pytest.param(lift(LATER, None, 20, 0), None, id="no weight"),
        pytest.param(lift(LATER, 120.0, 5, 3, exercise="trap_bar"), None, id="another exercise"),
        pytest.param(lift("2025-12-12 11:59", 120.0, 5, 3), None, id="more than twelve weeks ago"),
        pytest.param(lift("2025-12-12 12:00", 120.0, 5, 3), LeftOut.REPS, id="exactly twelve weeks ago"),
        pytest.param(lift("2026-03-06 12:01", 120.0, 5, 3), None, id="still to come"),
    ],
)
def test_only_newer_or_heavier_sets_beyond_the_error_show_it(
    other: Case, why: LeftOut | None, thresholds: Thresholds
) -> None:
    found = shown([MADE, other], thresholds)
    assert (None if found is None else found.why) is why


def test_the_newest_of_equal_sets_makes_the_estimate(thresholds: Thresholds) -> None:
    """The lighter set is older than when the same estimate was last seen."""
    lifts = [lift(EARLIER, 100.0, 4, 2), lift("2026-02-20 18:00", 95.0, 10, 0)]
    assert shown(lifts, thresholds) is not None
    assert shown([*lifts, MADE], thresholds) is None


def test_the_clearest_of_several_is_named(thresholds: Thresholds) -> None:
    lifts = [MADE, lift(LATER, 120.0, 5, 3), lift("2026-03-04 18:00", 110.0, 8, None)]
    found = shown(lifts, thresholds)
    assert found is not None
    assert found.work == LiftSet(reps=5, weight_kg=120.0, rir=3)


def test_without_an_estimate_nothing_is_too_low(thresholds: Thresholds) -> None:
    assert shown([lift(LATER, 120.0, 5, 3)], thresholds) is None
