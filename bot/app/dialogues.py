"""Leaving a dialogue; where one is in it is a row (`Dialogue`)."""

from bot.app import messages as m
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn


def cancel(turn: Turn) -> Replies:
    """Leave whatever dialogue is open; what was stored before stays."""
    if turn.records.dialogue(turn.runner.id) is None:
        return (Reply(mark=Mark.UNABLE, lines=(say(m.NOTHING_TO_CANCEL),)),)
    turn.records.save_dialogue(turn.runner.id, None)
    return (Reply(lines=(say(m.CANCELLED),)),)
