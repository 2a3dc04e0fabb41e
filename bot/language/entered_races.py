"""A race that somebody has entered, or will: "got a 10k on the 20th dec", "gonna sign up for a half in march"."""

from itertools import pairwise

from bot.language.items import Dated, Distance, Item
from bot.language.meaning import DatedRunReading, Doubt, Meaning, RaceReading, Unread
from bot.language.message import Message, is_statement, needs
from bot.language.people import names_another
from bot.language.races import read_race
from bot.language.run_words import is_stranger
from bot.language.text import own_words
from bot.language.whole_sentences import is_said
from bot.training.runs import RunKind, RunSpec

_LONGEST = 90
_YEARS_AHEAD = 3
_RACED_KM = frozenset({5.0, 10.0, 15.0})
_PLACES = frozenset({"entry", "place", "spot", "bib", "slot", "registration", "ballot"})
_GOT_IT = frozenset(
    {"in", "got", "got in", "confirmed", "secured", "booked", "have", "through", "sorted", "done", "mine"}
)


@needs(Dated)
def read_entered_race(message: Message) -> tuple[Meaning, ...]:
    """Read a length that is raced on a date that is named: whether it is a race to taper for is asked."""
    text = message.text.strip(" .!\n")
    named = any(isinstance(item.value, Dated) and item.value.named for item in message.items)
    if not named or len(text) > _LONGEST or "?" in text or not (_is("race_entered", message) or _is_called(message)):
        return ()
    unit = message.context.unit
    race = read_race(text, now=message.now, vocabulary=message.vocabulary, distance_unit=unit)
    if not isinstance(race, RaceReading):
        return (race,)
    run = RunSpec(kind=RunKind.RACE, time=race.time, distance_km=race.distance_km, text=own_words(text))
    return (DatedRunReading(date=race.date, run=run),)


def _is(name: str, message: Message) -> bool:
    return is_said(name, message.text, message.vocabulary, message.items)


def _is_called(message: Message) -> bool:
    """Tell whether a length that is raced has a race's name before it: "I am doing Brighton 10k on November 15"."""
    items = message.items
    named = any(
        isinstance(two.value, Distance)
        and two.value.km in _RACED_KM
        and is_stranger(one)
        and _is_name(one, message.text)
        for one, two in pairwise(items)
    )
    acts = any(item.means("action") not in {None, "mine"} for item in items)
    return named and is_statement(items) and not acts and not names_another(items, message.text)


def _is_name(item: Item, text: str) -> bool:
    return item.start > 0 and text[item.start].isupper()


def read_race_of_some_day(message: Message) -> tuple[Meaning, ...]:
    """Read a race of which the month alone is known: its day is asked for."""
    text = message.text.strip(" .!\n")
    if len(text) > _LONGEST or "?" in text or not (_is("race_of_some_day", message) or _has_place(message)):
        return ()
    return (Unread(text=own_words(text), doubt=Doubt.RACE_DAY),)


def _has_place(message: Message) -> bool:
    """Tell whether a place in a race of a coming year is told: "Comrades 2027 entry is in"."""
    items, this_year = message.items, message.now.year
    year = any(this_year <= (item.number or 0) <= this_year + _YEARS_AHEAD for item in items)
    place = any(item.text in _PLACES for item in items)
    got = any(item.text in _GOT_IT for item in items)
    doubted = any(item.means("unsure") or item.is_word("no", "clause") for item in items)
    return year and place and got and not doubted and not any(isinstance(item.value, Dated) for item in items)
