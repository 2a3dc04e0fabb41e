"""Until when something is forbidden: "for 2 weeks", "until my check-up on the 20th", "till October"."""

import datetime as dt
import re
from calendar import monthrange
from typing import Final

from bot.language.counts import TO_TEN
from bot.language.day_marks import with_days
from bot.language.items import Context, Dated, Days, Item, WeekOf
from bot.language.run_days import date_in, with_dates
from bot.language.scan import scan
from bot.language.vocabulary import MONTHS, Vocabulary

_COUNTS: Final = {**TO_TEN, "a": 1, "an": 1, "eleven": 11, "twelve": 12, "a couple of": 2, "couple of": 2}
_COUNT: Final = rf"(?:\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_DAYS: Final = {"day": 1, "week": 7, "wk": 7, "fortnight": 14}
_MONTHS: Final = {"month": 1, "year": 12}
_FOR: Final = re.compile(
    r"(?P<lead>\bfor\s+|\bnext\s+|\banother\s+|^[\s,:-]*)(?:(?:the|next|about|around|another|a further|roughly)\s+)*"
    rf"(?P<count>{_COUNT})(?:\s*(?:-|to|or)\s*(?P<most>{_COUNT}))?\s*(?:more |full |whole )?"
    r"(?P<unit>day|week|wk|month|fortnight|year)s?\b"
    r"(?!\s*(?:ago|before|earlier|later|out|post|after)\b)(?:\s+or\s+(?P<or>\w+))?",
    re.IGNORECASE,
)
_LEAST: Final = re.compile(r"\b(?:at least|minimum|or more|or longer)\b", re.IGNORECASE)
_UNTIL: Final = re.compile(
    r"(?:\b(?:until|till|til|through|thru|up to|before)\b|'til\b)(?P<end>[^,.;!?\n]*)", re.IGNORECASE
)
_THIS: Final = re.compile(r"\b(?:this|(?:rest|end) of (?:the|this)) (?P<unit>week|month|year)\b", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"[.;!?\n]|(?:,|\band\b|\bbut\b|\bso\b)?\s*"
    r"\b(?:can|could|may|should|what|when|how|do i|am i|will i|is it|but|so)\b",
    re.IGNORECASE,
)
_OF_TRAINING: Final = re.compile(
    r"^\s*(?:(?:any|more|heavy|the|doing|to|of|me|from|at all|all)\s+)*[a-z]+(?:(?:\s+or|\s+and|,)\s+[a-z]+)?"
    r"(?:\s+(?:at all|weights|anything|heavy|training|please))?",
    re.IGNORECASE,
)
_LONGEST: Final = dt.timedelta(days=731)
_DECEMBER: Final = 12
_LAST_OF_WEEK: Final = 6


def until_said(before: str, behind: str, *, today: dt.date, vocabulary: Vocabulary) -> dt.date | None:
    """Return the last local date of what is forbidden; None where it has no end that can be read.

    `before` and `behind` are the words around "said no"; a day that is named still counts. No text raises.
    """
    behind = _told(behind)
    sentence = re.split(r"[.;!?\n]", before)[-1]
    if _LEAST.search(behind) or _LEAST.search(sentence):
        return None
    if until := _UNTIL.search(behind) or _UNTIL.search(sentence):
        last = _named(until["end"], today, vocabulary)
        # A day until which it holds counts; one before which it does is free.
        last = last - dt.timedelta(days=1) if last is not None and until[0].lower().startswith("before") else last
    elif this := _THIS.search(behind):
        last = _end_of(this["unit"].lower(), today)
    else:
        last = _after(behind, today) or _ahead(sentence, today)
    return last if last is not None and last - today <= _LONGEST else None


def _told(behind: str) -> str:
    """Return the words behind without a question that follows them."""
    asked = _ASKED.search(behind)
    return behind if asked is None else behind[: asked.start()]


def _after(behind: str, today: dt.date) -> dt.date | None:
    """Return the last day of a span behind: "lifting for 2 weeks", "lifting 2 weeks", "lifting, 2 weeks"."""
    found = re.search(r"\bfor\b", behind, re.IGNORECASE) and _FOR.search(behind)
    if not found:
        what = _OF_TRAINING.match(behind)
        found = _FOR.match(behind) or (None if what is None else _FOR.match(behind[what.end() :]))
    return _span(found, today) if found else None


def _ahead(before: str, today: dt.date) -> dt.date | None:
    """Return the last day of a span in front: "for the next 2 weeks my doctor says no lifting"."""
    found = next((one for one in _FOR.finditer(before) if one["lead"].strip()), None)
    return None if found is None else _span(found, today)


def _span(found: re.Match[str], today: dt.date) -> dt.date | None:
    """Return the last day of "2 weeks", of "6 to 8 weeks" that of the longer, of "a week or two" that of two."""
    count = _count(found["most"] or found["count"])
    more = found["or"]
    if more and more.lower() in _COUNTS:
        count = _count(more)
    unit = found["unit"].lower()
    if unit in _DAYS:
        return today + dt.timedelta(days=count * _DAYS[unit] - 1) if count else None
    return _months_on(today, count * _MONTHS[unit]) - dt.timedelta(days=1) if count else None


def _count(said: str) -> int:
    return int(said) if said.isdecimal() else _COUNTS[" ".join(said.lower().split())]


def _months_on(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.month - 1 + months, _DECEMBER)
    year, month = day.year + year, month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def _named(said: str, today: dt.date, vocabulary: Vocabulary) -> dt.date | None:
    """Return the day that stands behind "until"; of a month the day before it begins, unless its end is named."""
    if this := _THIS.search(said):
        return _end_of(this["unit"].lower(), today)
    context = Context(text=said, today=today)
    items = with_dates(with_days(scan(context, vocabulary)), context)
    for item in items:
        if isinstance(item.value, Dated | Days):
            day = date_in(item, items, context)
            return day if isinstance(day, dt.date) else None
        if isinstance(item.value, WeekOf):
            return _sunday(today, item.value.week - (not _of_end(said)))
    month = next((item for item in items if item.means("month")), None)
    return None if month is None else _of_month(month, said, today)


def _of_end(said: str) -> bool:
    return re.search(r"\bend of\b", said, re.IGNORECASE) is not None


def _sunday(today: dt.date, week: int) -> dt.date:
    return today + dt.timedelta(days=_LAST_OF_WEEK - today.weekday() + 7 * week)


def _of_month(item: Item, said: str, today: dt.date) -> dt.date | None:
    month = MONTHS.index(item.means("month") or "") + 1
    year = today.year + (month < today.month)
    if _of_end(said):
        return dt.date(year, month, monthrange(year, month)[1])
    return None if month == today.month else dt.date(year, month, 1) - dt.timedelta(days=1)


def _end_of(unit: str, today: dt.date) -> dt.date:
    if unit == "week":
        return _sunday(today, 0)
    month = today.month if unit == "month" else _DECEMBER
    return dt.date(today.year, month, monthrange(today.year, month)[1])
