"""Strength from the log: estimated one-repetition maximum, what counts as heavy, sessions by day."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.training.lifts import Called, Exercise, Lift, LiftSet
from bot.training.time import local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthLimits:
    """Numbers that make an e1RM and a heavy lift: repetitions, weeks, share of e1RM (0-1), reps in reserve."""

    e1rm_max_reps: int
    e1rm_weeks: int
    heavy_share: float
    heavy_max_rir: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftDay:
    """All that was lifted on one local day; `deadlift` and `squat` are None when there was none, else 'was heavy'."""

    date: dt.date
    deadlift: bool | None = None
    squat: bool | None = None


def set_e1rm(work: LiftSet, limits: StrengthLimits) -> float | None:
    """Estimate the one-repetition maximum in kilograms from one set, good to about 5 %.

    The mean of Epley, w(1 + r/30), and Brzycki, 36w/(37 - r), over r = reps + reps in reserve. None when weight or
    effort is not stated or r is above the limit (guidance.md, section 5).
    """
    if work.weight_kg is None or work.rir is None:
        return None
    reps = work.reps + work.rir
    if reps > limits.e1rm_max_reps:
        return None
    return _mean(work.weight_kg, reps)


def least_e1rm(weight_kg: float, work: LiftSet, *, most_reps: int) -> float:
    """Return the one-repetition maximum in kilograms that a set shows at the least, an estimate or not.

    A reserve that nobody told counts as none, and repetitions beyond `most_reps` count for nothing: the formulas are
    equal at 10, and far apart beyond.
    """
    return _mean(weight_kg, min(work.reps + (work.rir or 0), most_reps))


def _mean(weight_kg: float, reps: float) -> float:
    """Return the mean of Epley and Brzycki."""
    return (weight_kg * (1 + reps / 30) + weight_kg * 36 / (37 - reps)) / 2


class Estimates:
    """The e1RM estimates of a log: each lift's is worked out when it is first asked for, and once."""

    def __init__(self, lifts: Iterable[Lift], limits: StrengthLimits) -> None:
        """Sort some lifts by exercise and time."""
        self._limits = limits
        self._span = dt.timedelta(weeks=limits.e1rm_weeks)
        self._lifts: dict[Exercise, list[Lift]] = {}
        for lift in lifts:
            self._lifts.setdefault(lift.exercise, []).append(lift)
        for known in self._lifts.values():
            known.sort(key=_when)
        self._known: dict[int, float | None] = {}

    def best(self, exercise: Exercise, at: dt.datetime) -> float | None:
        """Return the best estimate in kilograms of the weeks up to an instant, both ends included, or None."""
        lifts = self._lifts.get(exercise, [])
        first = bisect_left(lifts, at - self._span, key=_when)
        last = bisect_right(lifts, at, lo=first, key=_when)
        return max((kg for lift in lifts[first:last] if (kg := self._of(lift)) is not None), default=None)

    def _of(self, lift: Lift) -> float | None:
        key = id(lift)
        if key not in self._known:
            # Most sessions repeat one set: equal neighbours are estimated once.
            estimates = (set_e1rm(work, self._limits) for work, _ in groupby(lift.sets))
            self._known[key] = max((kg for kg in estimates if kg is not None), default=None)
        return self._known[key]


def _when(lift: Lift) -> dt.datetime:
    return lift.at


def is_heavy(lift: Lift, estimates: Estimates, limits: StrengthLimits) -> bool:
    """Tell whether a logged lift was heavy: the runner's word, else load or effort, else yes.

    Heavy is a best set at or above the share of e1RM, or with few reps in reserve (RPE 7 and up). Swings are light
    unless called heavy. When neither percentage nor effort can be known it counts as heavy (guidance.md section 1).
    """
    if lift.called is not None:
        return lift.called is Called.HEAVY
    if lift.exercise is Exercise.SWING:
        return False
    best = max(lift.sets, key=lambda s: (s.weight_kg or 0, -(s.rir if s.rir is not None else 0)), default=None)
    if best is None:
        return True
    if _hard(lift, limits):
        return True
    maximum = estimates.best(lift.exercise, lift.at)
    if _loaded(best, maximum, limits):
        return True
    return best.rir is None and (maximum is None or best.weight_kg is None)


class LiftLog:
    """The lifts of a log by local day: entries on one day are one session. A day is judged when first asked for."""

    def __init__(self, lifts: Sequence[Lift], zone: ZoneInfo, limits: StrengthLimits) -> None:
        """Sort some lifts by the runner's local days."""
        self.estimates = Estimates(lifts, limits)
        self._limits = limits
        self._lifts: dict[dt.date, list[Lift]] = {}
        for lift in lifts:
            self._lifts.setdefault(local_date(lift.at, zone), []).append(lift)
        self._days: dict[dt.date, LiftDay | None] = {}

    def on(self, day: dt.date) -> LiftDay | None:
        """Return what was lifted on a local day; None without a deadlift or a squat."""
        if day not in self._lifts:
            return None
        if day not in self._days:
            self._days[day] = self._judged(day)
        return self._days[day]

    def deadlift_dates(self) -> tuple[dt.date, ...]:
        """Return the local days with a deadlift, earliest first."""
        return tuple(
            sorted(day for day, lifts in self._lifts.items() if any(lift.exercise.is_deadlift for lift in lifts))
        )

    def _judged(self, day: dt.date) -> LiftDay | None:
        found = LiftDay(date=day)
        for lift in self._lifts[day]:
            found = _with(found, lift, heavy=is_heavy(lift, self.estimates, self._limits))
        return found if found.deadlift is not None or found.squat is not None else None


def recent_from(
    deadlifts: Iterable[dt.datetime], zone: ZoneInfo, *, since: dt.datetime, sessions: int = 2
) -> tuple[dt.date, int]:
    """Return the local day from which on lifts matter, and how many deadlift sessions came before it.

    It is the day of an instant, or of the last deadlift sessions if they are older; a session is a local day with a
    deadlift. `deadlifts` are the instants of all in the log.
    """
    days = sorted({local_date(at, zone) for at in deadlifts})
    first = min([local_date(since, zone), *days[-sessions:]])
    return first, sum(day < first for day in days)


def _with(day: LiftDay, lift: Lift, *, heavy: bool) -> LiftDay:
    if lift.exercise.is_deadlift:
        return LiftDay(date=day.date, deadlift=heavy or bool(day.deadlift), squat=day.squat)
    if lift.exercise is Exercise.SQUAT:
        return LiftDay(date=day.date, deadlift=day.deadlift, squat=heavy or bool(day.squat))
    return day


def _hard(lift: Lift, limits: StrengthLimits) -> bool:
    return any(s.rir is not None and s.rir <= limits.heavy_max_rir for s in lift.sets)


def _loaded(best: LiftSet, maximum: float | None, limits: StrengthLimits) -> bool:
    if maximum is None or best.weight_kg is None:
        return False
    # A hair of tolerance: 80 kg of exactly 100 kg must not be lost to binary fractions.
    return best.weight_kg >= limits.heavy_share * maximum - 1e-9
