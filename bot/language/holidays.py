"""When the feasts are that fall on another date every year: rules of the content name them."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from bot.language.vocabulary import MONTHS
from bot.training.time import Weekday

# Month, which of its days of that name (below 0 from its end), day.
_MOVABLE = {
    "labor_day": (9, 1, Weekday.MON),
    "memorial_day": (5, -1, Weekday.MON),
    "columbus_day": (10, 2, Weekday.MON),
    "thanksgiving": (11, 4, Weekday.THU),
}
FEASTS = frozenset(_MOVABLE)
"""The names of the feasts."""


@lru_cache(maxsize=8)
def feasts_from(today: dt.date) -> Mapping[str, str]:
    """Return the coming date of each feast, as it is written: "7 sep"."""
    return {name: _coming(*rule, today=today) for name, rule in _MOVABLE.items()}


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
