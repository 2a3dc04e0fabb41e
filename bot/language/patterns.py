"""Patterns of words, held against the words of a message; `pattern_notation` says how they are written down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

from bot.language.pieces import NUMBER

SMALL = frozenset({",", "-", "just", "really", "actually", "basically", "um", "umm", "erm"})
"""What may stand between any two words of a pattern."""

_SKIPPED = 2
# Marks that say nothing where a message ends.
_ENDING = frozenset({".", "!"})

Slots = dict[str, tuple[int, int]]
"""What was kept under each name: from a place of the message up to another."""


class Page(Protocol):
    """The words of a message: in plain spelling, all of them once, where each stands, and what is known of patterns."""

    plain: Sequence[str]
    held: AbstractSet[str]
    places: dict[str, list[int]]
    answers: dict[tuple["Pattern", int], bool]

    def is_stop(self, place: int) -> bool:
        """Tell whether a mark stands here that words do not reach across."""

    def ends_of(self, place: int, name: str, key: str) -> Iterable[int]:
        """Return where ends what the bot has read here under a name."""


class Test(Protocol):
    """What has to stand at one place of a message."""

    def ends(self, page: Page, place: int) -> Iterable[int]:
        """Return the places behind it, the likeliest first; none where it does not stand here."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words and phrases, by their first word, the longest first."""

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]

    def ends(self, page: Page, place: int) -> Iterable[int]:
        """Return the ends of all phrases that stand here."""
        known = self.phrases.get(page.plain[place]) if place < len(page.plain) else None
        if known is None:
            return ()
        return [place + len(one) for one in known if tuple(page.plain[place : place + len(one)]) == one]


@dataclass(frozen=True, slots=True)
class Begun:
    """A word with any ending."""

    start: str

    def ends(self, page: Page, place: int) -> Iterable[int]:
        """Return the end of the word."""
        return (place + 1,) if place < len(page.plain) and page.plain[place].startswith(self.start) else ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the bot has read: a word of a group of the vocabulary, a day, a run, a length."""

    name: str
    key: str = ""

    def ends(self, page: Page, place: int) -> Iterable[int]:
        """Return the ends of what was read here."""
        return page.ends_of(place, self.name, self.key)


@dataclass(frozen=True, slots=True)
class Between:
    """A number in between, or a time as it is written: "4:40", in minutes and their parts."""

    low: float
    high: float
    timed: bool = False

    def ends(self, page: Page, place: int) -> Iterable[int]:
        """Return the end of the number."""
        word = page.plain[place] if place < len(page.plain) else ""
        whole, mark, rest = word.partition(":")
        # "06:30" is an hour of the day, and not how long or how fast a run was.
        if NUMBER.fullmatch(word) is None or bool(mark) is not self.timed or (mark and whole[0] == "0" != whole):
            return ()
        value = float(whole) + float(rest) / 60 if mark else float(word)
        return (place + 1,) if self.low <= value <= self.high else ()


@dataclass(frozen=True, slots=True)
class Anything:
    """Anything at all, once."""

    def ends(self, page: Page, place: int) -> Iterable[int]:
        """Return the next place."""
        return (place + 1,) if place < len(page.plain) else ()


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning ("^"), the end ("$") or the end of a part ("stop"): takes up no word."""

    what: str

    def ends(self, page: Page, place: int) -> Iterable[int]:
        """Return the same place."""
        return (place,) if self._is_at(page, place) else ()

    def _is_at(self, page: Page, place: int) -> bool:
        if self.what == "^" or place >= len(page.plain):
            return place == 0 or self.what != "^"
        return page.is_stop(place) if self.what == "stop" else _ENDING.issuperset(page.plain[place:])


@dataclass(frozen=True, slots=True)
class Not:
    """What must not come next: takes up no word."""

    pattern: "Pattern"

    def ends(self, page: Page, place: int) -> Iterable[int]:
        """Return the same place."""
        return () if self.pattern.stands_at(page, place) else (place,)


