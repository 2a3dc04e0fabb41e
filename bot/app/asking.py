"""`/today` and its sentences: which moment is meant, and the answer about it."""

import datetime as dt

from bot.app import messages as m
from bot.app.answering import day_answer, moment_answer, today_answer
from bot.app.doubts import ask_back
from bot.app.replies import refused
from bot.app.reply import Line, Replies, say
from bot.app.turn import Turn
from bot.language.meaning import MomentReading, Part, Unread
from bot.language.moments import read_moment
from bot.training.runs import RunClass, RunKind
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
        return (ask_back(reading),)
    if reading.relation is not None:
        return _related(turn, reading)
    if reading.date is None:
        return (today_answer(turn),)
    return _dated(turn, reading.date, reading)


def _dated(turn: Turn, day: dt.date, reading: MomentReading) -> Replies:
    if day < turn.today:
        return (refused(m.DAY_PASSED, day=day),)
    if day - turn.today > FARTHEST:
        return (refused(m.DAY_TOO_FAR, day=day),)
    if reading.part is Part.NOW:
        return (moment_answer(turn, turn.now),)
    at = _time(turn, reading)
    if at is None:
        return (day_answer(turn, day),)
    return (_at(turn, instant(day, at, turn.zone), at),)


def _at(turn: Turn, at: dt.datetime, said: dt.time) -> "Reply":
    if at >= turn.now:
        return moment_answer(turn, at)
    passed: tuple[Line, ...] = (say(m.TIME_PASSED, time=said),)
    return moment_answer(turn, turn.now, lines=passed)


def _time(turn: Turn, reading: MomentReading) -> dt.time | None:
    if reading.time is not None:
        return reading.time
    if reading.part is None:
        return None
    at: dt.time = getattr(turn.knowledge.thresholds.day, reading.part.value)
    return at


def _related(turn: Turn, reading: MomentReading) -> Replies:
    """Find the day that hangs on a run: the next one of that kind in the runner's calendar."""
    assert reading.relation is not None
    kind, offset = reading.relation
    calendar = turn.book().calendar
    for ahead in range(RELATED_DAYS):
        run_day = turn.today + dt.timedelta(days=ahead)
        if any(_is(run_kind, kind) for run_kind in calendar.runs_on(run_day)):
            day = run_day + dt.timedelta(days=offset)
            if day >= turn.today:
                return _dated(turn, day, reading)
    return (refused(m.NO_SUCH_RUN, kind=kind.value),)
