"""Runs that are left out: until when, on which day, and why."""

import datetime as dt
from itertools import pairwise, takewhile

from bot.language.asking import is_question
from bot.language.cuts_of_message import at_commas
from bot.language.dated import read_dated_run
from bot.language.frames import Items, is_day, is_filler
from bot.language.held import any_item, any_means
from bot.language.items import Item, WeekOf
from bot.language.meaning import DatedRunReading, LeftOutRunReading, Meaning
from bot.language.message import Message, acts_in, is_run_act, joined, needs, says_run, strangers
from bot.language.run_days import date_in
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_LONGEST_PAUSE = 7
_NO = frozenset(
    {"no", "not", "not doing", "won't", "wont", "won't do", "can't do", "cant do", "can't make", "cant make"}
)
_NO_KINDS = frozenset({RunKind.REST, RunKind.RACE, RunKind.OTHER})
_BARE = frozenset({"no", "not"})
_LEAVING = frozenset(
    {"missing", "miss", "dropping", "drop", "skipping", "skip", "ditching", "binning", "cancelled", "canceled"}
)
_OVER = frozenset({"cancelled", "canceled", "called off", "scrapped", "off", "not on", "not happening"})
_BESIDE = frozenset(
    {"the", "my", "a", "do", "doing", "going", "run", "running", "session", "i", "i'm", "im", "we", "actually"}
) | {
    *(
        "so",
        "is",
        "are",
        "so no",
        "sorry",
        "ok",
        "then",
        "going to",
        "gonna",
        "will",
        "be",
        "to",
        "for",
        "me",
        "get",
        "make",
        "coach",
        "my coach",
    ),
}


def rests_until(message: Message) -> tuple[Meaning, ...]:
    """Read the days off of "can't run till friday": those before it, from today on."""
    items, today = message.items, message.now.date()
    places = [index for index, item in enumerate(items) if is_day(item)]
    skips = any_means(items[: places[0]], "action", "skip") if len(places) == 1 else False
    if not skips or not items[places[0] - 1].is_word("until"):
        return ()
    end = date_in(items[places[0]], items, message.context, one=True)
    days = (end - today).days if isinstance(end, dt.date) else 0
    run = RunSpec(kind=RunKind.REST, text=own_words(message.text))
    dates = (today + dt.timedelta(days=day) for day in range(days if days <= _LONGEST_PAUSE else 0))
    return tuple(DatedRunReading(date=date, run=run, replaces=True) for date in dates)


@needs("kind")
def read_run_of_some_day(message: Message) -> tuple[Meaning, ...]:
    """Read "no track this week" and "skip my long run this week": the kind says which run, and no day is named."""
    clause = tuple(takewhile(lambda item: not item.is_mark(",.;!\n"), message.items))
    places = [index for index, item in enumerate(clause) if item.means("kind") and item.text not in _OVER]
    weeks = [item.value.week for item in clause if isinstance(item.value, WeekOf)]
    kind = clause[places[0]].means("kind") if len(places) == 1 else None
    if kind is None or kind in _NO_KINDS or len(weeks) > 1 or any(item.names_day for item in message.items):
        return ()
    before, behind = clause[: places[0]], clause[places[0] + 1 :]
    if not _leaves(before, behind, dated=bool(weeks)) or is_question(message.items):
        return ()
    return (LeftOutRunReading(kind=RunKind(kind), week=weeks[0] if weeks else None),)


def _leaves(before: Items, behind: Items, *, dated: bool) -> bool:
    """Tell whether words before or behind a kind leave its run out; "no hills" alone may be an answer to anything."""
    said, over = ({item.text for item in items} for items in (before, behind))
    leaves = bool(over & _OVER) or (bool(said & (_NO | _LEAVING)) and (dated or said.isdisjoint(_BARE)))
    return leaves and all(map(_is_frame, (*before, *behind)))


def _is_frame(item: Item) -> bool:
    return item.text in _NO | _LEAVING | _OVER | _BESIDE or isinstance(item.value, WeekOf) or is_filler(item)


def read_without_reason(message: Message) -> tuple[Meaning, ...]:
    """Read runs on their days without a day that only says why: "skipping sunday's long run, wedding sat night"."""
    parts = tuple(at_commas(message.items)) if acts_in(message.items) else ()
    kept = [
        part for part in parts if says_run(part) or acts_in(part) or not (any_item(part, is_day) and strangers(part))
    ]
    message = joined(message, kept) if kept and len(kept) < len(parts) else message
    return read_dated_run(
        message.text, now=message.now, vocabulary=message.vocabulary, distance_unit=message.context.unit
    )


def leaves_run_out(items: Items) -> bool:
    """Tell whether "not running tomorrow" is said; whatever the reason is, it does not change that."""
    acts = (one.means("action") == "skip" and is_run_act(one) and is_day(two) for one, two in pairwise(items))
    return any(acts)
