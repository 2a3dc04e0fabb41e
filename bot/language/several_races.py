"""Several races, each with its date: "10k on May 3 and a half on June 7"."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bot.language.cuts_of_message import at_joints
from bot.language.frames import Items, is_filler
from bot.language.held import any_item, any_means, any_text
from bot.language.items import Dated, Distance, Item
from bot.language.meaning import Doubt, Meaning, RaceReading, Unread
from bot.language.message import Message, acts_in, is_statement, needs, own_parts
from bot.language.races import read_race
from bot.language.text import own_words
from bot.training.runs import RunKind

_FEWEST: Final = 2
_MOST: Final = 6
_RACED_KM: Final = frozenset({5.0, 10.0, 15.0, 21.0, 42.0})
# Nobody races twice in so few days; a plan names such days.
_DAYS_APART: Final = 5
_ONE_MORE: Final = frozenset({"another", "again", "one", "also", "then", "second", "a second", "or"})
_PAST: Final = frozenset({"was", "were", "did", "ran", "raced"})

_Race = RaceReading | Unread


@needs(Dated)
def read_several_races(message: Message) -> tuple[Meaning, ...]:
    """Read races that are told in parts of their own; the day of one whose month alone is named is asked for.

    "10k" alone may be any run: that it is a race is said of it, or by another that can be nothing else.
    """
    items = message.items
    if message.is_essay or acts_in(items) or any_text(items, _PAST) or not is_statement(items):
        return ()
    parts = [part for part in at_joints(items) if _dates(part) or _is_of_month(part)]
    if not _FEWEST <= len(parts) <= _MOST or not (any_item(items, _races) or any(map(_is_half, parts))):
        return ()
    found: list[_Race] = []
    for part in own_parts(message, parts):
        race = _race(part, found[-1] if found else None)
        if race is None:
            return ()
        found.append(race)
    return tuple(found) if len(found) == len(parts) and _are_apart(found) else ()


def _dates(items: Items) -> set[dt.date]:
    return {item.value.date for item in items if isinstance(item.value, Dated) and item.value.named}


def _races(item: Item) -> bool:
    return item.means("kind") == RunKind.RACE or item.means("race_distance") is not None


def _is_half(items: Items) -> bool:
    """Tell whether "half" is the race: no number stands beside it, as in "2 and a half"."""
    return any(one.is_word("half") for one in items) and not any(item.number is not None for item in items[1:])


def _is_race(items: Items) -> bool:
    """Tell whether a race can be what a part tells of: a length that is raced, and no other kind of run."""
    other = any(item.means("kind") not in {None, RunKind.RACE, RunKind.OTHER} for item in items)
    raced = any(isinstance(item.value, Distance) and item.value.km in _RACED_KM for item in items)
    return not other and not any_means(items, "lift") and (raced or any_item(items, _races) or _is_half(items))


def _is_of_month(items: Items) -> bool:
    return any_means(items, "month") and _is_race(items)


def _race(part: Message, before: _Race | None) -> _Race | None:
    """Return the race of a part; a date alone is of one more like the one before."""
    dates = _dates(part.items)
    if not dates:
        return Unread(text=own_words(part.text), doubt=Doubt.RACE_DAY)
    if len(dates) > 1:
        return None
    if _is_race(part.items):
        return read_race(part.text, now=part.now, vocabulary=part.vocabulary, distance_unit=part.context.unit)
    more = all(isinstance(item.value, Dated) or item.text in _ONE_MORE or is_filler(item) for item in part.items)
    return replace(before, date=min(dates), name="") if more and isinstance(before, RaceReading) else None


def _are_apart(found: list[_Race]) -> bool:
    days = sorted(one.date for one in found if isinstance(one, RaceReading))
    return bool(days) and all((later - earlier).days >= _DAYS_APART for earlier, later in pairwise(days))
