"""When lifts are: weekly times or a plan become the lifts of each local day, single ones moved or left out."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.training.lifts import FixedLift, LiftChange, PlannedLift
from bot.training.time import instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftTime:
    """One lift at a local date and time; `from_date` and `from_time` are what the weekly time or the plan gave it.

    `heavy` is what the plan means it to be, None for a weekly time.
    """

    date: dt.date
    time: dt.time
    from_date: dt.date
    from_time: dt.time
    heavy: bool | None = None

    @property
    def moved(self) -> bool:
        """Tell whether it stands elsewhere than the weekly time or the plan had it."""
        return (self.date, self.time) != (self.from_date, self.from_time)

    def at(self, zone: ZoneInfo) -> dt.datetime:
        """Return the instant (UTC) of its first work set."""
        return instant(self.date, self.time, zone)


def weekly_lifts(lifts: Iterable[FixedLift], days: Iterable[dt.date]) -> Iterator[LiftTime]:
    """Yield the lifts that weekly times give some local days."""
    known = tuple(lifts)
    for day in days:
        for lift in known:
            if lift.weekday == day.weekday():
                yield LiftTime(date=day, time=lift.time, from_date=day, from_time=lift.time)


def planned_lifts(lifts: Iterable[PlannedLift]) -> Iterator[LiftTime]:
    """Yield the lifts of a plan."""
    for lift in lifts:
        yield LiftTime(date=lift.date, time=lift.time, from_date=lift.date, from_time=lift.time, heavy=lift.heavy)


def with_changes(lifts: Iterable[LiftTime], changes: Sequence[LiftChange]) -> tuple[LiftTime, ...]:
    """Return lifts as they are after the changes (oldest first), earliest first; two at one time are one."""
    newest = {(change.date, change.time): change for change in changes}
    found: dict[tuple[dt.date, dt.time], LiftTime] = {}
    for lift in lifts:
        change = newest.get((lift.from_date, lift.from_time))
        if change is not None and change.to_date is None:
            continue
        one = lift if change is None else _changed(lift, change)
        found.setdefault((one.date, one.time), one)
    return tuple(found[when] for when in sorted(found))


def _changed(lift: LiftTime, change: LiftChange) -> LiftTime:
    return LiftTime(
        date=change.to_date or lift.date,
        time=change.to_time or lift.time,
        from_date=lift.from_date,
        from_time=lift.from_time,
        heavy=lift.heavy,
    )
