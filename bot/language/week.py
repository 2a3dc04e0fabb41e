"""A pasted week: one line or many, lists, tables, ranges; what is not certain is handed back as unread."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.language.clashes import lost_day_in, unknown_in
from bot.language.day_lists import is_crossed
from bot.language.day_marks import with_days
from bot.language.extent import is_in_miles
from bot.language.frames import Group, Items, is_day, is_heading, names_kind, says_something
from bot.language.groups import group
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import (
    Clock,
    Context,
    Dated,
    Days,
    Distance,
    Doubtful,
    Duration,
    Item,
    OtherDays,
    Pace,
    Repeats,
    WeekOf,
)
from bot.language.meaning import DayEntry, Doubt, Unread, WeekReading
from bot.language.named_days import day_names, days_taken_out, days_without_run, is_one_strange_word
from bot.language.openings import own_week
from bot.language.own_days import is_bare, without_excepted
from bot.language.plain_times import up_to_remark
from bot.language.runs import ReadRun, RunsRead, read_runs
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.told_once import once, told_once
from bot.language.vocabulary import Vocabulary
from bot.language.week_lines import is_total
from bot.training.profile import DistanceUnit
from bot.training.runs import RunKind, RunSpec
from bot.training.time import Weekday

_WEEK = 7
# The fullest week names each day twice, and some a third time.
_MOST_DAYS = 50
_SEVERAL = 2
_OPTIONAL = frozenset({"optional", "whenever", "when i can", "if i can", "when i feel like it", "if i feel like it"})


def read_week(text: str, *, today: dt.date, vocabulary: Vocabulary, distance_unit: DistanceUnit) -> WeekReading:
    """Read a running week from text in any shape that runners paste.

    `today` resolves dates and "this week"; distances without a unit are in `distance_unit`. Entries come in the order
    of the week. Everything that is not certain is in `unread` too; text over 4,000 characters is not read at all.
    No text raises.
    """
    if too_long(text):
        return WeekReading(entries=(), unread=(Unread(text=own_words(text), doubt=Doubt.TOO_LONG),))
    context = Context(text=normalise(text), today=today, unit=distance_unit, short=True)
    if too_long(context.text):
        return WeekReading(entries=(), unread=(Unread(text=own_words(text), doubt=Doubt.TOO_LONG),))
    items = with_days(scan(context, vocabulary))
    if distance_unit is DistanceUnit.KM and is_in_miles(items, context):
        context = replace(context, unit=DistanceUnit.MI)
        items = with_days(scan(context, vocabulary))
    return week_of(own_week(items)[0] or items, context)


def week_of(items: Items, context: Context) -> WeekReading:
    """Read a week from the items of a text; one that names more than 50 days is no week and not read at all."""
    if sum(map(is_day, items)) > _MOST_DAYS:
        return WeekReading(entries=(), unread=(Unread(text=own_words(context.text), doubt=Doubt.TOO_LONG),))
    grouped = group(items)
    read = [
        (found, read_runs(found.content, context, timed=True, named=_is_day_first(found))) for found in grouped.groups
    ]
    described = any(runs.runs or runs.elsewhere for _, runs in read)
    week = _week_of_all(items)
    entries: list[DayEntry] = []
    unread: list[Unread] = []
    without: list[DayEntry] = []
    for found, runs in read:
        without.extend(_rests_on(days_taken_out(found), found, context, week))
        if described and (days := list(days_without_run(found, runs, items))):
            without.extend(_rests_on(days, found, context, week))
            strange = is_one_strange_word(found.content)
            unread.extend(_loose((found.content,), context) if strange else ())
            continue
        kept, doubts = _entries(found, runs, context, week, described=described)
        entries.extend(kept)
        unread.extend(doubts)
    unread.extend(_loose(_untitled(grouped.loose, items, context), context))
    entries = without_excepted(_without_replaced(entries, read), read)
    entries, clashes = once([*entries, *_of_other_days(read, entries)])
    entries.extend(_unless_told(without, entries))
    unread.extend(clashes)
    if not entries and not unread:
        unread.append(Unread(text=own_words(context.text), doubt=Doubt.DAY if _is_run(items) else Doubt.NOTHING))
    in_order = tuple(sorted(_without_shadows(entries), key=_order))
    return WeekReading(entries=in_order, unread=tuple(unread), text=context.text)


def _rests_on(
    days: Iterable[tuple[Weekday, Days]], found: Group, context: Context, week: int | None
) -> Iterator[DayEntry]:
    said = own_words(context.text[found.days[0].start : found.days[-1].end])
    for day, told in days:
        run = RunSpec(kind=RunKind.REST, text=said)
        yield DayEntry(weekday=day, date=date_of(day, told, context.today, week), run=run)


def _unless_told(without: list[DayEntry], entries: list[DayEntry]) -> Iterator[DayEntry]:
    """Yield the days without a run of which nothing else is told, each once, where several days have runs."""
    named = {entry.weekday for entry in entries}
    running = {entry.weekday for entry in entries if entry.run.kind is not RunKind.REST}
    if len(running) >= _SEVERAL:
        yield from {entry.weekday: entry for entry in without if entry.weekday not in named}.values()


def _without_replaced(entries: list[DayEntry], read: list[tuple[Group, RunsRead]]) -> list[DayEntry]:
    """Leave out what stands on most days where one of them has another run "instead"."""
    for found, runs in read:
        days = [day for item in found.days if isinstance(item.value, Days) for day in item.value.days]
        if len(days) == 1 and runs.runs and any_means(found.content, "action", "instead"):
            own = [one.run for one in runs.runs]
            entries = [entry for entry in entries if entry.weekday is not days[0] or entry.run in own]
    return entries


def _week_of_all(items: Items) -> int | None:
    """Return the week that is said before any day and so holds for all of them ("next week: mon easy …")."""
    for item in items:
        if isinstance(item.value, WeekOf):
            return item.value.week
        if is_day(item):
            return None
    return None


def _entries(
    found: Group, runs: RunsRead, context: Context, week: int | None, *, described: bool
) -> tuple[list[DayEntry], list[Unread]]:
    said = own_words(context.text[found.days[0].start : found.days[-1].end])
    unread = [*(item.value.unread for item in found.days if isinstance(item.value, Doubtful)), *runs.unread]
    if (unread and runs.bare) or _is_optional(found):
        return [], [] if _is_optional(found) else unread
    if runs.bare and described and not _marked_off(found):
        return [], [*unread, Unread(text=said, doubt=Doubt.KIND)]
    unknown = "" if _surely_runs(found.content) else unknown_in(up_to_remark(found.content))
    if runs.runs and (lost := lost_day_in(found.content)):
        return [], [*unread, Unread(text=lost, doubt=Doubt.NOTHING)]
    if runs.runs and unknown:
        named = any(one.doubt is Doubt.KIND for one in runs.unread)
        unread.extend(() if named else (Unread(text=unknown, doubt=Doubt.NOTHING),))
        runs = replace(runs, runs=tuple(one for one in runs.runs if one.run.time))
    kept = runs.runs
    if runs.bare:
        kind = RunKind.REST if _marked_off(found) else RunKind.OTHER
        kept = (ReadRun(run=RunSpec(kind=kind, text=said)),)
    if any_text(found.content, ("never",)) and all(_is_bare(one.run) for one in kept):
        kept = (ReadRun(run=RunSpec(kind=RunKind.REST, text=said)),)
    if any(isinstance(item.value, Days) and item.value.either for item in found.days) and not _rests(kept):
        return [], [*unread, Unread(text=said, doubt=Doubt.DAY, options=day_names(found))]
    days = list(_days(found, context, week))
    return [DayEntry(weekday=day, date=date, run=one.run, part=one.part) for day, date in days for one in kept], unread


def _is_bare(run: RunSpec) -> bool:
    """Tell whether nothing is told of a run but that it is one."""
    return run.kind is RunKind.OTHER and run.time is None and run.distance_km is None and run.duration_min is None


def _is_day_first(found: Group) -> bool:
    return bool(found.days) and all(item.start > found.days[0].start for item in found.content)


def _is_optional(found: Group) -> bool:
    """Tell whether the days that are left are free: "everything else optional" plans no run."""
    others = any_value(found.days, OtherDays)
    return others and any_text(found.content, _OPTIONAL)


def _surely_runs(content: Items) -> bool:
    """Tell whether a run is named or its length said, so that a strange word beside it changes nothing."""
    return any_means(content, "kind") or any_value(content, Distance, Repeats)


def _rests(runs: tuple[ReadRun, ...]) -> bool:
    return all(one.run.kind is RunKind.REST for one in runs)


def _marked_off(found: Group) -> bool:
    """Tell whether a day holds a dash or a cross and nothing else, as rest days do in tables."""
    content = found.content
    if is_crossed(content):
        return True
    while content and content[-1].is_mark(",.;"):
        content = content[:-1]
    while content and content[0].is_mark("\n"):
        content = content[1:]
    crossed = bool(content) and content[-1].is_mark("-xX/") and not says_something(content[:-1])
    return crossed and (any_mark(content, ":|\t") or len(content) == 1)


def _days(found: Group, context: Context, week: int | None) -> Iterator[tuple[Weekday, dt.date | None]]:
    said = next((item.value.week for item in found.content if isinstance(item.value, WeekOf)), week)
    dates = {
        Weekday(item.value.date.weekday()): item.value.date for item in found.days if isinstance(item.value, Dated)
    }
    yield from dates.items()
    for item in found.days:
        if isinstance(item.value, Days):
            # "2026-09-07 Mon" is one day.
            for day in (day for day in item.value.days if day not in dates):
                yield day, date_of(day, item.value, context.today, said)


def date_of(day: Weekday, said: Days, today: dt.date, week: int | None) -> dt.date | None:
    """Return the date of a weekday when its week is said ("this", "next week"); None for any week."""
    week = said.week if said.week is not None else week
    if week is not None:
        return today + dt.timedelta(days=day - today.weekday() + _WEEK * week)
    return coming(day, today) if said.coming else None


def coming(day: Weekday, today: dt.date) -> dt.date:
    """Return the next such weekday; today counts."""
    return today + dt.timedelta(days=(day - today.weekday()) % _WEEK)


def _of_other_days(read: list[tuple[Group, RunsRead]], entries: list[DayEntry]) -> Iterator[DayEntry]:
    """Yield "rest on all other days" for the days that nothing else was said about."""
    named = {entry.weekday for entry in entries}
    named |= {
        day for found, _ in read for item in found.days if isinstance(item.value, Days) for day in item.value.days
    }
    for found, runs in read:
        if any_value(found.days, OtherDays) and not _is_optional(found):
            yield from (
                DayEntry(weekday=day, run=one.run, part=one.part)
                for day in Weekday
                if day not in named
                for one in runs.runs
            )


def _without_shadows(entries: Iterable[DayEntry]) -> Iterator[DayEntry]:
    """Leave out a day's bare mention when the same day is described elsewhere ("tu th sa, sa is the long one")."""
    entries = tuple(entries)
    described = {entry.weekday for entry in entries if not is_bare(entry.run)}
    runs = {(entry.weekday, entry.date) for entry in entries if not is_bare(entry.run) and not _is_rest(entry)}
    told = [entry for entry in entries if not (is_bare(entry.run) and entry.weekday in described)]
    # "Days off are tue and wed. Tue long 9am": off work.
    told = [entry for entry in told if not (_is_rest(entry) and (entry.weekday, entry.date) in runs)]
    for day in Weekday:
        yield from told_once([entry for entry in told if entry.weekday is day])


