"""Days that only bound or shift what is meant: "before the weekend", "the day before sunday", "after the weekend"."""

import datetime as dt
from dataclasses import replace

from bot.language.frames import Items
from bot.language.held import any_means, any_value
from bot.language.items import Dated, Days, Item
from bot.language.relations import distance_before, relation_in
from bot.language.week import coming, date_of
from bot.training.time import WEEKEND, Weekday

_REACH = 4
_WIDEST = 7
_BETWEEN = frozenset({"between", "btwn", "betw"})
_SMALL = frozenset({"the", "this", "next"})


def deadlines_apart(items: Items, today: dt.date) -> tuple[Items, bool]:
    """Return a clause with "the day before sunday" as the day that it is, and whether any day up to one is meant.

    "Before the weekend" asks about every day until then, "after the weekend" about Monday. What hangs on a run stays.
    """
    items = tuple(_behind_weekend(item, today) for item in items)
    if (end := _between(items)) is not None:
        return (*items[: end[0]], *items[end[1] :]), True
    sides = [index for index, item in enumerate(items) if item.is_word("before", "after")]
    if not sides or relation_in(items, today) is not None:
        return items, False
    for index in sides:
        item = items[index]
        near = range(index + 1, min(index + _REACH, len(items)))
        place = next((at for at in near if items[at].text not in _SMALL), None)
        date = None if place is None else _date(items[place].value, today)
        if place is None or date is None:
            continue
        days, _, start = distance_before(items, index)
        before = item.is_word("before")
        if days or not before:
            moved = _moved(items[place].value, date, days, before=before)
            return (*items[:start], replace(items[place], value=Dated(date=moved)), *items[place + 1 :]), False
        others = (*items[:index], *items[place + 1 :])
        return (items, False) if any_value(others, Days, Dated) else (others, True)
    return items, False


def _between(items: Items) -> tuple[int, int] | None:
    """Return where "between now and sunday" stands: any day up to the last is meant."""
    start = next((index for index, item in enumerate(items) if item.text in _BETWEEN), len(items))
    days = [
        index
        for index in range(start, min(start + _WIDEST, len(items)))
        if isinstance(items[index].value, Days | Dated)
    ]
    joined = any_means(items[start : days[-1]], "word", "and") if days else False
    if not joined or len(days) < 2:  # noqa: PLR2004 - from one day to another
        return None
    # "Between tomorrow's 5 mi and saturday's 20".
    far = days[-1] + 1 < len(items) and items[days[-1] + 1].number is not None
    return start, days[-1] + 1 + far


def _behind_weekend(item: Item, today: dt.date) -> Item:
    """Take "after the weekend" for the coming Monday; to a runner's plan it says no day."""
    if not item.is_word("after_weekend"):
        return item
    monday = today + dt.timedelta(days=len(Weekday) - today.weekday())
    return Item(value=Dated(date=monday), start=item.start, end=item.end)


def _date(value: object, today: dt.date) -> dt.date | None:
    if isinstance(value, Dated):
        return value.date
    if isinstance(value, Days):
        return date_of(value.days[0], value, today, None) or coming(value.days[0], today)
    return None


def _moved(value: object, date: dt.date, days: int, *, before: bool) -> dt.date:
    if before:
        return date - dt.timedelta(days=days)
    weekend = isinstance(value, Days) and value.days == WEEKEND
    return date + dt.timedelta(days=days or (2 if weekend else 0))
