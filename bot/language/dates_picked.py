"""Which of several dates somebody means: "3 April", "the one in march", "2027-03-04", "the first one", "thursday"."""

import datetime as dt
from collections.abc import Sequence

from bot.language.frames import Items
from bot.language.items import Context, Dated, Days, Item
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.vocabulary import MONTHS, Vocabulary

_MOST_WORDS = 7
_PLACES = {"first": 0, "former": 0, "earlier": 0, "second": -1, "latter": -1, "later": -1}
_ROLES = ("on", "in", "until", "at", "of", "to", "this", "next")
_SOFT = frozenset({"one", "i", "mean", "i mean", "i meant", "meant", "sorry", "its", "it's", "thats", "that's"})


def picked_date(text: str, options: Sequence[dt.date], *, today: dt.date, vocabulary: Vocabulary) -> dt.date | None:
    """Return the one of several dates that a text means, by its day, month, weekday or place; None where none is.

    A text that asks, or tells of more, means none. No text raises.
    """
    if not options or too_long(text) or "?" in text:
        return None
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    if len(items) > _MOST_WORDS or not all(map(_may_pick, items)):
        return None
    ordered = sorted(options)
    placed = [ordered[place] for item in items if (place := _PLACES.get(item.text)) is not None]
    meant = [day for day in ordered if _may_be(day, items)] or placed
    return meant[0] if len(meant) == 1 else None


def _may_pick(item: Item) -> bool:
    """Tell whether a word names a day or goes with one that is named; any other tells of more."""
    named = isinstance(item.value, Dated | Days) or item.means("month") is not None or item.text in _PLACES
    soft = item.means("filler") is not None or item.text in _SOFT or item.means("talk") is not None
    return named or soft or item.is_word(*_ROLES) or item.is_mark(",.!")


def _may_be(day: dt.date, items: Items) -> bool:
    """Tell whether a day is what is named: its date, whatever the year, its weekday or its month."""
    for item in items:
        if isinstance(item.value, Dated):
            return (item.value.date.month, item.value.date.day) == (day.month, day.day)
        if isinstance(item.value, Days):
            return {one.value for one in item.value.days} == {day.weekday()}
        if (month := item.means("month")) is not None:
            return MONTHS[day.month - 1] == month
    return False
