"""One reminder a day in any zone, worked out twice: by the bot as the days go by, and by walking through UTC."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.app.occurrences import Facts, occurrences
from bot.app.records import DueKind
from bot.guidance.thresholds import Thresholds
from tests.app.reminding import a_runner

TIMES = tuple(dt.time.fromisoformat(text) for text in ("00:00", "00:30", "02:30", "06:00"))
STEP = dt.timedelta(minutes=15)
"""Every offset and every clock change of these years is a multiple of it."""

DAY = dt.timedelta(days=1)
Days = dict[dt.date, dt.datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Some local days, both ends included."""

    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        """Tell whether a day is among them."""
        return self.first <= day <= self.last


YEAR_2028 = Span(first=dt.date(2028, 1, 1), last=dt.date(2028, 12, 31))
SAMOA_2011 = Span(first=dt.date(2011, 12, 28), last=dt.date(2012, 1, 2))


def sent(zone: str, time: dt.time, span: Span, limits: Thresholds) -> list[tuple[dt.date, dt.datetime]]:
    """Return the daily lines of a runner as the bot plans them, each from the instant at which the one before came."""
    runner = a_runner(zone, morning=time, daily=True)
    now = _utc(span.first) - 2 * DAY
    found: list[tuple[dt.date, dt.datetime]] = []
    while True:
        facts = Facts(runner=runner, now=now, limits=limits)
        rows = (due for due in occurrences(facts) if due.kind is DueKind.DAILY and due.due_at > now)
        due = min(rows, key=lambda due: due.due_at)
        if due.local_date > span.last:
            return [(day, at) for day, at in found if span.holds(day)]
        found.append((due.local_date, due.due_at))
        now = due.due_at


def walked(zone: str, times: Sequence[dt.time], span: Span) -> dict[dt.time, Days]:
    """Return when each local day that exists first shows each time, or would with the old offset where it skips it."""
    steps = list(_steps(ZoneInfo(zone), span))
    shown: dict[dt.datetime, dt.datetime] = {}
    for at, wall in steps:
        shown.setdefault(wall, at)
    days = sorted({wall.date() for _, wall in steps if span.holds(wall.date())})
    return {time: {day: _first(dt.datetime.combine(day, time), shown, steps) for day in days} for time in times}


def _steps(zone: ZoneInfo, span: Span) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """Yield instants a quarter of an hour apart, each with what the clocks of the zone show."""
    at, end = _utc(span.first) - 2 * DAY, _utc(span.last) + 3 * DAY
    while at < end:
        yield at, at.astimezone(zone).replace(tzinfo=None, fold=0)
        at += STEP


def _first(
    wanted: dt.datetime, shown: dict[dt.datetime, dt.datetime], steps: list[tuple[dt.datetime, dt.datetime]]
) -> dt.datetime:
    if wanted in shown:
        return shown[wanted]
    before, wall = max((step for step in steps if step[1] < wanted), key=lambda step: step[0])
    return before + (wanted - wall)


def _utc(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)


def faults(zone: str, times: Sequence[dt.time], span: Span, limits: Thresholds) -> list[str]:
    """Return where the two ways do not agree: nothing when each local day that exists has one reminder."""
    found = []
    for time, days in walked(zone, times, span).items():
        planned = sent(zone, time, span, limits)
        if planned != sorted(days.items()):
            wrong = sorted(set(planned) ^ set(days.items()))[:3]
            found.append(f"{zone} {time:%H:%M}: {len(planned)} reminders for {len(days)} days, not alike at {wrong}")
    return found
