"""The weekdays of "weekdays I run tue thu, easy" and "Monday Wednesday and Saturday, weekdays at 10": those named."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items, is_day, is_filler
from bot.language.held import any_value
from bot.language.items import Clock, Days, Distance, Duration, Item, OtherDays, PartOfDay, Repeats
from bot.training.runs import RunKind
from bot.training.time import Weekday

_ENDS = ".;,!\n()"
_LEADS = ":-="
_FEWEST = 2
_WEEKDAYS = frozenset(Weekday) - {Weekday.SAT, Weekday.SUN}
_CAN = frozenset({"only", "can", "just", "can run", "only run"})


def with_named_spans(items: Items) -> Iterator[Item]:
    """Let "weekdays" be those of them that are named, where it only leads to them or says when they are."""
    for index, item in enumerate(items):
        if not _is_weekdays(item):
            yield item
            continue
        named = _headed(items, index) or _timed(items, index)
        value = item.value
        yield replace(item, value=replace(value, days=named)) if named and isinstance(value, Days) else item


def _is_weekdays(item: Item) -> bool:
    return isinstance(item.value, Days) and set(item.value.days) == _WEEKDAYS and not item.value.but


def _headed(items: Items, index: int) -> tuple[Weekday, ...]:
    """Return the weekdays right behind, with nothing of a run before them: "weekday only can run Mon and Wed"."""
    place = index + 1
    while place < len(items) and _leads(items[place]):
        place += 1
    end = next((at for at in range(place, len(items)) if items[at].is_mark(".;\n")), len(items))
    opens = place < len(items) and isinstance(items[place].value, Days) and items[place].start >= items[index].end
    return _named(items[place:end]) if opens and _named(items[place : place + 1]) else ()


def _leads(item: Item) -> bool:
    filler = is_filler(item) and not item.is_word("and") and not item.is_mark(_ENDS)
    return filler or item.is_mark(_LEADS) or item.text in _CAN or item.means("kind") == RunKind.OTHER


def _timed(items: Items, index: int) -> tuple[Weekday, ...]:
    """Return the weekdays named before where only the time of all is said here; nothing where fewer than two are."""
    end = next((at for at in range(index, len(items)) if items[at].is_mark(_ENDS)), len(items))
    clause = items[index + 1 : end]
    told = any_value(clause, Distance, Duration, Repeats, OtherDays) or any(map(is_day, clause))
    told = told or any(item.means("kind") not in (None, RunKind.OTHER) or item.is_word("no") for item in clause)
    parted = index > 0 and items[index - 1].is_mark(_ENDS)
    named = _named(items[:index])
    timed = any_value(clause, Clock, PartOfDay)
    return named if parted and timed and not told and len(named) >= _FEWEST else ()


def _named(items: Items) -> tuple[Weekday, ...]:
    """Return the weekdays that are named one by one, in their order."""
    days = {day for item in items if isinstance(item.value, Days) and not _is_weekdays(item) for day in item.value.days}
    return tuple(sorted(days & _WEEKDAYS))
