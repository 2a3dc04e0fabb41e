"""Days that are named by their feast: "christmas day", "on boxing day", "labor day", "thanksgiving"."""

import datetime as dt
import re
from functools import lru_cache

from bot.language.frames import Items
from bot.language.items import Context
from bot.language.vocabulary import MONTHS
from bot.training.time import Weekday

_FEASTS = (
    (r"christmas eve|xmas eve", "24 december"),
    (r"christmas day|xmas day|(?<=on )christmas|(?<=at )christmas|(?<=on )xmas|(?<=at )xmas", "25 december"),
    (r"boxing day|st\.? stephen'?s day", "26 december"),
    (r"new year'?s'? eve|new year eve|nye", "31 december"),
    (r"new year'?s'? day|new year day", "1 january"),
    (r"(?:the )?(?:4th|fourth) of july", "4 july"),
    (r"halloween", "31 october"),
    (r"(?:st\.? |saint )patrick'?s day|(?:st\.? )?paddy'?s day", "17 march"),
    (r"valentine'?s day", "14 february"),
    (r"canada day", "1 july"),
    (r"juneteenth", "19 june"),
)
# Month, which of its days of that name (below 0 from its end), day.
_MOVABLE = (
    (r"labou?r day", (9, 1, Weekday.MON)),
    (r"memorial day", (5, -1, Weekday.MON)),
    (r"columbus day", (10, 2, Weekday.MON)),
    (r"thanksgiving(?: day)?", (11, 4, Weekday.THU)),
)
_NO_OTHER = r"(?! (?:party|run|race|dinner|market|do|weekend|week|5k|10k))"
_NAMED = tuple((re.compile(rf"\b(?:{names})\b{_NO_OTHER}", re.I), at) for names, at in _FEASTS)
_FOUND = tuple((re.compile(rf"\b(?:{names})\b{_NO_OTHER}", re.I), rule) for names, rule in _MOVABLE)
_ANY = re.compile("|".join(names for names, _ in (*_FEASTS, *_MOVABLE)), re.I)


def with_feasts(context: Context, _: Items) -> str:
    """Say a feast as its coming date."""
    text = context.text
    if _ANY.search(text) is None:
        return text
    for name, date in _NAMED:
        text = name.sub(date, text)
    for name, rule in _FOUND:
        text = name.sub(_coming(*rule, today=context.today), text)
    return text


@lru_cache(maxsize=8)
def _coming(month: int, which: int, day: Weekday, *, today: dt.date) -> str:
    dates = (_in_year(year, month, which, day) for year in (today.year, today.year + 1))
    date = next(date for date in dates if date >= today)
    return f"{date.day} {MONTHS[date.month - 1]}"


def _in_year(year: int, month: int, which: int, day: Weekday) -> dt.date:
    """Return one of the days of a name in a month, or the last one."""
    first = dt.date(year, month, 1)
    dates = [first + dt.timedelta(days=(day - first.weekday()) % 7 + 7 * number) for number in range(5)]
    inside = [date for date in dates if date.month == month]
    return inside[which - 1 if which > 0 else which]
