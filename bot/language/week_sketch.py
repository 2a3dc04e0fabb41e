"""What a message tells of days as a row of marks: days, sorts of run, times, measures, and the words between them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.language.frames import Items
from bot.language.items import Clock, Days, Distance, Duration, Item, Pace, PartOfDay, Repeats, SameAs
from bot.training.time import Weekday

DAY: Final = "D"
KIND: Final = "K"
TIME: Final = "T"
PART: Final = "P"
MEASURE: Final = "M"
WORD: Final = "w"

STOPS: Final = {
    **dict.fromkeys("¶", 4),
    **dict.fromkeys(".;!?", 3),
    **dict.fromkeys(",|", 2),
    **dict.fromkeys((":", "-", "/", "and", "&", "(", ")", "→", "="), 1),
}
"""How strongly a mark parts what stands before it from what stands behind it."""


_BEFORE: Final = 3
_BEHIND: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One item of a message: its sort, what it is called, and the weekdays that it names."""

    sort: str
    word: str
    item: Item
    days: tuple[Weekday, ...] = ()

    @property
    def is_choice(self) -> bool:
        """Tell whether one of several days is meant: "thursday or friday"."""
        return isinstance(self.item.value, Days) and self.item.value.either

    @property
    def is_same(self) -> bool:
        """Tell whether it is "the same time", which the day before it has."""
        return isinstance(self.item.value, SameAs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What lies between two marks: how many days, sorts of run and times, the strongest stop, and its outline."""

    days: int
    kinds: int
    times: int
    stop: int
    outline: str
    length: int


class Sketch:
    """The marks of a message, and where its days, sorts of run and times stand among them."""

    def __init__(self, items: Items) -> None:
        """Sort the items."""
        self.marks = tuple(_mark(item, behind) for item, behind in zip(items, (None, *items), strict=False))
        self.days, self.kinds, self.times = (self._places(sort) for sort in (DAY, KIND, TIME))
        self._spans: dict[tuple[int, int], Span] = {}

    @cached_property
    def opening(self) -> str:
        """Return the sort of the first mark that is a day, a sort of run or a time; "" without one."""
        return next((mark.sort for mark in self.marks if mark.sort in {DAY, KIND, TIME}), "")

    @cached_property
    def named(self) -> frozenset[Weekday]:
        """Return the weekdays that are named at all."""
        return frozenset(day for place in self.days for day in self.marks[place].days)

    def part_beside(self, time: int) -> int | None:
        """Return where the part of the day stands that is said with a time: "at 7 in the evening"."""
        near = range(max(0, time - _BEFORE), min(len(self.marks), time + _BEHIND))
        return next((place for place in near if self.marks[place].sort == PART), None)

    def word(self, place: int) -> str:
        """Return what a mark is called, and "#" beyond both ends."""
        return self.marks[place].word if 0 <= place < len(self.marks) else "#"

    def between(self, one: int, other: int) -> Span:
        """Return what lies between two marks, whichever is the first."""
        ends = (one, other) if one < other else (other, one)
        if ends not in self._spans:
            self._spans[ends] = _span(self.marks[ends[0] + 1 : ends[1]])
        return self._spans[ends]

    def _places(self, sort: str) -> tuple[int, ...]:
        return tuple(place for place, mark in enumerate(self.marks) if mark.sort == sort)


def _span(marks: tuple[Mark, ...]) -> Span:
    sorts = [mark.sort for mark in marks]
    stops = [STOPS.get(mark.word, 0) if mark.sort == WORD else 0 for mark in marks]
    return Span(
        days=sorts.count(DAY),
        kinds=sorts.count(KIND),
        times=sorts.count(TIME),
        stop=max(stops, default=0),
        outline="".join(filter(None, map(_outline, marks, stops))),
        length=len(marks),
    )


def _outline(mark: Mark, stop: int) -> str:
    return mark.sort if mark.sort in {DAY, KIND, TIME} else " -,.n"[stop].strip()


def _mark(item: Item, before: Item | None) -> Mark:
    match item.value:
        case Days():
            return Mark(sort=DAY, word=DAY, item=item, days=item.value.days)
        # "Before my 9am" is no time of a run.
        case Clock() if before is None or before.text != "my":
            return Mark(sort=TIME, word=TIME, item=item)
        case SameAs(time=True):
            return Mark(sort=TIME, word="S", item=item)
        case PartOfDay():
            return Mark(sort=PART, word=PART, item=item)
        case Distance() | Duration() | Repeats() | Pace():
            return Mark(sort=MEASURE, word=MEASURE, item=item)
    if item.means("kind") is not None:
        return Mark(sort=KIND, word=KIND, item=item)
    return Mark(sort=WORD, word=_called(item), item=item)


def _called(item: Item) -> str:
    if item.is_mark("\n"):
        return "¶"
    return "and" if item.is_word("and") else item.text or "?"
