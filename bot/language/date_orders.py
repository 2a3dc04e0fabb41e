"""What the rest of a question settles: a date in digits by its weekday, an hour or a day by the run before it."""

import datetime as dt
from dataclasses import replace

from bot.language.frames import Items
from bot.language.held import any_means
from bot.language.items import Dated, Days
from bot.language.meaning import Doubt, MomentReading, Side, Unread

_HALF_DAY = 12
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
