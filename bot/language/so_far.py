"""Runs of days that were: a week told up to today, and the run that legs are sore from."""

import datetime as dt
from itertools import dropwhile, pairwise, takewhile

from bot.language.frames import Items
from bot.language.held import any_item, any_means, any_text
from bot.language.items import Context, Dated, Days, Distance, Item, Repeats
from bot.language.meaning import DatedRunReading
from bot.language.moves import without_now
from bot.language.run_days import date_in, is_possessive
from bot.language.runs import read_runs

_FEWEST_TOLD = 2
_FROM = frozenset({"from", "on", "during", "since"})
_PLANNED = frozenset({"meant", "supposed", "due", "off", "on", "postponed", "called", "going to"})
_OWNED = frozenset({"my", "the", "that", "those", "all", "a", "an", "our"})
_WENT_REACH = 5
_WENT = frozenset(
    {"was", "were", "felt", "went", "killed", "nearly", "almost", "took", "destroyed", "broke", "wrecked"}
) | {
    *("finished", "hurt", "kicked", "left", "battered", "ruined", "got", "did"),
}


def days_so_far(items: Items, context: Context) -> bool:
    """Tell whether single days are told up to today or yesterday: "monday 10k, tue nothing, this morning hills"."""
    days = [item for item in without_now(items) if item.names_day]
    last = days[-1].value if len(days) >= _FEWEST_TOLD else None
    if not isinstance(last, Dated) or last.named or last.date > context.today:
        return False
    if any_means(items, "word", "weekly", "every", "other_days", "pattern"):
        return False
    if last.date == context.today and len(days) == _FEWEST_TOLD:
        # "Long run sunday, today rest" may tell of the sunday to come.
        return False
    dates = [date_in(item, items, context, past=True) for item in days]
    known = [date for date in dates if isinstance(date, dt.date)]
    return len(known) == len(days) and all(one < two for one, two in pairwise(known))


def read_run_behind(items: Items, context: Context, *, led: bool) -> DatedRunReading | None:
    """Read the run that something is told of or, if `led`, blamed on: "sunday's 30k was a slog", "toast after it"."""
    if led and (run := _blamed(items, context)):
        return run
    for index, day in enumerate(items[:-1]):
        if not is_possessive(day, context):
            continue
        behind = tuple(takewhile(lambda one: one.means("kind") or isinstance(one.value, Distance), items[index + 1 :]))
        blamed = led and any(item.is_word("after") or item.text in _FROM for item in items[max(0, index - 1) : index])
        told = items[index + 1 + len(behind) :][:_WENT_REACH]
        went = any_text(told, _WENT) and not any_item(told, _is_left_out)
        if not (blamed or went):
            continue
        if found := _run_on(day, behind, items, context):
            return found
    return None


def _blamed(items: Items, context: Context) -> DatedRunReading | None:
    """Read the run that something is blamed on, before its day: "stiff from hills yesterday"."""
    for index, item in enumerate(items):
        if not (item.is_word("after") or item.text in {"from", "since"}):
            continue
        rest = tuple(dropwhile(lambda one: one.text in _OWNED, items[index + 1 :]))
        behind = tuple(takewhile(lambda one: one.means("kind") or isinstance(one.value, Distance | Repeats), rest))
        day = next(iter(dropwhile(lambda one: one.is_word("on", "last"), rest[len(behind) :])), None)
        if behind and day is not None and isinstance(day.value, Dated | Days):
            return _run_on(day, behind, items, context)
    return None


def _run_on(day: Item, words: Items, items: Items, context: Context) -> DatedRunReading | None:
    """Return the run that was run on a day that has been."""
    date, read = date_in(day, items, context, past=True, one=True), read_runs(words, context)
    if not isinstance(date, dt.date) or date > context.today or len(read.runs) != 1 or read.unread:
        return None
    run = read.runs[0].run
    return DatedRunReading(date=date, run=run, replaces=True, done=True, planned=run.kind)


def _is_left_out(item: Item) -> bool:
    """Tell whether a run was only planned: "was cancelled", "was meant to be easy"."""
    return item.text in _PLANNED or item.means("action") in {"skip", "missed", "move"}
