"""Lifts as people log them: "3x4 100kg rpe 8", "100x4,4,3 @8", "worked up to 140 for a triple"."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.language.frames import Items
from bot.language.items import Ahead, Clock, Context, Dated, Days, Doubtful, Item, PartOfDay
from bot.language.lift_roles import Role, length_of_ten
from bot.language.meaning import Doubt, LiftReading, Part, Unread
from bot.language.other_lifts import begins_another, is_of_another
from bot.language.runs import settled
from bot.language.scan import scan
from bot.language.sets import Sets, read_sets
from bot.language.spoken import as_typed
from bot.language.text import normalise, own_words, too_long
from bot.language.tokens import Token, at, tokenize
from bot.language.vocabulary import Vocabulary
from bot.language.warm_ups import work_of
from bot.language.week import date_of
from bot.training.lifts import Called, Exercise, LiftSet
from bot.training.profile import MassUnit

# The hour that stands for a part of the day (guidance.md, section 3); a past day without one was at noon.
_HOURS = {Part.MORNING: 7, Part.NOON: 12, Part.AFTERNOON: 15, Part.EVENING: 18, Part.TONIGHT: 19}
_NOON = dt.time(12)
_LATE = frozenset({Part.EVENING, Part.TONIGHT})
_EVENING_BEGINS = 16
_WEEK = 7
_EARLIEST_YEAR = 2000
_MOST_ABOUT_WHEN = 8
# "8/10" after the sets is an effort, not the tenth of August.
_OUT_OF_TEN = "/10"
# "For 5 this morning" is no hour, and neither is "at 105 this morning".
_BEFORE_COUNTS = frozenset({"for", "of", ",", "/"})
_LAST_HOUR = 24
_NEAR = 5
_SORE = frozenset(
    {"sore", "soreness", "stiff", "stiffness", "tight", "tightness", "achy", "aching", "aches", "tender", "doms"}
)
_HEAVIEST = 500
# "315x5 335x3 lbs": the pounds behind the last reps are those of every set.
_SHARED_POUNDS = re.compile(
    r"^([^a-z]*(?:[a-z]+ )*(?:\d+(?:\.\d+)? ?x ?\d{1,2}[ ,]+)+\d+(?:\.\d+)? ?x ?\d{1,2}) ?(?:lbs?|pounds)\b(.*)$",
    re.IGNORECASE,
)
_OF_PLANNED = re.compile(
    r"\b(\d{1,2}|one|two|three|four) (?:out )?of (?:the |my |planned )*"
    r"(?:\d{1,2}|three|four|five|six) (?:planned )?reps (?:at|with|@)",
    re.IGNORECASE,
)


def read_lift(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, mass_unit: MassUnit
) -> tuple[LiftReading | Unread, ...]:
    """Read the lifts of a log entry; `now` is the runner's local time, weights without a unit are in `mass_unit`.

    Weekdays and dates look back. A part of the day stands for its hour, a past day alone for noon; `at` None is now.
    Unread: no sets (SETS), impossible numbers (VALUE), a time to come (FUTURE), an ambiguous date or time.
    Sets said to be warm-up are left out. Weights come out in kilograms, effort as reps in reserve (10 minus RPE). No
    text raises.
    """
    typed = normalise(text)
    if too_long(text) or too_long(typed):
        return (Unread(text=own_words(text), doubt=Doubt.TOO_LONG),)
    said = own_words(typed)
    shared = _SHARED_POUNDS.match(typed)
    if shared is not None:
        typed, mass_unit = f"{shared.group(1)}{shared.group(2)}", MassUnit.LB
    typed = _OF_PLANNED.sub(r"\1 reps at", typed)
    context = Context(text=as_typed(typed, vocabulary), today=now.date(), past=True)
    tokens = tokenize(context.text, vocabulary)
    lead = _lead(context, tokens, vocabulary)
    when = _at(lead, context, now)
    if isinstance(when, Doubt):
        return (Unread(text=said, doubt=when),)
    if isinstance(when, Unread):
        return (when,)
    rest = _Outside(lead)
    kept = _without_soreness(tuple(token for token in tokens if rest(token)))
    lifts = tuple(_lift(part, when, said, mass_unit) for part in _by_exercise(kept))
    return lifts or (Unread(text=said, doubt=Doubt.SETS),)


def _without_soreness(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out how sore somebody is: "140 for 3, my back is a bit sore, 3 out of 10" tells no effort."""
    for index, token in enumerate(tokens):
        if token.text in _SORE:
            behind = range(index + 1, min(len(tokens), index + 1 + _NEAR))
            graded = next((place for place in behind if tokens[place].number is not None), None)
            length = 0 if graded is None else length_of_ten(tokens, graded + 1, Role.RPE)
            if graded is not None and length:
                return tokens[:index] + tokens[graded + 1 + length :]
    return tokens


class _Outside:
    """Tells the tokens of sets from those that say when."""

    def __init__(self, items: Items) -> None:
        """Remember where the items that say when stand in the text."""
        self._spans = tuple((item.start, item.end) for item in items)

    def __call__(self, token: Token) -> bool:
        """Tell whether a token is outside all of them."""
        return not any(start <= token.start < end for start, end in self._spans)


def _lead(context: Context, tokens: tuple[Token, ...], vocabulary: Vocabulary) -> Items:
    """Return the items that say when."""
    items = (item for item in scan(context, vocabulary) if _says_when(item, context))
    return tuple(islice((item for item in items if not _is_of_sets(item, tokens)), _MOST_ABOUT_WHEN))


