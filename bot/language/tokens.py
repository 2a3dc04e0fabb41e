"""Text becomes tokens: numbers, known words and phrases with their meanings, unknown words, marks and line ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from bot.language.vocabulary import Senses, Vocabulary

_PIECE = re.compile(r"\d+(?=[ap]\.m)|[ap]\.m\b\.?|[^\W_]+(?:'[^\W\d_]+)*|[\n\t]|\S", re.IGNORECASE)
_PART = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*|'")
# Nobody runs or lifts a number of more digits; longer ones are words that mean nothing.
_MOST_DIGITS = 6
NO_SENSES: Senses = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, phrase, number, mark or line end, with its place in the text.

    `glued` says that nothing stands between it and the token before; `spelled` that the number is a word ("six").
    """

    text: str
    start: int
    end: int
    number: int | None = None
    spelled: bool = False
    glued: bool = False
    senses: Senses = field(default_factory=dict)

    def means(self, group: str) -> str | None:
        """Return the key it has in a group of the vocabulary, or None."""
        return self.senses.get(group)

    def is_word(self, *roles: str) -> bool:
        """Tell whether it is a grammar word in one of these roles."""
        return self.senses.get("word") in roles

    @property
    def is_name(self) -> bool:
        """Tell whether it is made of letters."""
        return self.number is None and self.text[:1].isalpha()


END = Token(text="", start=-1, end=-1)


@lru_cache(maxsize=2)
def tokenize(text: str, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Return the tokens of a normalised text. Longest known phrase first; linear in the text's length.

    Several readers look at one message: its tokens are kept until the next ones come.
    """
    pieces = tuple(_pieces(text, vocabulary))
    return tuple(_merged(pieces, text, vocabulary))


def at(tokens: Sequence[Token], index: int) -> Token:
    """Return a token, or END outside the text."""
    try:
        return tokens[index] if index >= 0 else END
    except IndexError:
        return END


class _Piece(NamedTuple):
    """A stretch of letters or digits, or a mark."""

    text: str
    start: int
    end: int


def _pieces(text: str, vocabulary: Vocabulary) -> Iterator[_Piece]:
    for match in _PIECE.finditer(text):
        word = match.group().lower()
        # "2nite" and "b4" are words; "5k" and "6pm" are a number and its unit.
        if word.isalpha() or word in vocabulary.senses or not any(char.isdecimal() for char in word):
            yield _Piece(word, match.start(), match.end())
            continue
        for part in _PART.finditer(match.group()):
            yield _Piece(part.group().lower(), match.start() + part.start(), match.start() + part.end())


def _merged(pieces: Sequence[_Piece], text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    index = 0
    while index < len(pieces):
        senses, after = _longest_phrase(pieces, index, vocabulary)
        start, end = pieces[index].start, pieces[after - 1].end
        glued = index > 0 and pieces[index - 1].end == start
        yield _token(_Piece(text[start:end].lower(), start, end), senses, vocabulary, glued=glued)
        index = after


def _longest_phrase(pieces: Sequence[_Piece], index: int, vocabulary: Vocabulary) -> tuple[Senses | None, int]:
    phrase = pieces[index].text
    best, after = vocabulary.meaning(phrase), index + 1
    longest = vocabulary.longest.get(phrase.removesuffix("'s"), 1)
    end = after
    for _ in range(longest - 1):
        end += _is_hyphen(pieces, end)
        if end >= len(pieces):
            break
        phrase = f"{phrase} {pieces[end].text}"
        end += 1
        if found := vocabulary.meaning(phrase):
            best, after = found, end
    return best, after


def _is_hyphen(pieces: Sequence[_Piece], index: int) -> bool:
    """Tell whether a hyphen joins two words here ("time-trial"), with nothing beside it."""
    if not 0 < index < len(pieces) - 1 or pieces[index].text != "-":
        return False
    return pieces[index - 1].end == pieces[index].start and pieces[index].end == pieces[index + 1].start


def _token(piece: _Piece, senses: Senses | None, vocabulary: Vocabulary, *, glued: bool) -> Token:
    text = piece.text
    if text.isdecimal():
        number = int(text) if len(text) <= _MOST_DIGITS else None
        return Token(
            text=text, start=piece.start, end=piece.end, number=number, glued=glued, senses=senses or NO_SENSES
        )
    senses = senses or (vocabulary.guess(text) if text.isalpha() else None) or NO_SENSES
    spelled = senses.get("number")
    return Token(
        text=text,
        start=piece.start,
        end=piece.end,
        number=None if spelled is None else int(spelled),
        spelled=spelled is not None,
        glued=glued,
        senses=senses,
    )
