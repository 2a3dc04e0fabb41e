"""The buttons under reminders; each carries the id of its row in the due table, or of the lift it is about."""

import datetime as dt
from collections.abc import Iterable

from bot.app import messages as m
from bot.app.pressing import StaleButton
from bot.app.records import Due
from bot.app.replies import button, rows
from bot.app.reply import Button, Line, Rows, say
from bot.app.turn import Turn
from bot.guidance.verdict import Decision, Verdict

EFFORTS = ("0", "1", "2", "3", "4")
"""Reps in reserve that can be tapped; the last one is so many or more."""

UNKNOWN = "x"
"""In place of reps in reserve: they are not known."""

MOST_SORE = 10
WHEN = "%Y%m%d%H%M"
"""How a local date and time travel in a button."""


def morning_buttons(turn: Turn, due: Due, decision: Decision) -> Rows:
    """Return the buttons of the morning reminder."""
    minutes = turn.knowledge.thresholds.reminders.snooze_min
    first = (button(say(m.DID_LIFT), "rdone", str(due.id)), *_away(due))
    second = (button(say(m.SNOOZE, minutes=minutes), "rlate", str(due.id)), _why(due))
    held = decision.verdict is not Verdict.HEAVY and decision.overridable
    return (first, second, *(((button(say(m.LIFT_ANYWAY), "ranyway", str(due.id)),),) if held else ()))


def alert_buttons(due: Due) -> Rows:
    """Return the buttons of the alert on the eve."""
    return ((*_away(due), _why(due)),)


def after_buttons(due: Due) -> Rows:
    """Return the buttons of the question after a lift."""
    others = (button(say(m.DID_LIFT), "rdone", str(due.id)), button(say(m.DID_NOT_LIFT), "rskip", str(due.id)))
    return (effort_row("rlog", str(due.id)), others)


def log_buttons(due: Due) -> Rows:
    """Return the buttons under a log that is filled in already: only the effort is missing."""
    others = (button(say(m.EFFORT_UNKNOWN), "rlog", str(due.id), UNKNOWN), back_button(due))
    return (effort_row("rlog", str(due.id)), others, (button(say(m.LOG_SETS), "rsets", str(due.id)),))


def effort_buttons(row: int) -> Rows:
    """Return the buttons that say how hard a logged lift was."""
    return (effort_row("effort", str(row)),)


def effort_row(name: str, *about: str) -> tuple[Button, ...]:
    """Return a button for each number of reps in reserve, which travels after what the button is about."""
    return tuple(button(effort_label(rir), name, *about, rir) for rir in EFFORTS)


def soreness_buttons(due: Due) -> Rows:
    """Return the buttons that say how sore the runner is."""
    levels = (button(say(m.PLAIN, text=str(level)), "rsore", str(due.id), str(level)) for level in range(MOST_SORE + 1))
    return rows(levels, width=6)


def places(due: Due, times: Iterable[dt.datetime]) -> Rows:
    """Return the buttons of the places that a lift can go to, each a time on the runner's clock."""
    found = (button(say(m.PLAIN_TIME, at=at), "rto", str(due.id), at.strftime(WHEN)) for at in times)
    return (*rows(found, width=1), (back_button(due),))


def back_button(due: Due) -> Button:
    """Return the button that shows the reminder again."""
    return button(say(m.BACK), "rback", str(due.id))


def _away(due: Due) -> tuple[Button, Button]:
    return (button(say(m.MOVE_LIFT), "rmove", str(due.id)), button(say(m.SKIP_LIFT), "rskip", str(due.id)))


def _why(due: Due) -> Button:
    return button(say(m.WHY), "rwhy", str(due.id))


def read_effort(text: str) -> float:
    """Read the reps in reserve that a button carries."""
    if text not in EFFORTS:
        raise StaleButton
    return float(text)


def effort_label(rir: str) -> Line:
    """Return what a button for reps in reserve says."""
    return say(m.EFFORT_MOST, rir=rir) if rir == EFFORTS[-1] else say(m.PLAIN, text=rir)
