"""The days that a clause names, and the week that they are put into."""

import datetime as dt
from collections.abc import Iterator

from bot.language.date_orders import near_date
from bot.language.frames import Items
from bot.language.items import Ahead, Dated, Days, Doubtful, Item, WeekOf
from bot.language.meaning import Doubt, Unread
from bot.language.week import coming, date_of
from bot.training.time import WEEKEND, Weekday

_WEEK = 7
_WEEKEND = "weekend"


def days_of(items: Items, now: dt.datetime) -> tuple[dt.date | Unread, ...]:
    """Return the day meant, then the others that "or" offers; one that is over gives way to one that is not."""
    week = week_of(items)
    # "On Sunday the 13.09.": the date is of that weekday.
    dated = {(item.value.date.weekday(),) for item in items if isinstance(item.value, Dated) and item.value.named}
    own = (item for item in items if not (isinstance(item.value, Days) and item.value.days in dated))
    named = tuple(dict.fromkeys(date for item in own for date in _named(item, week, now)))
    dates = tuple(date for date in named if isinstance(date, dt.date))
    # "On the saturday, this weekend": the day decides.
    doubt = next((one for one in named if isinstance(one, Unread) and not (dates and one.text == _WEEKEND)), None)
    if doubt is not None:
        return (doubt,)
    dates = tuple(date for date in dates if date >= now.date()) or dates
    if len(dates) > 1 and not _is_choice(items):
        options = tuple(date.isoformat() for date in sorted(dates))
        return (Unread(text=" / ".join(options), doubt=Doubt.DATE, options=options),)
    if not dates and week:
        return (Unread(text="next week" if week > 0 else "last week", doubt=Doubt.DAY),)
    return dates


def week_of(items: Items) -> int | None:
    """Return the week of a day; one that is only offered beside it is none: "thursday, or leave it till next week"."""
    place = next((index for index, item in enumerate(items) if isinstance(item.value, WeekOf)), None)
    if place is None:
        return None
    day = next((index for index, item in enumerate(items[:place]) if isinstance(item.value, Days | Dated)), place)
    offered = any(item.is_word("or", "until") for item in items[day:place])
    value = items[place].value
    if isinstance(value, WeekOf) and value.week < 0:
        # "Cleared for squats last week and free on monday": the day is of no week.
        behind = next((at for at, item in enumerate(items) if at > place and isinstance(item.value, Days)), place)
        offered = offered or any(item.is_word("and") for item in items[place:behind])
    return value.week if isinstance(value, WeekOf) and not offered else None


def _named(item: Item, week: int | None, now: dt.datetime) -> Iterator[dt.date | Unread]:
    if isinstance(item.value, Dated):
        yield item.value.date
    elif isinstance(item.value, Ahead) and not item.value.exact:
        yield now.date() + dt.timedelta(hours=item.value.hours)
    elif isinstance(item.value, Doubtful) and (near := near_date(item.value.unread, now.date())):
        yield near
    elif isinstance(item.value, Days):
        yield from _weekdays(item.value, week, now.date())


def _is_choice(items: Items) -> bool:
    either = any(isinstance(item.value, Days) and item.value.either for item in items)
    return either or any(item.is_word("or") or item.is_mark("/") for item in items)


def _weekdays(days: Days, week: int | None, today: dt.date) -> tuple[dt.date | Unread, ...]:
    dates = tuple(_date(day, days, week, today) for day in days.days)
    if days.days == WEEKEND and days.habit:
        return (Unread(text=_WEEKEND, doubt=Doubt.DAY, options=tuple(date.isoformat() for date in dates)),)
    return dates if days.either else dates[:1]


def _date(day: Weekday, days: Days, week: int | None, today: dt.date) -> dt.date:
    if days.week == -1:
        return today - dt.timedelta(days=(today.weekday() - day) % _WEEK or _WEEK)
    return date_of(day, days, today, week) or coming(day, today)
