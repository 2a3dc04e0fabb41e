"""The day of one run: its date, whether it is "thursday's", and the words about it without what was done."""

import datetime as dt
from dataclasses import replace

from bot.language.frames import Items
from bot.language.items import Ahead, Context, Dated, Days, Doubtful, Item, WeekOf
from bot.language.meaning import Doubt, Unread
from bot.language.text import own_words
from bot.language.week import coming, date_of

_WEEK = 7
_OWNED = ("days", "'s", "nights", "mornings", "evenings", "afternoons")


def with_dates(items: Items, context: Context) -> Items:
    """Turn "in two days" into a date, so that it groups like one."""
    return tuple(_as_date(item, context) for item in items)


def _as_date(item: Item, context: Context) -> Item:
    if not isinstance(item.value, Ahead) or item.value.exact:
        return item
    return replace(item, value=Dated(date=context.today + dt.timedelta(hours=item.value.hours), named=False))


def is_possessive(item: Item, context: Context) -> bool:
    """Tell whether a day is said as its run's: "thursday's tempo", "sundays long run"; not "every sunday"."""
    if not isinstance(item.value, Dated | Days):
        return False
    said = context.text[item.start : item.end].lower()
    one = isinstance(item.value, Dated) or len(item.value.days) == 1
    return one and said.endswith(_OWNED) and not said.startswith(("every", "each", "all"))


def without_act(items: Items) -> Items:
    """Leave out "skipped", "did" and the like, but not what names a run too."""
    return tuple(item for item in items if item.means("action") in (None, "mine") or item.means("kind"))


def date_in(item: Item, content: Items, context: Context, *, past: bool = False, one: bool = False) -> dt.date | Unread:
    """Return the date of a day item; `past` looks back for a weekday, `one` takes "sundays" for "sunday's"."""
    if isinstance(item.value, Dated):
        return item.value.date
    if isinstance(item.value, Doubtful):
        return item.value.unread
    said = own_words(context.text[item.start : item.end])
    if not isinstance(item.value, Days) or len(item.value.days) != 1:
        return Unread(text=said, doubt=Doubt.DAY)
    if item.value.habit and not (one and is_possessive(item, context)):
        return Unread(text=said, doubt=Doubt.DAY)
    week = next((one.value.week for one in content if isinstance(one.value, WeekOf)), None)
    day = item.value.days[0]
    named = date_of(day, item.value, context.today, week)
    if named is None and past:
        return context.today - dt.timedelta(days=(context.today.weekday() - day) % _WEEK)
    return named or coming(day, context.today)
