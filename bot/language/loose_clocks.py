"""Times that only a question makes times: "weight room 3:15", "tomorrow 5h30", where a week would read a length."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items, run_kind
from bot.language.items import Clock, Dated, Days, Distance, Duration, Item, PartOfDay, Repeats

_HOURS = 24
_MINUTES = 60
_FIRST_HOUR = 7
_WHOLE = re.compile(r"(?:at )?(\d{1,2}) ?(?:hours?|hrs?|h)")
_MARKS = ":.h"
_ENDS = ".,;?!\n"
_COUNTED = frozenset({"of", "from", "later", "sleep", "between", "gap", "rest", "apart"})
_LEADS = frozenset({"in", "for", "of", "every"})


def with_loose_clocks(items: Items, text: str) -> Items:
    """Return the items with an hour and minutes as a time where no run stands beside them in their clause."""
    if not any(isinstance(item.value, Duration) for item in items):
        return items
    return tuple(_with_clocks(items, text))


def _with_clocks(items: Items, text: str) -> Iterator[Item]:
    for index, item in enumerate(items):
        time = _time(text[item.start : item.end]) if isinstance(item.value, Duration) else None
        time = time or (_whole_hour(text[item.start : item.end]) if _is_of_day(items, index) else None)
        if time is None or _is_counted(items, index) or not (_is_behind_day(items, index) or _is_apart(items, index)):
            yield item
        else:
            padded = time.hour == 0 or time.hour > _HOURS // 2 or text[item.start] == "0"
            yield replace(item, value=Clock(time=time, padded=padded))


def _time(said: str) -> dt.time | None:
    """Return the time that "3:15", "5h30" or "6.30" may be."""
    for mark in _MARKS:
        hour, found, minute = said.partition(mark)
        if found and hour.isdecimal() and minute.isdecimal() and len(minute) == len("30"):
            fair = int(hour) < _HOURS and int(minute) < _MINUTES
            return dt.time(int(hour), int(minute)) if fair else None
    return None


def _whole_hour(said: str) -> dt.time | None:
    """Return the time that "19 hour" or "at 9 hrs" may be."""
    found = _WHOLE.fullmatch(said)
    return dt.time(int(found[1])) if found and _FIRST_HOUR <= int(found[1]) < _HOURS else None


def _is_of_day(items: Items, index: int) -> bool:
    """Tell whether a length stands behind a day or "at", and nothing is counted from it: "saturday, 11 hour"."""
    if not isinstance(items[index].value, Duration):
        return False
    before = tuple(item for item in items[max(0, index - 2) : index] if not item.is_mark(","))[-1:]
    led = any(isinstance(item.value, Days | Dated) or item.is_word("at") for item in before)
    return led and not any(item.is_word("after", "before") or item.text in _COUNTED for item in items[index + 1 :][:2])


def _clause_around(items: Items, index: int) -> Items:
    ends = [place for place, item in enumerate(items) if item.is_mark(_ENDS)]
    start = max((place + 1 for place in ends if place < index), default=0)
    return items[start : min((place for place in ends if place > index), default=len(items))]


def _is_behind_day(items: Items, index: int) -> bool:
    """Tell whether a day or "early" stands right before it, and no run right behind: "tomorrow very early 5h30 I …"."""
    led = any(isinstance(item.value, Days | Dated | PartOfDay) for item in items[max(0, index - 1) : index])
    return led and not any(map(_is_of_run, items[index + 1 : index + 2]))


def _is_apart(items: Items, index: int) -> bool:
    return not any(map(_is_of_run, _clause_around(items, index)))


def _is_of_run(item: Item) -> bool:
    return run_kind(item) is not None or isinstance(item.value, Distance | Repeats)


def _is_counted(items: Items, index: int) -> bool:
    """Tell whether a length is meant: "in 1h30", "for 1:15"."""
    return index > 0 and items[index - 1].text in _LEADS
