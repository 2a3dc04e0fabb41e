"""A race of which only the weeks to it are told: "half marathon in 3 weeks", "got a 10k 2 weeks from now"."""

import datetime as dt
from collections.abc import Mapping

from bot.language.items import Ahead, Item
from bot.language.meaning import DatedRunReading, LiftQuestion, Meaning, RaceAheadReading
from bot.language.message import Message, message_of
from bot.language.moments import read_moment
from bot.language.questions import asks_in
from bot.language.text import own_words
from bot.language.time_off import count_of
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of
from bot.training.runs import RunKind

_LONGEST = 90
_HALF_KM = 21.0975
_MARATHON_KM = 42.195
_WEEK = 7
_MONTH = 30
_HOURS = 24


def read_race_ahead(message: Message) -> tuple[Meaning, ...]:
    """Read a race with about its date, and a question about lifting behind it: on which day it is has to be asked."""
    text, mark, asked = message.text.partition(",")
    if not (mark and "?" in asked):
        text, asked = message.text, ""
    found = race_ahead(text, today=message.now.date(), vocabulary=message.vocabulary)
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


def race_ahead(text: str, *, today: dt.date, vocabulary: Vocabulary) -> RaceAheadReading | None:
    """Read a race of which only the weeks or months to it are told; None for any other text. No text raises."""
    said = kept_of("race_ahead", text, vocabulary) if len(text) <= _LONGEST and "?" not in text else None
    if said is None:
        return None
    days = count_of(said["count"]) * (_MONTH if said["unit"].lower().startswith("m") else _WEEK)
    return RaceAheadReading(about=today + dt.timedelta(days=days), distance_km=_length(said), text=own_words(text))


def _length(said: Mapping[str, str]) -> float | None:
    if "half" in said or "marathon" in said:
        return _HALF_KM if "half" in said else _MARATHON_KM
    return float(said["km"]) if "km" in said else None
