"""Hours and degrees as a check-in says them: "8h", "4:30", "five and a half hours", "38.5", "101 f"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.frames import Items
from bot.language.items import Clock, Doubtful, Duration, Item
from bot.language.numbers import Number, numbers_in

_MINUTES = 60
_HALF_HOUR = 0.5
# "Slept 7:30" is how long, "slept 23:00" is when.
_LONGEST_WITH_COLON = 12
ROUGHLY = frozenset({"", "about", "around", "roughly", "approx"})
"""Leads that say no more than "about"."""

# "Less than 4 hours" must not count as 4; nobody says how much less.
_LESS = 0.25
_UNITS = frozenset({"degrees", "celsius", "fahrenheit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Degrees:
    """A number that may be a temperature, and the unit said behind it."""

    value: float
    unit: str | None


def hours_in(items: Items, text: str, *, leads: frozenset[str] = ROUGHLY) -> tuple[Number, ...]:
    """Return the lengths of time in a clause, in hours; minutes right behind hours belong to them.

    `leads` are the words that may stand before "8h", which reads as a time of day.
    """
    found: list[Number] = []
    for index, item in enumerate(items):
        value = _hours(item, text, leads)
        value = None if value is None else max(value - _LESS * _is_under(items, index), 0.0)
        if value is None or (not isinstance(item.value, Duration) and _is_an_end(items, index)):
            continue
        if found and value < 1 and _joins(items, found[-1].end, index):
            last = found.pop()
            found.append(Number(last.value + value, last.start, index + 1))
        else:
            found.append(_with_whole(items, index, value))
    return tuple(found)


def bare_in(items: Items) -> tuple[Number, ...]:
    """Return the numbers of a clause that count nothing: no days, zones, degrees or kilograms, and are no time."""
    found = (one for one in numbers_in(items) if one.end >= len(items) or not _counts(items[one.end]))
    return tuple(
        replace(one, value=one.value - _LESS * _is_under(items, one.start))
        for one in found
        if not _is_an_end(items, one.start)
    )


def degrees_in(items: Items) -> tuple[Degrees, ...]:
    """Return the numbers of a clause that may be temperatures."""
    found = ((one, tuple(_units_behind(items, one.end))) for one in numbers_in(items))
    return tuple(
        Degrees(value=one.value, unit=units[-1] if units else None)
        for one, units in found
        if units or one.end >= len(items) or not _counts(items[one.end])
    )


def _hours(item: Item, text: str, leads: frozenset[str]) -> float | None:
    if isinstance(item.value, Duration):
        return item.value.minutes / _MINUTES
    if not isinstance(item.value, Clock | Doubtful) or (isinstance(item.value, Clock) and item.value.until):
        return None
    said = text[item.start : item.end].lower()
    digits = next((place for place, char in enumerate(said) if char.isdecimal()), len(said))
    return _written_hours(said[digits:]) if said[:digits].strip() in leads else None


def _written_hours(said: str) -> float | None:
    """Return the hours of "8h", "8h30" and "8:30", which look like times of day."""
    mark = ":" if ":" in said else "h"
    head, found, tail = said.replace(" ", "").removesuffix("rs").partition(mark)
    if not found or not head.isdecimal() or not (tail.isdecimal() or (mark == "h" and not tail)):
        return None
    if mark == ":" and int(head) > _LONGEST_WITH_COLON:
        return None
    return int(head) + int(tail or 0) / _MINUTES


def _is_an_end(items: Items, index: int) -> bool:
    """Tell whether a time of day says until or from when: "slept until 9h"."""
    before = items[index - 1] if index else None
    return before is not None and before.is_word("until", "to", "before", "past", "since", "at")


def _is_under(items: Items, index: int) -> bool:
    """Tell whether "under" or "less than" stands before an amount."""
    before = [item.text for item in items[max(0, index - 2) : index]]
    return before[-1:] in (["under"], ["below"], ["<"]) or before == ["less", "than"]


def _joins(items: Items, end: int, index: int) -> bool:
    return index == end or (index == end + 1 and items[end].is_word("and"))


def _with_whole(items: Items, index: int, value: float) -> Number:
    """Add the hours of "five and a half hours", whose end reads as half an hour."""
    start = index - 1 - (index > 0 and items[index - 1].text == "a")
    joined = value == _HALF_HOUR and start > 0 and items[start].is_word("and")
    whole = items[start - 1].number if joined else None
    return Number(value, index, index + 1) if whole is None else Number(whole + value, start - 1, index + 1)


def _counts(item: Item) -> bool:
    groups = ("span", "duration", "distance", "mass", "lift_word")
    return any(item.means(group) for group in groups) or item.is_word("x", "times") or item.is_mark("%/:")


def _units_behind(items: Items, end: int) -> Iterator[str]:
    for item in items[end : end + 2]:
        unit = item.means("state_word")
        if unit not in _UNITS:
            return
        yield unit


def is_daily(items: Items) -> bool:
    """Tell whether so many hours are those of every day: "i drive a van for 8 hours a day"."""
    triples = zip(items, items[1:], items[2:], strict=False)
    return any(
        isinstance(one.value, Duration) and two.text in {"a", "per"} and three.text == "day"
        for one, two, three in triples
    )


def with_half(number: Number, items: Items) -> Number:
    """Read "6 and a half" as 6.5."""
    behind = items[number.end : number.end + 3]
    half = len(behind) > 1 and behind[0].is_word("and") and behind[-1].is_word("half")
    return Number(number.value + 0.5, number.start, number.end + len(behind)) if half else number
