"""A run that is left out and named by its kind alone: "no track this week"."""

import datetime as dt
from collections.abc import Iterator

from bot.app import applying, weeks
from bot.app import messages as m
from bot.app.replies import asked, button, refused
from bot.app.reply import Replies, say
from bot.app.turn import Turn
from bot.guidance.lifted_weeks import monday_of
from bot.language.meaning import LeftOutRunReading
from bot.training.runs import Run, is_called

WEEK = 7
MOST_OFFERED = 4


def leave_out(turn: Turn, reading: LeftOutRunReading) -> Replies:
    """Leave out the run that is meant; without a week the next one, and of several in a week the runner says which."""
    runs = [run for day in _days(turn, reading.week) for run in _called(turn, day, reading)]
    if not runs:
        return (refused(m.NO_SUCH_RUN, kind=reading.kind.value),)
    if len(runs) == 1 or reading.week is None:
        return (*applying.drop(turn, runs[0].date, runs[0].kind), *weeks.repaired(turn))
    today = turn.today.isoformat()
    offered = (
        button(say(m.RUN_THAT_WAS, run=run), "dr", today, run.date.isoformat(), run.kind) for run in runs[:MOST_OFFERED]
    )
    return (asked(say(m.ASK_WHICH_LEFT_OUT), buttons=tuple((one,) for one in offered)),)


def _days(turn: Turn, week: int | None) -> Iterator[dt.date]:
    """Yield the days of a week that are still to come; without one the next seven."""
    first = turn.today if week is None else monday_of(turn.today) + dt.timedelta(weeks=week)
    days = (first + dt.timedelta(days=number) for number in range(WEEK))
    return (day for day in days if day >= turn.today)


def _called(turn: Turn, day: dt.date, reading: LeftOutRunReading) -> Iterator[Run]:
    runs = turn.book().calendar.runs_on(day)
    return (run for run in runs if is_called(run, reading.kind) and run.race is None and not run.done)
