"""A race that somebody has entered, or will: "got a 10k on the 20th dec", "gonna sign up for a half in march"."""

import re
from itertools import pairwise

from bot.language.items import Dated, Distance, Item
from bot.language.meaning import DatedRunReading, Doubt, Meaning, RaceReading, Unread
from bot.language.message import Message, is_statement, needs
from bot.language.people import names_another
from bot.language.races import read_race
from bot.language.run_words import is_stranger
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_LONGEST = 90
_YEARS_AHEAD = 3
_RACED_KM = frozenset({5.0, 10.0, 15.0})
_PLACES = frozenset({"entry", "place", "spot", "bib", "slot", "registration", "ballot"})
_GOT_IT = frozenset(
    {"in", "got", "got in", "confirmed", "secured", "booked", "have", "through", "sorted", "done", "mine"}
)
_RACE = r"(?:an? |my |the )?(?:[a-z]+ )?(?:5 ?k|10 ?k|15 ?k|10 ?miler|half(?: marathon)?|hm|marathon|ultra|race)"
_GOT = re.compile(
    r"(?:(?:i|we)(?:'ve| have|'m| am)? |ive |im |also )*(?:got|have|doing|running|racing) an? "
    r"(?!long|easy|tempo|recovery|steady|hilly|slow)(?:[a-z]+ )?(?:5|10|15) ?km?(?: race)?(?: coming up)? (?:on|in) .*",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|the fall|winter)"
)
_ME = (
    r"(?:i|i'm|im|i am|i've|ive|i have|i'll|we|we're|gonna|going|to|might|think|thinking|of|about|just|so|hey|want"
    r"|wanna|will|and|ok|hi|finally|also|maybe|planning|hoping|would like|omg|yay|eek|right|well|guess what|news|ha)"
)
# What is entered needs no length: "great south run", "the Eastbourne one".
_NAMED = (
    rf"(?:(?:the |my |an? )?(?:[a-z'-]+ ){{1,4}}?(?:run|race|ultra|trail|relay|one|challenge|series|marathon|half"
    rf"(?: marathon)?|10 ?k|5 ?k)|{_RACE})"
)
_WITH_WHOM = r"(?:[ ,!.-]+(?!(?:if|unless|but|or)\b)[^\d?]{0,60})?"
_SOME_DAY = re.compile(
    rf"(?:{_ME}[ ,!]+)*(?:(?:training for|doing|run|running|got|do|have) {_RACE}(?: race)?|(?:sign(?:ed|ing)? up (?:for"
    rf"|to)|enter(?:ed|ing)?|register(?:ed|ing)? for|booked(?: in)?(?: for)?|got into|got a place in) {_NAMED})"
    rf"(?: coming up)? (?:in|next|this|around) (?:early |late |mid )?{_MONTH}(?: \d{{4}})?{_WITH_WHOM}",
    re.IGNORECASE,
)


@needs(Dated)
def read_entered_race(message: Message) -> tuple[Meaning, ...]:
    """Read a length that is raced on a date that is named: whether it is a race to taper for is asked."""
    text = message.text.strip(" .!\n")
    named = any(isinstance(item.value, Dated) and item.value.named for item in message.items)
    if not named or len(text) > _LONGEST or "?" in text or not (_GOT.fullmatch(text) or _is_called(message)):
        return ()
    unit = message.context.unit
    race = read_race(text, now=message.now, vocabulary=message.vocabulary, distance_unit=unit)
    if not isinstance(race, RaceReading):
        return (race,)
    run = RunSpec(kind=RunKind.RACE, time=race.time, distance_km=race.distance_km, text=own_words(text))
    return (DatedRunReading(date=race.date, run=run),)


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
    if len(text) > _LONGEST or "?" in text or not (_SOME_DAY.fullmatch(text) or _has_place(message)):
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
