"""How long a run was: a number's unit, a finish time that is no hour, a pace that is none either."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.language.frames import Items
from bot.language.items import Context, Dated, Days, Distance, Duration, Item, PartOfDay, Repeats
from bot.language.moves import tells_new_length, tells_old_length
from bot.language.run_words import is_stranger

_FINISH = re.compile(r"[1-5]\d:[0-5]\d")
_RUN_LENGTHS = range(2, 61)
_BEFORE_LENGTH = frozenset(
    {"easy", "steady", "quick", "slow", "gentle", "long", "solid", "ran", "jogged", "nice", "lovely", "usual"}
)
_NO_LENGTHS = frozenset({"done", "back from", "got back from", "home from", "done and dusted", "dnf"})


def with_length(context: Context, items: Items) -> str:
    """Give the number of "ran 5 this morning" and "an easy 8 done" its unit, and a parkrun's "24:31" minutes."""
    if not any(item.means("action") in {"done", "instead_of"} for item in items):
        return context.text
    lifts = any(map(_is_of_lift, items))
    measured = lifts or any(isinstance(item.value, Distance | Duration | Repeats) for item in items)
    for index, (before, item) in enumerate(pairwise(items)):
        said = context.text[item.start : item.end]
        other = measured or any(is_stranger(one) for one in items[index + 2 : index + 3])
        counts = _leads_length(items, index) and said.isdecimal() and int(said) in _RUN_LENGTHS
        if counts and not other:
            return f"{context.text[: item.end]} {context.unit.value}{context.text[item.end :]}"
        if before.means("race_distance") == "5" and _FINISH.fullmatch(said):
            return f"{context.text[: item.start]}{said.partition(':')[0]} min{context.text[item.end :]}"
    return context.text


def _leads_length(items: Items, index: int) -> bool:
    """Tell whether a number behind a word is how far it was: "easy 8", "ran my 10", "did 5 before work"."""
    before = items[index]
    if before.text in _BEFORE_LENGTH:
        return True
    if before.text == "my" and index:
        before = items[index - 1]
    if before.means("action") != "done" or before.text in _NO_LENGTHS:
        return before.text in _BEFORE_LENGTH
    behind = items[index + 2 : index + 3]
    ends = all(
        isinstance(one.value, Dated | Days | PartOfDay) or one.is_mark(",.!") or one.is_word("before", "after")
        for one in behind
    )
    return (
        ends and any(item.names_day or isinstance(item.value, PartOfDay) for item in items) and not _is_lifting(items)
    )


def _is_lifting(items: Items) -> bool:
    return any(item.means("lift") or item.means("lift_word") or item.means("not_run") for item in items)


def _is_of_lift(item: Item) -> bool:
    return any(item.means(group) for group in ("mass", "exercise")) or item.is_word("x")


def without_old_value(context: Context, items: Items) -> str:
    """Leave out the "not 22" of "sunday's long run is 26k not 22": what a run was before says nothing more."""
    old = next(_old_values(items), None)
    return context.text if old is None else f"{context.text[: old[0].start].rstrip()} {context.text[old[-1].end :]}"


def _old_values(items: Items) -> Iterator[Items]:
    for index, item in enumerate(items[:-1]):
        old = items[index + 1]
        if item.text == "not" and _is_length(old):
            others = (*items[:index], *items[index + 2 :])
            if tells_new_length(others) or tells_old_length(others):
                yield item, old


def _is_length(item: Item) -> bool:
    return item.number is not None or isinstance(item.value, Distance | Duration)
