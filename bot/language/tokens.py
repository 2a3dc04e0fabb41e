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
_LONGEST_CONTRACTION = 6
NO_SENSES: Senses = {}


@dataclass(slots=True)
class Token:
    """A word, phrase, number, mark or line end, with its place in the text; never changed once it is made.

    It is not frozen because that makes it several times as slow to make, and a long text has thousands. `glued` says
    that nothing stands between it and the token before; `spelled` that the number is a word ("six").
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
        word, start = match.group().lower(), match.start()
        # "2nite" and "b4" are words; "5k" and "6pm" are a number and its unit.
        if _is_one_piece(word) or word in vocabulary.senses or not any(char.isdecimal() for char in word):
            yield _Piece(word, start, match.end())
            continue
        for part in _PART.finditer(match.group()):
            yield _Piece(part.group().lower(), start + part.start(), start + part.end())


def _is_one_piece(word: str) -> bool:
    """Tell at a glance of most stretches that they hold no number beside letters."""
    return len(word) == 1 or word.isalpha() or word.isdecimal()


def _merged(pieces: Sequence[_Piece], text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    index, last = 0, -1
    while index < len(pieces):
        said, start, end = pieces[index]
        meant, after = _word(said, vocabulary), index + 1
        # Few words begin a phrase.
        if meant.longest > 1:
            senses, after = _phrase(pieces, index, meant.longest, vocabulary)
            if after > index + 1:
                end = pieces[after - 1].end
                said = text[start:end].lower()
                meant = _meaning(said, senses, vocabulary)
        yield Token(said, start, end, meant.number, meant.spelled, last == start, meant.senses)
        index, last = after, end


def _phrase(pieces: Sequence[_Piece], index: int, longest: int, vocabulary: Vocabulary) -> tuple[Senses | None, int]:
    """Return the longest phrase from here; a longer one that begins inside it wins: "deadlift | day after tomorrow".

    What asks stays whole ("can i | do | my deadlifts"), and what only takes words out of play cuts nothing.
    """
    best, after = _longest_phrase(pieces, index, longest, len(pieces), vocabulary)
    if best and "ask" in best:
        return best, after
    for start in range(index + 1, after):
        inside = _word(pieces[start].text, vocabulary).longest
        if inside > after - index:
            found, end = _longest_phrase(pieces, start, inside, len(pieces), vocabulary)
            if found and "plain" not in found and end > after and end - start > after - index:
                return _longest_phrase(pieces, index, longest, start, vocabulary)
    return best, after


def _longest_phrase(
    pieces: Sequence[_Piece], index: int, longest: int, until: int, vocabulary: Vocabulary
) -> tuple[Senses | None, int]:
    """Return the longest phrase that begins at a piece and ends before another; the piece alone where there is none."""
    phrase = pieces[index].text
    best, after = vocabulary.meaning(phrase), index + 1
    end = after
    for _ in range(longest - 1):
        end += _is_hyphen(pieces, end)
        if end >= until:
            break
        phrase = f"{phrase} {pieces[end].text}"
        end += 1
        if found := vocabulary.meaning(phrase):
            best, after = found, end
        if phrase not in vocabulary.openings:
            break
    return best, after


def _is_hyphen(pieces: Sequence[_Piece], index: int) -> bool:
    """Tell whether a hyphen joins two words here ("time-trial"), with nothing beside it."""
    if not 0 < index < len(pieces) - 1 or pieces[index].text != "-":
        return False
    return pieces[index - 1].end == pieces[index].start and pieces[index].end == pieces[index + 1].start


@dataclass(slots=True)
class _Meaning:
    """What a word or phrase is, wherever it stands; see Token."""

    number: int | None
    spelled: bool
    senses: Senses
    longest: int
    """How many words the longest phrase has that begins with it."""


@lru_cache(maxsize=4096)
def _word(text: str, vocabulary: Vocabulary) -> _Meaning:
    """Return what a word is that stands alone; most words of a message were read before."""
    return _meaning(text, vocabulary.meaning(text), vocabulary)


def _meaning(text: str, senses: Senses | None, vocabulary: Vocabulary) -> _Meaning:
    longest = max(vocabulary.longest.get(text, 1), vocabulary.longest.get(text.removesuffix("'s"), 1))
    if text.isdecimal():
        number = int(text) if len(text) <= _MOST_DIGITS else None
        return _Meaning(number=number, spelled=False, senses=senses or NO_SENSES, longest=longest)
    # "Sat'day"; "we'd" is no Wednesday.
    letters = text.replace("'", "") if len(text) > _LONGEST_CONTRACTION else text
    senses = senses or (vocabulary.guess(letters) if letters.isalpha() else None) or NO_SENSES
    spelled = senses.get("number")
    number = None if spelled is None else int(spelled)
    return _Meaning(number=number, spelled=spelled is not None, senses=senses, longest=longest)
