"""What the runner told last, while a few words may still be said of it."""

import datetime as dt

from bot.app.ports import Kept
from bot.app.turn import Turn

WHILE = dt.timedelta(minutes=30)
"""So long after it was told a number, a day or an effort alone may be of it."""


def just_told(turn: Turn) -> tuple[Kept, ...]:
    """Return the records that the newest change touched, where it was made a moment before these words were said."""
    newest, at = turn.records.last_change(turn.runner.id), turn.records.last_change_at(turn.runner.id)
    if newest is None or at is None or turn.said_at - at > WHILE:
        return ()
    return turn.records.changed(turn.runner.id, newest)
