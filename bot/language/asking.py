"""Whether a text asks anything at all."""

from collections.abc import Iterator

from bot.language.frames import Items, is_lift
from bot.language.items import Item, Word

_OPENERS = frozenset({"may", "when", "open", "what"})
_LEADS = frozenset({"like", "but", "also"})
_WHATS = frozenset({"what", "which", "why", "how", "how do i", "how to", "how do", "how does", "what is", "what are"})
_AUXILIARIES = frozenset({"will", "do", "does", "did"})
_PAIR = 2
# "Will lift friday" is a plan, "will lifting friday …" asks.
_VERBS = frozenset({"lift", "deadlift", "pull", "gym", "go heavy", "squat"})


def asks_openly(items: Items) -> bool:
    """Tell whether a text has a question mark or a question's words: "can I", "when can I", "which day"."""
    asks = any(item.is_mark("?") or item.means("ask") == "open" or is_modal(item) for item in items)
    return asks or _asks_for_any(items) or _asks_what_lifting_does(items)


def is_question(items: Items) -> bool:
    """Tell whether a text asks anything, with or without a question mark."""
    if any(item.is_mark("?") for item in items):
        return True
    first = next((item for item in items if not is_opening(item)), None)
    if first is not None and (first.means("ask") in _OPENERS or first.text.startswith("how")):
        return True
    if any(item.means("ask") == "what" and item.text in _WHATS for item in _sentence_openers(items)):
        return True
    return asks_openly(items)


def _asks_for_any(items: Items) -> bool:
    """Tell whether a text begins with "any": "any harm in lifting tonight"; nothing that is told does."""
    first = next((item for item in items if not is_opening(item)), None)
    return first is not None and first.text.startswith("any")


def _asks_what_lifting_does(items: Items) -> bool:
    """Tell whether a text begins with a verb and lifting as its subject: "will pulling on friday ruin my long run"."""
    place = next((index for index, item in enumerate(items) if not is_opening(item)), len(items))
    opening = items[place : place + 2]
    if len(opening) < _PAIR or opening[0].text not in _AUXILIARIES:
        return False
    subject = is_lift(opening[1]) and opening[1].text not in _VERBS
    return subject and (opening[0].text == "will" or any(item.means("ask") == "may" for item in items[place + 2 :]))


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
