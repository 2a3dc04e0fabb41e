"""Days in brackets: "2 easy (mon, fri)", "Tue & Thu 7pm (track Tue, tempo Thu)", "easy (mon, wed, 7am)"."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items, is_day
from bot.language.held import any_mark
from bot.language.items import Days, Item, Repeats, Word, line_end
from bot.training.runs import RunKind

_LONGEST_BRACKETS = 60
_NEAR = 2


def listed(items: Items) -> Iterator[Item]:
    """Yield days in brackets as one list ("2 easy (mon, fri)"), and other brackets as one part: "Tue (hills, 6pm)"."""
    if not any_mark(items, "("):
        yield from items
        return
    index, depth = 0, 0
    while index < len(items):
        after = _bracketed(items, index) if items[index].is_mark("(") else None
        if items[index].is_mark("(") and (end := _told_by_day(items, index)):
            yield from (line_end(items[index].start), *items[index + 1 : end], line_end(items[end].start))
            index = end + 1
            continue
        if after is None and (first := _opens_with_days(items, index)):
            yield from (items[index], _one_list(items, index, first))
            index, depth = first, 1
            continue
        if after is None:
            item = items[index]
            depth = 0 if item.is_mark(";\n") else max(0, depth + item.is_mark("(") - item.is_mark(")"))
            yield _as_bracket(item) if depth and item.is_mark(",") else item
            index += 1
            continue
        yield _one_list(items, index, after)
        index = after


def _one_list(items: Items, begin: int, end: int) -> Item:
    days = tuple(day for item in items[begin:end] if isinstance(item.value, Days) for day in item.value.days)
    return Item(value=Days(days=tuple(dict.fromkeys(days))), start=items[begin].start, end=items[end - 1].end)


def _opens_with_days(items: Items, index: int) -> int | None:
    """Return where a list of days ends that opens brackets, with what is said of all: "easy (mon, wed, 7am)"."""
    if not items[index].is_mark("(") or not index or not items[index - 1].means("kind"):
        return None
    last = min(len(items), index + _LONGEST_BRACKETS)
    end = next((at for at in range(index, last) if items[at].is_mark(")\n")), last)
    places = [at for at in range(index + 1, end) if isinstance(items[at].value, Days)]
    if len(places) < _NEAR or places[0] != index + 1:
        return None
    between = items[places[0] : places[-1]]
    alone = all(isinstance(item.value, Days) or item.is_mark(",/&+") or item.is_word("and") for item in between)
    return places[-1] + 1 if alone else None


def _told_by_day(items: Items, index: int) -> int | None:
    """Return where brackets close that tell each of several days apart: "Tue & Thu 7pm (track Tue, tempo Thu)"."""
    last = min(len(items), index + _LONGEST_BRACKETS)
    end = next((at for at in range(index, last) if items[at].is_mark(")\n")), last)
    inside = items[index + 1 : end]
    kinds = sum(
        item.means("kind") not in (None, "other", RunKind.REST) or isinstance(item.value, Repeats) for item in inside
    )
    days = sum(map(is_day, inside))
    return end if end < len(items) and items[end].is_mark(")") and days >= _NEAR and kinds >= _NEAR else None


def _as_bracket(item: Item) -> Item:
    """Return a comma in brackets as what parts no days."""
    assert isinstance(item.value, Word)  # noqa: S101 - for the type checker: it is a mark
    return replace(item, value=Word(token=replace(item.value.token, text="(")))


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
