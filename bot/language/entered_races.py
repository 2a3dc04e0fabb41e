"""A race that somebody has entered, or will: "got a 10k on the 20th dec", "gonna sign up for a half in march"."""

import re

from bot.language.items import Dated
from bot.language.meaning import DatedRunReading, Doubt, Meaning, RaceReading, Unread
from bot.language.message import Message, needs
from bot.language.races import read_race
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_LONGEST = 90
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
    r"|wanna|will|and|ok|hi|finally|also|maybe|planning|hoping|would like)"
)
_SOME_DAY = re.compile(
    rf"(?:{_ME} )*(?:sign(?:ed|ing)? up (?:for|to)|enter(?:ed|ing)?|register(?:ed|ing)? for|training for|doing|run"
    rf"|running|got|booked|do|have) {_RACE}(?: race)?(?: coming up)? (?:in|next|this|around) {_MONTH}(?: \d{{4}})?",
    re.IGNORECASE,
)


@needs(Dated)
def read_entered_race(message: Message) -> tuple[Meaning, ...]:
    """Read a length that is raced on a date that is named: whether it is a race to taper for is asked."""
    text = message.text.strip(" .!\n")
    named = any(isinstance(item.value, Dated) and item.value.named for item in message.items)
    if not named or len(text) > _LONGEST or "?" in text or _GOT.fullmatch(text) is None:
        return ()
    unit = message.context.unit
    race = read_race(text, now=message.now, vocabulary=message.vocabulary, distance_unit=unit)
    if not isinstance(race, RaceReading):
        return (race,)
    run = RunSpec(kind=RunKind.RACE, time=race.time, distance_km=race.distance_km, text=own_words(text))
    return (DatedRunReading(date=race.date, run=run),)


def read_race_of_some_day(message: Message) -> tuple[Meaning, ...]:
    """Read a race of which the month alone is known: its day is asked for."""
    text = message.text.strip(" .!\n")
    if len(text) > _LONGEST or "?" in text or _SOME_DAY.fullmatch(text) is None:
        return ()
    return (Unread(text=own_words(text), doubt=Doubt.RACE_DAY),)
