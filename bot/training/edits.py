"""Changes of single days: what the runner says about one run leaves the others of its day as they were."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from bot.training.calendar import Calendar
from bot.training.runs import DatedRun, Run, RunKind, RunSpec, WeeklyPattern, WeeklyRun


def without(calendar: Calendar, runs: Iterable[Run], day: dt.date) -> tuple[DatedRun, ...]:
    """Return the dated entries that take runs off a day and keep its others; a day left empty is a rest day."""
    gone = list(runs)
    kept = [run for run in calendar.runs_on(day) if run not in gone]
    return _day(day, [DatedRun(date=day, run=run.spec, done=run.done) for run in kept])


def instead(calendar: Calendar, run: Run, spec: RunSpec, *, done: bool = False) -> tuple[DatedRun, ...]:
    """Return the dated entries that put another description in a run's place and keep the day's other runs."""
    day = run.date
    entries = [
        DatedRun(date=day, run=spec if one == run else one.spec, done=done if one == run else one.done)
        for one in calendar.runs_on(day)
    ]
    return _day(day, entries)


def in_pattern(pattern: WeeklyPattern, run: Run, spec: RunSpec) -> tuple[WeeklyRun, ...]:
    """Return the weekly runs with another description in the place of the one that a run comes from."""
    return tuple(
        replace(one, run=spec) if one.weekday == run.date.weekday() and one.run == run.spec else one
        for one in pattern.runs
    )


def _day(day: dt.date, entries: list[DatedRun]) -> tuple[DatedRun, ...]:
    if not entries:
        return (DatedRun(date=day, run=RunSpec(kind=RunKind.REST), replaces=True),)
    first, *others = entries
    return (DatedRun(date=day, run=first.run, done=first.done, replaces=True), *others)
