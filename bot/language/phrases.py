"""The notation in which content files write down phrases, and the words of a text that they are held against.

chest pain            these words in this order; small words ("my", "is really") may stand between them
can_not               words joined by _ stand directly next to each other
<pee>                 any way of saying it that the list of that name holds; lists may use lists
numb + <groin>        both near each other in one sentence, in any order
<back_pain> & <fever> both anywhere in the message; the first one decides when, and whose, it is
swoll*                any ending
#number #year         a number, a year
=gone                 the whole message, but for small words
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

NUMBER = "#number"
YEAR = "#year"

_WHOLE = "="
_WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*|[/&+]")
_FULL_STOP = re.compile(r"[.!?;\n\u2026]")
_COMMA = re.compile(r"[,:()\"]|\s-|-\s|--")
_SIGNS = {"&": "and", "+": "plus", "/": "/"}
_LONG_DRAWN = re.compile(r"(.)\1{2,}")
_PLAIN_WORDS = re.compile(r" *[a-z]+(?: +[a-z]+)* *")
_PIECE = re.compile(r"<([a-z_]+)>|(#number|#year|\d+|[^\W\d_]+|/)(\*?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text in plain spelling, and where it stands in the text.

    `pause` is what stands before it: "" nothing, "," a comma or the like, "." the end of a sentence. `question` says
    that a question mark follows.
    """

    plain: str
    start: int
    end: int
    pause: str = ""
    question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One place in a run of words: a word (perhaps with any ending) or a named list; `tied` to the place before it."""

    word: str = ""
    ending: bool = False
    group: str = ""
    tied: bool = False


Run = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase of the notation: each of `parts` occurs somewhere, its runs near each other; `whole`: alone."""

    text: str
    parts: tuple[tuple[Run, ...], ...]
    whole: bool = False

    @property
    def runs(self) -> Iterator[Run]:
        """Return every run of the phrase."""
        return (run for part in self.parts for run in part)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseList:
    """Phrases by their text, each once, with its number in the list."""

    by_text: Mapping[str, Phrase]
    numbers: Mapping[str, int]

    @classmethod
    def parse(cls, texts: Iterable[str]) -> "PhraseList":
        """Read phrases of the notation. ValueError says what is wrong with one."""
        by_text = {text: parse_phrase(text) for text in texts}
        return cls(by_text=by_text, numbers={text: number for number, text in enumerate(by_text)})

    def __iter__(self) -> Iterator[Phrase]:
        """Yield the phrases in the order of the list."""
        return iter(self.by_text.values())

    def among(self, texts: AbstractSet[str]) -> list[Phrase]:
        """Return the phrases that are among some texts, in the order of the list."""
        return [self.by_text[text] for text in sorted(self.by_text.keys() & texts, key=self.numbers.__getitem__)]


@lru_cache(maxsize=8192)
def plain_word(word: str) -> str:
    """Return a word without case, accents and apostrophes, and with letters drawn out ("painnnn") said twice."""
    if word in _SIGNS:
        return _SIGNS[word]
    letters = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in letters if letter.isalnum() or letter in ".,")
    return _LONG_DRAWN.sub(r"\1\1", bare) if not bare[:1].isdigit() else bare


def split_words(text: str) -> tuple[Word, ...]:
    """Return the words of a normalised text; takes time linear in its length."""
    words: list[Word] = []
    end = 0
    for found in _WORD.finditer(text):
        plain = plain_word(found[0])
        if not plain:
            continue
        gap = text[end : found.start()]
        if "?" in gap and words:
            words[-1] = _questioned(words[-1])
        words.append(Word(plain=plain, start=found.start(), end=found.end(), pause=_pause(gap) if words else "."))
        end = found.end()
    if words and "?" in text[end:]:
        words[-1] = _questioned(words[-1])
    return tuple(words)


def _questioned(word: Word) -> Word:
    return Word(plain=word.plain, start=word.start, end=word.end, pause=word.pause, question=True)


def _pause(gap: str) -> str:
    if _FULL_STOP.search(gap):
        return "."
    return "," if _COMMA.search(gap) else ""


def parse_phrase(text: str) -> Phrase:
    """Read a phrase of the notation. ValueError says what is wrong with it."""
    parts = tuple(tuple(parse_run(run) for run in part.split("+")) for part in text.removeprefix(_WHOLE).split("&"))
    return Phrase(text=text, parts=parts, whole=text.startswith(_WHOLE))


def parse_run(text: str) -> Run:
    """Read a run of words. ValueError says what is wrong with it."""
    if _PLAIN_WORDS.fullmatch(text):  # four of five of them, and read in a third of the time
        return tuple(map(_plain_piece, text.split()))
    run: list[Piece] = []
    end = 0
    plain = text.replace("'", "").replace("-", " ").strip()
    for found in _PIECE.finditer(plain):
        if plain[end : found.start()].strip(" _"):
            break
        run.append(_piece(*found.groups(), tied=bool(run) and " " not in plain[end : found.start()]))
        end = found.end()
    if not run or end < len(plain):
        raise ValueError(f"{text.strip()!r}: cannot read {plain[end:] or 'no words'!r}")
    return tuple(run)


@lru_cache(maxsize=8192)
def _plain_piece(word: str) -> Piece:
    return Piece(word=plain_word(word))


@lru_cache(maxsize=8192)
def _piece(group: str | None, word: str, ending: str | None, *, tied: bool) -> Piece:
    if group:
        return Piece(group=group, tied=tied)
    return Piece(word=word if word.startswith("#") else plain_word(word), ending=bool(ending), tied=tied)
