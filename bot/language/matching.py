"""Finding phrases in the words of a text, whatever stands between them and however they are misspelt."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.phrases import NUMBER, YEAR, Phrase, Piece, Run, Word, split_words

_SHORTEST_GUESS = 4
_SHORTEST_KNOWN = 5
_LONG_WORD = 8
_SHORTEST_GLUED = 7
_SHORTEST_HALF = 3
_LONGEST_WORD = 30
_MOST_BETWEEN = 4
_LONGEST_QUOTE = 15
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of words, from `start` up to but not including `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a phrase was found: the spans of its first part, which is the one that counts, and those of all parts."""

    main: tuple[Span, ...]
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Return the first word of the main part."""
        return min(span.start for span in self.main)

    @property
    def end(self) -> int:
        """Return the word after the main part."""
        return max(span.end for span in self.main)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordlist:
    """The words that phrases are made of: in full, by their beginning, and those to be read as they are written."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    ordinary: frozenset[str]
    by_letter: Mapping[str, tuple[str, ...]]

    @classmethod
    def build(cls, runs: Iterable[Run], *, ordinary: Iterable[str]) -> "Wordlist":
        """Collect the words of all runs."""
        pieces = {piece for run in runs for piece in run if piece.word}
        words = frozenset(piece.word for piece in pieces if not piece.ending)
        by_letter: dict[str, list[str]] = {}
        for word in sorted(words):
            if len(word) >= _SHORTEST_KNOWN and word.isalpha():
                for letter in {word[0], word[1]}:
                    by_letter.setdefault(letter, []).append(word)
        return cls(
            words=words,
            beginnings=tuple(sorted({piece.word for piece in pieces if piece.ending})),
            ordinary=frozenset(ordinary),
            by_letter={letter: tuple(known) for letter, known in by_letter.items()},
        )

    def readings(self, plain: str) -> tuple[str, ...]:
        """Return the words that a word of a text may be; a beginning is returned with its asterisk."""
        if plain[0].isdigit():
            return (plain, NUMBER, YEAR) if _YEAR.fullmatch(plain) else (plain, NUMBER)
        begun = tuple(f"{start}*" for start in self.beginnings if plain.startswith(start))
        if plain in self.words or begun or plain in self.ordinary:
            return (plain, *begun)
        return self._guesses(plain)

    def halves(self, plain: str) -> tuple[str, str] | None:
        """Return the two known words that were written as one ("chestpain"), or None."""
        if not _SHORTEST_GLUED <= len(plain) <= _LONGEST_WORD or plain in self.ordinary or plain in self.words:
            return None
        for cut in range(_SHORTEST_HALF, len(plain) - _SHORTEST_HALF + 1):
            if plain[:cut] in self.words and plain[cut:] in self.words:
                return plain[:cut], plain[cut:]
        return None

    def _guesses(self, plain: str) -> tuple[str, ...]:
        """Return what a misspelt word may stand for: one slip, or two in a long word, never in the first letter alone."""
        if not _SHORTEST_GUESS <= len(plain) <= _LONGEST_WORD:
            return ()
        known = self.by_letter.get(plain[0], ())
        close = process.extract(plain, known, scorer=OSA.distance, score_cutoff=2, limit=None)
        return tuple(word for word, slips, _ in close if slips <= _slips(word) and _same_start(plain, word))


def _slips(word: str) -> int:
    return 2 if len(word) >= _LONG_WORD else 1


def _same_start(written: str, word: str) -> bool:
    return written[0] == word[0] or written[:2] == word[1::-1]


