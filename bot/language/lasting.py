"""Whether what is told of a day holds every week, or only once: "from now on", "these days"; "this week only"."""

import datetime as dt
from collections.abc import Iterator

from bot.language.asking import is_question
from bot.language.frames import Items
from bot.language.held import any_item, any_means, any_text
from bot.language.items import Days, Duration, Item, WeekOf
from bot.language.meaning import DatedRunReading, DayEntry, Meaning, MovedRunReading, WeekReading
from bot.language.message import Message
from bot.language.openings import NOWADAYS
from bot.training.runs import RunKind
from bot.training.time import Weekday

_EVERY_WEEK = frozenset({"every week", "each week", "week in week out"})
_FROM_NOW = frozenset({"from now", "from today"})
_ONLY = frozenset({"only", "just", "just for", "for"})
_THIS_ONCE = frozenset({"this once", "just this once", "one off", "a one off", "just once", "only once", "one time"})
_FEW = 2


def as_long_as_said(found: tuple[Meaning, ...], message: Message) -> tuple[Meaning, ...]:
    """Return runs of single days as those of every week where they are said to last, and no week that holds once."""
    if not found or is_question(message.items):
        return found
    if _lasts(message.items) and all(_is_to_come(one, message) for one in found):
        return tuple(_weekly(one) for one in found)
    week = _only_week(message.items)
    if week is None:
        return found
    monday = message.now.date() + dt.timedelta(days=7 * week - message.now.weekday())
    return tuple(said for one in found for said in _once(one, monday))


def _once(one: Meaning, monday: dt.date) -> Iterator[Meaning]:
    """Yield the runs of a short week as those of their days; what is not all read may be a run that is moved."""
    if not isinstance(one, WeekReading) or len(one.entries) > _FEW:
        yield one
    elif not one.unread:
        for entry in one.entries:
            date = monday + dt.timedelta(days=entry.weekday)
            yield DatedRunReading(date=date, run=entry.run, replaces=entry.run.kind is RunKind.REST)


def _lasts(items: Items) -> bool:
    if any_item(items, lambda item: isinstance(item.value, WeekOf)) and not any_text(items, _EVERY_WEEK):
        return False
    return any_means(items, "action", "for_good") or any_text(items, NOWADAYS | _EVERY_WEEK) or _is_from_now(items)


def _is_from_now(items: Items) -> bool:
    """Tell whether "from now" says since when, and not how long it is to something: "2 weeks from now"."""
    places = (at for at, item in enumerate(items) if item.text in _FROM_NOW)
    return any(not at or not (_counts(items[at - 1]) or items[at - 1].means("span")) for at in places)


def _counts(item: Item) -> bool:
    return item.number is not None or isinstance(item.value, Duration)


def _is_to_come(one: Meaning, message: Message) -> bool:
    """Tell whether a reading is one of a run on a weekday that is named, no day off and no race."""
    if not isinstance(one, DatedRunReading | MovedRunReading) or one.date < message.now.date():
        return False
    done = isinstance(one, DatedRunReading) and one.done
    named = (item.value.days for item in message.items if isinstance(item.value, Days))
    weekday = Weekday(one.date.weekday())
    return not done and one.run.kind not in {RunKind.REST, RunKind.RACE} and any(weekday in days for days in named)


def _weekly(one: Meaning) -> Meaning:
    if not isinstance(one, DatedRunReading | MovedRunReading):
        return one
    return WeekReading(entries=(DayEntry(weekday=Weekday(one.date.weekday()), run=one.run),), text=one.run.text)


def _only_week(items: Items) -> int | None:
    """Return the week that a change is said to be of alone, 0 for this one: "this week only", "just this once"."""
    if any_text(items, _THIS_ONCE):
        return 0
    weeks = ((at, item.value.week) for at, item in enumerate(items) if isinstance(item.value, WeekOf))
    around = ((week, (*items[max(0, at - 1) : at], *items[at + 1 : at + 2])) for at, week in weeks)
    return next((week for week, said in around if week >= 0 and any_text(said, _ONLY)), None)
