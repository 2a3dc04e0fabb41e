"""Lasting health answers: "pregnant", "age 65+", "birth 2026-01-10", "cleared stress fracture"."""

import datetime as dt
from collections.abc import Iterator

from bot.language.frames import Items
from bot.language.items import Ahead, Context, Dated, Doubtful, Item, Word
from bot.language.meaning import Doubt, HealthReading, HeatClearedReading, Unread
from bot.language.moments import clauses_of
from bot.language.numbers import numbers_in
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import MONTHS, Vocabulary
from bot.training.health import HealthTopic

Health = HealthReading | HeatClearedReading | Unread

_OLDEST = dt.timedelta(days=3 * 365)
_HOURS_IN_DAY = 24
_BANDS = (
    (13, HealthTopic.AGE_UNDER_13),
    (18, HealthTopic.AGE_13_TO_17),
    (65, HealthTopic.AGE_18_TO_64),
    (120, HealthTopic.AGE_65_UP),
)
_DATED = frozenset({HealthTopic.BIRTH, HealthTopic.SURGERY})
_FIRST_PERSON = frozenset({"i", "i'm", "im", "i've", "ive", "my", "me", "diagnosed", "had"})


def read_health(text: str, *, today: dt.date, vocabulary: Vocabulary) -> tuple[Health, ...]:
    """Read the text behind `/health`; nothing readable gives nothing.

    A birth or surgery to come or more than three years ago is Unread (DATE). No text raises.
    """
    if too_long(text):
        return (Unread(text=own_words(text), doubt=Doubt.TOO_LONG),)
    items = scan(Context(text=normalise(text), today=today, past=True), vocabulary)
    return tuple(one for clause in clauses_of(items) for one in facts_in(clause, today))


def health_said(items: Items, today: dt.date) -> tuple[Health, ...]:
    """Read what a sentence says about the runner's own health: in the first person, and of now."""
    clauses = [clause for clause in clauses_of(items) if any(_text(item) in _FIRST_PERSON for item in clause)]
    return tuple(one for clause in clauses for one in (*facts_in(clause, today, named=False), *_age_said(clause)))


def facts_in(clause: Items, today: dt.date, *, named: bool = True) -> Iterator[Health]:
    """Yield the answers of one clause; an age counts where it is `named` as one."""
    cleared = any(item.means("health_word") == "cleared" for item in clause)
    over = any(item.means("health_word") == "over" or item.is_word("no") for item in clause)
    for topic in dict.fromkeys(key for item in clause if (key := item.means("health"))):
        if topic == "heat":
            yield from (HeatClearedReading(),) if cleared else ()
        else:
            yield _fact(clause, HealthTopic(topic), today, cleared=cleared, over=over)
    if named and any(item.means("health_word") == "age" for item in clause):
        yield from _age(clause)


def _fact(clause: Items, topic: HealthTopic, today: dt.date, *, cleared: bool, over: bool) -> Health:
    if topic not in _DATED or cleared or over:
        return HealthReading(topic=topic, cleared=cleared, over=over and not cleared)
    doubt = next((item.value.unread for item in clause if isinstance(item.value, Doubtful)), None)
    since = next((day for item in clause if (day := _day(item, today))), None)
    if doubt is not None:
        return doubt
    if since is not None and not today - _OLDEST <= since <= today:
        return Unread(text=since.isoformat(), doubt=Doubt.DATE)
    return HealthReading(topic=topic, since=since)


def _day(item: Item, today: dt.date) -> dt.date | None:
    if isinstance(item.value, Dated):
        return item.value.date
    if isinstance(item.value, Ahead):
        return today + dt.timedelta(days=round(item.value.hours / _HOURS_IN_DAY))
    month = item.means("month")
    if month is None:
        return None
    number = MONTHS.index(month) + 1
    return dt.date(today.year - (number > today.month), number, 1)


def _age(clause: Items) -> Iterator[Health]:
    """Yield the band of the first number behind "age": "65+", "13-17", "70", "under 13"."""
    said = [one.value for one in numbers_in(clause)]
    under = any(_text(item) in {"under", "below", "<"} for item in clause)
    if said:
        yield _band(said[0] - 1 if under else said[0])


def _age_said(clause: Items) -> Iterator[Health]:
    """Yield the age of "I'm 67" and "I am 15 years old", where nothing else follows the number."""
    for number in numbers_in(clause):
        before, after = clause[: number.start], [_text(item) for item in clause[number.end :]]
        opened = [_text(item) for item in before] in (["i'm"], ["im"], ["i", "am"], ["i", "turned"])
        if opened and after in ([], ["years old"], ["years", "old"], ["yo"], ["y", "/", "o"], ["years", "of", "age"]):
            yield _band(number.value)


def _band(years: float) -> Health:
    topic = next((topic for most, topic in _BANDS if years < most), None)
    return Unread(text=f"{years:g}", doubt=Doubt.VALUE) if topic is None else HealthReading(topic=topic)


def _text(item: Item) -> str:
    return item.value.token.text if isinstance(item.value, Word) else ""