class Page:
    """One text, held against phrases. What was found is remembered while the text is read."""

    def __init__(self, text: str, *, wordlist: Wordlist, groups: Mapping[str, tuple[Run, ...]], filler: str) -> None:
        """Split the text into words and look each one up once."""
        self.text = text
        self.words = tuple(_unglued(split_words(text), wordlist))
        self._groups = groups
        self._found: dict[str, dict[int, tuple[int, ...]]] = {}
        self._at = _places(self.words, wordlist)
        self._fillers = frozenset(place for run in groups[filler] for place in self._at.get(run[0].word, ()))
        self.sentences = _count(self.words, ".")

    def said(self, match: Match) -> str:
        """Return the words of the text in which a match was found."""
        spans = match.spans
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        if last - first > _LONGEST_QUOTE:
            first, last = match.start, match.end
        return self.text[self.words[first].start : self.words[last - 1].end]

    def spans(self, group: str) -> tuple[Span, ...]:
        """Return where any way of saying the named list stands."""
        found = self._group(group)
        return tuple(Span(start, end) for start, ends in sorted(found.items()) for end in ends)

    def places(self, word: str) -> tuple[int, ...]:
        """Return where a word of the wordlist stands."""
        return tuple(self._at.get(word, ()))

    def covered(self, phrases: Iterable[Phrase], *, window: int) -> frozenset[int]:
        """Return the words that any of the phrases takes up."""
        matches = (match for phrase in phrases for match in self.find(phrase, window=window))
        return frozenset(place for match in matches for span in match.spans for place in range(span.start, span.end))

    def find(
        self,
        phrase: Phrase,
        *,
        window: int,
        keep: Callable[[Span], bool] = lambda _: True,
        blocks: Collection[int] = frozenset(),
    ) -> Iterator[Match]:
        """Yield where a phrase stands, made of spans that `keep` accepts.

        Runs joined by + have at most `window` other words between them, none of them in `blocks`.
        """
        parts = [self._near(part, window=window, keep=keep, blocks=blocks) for part in phrase.parts]
        if all(parts):
            rest = tuple(span for part in parts[1:] for span in part[0])
            yield from (Match(main=main, spans=(*main, *rest)) for main in parts[0])

    def _near(
        self, part: tuple[Run, ...], *, window: int, keep: Callable[[Span], bool], blocks: Collection[int]
    ) -> list[tuple[Span, ...]]:
        found = [self._run_spans(run, keep) for run in part]
        if len(found) == 1:
            return [(span,) for span in found[0]]
        if not all(found):
            return []
        together = (_latest_together(found, last) for last in sorted({span for spans in found for span in spans}))
        return [spans for spans in together if spans and self._is_near(spans, window=window, blocks=blocks)]

    def _run_spans(self, run: Run, keep: Callable[[Span], bool]) -> list[Span]:
        found = self._run(run)
        spans = (Span(start, end) for start, ends in found.items() for end in ends)
        return sorted((span for span in spans if keep(span)), key=lambda span: (span.end, span.start))

    def _is_near(self, spans: tuple[Span, ...], *, window: int, blocks: Collection[int]) -> bool:
        if self.sentences[spans[0].start] != self.sentences[spans[-1].end - 1]:
            return False
        gaps = [range(left.end, right.start) for left, right in zip(spans, spans[1:], strict=False)]
        return sum(map(len, gaps)) <= window and not any(self._is_blocked(gap, blocks) for gap in gaps)

    def _is_blocked(self, gap: range, blocks: Collection[int]) -> bool:
        """Tell whether the words between belong to something else ("chest high, back tight"), unless it is a list."""
        content = [place for place in gap if place not in self._fillers]
        if not any(place in blocks for place in content):
            return False
        ends = {self.words[place].plain for place in (content[0], content[-1])}
        return not ends & _LISTING

    def _group(self, name: str) -> dict[int, tuple[int, ...]]:
        if name not in self._found:
            merged: dict[int, set[int]] = {}
            for run in self._groups[name]:
                for start, ends in self._run(run).items():
                    merged.setdefault(start, set()).update(ends)
            self._found[name] = {start: tuple(sorted(ends)) for start, ends in merged.items()}
        return self._found[name]

    def _run(self, run: Run) -> dict[int, tuple[int, ...]]:
        found = self._piece(run[0])
        for piece in run[1:]:
            if not found:
                return {}
            found = self._followed(found, piece)
        return found

    def _followed(self, found: dict[int, tuple[int, ...]], piece: Piece) -> dict[int, tuple[int, ...]]:
        after = self._piece(piece)
        longer: dict[int, tuple[int, ...]] = {}
        for start, ends in found.items():
            nexts = {far for end in ends for place in self._reach(end, tied=piece.tied) for far in after.get(place, ())}
            if nexts:
                longer[start] = tuple(sorted(nexts))
        return longer

    def _reach(self, end: int, *, tied: bool) -> Iterator[int]:
        """Yield the places at which a run may go on: at once, or after a few small words, never across a pause."""
        for place in range(end, min(end + _MOST_BETWEEN + 1, len(self.words))):
            if self.words[place].pause:
                return
            yield place
            if tied or place not in self._fillers:
                return

    def _piece(self, piece: Piece) -> dict[int, tuple[int, ...]]:
        if piece.group:
            return self._group(piece.group)
        places = self._at.get(f"{piece.word}*" if piece.ending else piece.word, ())
        return {place: (place + 1,) for place in places}


_LISTING = frozenset({"and", "or", "n", "/", "plus", "nor"})


def _latest_together(found: list[list[Span]], last: Span) -> tuple[Span, ...] | None:
    """Return `last` with the nearest span before it of every other run, in the order of the text."""
    without = [spans for spans in found if last not in spans]
    if len(without) != len(found) - 1:
        return _first_choice(found, last)
    return _before(without, last)


def _first_choice(found: list[list[Span]], last: Span) -> tuple[Span, ...] | None:
    for number, spans in enumerate(found):
        if last in spans and (chosen := _before([*found[:number], *found[number + 1 :]], last)):
            return chosen
    return None


def _before(others: list[list[Span]], last: Span) -> tuple[Span, ...] | None:
    chosen = []
    for spans in others:
        index = bisect_right(spans, last.start, key=lambda span: span.end)
        if index == 0:
            return None
        chosen.append(spans[index - 1])
    ordered = sorted(chosen)
    apart = all(left.end <= right.start for left, right in zip(ordered, ordered[1:], strict=False))
    return (*ordered, last) if apart else None


def _unglued(words: Iterable[Word], wordlist: Wordlist) -> Iterator[Word]:
    for word in words:
        halves = wordlist.halves(word.plain)
        if halves is None:
            yield word
        else:
            yield replace(word, plain=halves[0], question=False)
            yield replace(word, plain=halves[1], pause="")


def _places(words: tuple[Word, ...], wordlist: Wordlist) -> dict[str, list[int]]:
    readings: dict[str, tuple[str, ...]] = {}
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word.plain not in readings:
            readings[word.plain] = wordlist.readings(word.plain)
        for reading in readings[word.plain]:
            places.setdefault(reading, []).append(place)
    return places


def _count(words: tuple[Word, ...], pauses: str) -> tuple[int, ...]:
    counts: list[int] = []
    for word in words:
        counts.append((counts[-1] if counts else -1) + (word.pause in pauses and word.pause != ""))
    return tuple(counts)