@dataclass(frozen=True, slots=True)
class Slot:
    """Some words, as few as will do, never across a mark."""

    least: int
    most: int
    having: "Pattern | None" = None
    without: "Pattern | None" = None

    def ends(self, page: Page, place: int) -> Iterator[int]:
        """Yield the ends, the nearest first."""
        begin = place + (self.least > 0 and place < len(page.plain) and page.plain[place] == ",")
        for end in range(begin, min(begin + self.most, len(page.plain)) + 1):
            if end > begin and not self._may_hold(page, end - 1):
                return
            if end - begin >= self.least and (self.having is None or self.having.stands_in(page, begin, end)):
                yield end

    def _may_hold(self, page: Page, place: int) -> bool:
        return not page.is_stop(place) and (self.without is None or not self.without.stands_at(page, place))


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pattern: what has to stand there, or what begins or ends there, and the steps that are tried next.

    Of these the last one is tried first. The step that goes on to none is the last of the pattern.
    """

    then: tuple[int, ...] = ()
    test: Test | None = None
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pattern:
    """A pattern ready to be held against messages.

    `keys` are words one of which stands in every match, at most `reach` places behind its beginning; there are none
    where the pattern needs no word. `needed` are all such sets of words, of each of which one stands in every match.
    `first` says that it begins where the message does. `begins` are the words that it may begin with; None leaves that
    open.
    """

    text: str
    steps: tuple[Step, ...]
    keys: frozenset[str] = frozenset()
    needed: tuple[frozenset[str], ...] = ()
    reach: int = 0
    first: bool = False
    begins: frozenset[str] | None = None

    @property
    def names(self) -> frozenset[str]:
        """Return the names under which something is kept."""
        return frozenset(step.opens for step in self.steps if step.opens)

    def match(self, page: Page, start: int, tried: set[int] | None = None) -> tuple[int, Slots] | None:
        """Return where a match that begins at a place ends, and what it keeps.

        Each step is tried once at each place, which bounds the time by the steps times the words. `tried` keeps them
        from one beginning to the next, where any match will do.
        """
        steps, size = self.steps, len(page.plain) + 1
        tried = set() if tried is None else tried
        waiting: list[tuple[int, int, Slots]] = [(0, start, {})]
        while waiting:
            number, place, slots = waiting.pop()
            if number * size + place in tried:
                continue
            tried.add(number * size + place)
            step = steps[number]
            if not step.then:
                return place, slots
            if step.opens:
                slots = {**slots, step.opens: (place, place)}
            elif step.closes:
                slots = {**slots, step.closes: (slots[step.closes][0], place)}
            for end in _ends(step.test, page, place, start):
                waiting.extend([(then, end, slots) for then in step.then])
        return None

    def matches(self, page: Page) -> Iterator[tuple[int, int, Slots]]:
        """Yield the matches from left to right, none over another."""
        if not self.may_be_in(page):
            return
        behind = 0
        tried: set[int] = set()
        for start in (0,) if self.first else self._starts(page):
            fits = start >= behind and (self.begins is None or page.plain[start] in self.begins)
            found = self.match(page, start, tried) if fits else None
            if found is not None and found[0] > start:
                yield start, found[0], found[1]
                behind, tried = found[0], set()

    def stands_at(self, page: Page, place: int) -> bool:
        """Tell whether it stands at a place of a message; asked again, the answer is remembered."""
        known = page.answers.get((self, place))
        if known is None:
            known = page.answers[self, place] = self.match(page, place) is not None
        return known

    def stands_in(self, page: Page, begin: int, end: int) -> bool:
        """Tell whether it stands between two places of a message."""
        found = (self.match(page, start) for start in range(begin, end))
        return any(one is not None and one[0] <= end for one in found)

    def is_in(self, page: Page) -> bool:
        """Tell whether it stands anywhere in a message."""
        if not self.may_be_in(page):
            return False
        tried: set[int] = set()
        starts = range(1 if self.first else len(page.plain))
        return any(self.match(page, start, tried) is not None for start in starts)

    def may_be_in(self, page: Page) -> bool:
        """Tell at a glance whether it may stand in a message."""
        held = page.held
        for words in self.needed:  # noqa: SIM110 - a generator takes twice as long, and this is asked of every rule
            if words.isdisjoint(held):
                return False
        return True

    def _starts(self, page: Page) -> list[int]:
        """Return where a match may begin: not far before one of the words that it needs."""
        found = self.keys & page.held
        near = (range(max(0, at - self.reach), at + 1) for key in found for at in page.places[key])
        return sorted({start for starts in near for start in starts})


def _ends(test: Test | None, page: Page, place: int, start: int) -> Sequence[int]:
    """Return the ends of what stands at a place, or there behind small words, the likeliest last.

    No match begins with small words.
    """
    if test is None:
        return (place,)
    ends = list(test.ends(page, place))
    if place < len(page.plain) and page.plain[place] in SMALL and place > start and not isinstance(test, _NOT_BEHIND):
        for behind in range(place + 1, min(place + _SKIPPED, len(page.plain) - 1) + 1):
            small = page.plain[behind - 1]
            if small not in SMALL or (small == "-" and page.is_stop(behind - 1)):
                break
            ends.extend(test.ends(page, behind))
    return ends[::-1]


# What stands nowhere but here.
_NOT_BEHIND = Edge | Slot | Not | Anything
