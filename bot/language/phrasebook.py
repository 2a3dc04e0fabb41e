"""The words that phrases are made of: looked up as they are written, misspelt, or glued together."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.phrases import NUMBER, YEAR, Phrase, Piece, Run

_SHORTEST_GUESS = 3
_SHORTEST_KNOWN = 5
_LONG_WORD = 9
_SHORTEST_GLUED = 7
_SHORTEST_HALF = 3
_LONGEST_WORD = 30
_YEAR = re.compile(r"(?:19|20)\d\d")
_DOUBLED = re.compile(r"(.)\1")

T = TypeVar("T", bound=Hashable)
Groups = Mapping[str, tuple[Run, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """Named lists of runs, the words they and the phrases are made of, and which word makes which phrase possible.

    `beginnings` are words with any ending, `ordinary` words that are no typing mistakes, `by_letter` the words that a
    mistake may stand for: all of five letters and more, and those that `build` is told of. Every phrase, and every run
    of a group, has keys without which it cannot stand in a text: `phrase_keys` and `run_keys` say which phrases (by
    text) and runs (by group and number) a word makes possible.
    """

    groups: Groups
    words: frozenset[str]
    beginnings: tuple[str, ...]
    ordinary: frozenset[str]
    by_letter: Mapping[str, tuple[str, ...]]
    phrase_keys: Mapping[str, tuple[str, ...]]
    run_keys: Mapping[str, tuple[tuple[str, int], ...]]

    @classmethod
    def build(
        cls, *, groups: Groups, phrases: Iterable[Phrase], ordinary: Iterable[str], short: Iterable[str] = ()
    ) -> "Phrasebook":
        """Collect the words; the groups know each other and are not made of themselves. `short` may be misspelt too."""
        phrases = tuple(phrases)
        runs = (*(run for many in groups.values() for run in many), *(run for phrase in phrases for run in phrase.runs))
        pieces = [piece for run in runs for piece in run if piece.word]
        words = frozenset(piece.word for piece in pieces if not piece.ending)
        keys = _keys_of(groups)
        return cls(
            groups=groups,
            words=words,
            beginnings=tuple(sorted({piece.word for piece in pieces if piece.ending})),
            ordinary=frozenset(ordinary),
            by_letter=_by_letter(words, short=frozenset(short) & words),
            phrase_keys=_inverted((phrase.text, min(map(keys, phrase.runs), key=len)) for phrase in phrases),
            run_keys=_inverted(((name, n), keys(run)) for name, many in groups.items() for n, run in enumerate(many)),
        )

    def readings(self, plain: str, *, is_owner: bool = False) -> tuple[str, ...]:
        """Return the words that a word of a text may be; a beginning is returned with its asterisk.

        `is_owner` says that it was written with 's: "back's" is "backs" and "back".
        """
        if is_owner:
            return tuple(dict.fromkeys((*self.readings(plain), *self.readings(plain[:-1]))))
        if plain[0].isdigit():
            return (plain, NUMBER, *((YEAR,) if _YEAR.fullmatch(plain) else ()), *_with_decimals(plain))
        begun = tuple(f"{start}*" for start in self.beginnings if plain.startswith(start))
        if plain in self.words or begun or plain in self.ordinary:
            return (plain, *begun)
        simpler = (_DOUBLED.sub(r"\1", plain), plain.removesuffix("s"), f"{plain}g" if plain.endswith("in") else "")
        return tuple(word for word in simpler if word in self.words) or self._guesses(plain)

    def halves(self, plain: str) -> tuple[str, str] | None:
        """Return the two known words that were written as one ("chestpain"), or None."""
        if not _SHORTEST_GLUED <= len(plain) <= _LONGEST_WORD or plain in self.ordinary or plain in self.words:
            return None
        for cut in range(_SHORTEST_HALF, len(plain) - _SHORTEST_HALF + 1):
            if plain[:cut] in self.words and plain[cut:] in self.words:
                return plain[:cut], plain[cut:]
        return None

    def _guesses(self, plain: str) -> tuple[str, ...]:
        """Return what a misspelt word may stand for: one slip, or two in a long word, not in the first letter alone."""
        if not _SHORTEST_GUESS <= len(plain) <= _LONGEST_WORD:
            return ()
        known = self.by_letter.get(plain[0], ())
        close = process.extract(plain, known, scorer=OSA.distance, score_cutoff=2, limit=None)
        return tuple(word for word, slips, _ in close if slips <= _slips(word) and _same_start(plain, word))


def _with_decimals(number: str) -> tuple[str, ...]:
    """Return the beginning that a number with decimals has: "38*" for "38.9"."""
    whole = re.split(r"[.,]", number, maxsplit=1)
    return (f"{whole[0]}*",) if len(whole) > 1 else ()


def _by_letter(words: Iterable[str], *, short: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        if (len(word) >= _SHORTEST_KNOWN or word in short) and word.isalpha():
            for letter in {word[0], word[1]}:
                found.setdefault(letter, []).append(word)
    return {letter: tuple(known) for letter, known in found.items()}


def _slips(word: str) -> int:
    return 2 if len(word) >= _LONG_WORD else 1


def _same_start(written: str, word: str) -> bool:
    return written[0] == word[0] or written[:2] == word[1::-1]


def _keys_of(groups: Groups) -> Callable[[Run], frozenset[str]]:
    """Return what gives the words without which a run cannot stand: the place in it with the fewest ways to say it."""

    @cache
    def of_group(group: str) -> frozenset[str]:
        return frozenset(key for run in groups[group] for key in of_run(run))

    @cache
    def of_word(word: str) -> frozenset[str]:
        return frozenset({word})

    def of_piece(piece: Piece) -> frozenset[str]:
        if piece.group:
            return of_group(piece.group)
        return of_word(f"{piece.word}*" if piece.ending else piece.word)

    @cache
    def commonness(keys: frozenset[str]) -> tuple[int, int]:
        # Long words are rarer: "in my club" is looked for in fewer texts by "club" than by "in".
        return len(keys), -min(map(len, keys), default=0)

    def of_run(run: Run) -> frozenset[str]:
        return min(map(of_piece, run), key=commonness) if len(run) > 1 else of_piece(run[0])

    return of_run


def _inverted(keyed: Iterable[tuple[T, frozenset[str]]]) -> Mapping[str, tuple[T, ...]]:
    found: dict[str, dict[T, None]] = {}
    for value, keys in keyed:
        for key in keys:
            found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}
