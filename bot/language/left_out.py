"""Runs that are left out: until when, on which day, and why."""

import datetime as dt
from itertools import pairwise

from bot.language.cuts_of_message import at_commas
from bot.language.dated import read_dated_run
from bot.language.frames import Items, is_day
from bot.language.meaning import DatedRunReading, Meaning
from bot.language.message import Message, acts_in, is_run_act, joined, says_run, strangers
from bot.language.run_days import date_in
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_LONGEST_PAUSE = 7


def rests_until(message: Message) -> tuple[Meaning, ...]:
    """Read the days off of "can't run till friday": those before it, from today on."""
    items, today = message.items, message.now.date()
    places = [index for index, item in enumerate(items) if is_day(item)]
    skips = any(item.means("action") == "skip" for item in items[: places[0]]) if len(places) == 1 else False
    if not skips or not items[places[0] - 1].is_word("until"):
        return ()
    end = date_in(items[places[0]], items, message.context, one=True)
    days = (end - today).days if isinstance(end, dt.date) else 0
    run = RunSpec(kind=RunKind.REST, text=own_words(message.text))
    dates = (today + dt.timedelta(days=day) for day in range(days if days <= _LONGEST_PAUSE else 0))
    return tuple(DatedRunReading(date=date, run=run, replaces=True) for date in dates)


def read_without_reason(message: Message) -> tuple[Meaning, ...]:
    """Read runs on their days without a day that only says why: "skipping sunday's long run, wedding sat night"."""
    parts = tuple(at_commas(message.items)) if acts_in(message.items) else ()
    kept = [
        part for part in parts if says_run(part) or acts_in(part) or not (any(map(is_day, part)) and strangers(part))
    ]
    message = joined(message, kept) if kept and len(kept) < len(parts) else message
    return read_dated_run(
        message.text, now=message.now, vocabulary=message.vocabulary, distance_unit=message.context.unit
    )


def leaves_run_out(items: Items) -> bool:
    """Tell whether "not running tomorrow" is said; whatever the reason is, it does not change that."""
    acts = (one.means("action") == "skip" and is_run_act(one) and is_day(two) for one, two in pairwise(items))
    return any(acts)
