"""Whether a text asks anything at all."""

from collections.abc import Iterator

from bot.language.frames import Items
from bot.language.items import Item, Word

_OPENERS = frozenset({"may", "when", "open", "what"})
_LEADS = frozenset({"like", "but", "also"})
_WHATS = frozenset({"what", "which", "why", "how", "how do i", "how to", "how do", "how does", "what is", "what are"})


def asks_openly(items: Items) -> bool:
    """Tell whether a text has a question mark or a question's words: "can I", "when can I", "which day"."""
    return any(item.is_mark("?") or item.means("ask") == "open" or is_modal(item) for item in items)


def is_question(items: Items) -> bool:
    """Tell whether a text asks anything, with or without a question mark."""
    if any(item.is_mark("?") for item in items):
        return True
    first = next((item for item in items if not is_opening(item)), None)
    if first is not None and (first.means("ask") in _OPENERS or first.text.startswith("how")):
        return True
    if any(item.means("ask") == "what" and item.text in _WHATS for item in _sentence_openers(items)):
        return True
    return any(item.means("ask") == "open" or is_modal(item) for item in items)


def _sentence_openers(items: Items) -> Iterator[Item]:
    """Yield the first words of the sentences after the first one."""
    awaited = False
    for item in items:
        if awaited and not is_opening(item):
            yield item
            awaited = False
        awaited = awaited or item.is_mark(".!;\n?")


def is_opening(item: Item) -> bool:
    return (
        item.means("talk") is not None or item.is_mark(",.!-:") or item.is_word("and", "clause") or item.text in _LEADS
    )


def is_modal(item: Item) -> bool:
    """Tell whether an item is "can I", "should I" or the like, in two words or more."""
    if item.means("ask") != "may" or not isinstance(item.value, Word):
        return False
    return " " in item.value.token.text
