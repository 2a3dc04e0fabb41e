"""Whether a message is, as a whole, one of the sentences of the content, and what is taken from it."""

from collections.abc import Mapping
from functools import lru_cache

from bot.language.frames import Items
from bot.language.message_words import MessageWords
from bot.language.text import normalise
from bot.language.vocabulary import Vocabulary


def kept_of(name: str, text: str, vocabulary: Vocabulary, items: Items = ()) -> Mapping[str, str] | None:
    """Return what a message keeps that is a sentence of that name, as it is written; None for any other message.

    `items` are what was read of the text. No text raises; the time grows with its length alone.
    """
    words = _words(text, items)
    kept = vocabulary.sentences.kept(name, words)
    return None if kept is None else {slot: words.said(*places) for slot, places in kept.items()}


def is_said(name: str, text: str, vocabulary: Vocabulary, items: Items = ()) -> bool:
    """Tell whether a message is a sentence of that name."""
    return vocabulary.sentences.kept(name, _words(text, items)) is not None


def typed(text: str) -> str:
    """Return a text in one spelling, and on one line."""
    return " ".join(normalise(text).split())


@lru_cache(maxsize=4)
def _key(text: str) -> MessageWords:
    return MessageWords.of(text, ())


def _words(text: str, items: Items) -> MessageWords:
    return MessageWords.of(text, items) if items else _key(text)
