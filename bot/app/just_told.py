"""What the runner told last, while a few words may still be said of it."""

import datetime as dt
from contextlib import suppress

from bot.app.ports import Kept
from bot.app.turn import Turn

WHILE = dt.timedelta(minutes=30)
"""So long after it was told a number, a day or an effort alone may be of it."""


def stamped(at: dt.datetime, text: str) -> str:
    """Return a text with the instant from which on it is fresh, as a dialogue keeps it."""
    return f"{at.isoformat()} {text}"


def fresh(turn: Turn, kept: str | None) -> str | None:
    """Return a stamped text as it was kept a moment ago; None for an older one, and for none."""
    at, _, text = (kept or "").partition(" ")
    with suppress(ValueError):
        return text if turn.said_at - dt.datetime.fromisoformat(at) <= WHILE else None
    return None


def just_made(turn: Turn) -> bool:
    """Tell whether the newest change was made a moment before these words were said."""
    at = turn.records.last_change_at(turn.runner.id)
    return at is not None and turn.said_at - at <= WHILE


def just_told(turn: Turn) -> tuple[Kept, ...]:
    """Return the records that the newest change touched, where that was just made."""
    newest = turn.records.last_change(turn.runner.id)
    return turn.records.changed(turn.runner.id, newest) if newest is not None and just_made(turn) else ()
