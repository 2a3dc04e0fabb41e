"""What an estimated maximum leaves out: sets that make none themselves, and show that it is too low."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.guidance.situation import Book
from bot.training.lifts import Exercise, LiftSet
from bot.training.strength import least_e1rm, set_e1rm
from bot.training.time import local_date


class LeftOut(StrEnum):
    """Why a set makes no estimate: it has too many reps, those in reserve included, or does not say how hard it was."""

    REPS = "reps"
    EFFORT = "effort"


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLow:
    """The set, on its local day, that shows most clearly that an estimate is too low, and why it makes none itself."""

    date: dt.date
    work: LiftSet
    why: LeftOut


class _Weighed(NamedTuple):
    """A set with its weight, and the least maximum in kilograms that it shows; the order tells the clearest one."""

    shows_kg: float
    at: dt.datetime
    kg: float
    reps: int
    work: LiftSet


def too_low(book: Book, exercise: Exercise, *, at: dt.datetime) -> TooLow | None:
    """Return what shows that the e1RM at an instant is too low; None without an e1RM, and where nothing does.

    A set shows it when it alone makes more than the upper end of the error, and is not older than the set that makes
    the e1RM, or heavier. The e1RM stays what it is: guidance.md, section 5, says which sets make one.
    """
    maximum = book.estimates.best(exercise, at)
    if maximum is None:
        return None
    weighed = tuple(_weighed(book, exercise, at))
    limits = book.thresholds.strength
    # Of equal ones the newest: the e1RM was seen again on its day.
    made = max((one for one in weighed if set_e1rm(one.work, limits) == maximum), key=lambda one: one[1:4])
    # A hair of tolerance: exactly 5 % is within 5 %, whatever binary fractions make of it.
    upper = maximum * (1 + book.thresholds.progress.error) + 1e-9
    beyond = (one for one in weighed if one.shows_kg > upper and (one.at >= made.at or one.kg > made.kg))
    clearest = max(beyond, key=lambda one: one[:4], default=None)
    return None if clearest is None else _told(book, clearest)


def _weighed(book: Book, exercise: Exercise, at: dt.datetime) -> Iterator[_Weighed]:
    """Yield the sets of the weeks that an estimate looks back, those that say their weight."""
    since = at - dt.timedelta(weeks=book.thresholds.strength.e1rm_weeks)
    for lift in book.situation.lifts:
        if lift.exercise is not exercise or not since <= lift.at <= at:
            continue
        for work in lift.sets:
            if work.weight_kg is not None:
                least = least_e1rm(work.weight_kg, work, most_reps=book.thresholds.progress.telling_reps)
                yield _Weighed(least, lift.at, work.weight_kg, work.reps, work)


def _told(book: Book, one: _Weighed) -> TooLow:
    reps = one.reps + (one.work.rir or 0)
    why = LeftOut.REPS if reps > book.thresholds.strength.e1rm_max_reps else LeftOut.EFFORT
    return TooLow(date=local_date(one.at, book.zone), work=one.work, why=why)
