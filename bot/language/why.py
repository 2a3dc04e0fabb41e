"""The day whose verdict somebody asks about: "/why yesterday", "/why 2026-03-02", "/why friday"."""

import datetime as dt
import math

from bot.language.items import Ahead, Context, Dated, Days, Doubtful
from bot.language.meaning import Doubt, Unread
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary

_WEEK = 7
_HOURS_IN_DAY = 24


def read_past_day(text: str, *, today: dt.date, vocabulary: Vocabulary) -> dt.date | Unread | None:
    """Read a day that is not to come; a weekday is the last one, today counts. None when no day is named.

    A day to come is Unread (FUTURE), an ambiguous date says so. No text raises.
    """
    if too_long(text):
        return Unread(text=own_words(text), doubt=Doubt.TOO_LONG)
    for item in scan(Context(text=normalise(text), today=today, past=True), vocabulary):
        if isinstance(item.value, Doubtful):
            return item.value.unread
        day = _day(item.value, today)
        if day is not None:
            return day if day <= today else Unread(text=own_words(text), doubt=Doubt.FUTURE)
    return None


def _day(value: object, today: dt.date) -> dt.date | None:
    match value:
        case Dated(date=date):
            return date
        case Days(days=(day, *_), week=week):
            back = (today.weekday() - day) % _WEEK
            # "Last Wednesday" said on a Wednesday is a week ago, "next Friday" is to come.
            ahead = _WEEK if week and week > 0 else 0
            return today - dt.timedelta(days=(back or _WEEK if week == -1 else back) - ahead)
        case Ahead(hours=hours):
            days = hours / _HOURS_IN_DAY
            return today + dt.timedelta(days=math.ceil(days) if days > 0 else round(days))
    return None
