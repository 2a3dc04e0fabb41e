"""What changes every week: "from now on my long run is saturday", "dropping the friday run for good"."""

from dataclasses import replace
from itertools import pairwise

from bot.language.asking import is_question
from bot.language.cuts_of_message import at_joints
from bot.language.day_marks import with_days
from bot.language.frames import GIVEN_UP, Items, is_day
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import (
    Clock,
    Days,
    Item,
    PartOfDay,
    WeekOf,
)
from bot.language.meaning import Doubt, Meaning, Part, WeekReading
from bot.language.message import (
    Message,
    is_softened,
    says_run,
)
from bot.language.scan import scan
from bot.language.turns import IS_NOW, is_so_now
from bot.language.week import week_of
from bot.training.runs import RunKind


def read_change_for_good(message: Message) -> tuple[Meaning, ...]:
    """Read what changes every week: "from now on my long run is saturday", "dropping the friday run for good"."""
    items: Items = message.items
    if (
        len(items) > _LONGEST
        or is_question(items)
        or not says_run(items)
        or not _is_change_for_good(items)
        or not _is_plain_change(items)
    ):
        return ()
    if any_means(items, "action", *GIVEN_UP) or any_text(items, _NO_MORE):
        return _dropped(message)
    so = next((index for index, item in enumerate(items) if item.text == "so"), len(items))
    if any_value(items[so:], Days):
        items = items[so + 1 :]
    found = _week_said(message, _in_own_words(message, items)) or _so_now(message)
    return found if all(entry.run.kind for one in found for entry in one.entries) else ()


def _so_now(message: Message) -> tuple[WeekReading, ...]:
    """Read the one clause that says what a day is now: "I don't do mondays any more, monday is a day off now"."""
    parts = (part for part in at_joints(message.items) if is_so_now(part))
    return next((found for part in parts if (found := _week_said(message, _in_own_words(message, part)))), ())


_SINCE = frozenset({"from", "starting", "beginning", "starting from", "as from"})
_OFF = frozenset({"no", "not", "off", "away", "without", "for"})
_NO_MORE = frozenset({"no more", "no longer"})
_OLD = frozenset({"not", "instead of", "rather than", "in place of"})
REACH = 2


def _is_change_for_good(items: Items) -> bool:
    """Tell whether a change is said to last, or to lead to a day of every week."""
    if not any_value(items, Days):
        return False
    if any_means(items, "action", "for_good"):
        return True
    if is_so_now(items) or _is_since_a_week(items):
        return True
    moves = any_means(items, "action", "move")
    weekly = [index for index, item in enumerate(items) if isinstance(item.value, Days) and item.value.habit]
    old = [index for index in weekly if any_text(items[max(0, index - REACH) : index], _OLD)]
    if 0 < len(old) < len(weekly):
        return True
    if moves and any_means(items, "word", "weekly"):
        return True
    return moves and any(_leads_to(item) for index in weekly for item in items[max(0, index - 1) : index])


def _leads_to(item: Item) -> bool:
    return item.is_word("to") or (item.means("action") == "move" and item.text.endswith(" to"))


def begins_in_a_week(items: Items) -> bool:
    """Tell whether something begins with some week: "starting next week"."""
    return any(one.text in _SINCE and isinstance(two.value, WeekOf) for one, two in pairwise(items))


def _is_since_a_week(items: Items) -> bool:
    """Tell whether a run stands on one day since some week: "starting next week my long run is on saturday"."""
    since = begins_in_a_week(items[:REACH]) or begins_in_a_week(items[-REACH:])
    days = [item for item in items if isinstance(item.value, Days)]
    rests = any(item.means("kind") == RunKind.REST or item.text in _OFF for item in items)
    return since and 0 < len(days) <= REACH and any_means(items, "kind") and not rests


def _is_plain_change(items: Items) -> bool:
    doubted = any(item.means("unsure") and not is_softened(items, index) for index, item in enumerate(items))
    denied = any(
        item.is_word("no")
        and item.text not in _NO_MORE
        and not item.means("kind")
        and not any(
            isinstance(one.value, Days | Clock) or one.means("kind") for one in items[index + 1 : index + 1 + REACH]
        )
        for index, item in enumerate(items)
    )
    return not doubted and not denied and not any(item.means("lift") or item.means("exercise") for item in items[:_FEW])


_FEW = 4
# Nobody tells of one change at more length.
_LONGEST = 60


def _dropped(message: Message) -> tuple[WeekReading, ...]:
    """Read the days, up to a comma, on which no run is run any more, and what is run on others instead."""
    parts = [part for part in at_joints(message.items) if any_item(part, is_day)]
    opening, others = (parts or [()])[0], parts[1:]
    days = [message.text[item.start : item.end] for item in opening if isinstance(item.value, Days)]
    new = (_in_own_words(message, part) for part in others if any_means(part, "kind"))
    return _week_said(message, ", ".join((*(f"{day} rest" for day in days), *new)))


def _in_own_words(message: Message, items: Items) -> str:
    """Return what is said of a change without the words that only say that it is one."""
    kept = [item for index, item in enumerate(items) if not _is_frame(items, index) and not _is_old(items, index)]
    return " ".join(message.text[item.start : item.end] for item in kept)


def _week_said(message: Message, text: str) -> tuple[WeekReading, ...]:
    context = replace(message.context, text=text)
    found = week_of(with_days(scan(context, message.vocabulary)), context)
    # "At 7" may be either half of the day, which is asked back with the week.
    asked = all(one.doubt is Doubt.AM_OR_PM for one in found.unread)
    return (found,) if found.entries and asked else ()


def _is_frame(items: Items, index: int) -> bool:
    """Tell whether an item only says that something changes, and since when; "now" stands there as a day too."""
    item = items[index]
    now = any(
        one.start == item.start and isinstance(one.value, PartOfDay) and one.value.part is Part.NOW for one in items
    )
    acts = item.means("action") in {"move", "for_good"} or item.text in _OLD
    return now or acts or isinstance(item.value, WeekOf) or item.text in {*_SINCE, "to"}


def _is_old(items: Items, index: int) -> bool:
    """Tell whether a day or a kind is the one that was: behind "not" or "from", or before "moved to" another."""
    if items[index].means("kind") or isinstance(items[index].value, Clock):
        return any_text(items[max(0, index - 1) : index], _OLD)
    if not isinstance(items[index].value, Days):
        return False
    before = items[max(0, index - REACH) : index]
    if any_text(before, _OLD) or any_text(before, ("from",)):
        return True
    behind = items[index + 1 :]
    joint = next((at for at, item in enumerate(behind) if item.means("action") == "move" or item.text in IS_NOW), None)
    return joint is not None and any_value(behind[joint : joint + _FEW], Days)
