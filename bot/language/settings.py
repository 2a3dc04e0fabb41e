"""Settings said in a sentence: "remind me at 6:30", "use pounds", "I've been lifting for 3 years"."""

import datetime as dt
from itertools import takewhile

from bot.language.clocks import as_text
from bot.language.frames import Items
from bot.language.items import Item, Word
from bot.language.meaning import SettingReading, Unread
from bot.language.values import clock_time_in, read_experience
from bot.language.vocabulary import Vocabulary

_OFF = frozenset({"off", "no", "stop", "cancel", "don't", "dont", "disable", "without"})
_UNITS = {"kg": ("units", "kg"), "lb": ("units", "lb"), "km": ("distance", "km"), "mi": ("distance", "mi")}
_MOST_WORDS = 8
_MOST_NAMES = 4
_WANTING = frozenset({"use", "show", "switch", "change", "set", "units", "in"})
_NO_PLACES = frozenset({"my", "a", "an", "this", "that", "our"})
_HAVING = frozenset({"have", "has", "got", "own", "get", "home", "gym", "i've", "ive"})


def read_setting(
    text: str, items: Items, *, today: dt.date, vocabulary: Vocabulary
) -> tuple[SettingReading | Unread, ...]:
    """Read a reminder time, units, a place, experience or equipment said in a sentence; nothing when it sets none.

    `items` are the text's own. A time that could be morning or evening is Unread with both options.
    """
    if any(item.means("action") == "remind" for item in items):
        return (_reminder(text, items, vocabulary),)
    found = _place(text, items) or _experience(text, items, today, vocabulary) or _equipment(items)
    return _units(items) or (() if found is None else (found,))


def _reminder(text: str, items: Items, vocabulary: Vocabulary) -> SettingReading | Unread:
    if any(item.text in _OFF for item in items):
        wanted = _wanted_instead(text, items, vocabulary)
        return SettingReading(name="reminder", value="off" if wanted is None else as_text(wanted))
    time = clock_time_in(text, vocabulary=vocabulary)
    if isinstance(time, dt.time):
        return SettingReading(name="reminder", value=as_text(time))
    return time


def _wanted_instead(text: str, items: Items, vocabulary: Vocabulary) -> dt.time | None:
    """Return the time of "stop pinging me in the morning, 8pm suits me better": one behind a mark, without "stop"."""
    mark = next((index for index, item in enumerate(items) if item.is_mark(",.;!\n")), None)
    behind = () if mark is None else items[mark + 1 :]
    if not behind or any(item.text in _OFF for item in behind):
        return None
    time = clock_time_in(text[behind[0].start : behind[-1].end], vocabulary=vocabulary)
    return time if isinstance(time, dt.time) else None


def _units(items: Items) -> tuple[SettingReading, ...]:
    """Read "use pounds", "kilos not lbs", "switch me to pounds and miles": a unit of each sort, and no number."""
    words = [item for item in items if isinstance(item.value, Word) and item.value.token.is_name]
    units = [key for item in words if (key := item.means("mass") or item.means("distance")) in _UNITS]
    asks = bool(words) and (words[0].text in _WANTING or any(item.text in {"please", "not", "pls"} for item in words))
    wanted = [_UNITS[key or ""] for key in (units[:1] if any(item.text == "not" for item in words) else units)]
    clear = 0 < len(wanted) == len(dict(wanted))
    if not asks or not clear or len(words) > _MOST_WORDS or any(item.number is not None for item in items):
        return ()
    return tuple(SettingReading(name=name, value=value) for name, value in wanted)


def _place(text: str, items: Items) -> SettingReading | None:
    """Read "I live in Manchester", "my timezone is Lisbon": the words that follow, up to a mark."""
    for index, item in enumerate(items):
        if item.means("setting") == "place":
            named = list(takewhile(lambda one: not one.is_mark(".,;!?\n("), items[index + 1 :]))
            if "moved" in item.text or "relocated" in item.text:
                named = _new_place(text, items, named)
            if 0 < len(named) <= _MOST_NAMES and named[0].text not in _NO_PLACES:
                return SettingReading(name="timezone", value=text[named[0].start : named[-1].end])
    return None


def _new_place(text: str, items: Items, named: list[Item]) -> list[Item]:
    """Return the name of a place that somebody moved to: with a capital, or beside "time zone"; "moved to evenings"."""
    name = list(takewhile(lambda one: isinstance(one.value, Word) and not one.senses, named))
    meant = any(item.means("state") == "zones" for item in items) or any(text[one.start].isupper() for one in name)
    return name if meant else []


def _experience(text: str, items: Items, today: dt.date, vocabulary: Vocabulary) -> SettingReading | None:
    """Read "been lifting about 3 years", "new to running": how long, where that is all that is said behind it."""
    for index, item in enumerate(items):
        name = item.means("setting")
        if name in {"new_to_lifting", "new_to_running"}:
            return SettingReading(name=name.removeprefix("new_to_"), value="new")
        if name in {"lifting", "running"}:
            said = list(takewhile(lambda one: not one.is_mark(".,;!?\n"), items[index + 1 :]))
            value = text[said[0].start : said[-1].end] if said else ""
            if value and not isinstance(read_experience(value, today=today, vocabulary=vocabulary), Unread):
                return SettingReading(name=name, value=value)
    return None


def _equipment(items: Items) -> SettingReading | None:
    """Read "only got kettlebells at home", "my gym has a trap bar only": "only", having, and what there is."""
    words = {item.text for item in items}
    named = [key for item in items if (key := item.means("equipment"))]
    plain = not any(item.means("unsure") or (item.number or 0) > 1 or item.is_word("no", "x") for item in items)
    if not named or "only" not in words or words.isdisjoint(_HAVING) or not plain:
        return None
    return SettingReading(name="equipment", value=" ".join(dict.fromkeys(named)))
