"""Progress: what the whole log says of strength, volume, regularity and the runs after lifts, and what it cannot."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.guidance.breaks import Span, health_breaks
from bot.guidance.feedback import Suffering, suffering
from bot.guidance.felt_runs import FeltRuns, felt_runs
from bot.guidance.lifted_weeks import (
    Balance,
    LiftedWeek,
    Streak,
    balance,
    heavy_a_week,
    lifted_weeks,
    monday_of,
    streak,
    usual_kg,
    weeks_off,
)
from bot.guidance.maxima import (
    Best,
    Change,
    Done,
    Missing,
    Point,
    changes,
    heaviest,
    main_exercise,
    missing,
    points_of,
    sets_by_exercise,
    strongest,
)
from bot.guidance.room import held_back
from bot.guidance.situation import Book
from bot.guidance.too_low import TooLow, too_low
from bot.guidance.verdict import Finding
from bot.training.lifts import Exercise
from bot.training.profile import Phase
from bot.training.time import local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """What the log says of one exercise. Weights are in kilograms; an e1RM is good to the share `error` (0-1).

    `current_kg` is the best e1RM of the last `weeks`, as the prescription takes it, None without one in them; `too_low`
    is a set that shows it to be too low;
    `missing` says why there was never one. `max_reps` are the most reps, those in reserve included, that make one.
    """

    exercise: Exercise
    days: int
    weeks: int
    error: float
    max_reps: int
    points: tuple[Point, ...]
    current_kg: float | None
    too_low: TooLow | None
    changes: tuple[Change, ...]
    strongest: Best | None
    heaviest: Best | None
    missing: Missing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The progress of a runner who has logged a deadlift.

    `others` are the other variations in the log, which begins at `since`. `weeks` are the last 12, the running one
    last; `usual_kg` is what a usual one of them lifts. `phase` is today's and leaves room for so many heavy days a
    week, unless `held_back` says why there is none for now. `suffering` are runs that the guide says to react to,
    however few they are to compare: `reports_needed` says how many reports of each sort of run that takes.
    """

    strength: Strength
    others: tuple[Exercise, ...]
    since: dt.date
    weeks: tuple[LiftedWeek, ...]
    usual_kg: float | None
    recent: Balance
    long: Balance
    phase: Phase
    heavy_a_week: int
    held_back: Finding | None
    streak: Streak
    runs: FeltRuns
    suffering: Suffering | None
    reports_needed: int

    @property
    def week(self) -> LiftedWeek:
        """Return the running week."""
        return self.weeks[-1]


def progress(
    book: Book, *, now: dt.datetime, pauses: Iterable[Span] = (), exercise: Exercise | None = None
) -> Progress | None:
    """Work out the progress from all that was ever logged; None when the exercise, or any deadlift, never was.

    `exercise` None is the main one.
    """
    sets, today = sets_by_exercise(book, now=now), local_date(now, book.zone)
    main = exercise or main_exercise(sets)
    if main is None or main not in sets:
        return None
    limits = book.thresholds.progress
    days = frozenset(day for day in book.deadlift_dates if day <= today)
    since = min(days)
    off = weeks_off((*pauses, *health_breaks(book, now=now)), first=monday_of(since), last=today)
    weeks = lifted_weeks(book, sets, days, off, today=today)
    return Progress(
        strength=_strength(book, main, sets[main], now=now),
        others=tuple(one for one in Exercise if one in sets and one is not main),
        since=since,
        weeks=weeks,
        usual_kg=usual_kg(weeks, least=limits.usual_weeks),
        recent=balance(weeks, limits.recent_weeks),
        long=balance(weeks, limits.long_weeks),
        phase=book.phase_on(today),
        heavy_a_week=heavy_a_week(book, today),
        held_back=held_back(book, now=now),
        streak=streak(days, off, today=today),
        runs=felt_runs(book, now=now),
        suffering=suffering(book, now=now),
        reports_needed=limits.fewest_reports,
    )


def _strength(book: Book, exercise: Exercise, sets: Sequence[Done], *, now: dt.datetime) -> Strength:
    today = local_date(now, book.zone)
    return Strength(
        exercise=exercise,
        days=len({done.date for done in sets}),
        weeks=book.thresholds.strength.e1rm_weeks,
        error=book.thresholds.progress.error,
        max_reps=book.thresholds.strength.e1rm_max_reps,
        points=points_of(sets),
        current_kg=book.estimates.best(exercise, now),
        too_low=too_low(book, exercise, at=now),
        changes=changes(book, exercise, now=now),
        strongest=strongest(book, sets, today=today),
        heaviest=heaviest(book, sets, today=today),
        missing=missing(sets),
    )
