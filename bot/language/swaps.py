"""Runs that change places: "swap thursday's tempo with friday's easy run", "swapped today's tempo for an easy 5k"."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items
from bot.language.held import any_value
from bot.language.items import Context, Dated, Days, Distance, Duration, Item
from bot.language.kinds import kind_of
from bot.language.meaning import DatedRunReading, Doubt, MovedRunReading, Unread
from bot.language.run_days import date_in, with_dates, without_act
from bot.language.runs import read_runs
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

SwapReading = DatedRunReading | MovedRunReading | Unread

_TWO = 2


def read_swap(items: Items, context: Context) -> tuple[SwapReading, ...]:
    """Read two runs that change places, each a move, or one that another run takes the place of.

    Days alone ("swap saturday and sunday") swap whatever run each has. Unread (PATTERN) where the days, or the kinds
    on them, are not plain.
    """
    items = with_dates(items, context)
    items = tuple(one for item in items for one in _each_day(item))
    days = [index for index, item in enumerate(items) if isinstance(item.value, Dated | Days)]
    items, days = _up_to_comma(items, days)
    found = _in_place(items, days, context) if len(days) < _TWO else _exchanged(items, days, context)
    return found or (Unread(text=own_words(context.text), doubt=Doubt.PATTERN),)


def _up_to_comma(items: Items, days: list[int]) -> tuple[Items, list[int]]:
    """Leave out what is told behind the two days: "swap sat and sunday, long run is on saturday now"."""
    comma = next((index for index, item in enumerate(items) if item.is_mark(",.;")), len(items))
    first = [index for index in days if index < comma]
    return (items[:comma], first) if len(first) == _TWO < len(days) else (items, days)


def _each_day(item: Item) -> Iterator[Item]:
    """Yield "saturday and sunday" as two days."""
    if isinstance(item.value, Days) and len(item.value.days) == _TWO:
        yield from (replace(item, value=replace(item.value, days=(day,))) for day in item.value.days)
    else:
        yield item


def _exchanged(items: Items, days: list[int], context: Context) -> tuple[SwapReading, ...]:
    dates = tuple(dict.fromkeys(date_in(items[index], items, context, one=True) for index in days))
    first, last = dates[0], dates[-1]
    if len(dates) != _TWO or isinstance(first, Unread) or isinstance(last, Unread):
        return ()
    sides = tuple(_sides(items, days[0], days[1]))
    kinds = tuple(kind_of(without_act(side))[0] or RunKind.OTHER for side in sides)
    if len(days) > _TWO or _measures(items):
        kinds = (RunKind.OTHER, RunKind.OTHER)
    if RunKind.REST in kinds:
        return ()
    return (_moved(kinds[0], last, first, context), _moved(kinds[1], first, last, context))


def _sides(items: Items, first: int, second: int) -> Iterator[Items]:
    """Yield what is said of each day: up to the joint between the two, and behind it."""
    joint = next((index for index in range(first, second) if _is_joint(items[index])), second)
    yield items[:joint]
    yield items[joint:]


def _is_joint(item: Item) -> bool:
    return item.is_word("and") or item.text in {"with", "w", "for", "/"} or item.means("run_part") == "with"


def _moved(kind: RunKind, to_date: dt.date, from_date: dt.date, context: Context) -> MovedRunReading:
    run = RunSpec(kind=kind, text=own_words(context.text))
    return MovedRunReading(date=to_date, run=run, from_date=from_date)


def _measures(items: Items) -> bool:
    return any_value(items, Distance, Duration)


def _in_place(items: Items, days: list[int], context: Context) -> tuple[SwapReading, ...]:
    """Read "swapped today's tempo for an easy 5 miler": the run behind "for" takes the day's run's place."""
    joint = next((index for index, item in enumerate(items) if item.text == "for"), None)
    if joint is None or not kind_of(without_act(items[:joint]))[0]:
        return ()
    date = date_in(items[days[0]], items, context, one=True) if days else context.today
    outside = tuple(item for index, item in enumerate(items) if index > joint and index not in days)
    read = read_runs(without_act(outside), context)
    if isinstance(date, Unread) or len(read.runs) != 1 or read.unread:
        return ()
    return (DatedRunReading(date=date, run=read.runs[0].run, replaces=True),)
