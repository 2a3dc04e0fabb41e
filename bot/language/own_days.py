"""One day that is told apart from the "every day" before it: "every day 10k at 5am, Sunday is 25k"."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Group, Items, is_day
from bot.language.held import any_value
from bot.language.items import Dated, Days, Item, Word
from bot.language.meaning import DayEntry
from bot.language.runs import ReadRun, RunsRead
from bot.language.tokens import Token
from bot.training.runs import RunKind, RunSpec
from bot.training.time import Weekday

_MOST_OF_WEEK = 5
_SEVERAL = 3
_APART = 4  # hours


def without_excepted(entries: list[DayEntry], read: list[tuple[Group, RunsRead]]) -> list[DayEntry]:
    """Leave out of "every day 10k at 5am" the one day that is told apart behind it: "Sunday is 25k"."""
    for daily, own in _exceptions(read):
        entries = _with_own(entries, daily, own)
    return entries


def _with_own(entries: list[DayEntry], daily: RunsRead, own: tuple[Weekday, RunsRead]) -> list[DayEntry]:
    day, runs = own
    run = runs.runs[0].run
    common = [one.run for one in daily.runs]
    if _is_only_time(run):
        kept = [entry for entry in entries if entry.weekday is not day or entry.run is not run]
        return [_at_time_of(one, runs.runs[0]) if one.weekday is day and one.run in common else one for one in kept]
    twice = (run.time or runs.runs[0].part) and (common[0].time or daily.runs[0].part)
    others = (one.run for one in entries if one.weekday is day and one.run not in common)
    again = run.time is None and any(map(_is_only_time, others))
    if run.kind is not RunKind.REST and (again or (twice and not _are_near(run.time, common[0].time))):
        return entries
    kept = [entry for entry in entries if entry.weekday is not day or entry.run not in common]
    timed = run.kind is RunKind.OTHER or (_is_only_time(common[0]) and run.kind not in {RunKind.REST, RunKind.RACE})
    time = common[0].time if timed else None
    usual = ReadRun(run=replace(run, time=time), part=daily.runs[0].part)
    return [_at_time_of(one, usual) if time and one.weekday is day and one.run is run else one for one in kept]


def _exceptions(read: list[tuple[Group, RunsRead]]) -> Iterator[tuple[RunsRead, tuple[Weekday, RunsRead]]]:
    """Yield each "every day" that is one run, with each single day that is one other run behind it."""
    daily: RunsRead | None = None
    common: list[Weekday] = []
    for found, runs in read:
        days = [day for item in found.days if isinstance(item.value, Days) for day in item.value.days]
        if len(days) >= _SEVERAL and len(runs.runs) == 1:
            daily, common = runs, days
        elif daily is not None and len(days) == 1 and days[0] in common and len(runs.runs) == 1:
            run = runs.runs[0].run
            if _is_only_time(run) or (len(common) >= _MOST_OF_WEEK and not is_bare(run)):
                yield daily, (days[0], runs)


def _are_near(one: dt.time | None, other: dt.time | None) -> bool:
    """Tell whether two times are too near to each other for two runs of a day."""
    return one is not None and other is not None and abs(one.hour - other.hour) < _APART


def _at_time_of(entry: DayEntry, own: ReadRun) -> DayEntry:
    return replace(entry, run=replace(entry.run, time=own.run.time), part=own.part)


def _is_only_time(run: RunSpec) -> bool:
    """Tell whether nothing but another time is told of a day: "tue thu sat easy at 7, sat at 9"."""
    plain = run.kind is RunKind.OTHER and run.distance_km is None and run.duration_min is None
    return plain and run.time is not None


def is_bare(run: RunSpec) -> bool:
    """Tell whether a day is only named."""
    return run.kind is RunKind.OTHER and run.time is None and run.distance_km is None and run.duration_min is None


def with_dates_behind(items: Items) -> Items:
    """Return the items with a date that only says which day a weekday is in that one's place: "sat race (5 sept)"."""
    if not any_value(items, Dated):
        return items
    kept = list(items)
    place: int | None = None
    for index, item in enumerate(items):
        day = items[place].value if place is not None else None
        if (
            isinstance(item.value, Dated)
            and item.value.named
            and isinstance(day, Days)
            and day.days == (Weekday(item.value.date.weekday()),)
        ):
            kept[place or 0] = replace(items[place or 0], value=item.value)
            kept[index] = _nothing(item)
        place = index if is_day(item) else place
    return tuple(kept)


def _nothing(item: Item) -> Item:
    """Return a mark that parts nothing in an item's place."""
    return Item(value=Word(token=Token(text="(", start=item.start, end=item.end)), start=item.start, end=item.end)
