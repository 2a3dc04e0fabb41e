"""Times that stand apart from their days: each before its day, or their halves in a list behind all of them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import BARE_HOURS, Items, is_day, is_digits, is_filler, names_kind
from bot.language.held import any_value
from bot.language.items import Clock, Days, Item, PartOfDay
from bot.language.meaning import Part

_FEWEST = 2
_HALVES = frozenset({Part.MORNING, Part.EVENING})


def with_times_behind(items: Items) -> Items | None:
    """Return the items with each time behind its day where all stand before: "half five tuesday easy half six …"."""
    if not any_value(items, Clock):
        return None
    days = [index for index, item in enumerate(items) if is_day(item)]
    before = [index for index in days if index and isinstance(items[index - 1].value, Clock)]
    clocks = sum(isinstance(item.value, Clock) for item in items)
    if not _FEWEST <= len(days) == len(before) == clocks or names_kind(items[: days[0]]):
        return None
    if not names_kind(items[days[-1] :]):
        return None
    return tuple(_turned(items, set(days)))


def _turned(items: Items, days: set[int]) -> Iterator[Item]:
    for index, item in enumerate(items):
        if index + 1 in days:
            continue
        yield item
        if index in days:
            yield items[index - 1]


def with_listed_halves(items: Items) -> Items | None:
    """Return the items with "pm pm am" behind the days, each half behind its own: "tue 6:30, sat 8, pm am"."""
    if not (any_value(items, Days) and any_value(items, PartOfDay)):
        return None
    days = [index for index, item in enumerate(items) if isinstance(item.value, Days) and len(item.value.days) == 1]
    halves = [index for index in range(days[-1] if days else 0, len(items)) if _is_half(items[index])]
    if len(days) < _FEWEST or len(halves) != len(days) or any(_is_half(item) for item in items[: halves[0]]):
        return None
    between = items[halves[0] : halves[-1] + 1]
    if not all(_is_half(item) or item.is_mark(",/") or item.is_word("and", "then") for item in between):
        return None
    if not all(
        is_filler(item) or item.text in {"order", "respectively", "that", "in"} for item in items[halves[-1] + 1 :]
    ):
        return None
    kept = items[: halves[0]]
    own = dict(zip(days, halves, strict=True))
    return tuple(_halved(kept, own, items))


def _halved(kept: Items, own: dict[int, int], items: Items) -> Iterator[Item]:
    """Yield each day with its half behind it, and a bare number behind a day as the hour that it is there."""
    for index, item in enumerate(kept):
        hour = item.number if index - 1 in own and is_digits(item) and item.number in BARE_HOURS else None
        yield item if hour is None else replace(item, value=Clock(time=dt.time(hour), sure=False, padded=False))
        if index in own:
            yield items[own[index]]


def _is_half(item: Item) -> bool:
    return isinstance(item.value, PartOfDay) and item.value.part in _HALVES
