"""Undo: every change can be taken back, unless something newer stands on it."""

from bot.app import messages as m
from bot.app.records import UndoResult
from bot.app.replies import alert
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn

SAYING = {
    UndoResult.ALREADY: m.UNDO_ALREADY,
    UndoResult.OVERTAKEN: m.UNDO_OVERTAKEN,
    UndoResult.UNKNOWN: m.BUTTON_STALE,
}


def undo(turn: Turn, change_id: int) -> Replies:
    """Take one change back; the echo it belonged to says so."""
    result = turn.records.undo(turn.runner.id, change_id, turn.now)
    if result is not UndoResult.DONE:
        return (alert(SAYING[result]),)
    turn.replan()
    return (Reply(mark=Mark.STORED, lines=(say(m.UNDONE),), in_place=True),)
