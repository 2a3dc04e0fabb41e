"""Settings said in a sentence: "remind me at 6:30", "use pounds", "I've been lifting for 3 years"."""

import datetime as dt

from bot.language.clocks import as_text
from bot.language.frames import Items
from bot.language.items import Item, Word
from bot.language.meaning import SettingReading, Unread
from bot.language.values import clock_time_in
from bot.language.vocabulary import Vocabulary

_OFF = frozenset({"off", "no", "stop", "cancel", "don't", "dont", "disable", "without"})
_UNITS = {"kg": ("units", "kg"), "lb": ("units", "lb"), "km": ("distance", "km"), "mi": ("distance", "mi")}
_MOST_WORDS = 6


def read_setting(text: str, items: Items, *, vocabulary: Vocabulary) -> SettingReading | Unread | None:
    """Read a reminder time or a unit said in a sentence; None when the text sets neither.

    `items` are the text's own. A time that could be morning or evening is Unread with both options.
    """
    if any(item.means("action") == "remind" for item in items):
        return _reminder(text, items, vocabulary)
    return _unit(items)


def _reminder(text: str, items: Items, vocabulary: Vocabulary) -> SettingReading | Unread | None:
    if any(_text(item) in _OFF for item in items):
        return SettingReading(name="reminder", value="off")
    time = clock_time_in(text, vocabulary=vocabulary)
    if isinstance(time, dt.time):
        return SettingReading(name="reminder", value=as_text(time))
    return time


def _unit(items: Items) -> SettingReading | None:
    """Read "use pounds", "switch to km": a verb, one unit, and no number."""
    words = [item for item in items if isinstance(item.value, Word) and item.value.token.is_name]
    units = [key for item in words if (key := item.means("mass") or item.means("distance")) in _UNITS]
    asks = bool(words) and _text(words[0]) in {"use", "show", "switch", "change", "set", "units"}
    if not asks or len(units) != 1 or len(words) > _MOST_WORDS or any(item.number is not None for item in items):
        return None
    name, value = _UNITS[units[0] or ""]
    return SettingReading(name=name, value=value)


def _text(item: Item) -> str:
    return item.value.token.text if isinstance(item.value, Word) else ""
