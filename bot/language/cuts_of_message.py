"""How a message is cut into its sentences, clauses and parts."""

from collections.abc import Callable, Iterator

from bot.language.frames import (
    Items,
    is_day,
    is_point,
)
from bot.language.held import any_item, any_text, asked_once
from bot.language.items import Item

_ENDS = ".;!?\n"
# Arrows, signs and emoji come behind all letters that people write here.
_FIRST_PICTURE = "\u2190"
_REASONS = frozenset({"since", "as", "for"})
_OF_REASONS = frozenset({"is", "i", "i'm", "im", "i've", "we", "we're", "will", "has", "my", "the"})


@asked_once
def sentences(items: Items) -> tuple[Items, ...]:
    """Return the sentences of a message, each with the marks that end it: "today !?" is one."""
    return tuple(_sentences(items))


def _sentences(items: Items) -> Iterator[Items]:
    begin = 0
    for index, item in enumerate(items):
        more = index + 1 < len(items) and items[index + 1].is_mark(_ENDS)
        if item.is_mark(_ENDS) and not more and not is_point(items, index):
            yield items[begin : index + 1]
            begin = index + 1
    if begin < len(items):
        yield items[begin:]


def at_commas(items: Items) -> Iterator[Items]:
    """Cut a sentence at its commas, brackets, dashes and pictures ("easy 5 done \u2705 gym done \u2705")."""
    return cut(items, _is_comma)


def _is_comma(items: Items, index: int) -> bool:
    item = items[index]
    return item.is_mark(",.;!\n()") or item.text in {"--", "\u2013", "\u2014"} or _is_picture(item)


def _is_picture(item: Item) -> bool:
    return len(item.text) == 1 and item.text >= _FIRST_PICTURE


def at_joints(items: Items) -> Iterator[Items]:
    """Cut a message at its stops, commas, "and", "but" and "because"."""
    return cut(items, _is_joint)


def _is_joint(items: Items, index: int) -> bool:
    item = items[index]
    return item.is_mark(",.;!\n") or item.is_word("and", "clause") or item.text == "but" or is_reason(items, index)


def is_reason(items: Items, index: int) -> bool:
    """Tell whether a reason begins here with its day: "friday since saturday is the wedding"."""
    day, verb = items[index + 1 : index + 2], items[index + 2 : index + 3]
    led = index > 0 and items[index].text in _REASONS
    return led and any_item(day, is_day) and any_text(verb, _OF_REASONS)


def cut(items: Items, ends: Callable[[Items, int], bool]) -> Iterator[Items]:
    """Cut items where something ends, which belongs to no part."""
    begin = 0
    for index in range(len(items)):
        if ends(items, index) and not is_point(items, index):
            if index > begin:
                yield items[begin:index]
            begin = index + 1
    if begin < len(items):
        yield items[begin:]
