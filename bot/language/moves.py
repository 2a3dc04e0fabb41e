"""Runs that go to another day or time: "long run moved to saturday 8am", "thursday's tempo is at 19:00 now"."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from bot.language.frames import Items, is_now, names_kind
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Clock, Context, Dated, Days, Distance, Doubtful, Duration, Item, PartOfDay
from bot.language.kinds import kind_of
from bot.language.meaning import Doubt, MovedRunReading, NewTimeReading, Part, Unread
from bot.language.run_days import date_in, is_possessive, without_act
from bot.language.run_words import is_stranger
from bot.language.runs import read_runs, read_time
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

MoveReading = MovedRunReading | Unread

_MOVED_DAYS = 2
_ONE_WEEK = dt.timedelta(days=7)
_BECOMES = frozenset({"is", "will", "be", "going to", "gonna", "becomes", "is now"})
_ACTS = frozenset({"skip", "missed", "done", "instead", "instead_of", "swap"})


def read_move(items: Items, context: Context) -> tuple[MoveReading, ...]:
    """Read a move: the last day named is where the run goes, an earlier one where it was.

    A day that only names the run ("moved thursday's tempo to 7pm") stays, and the run gets its new time.
    """
    doubts = tuple(item.value.unread for item in items if isinstance(item.value, Doubtful))
    if doubts:
        return doubts
    days = [(index, item) for index, item in enumerate(items) if isinstance(item.value, Dated | Days)]
    old = [found for found in days if _is_old(items, found[0])]
    targets = [found for found in days if _is_target(items, found[0]) or (old and found not in old)]
    if not days or len(days) > _MOVED_DAYS:
        return (Unread(text=own_words(context.text), doubt=Doubt.DAY),)
    stays = len(days) == 1 and not targets and _names_run(items, days[0][0], context) and _has_clock(items)
    target = targets[-1] if targets else days[-1]
    if not (targets or stays) and len(days) == 1 and not _is_after_move(items, days[0][0]):
        return (Unread(text=own_words(context.text), doubt=Doubt.DAY),)
    source = target[1] if stays else next((item for index, item in days if index != target[0]), None)
    return _between(items, context, target[1], source)


def tells_new_time(items: Items, context: Context) -> bool:
    """Tell whether a text says when a planned run is now, and nothing else: "run is at 7 now"."""
    lasts = any_means(items, "action", "for_good")
    items = _up_to_old_time(items)
    if not names_kind(items) or any_means(items, "action", *_ACTS):
        return False
    if not _has_clock(items):
        return tells_new_length(items)
    owned = any(is_possessive(item, context) and _names_run(items, index, context) for index, item in enumerate(items))
    states = any_text(items, ("is",))
    states = states or (lasts and any(item.text in _BECOMES or item.text == "are" for item in items))
    return any_item(items, is_now) or ((owned or lasts) and states)


def tells_new_length(items: Items) -> bool:
    """Tell whether a day's run is said to be so long now: "long run this sunday is 26k"."""
    days = [index for index, item in enumerate(items) if isinstance(item.value, Dated | Days)]
    measures = [index for index, item in enumerate(items) if isinstance(item.value, Distance | Duration)]
    joints = [index for index, item in enumerate(items) if item.text in _BECOMES]
    if len(days) != 1 or len(measures) != 1 or not joints:
        return False
    run = any_means(items[: joints[0]], "kind")
    return run and days[0] < joints[0] and joints[-1] == measures[0] - 1


def tells_old_length(items: Items) -> bool:
    """Tell whether a run that was run is said to have been so long: "monday's run was 9k", "it was 8k this morning"."""
    measures = [index for index, item in enumerate(items) if isinstance(item.value, Distance | Duration)]
    joints = [index for index, item in enumerate(items) if item.text == "was"]
    if len(measures) != 1 or len(joints) != 1 or joints[0] != measures[0] - 1:
        return False
    subject = items[: joints[0]]
    if any(item.text.startswith(("longest", "furthest", "biggest")) or item.text == "so far" for item in subject):
        return False
    return names_kind(subject) or any_text(subject[-1:], ("it", "that"))


def weekly_time(items: Items, context: Context) -> NewTimeReading | None:
    """Return the new time of a weekly run: "running club is 6:30 now", with no day; None when that is not told."""
    told = without_now(_up_to_old_time(items))
    timed = _has_clock(told) and tells_new_time(items, context)
    if not timed or any_value(told, Dated, Days):
        return None
    clock = next(item.value for item in told if isinstance(item.value, Clock))
    kind, doubt = kind_of(without_act(told))
    if (
        kind in {None, RunKind.REST, RunKind.RACE}
        or doubt is not None
        or sum(isinstance(item.value, Clock) for item in told) > 1
    ):
        return None
    text = own_words(context.text)
    return NewTimeReading(kind=kind or RunKind.OTHER, time=clock.time, sure=clock.sure and clock.padded, text=text)


