"""One lift that goes elsewhere or is left out: "move my friday lift to saturday 10:00", "i'm not lifting on friday"."""

import datetime as dt

from bot.language.asking import is_question
from bot.language.frames import Items
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Clock, Dated, Days, Item, PartOfDay
from bot.language.meaning import Doubt, Meaning, MovedLiftReading, Part, SkippedLiftReading, Unread
from bot.language.message import Message
from bot.language.run_days import date_in
from bot.language.text import own_words

# "Please move my deadlifts of this friday to saturday morning at 10:00": no order about one lift is longer.
_LONGEST = 14
_CHANGES = frozenset({"change", "put", "make", "switch"})
_SESSION = frozenset({"session", "workout", "day", "one"})
_ENDS = ".!"


def read_lift_change(message: Message) -> tuple[Meaning, ...]:
    """Read an order about one lift; nothing of a question, a supposition, or what says anything else beside it.

    Every word must have its place in the order, so that no sentence about a run, a race or a reason is taken for one.
    """
    items = tuple(item for item in message.items if not item.is_mark(_ENDS))
    lifts = [item for item in items if item.means("lift") == "now"]
    if not items or len(items) > _LONGEST or len(lifts) != 1 or is_question(message.items):
        return ()
    if any(not _has_place(item) for item in items):
        return ()
    if _is_negated(items):
        return _skipped(items, message) if _days(items) else ()
    acts = {item.means("action") for item in items} - {None, "mine", "fix"}
    if acts == {"skip"}:
        return _skipped(items, message)
    changes = acts == {"move"} or (not acts and items[0].text in _CHANGES)
    return _moved(items, message) if changes else ()


def _has_place(item: Item) -> bool:
    """Tell whether an item is the lift, a day, a time, what is done, or a word that says nothing more."""
    if isinstance(item.value, Dated | Days):
        return not (
            isinstance(item.value, Days) and (item.value.habit or item.value.either or len(item.value.days) > 1)
        )
    if isinstance(item.value, Clock | PartOfDay):
        return True
    if item.means("lift") == "now" or item.means("action") in {"move", "skip", "mine"} or item.text in _CHANGES:
        return True
    return item.text in _SESSION or item.is_word("to", "on", "at", "no") or _says_nothing(item)


def _says_nothing(item: Item) -> bool:
    more = item.means("kind") not in {None, "other"} or any(item.means(one) for one in ("ask", "unsure", "lift_word"))
    return item.means("filler") is not None and not more and item.number is None


def _is_negated(items: Items) -> bool:
    """Tell whether "i'm not lifting" or "won't deadlift" is said, and nothing is moved."""
    lift = next(index for index, item in enumerate(items) if item.means("lift") == "now")
    before = items[:lift]
    acts = any_means(items, "action", "move", "skip") or any_text(items, _CHANGES)
    return not acts and any_means(before, "word", "no")


def _skipped(items: Items, message: Message) -> tuple[Meaning, ...]:
    days = _days(items)
    if len(days) > 1 or any_value(items, Clock):
        return ()
    day = _date(items[days[0]], items, message) if days else None
    return (day if isinstance(day, Unread) else SkippedLiftReading(date=day),)


def _moved(items: Items, message: Message) -> tuple[Meaning, ...]:
    """Read where the lift goes: what stands behind "to"; a day before it names the lift."""
    to = next((index for index, item in enumerate(items) if item.is_word("to")), None)
    if to is None:
        return ()
    sources, targets = _days(items[:to]), _days(items[to:])
    clocks = [item.value for item in items[to:] if isinstance(item.value, Clock)]
    if len(sources) > 1 or len(targets) > 1 or len(clocks) > 1 or not (targets or clocks):
        return ()
    source = _date(items[sources[0]], items, message) if sources else None
    target = _date(items[to:][targets[0]], items, message) if targets else None
    doubts = [one for one in (source, target, *(_doubt(clock, message) for clock in clocks)) if isinstance(one, Unread)]
    if doubts:
        return tuple(doubts[:1])
    time = clocks[0].time if clocks else None
    part = None if clocks else _part(items[to:])
    return (MovedLiftReading(from_date=_day(source), to_date=_day(target), time=time, part=part),)


def _days(items: Items) -> list[int]:
    return [index for index, item in enumerate(items) if isinstance(item.value, Dated | Days)]


def _date(item: Item, items: Items, message: Message) -> dt.date | Unread:
    return date_in(item, items, message.context, one=True)


def _day(day: dt.date | Unread | None) -> dt.date | None:
    return None if isinstance(day, Unread) else day


def _part(items: Items) -> Part | None:
    parts = [item.value.part for item in items if isinstance(item.value, PartOfDay) and item.value.part is not Part.NOW]
    return parts[0] if parts else None


def _doubt(clock: Clock, message: Message) -> Unread | None:
    return None if clock.sure else Unread(text=own_words(message.text), doubt=Doubt.AM_OR_PM)
