"""What a question says of when, as a row of marks: days, times, parts of the day, lifts, runs, words between them."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from bot.language.clocks import other_half
from bot.language.frames import Items, is_now, run_kind
from bot.language.items import Ahead, Clock, Distance, Duration, Item, Pace, PartOfDay, Repeats, WeekOf
from bot.language.meaning import Part
from bot.language.runs import settled
from bot.language.said_days import days_of

DAY: Final = "D"
TIME: Final = "T"
PART: Final = "P"
LIFT: Final = "L"
RUN: Final = "R"

SENTENCE: Final = 3
"""The stop that ends a sentence."""

CLAUSE: Final = 2
"""The stop that ends a clause."""

_STOPS: Final = {
    **dict.fromkeys("\n.;!?", SENTENCE),
    **dict.fromkeys(",|:-()", CLAUSE),
    **dict.fromkeys(("and", "or", "but", "so", "if", "because", "since"), 1),
}
_NEAR: Final = 2
_PART_NEAR: Final = 4
_NOON: Final = Clock(time=dt.time(12))


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between two marks: the strongest stop, how many days and times (two at most), and how many marks."""

    stop: int
    days: int
    times: int
    length: int


class MomentSketch:
    """The marks of a question asked at `now`, the runner's local time, and where each sort of them stands."""

    def __init__(self, items: Items, now: dt.datetime) -> None:
        """Sort the items."""
        self.items, self.now = items, now
        self.sorts = tuple(map(_sort, items, (*items[1:], None)))
        self.words = tuple(_called(item, sort) for item, sort in zip(items, self.sorts, strict=True))
        self.stops = tuple(
            0 if sort else _STOPS.get(item.text, 0) for item, sort in zip(items, self.sorts, strict=True)
        )
        self._dates: dict[int, dt.date | None] = {}
        self._places = {sort: self._of(sort) for sort in (DAY, TIME, PART, LIFT, RUN)}

    def places(self, sort: str) -> tuple[int, ...]:
        """Return where the marks of a sort stand, in the order of the text."""
        return self._places[sort]

    def word(self, place: int) -> str:
        """Return what a mark is called, and "#" beyond both ends."""
        return self.words[place] if 0 <= place < len(self.words) else "#"

    def date(self, place: int) -> dt.date | None:
        """Return the day that a mark means, None where that is in doubt, and of one since when something is."""
        if place not in self._dates:
            near = self.items[max(0, place - _NEAR) : place + _NEAR + 1]
            own = tuple(one for one in near if one is self.items[place] or isinstance(one.value, WeekOf))
            found = next(iter(days_of(own, self.now)), None)
            since = place > 0 and self.items[place - 1].text == "since"
            self._dates[place] = found if isinstance(found, dt.date) and not since else None
        return self._dates[place]

    def clock(self, place: int) -> Clock:
        """Return the time that a mark means, with the part of the day that is said beside it."""
        value = self.items[place].value
        return settled(value, self.part(place)) if isinstance(value, Clock) else _NOON

    def times(self, place: int) -> frozenset[dt.time]:
        """Return the times of the day that a mark may mean: one, or both halves of the day."""
        clock = self.clock(place)
        return frozenset({clock.time} if clock.padded else {clock.time, other_half(clock.time)})

    def part(self, place: int) -> Part | None:
        """Return the part of the day that is said beside a mark, with no time nearer to it."""
        near = [one for one in self.places(PART) if abs(one - place) <= _PART_NEAR]
        near = [one for one in near if not (gap := self.between(place, one)).times and gap.stop < SENTENCE]
        found = min(near, key=lambda one: abs(one - place), default=None)
        value = None if found is None else self.items[found].value
        return value.part if isinstance(value, PartOfDay) else None

    def day_beside(self, place: int) -> dt.date | None:
        """Return the day that is said right beside a time: "saturday at 8am"."""
        near = [one for one in self.places(DAY) if abs(one - place) <= _NEAR and not self.between(place, one).stop]
        return self.date(min(near, key=lambda one: abs(one - place))) if near else None

    def between(self, one: int, other: int) -> Gap:
        """Return what lies between two marks, whichever is the first."""
        inner = slice(min(one, other) + 1, max(one, other))
        sorts = self.sorts[inner]
        days, times = (min(sorts.count(sort), 2) for sort in (DAY, TIME))
        return Gap(max(self.stops[inner], default=0), days, times, abs(one - other))

    def around(self, place: int, stop: int) -> range:
        """Return where the clause or the sentence of a mark begins and ends, by the stop that ends it."""
        start, end = place, place
        while start and self.stops[start - 1] < stop:
            start -= 1
        while end < len(self.stops) and self.stops[end] < stop:
            end += 1
        return range(start, end)

    def _of(self, sort: str) -> tuple[int, ...]:
        return tuple(place for place, one in enumerate(self.sorts) if one == sort)


def _sort(item: Item, behind: Item | None) -> str:
    if behind is not None and behind.start == item.start and is_now(behind):
        # "Now" is a day and a part of it, and no other day is meant by it: "thursdays are free now".
        return ""
    match item.value:
        case Ahead(exact=False):
            return DAY
        case Clock() | PartOfDay(part=Part.NOON):
            return TIME
        case PartOfDay():
            return PART
        case Distance() | Duration() | Repeats() | Pace() | Ahead():
            return "M"
    if item.names_day:
        return DAY
    if "lift" in item.senses or "exercise" in item.senses:
        return LIFT
    return RUN if run_kind(item) is not None else ""


def _called(item: Item, sort: str) -> str:
    if isinstance(item.value, PartOfDay):
        return f"{sort} {item.value.part}"
    return sort or ("¶" if item.text == "\n" else item.text or "?")
