"""Tokens become items: at every place the longest-known reading first, each looking only a few tokens ahead."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.language.ahead import near_day_at, week_after_next_at
from bot.language.clock_marks import (
    hours_are_times,
    is_early_hour,
    is_hour_and_minutes,
    is_military_hours,
    is_padded_military,
    tells_early_hours,
)
from bot.language.clock_places import is_begun_at
from bot.language.clocks import clock_at
from bot.language.corrections import corrected
from bot.language.dates import date_at, day_first
from bot.language.days import WEEK_BEGINS, days_at, week_beginning
from bot.language.frequencies import frequency_at
from bot.language.held import Held
from bot.language.items import Context, Duration, Item, Match, PartOfDay, Tokens, Word
from bot.language.kind_letters import with_kind_letters
from bot.language.meaning import Part
from bot.language.measures import distance_at, duration_at, pace_at, repeats_at, unit_said
from bot.language.openings import FINISHES
from bot.language.tokens import Token, at, tokenize
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit

Reader = Callable[[Tokens, int, Context], Match | None]

_HALF_HOUR = 30
# "Tu th sa" are days; one of them alone may be anything.
_LIST = 2
_LEAST_MINUTES = 10
# "Day 2 - 8 km": the second day, and not 2 to 8 km.
_AFTER_DAY = frozenset(":-.)")
_CONTINUING = frozenset({"distance", "duration", "span", "half", "part", "near_day", "month", "word"})
_LEG = "leg"
_WANTING = frozenset({"want to", "going to", "wanna", "gonna", "if i"})
_LEADS = (" i", " to", "nna")
_WHEN = frozenset({"weekday", "near_day", "part", "ask", "days", "month", "weekday_habit", "lift_word"})
_BEHIND_LIFT = frozenset({"", "?", "at", "on", "in", "this", "next", "after", "before", "again", "@"})
_JOINTS = frozenset({*"-/.:'\"(", "runs", "sessions", "fortnight"})


@lru_cache(maxsize=4)
def scan(context: Context, vocabulary: Vocabulary) -> Held:
    """Return the items of a normalised text, in order and without gaps but spaces; kept until the next texts come.

    What is taken back in the same breath ("tuesday, no wait wednesday") is left out.
    """
    tokens = tokenize(context.text, vocabulary)
    whole = _whole(context.text, vocabulary)
    told = replace(
        context,
        moving=whole.moving,
        short=context.short or whole.listed,
        unit=whole.unit or context.unit,
        oclock=whole.oclock,
        early=whole.early,
        military=whole.military,
        day_first=whole.day_first,
    )
    found = with_kind_letters(corrected(Held(_items(tokens, told))))
    return found if type(found) is Held else Held(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """What a text as a whole says of how its parts are written; see Context."""

    moving: bool
    listed: bool
    unit: DistanceUnit | None
    oclock: bool
    early: bool
    military: bool
    day_first: bool | None


@lru_cache(maxsize=4)
def _whole(text: str, vocabulary: Vocabulary) -> _Whole:
    tokens = tokenize(text, vocabulary)
    known = [token for token in tokens if token.senses]
    return _Whole(
        moving=any(token.senses.get("action") == "move" for token in known),
        listed=_lists_short_days(known),
        unit=unit_said(tokens),
        oclock=(oclock := hours_are_times(known)),
        early=oclock and tells_early_hours(tokens),
        military=any(map(is_padded_military, tokens)),
        day_first=day_first(tokens) if "/" in text else None,
    )


def _lists_short_days(tokens: Tokens) -> bool:
    """Tell whether days are listed by two letters, or one of them is among days that are named."""
    short = {day for token in tokens if (day := token.senses.get("weekday_short"))}
    named = {day for token in tokens if (day := token.senses.get("weekday"))}
    letters = {day for token in tokens if (day := token.senses.get("weekday_letter")) and len(token.text) == 1}
    listed = any("days" in token.senses for token in tokens) or len(letters) >= _LIST
    return len(short) >= _LIST or (bool(short) and (len(named) >= _LIST or listed))


def _items(tokens: Tokens, context: Context) -> Iterator[Item]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        value, after = _value_at(tokens, index, context)
        end = tokens[after - 1].end
        yield Item(value, token.start, end)
        # "Tonight" says a day and a part of it with one word.
        if "near_day" in token.senses and (part := token.means("part")):
            yield Item(PartOfDay(part=Part(part)), token.start, end)
        index = after


def _value_at(tokens: Tokens, index: int, context: Context) -> Match:
    for reader in _readers(tokens, index):
        if found := reader(tokens, index, context):
            return found
    return Word(_lifting(tokens, index)), index + 1


def _lifting(tokens: Tokens, index: int) -> Token:
    """Return "dead" as the lift that it is in "ok to dead sat": behind what asks, and before when or how heavy.

    "Leg" is one before the "day after tomorrow" alone.
    """
    token = tokens[index]
    if token.text == _LEG and at(tokens, index + 1).text.startswith("day after"):
        return replace(token, senses={"lift": "now"})
    if "lift_verb" not in token.senses:
        return token
    before, behind = at(tokens, index - 1), at(tokens, index + 1)
    if before.means("ask") != "may" and before.text not in _WANTING:
        return token
    led = before.text.endswith(_LEADS)
    said = any(group in behind.senses for group in _WHEN) or behind.text in _BEHIND_LIFT
    return replace(token, senses={"lift": "now"}) if led and said else token


def _readers(tokens: Tokens, index: int) -> tuple[Reader, ...]:
    token = tokens[index]
    if token.text in WEEK_BEGINS:
        return (week_beginning,)
    if token.number is not None and at(tokens, index - 1).text == "day" and at(tokens, index + 1).text in _AFTER_DAY:
        return ()
    if token.number is not None:
        return _readers_of_number(token, at(tokens, index + 1))
    if not token.senses:
        return (date_at,) if token.text == "the" else ()
    if _GROUPS.isdisjoint(token.senses):
        return _OF_ROLES.get(token.senses.get("word", ""), ())
    return next(readers for group, readers in _OF_WORDS.items() if group in token.senses)


def _readers_of_number(token: Token, after: Token) -> tuple[Reader, ...]:
    """Return what may begin with a number: of most, what follows leaves little."""
    if token.spelled:
        return _OF_NUMBERS if _goes_on(after) else ()
    if after.text in _BY_MARK:
        return _BY_MARK[after.text]
    if after.text.isdecimal():
        return _BEFORE_NUMBERS
    if after.is_word("x", "times"):
        return _CROSSED
    if after.senses and _NO_UNITS.issuperset(after.senses):
        return _ALONE
    return _BY_UNIT.get(frozenset(after.senses), _OF_NUMBERS)


def _goes_on(after: Token) -> bool:
    """Tell whether a number in words can be more than a number: "a week", "six thirty", but not "a tempo"."""
    minutes = after.number is not None and after.number >= _LEAST_MINUTES
    return minutes or not _CONTINUING.isdisjoint(after.senses) or after.text in _JOINTS


def _duration(tokens: Tokens, index: int, context: Context) -> Match | None:
    written = is_military_hours(tokens, index) or (context.oclock and is_hour_and_minutes(tokens, index))
    written = written or (context.oclock and at(tokens, index + 1).text == "h" and is_begun_at(tokens, index))
    written = written or (context.early and is_early_hour(tokens, index))
    return None if written else duration_at(tokens, index)


def _frequency(tokens: Tokens, index: int, _: Context) -> Match | None:
    return frequency_at(tokens, index)


def _marked_pace(tokens: Tokens, index: int, context: Context) -> Match | None:
    return pace_at(tokens, index, context) if tokens[index].is_word("at", "around") else None


def _part(tokens: Tokens, index: int, _: Context) -> Match | None:
    if tokens[index].text == "am" and at(tokens, index - 1).text == "i":
        return None
    text = tokens[index].text
    return PartOfDay(part=Part(tokens[index].senses["part"]), busy=text in FINISHES), index + 1


def _half_hour(tokens: Tokens, index: int, _: Context) -> Match | None:
    """Read "half an hour" and "half hour"."""
    start = index + 1 + (at(tokens, index + 1).number == 1)
    if not tokens[index].is_word("half") or at(tokens, start).means("span") != "hour":
        return None
    return Duration(minutes=_HALF_HOUR), start + 1


_OF_NUMBERS: tuple[Reader, ...] = (
    _frequency, repeats_at, pace_at, near_day_at, date_at, _duration, distance_at, clock_at,
)  # fmt: skip
# By the mark behind a number.
_BY_MARK: dict[str, tuple[Reader, ...]] = {
    ":": (pace_at, _duration, clock_at),
    "/": (date_at, clock_at),
    **dict.fromkeys((".", ",", "-"), (pace_at, date_at, _duration, distance_at, clock_at)),
}
_CROSSED: tuple[Reader, ...] = (_frequency, repeats_at)
_BEFORE_NUMBERS: tuple[Reader, ...] = (clock_at,)
# What no number is measured in: "4 easy", "10 legs".
_NO_UNITS = frozenset(
    {"kind", "loose_kind", "kind_letter", "lift", "lift_word", "exercise", "not_run", "body", "state"}
)
_ALONE: tuple[Reader, ...] = (_frequency, clock_at)
# By all the groups that the word behind a number stands in.
_BY_UNIT: dict[frozenset[str], tuple[Reader, ...]] = {
    frozenset({"distance"}): (pace_at, distance_at),
    frozenset({"duration"}): (repeats_at, near_day_at, _duration, clock_at),
    frozenset({"half", "part"}): (clock_at,),
    frozenset({"half", "part", "filler"}): (clock_at,),
}
_STARTED: tuple[Reader, ...] = (_marked_pace, clock_at, near_day_at, days_at, date_at, _half_hour)
# The first group that a word stands in decides what may begin with it.
_OF_WORDS: dict[str, tuple[Reader, ...]] = {
    "near_day": (near_day_at,),
    "weekday": (days_at,),
    "weekday_habit": (days_at,),
    "weekday_short": (days_at,),
    "days": (week_after_next_at, days_at),
    "weekday_letter": (days_at,),
    "month": (date_at,),
    "part": (_part,),
    "ordinal": (date_at, *_STARTED),
    "span": (week_after_next_at, clock_at),
}
_GROUPS = frozenset(_OF_WORDS)
# A grammar word begins little; most begin nothing.
_OF_ROLES: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(("at", "around"), (_marked_pace, clock_at)),
    "half": (clock_at, _half_hour),
    "quarter": (clock_at,),
    "in": (near_day_at,),
    "on": (days_at, date_at),
    "this": (near_day_at, days_at, date_at),
    **dict.fromkeys(("next", "last"), (near_day_at, days_at)),
    **dict.fromkeys(("every", "pattern", "pattern_of", "other_days"), (days_at,)),
}
