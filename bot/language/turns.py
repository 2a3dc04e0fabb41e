"""Turns of phrase about plans: an old one given up, a day that stands for another, what a weekday is now."""

from bot.language.frames import GIVEN_UP, Items, is_day
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Clock, Days, PartOfDay, WeekOf
from bot.language.meaning import Part, WeekReading
from bot.training.runs import RunKind

IS_NOW = frozenset({"is", "is on", "are", "on"})
_DISCARDS = frozenset({"forget", "ditch", "delete", "replace", "ignore", "scratch", "chuck", "tear up", "lose"})
_DISCARD_REACH = 3
_NOT_ON = frozenset({"not on", "but not", "and not"})


def is_given_up(opening: Items, index: int) -> bool:
    """Tell whether an old plan is named only to be given up for what follows: "scrap the old plan. Mon easy ..."."""
    if opening[index].means("unsure") != "past":
        return False
    before = opening[max(0, index - _DISCARD_REACH) : index]
    return any_text(before, _DISCARDS) or any_means(before, "action", *GIVEN_UP)


def is_so_now(items: Items) -> bool:
    """Tell whether a weekday is said to be for another run now ("monday is a day off now"), and no time is new."""
    now = {item.start for item in items if isinstance(item.value, PartOfDay) and item.value.part is Part.NOW}
    days = [index for index, item in enumerate(items) if isinstance(item.value, Days) and item.value.week is None]
    if not now or any_value(items, Clock, WeekOf):
        return False
    behind = (items[index + 1 : index + 4] for index in days)
    return any(one[:1] and one[0].text in IS_NOW and any_means(one, "kind") for one in behind)


def is_exchange(items: Items) -> bool:
    """Tell whether one day stands for another, once: "long run on saturday instead of sunday"."""
    week = any_value(items, WeekOf)
    places = (
        index
        for index, item in enumerate(items)
        if item.means("action") == "instead_of" or (week and item.text in _NOT_ON)
    )
    behind = (items[index + 1 + any_text(items[index + 1 : index + 2], ("the", "my", "on")) :][:1] for index in places)
    return any(is_day(item) for one in behind for item in one)


def only_rests(found: WeekReading) -> bool:
    """Tell whether a day or two off are all that is told: "no running thursday or friday" is about this week."""
    return bool(found.entries) and all(entry.run.kind is RunKind.REST for entry in found.entries)
