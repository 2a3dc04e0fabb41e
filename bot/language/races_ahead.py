"""A race of which only the weeks to it are told: "half marathon in 3 weeks", "got a 10k 2 weeks from now"."""

import datetime as dt
import re

from bot.language.counts import TO_TEN
from bot.language.items import Ahead, Item
from bot.language.meaning import DatedRunReading, LiftQuestion, Meaning, RaceAheadReading
from bot.language.message import Message, message_of
from bot.language.moments import read_moment
from bot.language.questions import asks_in
from bot.language.text import own_words
from bot.training.runs import RunKind

_LONGEST = 90
_LENGTHS = (
    (re.compile(r"\b(?:half(?: marathon)?|hm|21 ?km?)\b", re.IGNORECASE), 21.0975),
    (re.compile(r"\b(?:marathon|42 ?km?)\b", re.IGNORECASE), 42.195),
    (re.compile(r"\b(?P<km>\d{1,3}) ?km?\b", re.IGNORECASE), None),
)
_ME = (
    r"(?:(?:i|i'm|im|i am|i've|ive|i have|i'll|we|we're|gonna|going|to|got|have|do|doing|run|running|race|racing|just"
    r"|so|hey|hi|ok|and|also|finally|signed|up|for|entered|booked|on|my|an?|the|next|first|big|there's|theres) )*"
)
_RACE = (
    r"(?:race )?(?:(?!easy|long|tempo|steady|recovery)[a-z]+ )?"
    r"(?:5 ?km?|10 ?km?|15 ?km?|half(?: marathon)?|hm|marathon|ultra|race)(?: race)?"
)
_COUNT = rf"(?:an?|{'|'.join(TO_TEN)}|twelve|\d{{1,2}})"
_AHEAD = (
    rf"(?:in (?:about |around |like |roughly |~ ?)?(?P<count>{_COUNT}) (?P<unit>week|wk|month)s?(?:'?s?' time)?"
    rf"|(?P<count2>{_COUNT}) (?P<unit2>week|wk|month)s?(?: from now| away| out| to go| time)"
    rf"|(?P<count3>{_COUNT}) (?P<unit3>week|wk|month)s? until (?:my |the )?(?:race|marathon|half|10k|5k))"
)
_TOLD = re.compile(rf"{_ME}{_RACE}(?: is| coming up| is coming up|'s)?,? {_AHEAD}", re.IGNORECASE)
_NUMBERS = {"a": 1, "an": 1, **TO_TEN, "twelve": 12}
_WEEK = 7
_MONTH = 30
_HOURS = 24


def read_race_ahead(message: Message) -> tuple[Meaning, ...]:
    """Read a race with about its date, and a question about lifting behind it: on which day it is has to be asked."""
    text, mark, asked = message.text.partition(",")
    if not (mark and "?" in asked):
        text, asked = message.text, ""
    found = race_ahead(text, today=message.now.date())
    if found is None or (asked and not asks_in(message_of(message, asked.strip()).items)):
        return ()
    moment = read_moment(asked, now=message.now, vocabulary=message.vocabulary) if asked else None
    return (found, LiftQuestion(moment=moment)) if asked else (found,)


def without_day(found: tuple[Meaning, ...], message: Message) -> tuple[Meaning, ...]:
    """Return meanings with each race of which only the weeks to it were told as one whose day has to be asked."""
    if Ahead not in message.held or not any(_counts_weeks(item) for item in message.items):
        return found
    return tuple(map(_ahead, found))


def _counts_weeks(item: Item) -> bool:
    hours = item.value.hours if isinstance(item.value, Ahead) else 0
    return hours > 0 and any(hours % (_HOURS * days) == 0 for days in (_WEEK, _MONTH))


def _ahead(one: Meaning) -> Meaning:
    if isinstance(one, DatedRunReading) and one.run.kind is RunKind.RACE and not (one.done or one.replaces):
        return RaceAheadReading(about=one.date, distance_km=one.run.distance_km, text=own_words(one.run.text))
    return one


def race_ahead(text: str, *, today: dt.date) -> RaceAheadReading | None:
    """Read a race of which only the weeks or months to it are told; None for any other text. No text raises."""
    text = text.strip(" .!\n")
    said = _TOLD.fullmatch(text) if len(text) <= _LONGEST and "?" not in text else None
    if said is None:
        return None
    about = today + dt.timedelta(days=_days(said))
    return RaceAheadReading(about=about, distance_km=_length(text[: _ahead_at(said)]), text=own_words(text))


def _ahead_at(said: re.Match[str]) -> int:
    return next(said.start(name) for name in ("count", "count2", "count3") if said[name] is not None)


def _days(said: re.Match[str]) -> int:
    count = next(said[name] for name in ("count", "count2", "count3") if said[name] is not None).lower()
    unit = next(said[name] for name in ("unit", "unit2", "unit3") if said[name] is not None).lower()
    return _NUMBERS.get(count, int(count) if count.isdecimal() else 1) * (_MONTH if unit == "month" else _WEEK)


def _length(text: str) -> float | None:
    for pattern, km in _LENGTHS:
        if found := pattern.search(text):
            return km if km is not None else float(found["km"])
    return None
