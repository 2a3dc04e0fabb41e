"""Days without runs: "not running this week", "no runs till sunday", "on holiday next week", "sunday is cancelled"."""

import datetime as dt
import re

from bot.language.day_marks import with_days
from bot.language.items import Dated, Days, Item, PartOfDay
from bot.language.left_out import rests_until
from bot.language.meaning import DatedRunReading, Meaning, MovedRunReading, TimeOffReading
from bot.language.message import Message, message_of
from bot.language.run_days import date_in
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_LONGEST = 120
_MOST_DAYS = 62
_WEEK = 7
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "a couple of": 2}

LEAD = r"(?:(?:ok|okay|fine|sorry|hey|hi|right|well|so|btw|heads up|fyi)[ ,.!:]+)?"
ME = r"(?:(?:i am|i'm|im|i will|i'll|ill|i shall|i|we're|we are|we)(?: probably)? )?"
_NOT_RUNNING = (
    r"(?:(?:not|won't|wont|can't|cant|cannot|shall not|shan't|will not|am not)(?: going to| gonna| able to)?(?: be)?"
    r" (?:running|run|training|train|do any running|doing any running|do any runs|doing any runs)"
    r"|no (?:runs?|running|training)(?: for me)?)(?: at all)?"
)
AWAY = (
    r"(?:(?:going|be|off|out|gonna be) )*(?:away(?: with work| on business)?|on (?:a )?(?:family )?(?:holidays?"
    r"|vacation|hols?|leave|trip|honeymoon|business trip)|abroad|out of town)"
)
SPAN = (
    r"(?P<span>this week|next week|all week|the whole week|this weekend"
    r"|for (?:a|an|one|two|three|four|a couple of|\d{1,2}) (?:days?|weeks?|fortnight)|(?:till|til|until) [^,.;!]{2,24}"
    r"|(?:from |between )?[^,.;!]{2,24} (?:to|till|til|until|through|and|-) [^,.;!]{2,24}?)"
)
# Why it is so may be anything but another run, a lift or a time.
_NEWS = r"(?!\b(?:runs?|running|jog\w*|lift\w*|deadlift\w*|gym|instead|but|except|only|move\w*|long|easy|tempo)\b)"
_WHY = rf"(?:[ ,.!;-]+(?!(?:then|and|or)\b)(?:{_NEWS}[^\d?]){{1,60}})?"
_BEFORE_WHY = rf"(?:(?:{_NEWS}[^\d?,.;!]){{2,40}}[,.;!-] ?){{0,3}}"
_OFF = re.compile(rf"{LEAD}{_BEFORE_WHY}{ME}{_NOT_RUNNING} {SPAN}{_WHY}", re.IGNORECASE)
_GONE = re.compile(
    rf"{LEAD}{ME}{AWAY} {SPAN}(?P<off>(?:,| and|,? so)? ?{ME}{_NOT_RUNNING})?(?: (?:so|then))?", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    rf"{LEAD}{ME}(?:going |off |heading |flying |travelling |traveling |driving |be )*(?:to|in|at|on|with|v"
    rf"isiting|up|down)"
    rf" [^\d?,.;!]{{2,30}}? {SPAN}(?P<off>(?:,| and|,? so)? ?{ME}{_NOT_RUNNING})(?: (?:so|then|there|that week))?",
    re.IGNORECASE,
)
_SPAN_FIRST = re.compile(rf"{LEAD}{SPAN} {ME}(?:(?P<off>{_NOT_RUNNING})|{AWAY})", re.IGNORECASE)

_DAY = (
    r"(?P<{0}>(?:this |next |on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tonight"
    r"|tomorrow|tmrw|tmr|tomoz)"
)
_CANCELLED = re.compile(
    rf"{LEAD}{_DAY.format('day')}(?:'?s (?:run|session|training|club))? (?:is|got|has been|was|is now) "
    rf"(?:cancelled|canceled|called off|scrapped){_WHY}",
    re.IGNORECASE,
)
_NO_CLUB = re.compile(
    rf"{LEAD}no (?!gym|lift|deadlift|weight)(?:[a-z]+ )?"
    rf"(?:club|session|practice|group run|run club|running club|track|parkrun) {_DAY.format('day')}{_WHY}",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"{LEAD}{_DAY.format('old')}(?:'?s (?:run|session|training))? (?:is |got |has |has been |was |been )*moved to "
    rf"{_DAY.format('new')}{_WHY}",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:from |between )?(?P<first>.+?) (?:to|till|til|until|through|and|-) (?P<last>.+)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:till|til|until) (?P<day>.+)", re.IGNORECASE)
_FOR = re.compile(r"for (?P<count>a couple of|\w+) (?P<unit>day|week|fortnight)s?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)


def read_time_off(message: Message) -> tuple[Meaning, ...]:
    """Read days that are to have no run, or on which somebody is away; a question tells of none."""
    text = message.text.strip(" .!\n")
    if len(text) > _LONGEST or "?" in text:
        return ()
    if said := (_CANCELLED.fullmatch(text) or _NO_CLUB.fullmatch(text)):
        return _day_off(said["day"], message)
    if said := _MOVED.fullmatch(text):
        return _moved(said["old"], said["new"], message)
    off = _OFF.fullmatch(text)
    if off and (off["span"].lower() == "this weekend" or rests_until(message)):
        # Two days, or those until a day, are days off like any other.
        return ()
    gone = None if off else _GONE.fullmatch(text) or _ELSEWHERE.fullmatch(text) or _SPAN_FIRST.fullmatch(text)
    said = off or gone
    days = None if said is None else days_of_span(said["span"].strip(), message)
    if days is None or not 0 <= (days[1] - days[0]).days < _MOST_DAYS or days[1] < message.now.date():
        return ()
    sure = off is not None or (gone is not None and gone["off"] is not None)
    return (TimeOffReading(first=max(days[0], message.now.date()), last=days[1], sure=sure, away=off is None),)


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


def days_of_span(span: str, message: Message) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a span as `SPAN` takes it; None where they cannot be read."""
    today = message.now.date()
    monday = today - dt.timedelta(days=today.weekday())
    named = {
        "this week": (today, monday + dt.timedelta(days=6)),
        "all week": (today, monday + dt.timedelta(days=6)),
        "the whole week": (today, monday + dt.timedelta(days=6)),
        "this weekend": (monday + dt.timedelta(days=5), monday + dt.timedelta(days=6)),
        "next week": (monday + dt.timedelta(days=_WEEK), monday + dt.timedelta(days=13)),
    }
    if span.lower() in named:
        return named[span.lower()]
    if said := _FOR.fullmatch(span):
        count = _COUNTS.get(said["count"].lower()) or (int(said["count"]) if said["count"].isdecimal() else 0)
        days = count * {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}[said["unit"].lower()]
        return (today, today + dt.timedelta(days=days - 1)) if days else None
    if said := _UNTIL.fullmatch(span):
        end = _date(said["day"], message)
        return None if end is None else (today, end - dt.timedelta(days=1))
    said = _ENDS.fullmatch(span)
    return None if said is None else _between(said["first"], said["last"], message)


def _between(first: str, last: str, message: Message) -> tuple[dt.date, dt.date] | None:
    """Return two days that are named; the month of the last one counts for the first too."""
    end = _date(last, message)
    number = _NUMBER.fullmatch(first.strip())
    if end is None:
        return None
    if number is not None:
        day = int(number[1])
        return (end.replace(day=day), end) if 0 < day <= end.day else None
    begin = _date(first, message)
    if begin is None:
        return None
    return (begin, end) if begin <= end else (begin, end + dt.timedelta(days=_WEEK))


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
