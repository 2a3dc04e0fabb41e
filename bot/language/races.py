"""Races: "2026-09-27 marathon A Berlin", "10k race on 13/09", "HM oct 4th 9.15am"."""

import datetime as dt
from itertools import pairwise

from bot.language.frames import OURS, Items, is_digits, is_filler
from bot.language.held import any_means
from bot.language.items import Ahead, Clock, Context, Dated, Days, Distance, Doubtful, Duration, Item, Word
from bot.language.meaning import Doubt, RaceReading, Unread
from bot.language.race_priorities import is_of_priority, priority_said
from bot.language.runs import read_time
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary
from bot.language.week import coming, date_of
from bot.training.profile import DistanceUnit
from bot.training.runs import Priority

_LONGEST_RACE_KM = 1000
_HALF_MARATHON_KM = 21.0975
_FASTER_THAN = frozenset({"sub", "under", "below"})
# How a race is told or entered is no part of its name: "add 10k race dec 12", "doing a half on 12 april".
_ENTERING = frozenset({"add", "adding", "enter", "entered", "entering", "put", "put in", "create", "register"}) | {
    *("registered", "doing", "running", "got", "have", "having", "booked", "signed", "sign up", "signed up", "save"),
    *("entry", "place", "spot", "number", "bib", "confirmed", "secured", "paid"),
}
_PRIORITIES = frozenset({"A", "B", "C", "I"})
_PRIORITY_WORDS = frozenset({"priority", "prio", "goal"})


def read_race(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, distance_unit: DistanceUnit
) -> RaceReading | Unread:
    """Read one race; `now` is the runner's local time. Distance in km, None when not said; priority A when not said.

    Unread without a date (DATE), with an ambiguous one (DATE_ORDER), one that has passed (PAST), or with a
    distance that nobody races (VALUE). No text raises.
    """
    context = Context(text=normalise(text), today=now.date(), unit=distance_unit, dotted=True)
    if too_long(text) or too_long(context.text):
        return Unread(text=own_words(text), doubt=Doubt.TOO_LONG)
    items = scan(context, vocabulary)
    date = _date(items, context)
    if isinstance(date, Unread):
        return date
    time, _, doubt = read_time(without_goal(items), context)
    if doubt is not None:
        return doubt
    distance_km = _distance(items)
    if distance_km is not None and not 0 < distance_km <= _LONGEST_RACE_KM:
        return Unread(text=own_words(context.text), doubt=Doubt.VALUE)
    priority, name = _priority(items, context), _name(items, context)
    return RaceReading(date=date, distance_km=distance_km, priority=priority, time=time, name=name)


def wrong_in_race(text: str, *, today: dt.date, vocabulary: Vocabulary) -> Unread | None:
    """Return what can be no part of a race that is told to the command (VALUE); None where nothing is wrong.

    A distance below nothing, a number without a unit, or a priority that is none of A, B and C. No text raises.
    """
    if too_long(text):
        return None
    context = Context(text=normalise(text), today=today, dotted=True)
    items = scan(context, vocabulary)
    wrong = any(_is_wrong(items, index, context) for index in range(len(items)))
    return Unread(text=own_words(context.text), doubt=Doubt.VALUE) if wrong else None


def _is_wrong(items: Items, index: int, context: Context) -> bool:
    item, before = items[index], items[index - 1] if index else None
    if isinstance(item.value, Distance):
        minus = before is not None and before.is_mark("-") and before.end == item.start
        return minus and (index == 1 or items[index - 2].end < items[index - 1].start)
    if is_digits(item):
        return index == len(items) - 1 and _distance(items) is None
    said = context.text[item.start : item.end]
    last = index == len(items) - 1 or (before is not None and before.means("race_distance") is not None)
    return last and len(said) == 1 and said.isupper() and said not in _PRIORITIES


def without_goal(items: Items) -> Items:
    """Leave out the time that one wants to run, which is no time of day: "sub 3:30", "under 45"."""
    goals = {index for index in range(1, len(items)) if items[index - 1].text in _FASTER_THAN}
    return tuple(item for index, item in enumerate(items) if index not in goals)


