"""A day that is called off without a word of what: where a lift stands on it, its runs may be meant, or the lift."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from bot.app import messages as m
from bot.app import moving_lifts, weeks
from bot.app.lift_days import lift_times
from bot.app.pressing import Outcome, Press, read_day
from bot.app.replies import alert, asked, button, stored
from bot.app.reply import Replies, say
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading
from bot.training.edits import without
from bot.training.lift_times import LiftTime
from bot.training.runs import Run, RunKind

ACTS: Final = frozenset(
    {"cancel", "cancelling", "skip", "skipping", "scrap", "scrapping", "bin", "drop", "delete", "remove"}
)
ONLY_RUN, ONLY_LIFT, BOTH = "r", "l", "b"
FEW: Final = 4
"""In so many words nothing is named but the day."""


def ask_which(turn: Turn, reading: object) -> Replies:
    """Ask what is called off on a day with a lift, or leave the lift out where the day has no run.

    Nothing where a run is named, or where no lift stands on the day.
    """
    if not isinstance(reading, DatedRunReading) or not _names_day_alone(reading):
        return ()
    lifts, runs = _lifts(turn, reading.date), _runs(turn, reading.date)
    if not lifts:
        return ()
    if not runs:
        return tuple(moving_lifts.skip(turn, lift) for lift in lifts)
    choices = ((m.CALLED_OFF_RUN, ONLY_RUN), (m.CALLED_OFF_LIFT, ONLY_LIFT), (m.CALLED_OFF_BOTH, BOTH))
    buttons = tuple(button(say(label), "calloff", reading.date.isoformat(), what) for label, what in choices)
    line = say(m.ASK_CALLED_OFF, day=reading.date, run=runs[0].spec, at=lifts[0].at(turn.zone))
    return (asked(line, buttons=(buttons,)),)


def _names_day_alone(reading: DatedRunReading) -> bool:
    words = reading.run.text.lower().split()
    off = reading.run.kind is RunKind.REST and reading.planned is None and not reading.done
    names_run = any(word.startswith(("run", "jog", "train", "workout", "session")) for word in words)
    return off and len(words) <= FEW and words[:1] != [] and words[0] in ACTS and not names_run


def _lifts(turn: Turn, day: dt.date) -> list[LiftTime]:
    found = lift_times(turn.records, turn.runner, first=day, days=1)
    return [lift for lift in found if lift.at(turn.zone) > turn.now]


def _runs(turn: Turn, day: dt.date) -> list[Run]:
    return [run for run in turn.book().calendar.runs_on(day) if run.race is None and not run.done]


def _press(turn: Turn, day: str, what: str) -> Outcome:
    date = read_day(turn, day)
    lifts, runs = _lifts(turn, date), _runs(turn, date)
    left_out = tuple(moving_lifts.skip(turn, lift) for lift in lifts) if what != ONLY_RUN else ()
    if what == ONLY_LIFT or not runs:
        return left_out or (alert(m.RUN_CHANGED),)
    with turn.change() as change_id:
        for entry in without(turn.book().calendar, runs, date):
            turn.records.dated_runs.add(turn.runner.id, entry)
    return (*left_out, stored(change_id, say(m.DAY_CLEARED, day=date)), *weeks.repaired(turn))


PRESSES: Mapping[str, Press] = {"calloff": Press(do=_press, args=2)}