def _says_when(item: Item, context: Context) -> bool:
    said = context.text[item.start : item.end]
    if said.endswith(_OUT_OF_TEN) and item.start > 0:
        return False
    if isinstance(item.value, Doubtful):
        return item.value.unread.doubt is not Doubt.UNIT and item.value.unread.doubt is not Doubt.PATTERN
    if isinstance(item.value, Clock):
        return item.value.padded or ":" in said
    return isinstance(item.value, Dated | Days | Ahead | PartOfDay)


def _is_of_sets(item: Item, tokens: tuple[Token, ...]) -> bool:
    """Tell whether a time or date is rather a number of the log: "at 105 this morning", "for 5 tonight", "5/5/4"."""
    if not isinstance(item.value, Clock | Dated):
        return False
    begin, end = (bisect_left(tokens, place, key=lambda token: token.start) for place in (item.start, item.end))
    first, number = tokens[begin], tokens[end - 1].number
    if isinstance(item.value, Dated):
        return first.number is not None and "/" in {at(tokens, begin - 1).text, at(tokens, end).text}
    if number is None or not all(token.is_word("at", "around") for token in tokens[begin : end - 1]):
        return False
    before = at(tokens, begin - 1 - (at(tokens, begin - 1).text in {"a", "an"}))
    counted = before.text in _BEFORE_COUNTS or before.is_word("x") or before.means("lift_word") is not None
    return counted or first.text == "@" or _LAST_HOUR < number <= _HEAVIEST


def _at(lead: Items, context: Context, now: dt.datetime) -> dt.datetime | Unread | Doubt | None:
    """Return when the lift was, None for now, or why that cannot be told."""
    doubt = next((item.value.unread for item in lead if isinstance(item.value, Doubtful)), None)
    if doubt is not None:
        return doubt
    exact = next((item.value for item in lead if isinstance(item.value, Ahead) and item.value.exact), None)
    if exact is not None:
        return _not_ahead(now + dt.timedelta(hours=exact.hours), now)
    day = next((found for item in lead if (found := _day(item.value, context))), None)
    part = next((item.value.part for item in lead if isinstance(item.value, PartOfDay)), None)
    clock = next((settled(item.value, part) for item in lead if isinstance(item.value, Clock)), None)
    time = clock.time if clock is not None else _part_time(part)
    if day in (None, now.date()) and time is None:
        return None
    when = dt.datetime.combine(day or now.date(), time or _NOON, tzinfo=now.tzinfo)
    if clock is None and when > now and when.date() == now.date():
        # "Tonight" said before the evening is a plan; "this morning" said early was just now.
        return Doubt.FUTURE if part in _LATE and now.hour < _EVENING_BEGINS else None
    return _not_ahead(when, now)


def _not_ahead(when: dt.datetime, now: dt.datetime) -> dt.datetime | Doubt:
    if when > now:
        return Doubt.FUTURE
    return Doubt.PAST if when.year < _EARLIEST_YEAR else when


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
    for index, token in enumerate(tokens):
        names = token.means("exercise") is not None or begins_another(tokens, index)
        if names and named and any(other.number is not None for other in part):
            yield tuple(part)
            part = []
        named = named or names
        part.append(token)
    if any(token.number is not None or token.means("lift_word") in _SPOKEN_SETS for token in part):
        yield tuple(part)


_SPOKEN_SETS = frozenset({"single", "double", "triple"})
# How it felt stands for the effort, and says nothing beside one in numbers: "rpe 9, felt easy".
_FEELINGS = frozenset({"easy", "felt easy", "felt too easy", "felt super easy", "felt pretty easy", "easy peasy"}) | {
    *("a breeze", "was a breeze", "piece of cake", "effortless", "felt effortless", "plenty left", "loads left"),
    *("lots left",),
}


def _lift(tokens: tuple[Token, ...], when: dt.datetime | None, said: str, unit: MassUnit) -> LiftReading | Unread:
    sets = read_sets(tuple(work_of(tokens)), unit)
    if isinstance(sets, Doubt):
        return Unread(text=said, doubt=sets)
    counted = any(group.rir is not None for group in sets)
    called = _called(tuple(token for token in tokens if not (counted and token.text in _FEELINGS)))
    return LiftReading(exercise=_exercise(tokens), sets=_filled(sets), called=called, at=when, text=said)


def _filled(sets: tuple[Sets, ...]) -> tuple[LiftSet, ...]:
    one = LiftSet(reps=1)
    return tuple(
        replace(one, reps=reps, weight_kg=group.weight_kg, rir=group.rir) for group in sets for reps in group.reps
    )


def _exercise(tokens: tuple[Token, ...]) -> Exercise:
    """Return the most particular exercise named: "trap bar deadlift" is a trap bar.

    Sets alone are of a deadlift, and those of a lift that nobody knows of another.
    """
    named = [Exercise(key) for token in tokens if (key := token.means("exercise"))]
    if not named and is_of_another(tokens):
        return Exercise.OTHER
    return next((exercise for exercise in named if exercise is not Exercise.DEADLIFT), Exercise.DEADLIFT)


def _called(tokens: tuple[Token, ...]) -> Called | None:
    words = {token.means("lift_word") for token in tokens}
    if ("heavy" in words) == ("light" in words):
        return None
    return Called.HEAVY if "heavy" in words else Called.LIGHT