def _up_to_old_time(items: Items) -> Items:
    """Leave out "instead of 7" behind a new time."""
    last = next((index for index, item in enumerate(items) if item.means("action") == "instead_of"), len(items))
    return items[:last] if all(not names_kind((item,)) for item in items[last:]) else items


def read_new_time(items: Items, context: Context) -> tuple[MoveReading, ...]:
    """Read a run's new time on its own day; Unread (PATTERN) when no day, or several, are named."""
    items = without_now(items)
    days = [item for item in items if isinstance(item.value, Dated | Days)]
    if len(days) != 1:
        return (Unread(text=own_words(context.text), doubt=Doubt.PATTERN),)
    return _between(items, context, days[0], days[0])


def without_now(items: Items) -> Items:
    """Leave out "now", which reads as today too."""
    if not any_value(items, PartOfDay):
        return items
    now = {item.start for item in items if is_now(item)}
    return tuple(item for item in items if item.start not in now)


def _has_clock(items: Items) -> bool:
    return any_value(items, Clock)


def _names_run(items: Items, index: int, context: Context) -> bool:
    """Tell whether a day stands beside its run: "thursday's tempo", "thursday tempo", "intervals tomorrow moved"."""
    behind = items[index + 1 : index + 2]
    stands = names_kind(items[max(0, index - 1) : index]) and any_means(behind, "action", "move")
    return stands or is_possessive(items[index], context) or names_kind(behind)


def _is_target(items: Items, index: int) -> bool:
    """Tell whether "to" or "until" leads to this day."""
    before = items[index - 1] if index else None
    return before is not None and before.is_word("to", "until")


def _is_old(items: Items, index: int) -> bool:
    """Tell whether a day is the one that was: "friday instead of sunday"."""
    return any_means(items[max(0, index - 1) : index], "action", "instead_of")


def tells_other_day(items: Items) -> bool:
    """Tell whether a run goes to another day: "long run friday instead of sunday", "swapping thursday's to friday"."""
    days = [index for index, item in enumerate(items) if isinstance(item.value, Dated | Days)]
    if len(days) != _MOVED_DAYS or any(isinstance(item.value, Days) and item.value.habit for item in items):
        return False
    swaps = any_means(items[: days[0]], "action", "swap")
    return _is_old(items, days[1]) or (swaps and _is_target(items, days[1]))


def _is_after_move(items: Items, index: int) -> bool:
    return any_means(items[:index], "action", "move")


def _between(items: Items, context: Context, target: Item, source: Item | None) -> tuple[MoveReading, ...]:
    to_date = date_in(target, items, context, one=True)
    from_date = None if source is None else date_in(source, items, context, one=True)
    if isinstance(to_date, Unread) or isinstance(from_date, Unread):
        return tuple(dict.fromkeys(date for date in (to_date, from_date) if isinstance(date, Unread)))
    if any_means(items, "action", "done") and to_date > context.today and isinstance(target.value, Days):
        # "Did my long run on saturday instead of sunday" tells of the days that were.
        to_date, from_date = to_date - _ONE_WEEK, None if from_date is None else from_date - _ONE_WEEK
    return _moved(items, context, to_date, from_date)


def _moved(items: Items, context: Context, to_date: dt.date, from_date: dt.date | None) -> tuple[MoveReading, ...]:
    content = tuple(item for item in items if not isinstance(item.value, Dated | Days))
    kind, doubt = kind_of(without_act(content))
    measured = read_runs(without_act(content), context, timed=True).runs
    if kind is None and measured and measured[0].run.kind is RunKind.LONG:
        # "The 18 miler slides to monday" has its length alone.
        kind = RunKind.LONG
    if kind is None and _has_name(content, context):
        kind = RunKind.RACE
    if kind is RunKind.REST or doubt is not None or kind is None:
        return (Unread(text=own_words(context.text), doubt=Doubt.KIND),)
    time, part, time_doubt = time_moved_to(items, context)
    if time_doubt is not None:
        return (time_doubt,)
    spec = measured[0].run if measured else RunSpec(kind=kind)
    run = replace(spec, kind=kind, time=time, text=own_words(context.text))
    return (MovedRunReading(date=to_date, run=run, from_date=from_date, part=part),)


def _has_name(content: Items, context: Context) -> bool:
    """Tell whether a length has a race's name before it: "the Bristol 10k has been moved"."""
    named = (one for one, two in pairwise(content) if isinstance(two.value, Distance) and is_stranger(one))
    return any(context.text[one.start].isupper() for one in named)


def time_moved_to(items: Items, context: Context) -> tuple[dt.time | None, Part | None, Unread | None]:
    """Return the time and the part of the day that a run goes to, and a doubt about the time."""
    content = tuple(_with_new_time(item) for item in items if not isinstance(item.value, Dated | Days))
    return read_time(content, context)


def _with_new_time(item: Item) -> Item:
    """Take "from 6pm to 7pm" for 7pm."""
    if not isinstance(item.value, Clock) or item.value.until is None:
        return item
    return replace(item, value=replace(item.value, time=item.value.until, until=None))
