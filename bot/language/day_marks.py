"""Days that are not named: "M: rest / T: track", "Day 1: rest", or seven lines in the order of the week."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items, is_day, names_kind, says_something
from bot.language.groups import split_at
from bot.language.items import Days, Distance, Duration, Item
from bot.training.time import Weekday

_SEPARATORS = "\n/;,|\t"
_BULLETS = "*-\u2022\u00b7+"
_AFTER_A_DAY = ":-.)|\t/"
_LONGEST_LETTERS = 2
# Fewer letters or numbers are no week: "W: 90 kg" is a weight.
_LEAST_MARKS = 4
_LEAST_NUMBERS = 2
_WEEK = 7


def with_days(items: Items) -> Items:
    """Return the items with a day where a letter, "Day 3" or only the line's place says which it is."""
    for reader in (_by_letters, _by_numbers, _by_order):
        if found := reader(items):
            return found
    return items


def _by_letters(items: Items) -> Items | None:
    """Read "M T W Th F Sa Su" at the beginnings of lines or parts, in the order of the week."""
    found: dict[int, Weekday] = {}
    last, named = -1, 0
    for index, item in enumerate(items):
        if isinstance(item.value, Days) and len(item.value.days) == 1 and _opens(items, index):
            last, named = max(last, item.value.days[0]), named + 1
        elif _is_letters(items, index):
            day = next((day for day in _days_of(item) if day > last), None)
            if day is None:
                return None
            found[index] = day
            last = day
    if not found or len(found) + named < _LEAST_MARKS:
        return None
    return tuple(
        replace(item, value=Days(days=(found[index],))) if index in found else item for index, item in enumerate(items)
    )


def _is_letters(items: Items, index: int) -> bool:
    text = items[index].text
    if not text.isalpha() or len(text) > _LONGEST_LETTERS or index + 1 == len(items):
        return False
    if not items[index + 1].is_mark(_AFTER_A_DAY) or not _opens(items, index):
        return False
    return bool(_days_of(items[index]))


def _days_of(item: Item) -> tuple[Weekday, ...]:
    """Return the weekdays that a letter or two can stand for, earliest first."""
    known = item.means("weekday_letter")
    text = item.text
    return tuple(day for day in Weekday if day.key.startswith(text) or day.key == known) if text else ()


def _opens(items: Items, index: int) -> bool:
    """Tell whether an item begins a line or a part, behind its bullet."""
    before = index - 1
    while before >= 0 and items[before].is_mark(_BULLETS):
        before -= 1
    return before < 0 or items[before].is_mark(_SEPARATORS)


def _by_numbers(items: Items) -> Items | None:
    """Read "Day 1" to "Day 7"."""
    places = dict(_numbered(items))
    numbers = list(places.values())
    if len(numbers) < _LEAST_NUMBERS or numbers != sorted(set(numbers)) or any(is_day(item) for item in items):
        return None
    kept: list[Item] = []
    for index, item in enumerate(items):
        if index in places:
            kept.append(replace(item, value=Days(days=(Weekday(places[index] - 1),)), end=items[index + 1].end))
        elif index - 1 not in places:
            kept.append(item)
    return tuple(kept)


def _numbered(items: Items) -> Iterator[tuple[int, int]]:
    for index, item in enumerate(items[:-1]):
        number = items[index + 1].number
        if item.text == "day" and number is not None and 1 <= number <= _WEEK and _opens(items, index):
            yield index, number


def _by_order(items: Items) -> Items | None:
    """Read seven lines without a day, each a run, a rest or other training, as Monday to Sunday."""
    if any(is_day(item) for item in items):
        return None
    lines = [line for line in split_at(items, "\n") if says_something(line)]
    if len(lines) != _WEEK or not all(_is_training(line) for line in lines):
        return None
    kept: list[Item] = []
    for day, line in zip(Weekday, lines, strict=True):
        end = line[:1] if line[0].is_mark("\n") else ()
        first = line[len(end)]
        kept += (*end, Item(value=Days(days=(day,)), start=first.start, end=first.start), *line[len(end) :])
    return tuple(kept)


def _is_training(line: Items) -> bool:
    measured = any(isinstance(item.value, Distance | Duration) for item in line)
    return measured or names_kind(line)