def _is_rest(entry: DayEntry) -> bool:
    return entry.run.kind is RunKind.REST


def _order(entry: DayEntry) -> tuple[dt.date, int]:
    return entry.date or dt.date.min, entry.weekday


def _loose(loose: Iterable[Items], context: Context) -> Iterator[Unread]:
    """Yield what names no day: a run without one, a doubt, or words that mean nothing here."""
    for items in loose:
        yield from (item.value.unread for item in items if isinstance(item.value, Doubtful))
        rest = tuple(item for item in items if not isinstance(item.value, Doubtful | WeekOf))
        if not says_something(rest) or _is_sum(rest) or is_heading(rest):
            continue
        said = own_words(context.text[rest[0].start : rest[-1].end])
        yield Unread(text=said, doubt=Doubt.DAY if _is_run(rest) else Doubt.NOTHING)


def _untitled(loose: Iterable[Items], items: Items, context: Context) -> Iterator[Items]:
    """Leave out lines above the first day that tell of no run: "Coach sent:", "Base phase"."""
    first = next((item.start for item in items if is_day(item)), 0)
    for line in loose:
        end = line[-1].end if line else 0
        above = end <= first and "\n" in context.text[end:first]
        if not (above and not any_item(line, _matters)):
            yield line


def _matters(item: Item) -> bool:
    """Tell whether an item may be part of a run or a lift, a doubt, or a "not"."""
    told = isinstance(item.value, Distance | Duration | Repeats | Clock | Doubtful)
    words = any(item.means(group) for group in ("not_run", "action", "unsure"))
    return told or words or item.means("kind") not in (None, "other") or item.is_word("no")


def _is_sum(items: Items) -> bool:
    """Tell whether a line only adds the week up ("total 50 km"), or counts its runs ("3x/week")."""
    if is_total(items):
        return True
    return all(isinstance(item.value, Pace) or not says_something((item,)) for item in items)


def _is_run(items: Iterable[Item]) -> bool:
    items = tuple(items)
    return names_kind(items) or any_value(items, Distance, Duration)
