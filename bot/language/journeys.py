"""Journeys that are told without their length: "flew LA to Sydney", "overnight flight", "just landed"."""

import re

from bot.language.frames import Items
from bot.language.items import Item

_FLEW = frozenset({"flew", "flown", "drove", "travelled", "traveled"})
_LONGEST_NAME = 4

_TIMETABLE = re.compile(
    r"(?:^|[,.;!\n]\s*|\b(?:the|my|our|a|next|last|first|early|late|\d)\s+)(?:train|bus|tram|flight|plane|ferry|coach|boat)"
    r"\s+(?:(?:is|goes|leaves?|departs|home|there|back)\s+)*(?:at\s+|leaves?\s+|departs\s+)*\d{1,2}(?:[:.]\d\d|\s?[ap]m|\b)",
    re.IGNORECASE,
)


def is_timetable(text: str) -> bool:
    """Tell whether a text says when a train, a bus or the like goes: "train at 7:32 tomorrow, 5k from the station"."""
    return _TIMETABLE.search(text) is not None


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
