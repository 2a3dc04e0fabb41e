"""Journeys that are told without their length: "flew LA to Sydney", "overnight flight", "just landed"."""

from bot.language.frames import Items
from bot.language.items import Item

_FLEW = frozenset({"flew", "flown", "drove", "travelled", "traveled"})
_LONGEST_NAME = 4


def is_bare_journey(items: Items, place: int, text: str) -> bool:
    """Tell whether a word tells of a long journey by itself, or with the two places that it leads between."""
    if items[place].means("state_word") == "journey":
        return True
    behind = items[place + 1 : place + 1 + _LONGEST_NAME]
    joint = next((index for index, item in enumerate(behind) if item.is_word("to") or item.text == "to"), 0)
    ends = (*behind[:1], *items[place + 2 + joint : place + 3 + joint])
    return items[place].text in _FLEW and joint > 0 and len(ends) > 1 and all(_is_proper(item, text) for item in ends)


def _is_proper(item: Item, text: str) -> bool:
    return text[item.start : item.start + 1].isupper()
