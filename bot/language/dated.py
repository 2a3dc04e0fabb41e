"""Runs on one date: "tomorrow 18:00 tempo 10k", "skipped today's run", "long run moved to saturday 8am"."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.frames import Group, Items, names_kind, says_something
from bot.language.groups import group
from bot.language.items import Ahead, Context, Dated, Days, Distance, Doubtful, Duration, Item, WeekOf, Word
from bot.language.kinds import kind_of
from bot.language.meaning import DatedRunReading, Doubt, MovedRunReading, Unread
from bot.language.runs import ReadRun, read_runs, read_time
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary
from bot.language.week import coming, date_of
from bot.training.profile import DistanceUnit
from bot.training.runs import RunKind, RunSpec

DatedReading = DatedRunReading | MovedRunReading | Unread

_MOVED_DAYS = 2
_WEEK = 7
_FIRST_YEAR = 1900


def read_dated_run(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, distance_unit: DistanceUnit
) -> tuple[DatedReading, ...]:
    """Read runs on single dates; `now` is the runner's local time, weekdays are the coming ones.

    Rest, skipped, "instead" and a planned run said to be done ("did my intervals") replace what stood on the day; a
    run that is new to the day ("did an easy 5k") is added. Without a day, what was done, skipped or changed is
    today's. A move names the new day, and the old one if said. Text without a run is Unread. No text raises.
    """
    context = Context(text=normalise(text), today=now.date(), unit=distance_unit)
    if too_long(text) or too_long(context.text):
        return (Unread(text=own_words(text), doubt=Doubt.TOO_LONG),)
    items = scan(context, vocabulary)
    if any(item.means("action") == "swap" for item in items):
        return (Unread(text=own_words(context.text), doubt=Doubt.PATTERN),)
    if any(item.means("action") == "move" for item in items):
        return _moved(items, context)
    if _act_of(items).past:
        context = replace(context, past=True)
        items = scan(context, vocabulary)
    return tuple(_dated(items, context)) or (Unread(text=own_words(context.text), doubt=Doubt.NOTHING),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    """What a message says of a day's runs. `past` reads weekdays backwards: "skipped Tuesday's run"."""

    skips: bool
    done: bool
    replaces: bool
    past: bool


def _dated(items: Items, context: Context) -> Iterator[DatedReading]:
    act = _act_of(items)
    grouped = group(_with_dates(items, context))
    said_today = act.skips or act.done or act.replaces
    groups = grouped.groups
    if not groups and said_today and not _names_another_time(items):
        groups = (
            Group(days=(_today(items, context),), content=tuple(item for line in grouped.loose for item in line)),
        )
    elif not _is_loose_filler(grouped.loose):
        yield from _loose(grouped.loose, context)
    for found in groups:
        yield from _of_group(found, act, context)


def _names_another_time(items: Items) -> bool:
    """Tell whether a text without a day speaks of another time all the same ("in 2019", "last week")."""
    weeks = any(isinstance(item.value, WeekOf) for item in items)
    return weeks or any((item.number or 0) >= _FIRST_YEAR or item.means("span") in {"month", "year"} for item in items)


def _is_loose_filler(loose: tuple[Items, ...]) -> bool:
    return not any(says_something(_without_act(line)) for line in loose)


def _loose(loose: tuple[Items, ...], context: Context) -> Iterator[Unread]:
    for line in loose:
        doubts = [item.value.unread for item in line if isinstance(item.value, Doubtful)]
        yield from doubts
        if not doubts and says_something(line):
            said = own_words(context.text[line[0].start : line[-1].end])
            yield Unread(text=said, doubt=Doubt.DAY if _is_run(line) else Doubt.NOTHING)


def _is_run(line: Items) -> bool:
    return names_kind(line) or any(isinstance(item.value, Distance | Duration) for item in line)


def _with_dates(items: Items, context: Context) -> Items:
    """Turn "in two days" into a date, so that it groups like one."""
    return tuple(_as_date(item, context) for item in items)


def _as_date(item: Item, context: Context) -> Item:
    if not isinstance(item.value, Ahead) or item.value.exact:
        return item
    return replace(item, value=Dated(date=context.today + dt.timedelta(hours=item.value.hours), named=False))


def _today(items: Items, context: Context) -> Item:
    start = items[0].start if items else 0
    return Item(value=Dated(date=context.today, named=False), start=start, end=start)


def _act_of(items: Items) -> _Act:
    acts = {item.means("action") for item in items} - {None}
    done = "done" in acts
    names_planned = any(
        item.means("action") == "mine" and names_kind(items[index + 1 : index + 3]) for index, item in enumerate(items)
    )
    planned = done and (names_planned or "today's" in _texts(items) or "todays" in _texts(items))
    skips = bool(acts & {"skip", "missed"})
    replaces = bool(acts & {"instead", "instead_of"}) or planned
    return _Act(skips=skips, done=done, replaces=replaces, past=done or "missed" in acts)


def _texts(items: Items) -> set[str]:
    return {item.value.token.text for item in items if isinstance(item.value, Word)}


def _without_act(items: Items) -> Items:
    return tuple(item for item in items if item.means("action") in (None, "mine") or item.means("kind"))


