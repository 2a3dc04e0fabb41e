"""Words of a week that stand for something else in it: "now", "instead of sunday", "hard", "easy (mon, fri)"."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items, is_day, is_filler
from bot.language.items import Days, Item, OtherDays, Word
from bot.language.openings import is_now
from bot.training.runs import RunKind

_HARD = "hard"
_NEAR = 2


def plainly(items: Items) -> Items:
    """Return a week's items without "now" beside its days, the days that were, and "everything else" of named days."""
    items = tuple(_listed(items))
    days = any(isinstance(item.value, Days) for item in items)
    now = {item.start for item in items if is_now(item)} if days else set()
    return tuple(
        _as_kind(items, index)
        for index, item in enumerate(items)
        if item.start not in now and not _is_old(items, index) and not _is_of_named_days(items, index)
    )


def _as_kind(items: Items, index: int) -> Item:
    """Return "hard" beside a day as the kind that it stands for there: "hard wednesday", "1 hard (wed)"."""
    item = items[index]
    if item.text != _HARD or not isinstance(item.value, Word):
        return item
    before, behind = items[max(0, index - _NEAR) : index], items[index + 1 : index + 1 + _NEAR]
    beside = any(is_day(one) for one in (*before[-1:], *behind[:1]))
    marked = any(is_day(one) for one in before) and before[-1].is_mark(":-=(")
    bracketed = any(is_day(one) for one in behind) and behind[0].is_mark("(:-=")
    near = [one for one in (*before, *behind) if is_day(one)]
    if not (beside or marked or bracketed) or _are_told_again(items, near):
        return item
    return replace(item, value=Word(token=replace(item.value.token, senses={"kind": RunKind.INTERVALS})))


def _are_told_again(items: Items, near: list[Item]) -> bool:
    """Tell whether days are told once more: "hard tue thu (tue = 400s, thu = tempo)"."""
    days = {day for item in near if isinstance(item.value, Days) for day in item.value.days}
    others = (item for item in items if item not in near and isinstance(item.value, Days))
    return any(days & set(item.value.days) for item in others if isinstance(item.value, Days))


def _is_old(items: Items, index: int) -> bool:
    """Tell whether "instead of sunday" begins here, or is that Sunday, behind another day."""
    begin = index if items[index].means("action") == "instead_of" else index - 1
    if begin < 0 or items[begin].means("action") != "instead_of" or begin + 1 == len(items):
        return False
    behind = items[begin + 1].value
    return isinstance(behind, Days) and any(is_day(item) for item in items[:begin])


def _is_of_named_days(items: Items, index: int) -> bool:
    """Tell whether "everything else is jogging" goes on to name the days: "… mon and fri"."""
    if not isinstance(items[index].value, OtherDays):
        return False
    run = False
    for item in items[index + 1 :]:
        if isinstance(item.value, Days):
            return run
        run = run or item.means("kind") not in (None, RunKind.REST)
        if not (is_filler(item) or item.means("kind")) or item.is_mark(",.;\n"):
            return False
    return False


def _listed(items: Items) -> Iterator[Item]:
    """Yield days in brackets as one list: "2 easy (mon, fri) 1 long (sun)"."""
    index = 0
    while index < len(items):
        after = _bracketed(items, index) if items[index].is_mark("(") else None
        if after is None:
            yield items[index]
            index += 1
            continue
        days = tuple(day for item in items[index:after] if isinstance(item.value, Days) for day in item.value.days)
        yield Item(value=Days(days=tuple(dict.fromkeys(days))), start=items[index].start, end=items[after - 1].end)
        index = after


def _bracketed(items: Items, index: int) -> int | None:
    """Return the index behind brackets that hold days alone."""
    days = 0
    for place in range(index + 1, len(items)):
        item = items[place]
        if item.is_mark(")"):
            return place + 1 if days else None
        if not (isinstance(item.value, Days) or item.is_mark(",/&+") or item.is_word("and")):
            return None
        days += isinstance(item.value, Days)
    return None
