"""Days without runs: "not running this week", "no runs till sunday", "on holiday next week", "sunday is cancelled"."""

import datetime as dt
from collections.abc import Mapping

from bot.language.counts import TO_TEN
from bot.language.day_marks import with_days
from bot.language.items import Dated, Days, Item, PartOfDay
from bot.language.left_out import rests_until
from bot.language.meaning import DatedRunReading, Meaning, MovedRunReading, TimeOffReading
from bot.language.message import Message, message_of
from bot.language.pieces import pieces_of
from bot.language.run_days import date_in
from bot.language.text import own_words
from bot.language.whole_sentences import kept_of
from bot.training.runs import RunKind, RunSpec

_LONGEST = 240
MOST_DAYS = 62
_WEEK = 7
_COUNTS = {**TO_TEN, "a": 1, "an": 1, "a couple of": 2, "twelve": 12}
_UNITS = {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}
# First and last day, from the Monday of this week on; None is today.
_WEEKS: Mapping[str, tuple[int | None, int]] = {
    "this week": (None, 6),
    "all week": (None, 6),
    "the whole week": (None, 6),
    "this weekend": (5, 6),
    "next week": (7, 13),
    "rest of the week": (None, 6),
    "the rest of the week": (None, 6),
}
_OF_A_DATE = frozenset({"the", "st", "nd", "rd", "th"})

Span = tuple[dt.date, dt.date]


def read_time_off(message: Message) -> tuple[Meaning, ...]:
    """Read days that are to have no run, or on which somebody is away; a question tells of none."""
    if len(message.text) > _LONGEST or "?" in message.text:
        return ()
    if said := _kept("day_off", message):
        return _day_off(said["day"], message)
    if said := _kept("day_moved", message):
        return _moved(said["old"], said["new"], message)
    off = _kept("no_runs", message)
    if off and (off.get("week", "").lower() == "this weekend" or rests_until(message)):
        # Two days, or those until a day, are days off like any other.
        return ()
    said = off or _kept("away", message)
    days = None if said is None else days_to_come(said, message)
    if said is None or days is None:
        return ()
    sure = off is not None or "off" in said
    return (TimeOffReading(first=days[0], last=days[1], sure=sure, away=off is None),)


def _kept(name: str, message: Message) -> Mapping[str, str] | None:
    return kept_of(name, message.text, message.vocabulary, message.items)


def _day_off(day: str, message: Message) -> tuple[Meaning, ...]:
    date = _date(day, message)
    rest = RunSpec(kind=RunKind.REST, text=own_words(message.text))
    return () if date is None else (DatedRunReading(date=date, run=rest, replaces=True),)


def _moved(old: str, new: str, message: Message) -> tuple[Meaning, ...]:
    before, date = _date(old, message), _date(new, message)
    if before is None or date is None:
        return ()
    run = RunSpec(kind=RunKind.OTHER, text=own_words(message.text))
    return (MovedRunReading(date=date, run=run, from_date=before),)


def days_to_come(said: Mapping[str, str], message: Message) -> Span | None:
    """Return the first and the last day of a span that are still to come; None where it is over, or too long."""
    span, today = days_of_span(said, message), message.now.date()
    if span is None or span[1] < today or not 0 <= (span[1] - span[0]).days < MOST_DAYS:
        return None
    return max(span[0], today), span[1]


def days_of_span(said: Mapping[str, str], message: Message) -> Span | None:
    """Return the first and the last day of a span of the content; None where they cannot be read."""
    today = message.now.date()
    if "week" in said:
        first, last = _WEEKS[" ".join(said["week"].lower().split())]
        monday = today - dt.timedelta(days=today.weekday())
        return today if first is None else monday + dt.timedelta(days=first), monday + dt.timedelta(days=last)
    if "count" in said:
        return today, today + dt.timedelta(days=count_of(said["count"]) * _UNITS[said["unit"].lower().rstrip("s")] - 1)
    if "until" in said:
        end = _date(said["until"], message)
        if end == today and _names_weekday(said["until"], message):
            # "Until monday", said on a monday.
            end += dt.timedelta(days=_WEEK)
        return None if end is None else (today, end - dt.timedelta(days=1))
    return _between(said["first"], said["last"], message)


def _names_weekday(text: str, message: Message) -> bool:
    return any(isinstance(item.value, Days) for item in message_of(message, text.strip()).items)


def count_of(text: str) -> int:
    """Return a number that the content calls a count: "a couple of", "two", "3"."""
    word = " ".join(text.lower().split())
    return int(word) if word.isdecimal() else _COUNTS[word]


def _between(first: str, last: str, message: Message) -> Span | None:
    """Return two days that are named; the month of the last one counts for the first too."""
    end = _date(last, message)
    if end is None:
        return None
    if (day := _day_of_month(first)) is not None:
        return (end.replace(day=day), end) if 0 < day <= end.day else None
    begin = _date(first, message)
    if begin is None:
        return None
    return (begin, end) if begin <= end else (begin, end + dt.timedelta(days=_WEEK))


def _day_of_month(text: str) -> int | None:
    """Return the day of "12", "the 12th"; None of any other text."""
    words = [piece.plain for piece in pieces_of(text) if piece.plain not in _OF_A_DATE]
    return int(words[0]) if len(words) == 1 and words[0].isdecimal() else None


def _is_of_day(item: Item) -> bool:
    return isinstance(item.value, Dated | Days | PartOfDay) or item.text in {"on", "the", "of"}


def _date(text: str, message: Message) -> dt.date | None:
    """Return the one day that words name, with nothing else in them."""
    part = message_of(message, text.strip())
    items = with_days(part.items)
    days = [item for item in items if isinstance(item.value, Dated | Days)]
    others = [item for item in items if not _is_of_day(item)]
    if len(days) != 1 or others:
        return None
    found = date_in(days[0], items, part.context, one=True)
    return found if isinstance(found, dt.date) else None