def _as_run(items: Items) -> Items:
    """Leave out what was not run: after "instead of", and the skipped run when another is named."""
    kept: list[Item] = []
    dropping = False
    for item in items:
        if item.means("action") in {"skip", "missed", "instead_of"}:
            dropping = True
        elif item.is_mark(",.;\n") or item.is_word("and") or item.means("action") in {"done", "instead"}:
            dropping = False
        if not dropping:
            kept.append(item)
    return _without_act(tuple(kept))


def _of_group(found: Group, act: _Act, context: Context) -> Iterator[DatedReading]:
    dates = [(item, _checked(_date(item, found, context, past=act.past), act, context)) for item in found.days]
    read = read_runs(_as_run(found.content) if act.replaces else _without_act(found.content), context)
    yield from read.unread
    for item, date in dates:
        if isinstance(date, Unread):
            yield date
        elif act.skips and not (act.replaces and read.runs):
            yield _rest(date, found, item, context)
        elif not read.runs and (act.done or act.replaces) and not read.elsewhere:
            yield Unread(text=own_words(context.text), doubt=Doubt.KIND)
        else:
            yield from _runs(date, read.runs, act)
    if not read.runs and not read.unread and not (act.skips or act.done or act.replaces):
        yield Unread(text=own_words(context.text), doubt=Doubt.KIND)


def _runs(date: dt.date, runs: tuple[ReadRun, ...], act: _Act) -> Iterator[DatedRunReading]:
    for run in (one.run for one in runs):
        rests = run.kind is RunKind.REST
        yield DatedRunReading(date=date, run=run, replaces=rests or act.replaces, done=act.done and not rests)


def _rest(date: dt.date, found: Group, item: Item, context: Context) -> DatedRunReading:
    places = [*found.content, item]
    said = context.text[min(place.start for place in places) : max(place.end for place in places)]
    return DatedRunReading(date=date, run=RunSpec(kind=RunKind.REST, text=own_words(said)), replaces=True)


def _checked(date: dt.date | Unread, act: _Act, context: Context) -> dt.date | Unread:
    """Return the date unless it is still to come and the text says that the run was done."""
    if isinstance(date, dt.date) and act.done and date > context.today:
        return Unread(text=own_words(context.text), doubt=Doubt.FUTURE)
    return date


def _date(item: Item, found: Group, context: Context, *, past: bool = False) -> dt.date | Unread:
    if isinstance(item.value, Dated):
        return item.value.date
    if isinstance(item.value, Doubtful):
        return item.value.unread
    said = own_words(context.text[item.start : item.end])
    if not isinstance(item.value, Days) or item.value.habit or len(item.value.days) != 1:
        return Unread(text=said, doubt=Doubt.DAY)
    week = next((one.value.week for one in found.content if isinstance(one.value, WeekOf)), None)
    day = item.value.days[0]
    named = date_of(day, item.value, context.today, week)
    if named is None and past:
        return context.today - dt.timedelta(days=(context.today.weekday() - day) % _WEEK)
    return named or coming(day, context.today)


def _moved(items: Items, context: Context) -> tuple[DatedReading, ...]:
    """Read a move: the last day named is where the run goes, an earlier one where it was."""
    doubts = tuple(item.value.unread for item in items if isinstance(item.value, Doubtful))
    if doubts:
        return doubts
    items = _with_dates(items, context)
    days = [(index, item) for index, item in enumerate(items) if isinstance(item.value, Dated | Days)]
    targets = [found for found in days if _is_target(items, found[0])]
    if not days or len(days) > _MOVED_DAYS:
        return (Unread(text=own_words(context.text), doubt=Doubt.DAY),)
    target = targets[-1] if targets else days[-1]
    if not targets and len(days) == 1 and not _is_after_move(items, days[0][0]):
        return (Unread(text=own_words(context.text), doubt=Doubt.DAY),)
    frame = Group(days=(), content=items)
    to_date = _date(target[1], frame, context)
    source = next((item for index, item in days if index != target[0]), None)
    from_date = None if source is None else _date(source, frame, context)
    if isinstance(to_date, Unread) or isinstance(from_date, Unread):
        return tuple(date for date in (to_date, from_date) if isinstance(date, Unread))
    return _move(items, context, to_date, from_date)


def _is_target(items: Items, index: int) -> bool:
    """Tell whether "to", "until" or "on" leads to this day."""
    before = items[index - 1] if index else None
    return before is not None and before.is_word("to", "until")


def _is_after_move(items: Items, index: int) -> bool:
    return any(item.means("action") == "move" for item in items[:index])


def _move(items: Items, context: Context, to_date: dt.date, from_date: dt.date | None) -> tuple[DatedReading, ...]:
    content = tuple(item for item in items if not isinstance(item.value, Dated | Days))
    kind, doubt = kind_of(_without_act(content))
    if kind is RunKind.REST or doubt is not None or kind is None:
        return (Unread(text=own_words(context.text), doubt=Doubt.KIND),)
    time, _, time_doubt = read_time(content, context)
    if time_doubt is not None:
        return (time_doubt,)
    measured = read_runs(_without_act(content), context).runs
    spec = measured[0].run if measured else RunSpec(kind=kind)
    run = replace(spec, kind=kind, time=time, text=own_words(context.text))
    return (MovedRunReading(date=to_date, run=run, from_date=from_date),)
