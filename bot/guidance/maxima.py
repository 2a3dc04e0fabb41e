"""What the log says of strength: estimated maxima by day, what changed, and the best sets of an exercise."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from bot.guidance.situation import Book
from bot.training.lifts import Exercise, Lift, LiftSet
from bot.training.strength import set_e1rm
from bot.training.time import local_date

_WEEK_DAYS = 7


class Done(NamedTuple):
    """Equal work sets in a row on their local day: how many, and the e1RM in kilograms that they make, if any.

    A tuple, because a long log has thousands and a frozen dataclass takes three times as long to make.
    """

    date: dt.date
    work: LiftSet
    times: int
    e1rm_kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The best e1RM in kilograms of a local day."""

    date: dt.date
    kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of the e1RM since some weeks ago: as a share of what it was, -0.1 is a tenth less.

    `is_clear` is false while the difference is within the error of an estimate.
    """

    weeks: int
    before_kg: float
    share: float
    is_clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """A best set, and whether it is new: of the last weeks, and clearly over all before them."""

    done: Done
    is_new: bool

    def is_set_of(self, other: "Best") -> bool:
        """Tell whether another best is the same set of the same day."""
        return (self.done.date, self.done.work) == (other.done.date, other.done.work)


class Missing(StrEnum):
    """Why no set of an exercise makes an e1RM: no set says its weight, none its effort, or all have too many reps."""

    WEIGHT = "weight"
    EFFORT = "effort"
    REPS = "reps"


def sets_by_exercise(book: Book, *, now: dt.datetime) -> Mapping[Exercise, Sequence[Done]]:
    """Return the work sets of each deadlift variation up to an instant."""
    found: dict[Exercise, list[Done]] = {}
    for lift in book.situation.lifts:
        if lift.exercise.is_deadlift and lift.at <= now:
            found.setdefault(lift.exercise, []).extend(_sets(book, lift))
    return found


def _sets(book: Book, lift: Lift) -> Iterator[Done]:
    date = local_date(lift.at, book.zone)
    # Most sessions repeat one set: equal neighbours are estimated once.
    for work, same in groupby(lift.sets):
        yield Done(date, work, len(tuple(same)), set_e1rm(work, book.thresholds.strength))


def main_exercise(sets: Mapping[Exercise, Sequence[Done]]) -> Exercise | None:
    """Return the variation with the most days that make an e1RM; ties: most days at all, the latest, the menu's order.

    None when no variation was ever logged.
    """
    rank = list(Exercise).index
    return max(sets, key=lambda one: (*_practice(sets[one]), -rank(one)), default=None)


def _practice(sets: Sequence[Done]) -> tuple[int, int, dt.date]:
    estimated = {done.date for done in sets if done.e1rm_kg is not None}
    days = {done.date for done in sets}
    return len(estimated), len(days), max(days, default=dt.date.min)


def points_of(sets: Sequence[Done]) -> tuple[Point, ...]:
    """Return the best e1RM of each local day that has one, earliest first."""
    best: dict[dt.date, float] = {}
    for done in sets:
        if done.e1rm_kg is not None:
            best[done.date] = max(done.e1rm_kg, best.get(done.date, 0.0))
    return tuple(Point(date=day, kg=best[day]) for day in sorted(best))


def changes(book: Book, exercise: Exercise, *, now: dt.datetime) -> tuple[Change, ...]:
    """Return how the e1RM stands against some weeks ago, each the best of the 12 weeks up to then.

    A difference of at most the error (5 %, evidence.md) is no clear one. Only times with an estimate are compared.
    """
    current = book.estimates.best(exercise, now)
    limits, found = book.thresholds.progress, []
    for weeks in (limits.recent_weeks, limits.long_weeks):
        before = book.estimates.best(exercise, now - dt.timedelta(weeks=weeks))
        if current is not None and before is not None:
            share = current / before - 1
            # A hair of tolerance: exactly 5 % is within 5 %, whatever binary fractions make of it.
            clear = abs(share) > limits.error + 1e-9
            found.append(Change(weeks=weeks, before_kg=before, share=share, is_clear=clear))
    return tuple(found)


def strongest(book: Book, sets: Sequence[Done], *, today: dt.date) -> Best | None:
    """Return the set with the highest e1RM; one that is higher by no more than the error is no new best."""
    known = tuple((done.e1rm_kg, done) for done in sets if done.e1rm_kg is not None)
    return _best(book, known, today, least=1 + book.thresholds.progress.error, tie=_by_day)


def heaviest(book: Book, sets: Sequence[Done], *, today: dt.date) -> Best | None:
    """Return the set with the most weight, of equal ones that with the most repetitions; any more weight is new."""
    known = tuple((done.work.weight_kg, done) for done in sets if done.work.weight_kg is not None)
    return _best(book, known, today, least=1.0, tie=lambda done: (-done.work.reps, *_by_day(done)))


def _by_day(done: Done) -> tuple[float, ...]:
    """Return what puts the earlier of equal sets first, and those of one day in an order that is not the log's."""
    return done.date.toordinal(), done.work.reps, -1.0 if done.work.rir is None else done.work.rir


def _best(
    book: Book,
    known: Sequence[tuple[float, Done]],
    today: dt.date,
    *,
    least: float,
    tie: Callable[[Done], tuple[float, ...]],
) -> Best | None:
    """Return the highest, of equals the first by `tie`; new when it beats all earlier ones by a factor over `least`."""
    if not known:
        return None
    value = max(kg for kg, _ in known)
    done = min((done for kg, done in known if kg == value), key=tie)
    recent = today - dt.timedelta(days=_WEEK_DAYS * book.thresholds.progress.recent_weeks)
    earlier = max((kg for kg, other in known if other.date <= recent), default=None)
    is_new = earlier is not None and value > earlier * least + 1e-9
    return Best(done=done, is_new=is_new)


def missing(sets: Sequence[Done]) -> Missing | None:
    """Return why no set makes an e1RM; None when one does."""
    if any(done.e1rm_kg is not None for done in sets):
        return None
    weighed = [done.work for done in sets if done.work.weight_kg is not None]
    if not weighed:
        return Missing.WEIGHT
    return Missing.EFFORT if any(work.rir is None for work in weighed) else Missing.REPS
