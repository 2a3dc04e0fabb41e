"""Since when somebody has trained: "3 years", "a year and a half", "since march 2024"."""

import datetime as dt

from bot.language.frames import Items, is_spelled
from bot.language.held import any_item, any_means
from bot.language.items import Ahead, Dated, Item, Word
from bot.language.vocabulary import MONTHS
from bot.training.runs import RunKind

_FIRST_YEAR = 1900
_LONGEST_YEARS = 90
_SPAN_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
_HOURS_IN_DAY = 24
_PLUS_REACH = 2
_AND_A_HALF = ["and", "a", "half"]
_MARKS = ",.!\n"
_TELLING = ("and", "half", "new", "no", "ago", "in", "around", "from_now", "of")
# Whoever is not sure, or counts down, has told nothing that could be kept.
_UNTOLD = ("unsure", "body", "talk", "ask", "action")


def start_of(items: Items, today: dt.date) -> dt.date | None:
    """Return the start said as a date, a month, a year or a length of time before today; today for "new"."""
    since = _since(items, today) or _ago(items, today)
    newly = any_means(items, "word", "new", "no") or any_item(items, _is_not) or any_item(items, _is_new_to)
    # "No wait, it was 110" is no answer.
    counted = any(item.number is not None and not is_spelled(item) for item in items)
    return today if since is None and newly and not counted else since


def is_about_experience(items: Items) -> bool:
    """Tell whether every word belongs to such an answer; "-3 years" and "easy 5k 3 years" are none."""
    told = all(_belongs(item, items[index - 1] if index else None) for index, item in enumerate(items))
    return told and not any_means(items, "word", "next") and not any(map(_is_ahead, items, items[1:]))


def _is_ahead(before: Item, item: Item) -> bool:
    """Tell whether a length of time is one to come: "in 2 years"; "in 2019" is a year."""
    return before.is_word("in") and item.number is not None and item.number < _FIRST_YEAR


def _belongs(item: Item, before: Item | None) -> bool:
    if isinstance(item.value, Ahead):
        return item.value.hours < 0
    if not isinstance(item.value, Word):
        return isinstance(item.value, Dated) and item.value.named
    if item.is_mark("-"):
        return before is not None and before.number is not None
    if item.number is not None or item.is_mark(_MARKS) or item.means("span") or item.means("month"):
        return True
    return _is_frame(item)


def _is_frame(item: Item) -> bool:
    if item.is_word(*_TELLING) or item.means("setting") or item.means("lift") or item.means("kind") == RunKind.OTHER:
        return True
    return item.means("filler") is not None and not any(item.means(group) for group in _UNTOLD)


def _since(items: Items, today: dt.date) -> dt.date | None:
    """Return the start said as a date, a month or a year ("since 2019", "since march 2024")."""
    year = next((item.number for item in items if item.number and _FIRST_YEAR <= item.number <= today.year), None)
    month = next((MONTHS.index(key) + 1 for item in items if (key := item.means("month"))), None)
    if year is not None:
        return dt.date(year, month or 1, 1)
    if month is not None:
        return dt.date(today.year - (month > today.month), month, 1)
    for item in items:
        if isinstance(item.value, Dated):
            return item.value.date
    return None


def _ago(items: Items, today: dt.date) -> dt.date | None:
    """Return the start said as a length of time ("3 years", "a year and a half", "six months ago")."""
    days = 0.0
    for index, item in enumerate(items):
        span = item.means("span")
        if span in _SPAN_DAYS:
            days += _count(items, index) * _SPAN_DAYS[span]
    days += sum(-item.value.hours / _HOURS_IN_DAY for item in items if isinstance(item.value, Ahead))
    return today - dt.timedelta(days=round(days)) if 0 < days < _LONGEST_YEARS * 366 else None


def _count(items: Items, index: int) -> float:
    """Return the number before a unit: "3", "2.5", "half a"; 1 when none is said; "and a half" adds a half."""
    number: float = 1.0
    if len(plus := items[max(0, index - _PLUS_REACH) : index]) == _PLUS_REACH and plus[1].is_mark("+"):
        # "20+ years".
        return float(plus[0].number or 1)
    if [item.text for item in items[max(0, index - len(_AND_A_HALF)) : index]] == _AND_A_HALF:
        # "Two and a half years".
        return float(items[index - len(_AND_A_HALF) - 1].number or 0) + 0.5 if index > len(_AND_A_HALF) else 1.5
    before = items[index - 1] if index else None
    if before is not None and before.number is not None:
        number = float(before.number)
        if index > 2 and items[index - 2].is_mark(".,") and items[index - 3].number is not None:  # noqa: PLR2004 - mark and number before it
            number = float(f"{items[index - 3].number}.{before.number}")
    halves = sum(item.is_word("half") for item in items[max(0, index - 3) : index + 4])
    if not halves:
        return number
    return number / 2 if any_means(items[max(0, index - 3) : index], "word", "half") and number == 1 else number + 0.5


def _is_new_to(item: Item) -> bool:
    return (item.means("setting") or "").startswith("new_to")


def _is_not(item: Item) -> bool:
    return item.text == "not"
