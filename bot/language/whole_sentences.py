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


class _Same:
    """Items that are the same where they are one and the same object."""

    __slots__ = ("items",)

    def __init__(self, items: Items) -> None:
        self.items = items

    def __hash__(self) -> int:
        return id(self.items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.items is self.items


def _words(text: str, items: Items) -> MessageWords:
    return _cut(text, _Same(items))


@lru_cache(maxsize=4)
def _cut(text: str, read: _Same) -> MessageWords:
    """Cut a text into words once, however many sentences it is held against."""
    return MessageWords.of(text, read.items)
