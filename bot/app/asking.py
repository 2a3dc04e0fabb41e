"""`/today` and its sentences: which moment is meant, and the answer about it."""

import datetime as dt
from collections.abc import Iterator

from bot.app import halves
from bot.app import messages as m
from bot.app.answering import day_answer, moment_answer, today_answer
from bot.app.doubts import ask_back
from bot.app.parts_of_day import hour_of
from bot.app.replies import asked, button, refused, rows
from bot.app.reply import Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import Doubt, MomentReading, Part, Side, Unread
from bot.language.moments import read_moment
from bot.training.runs import Run, RunKind, is_called
from bot.training.time import instant

FARTHEST = dt.timedelta(days=366)
RELATED_DAYS = 21


def today(turn: Turn, text: str) -> Replies:
    """Answer `/today`, with or without a moment behind it."""
    if not text.strip():
        return (today_answer(turn),)
    reading = read_moment(text, now=turn.local_now, vocabulary=turn.knowledge.vocabulary)
    if reading is None:
        return (refused(m.MOMENT_UNREAD, text=text),)
    return about(turn, reading)


def about(turn: Turn, reading: MomentReading | Unread) -> Replies:
    """Answer about a moment as it was read."""
    if isinstance(reading, Unread):
        half = halves.ask_of_lift(turn, reading, reading.date) if reading.date is not None else None
        return (half or _which_day(turn, reading) or ask_back(reading),)
    if reading.date is not None:
        # "today or tomorrow?" is a choice: both days are answered.
        days = (reading.date, *reading.also)
        return tuple(reply for day in days for reply in _dated(turn, day, reading))
    if reading.relation is not None:
        return _related(turn, reading, *reading.relation)
    return (today_answer(turn),)


def is_open(reading: MomentReading | Unread | None) -> bool:
    """Tell whether no day is asked about, nor one that hangs on a run."""
    return reading is None or (isinstance(reading, MomentReading) and not (reading.date or reading.relation))


def hangs_on_nothing(turn: Turn, reading: MomentReading | Unread) -> bool:
    """Tell whether a moment hangs on a run that the calendar does not hold: "the day before a race", and no race."""
    if isinstance(reading, Unread) or reading.date is not None or reading.relation is None:
        return False
    kind, offset = reading.relation
    return next(_days_beside(turn, kind, offset), None) is None


def _which_day(turn: Turn, reading: Unread) -> Reply | None:
    """Ask which of several days is meant, by buttons; None where they are no days to come."""
    days = [_iso(option) for option in reading.options]
    if reading.doubt not in {Doubt.DATE, Doubt.DAY} or not days:
        return None
    coming = [day for day in days if day is not None and turn.today <= day <= turn.today + FARTHEST]
    buttons = rows((button(say(m.PLAIN_DAY, day=day), "day", day.isoformat()) for day in coming), width=2)
    return asked(say(m.ASK_WHICH_DAY), buttons=buttons) if len(coming) == len(days) else None


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _dated(turn: Turn, day: dt.date, reading: MomentReading) -> Replies:
    if day < turn.today:
        return (refused(m.DAY_PASSED, day=day),)
    if day - turn.today > FARTHEST:
        return (refused(m.DAY_TOO_FAR, day=day),)
    if reading.part is Part.NOW:
        return (moment_answer(turn, turn.now),)
    at = time_of(turn, reading)
    if at is None:
        return (day_answer(turn, day),)
    return (_at(turn, instant(day, at, turn.zone), at, passed=reading.passed),)


def _at(turn: Turn, at: dt.datetime, said: dt.time, *, passed: dt.time | None = None) -> Reply:
    if at >= turn.now:
        later = () if passed is None else (say(m.TIME_LATER, time=passed, later=said),)
        return moment_answer(turn, at, lines=later)
    return moment_answer(turn, turn.now, lines=(say(m.TIME_PASSED, time=said),))


def time_of(turn: Turn, reading: MomentReading) -> dt.time | None:
    """Return the time that a moment names, or the one that stands for the part of the day it names."""
    if reading.time is not None or reading.part is None:
        return reading.time
    return hour_of(turn, reading.part)


def _related(turn: Turn, reading: MomentReading, kind: RunKind, offset: int) -> Replies:
    """Find the day that hangs on a run: the nearest one to come in the runner's calendar."""
    found = next(_days_beside(turn, kind, offset), None)
    return (refused(m.NO_SUCH_RUN, kind=kind.value),) if found is None else _beside(turn, reading, *found)


def _days_beside(turn: Turn, kind: RunKind, offset: int) -> Iterator[tuple[Run, dt.date]]:
    """Yield the runs of a kind that are near, each with the day so many days from it that is still to come."""
    calendar = turn.book().calendar
    days = (turn.today + dt.timedelta(days=ahead) for ahead in range(-1, RELATED_DAYS))
    for run_day, run in ((day, run) for day in days for run in calendar.runs_on(day)):
        day = run_day + dt.timedelta(days=offset)
        if day >= turn.today and is_called(run, kind):
            yield run, day


def _beside(turn: Turn, reading: MomentReading, run: Run, day: dt.date) -> Replies:
    """Answer about the day of a run, or right before or after it where that was asked and its time is known."""
    if reading.side is None or run.start is None or run.end is None or day != run.date:
        return _dated(turn, day, reading)
    hour = dt.timedelta(minutes=turn.knowledge.thresholds.basics.lift_min)
    at = run.start - hour if reading.side is Side.BEFORE else run.end
    return (_at(turn, at, at.astimezone(turn.zone).time()),)
