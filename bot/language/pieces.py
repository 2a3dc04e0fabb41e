"""A message cut into words, numbers and marks, each in plain spelling: what patterns are held against."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.language.phrases import plain_word

NUMBER = re.compile(r"\d+(?:\.\d+)?|\d+:\d\d")

_PIECE = re.compile(r"\d+(?:[.:,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|\n|_")


class Piece(NamedTuple):
    """A word, number or mark: in plain spelling, as it is written, and the space before it."""

    plain: str
    raw: str
    gap: str


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text; takes time linear in its length. Space at its end belongs to none."""
    end = 0
    for found in _PIECE.finditer(text):
        raw = found[0]
        yield Piece(plain_piece(raw), raw, text[end : found.start()])
        end = found.end()


def plain_piece(raw: str) -> str:
    """Return a piece without case, accents and apostrophes; a number or mark as it is."""
    return plain_word(raw) or raw if raw[0].isalpha() or raw == "&" else raw
