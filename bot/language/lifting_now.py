"""Wishes to lift or to log now: "start my workout", "log my lift", "warm me up", "did my deadlifts as prescribed"."""

import datetime as dt
from itertools import pairwise

from bot.language.frames import Items, is_now
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Dated, Item, PartOfDay
from bot.language.meaning import LiftWish, LiftWishReading, Meaning, SetRepsReading
from bot.language.message import Message, needs
from bot.language.numbers import numbers_in
from bot.training.runs import RunKind

# Nobody says more words to begin: "hey, can you let me log today's deadlift session now please".
_LONGEST = 12
_MARKS = ".,!?:;-\n"
_PLACES = frozenset({"at", "in", "to"})
_THERE = frozenset({"i", "i'm", "im", "am", "just", "got", "arrived", "here", "back", "the", "my", "gym"}) | _PLACES
# What begins later, or is only thought of.
_LATER = frozenset({"will", "i'll", "ill", "would", "should", "could", "thinking", "planning", "hoping", "again", "if"})
_WANTS = frozenset({"want", "wanna", "want to", "need", "need to"})
_ASKING = frozenset({"may", "when", "open", "what"})
_SETS = frozenset({"sets", "reps"})
_GOT = frozenset({"got", "managed", "only managed"})
_WITH_GOT = frozenset({"i", "just", "only", "reps", "rep", "that", "one", "time"})
_MOST_REPS = 30


@needs("gym", "lift", "lift_word")
def read_lift_wish(message: Message) -> tuple[Meaning, ...]:
    """Read a wish about the lift of now; every word must have its place in it, so that nothing else is taken for one.

    "Can I start lifting" asks whether one may; "how do I log a lift" is answered by what logs it.
    """
    items = tuple(item for item in message.items if not item.is_mark(_MARKS))
    if not items or len(items) > _LONGEST or not all(_has_place(item, message.now.date()) for item in items):
        return ()
    wish = _wish(items, asks=any_item(message.items, _asks))
    return () if wish is None else (LiftWishReading(wish=wish),)


@needs("action", "filler")
def read_set_reps(message: Message) -> tuple[Meaning, ...]:
    """Read how many repetitions a set had that was just done: "I got 3", "only got 3 reps"."""
    if not any_text(message.items, _GOT):
        return ()
    items = tuple(item for item in message.items if not item.is_mark(_MARKS))
    counted = [number.value for number in numbers_in(items)]
    plain = all(item.number is not None or item.text in _GOT | _WITH_GOT for item in items)
    if not plain or len(counted) != 1 or not 0 < counted[0] <= _MOST_REPS or counted[0] % 1:
        return ()
    return (SetRepsReading(reps=int(counted[0])),)


def _wish(items: Items, *, asks: bool) -> LiftWish | None:
    """Return what is wished; a question only asks how to log, or for a warm-up."""
    said = {item.means("gym") for item in items}
    if "log" in said and (_names_lift(items) or not any_item(items, _names_run)):
        return LiftWish.LOG
    if "warm_up" in said and (not asks or any_text(items, ("warm me up",))):
        return None if _is_done(items) or any_item(items, _names_run) else LiftWish.WARM_UP
    if asks:
        return None
    if any(one.is_word("next") and two.means("lift_word") == "sets" for one, two in pairwise(items)):
        return LiftWish.NEXT_SET
    if _is_done(items):
        return LiftWish.AS_PLANNED if _is_as_planned(items) else None
    begins = "begin" in said or any(one.text == "time" and two.is_word("to") for one, two in pairwise(items))
    return LiftWish.LOG if _is_there(items) or (begins and _begins(items)) else None


def _begins(items: Items) -> bool:
    """Tell whether a lift begins now: "I want to start lifting" is a plan, "I want to start my workout" is not."""
    later = any_text(items, _LATER)
    wants = any_text(items, _WANTS)
    own = any_means(items, "action", "mine") or any_value(items, Dated)
    return _names_lift(items) and not later and (own or not wants)


def _asks(item: Item) -> bool:
    return item.means("ask") in _ASKING or item.is_mark("?")


def _has_place(item: Item, today: dt.date) -> bool:
    """Tell whether a word belongs to such a wish, or says nothing more."""
    if isinstance(item.value, Dated):
        return not item.value.named and item.value.date <= today
    if isinstance(item.value, PartOfDay):
        return is_now(item)
    if item.is_word("no"):
        return False
    if item.number is not None and item.text not in {"a", "an", "one"}:
        return False
    groups = ("gym", "talk", "filler", "exercise", "lift_word", "ask")
    return any(item.means(one) for one in groups) or item.means("lift") == "now" or _is_frame(item)


def _is_frame(item: Item) -> bool:
    act = item.means("action") in {"mine", "done"}
    return act or item.text in _WANTS or item.is_word("every", "next", "at", "in", "to") or _is_plan(item)


def _is_plan(item: Item) -> bool:
    return item.means("gym") == "planned" or item.text == "as planned"


def _names_lift(items: Items) -> bool:
    """Tell whether what begins is lifting: "session" and "workout" are, where no kind of run stands with them."""
    lifts = any_means(items, "lift", "now") or any_means(items, "exercise") or any_item(items, _is_sets)
    return not any_item(items, _names_run) and (lifts or any_means(items, "gym", "session"))


def _is_sets(item: Item) -> bool:
    return item.means("lift_word") in _SETS


def _names_run(item: Item) -> bool:
    """Tell whether a word names a run and can be nothing else: "run", "tempo"; not "session" or "workout"."""
    kind = item.means("kind") not in {None, RunKind.REST} and item.means("gym") != "session"
    return (kind and not item.means("lift_word")) or item.text in {"run", "runs", "running"}


def _is_there(items: Items) -> bool:
    """Tell whether the runner is at the gym, and nothing else: "I'm at the gym", "just got to the gym"."""
    gym = next((index for index, item in enumerate(items) if item.text == "gym"), 0)
    led = any_text(items[max(0, gym - 2) : gym], _PLACES)
    return led and all(
        item.text in _THERE or item.means("talk") or is_now(item) or isinstance(item.value, Dated) for item in items
    )


def _is_done(items: Items) -> bool:
    return any_means(items, "action", "done")


def _is_as_planned(items: Items) -> bool:
    """Tell whether a lift was done as it was meant: "as prescribed", "all sets"; a session may have been a run."""
    lifts = any_means(items, "lift", "now") or any_means(items, "exercise") or any_item(items, _is_sets)
    every = any(one.is_word("every") and any(map(_is_sets, items[at + 1 : at + 4])) for at, one in enumerate(items))
    return lifts and (any_item(items, _is_plan) or every)