def names_goal(items: Items) -> bool:
    """Tell whether a time to beat is named on a date, as nobody but a racer does: "sub 3:30 in Berlin on 27 Sept"."""
    beats = any(two.text[:1].isdigit() or isinstance(two.value, Clock | Duration | Doubtful) for two in _behind(items))
    weighs = any_means(items, "mass") or any_means(items, "lift") or any_means(items, "exercise")
    return beats and not weighs and not any_means(items, "kind")


def _behind(items: Items) -> tuple[Item, ...]:
    return tuple(two for one, two in pairwise(items) if one.text in _FASTER_THAN)


def _date(items: Items, context: Context) -> dt.date | Unread:
    doubt = next((item.value.unread for item in items if isinstance(item.value, Doubtful)), None)
    if doubt is not None:
        return doubt
    # "Is now the 10k, on 4 October": a date that is named counts before "now".
    named = (item.value.date for item in items if isinstance(item.value, Dated) and item.value.named)
    date = next(named, None) or next((found for item in items if (found := _day(item, context))), None)
    if date is None:
        return Unread(text=own_words(context.text), doubt=Doubt.DATE)
    return date if date >= context.today else Unread(text=own_words(context.text), doubt=Doubt.PAST)


def _day(item: Item, context: Context) -> dt.date | None:
    if isinstance(item.value, Dated):
        return item.value.date
    if isinstance(item.value, Ahead) and not item.value.exact:
        return context.today + dt.timedelta(hours=item.value.hours)
    if isinstance(item.value, Days) and not item.value.habit and len(item.value.days) == 1:
        day = item.value.days[0]
        return date_of(day, item.value, context.today, None) or coming(day, context.today)
    return None


def _distance(items: Items) -> float | None:
    said = next((item.value.km for item in items if isinstance(item.value, Distance)), None)
    if said is not None:
        return said
    named = next((item.means("race_distance") for item in items if item.means("race_distance")), None)
    if named is not None:
        return float(named)
    # "Half A Leeds": alone the word is hardly ever told, but beside a date it is the race.
    return _HALF_MARATHON_KM if any_means(items, "word", "half") else None


def _priority(items: Items, context: Context) -> Priority:
    """Return the priority: as it is said in words, a capital A, B or C alone, or any case beside "race"."""
    if (in_words := priority_said(context.text)) is not None:
        return in_words
    for index, item in enumerate(items):
        said = context.text[item.start : item.end]
        beside = {other.text for other in (*items[max(0, index - 1) : index], *items[index + 1 : index + 2])}
        marked = beside & _PRIORITY_WORDS or (said.upper() != "A" and "race" in beside)
        if said in ("A", "B", "C") or (said.upper() in ("A", "B", "C") and marked):
            return Priority(said.upper())
    return Priority.A


def _name(items: Items, context: Context) -> str:
    """Return the words that are neither date, time, distance nor frame: the race's own name."""
    named = [item for item in _of_race(items) if _is_name(item, context)]
    return own_words(" ".join(context.text[item.start : item.end] for item in named))


def _of_race(items: Items) -> Items:
    """Leave out what somebody says of themselves behind the date: "Berlin on 27 sept, I'm 44 and weigh 71 kg"."""
    begin = next((at for at, item in enumerate(items) if isinstance(item.value, Dated)), len(items))
    parted = (at for at in range(begin + 1, len(items)) if items[at].text in OURS and items[at - 1].is_mark(",.;!\n"))
    return items[: next(parted, len(items))]


def _is_name(item: Item, context: Context) -> bool:
    if not isinstance(item.value, Word) or not item.value.token.is_name or len(item.value.token.text) == 1:
        return False
    known = (
        item.text in _FASTER_THAN
        or item.text in _ENTERING
        or item.means("kind")
        or item.means("race_distance")
        or item.means("action")
        or item.means("word")
    )
    if is_of_priority(context.text, item.start, item.end):
        return False
    return not known and not is_filler(item) and context.text[item.start : item.end].lower() not in _PRIORITY_WORDS
