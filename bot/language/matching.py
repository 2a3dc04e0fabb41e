"""Finding phrases in the words of a text, whatever stands between them and however they are misspelt."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from bot.language.phrasebook import Phrasebook
from bot.language.phrases import Phrase, PhraseList, Piece, Run, Word, split_words

T = TypeVar("T")

_MOST_BETWEEN = 6
_LONGEST_QUOTE = 15
_OWNERS = ("'s", "'S")
_LISTING = frozenset({"and", "or", "n", "/", "plus", "nor"})


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


class Page:
    """One text, held against phrases. What was found is remembered while the text is read."""

    def __init__(self, text: str, *, book: Phrasebook, filler: str) -> None:
        """Split a normalised text into words and look each one up once; `filler` names the list of small words."""
        self.text = text
        self.words = tuple(_unglued(split_words(text), book))
        self.sentences = _sentences(self.words)
        self._groups = book.groups
        self._found: dict[str, dict[int, tuple[int, ...]]] = {}
        self._words: dict[str, dict[int, tuple[int, ...]]] = {}
        self._runs: dict[Run, list[Span]] = {}
        self._at = _places(self.words, text, book)
        self._possible = {text for reading in self._at for text in book.phrase_keys.get(reading, ())}
        self._possible_runs: dict[str, set[int]] = {}
        for group, number in (run for reading in self._at for run in book.run_keys.get(reading, ())):
            self._possible_runs.setdefault(group, set()).add(number)
        self._fillers = frozenset(span.start for span in self.spans(filler))
        self._content = frozenset(range(len(self.words))) - self._fillers

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

    def places_of(self, group: str) -> frozenset[int]:
        """Return the words that any way of saying the named list takes up."""
        return frozenset(place for span in self.spans(group) for place in range(span.start, span.end))

    def places(self, word: str) -> tuple[int, ...]:
        """Return where a word of the wordlist stands."""
        return tuple(self._at.get(word, ()))

    def likely(self, phrases: PhraseList) -> list[Phrase]:
        """Return the phrases that may stand in the text, without looking for them yet."""
        return phrases.among(self._possible)

    @property
    def possible(self) -> Collection[str]:
        """Return the phrases of the book, as they are written, that may stand in the text."""
        return self._possible

    def covered(
        self, phrases: PhraseList, *, window: int, keep: Callable[[Span], bool] = lambda _: True
    ) -> frozenset[int]:
        """Return the words that any of the phrases takes up, made of spans that `keep` accepts."""
        matches = (match for phrase in self.likely(phrases) for match in self.find(phrase, window=window, keep=keep))
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
        parts = _unless_one_is_empty(self._near(part, window=window, keep=keep, blocks=blocks) for part in phrase.parts)
        if parts:
            rest = tuple(span for part in parts[1:] for span in part[0])
            matches = (Match(main=main, spans=(*main, *rest)) for main in parts[0])
            yield from (match for match in matches if not phrase.whole or self._is_all(match))

    def _is_all(self, match: Match) -> bool:
        """Tell whether a match leaves nothing of the text but small words."""
        inside = {place for span in match.spans for place in range(span.start, span.end)}
        return len(inside & self._content) == len(self._content)

    def _near(
        self, part: tuple[Run, ...], *, window: int, keep: Callable[[Span], bool], blocks: Collection[int]
    ) -> list[tuple[Span, ...]]:
        found = _unless_one_is_empty(self._run_spans(run, keep) for run in part)
        if len(found) < len(part):
            return []
        if len(found) == 1:
            return [(span,) for span in found[0]]
        others = [[*found[:number], *found[number + 1 :]] for number in range(len(found))]
        together = (_nearest_before(others[number], last) for number, spans in enumerate(found) for last in spans)
        return [spans for spans in together if spans and self._is_near(spans, window=window, blocks=blocks)]

    def _run_spans(self, run: Run, keep: Callable[[Span], bool]) -> list[Span]:
        if run not in self._runs:
            spans = (Span(start, end) for start, ends in self._run(run).items() for end in ends)
            # Of two that end together the longer one comes last, and is taken: "thigh bone" rather than "bone".
            self._runs[run] = sorted(spans, key=lambda span: (span.end, -span.start))
        return [span for span in self._runs[run] if keep(span)]

    def _is_near(self, spans: tuple[Span, ...], *, window: int, blocks: Collection[int]) -> bool:
        if self.sentences[spans[0].start] != self.sentences[spans[-1].end - 1]:
            return False
        gaps = [range(left.end, right.start) for left, right in pairwise(spans)]
        return sum(map(len, gaps)) <= window and not any(gap and self._is_blocked(gap, blocks) for gap in gaps)

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
            for number in self._possible_runs.get(name, ()):
                for start, ends in self._run(self._groups[name][number]).items():
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
        if not after:
            return {}
        reaches = self._next_to if piece.tied else self._reaches
        longer: dict[int, tuple[int, ...]] = {}
        for start, ends in found.items():
            nexts = {far for end in ends for place in reaches[end] if place in after for far in after[place]}
            if nexts:
                longer[start] = tuple(sorted(nexts))
        return longer

    @cached_property
    def _next_to(self) -> tuple[range, ...]:
        """Return for every place, and the end of the text, where a run may go on at once: there, or nowhere."""
        places = (range(place, place + (not word.pause)) for place, word in enumerate(self.words))
        return (*places, range(0))

    @cached_property
    def _reaches(self) -> tuple[range, ...]:
        """Return for every place where a run may go on: at once, or after a few small words, never across a pause."""
        reaches = [range(0)]
        for place in range(len(self.words) - 1, -1, -1):
            after = reaches[-1].stop if place in self._fillers and reaches[-1] else place + 1
            end = min(after, place + _MOST_BETWEEN + 1)
            reaches.append(range(place, place if self.words[place].pause else end))
        return tuple(reversed(reaches))

    def _piece(self, piece: Piece) -> dict[int, tuple[int, ...]]:
        if piece.group:
            return self._group(piece.group)
        word = f"{piece.word}*" if piece.ending else piece.word
        if word not in self._words:
            self._words[word] = {place: (place + 1,) for place in self._at.get(word, ())}
        return self._words[word]


def _unless_one_is_empty(lists: Iterable[list[T]]) -> list[list[T]]:
    """Return the lists, or none as soon as one is empty."""
    found: list[list[T]] = []
    for one in lists:
        if not one:
            return []
        found.append(one)
    return found


def _nearest_before(others: list[list[Span]], last: Span) -> tuple[Span, ...] | None:
    """Return `last` with the nearest span before it of every other run, in the order of the text."""
    chosen = []
    for spans in others:
        index = bisect_right(spans, last.start, key=lambda span: span.end)
        if index == 0:
            return None
        chosen.append(spans[index - 1])
    ordered = sorted(chosen)
    are_apart = all(left.end <= right.start for left, right in pairwise(ordered))
    return (*ordered, last) if are_apart else None


def _unglued(words: Iterable[Word], book: Phrasebook) -> Iterator[Word]:
    for word in words:
        halves = book.halves(word.plain)
        if halves is None:
            yield word
        else:
            yield replace(word, plain=halves[0], question=False)
            yield replace(word, plain=halves[1], pause="")


def _places(words: tuple[Word, ...], text: str, book: Phrasebook) -> dict[str, list[int]]:
    readings: dict[tuple[str, bool], tuple[str, ...]] = {}
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        key = (word.plain, text[word.start : word.end].endswith(_OWNERS) and len(word.plain) > 1)
        if key not in readings:
            readings[key] = book.readings(word.plain, is_owner=key[1])
        for reading in readings[key]:
            places.setdefault(reading, []).append(place)
    return places


def _sentences(words: tuple[Word, ...]) -> tuple[int, ...]:
    numbers: list[int] = []
    for word in words:
        numbers.append((numbers[-1] if numbers else -1) + (word.pause == "."))
    return tuple(numbers)
