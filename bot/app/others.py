"""What is told of somebody else: nothing of it is the runner's, and nothing is stored."""

from bot.app import messages as m
from bot.app import red_flags
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import Meaning, NotUnderstood
from bot.language.whole_sentences import is_said, typed

LONGEST = 160


def answer(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies:
    """Say calmly that it is somebody else's; nothing for any other text, or where something was understood."""
    told = all(isinstance(one, NotUnderstood) for one in found) and "?" not in text and len(text) <= LONGEST
    if not told or not is_said("of_others", typed(text), turn.knowledge.vocabulary):
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.OF_OTHERS),)),)
