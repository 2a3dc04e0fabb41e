"""Lifts as people log them: "3x4 100kg rpe 8", "100x4,4,3 @8", "worked up to 140 for a triple"."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items
from bot.language.items import Ahead, Clock, Context, Dated, Days, Doubtful, Item, PartOfDay
from bot.language.meaning import Doubt, LiftReading, Part, Unread
from bot.language.runs import settled
from bot.language.scan import scan
from bot.language.sets import Sets, read_sets
from bot.language.text import normalise, own_words, too_long
from bot.language.tokens import Token, tokenize
from bot.language.vocabulary import Vocabulary
from bot.language.warm_ups import work_of
from bot.language.week import date_of
from bot.training.lifts import Called, Exercise, LiftSet
from bot.training.profile import MassUnit

# The hour that stands for a part of the day (guidance.md, section 3); a past day without one was at noon.
_HOURS = {Part.MORNING: 7, Part.NOON: 12, Part.AFTERNOON: 15, Part.EVENING: 18, Part.TONIGHT: 19}
_NOON = dt.time(12)
_WEEK = 7
_EARLIEST_YEAR = 2000
_MOST_ABOUT_WHEN = 8
# "8/10" after the sets is an effort, not the tenth of August.
_OUT_OF_TEN = "/10"


def read_lift(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, mass_unit: MassUnit
) -> tuple[LiftReading | Unread, ...]:
    """Read the lifts of a log entry; `now` is the runner's local time, weights without a unit are in `mass_unit`.

    Weekdays and dates look back. A part of the day stands for its hour, a past day alone for noon; `at` None is now.
    Unread: no sets (SETS), impossible numbers (VALUE), a time to come (FUTURE), an ambiguous date or time.
    Sets said to be warm-up are left out. Weights come out in kilograms, effort as reps in reserve (10 minus RPE). No
    text raises.
    """
    context = Context(text=normalise(text), today=now.date(), past=True)
    if too_long(text) or too_long(context.text):
        return (Unread(text=own_words(text), doubt=Doubt.TOO_LONG),)
    lead, rest = _lead(context, vocabulary)
    at = _at(lead, context, now)
    if isinstance(at, Unread):
        return (at,)
    tokens = tuple(token for token in tokenize(context.text, vocabulary) if rest(token))
    said = own_words(context.text)
    lifts = tuple(_lift(part, at, said, mass_unit) for part in _by_exercise(tokens))
    return lifts or (Unread(text=said, doubt=Doubt.SETS),)


class _Outside:
    """Tells the tokens of sets from those that say when."""

    def __init__(self, items: Items) -> None:
        """Remember where the items that say when stand in the text."""
        self._spans = tuple((item.start, item.end) for item in items)

    def __call__(self, token: Token) -> bool:
        """Tell whether a token is outside all of them."""
        return not any(start <= token.start < end for start, end in self._spans)


def _lead(context: Context, vocabulary: Vocabulary) -> tuple[Items, _Outside]:
    """Return the items that say when, and the test that leaves the other tokens."""
    items = scan(context, vocabulary)
    lead = tuple(item for item in items if _says_when(item, context))[:_MOST_ABOUT_WHEN]
    return lead, _Outside(lead)


def _says_when(item: Item, context: Context) -> bool:
    said = context.text[item.start : item.end]
    if said.endswith(_OUT_OF_TEN) and item.start > 0:
        return False
    if isinstance(item.value, Doubtful):
        return item.value.unread.doubt is not Doubt.UNIT and item.value.unread.doubt is not Doubt.PATTERN
    if isinstance(item.value, Clock):
        return item.value.padded or ":" in said
    return isinstance(item.value, Dated | Days | Ahead | PartOfDay)


def _at(lead: Items, context: Context, now: dt.datetime) -> dt.datetime | Unread | None:
    doubt = next((item.value.unread for item in lead if isinstance(item.value, Doubtful)), None)
    if doubt is not None:
        return doubt
    exact = next((item.value for item in lead if isinstance(item.value, Ahead) and item.value.exact), None)
    if exact is not None:
        return _not_ahead(now + dt.timedelta(hours=exact.hours), context, now)
    day = next((found for item in lead if (found := _day(item.value, context))), None)
    part = next((item.value.part for item in lead if isinstance(item.value, PartOfDay)), None)
    clock = next((settled(item.value, part) for item in lead if isinstance(item.value, Clock)), None)
    time = clock.time if clock is not None else _part_time(part)
    if day in (None, now.date()) and time is None:
        return None
    at = dt.datetime.combine(day or now.date(), time or _NOON, tzinfo=now.tzinfo)
    if clock is None and at > now and at.date() == now.date():
        return None
    return _not_ahead(at, context, now)


def _not_ahead(at: dt.datetime, context: Context, now: dt.datetime) -> dt.datetime | Unread:
    if at > now:
        return Unread(text=own_words(context.text), doubt=Doubt.FUTURE)
    return Unread(text=own_words(context.text), doubt=Doubt.PAST) if at.year < _EARLIEST_YEAR else at


def _part_time(part: Part | None) -> dt.time | None:
    return None if part is None or part not in _HOURS else dt.time(_HOURS[part])


def _day(value: object, context: Context) -> dt.date | None:
    if isinstance(value, Dated):
        return value.date
    if isinstance(value, Ahead):
        return context.today + dt.timedelta(hours=value.hours)
    if not isinstance(value, Days):
        return None
    day, today = value.days[0], context.today
    if value.week == 1:
        return date_of(day, value, today, None)
    last = today - dt.timedelta(days=(today.weekday() - day) % _WEEK)
    return last - dt.timedelta(days=_WEEK) if value.week == -1 and last == today else last


def _by_exercise(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Split at the exercises' names, where numbers stand between them: each part is one lift."""
    part: list[Token] = []
    named = False
    for token in tokens:
        if token.means("exercise") and named and any(other.number is not None for other in part):
            yield tuple(part)
            part = []
        named = named or token.means("exercise") is not None
        part.append(token)
    if any(token.number is not None or token.means("lift_word") in _SPOKEN_SETS for token in part):
        yield tuple(part)


_SPOKEN_SETS = frozenset({"single", "double", "triple"})


def _lift(tokens: tuple[Token, ...], at: dt.datetime | None, said: str, unit: MassUnit) -> LiftReading | Unread:
    sets = read_sets(tuple(work_of(tokens)), unit)
    if isinstance(sets, Doubt):
        return Unread(text=said, doubt=sets)
    return LiftReading(exercise=_exercise(tokens), sets=_filled(sets), called=_called(tokens), at=at, text=said)


def _filled(sets: tuple[Sets, ...]) -> tuple[LiftSet, ...]:
    one = LiftSet(reps=1)
    return tuple(
        replace(one, reps=reps, weight_kg=group.weight_kg, rir=group.rir) for group in sets for reps in group.reps
    )


def _exercise(tokens: tuple[Token, ...]) -> Exercise:
    """Return the most particular exercise named: "trap bar deadlift" is a trap bar; a deadlift when none is."""
    named = [Exercise(key) for token in tokens if (key := token.means("exercise"))]
    return next((exercise for exercise in named if exercise is not Exercise.DEADLIFT), Exercise.DEADLIFT)


def _called(tokens: tuple[Token, ...]) -> Called | None:
    words = {token.means("lift_word") for token in tokens}
    if ("heavy" in words) == ("light" in words):
        return None
    return Called.HEAVY if "heavy" in words else Called.LIGHT
