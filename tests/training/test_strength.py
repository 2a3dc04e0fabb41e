"""Strength from the log: estimates worked out by hand, heavy or light, sessions by day (guidance.md, section 1)."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

import pytest

from bot.guidance.thresholds import Thresholds
from bot.training.lifts import Called, Exercise, Lift, LiftSet
from bot.training.strength import Estimates, LiftDay, LiftLog, StrengthLimits, is_heavy, recent_from, set_e1rm

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
NINETY = LiftSet(reps=3, weight_kg=90, rir=2)


@pytest.fixture
def limits(thresholds: Thresholds) -> StrengthLimits:
    """Return the limits as shipped."""
    return thresholds.strength


def lift(
    *sets: LiftSet, at: dt.datetime = NOON, of: Exercise = Exercise.DEADLIFT, called: Called | None = None
) -> Lift:
    return Lift(at=at, exercise=of, sets=sets, called=called)


def days_ago(days: float) -> dt.datetime:
    return NOON - dt.timedelta(days=days)


def days_of(lifts: Iterable[Lift], zone: str, limits: StrengthLimits) -> tuple[LiftDay, ...]:
    known = tuple(lifts)
    log = LiftLog(known, ZoneInfo(zone), limits)
    dates = sorted({one.at.astimezone(ZoneInfo(zone)).date() for one in known})
    return tuple(day for date in dates if (day := log.on(date)) is not None)


BY_HAND = [
    # Epley and Brzycki over r = reps + reps in reserve, then their mean.
    pytest.param(LiftSet(reps=3, weight_kg=90, rir=2), (105 + 101.25) / 2, id="r 5: 90 × 7/6 and 90 × 36/32"),
    pytest.param(LiftSet(reps=4, weight_kg=124, rir=2), (148.8 + 144) / 2, id="r 6: 124 × 1.2 and 124 × 36/31"),
    pytest.param(LiftSet(reps=6, weight_kg=124, rir=0), (148.8 + 144) / 2, id="r 6 to the last repetition"),
    pytest.param(LiftSet(reps=1, weight_kg=150, rir=0), (155 + 150) / 2, id="r 1: 150 × 31/30 and 150"),
    pytest.param(LiftSet(reps=3, weight_kg=102, rir=1.5), (117.3 + 3672 / 32.5) / 2, id="r 4.5: half a repetition"),
]


@pytest.mark.parametrize(("work", "expected"), BY_HAND)
def test_estimate_is_the_mean_of_epley_and_brzycki(work: LiftSet, expected: float, limits: StrengthLimits) -> None:
    assert set_e1rm(work, limits) == pytest.approx(expected)


NO_ESTIMATE = [
    pytest.param(LiftSet(reps=4, weight_kg=100), id="effort not said"),
    pytest.param(LiftSet(reps=4, rir=2), id="weight not said"),
    pytest.param(LiftSet(reps=5, weight_kg=100, rir=2), id="seven repetitions in all"),
]


@pytest.mark.parametrize("work", NO_ESTIMATE)
def test_set_makes_no_estimate(work: LiftSet, limits: StrengthLimits) -> None:
    assert set_e1rm(work, limits) is None


def test_best_set_of_the_exercise_counts(limits: StrengthLimits) -> None:
    weaker, best = LiftSet(reps=3, weight_kg=80, rir=2), LiftSet(reps=3, weight_kg=90, rir=2)
    lifts = [lift(best, weaker), lift(LiftSet(reps=1, weight_kg=200, rir=0), of=Exercise.TRAP_BAR)]
    assert Estimates(lifts, limits).best(Exercise.DEADLIFT, NOON) == pytest.approx(103.125)


@pytest.mark.parametrize(("ago", "counts"), [(84, True), (84.01, False), (-0.01, False)])
def test_estimate_comes_from_twelve_weeks(ago: float, limits: StrengthLimits, *, counts: bool) -> None:
    found = Estimates([lift(NINETY, at=days_ago(ago))], limits).best(Exercise.DEADLIFT, NOON)
    assert (found is not None) is counts


def test_log_without_sets_of_an_exercise_makes_no_estimate(limits: StrengthLimits) -> None:
    assert Estimates([lift(NINETY)], limits).best(Exercise.SUMO, NOON) is None


MAXIMUM = [lift(LiftSet(reps=1, weight_kg=98.3606557377, rir=0), at=days_ago(7))]
"""A log that makes an e1RM of 100 kg: 98.36 × (31/30 + 1) / 2."""

HEAVY_OR_LIGHT = [
    pytest.param(lift(LiftSet(reps=3, weight_kg=80, rir=5)), True, id="80 % of e1RM"),
    pytest.param(lift(LiftSet(reps=3, weight_kg=79.5, rir=5)), False, id="under 80 %, 5 in reserve"),
    pytest.param(lift(LiftSet(reps=8, weight_kg=50, rir=3)), True, id="3 in reserve"),
    pytest.param(lift(LiftSet(reps=8, weight_kg=50, rir=4)), False, id="4 in reserve"),
    pytest.param(lift(LiftSet(reps=5, weight_kg=79)), False, id="effort not said, under 80 %"),
    pytest.param(lift(LiftSet(reps=5, weight_kg=81)), True, id="effort not said, over 80 %"),
    pytest.param(lift(LiftSet(reps=5)), True, id="neither weight nor effort"),
    pytest.param(lift(LiftSet(reps=5, rir=5)), False, id="effort alone, light"),
    pytest.param(lift(LiftSet(reps=5, rir=2)), True, id="effort alone, heavy"),
    pytest.param(lift(LiftSet(reps=5, weight_kg=60), of=Exercise.SUMO), True, id="no e1RM of this exercise"),
    pytest.param(lift(), True, id="no sets told"),
    pytest.param(lift(LiftSet(reps=5, weight_kg=50, rir=5), LiftSet(reps=3, weight_kg=85, rir=5)), True, id="best set"),
    pytest.param(lift(LiftSet(reps=3, weight_kg=95, rir=1), called=Called.LIGHT), False, id="called light"),
    pytest.param(lift(LiftSet(reps=3, weight_kg=40, rir=6), called=Called.HEAVY), True, id="called heavy"),
    pytest.param(lift(LiftSet(reps=15, weight_kg=24), of=Exercise.SWING), False, id="swings"),
    pytest.param(lift(LiftSet(reps=8, weight_kg=48, rir=1), of=Exercise.SWING), False, id="hard swings"),
    pytest.param(lift(of=Exercise.SWING, called=Called.HEAVY), True, id="swings called heavy"),
]


@pytest.mark.parametrize(("one", "heavy"), HEAVY_OR_LIGHT)
def test_lift_is_heavy_by_word_load_or_effort(one: Lift, limits: StrengthLimits, *, heavy: bool) -> None:
    assert is_heavy(one, Estimates([*MAXIMUM, one], limits), limits) is heavy


def test_later_and_stronger_lift_does_not_make_an_earlier_one_light(limits: StrengthLimits) -> None:
    first = lift(LiftSet(reps=3, weight_kg=80, rir=5))
    later = lift(LiftSet(reps=1, weight_kg=150, rir=0), at=days_ago(-7))
    assert is_heavy(first, Estimates([*MAXIMUM, first, later], limits), limits)


LIGHT_SET, HEAVY_SET = LiftSet(reps=5, weight_kg=40, rir=5), LiftSet(reps=3, weight_kg=90, rir=1)
TODAY = NOON.date()
SESSIONS = [
    pytest.param([lift(LIGHT_SET), lift(HEAVY_SET)], LiftDay(date=TODAY, deadlift=True), id="one of two was heavy"),
    pytest.param([lift(HEAVY_SET), lift(LIGHT_SET)], LiftDay(date=TODAY, deadlift=True), id="the other one was heavy"),
    pytest.param([lift(LIGHT_SET), lift(LIGHT_SET)], LiftDay(date=TODAY, deadlift=False), id="both were light"),
    pytest.param(
        [lift(LIGHT_SET), lift(HEAVY_SET, of=Exercise.SQUAT)],
        LiftDay(date=TODAY, deadlift=False, squat=True),
        id="squats stay apart",
    ),
    pytest.param(
        [lift(HEAVY_SET, of=Exercise.ROMANIAN)], LiftDay(date=TODAY, deadlift=True), id="a variation is a deadlift"
    ),
]


@pytest.mark.parametrize(("lifts", "expected"), SESSIONS)
def test_entries_of_one_day_are_one_session(lifts: Iterable[Lift], expected: LiftDay, limits: StrengthLimits) -> None:
    assert days_of(tuple(lifts), "UTC", limits) == (expected,)


def test_other_exercises_make_no_session(limits: StrengthLimits) -> None:
    assert days_of([lift(HEAVY_SET, of=Exercise.OTHER)], "UTC", limits) == ()


def test_sessions_belong_to_local_days_and_come_earliest_first(limits: StrengthLimits) -> None:
    late, early = (NOON.replace(hour=hour) for hour in (23, 10))
    days = days_of([lift(HEAVY_SET, at=late), lift(LIGHT_SET, at=early)], "Europe/Berlin", limits)
    assert days == (LiftDay(date=TODAY, deadlift=False), LiftDay(date=TODAY + dt.timedelta(days=1), deadlift=True))


KEPT = [
    # days ago of the deadlifts; those from the day on that matters (ten days ago, or before); the sessions before it
    pytest.param((100, 9, 5, 1), (9, 5, 1), 1, id="all since then"),
    pytest.param((100, 50, 10, 1), (10, 1), 2, id="the day itself counts"),
    pytest.param((100, 60, 1), (60, 1), 1, id="the last two, whenever they were: R92 needs the days between them"),
    pytest.param((100, 60), (100, 60), 0, id="the last two are all there is"),
    pytest.param((60,), (60,), 0, id="a single one"),
    pytest.param((), (), 0, id="nothing logged"),
    pytest.param((60, 60, 40, 40, 30, 30), (40, 40, 30, 30), 1, id="entries of one day are one session"),
]


@pytest.mark.parametrize(("log", "kept", "before"), KEPT)
def test_lifts_matter_from_a_day_on_and_the_sessions_before_it_are_counted(
    log: tuple[int, ...], kept: tuple[int, ...], before: int
) -> None:
    """R91 counts every session ever logged, R92 the days between the last two."""
    first, earlier = recent_from(map(days_ago, log), ZoneInfo("UTC"), since=days_ago(10))
    assert (first, earlier) == (days_ago(max(10, *kept)).date() if kept else days_ago(10).date(), before)
