"""Undo: every change can be taken back, unless something newer stands on it."""

from dataclasses import replace

from bot.app import messages as m
from bot.app.records import UndoResult
from bot.app.replies import alert, unable
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn

SAYING = {
    UndoResult.ALREADY: m.UNDO_ALREADY,
    UndoResult.OVERTAKEN: m.UNDO_OVERTAKEN,
    UndoResult.UNKNOWN: m.BUTTON_STALE,
}


def undo_last(turn: Turn) -> Replies:
    """Take the newest change back, for who writes "undo"."""
    newest = turn.records.last_change(turn.runner.id)
    if newest is None:
        return (unable(m.NOTHING_TO_UNDO),)
    return tuple(replace(reply, in_place=False) for reply in undo(turn, newest))


def undo(turn: Turn, change_id: int) -> Replies:
    """Take one change back; the echo it belonged to says so."""
    result = turn.records.undo(turn.runner.id, change_id, turn.now)
    if result is not UndoResult.DONE:
        return (alert(SAYING[result]),)
    turn.replan()
    return (Reply(mark=Mark.STORED, lines=(say(m.UNDONE),), in_place=True),)
