"""Where somebody says that they are: "I'm in Lisbon now", "landed in Denver", "travelling, in Tokyo till friday"."""

import re
from typing import Final

from bot.language.parts_told import parts_told
from bot.language.text import is_in_quotes
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of, typed

_LONGEST: Final = 200
_MOST_OF_PLACE: Final = 3
_BEFORE_PLACE: Final = re.compile(r"\b(?:in|at)\b", re.IGNORECASE)
"""The words before a place: a text without them need not be cut into parts."""


def read_whereabouts(text: str, vocabulary: Vocabulary) -> str | None:
    """Return the place at which a text says in a part of its own to be; whether there is one has to be looked up.

    None for any other text. No text raises.
    """
    if len(text) > _LONGEST:
        return None
    said = typed(text)
    if _BEFORE_PLACE.search(said) is None:
        return None
    found = ((part, kept_of("whereabouts", part, vocabulary)) for part, _ in parts_told(said))
    return next(
        (kept["place"] for part, kept in found if kept is not None and not is_in_quotes(said, said.find(part))), None
    )


def may_be_place(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is a few words that can be the name of a place, and nothing else.

    Words that all mean something here name none: "normal", "never", "nice".
    """
    words = text.strip(" .!").replace(",", " ").split()
    if not 0 < len(words) <= _MOST_OF_PLACE or all(vocabulary.meaning(word.lower()) for word in words):
        return False
    return all(word.replace("-", "").replace("'", "").isalpha() for word in words)
