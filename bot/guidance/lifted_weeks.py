"""Weeks of lifting on the runner's own calendar (ISO: Monday to Sunday): volume, heavy and light, streaks."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bot.guidance.breaks import Span
from bot.guidance.maxima import Done
from bot.guidance.situation import Book
from bot.training.lifts import Exercise
from bot.training.profile import Phase

WEEK = dt.timedelta(weeks=1)
_SUNDAY = dt.timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Work done: sets, repetitions, and kilograms lifted (weight x repetitions; sets without a weight add none)."""

    sets: int = 0
    reps: int = 0
    kg: float = 0.0

    def __add__(self, other: "Load") -> "Load":
        """Return both together."""
        return Load(sets=self.sets + other.sets, reps=self.reps + other.reps, kg=self.kg + other.kg)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftedWeek:
    """The deadlifts of the week that begins on a Monday: work and days, those of heavy and of light days apart.

    `off` says that a pause or a stop for health touches the week.
    """

    monday: dt.date
    heavy: Load = Load()
    light: Load = Load()
    heavy_days: int = 0
    light_days: int = 0
    off: bool

    @property
    def days(self) -> int:
        """Return how many days had a deadlift."""
        return self.heavy_days + self.light_days

    @property
    def all(self) -> Load:
        """Return the work of heavy and light days together."""
        return self.heavy + self.light


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How many days of the last weeks, the running one included, were heavy and how many light."""

    weeks: int
    heavy: int
    light: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """Weeks in a row with a deadlift: now, and the most there ever were. `off` are the weeks of now's left out."""

    weeks: int
    longest: int
    off: int


def monday_of(day: dt.date) -> dt.date:
    """Return the Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def weeks_off(spans: Iterable[Span], *, first: dt.date, last: dt.date) -> frozenset[dt.date]:
    """Return the Mondays, from one to another, of the weeks that a break touches."""
    found: set[dt.date] = set()
    for span in spans:
        monday, end = max(first, monday_of(span.first)), min(last, span.last or last)
        while monday <= end:
            found.add(monday)
            monday += WEEK
    return frozenset(found)


def lifted_weeks(
    book: Book,
    sets: Mapping[Exercise, Sequence[Done]],
    days: frozenset[dt.date],
    off: frozenset[dt.date],
    *,
    today: dt.date,
) -> tuple[LiftedWeek, ...]:
    """Return the last 12 weeks, the running one last, from the sets and the days of all deadlift variations.

    `off` are the Mondays of weeks that a break touches.
    """
    this = monday_of(today)
    mondays = [this - WEEK * back for back in range(book.thresholds.progress.long_weeks - 1, -1, -1)]
    heavy = {day: _is_heavy(book, day) for day in days if day >= mondays[0]}
    loads = _loads(done for many in sets.values() for done in many if done.date >= mondays[0])
    return tuple(_week(monday, heavy, loads, off=monday in off) for monday in mondays)


def _is_heavy(book: Book, day: dt.date) -> bool:
    lifted = book.lifted_on(day)
    return bool(lifted is not None and lifted.deadlift)


def _loads(sets: Iterable[Done]) -> Mapping[dt.date, Load]:
    found: dict[dt.date, Load] = {}
    for done in sets:
        reps = done.times * done.work.reps
        load = Load(sets=done.times, reps=reps, kg=reps * (done.work.weight_kg or 0.0))
        found[done.date] = found.get(done.date, Load()) + load
    return found


def _week(monday: dt.date, heavy: Mapping[dt.date, bool], loads: Mapping[dt.date, Load], *, off: bool) -> LiftedWeek:
    days = [day for day in heavy if monday <= day <= monday + _SUNDAY]
    sides = {side: sorted(day for day in days if heavy[day] is side) for side in (True, False)}
    totals = {side: sum((loads.get(day, Load()) for day in sides[side]), Load()) for side in sides}
    return LiftedWeek(
        monday=monday,
        heavy=totals[True],
        light=totals[False],
        heavy_days=len(sides[True]),
        light_days=len(sides[False]),
        off=off,
    )


def balance(weeks: Sequence[LiftedWeek], last: int) -> Balance:
    """Return how many days of so many last weeks were heavy and light."""
    counted = weeks[-last:]
    return Balance(
        weeks=last,
        heavy=sum(week.heavy_days for week in counted),
        light=sum(week.light_days for week in counted),
    )


def usual_kg(weeks: Sequence[LiftedWeek], *, least: int) -> float | None:
    """Return the median of the kilograms lifted in a week, of the weeks before the running one with any lifting.

    Weeks that a break touches are left out; None when fewer than `least` weeks are left.
    """
    known = [week.all.kg for week in weeks[:-1] if week.all.kg and not week.off]
    return median(known) if len(known) >= least else None


def streak(lifted: Iterable[dt.date], off: frozenset[dt.date], *, today: dt.date) -> Streak:
    """Return the weeks in a row with a deadlift day, from the days lifted and the Mondays of weeks off.

    A week off without a lift neither counts nor breaks a streak; the running week does not break it before it is over.
    """
    this, weeks = monday_of(today), {monday_of(day) for day in lifted}
    monday, run, longest, left_out = min(weeks, default=this), 0, 0, 0
    while monday <= this:
        if monday in weeks:
            run += 1
        elif monday in off:
            left_out += run > 0
        elif monday < this:
            run = left_out = 0
        longest = max(longest, run)
        monday += WEEK
    return Streak(weeks=run, longest=longest, off=left_out)


def heavy_a_week(book: Book, day: dt.date) -> int:
    """Return how many heavy days a week the phase of a day leaves room for: R52, R53 and R100 (C021, C044, C115)."""
    phase = book.phase_on(day)
    if phase in {Phase.TAPER, Phase.RECOVERY}:
        return 0
    return book.thresholds.lifting.lifts_in_base_or_build if phase is Phase.BASE else 1
