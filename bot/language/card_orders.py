"""A card that is wanted in words: "picture", "send me the picture", "share this", "share my week"."""

from dataclasses import dataclass

from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of, typed

_LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOrder:
    """A card that is wanted: to be `shared`, or only seen. `what` is today, week, progress, or "" for the last one.

    `any_one` is "a picture": it may be a drawing where no card was shown.
    """

    shared: bool
    what: str = ""
    any_one: bool = False


def read_card_order(text: str, *, vocabulary: Vocabulary) -> CardOrder | None:
    """Read which card is wanted; None for any other text."""
    said = typed(text)
    if len(said) > _LONGEST:
        return None
    if (kept := kept_of("card_shared", said, vocabulary)) is not None:
        return CardOrder(shared=True, what=_what(kept.get("what", "")))
    if (kept := kept_of("card_picture", said, vocabulary)) is not None:
        return CardOrder(shared=False, what=_what(kept.get("what", "")), any_one="article" in kept)
    return None


def _what(word: str) -> str:
    return "today" if word.lower() == "day" else word.lower()
