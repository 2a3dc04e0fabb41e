"""How one progresses: asked in a sentence that asks nothing else, and the exercise that `/progress` names."""

from bot.language.frames import Items
from bot.language.held import any_mark, any_means, any_text
from bot.language.items import Item
from bot.language.meaning import Meaning, ProgressQuestion
from bot.language.message import Message, needs
from bot.language.text import normalise, too_long
from bot.language.tokens import tokenize
from bot.language.vocabulary import Vocabulary
from bot.training.lifts import Exercise

_MARKS = ".,!?:;\n"
_LEADS = frozenset(
    {
        *("what", "what's", "whats", "what is", "what was", "what are", "how", "how's", "hows"),
        *("show", "show me", "see", "tell me", "give me"),
    }
)
_LIFTS = frozenset({"lift", "lifting"})


def read_exercise(text: str, vocabulary: Vocabulary) -> Exercise | None:
    """Read the exercise that a text names first: "trap bar". None when it names none; no text raises."""
    if too_long(text):
        return None
    named = (token.means("exercise") for token in tokenize(normalise(text), vocabulary))
    return next((Exercise(name) for name in named if name), None)


@needs("progress")
def read_progress_question(message: Message) -> tuple[Meaning, ...]:
    """Read "how am I progressing", "my 1RM for trap bar?"; "am I getting stronger off the floor" asks something else.

    Behind a statement's words ("my 1RM is 140") it asks nothing.
    """
    rest = tuple(item for item in message.items if not item.means("progress") and not item.is_mark(_MARKS))
    if not all(map(_is_frame, rest)) or not _asks(message.items, rest) or _is_of_anybody(message.items):
        return ()
    named = next((name for item in rest if (name := item.means("exercise"))), None)
    return (ProgressQuestion(exercise=None if named is None else Exercise(named)),)


def _is_frame(item: Item) -> bool:
    """Tell whether a word only leads to what is asked, or names the exercise."""
    named = item.means("exercise") or item.text in _LIFTS
    return bool(item.means("filler") or item.means("talk") or named) or item.text in _LEADS


def _is_of_anybody(items: Items) -> bool:
    """Tell whether "max" or "PR" is all that is named, and nothing says whose: "what's the max", "PR!"."""
    named = {item.means("progress") for item in items} - {None}
    return named == {"bests"} and not (any_text(items, ("my",)) or any_means(items, "exercise"))


def _asks(items: Items, rest: Items) -> bool:
    """Tell whether it is asked, or wished to see: a name alone and one with a question mark do."""
    asks = any_means(items, "progress", "asks") or any_mark(items, "?")
    named = all(item.means("exercise") or item.text == "my" for item in rest)
    return asks or any_text(rest, _LEADS) or named
