"""A run told for a part of the day: it stays at its planned time where that fits, else it gets the hour of the part."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, MovedRunReading, Part
from bot.training.runs import Run, RunKind, is_called

SPANS: Final[Mapping[Part, tuple[dt.time, dt.time]]] = {
    Part.MORNING: (dt.time(0), dt.time(12)),
    Part.NOON: (dt.time(11), dt.time(14, 30)),
    Part.AFTERNOON: (dt.time(12), dt.time(18)),
    Part.EVENING: (dt.time(17), dt.time.max),
    Part.TONIGHT: (dt.time(17), dt.time.max),
}
"""From when until when a planned time agrees with a part of the day."""

AHEAD_DAYS: Final = 14
WEEK_DAYS: Final = 7


def hour_of(turn: Turn, part: Part) -> dt.time:
    """Return the time that stands for a part of the day (guidance.md, section 3); not for "now"."""
    at: dt.time = getattr(turn.knowledge.thresholds.day, part.value)
    return at


def with_time(turn: Turn, reading: DatedRunReading | MovedRunReading) -> DatedRunReading | MovedRunReading:
    """Return what is told with the time of its part of the day, unless a time is told or the planned one agrees.

    A run of the day's own sort told "instead" is that run at another time: what is not told anew stays as planned.
    """
    if isinstance(reading, DatedRunReading) and _is_at_another_time(turn, reading):
        reading = MovedRunReading(date=reading.date, run=reading.run, from_date=reading.date, part=reading.part)
    elif isinstance(reading, DatedRunReading) and _is_on_another_day(turn, reading):
        reading = MovedRunReading(date=reading.date, run=reading.run, part=reading.part)
    if (
        reading.part is None
        or reading.part not in SPANS
        or reading.run.time is not None
        or reading.run.kind is RunKind.REST
    ):
        return reading
    known = _planned(turn, reading)
    if isinstance(reading, DatedRunReading) and reading.done and known is None:
        return reading
    usual = turn.runner.profile.run_time
    planned = usual if known is None else known.spec.time or usual
    if planned is not None and _fits(planned, reading.part):
        return replace(reading, run=replace(reading.run, time=planned))
    return replace(reading, run=replace(reading.run, time=hour_of(turn, reading.part)))


def _is_at_another_time(turn: Turn, reading: DatedRunReading) -> bool:
    told = reading.replaces and not reading.done and reading.run.kind not in {RunKind.REST, RunKind.RACE}
    return told and (reading.part in SPANS or reading.run.time is not None) and _planned(turn, reading) is not None


def _is_on_another_day(turn: Turn, reading: DatedRunReading) -> bool:
    """Tell whether a run that is told "instead" for a free day is the one of its sort in that week."""
    named = reading.run.kind not in {RunKind.REST, RunKind.RACE, RunKind.OTHER}
    if not (reading.replaces and named) or reading.done or turn.book().calendar.runs_on(reading.date):
        return False
    monday = reading.date - dt.timedelta(days=reading.date.weekday())
    week = (monday + dt.timedelta(days=number) for number in range(WEEK_DAYS))
    runs = (run for day in week if day >= turn.today for run in turn.book().calendar.runs_on(day))
    return any(run.race is None and not run.done and run.kind is reading.run.kind for run in runs)


def _planned(turn: Turn, reading: DatedRunReading | MovedRunReading) -> Run | None:
    """Return the planned run of the day that is meant, or the one that goes there."""
    days = [reading.date]
    if isinstance(reading, MovedRunReading):
        ahead = [turn.today + dt.timedelta(days=number) for number in range(AHEAD_DAYS)]
        days = [reading.from_date] if reading.from_date else [reading.date, *ahead]
    runs = (run for day in days for run in turn.book().calendar.runs_on(day))
    return next((run for run in runs if run.race is None and is_called(run, reading.run.kind)), None)


def _fits(time: dt.time, part: Part) -> bool:
    first, last = SPANS[part]
    return first <= time < last
