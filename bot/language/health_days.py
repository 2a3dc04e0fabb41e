"""When a birth or a surgery was: on a date, "5 weeks ago", "in January", "2 years ago", "in 2015"."""

import datetime as dt
from calendar import monthrange
from itertools import pairwise

from bot.language.frames import Items
from bot.language.held import any_means
from bot.language.items import Ahead, Dated, Days, Item, WeekOf
from bot.language.numbers import numbers_in
from bot.language.vocabulary import MONTHS

_HOURS_IN_DAY = 24
_DAYS_IN_YEAR = 365
_WEEK = 7
_HALF_YEAR = dt.timedelta(days=183)
_FIRST_YEAR = 1900


def since_in(clause: Items, text: str, today: dt.date) -> dt.date | None:
    """Return the day that a clause names; of a month or a year the last one that has been, which caps longest."""
    day = next((day for item in clause if (day := _day(item, text, today))), None)
    if day is not None:
        return day
    if (year := _year_in(clause, text, today)) is not None:
        return min(dt.date(year, 12, 31), today)
    years = _years_ago(clause)
    return None if years is None else today - dt.timedelta(days=_DAYS_IN_YEAR * years)


def is_old(clause: Items, text: str, today: dt.date) -> bool:
    """Tell whether a clause tells of a year or more ago."""
    pairs = pairwise(clause)
    if any(span.means("span") == "year" and ago.is_word("ago") for span, ago in pairs):
        return _years_ago(clause) != 0
    if any_means(clause, "health_word", "long_ago"):
        return True
    since = since_in(clause, text, today)
    return since is not None and (today - since).days >= _DAYS_IN_YEAR


def _day(item: Item, text: str, today: dt.date) -> dt.date | None:
    match item.value:
        case Dated(date=date):
            return _looking_back(date, text[item.start : item.end], today)
        case Ahead(hours=hours):
            return today + dt.timedelta(days=round(hours / _HOURS_IN_DAY))
        case Days(days=(day, *_), week=week):
            back = (today.weekday() - day) % _WEEK
            return today + dt.timedelta(days=_WEEK - back if week and week > 0 else -back)
        case WeekOf(week=week):
            return today + dt.timedelta(days=_WEEK * week)
    month = item.means("month")
    return None if month is None else _end_of(MONTHS.index(month) + 1, today)


def _looking_back(date: dt.date, said: str, today: dt.date) -> dt.date:
    """Return last year's day for "10 January" said in March, which reads as the coming one."""
    if date - today < _HALF_YEAR or str(date.year) in said:
        return date
    last = monthrange(date.year - 1, date.month)[1]
    return date.replace(year=date.year - 1, day=min(date.day, last))


def _end_of(month: int, today: dt.date) -> dt.date:
    year = today.year - (month > today.month)
    return min(dt.date(year, month, monthrange(year, month)[1]), today)


def _year_in(clause: Items, text: str, today: dt.date) -> int | None:
    """Return the year of "in 2015" and of "last year"."""
    for before, item in pairwise(clause):
        if before.is_word("last") and item.means("span") == "year":
            return today.year - 1
    # "2015" reads as a quarter past eight.
    said = (text[item.start : item.end] for item in clause)
    years = (int(word) for word in said if word.isdecimal() and len(word) == len(str(_FIRST_YEAR)))
    return next((year for year in years if _FIRST_YEAR <= year <= today.year), None)


def _years_ago(clause: Items) -> int | None:
    """Return the number of "2 years ago"; "years ago" alone names none."""
    for number in numbers_in(clause):
        behind = clause[number.end : number.end + 2]
        spans = len(behind) == len(("years", "ago")) and behind[0].means("span") == "year"
        if spans and behind[1].is_word("ago"):
            return min(max(int(number.value), 0), 200)
    return None
