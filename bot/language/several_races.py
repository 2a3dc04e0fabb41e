"""Several races, each with its date: "10k on May 3 and a half on June 7"."""

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from bot.language.asking import is_question
from bot.language.cuts_of_message import at_joints
from bot.language.frames import Items, is_filler
from bot.language.held import any_item, any_means, any_text
from bot.language.items import Dated, Distance, Item
from bot.language.meaning import Doubt, Meaning, RaceReading, Unread
from bot.language.message import Message, acts_in, is_statement, needs, own_parts
from bot.language.races import read_race
from bot.language.text import own_words
from bot.language.told_races import dates_named
from bot.training.runs import RunKind

_FEWEST: Final = 2
_MOST: Final = 6
_RACED_KM: Final = frozenset({5.0, 10.0, 15.0, 21.0, 42.0})
# Nobody races twice in so few days; a plan names such days.
_DAYS_APART: Final = 5
# Lengths that follow each other within fewer days may be the long runs of a plan: "10k on 8, 15k on 15, half on 22".
_DAYS_APART_BARE: Final = 28
_RACING: Final = frozenset({"racing", "races"})
_ONE_MORE: Final = frozenset({"another", "again", "one", "also", "then", "second", "a second"})
_PAST: Final = frozenset({"was", "were", "did", "ran", "raced"})

_Race = RaceReading | Unread


@needs(Dated)
def read_several_races(message: Message) -> tuple[Meaning, ...]:
    """Read races that are told in parts of their own; the day of one whose month alone is named is asked for.

    "10k" alone may be any run: that it is a race is said of it, or by another that can be nothing else and is far off.
    """
    items = message.items
    if message.is_essay or acts_in(items) or any_text(items, _PAST) or is_question(items) or not is_statement(items):
        return ()
    if not (any_item(items, _races) or _is_half_in(items)):
        return ()
    if _leaves_open(items):
        return tuple(Unread(text=own_words(told.text), doubt=Doubt.RACE_DAY) for told in own_parts(message, [items]))
    parts = [part for part in at_joints(items) if dates_named(part) or _is_of_month(part)]
    if not _FEWEST <= len(parts) <= _MOST:
        return ()
    found: list[_Race] = []
    for part in own_parts(message, parts):
        race = _race(part, found)
        if race is None:
            return ()
        found.append(race)
    if len(found) != len(parts) or not _are_apart(found) or _are_of_plan(parts, found, items):
        return ()
    return tuple(found)


def _races(item: Item) -> bool:
    return item.means("kind") == RunKind.RACE or item.means("race_distance") is not None


def _is_half(items: Items) -> bool:
    """Tell whether "half" is the race: no number stands beside it, as in "2 and a half"."""
    return any(one.is_word("half") for one in items) and not any(item.number is not None for item in items[1:])


def _is_half_in(items: Items) -> bool:
    return any(map(_is_half, at_joints(items)))


def _leaves_open(items: Items) -> bool:
    """Tell whether an "or" leaves open which race or which day it is: "10k on May 3 or a half on June 7"."""
    dates = [at for at, item in enumerate(items) if isinstance(item.value, Dated) and item.value.named]
    return len(dates) > 1 and any_means(items[dates[0] : dates[-1]], "word", "or") and _is_race(items)


def _is_race(items: Items) -> bool:
    """Tell whether a race can be what a part tells of: a length that is raced, and no other kind of run."""
    other = any(item.means("kind") not in {None, RunKind.RACE, RunKind.OTHER} for item in items)
    raced = any(isinstance(item.value, Distance) and item.value.km in _RACED_KM for item in items)
    return not other and not any_means(items, "lift") and (raced or any_item(items, _races) or _is_half(items))


def _is_of_month(items: Items) -> bool:
    return any_means(items, "month") and _is_race(items)


def _race(part: Message, before: list[_Race]) -> _Race | None:
    """Return the race of a part; a date alone is of one more like the one before.

    A second race of a day is asked about: nobody races twice on one.
    """
    dates = dates_named(part.items)
    if not dates:
        return Unread(text=own_words(part.text), doubt=Doubt.RACE_DAY)
    if len(dates) > 1:
        return None
    last = before[-1] if before else None
    if _is_race(part.items):
        if any(isinstance(one, RaceReading) and one.date in dates for one in before):
            return Unread(text=own_words(part.text), doubt=Doubt.RACE_DAY)
        return read_race(part.text, now=part.now, vocabulary=part.vocabulary, distance_unit=part.context.unit)
    more = all(isinstance(item.value, Dated) or item.text in _ONE_MORE or is_filler(item) for item in part.items)
    return replace(last, date=min(dates), name="") if more and isinstance(last, RaceReading) else None


def _are_apart(found: list[_Race]) -> bool:
    days = sorted(one.date for one in found if isinstance(one, RaceReading))
    return bool(days) and all((later - earlier).days >= _DAYS_APART for earlier, later in pairwise(days))


def _are_of_plan(parts: list[Items], found: list[_Race], items: Items) -> bool:
    """Tell whether a length that nothing calls a race stands so near to another one that it may be a run of a plan."""
    days = [one.date for one in found if isinstance(one, RaceReading)]
    return not _says_racing(items) and any(
        isinstance(race, RaceReading)
        and not _is_called_race(part, race)
        and any(0 < abs((day - race.date).days) < _DAYS_APART_BARE for day in days)
        for part, race in zip(parts, found, strict=True)
    )


def _says_racing(items: Items) -> bool:
    """Tell whether all that follows is said to be raced: "racing a 5k on 14 nov and a 10k on 28 nov"."""
    return any_text(list(takewhile(lambda item: not isinstance(item.value, Distance | Dated), items)), _RACING)


def _is_called_race(part: Items, race: RaceReading) -> bool:
    """Tell whether a part calls itself a race or names it; a date alone is of the race before."""
    measured = any(isinstance(item.value, Distance) for item in part)
    return not measured or any_item(part, _races) or _is_half(part) or race.name[:1].isupper()
