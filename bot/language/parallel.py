"""Days in one list and runs in another: "tue thu sun: easy, tempo, long", "6am mon 7am wed 8am sat. easy easy long"."""

from collections.abc import Iterator

from bot.language.frames import Items, is_day, is_filler
from bot.language.items import Clock, Days, Item, line_end
from bot.training.time import Weekday

_MARKS = ",/;|.-:>\n"
_PAIR = 2


def by_lists(items: Items) -> Items | None:
    """Return the items with each run of a list behind its day, where as many runs stand behind the days as days."""
    places = [index for index, item in enumerate(items) if is_day(item)]
    days = [day for index in places for day in _weekdays(items[index])]
    kinds = [index for index, item in enumerate(items) if item.means("kind") not in (None, "other")]
    if not _are_lists(items, places, kinds) or not len(days) == len(set(days)) == len(kinds):
        return None
    start = min((places[0], *(index for index in _clocks(items) if index < places[0])))
    clocks = [items[index] for index in _clocks(items)]
    if len(clocks) not in {0, 1, len(days)}:
        return None
    times = clocks if len(clocks) != 1 else clocks * len(days)
    end = max((kinds[-1], *_clocks(items))) + 1
    told = _told(days, [items[index] for index in kinds], times)
    return (*items[:start], *told, *_ended(items, end))


def _weekdays(item: Item) -> tuple[Weekday, ...]:
    return item.value.days if isinstance(item.value, Days) and not item.value.either else ()


def _clocks(items: Items) -> tuple[int, ...]:
    return tuple(index for index, item in enumerate(items) if isinstance(item.value, Clock))


def _are_lists(items: Items, places: list[int], kinds: list[int]) -> bool:
    """Tell whether all days stand together before all kinds, and nothing is said between them but times."""
    if len(kinds) < _PAIR or not places or places[-1] > kinds[0]:
        return False
    between = [item for index, item in enumerate(items[places[0] : kinds[-1]], places[0]) if index not in kinds]
    plain = all(is_day(item) or isinstance(item.value, Clock) or _is_joint(item) for item in between)
    pair = len(kinds) == _PAIR and not any(item.is_word("and") for item in items[kinds[0] : kinds[-1]])
    return plain and not pair


def _is_joint(item: Item) -> bool:
    return item.is_mark(_MARKS) or item.is_word("and") or item.means("kind") == "other" or is_filler(item)


def _told(days: list[Weekday], kinds: list[Item], times: list[Item]) -> Iterator[Item]:
    """Yield each day on a line of its own, with its kind and its time."""
    for index, (day, kind) in enumerate(zip(days, kinds, strict=True)):
        yield line_end(kind.start)
        yield Item(value=Days(days=(day,)), start=kind.start, end=kind.start)
        yield kind
        yield from times[index : index + 1]


def _ended(items: Items, end: int) -> Iterator[Item]:
    if end < len(items):
        yield line_end(items[end - 1].end)
        yield from items[end:]
