"""What the rest of a question settles: a date in digits by its weekday, an hour or a day by the run before it."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from bot.language.frames import Items, run_kind
from bot.language.held import any_means, any_value
from bot.language.items import Dated, Days, Distance, PartOfDay, Repeats
from bot.language.meaning import Doubt, MomentReading, Part, Side, Unread

_HALF_DAY = 12
_UNDER_WAY = 9
# Nobody asks months ahead whether to lift.
_NEAR = 14
_FAR = 60


def on_weekday(doubt: Unread, items: Items) -> MomentReading | Unread:
    """Return the one date among those offered that falls on the weekday that is named, or the doubt as it is."""
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    if doubt.doubt is not Doubt.DATE_ORDER:
        return doubt
    named = [item.value.date for item in items if isinstance(item.value, Dated)]
    dates = [dt.date.fromisoformat(option) for option in doubt.options]
    found = [date for date in dates if date in named or (len(days) == 1 and date.weekday() in days)]
    return MomentReading(date=found[0]) if len(found) == 1 else doubt


def near_date(doubt: Unread, today: dt.date) -> dt.date | None:
    """Return the one near reading of a date in digits whose other one is months away: "9/5" asked on 2 September."""
    if doubt.doubt is not Doubt.DATE_ORDER:
        return None
    near, *far = sorted(dt.date.fromisoformat(option) for option in doubt.options)
    ahead = (near - today).days
    return near if ahead <= _NEAR and all((date - today).days >= _FAR for date in far) else None


def next_morning(found: MomentReading | None, items: Items, now: dt.datetime) -> MomentReading | None:
    """Return "in the morning" as tomorrow's where today's is well under way, and no day and no run is named."""
    if found is None or found.part is not Part.MORNING or found.date != now.date() or found.time is not None:
        return found
    named = any_value(items, Distance, Repeats) or any(item.names_day or run_kind(item) is not None for item in items)
    # "Morning! Can I squat" greets.
    led = any(one.text == "the" and isinstance(two.value, PartOfDay) for one, two in pairwise(items))
    later = led and not named and now.hour >= _UNDER_WAY
    return replace(found, date=now.date() + dt.timedelta(days=1)) if later else found


def behind_run(found: MomentReading | Unread | None, run: MomentReading) -> MomentReading | Unread | None:
    """Return a moment "straight after" a run in the half of the day behind it: "fri 5pm. lift right after at 6.30"."""
    if not isinstance(found, MomentReading) or found.time is None or run.time is None or found.time >= run.time:
        return found
    later = found.time.hour + _HALF_DAY
    return replace(found, time=found.time.replace(hour=later)) if later < _HALF_DAY * 2 else found


def not_over(found: MomentReading | None, items: Items, today: dt.date) -> MomentReading | None:
    """Return a moment after a run that was run as today's: "too soon after yesterday's intervals to deadlift?"."""
    over = found is not None and found.date is not None and found.date < today
    waits = any_means(items, "ask", "open", "when")
    if found is None or not over or waits or found.side is not Side.AFTER:
        return found
    return replace(found, date=today, relation=None, side=None)
