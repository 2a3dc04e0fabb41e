"""The estimated maximum after a lift, and what in the log says that it is too low."""

import datetime as dt
from collections.abc import Iterator

from bot.app import messages as m
from bot.app.reply import Kg, Line, say
from bot.guidance.situation import Book
from bot.guidance.too_low import LeftOut, TooLow, too_low
from bot.training.lifts import Exercise


def told(book: Book, exercise: Exercise, *, at: dt.datetime) -> Iterator[Line]:
    """Yield the e1RM of an instant, where there is one, and the set that shows that it is too low."""
    maximum = book.estimates.best(exercise, at)
    if maximum is None:
        return
    yield say(m.E1RM, maximum=Kg(kg=maximum))
    shown = too_low(book, exercise, at=at)
    if shown is not None:
        yield low(shown, max_reps=book.thresholds.strength.e1rm_max_reps)


def low(shown: TooLow, *, max_reps: int) -> Line:
    """Say that an e1RM is likely too low, and which set says so although it makes none itself."""
    if shown.why is LeftOut.EFFORT:
        return say(m.E1RM_LOW_EFFORT, work=shown.work, day=shown.date)
    return say(m.E1RM_LOW_REPS, work=shown.work, day=shown.date, reps=max_reps)
