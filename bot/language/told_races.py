"""Races that are told with their date, moved or called off."""

import datetime as dt
from itertools import pairwise

from bot.language.cuts_of_message import at_joints
from bot.language.frames import OURS, Items
from bot.language.held import any_item, any_means, any_text, any_value, asked_once
from bot.language.items import Dated, Days, Distance, Duration, Item, Repeats
from bot.language.meaning import Meaning
from bot.language.message import Message, acts_in, is_long_list, is_several, is_statement, needs, strangers
from bot.language.race_changes import read_changed_day, read_dropped_race
from bot.language.races import names_goal, read_race
from bot.language.run_words import tells_run

# "Sunday, 27 September" is one day: its two names stand at most a comma apart.
_BESIDE = 2


@needs("action", Dated, Days)
def read_race_changes(message: Message) -> tuple[Meaning, ...]:
    """Read a race that is moved to another date, or called off."""
    found = read_changed_day(message.items, message.context) or read_dropped_race(message.items, message.context)
    return () if found is None else (found,)


@needs(Dated)
def read_races(message: Message) -> tuple[Meaning, ...]:
    """Read one race with its date."""
    items = message.items
    if (
        not tells_race(items)
        or names_two_days(items)
        or _tells_several(items)
        or not (names_goal(items) or _got_in(items) or tells_run(items, message.text))
    ):
        return ()
    return (
        read_race(message.text, now=message.now, vocabulary=message.vocabulary, distance_unit=message.context.unit),
    )


def _tells_several(items: Items) -> bool:
    """Tell whether two parts tell a length each, of days of their own: "10k on 8 march, half on 22 march"."""
    told = [days for part in at_joints(items) if _is_long(part) and (days := dates_named(part))]
    return any(one != two for one, two in pairwise(told))


def dates_named(items: Items) -> set[dt.date]:
    """Return the dates that are named as such, not by a "tomorrow"."""
    return {item.value.date for item in items if isinstance(item.value, Dated) and item.value.named}


def _is_long(part: Items) -> bool:
    return any_value(part, Distance) or any_means(part, "race_distance") or any_means(part, "word", "half")


_INTO = frozenset({"in", "into"})
_ENTERED = frozenset({"entered", "registered", "registered for", "signed up for"})
_PLACES = frozenset({"entry", "place", "spot", "number", "bib"})
_THERE = frozenset({"got", "in", "confirmed", "secured", "paid", "booked", "accepted"})
# Nobody trains so far, and plans it by its date.
_RACED_FROM_KM = 50


def _is_far(item: Item) -> bool:
    return isinstance(item.value, Distance) and item.value.km >= _RACED_FROM_KM


def tells_race(items: Items) -> bool:
    """Tell whether a race is named with a date, plainly."""
    named = any_means(items, "kind", "race") or any_means(items, "race_distance")
    named = named or (any_item(items, _is_far) and not any_means(items, "kind"))
    dated = any(isinstance(item.value, Dated) and item.value.named for item in items)
    named = named or _got_in(items)
    acts = () if _got_in(items) else acts_in(items)
    named = named or names_goal(items)
    named = named and not (any_text(items, ("was", "were")) or _is_off(items))
    listed = is_several(items) or is_long_list(items)
    return named and dated and not listed and not acts and is_statement(items)


@asked_once
def _got_in(items: Items) -> bool:
    """Tell whether a place in a race was got: "got into Tokyo! 7 March 2027", "ballot: got in, London 25 April"."""
    begins = (index for index, (one, two) in enumerate(pairwise(items)) if one.text == "got" and two.text in _INTO)
    place = next(begins, next((index for index, item in enumerate(items) if item.text == "got in"), None))
    entered = place is None
    place = next((at for at, item in enumerate(items) if item.text in _ENTERED), None) if entered else place
    if place is None and _has_entry(items):
        return not _is_measured(items)
    if place is not None and (strangers(items[max(0, place - 1) : place]) or (entered and not _is_me(items[:place]))):
        # "Sarah got into Tokyo".
        return False
    return place is not None and not _is_measured(items)


def _is_measured(items: Items) -> bool:
    """Tell whether a run or a lift is told too, or a time that is not now."""
    measured = any_value(items, Repeats, Distance, Duration) or any_means(items, "lift")
    measured = measured or any_means(items, "state_word", "not_now")
    return measured or any(item.means("kind") not in {None, "race"} for item in items)


def _has_entry(items: Items) -> bool:
    """Tell whether a place in a race is said to be there: "Two Oceans 2027 entry confirmed", "entry for Tokyo got"."""
    place = next((at for at, item in enumerate(items) if item.text in _PLACES), None)
    others = any(item.means("unsure") or item.is_word("no", "clause") or item.is_mark("?") for item in items)
    return place is not None and not others and any_text(items[place + 1 :], _THERE)


def _is_me(before: Items) -> bool:
    """Tell whether nobody else is said to have entered: "just entered Valencia", "I've registered for Jersey"."""
    return all(
        item.text in OURS or item.means("talk") or item.means("filler") or item.is_mark(",.!-") for item in before
    )


def _is_off(items: Items) -> bool:
    """Tell whether a race is said to be off: "marathon on 27 sept is off"."""
    return any(one.text in {"is", "are"} and two.text == "off" for one, two in pairwise(items))


def names_two_days(items: Items) -> bool:
    """Tell whether a weekday stands apart from the date: "marathon 27 sept, long run this sunday"."""
    dates = [index for index, item in enumerate(items) if isinstance(item.value, Dated)]
    days = [index for index, item in enumerate(items) if isinstance(item.value, Days)]
    return any(all(abs(day - date) > _BESIDE for date in dates) for day in days)
