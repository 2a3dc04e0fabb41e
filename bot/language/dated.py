"""Runs on one date: "tomorrow 18:00 tempo 10k", "skipped today's run", "long run moved to saturday 8am"."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import GIVEN_UP, Group, Items, names_kind, says_something, weekdays_of
from bot.language.groups import group
from bot.language.held import any_means, any_value
from bot.language.items import Clock, Context, Dated, Days, Distance, Doubtful, Duration, Item, WeekOf
from bot.language.kinds import kind_of
from bot.language.meaning import DatedRunReading, Doubt, MovedRunReading, Unread
from bot.language.moves import read_move, read_new_time, tells_new_time, tells_old_length, tells_other_day, without_now
from bot.language.run_acts import Act, act_of, becomes_at, changed_to
from bot.language.run_days import date_in, with_dates, without_act
from bot.language.runs import ReadRun, read_runs
from bot.language.scan import scan
from bot.language.so_far import days_so_far
from bot.language.swaps import read_swap
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit
from bot.training.runs import RunKind, RunSpec

DatedReading = DatedRunReading | MovedRunReading | Unread

_FIRST_YEAR = 1900
_ONE_MORE = re.compile(
    r"\b(?:also|as well|too|second|2nd|double|doubles|doubling|another|extra|additional|twice|on top|both|add|adding"
    r"|one more|in addition|besides|plus)\b",
    re.IGNORECASE,
)
_COMING_WEEKEND = frozenset({"this weekend", "the weekend"})


def read_dated_run(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, distance_unit: DistanceUnit, past: bool = False
) -> tuple[DatedReading, ...]:
    """Read runs on single dates; `now` is the runner's local time, weekdays are the coming ones, unless told as `past`.

    Rest, skipped, "instead" and a planned run said to be done ("did my intervals") replace what stood on the day; a
    run that is new to the day ("did an easy 5k") is added. Without a day, what was done, skipped or changed is
    today's. A move names the new day, and the old one if said; "thursday's tempo is at 19:00 now" is a move on that
    day, without a day Unread (PATTERN). `planned` is the planned run that was skipped or done. Text without a run is
    Unread. No text raises.
    """
    context = Context(text=normalise(text), today=now.date(), unit=distance_unit)
    if too_long(text) or too_long(context.text):
        return (Unread(text=own_words(text), doubt=Doubt.TOO_LONG),)
    items = scan(context, vocabulary)
    if tells_other_day(items):
        return read_move(items, context)
    if any_means(items, "action", "swap"):
        return read_swap(items, context)
    if tells_old_length(items):
        return _corrected(with_dates(items, context), context)
    goes_to = changed_to(items)
    if any_means(items, "action", "move") or isinstance(goes_to, Days | Dated):
        return read_move(with_dates(items, context), context)
    if tells_new_time(items, context) or isinstance(goes_to, Clock):
        return read_new_time(with_dates(items, context), context)
    if past or act_of(items, context).past or days_so_far(items, context):
        context = replace(context, past=True)
        items = scan(context, vocabulary)
    found = tuple(_dated(items, context)) or (Unread(text=own_words(context.text), doubt=Doubt.NOTHING),)
    return tuple(_said_beside(one, context) for one in _to_come(found, now))


def _said_beside(one: DatedReading, context: Context) -> DatedReading:
    """Return a run to come as one more where the words say so: "also an easy 5k tomorrow"."""
    if not isinstance(one, DatedRunReading) or one.done or one.replaces or _ONE_MORE.search(context.text) is None:
        return one
    return replace(one, beside=True)


def _to_come(found: tuple[DatedReading, ...], now: dt.datetime) -> Iterator[DatedReading]:
    """Yield the run of today at a time that is still to come where only one is: "tempo today at 5"."""
    halves = {
        first: later
        for one in found
        if isinstance(one, Unread) and one.doubt is Doubt.AM_OR_PM
        for first, later in [map(dt.time.fromisoformat, one.options)]
        if first < now.time() < later
    }
    planned = [one for one in found if isinstance(one, DatedRunReading)]
    if not halves or any(one.done or one.date != now.date() for one in planned) or len(planned) != 1:
        yield from found
        return
    run = planned[0].run
    yield replace(planned[0], run=replace(run, time=halves.get(run.time, run.time) if run.time else None))
    yield from (one for one in found if one is not planned[0] and not _is_half(one))


def _is_half(one: DatedReading) -> bool:
    return isinstance(one, Unread) and one.doubt is Doubt.AM_OR_PM


def _corrected(items: Items, context: Context) -> tuple[DatedReading, ...]:
    """Read how long a run was that was told wrongly: it takes the place of the one that stands there."""
    days = [item for item in items if isinstance(item.value, Dated | Days)]
    if len(days) > 1:
        return (Unread(text=own_words(context.text), doubt=Doubt.DAY),)
    date = date_in(days[0], items, context, past=True, one=True) if days else context.today
    read = read_runs(without_act(tuple(item for item in items if item not in days)), context)
    if isinstance(date, Unread) or len(read.runs) != 1 or date > context.today:
        return (Unread(text=own_words(context.text), doubt=Doubt.DAY),)
    run = read.runs[0].run
    return (DatedRunReading(date=date, run=run, replaces=True, done=True, planned=run.kind),)


def _dated(items: Items, context: Context) -> Iterator[DatedReading]:
    apart = without_now(items)
    days = [item for item in apart if isinstance(item.value, Dated | Days)]
    becomes = becomes_at(items) if days else 0
    items = (*days[:1], *items[becomes:]) if becomes else apart if days else items
    act = replace(act_of(items, context), replaces=True) if becomes else act_of(items, context)
    if days_so_far(items, context):
        act = replace(act, so_far=True)
    act = replace(act, past=act.past or context.past)
    grouped = group(with_dates(items, context))
    said_today = act.skips or act.done or act.replaces
    groups = grouped.groups
    if not groups and said_today and not _names_another_time(items):
        groups = (
            Group(days=(_today(items, context),), content=tuple(item for line in grouped.loose for item in line)),
        )
    elif not _is_loose_filler(grouped.loose):
        yield from _loose(grouped.loose, context)
    for found in groups:
        yield from _of_group(found, _own_act(found, act, groups, context.today), context)


def _is_to_come(found: Group, groups: tuple[Group, ...], today: dt.date) -> bool:
    """Tell whether a day of this week follows those that are said to be done: "tue 3x1000 done, fri off, sun long"."""
    done = [any_means(one.content, "action", "done") for one in groups]
    behind = any(done[: groups.index(found)]) and not any(done[groups.index(found) :])
    return behind and bool(weekdays_of(found)) and all(day > today.weekday() for day in weekdays_of(found))


def _own_act(found: Group, act: Act, groups: tuple[Group, ...], today: dt.date) -> Act:
    """Return what is said of one day where only another one is skipped: "not doing friday, long run saturday"."""
    if act.past and _is_to_come(found, groups, today):
        return replace(act, done=False, past=False, replaces=False, so_far=False)
    skipped = [one for one in groups if any_means(one.content, "action", *GIVEN_UP)]
    if not act.skips or act.done or not 0 < len(skipped) < len(groups):
        return act
    return replace(act, skips=found in skipped, replaces=act.replaces and found not in skipped)


def _names_another_time(items: Items) -> bool:
    """Tell whether a text without a day speaks of another time all the same ("in 2019", "last week")."""
    weeks = any_value(items, WeekOf)
    return weeks or any(
        (item.number or 0) >= _FIRST_YEAR or item.means("span") in {"week", "month", "year"} for item in items
    )


def _is_loose_filler(loose: tuple[Items, ...]) -> bool:
    return not any(says_something(without_act(line)) for line in loose)


def _loose(loose: tuple[Items, ...], context: Context) -> Iterator[Unread]:
    for line in loose:
        doubts = [item.value.unread for item in line if isinstance(item.value, Doubtful)]
        yield from doubts
        if not doubts and says_something(line):
            said = own_words(context.text[line[0].start : line[-1].end])
            yield Unread(text=said, doubt=Doubt.DAY if _is_run(line) else Doubt.NOTHING)


def _is_run(line: Items) -> bool:
    return names_kind(line) or any_value(line, Distance, Duration)


def _today(items: Items, context: Context) -> Item:
    start = items[0].start if items else 0
    return Item(value=Dated(date=context.today, named=False), start=start, end=start)


def _as_run(items: Items) -> Items:
    """Leave out what was not run: after "instead of", what is off, and the skipped run when another is named."""
    items = _behind_off(items)
    kept: list[Item] = []
    dropping = False
    for item in items:
        if item.means("action") in {"skip", "missed", "instead_of"}:
            dropping = True
        elif item.is_mark(",.;\n") or item.is_word("and") or item.means("action") in {"done", "instead"}:
            dropping = False
        if not dropping:
            kept.append(item)
    return without_act(tuple(kept))


def _behind_off(items: Items) -> Items:
    """Leave out the clause of "intervals are off, I'll jog instead"."""
    off = next((index for index, item in enumerate(items) if item.means("kind") == RunKind.REST), None)
    place = next((index for index, item in enumerate(items) if item.means("action") == "instead"), None)
    if off is None or place is None or place < off:
        return items
    ends = (index for index in range(off, place) if items[index].is_mark(",.;\n") or items[index].is_word("and"))
    return items[next(ends, off) + 1 :]


def _of_group(found: Group, act: Act, context: Context) -> Iterator[DatedReading]:
    one = act.past or act.replaces or (act.skips and names_kind(found.content))
    days = tuple(
        day for item in found.days for day in (_each_day(item, context) if act.skips or _rests(found) else (item,))
    )
    dates = [
        (item, _checked(date_in(item, found.content, context, past=act.past, one=one), act, context)) for item in days
    ]
    read = read_runs(_as_run(found.content) if act.replaces else without_act(found.content), context)
    # Why a run is left out ("work drinks") needs no kind.
    yield from (one for one in read.unread if not (act.skips and not act.replaces and one.doubt is Doubt.KIND))
    for item, date in dates:
        if act.so_far and isinstance(date, dt.date):
            yield from (_told(date, run.run, context) for run in read.runs)
        elif isinstance(date, Unread):
            yield date
        elif act.skips and not (act.replaces and read.runs):
            yield _rest(date, found, item, act, context)
        elif not read.runs and (act.done or act.replaces) and not read.elsewhere:
            yield Unread(text=own_words(context.text), doubt=Doubt.KIND)
        else:
            yield from _runs(date, read.runs, act, _skipped(found.content, act))
    if not read.runs and not read.unread and not (act.skips or act.done or act.replaces):
        yield Unread(text=own_words(context.text), doubt=Doubt.KIND)


def _told(date: dt.date, run: RunSpec, context: Context) -> DatedRunReading:
    """Return a run of the days so far: what was run on them takes the place of what was planned."""
    done = date < context.today and run.kind is not RunKind.REST
    return DatedRunReading(date=date, run=run, replaces=True, done=done, planned=run.kind if done else None)


def _rests(found: Group) -> bool:
    return kind_of(found.content)[0] is RunKind.REST


def _each_day(item: Item, context: Context) -> Iterator[Item]:
    """Yield "thursday and friday" and "this weekend" as two days: a run that is skipped is skipped on both."""
    weekend = context.text[item.start : item.end].lower() in _COMING_WEEKEND
    if isinstance(item.value, Days) and (weekend or not item.value.habit):
        one = replace(item.value, habit=False, either=False)
        yield from (replace(item, value=replace(one, days=(day,))) for day in item.value.days)
    else:
        yield item


def _runs(date: dt.date, runs: tuple[ReadRun, ...], act: Act, skipped: RunKind | None) -> Iterator[DatedRunReading]:
    for one in runs:
        run = one.run
        rests = run.kind is RunKind.REST
        done = act.done and not rests
        planned = (skipped or (run.kind if act.planned else RunKind.OTHER)) if done and act.replaces else None
        replaces = rests or act.replaces
        yield DatedRunReading(date=date, run=run, replaces=replaces, done=done, planned=planned, part=one.part)


def _skipped(content: Items, act: Act) -> RunKind | None:
    """Return the kind of the run that was not run; None when only a day is named."""
    kept = {id(item) for item in _as_run(content)} if act.replaces else set()
    said = tuple(item for item in without_act(content) if id(item) not in kept and item.means("action") is None)
    kind, _ = kind_of(said)
    return None if kind in {RunKind.REST, RunKind.OTHER} else kind


def _rest(date: dt.date, found: Group, item: Item, act: Act, context: Context) -> DatedRunReading:
    places = [*found.content, item]
    said = context.text[min(place.start for place in places) : max(place.end for place in places)]
    rest = RunSpec(kind=RunKind.REST, text=own_words(said))
    return DatedRunReading(date=date, run=rest, replaces=True, planned=_skipped(found.content, act))


def _checked(date: dt.date | Unread, act: Act, context: Context) -> dt.date | Unread:
    """Return the date unless it is still to come and the text says that the run was done."""
    if isinstance(date, dt.date) and act.done and date > context.today:
        return Unread(text=own_words(context.text), doubt=Doubt.FUTURE)
    return date
