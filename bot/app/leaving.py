"""`/cancel`: whatever is open is left, be it a lift, the set-up or a question; what was stored before stays."""

from typing import Final

from bot.app import dialogues, gym
from bot.app import messages as m
from bot.app.red_flags import standing_flags
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workout import Stage
from bot.app.workout_views import left
from bot.app.workouts import Open, is_left, newest
from bot.training.body import Unclear

DROP: Final = "gdrop"
"""The button that gives up a lift: its question has been asked where the last message has it."""


def cancel(turn: Turn) -> Replies:
    """Leave what is open: the lift that is being done, the set-up or another dialogue, or the last question."""
    lift = _lift(turn)
    if lift is not None and not lift[1].done:
        return gym.drop(turn, *lift)
    if lift is not None and DROP not in dialogues.tap_names(turn):
        # What was lifted is neither logged nor lost without a word.
        return (left(turn, *lift),)
    return dialogues.cancel(turn) if lift is None and not _asks(turn) else _left(turn)


def _lift(turn: Turn) -> Open | None:
    """Return the lift or the warm-up that is being done."""
    found = newest(turn)
    if found is None or standing_flags(turn) or is_left(turn, found[1]):
        return None
    return None if found[1].stage is Stage.OFFERED else found


def _asks(turn: Turn) -> bool:
    """Tell whether the last message asked something, and no dialogue is open that is left as a whole."""
    dialogue = turn.records.dialogue(turn.runner.id)
    asks = bool(dialogues.taps(turn)) or dialogues.waits(turn)
    return asks and (dialogue is None or dialogue.name in dialogues.NOT_LEFT)


def _left(turn: Turn) -> Replies:
    """Say that a question is left; one about the body counts on until it is answered."""
    open_still = any(isinstance(one, Unclear) for _, one in turn.records.checkins.of(turn.runner.id))
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.CANCELLED_BODY if open_still else m.CANCELLED),)),)
