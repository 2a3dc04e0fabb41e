"""Which lifts stand on which days: the weekly times or the plan, with the single ones that were moved or left out."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from bot.app.ports import Records
from bot.app.records import Runner
from bot.training.lift_times import LiftTime, planned_lifts, weekly_lifts, with_changes
from bot.training.lifts import LiftChange
from bot.training.time import exists

Origin = tuple[dt.date, dt.time]
"""The local date and time that a weekly time or the plan gave a lift: it names the lift wherever it goes."""


def lift_times(records: Records, runner: Runner, *, first: dt.date, days: int) -> tuple[LiftTime, ...]:
    """Return the lifts that stand on so many local days from `first` on, earliest first."""
    last = first + dt.timedelta(days=days - 1)
    found = _all(records, runner, (first + dt.timedelta(days=n) for n in range(days)))
    return tuple(lift for lift in found if first <= lift.date <= last)


def lift_from(records: Records, runner: Runner, origin: Origin) -> LiftTime | None:
    """Return where one lift stands now; None when it was left out, or when there is no such lift any more."""
    found = _all(records, runner, origin[:1])
    return next((lift for lift in found if (lift.from_date, lift.from_time) == origin), None)


def barred_days(records: Records, runner: Runner) -> frozenset[dt.date]:
    """Return the local days on which the runner wanted no lift: one was left out there, or moved away."""
    stood: dict[Origin, list[dt.date | None]] = {}
    for _, change in records.lift_changes.of(runner.id):
        stood.setdefault((change.date, change.time), [change.date]).append(change.to_date)
    places = ((days[:-1], days[-1]) for days in stood.values())
    return frozenset(day for before, last in places for day in before if day is not None and day != last)


def _all(records: Records, runner: Runner, days: Iterable[dt.date]) -> tuple[LiftTime, ...]:
    changes = tuple(change for _, change in records.lift_changes.of(runner.id))
    if runner.profile.auto_lifts:
        planned = (lift for _, lift in records.planned_lifts.of(runner.id))
        return with_changes(planned_lifts(planned), changes)
    return _weekly(records, runner, {*days, *(change.date for change in changes)}, changes)


def _weekly(
    records: Records, runner: Runner, days: set[dt.date], changes: tuple[LiftChange, ...]
) -> tuple[LiftTime, ...]:
    zone = ZoneInfo(runner.profile.timezone)
    fixed = tuple(lift for _, lift in records.fixed_lifts.of(runner.id))
    known = sorted(day for day in days if exists(day, zone)) if fixed else ()
    return with_changes(weekly_lifts(fixed, known), changes)
