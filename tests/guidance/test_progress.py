"""Progress from the log (guidance.md, sections 1 and 5; issue "Progress"); every expected value is worked out by hand.

100 kg for 4 with 2 in reserve is r = 6: Epley 100 x 1.2 = 120, Brzycki 3600 / 31 = 116.129, and 118.0645 in the mean.
So an e1RM is 1.180645 times the weight of such a set.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from bot.guidance.maxima import Missing
from bot.guidance.progress import Progress, progress
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.training.lifts import Exercise, LiftSet
from bot.training.profile import Phase
from tests.guidance.cases import Case, instant_of, situation_of

FACTOR = 1.1806452
FRIDAY = dt.date(2026, 3, 6)
MONDAY = dt.date(2026, 3, 2)


def lift(at: str, kg: float | None = 100.0, *, exercise: str = "deadlift", **more: Any) -> Case:
    """Return three sets of four, two in reserve unless it is said otherwise."""
    one = {"reps": 4, "kg": kg, "rir": 2, **more}
    return {"at": at, "exercise": exercise, "sets": [one] * 3}


def shown(
    lifts: Sequence[Case],
    thresholds: Thresholds,
    *,
    exercise: Exercise | None = None,
    now: str = "2026-03-06 12:00",
    **case: Any,
) -> Progress:
    """Return the progress on Friday noon in Berlin."""
    told = {"lifts": lifts, **case}
    book = Book(situation_of(told), thresholds)
    found = progress(book, now=instant_of(told, now), exercise=exercise)
    assert found is not None
    return found


def test_without_a_deadlift_there_is_no_progress(thresholds: Thresholds) -> None:
    case: Case = {"lifts": [lift("2026-03-02 18:00", exercise="squat")]}
    assert progress(Book(situation_of(case), thresholds), now=instant_of(case, "2026-03-06 12:00")) is None


def test_an_exercise_that_was_never_logged_has_none(thresholds: Thresholds) -> None:
    case: Case = {"lifts": [lift("2026-03-02 18:00")]}
    book = Book(situation_of(case), thresholds)
    assert progress(book, now=instant_of(case, "2026-03-06 12:00"), exercise=Exercise.SUMO) is None


def test_each_local_day_has_one_point_its_best(thresholds: Thresholds) -> None:
    lifts = [
        lift("2026-03-02 07:00", 95.0),
        lift("2026-03-02 18:00", 100.0),
        lift("2026-02-23 18:00", 90.0),
        lift("2026-03-04 18:00", 120.0, rir=None),
    ]
    points = shown(lifts, thresholds).strength.points
    assert [(point.date, round(point.kg, 2)) for point in points] == [
        (dt.date(2026, 2, 23), round(90 * FACTOR, 2)),
        (dt.date(2026, 3, 2), round(100 * FACTOR, 2)),
    ]


def test_the_current_value_is_the_best_of_twelve_weeks(thresholds: Thresholds) -> None:
    """Twelve weeks before Friday noon is Friday, 12 December, at noon; one minute earlier is too long ago."""
    lifts = [lift("2025-12-12 11:59", 130.0), lift("2025-12-12 12:00", 110.0), lift("2026-03-02 18:00", 100.0)]
    strength = shown(lifts, thresholds).strength
    assert strength.current_kg == pytest.approx(110 * FACTOR)
    assert (strength.weeks, strength.error) == (12, 0.05)


def test_the_main_exercise_has_the_most_days_with_an_estimate(thresholds: Thresholds) -> None:
    lifts = [
        *(lift(f"2026-03-0{day} 18:00", exercise="trap_bar", rir=None) for day in (1, 2, 3, 4)),
        lift("2026-02-20 18:00"),
        lift("2026-02-24 18:00"),
        lift("2026-02-25 18:00", exercise="romanian"),
        lift("2026-02-25 19:00", exercise="romanian"),
    ]
    found = shown(lifts, thresholds)
    assert found.strength.exercise is Exercise.DEADLIFT
    assert found.others == (Exercise.TRAP_BAR, Exercise.ROMANIAN)


def test_another_exercise_can_be_chosen(thresholds: Thresholds) -> None:
    lifts = [lift("2026-03-02 18:00"), lift("2026-03-04 18:00", 140.0, exercise="trap_bar")]
    found = shown(lifts, thresholds, exercise=Exercise.TRAP_BAR)
    assert found.strength.current_kg == pytest.approx(140 * FACTOR)
    assert found.others == (Exercise.DEADLIFT,)


@pytest.mark.parametrize(
    ("kg", "clear"),
    [
        pytest.param(105.0, False, id="exactly 5 percent up"),
        pytest.param(105.5, True, id="more than 5 percent up"),
        pytest.param(95.0, False, id="exactly 5 percent down"),
        pytest.param(94.5, True, id="more than 5 percent down"),
        pytest.param(100.0, False, id="the same"),
    ],
)
def test_a_change_within_the_error_is_no_clear_one(kg: float, thresholds: Thresholds, *, clear: bool) -> None:
    """The set of 13 weeks ago counts for both times looked back to, and no longer for now."""
    lifts = [lift("2025-12-05 12:00", 100.0), lift("2026-03-02 18:00", kg)]
    changes = shown(lifts, thresholds).strength.changes
    assert [(one.weeks, one.is_clear, round(one.share, 3)) for one in changes] == [
        (4, clear, round(kg / 100 - 1, 3)),
        (12, clear, round(kg / 100 - 1, 3)),
    ]


def test_nothing_is_compared_with_weeks_that_have_no_estimate(thresholds: Thresholds) -> None:
    """Four weeks before Friday noon is 6 February, noon."""
    after = shown([lift("2026-02-06 12:01"), lift("2026-03-02 18:00")], thresholds)
    at = shown([lift("2026-02-06 12:00"), lift("2026-03-02 18:00")], thresholds)
    assert after.strength.changes == ()
    assert [one.weeks for one in at.strength.changes] == [4]


def test_best_and_heaviest_set_are_told_with_their_days(thresholds: Thresholds) -> None:
    """120 kg for 1 with 1 in reserve is r = 2: about 126; 110 kg for 4 with 2 is about 130."""
    lifts = [lift("2026-01-05 18:00", 110.0), lift("2026-01-12 18:00", 120.0, reps=1, rir=1), lift("2026-03-02 18:00")]
    strength = shown(lifts, thresholds).strength
    assert strength.strongest is not None
    assert strength.heaviest is not None
    assert (strength.strongest.done.date, strength.strongest.done.work) == (
        dt.date(2026, 1, 5),
        LiftSet(reps=4, weight_kg=110.0, rir=2),
    )
    assert (strength.heaviest.done.date, strength.heaviest.done.work.weight_kg) == (dt.date(2026, 1, 12), 120.0)


def test_of_equal_weights_the_most_repetitions_are_the_heaviest_and_of_equal_sets_the_first(
    thresholds: Thresholds,
) -> None:
    lifts = [
        lift("2026-01-05 18:00", reps=3),
        lift("2026-01-12 18:00", reps=5),
        lift("2026-01-19 18:00", reps=5),
    ]
    heaviest = shown(lifts, thresholds).strength.heaviest
    assert heaviest is not None
    assert (heaviest.done.date, heaviest.done.work.reps) == (dt.date(2026, 1, 12), 5)


@pytest.mark.parametrize(
    ("earlier", "day", "kg", "new"),
    [
        pytest.param("2026-02-06", "2026-03-02", 106.0, (True, True), id="clearly more"),
        pytest.param("2026-02-06", "2026-03-02", 105.0, (False, True), id="more, but the estimate within the error"),
        pytest.param("2026-02-06", "2026-03-02", 100.0, (False, False), id="the same"),
        pytest.param("2026-01-01", "2026-02-06", 106.0, (False, False), id="28 days ago"),
        pytest.param("2026-01-01", "2026-02-07", 106.0, (True, True), id="27 days ago"),
        pytest.param("2026-02-07", "2026-03-02", 106.0, (False, False), id="nothing older to beat"),
    ],
)
def test_a_new_best_is_of_the_last_four_weeks(
    earlier: str, day: str, kg: float, new: tuple[bool, bool], thresholds: Thresholds
) -> None:
    """The heaviest set is a fact; the highest estimate is new only when it is clearly higher."""
    strength = shown([lift(f"{earlier} 18:00"), lift(f"{day} 18:00", kg)], thresholds).strength
    assert strength.strongest is not None
    assert strength.heaviest is not None
    assert (strength.strongest.is_new, strength.heaviest.is_new) == new


@pytest.mark.parametrize(
    ("sets", "why"),
    [
        pytest.param([{"reps": 4, "kg": 100.0}], Missing.EFFORT, id="no effort"),
        pytest.param([{"reps": 4, "rir": 2}], Missing.WEIGHT, id="no weight"),
        pytest.param([{"reps": 5, "kg": 100.0, "rir": 2}], Missing.REPS, id="seven with those in reserve"),
        pytest.param([{"reps": 8, "kg": 60.0, "rir": 2}, {"reps": 4, "kg": 100.0}], Missing.EFFORT, id="both"),
        pytest.param([{"reps": 4, "kg": 100.0, "rir": 2}], None, id="an estimate"),
    ],
)
def test_it_is_known_why_there_is_no_estimate(sets: list[Case], why: Missing | None, thresholds: Thresholds) -> None:
    assert shown([{"at": "2026-03-02 18:00", "sets": sets}], thresholds).strength.missing is why


def test_an_old_estimate_is_no_current_one_and_not_missing(thresholds: Thresholds) -> None:
    strength = shown([lift("2025-10-01 18:00")], thresholds).strength
    assert (strength.current_kg, strength.missing, len(strength.points)) == (None, None, 1)


def test_a_lift_to_come_counts_for_nothing(thresholds: Thresholds) -> None:
    found = shown([lift("2026-03-02 18:00"), lift("2026-03-07 18:00", 200.0)], thresholds)
    assert found.strength.heaviest is not None
    assert (found.strength.heaviest.done.work.weight_kg, found.week.all.sets, found.week.days) == (100.0, 3, 1)


def test_weeks_hold_the_work_of_all_variations_heavy_and_light_days_apart(thresholds: Thresholds) -> None:
    """Squats are no deadlift. A day with anything heavy is a heavy day with all of its work."""
    lifts = [
        {"at": "2026-03-02 18:00", "sets": [{"reps": 4, "kg": 100.0, "rir": 1}] * 3},
        {"at": "2026-03-02 18:30", "exercise": "swing", "sets": [{"reps": 10, "kg": 24.0}]},
        {"at": "2026-03-05 18:00", "exercise": "trap_bar", "sets": [{"reps": 5, "kg": 60.0, "rir": 5}] * 2},
        {"at": "2026-03-05 18:00", "exercise": "squat", "sets": [{"reps": 5, "kg": 80.0, "rir": 1}]},
    ]
    week = shown(lifts, thresholds).week
    assert (week.heavy.sets, week.heavy.reps, week.heavy.kg) == (4, 22, 1440.0)
    assert (week.light.sets, week.light.reps, week.light.kg) == (2, 10, 600.0)
    assert (week.heavy_days, week.light_days, week.all.kg) == (1, 1, 2040.0)


def test_twelve_iso_weeks_are_shown_the_running_one_last(thresholds: Thresholds) -> None:
    lifts = [lift("2025-12-15 00:00"), lift("2025-12-14 23:59"), lift("2026-03-01 23:59")]
    weeks = shown(lifts, thresholds).weeks
    assert [week.monday for week in weeks] == [MONDAY - dt.timedelta(weeks=back) for back in range(11, -1, -1)]
    assert [week.days for week in weeks] == [1, *[0] * 9, 1, 0]
    assert [week.all.sets for week in weeks] == [3, *[0] * 9, 3, 0]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Marquesas"])
def test_half_past_eleven_on_sunday_night_belongs_to_the_week_that_ends(zone: str, thresholds: Thresholds) -> None:
    found = shown([lift("2026-03-01 23:30")], thresholds, zone=zone)
    assert [week.days for week in found.weeks[-2:]] == [1, 0]
    assert found.strength.points[0].date == dt.date(2026, 3, 1)


def test_a_usual_week_is_the_median_of_those_with_lifts_before_this_one(thresholds: Thresholds) -> None:
    """Three sets of four at 100, 110 and 150 kg are 1,200, 1,320 and 1,800 kg; nobody is asked about empty weeks."""
    lifts = [
        lift("2026-01-05 18:00", 150.0),
        lift("2026-01-26 18:00", 100.0),
        lift("2026-02-23 18:00", 110.0),
        lift("2026-03-02 18:00", 300.0),
    ]
    assert shown(lifts, thresholds).usual_kg == 1320.0
    assert shown(lifts[1:], thresholds).usual_kg is None


def test_balance_counts_heavy_and_light_days_of_four_and_twelve_weeks(thresholds: Thresholds) -> None:
    lifts = [
        {"at": "2025-12-15 18:00", "called": "heavy"},
        {"at": "2026-02-08 18:00", "called": "light"},
        {"at": "2026-02-09 18:00", "called": "heavy"},
        {"at": "2026-02-11 18:00", "called": "light"},
        {"at": "2026-03-02 18:00", "called": "heavy"},
        {"at": "2026-03-02 19:00", "called": "light"},
    ]
    found = shown(lifts, thresholds)
    assert (found.recent.weeks, found.recent.heavy, found.recent.light) == (4, 2, 1)
    assert (found.long.weeks, found.long.heavy, found.long.light) == (12, 3, 2)


@pytest.mark.parametrize(("phase", "count"), [("base", 2), ("build", 1), ("peak", 1), ("taper", 0), ("recovery", 0)])
def test_the_phase_says_how_many_heavy_days_a_week_there_is_room_for(
    phase: str, count: int, thresholds: Thresholds
) -> None:
    """R53 holds one heavy a week, in base a second (R52: two lifts); R100 keeps taper and recovery light."""
    found = shown([lift("2026-03-02 18:00")], thresholds, profile={"phase": phase})
    assert (found.phase, found.heavy_a_week) == (Phase(phase), count)
