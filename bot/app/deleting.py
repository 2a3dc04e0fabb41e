"""What "it" is that is to be deleted: what was just told of, never all that is known about the runner."""

from typing import Final

from bot.app import editing_lifts, gym_typed, lift_words, own_data, red_flags, second_thoughts, workouts
from bot.app.just_told import just_told
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.app.undo import undo
from bot.app.workout import Stage
from bot.language.whole_sentences import is_said, typed
from bot.training.body import CheckIn, RedFlag
from bot.training.health import HealthFact

LONGEST: Final = 60


def answer(turn: Turn, text: str) -> Replies:
    """Take back what "it" was that was just told of, or ask; nothing for a text that says something else."""
    if len(text) > LONGEST or not is_said("it_deleted", typed(text), turn.knowledge.vocabulary):
        return ()
    if workouts.under_way(turn, Stage.WORK, Stage.EFFORT) is not None:
        # Between the sets it is the last one that was done.
        return gym_typed.undo(turn) or ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if any(isinstance(one, CheckIn | RedFlag | HealthFact) for one in just_told(turn)):
        # What was told of the body is taken back by its own button alone.
        return own_data.ask_what(turn)
    change, entry = second_thoughts.changed(turn), lift_words.just_logged(turn)
    if change is not None and change.args[0].isdecimal():
        return lift_words.anew(undo(turn, int(change.args[0])))
    return own_data.ask_what(turn) if entry is None else lift_words.anew(editing_lifts.delete(turn, *entry))
