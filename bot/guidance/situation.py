"""What the engine is told, and the views of it that the rules read: a book, its days, its moments."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar, get_args
from zoneinfo import ZoneInfo

from bot.guidance import phases
from bot.guidance.day_runs import DAY_BITS, FIRST_OFFSET, LAST_OFFSET, DayRuns
from bot.guidance.lazy import worked_out_once
from bot.guidance.raced import raced
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Finding, Verdict
from bot.training.body import CheckIn, FreeDays, Layoff, RedFlag
from bot.training.calendar import Calendar
from bot.training.health import HealthFact
from bot.training.lifts import Lift
from bot.training.profile import Phase, Profile
from bot.training.runs import DatedRun, Race, Run, RunClass, WeeklyPattern
from bot.training.strength import LiftDay, LiftLog
from bot.training.time import hours_between, instant, local_date

C = TypeVar("C", bound=CheckIn | RedFlag)
Told = CheckIn | RedFlag | HealthFact | Lift | Race
"""What a rule can read beside runs and the profile."""

_AROUND = tuple(dt.timedelta(days=offset) for offset in range(FIRST_OFFSET, LAST_OFFSET + 1))
"""How far the days whose runs a rule can read are from L's day."""

TOLD_BITS: Mapping[type, int] = {
    kind: 1 << DAY_BITS * len(_AROUND) + place for place, kind in enumerate(get_args(Told))
}
"""One bit for each thing that a rule can read, so that which rules can fire on a day is a comparison of two numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything known about a runner; any of it may be empty or unknown.

    `patterns` are oldest first, `dated_runs` and `checkins` in the order in which they were said. `earlier_sessions`
    counts deadlift sessions logged before the oldest of `lifts`.
    """

    profile: Profile
    patterns: tuple[WeeklyPattern, ...] = ()
    dated_runs: tuple[DatedRun, ...] = ()
    races: tuple[Race, ...] = ()
    lifts: tuple[Lift, ...] = ()
    earlier_sessions: int = 0
    checkins: tuple[CheckIn, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    health: tuple[HealthFact, ...] = ()


class Book:
    """A situation made ready for many moments: calendar, lift days, check-ins and zone are worked out once.

    `races` are those with an entry and those that were run without one. `life` remembers, by local day, what the rules
    of whole days find that read no runs; `moments` what there is to decide of a day, by the instant (UTC) at which that
    is asked.
    """

    def __init__(self, situation: Situation, thresholds: Thresholds) -> None:
        """Prepare; the situation's zone must be an IANA name that zoneinfo knows (else ZoneInfoNotFoundError)."""
        self.situation = situation
        self.profile = situation.profile
        self.thresholds = thresholds
        self.zone = ZoneInfo(situation.profile.timezone)
        self.calendar = Calendar(
            zone=self.zone,
            limits=thresholds.runs,
            patterns=situation.patterns,
            dated=situation.dated_runs,
            races=situation.races,
            run_time=situation.profile.run_time,
        )
        self.races = (*situation.races, *raced(self.calendar, situation.dated_runs))
        self._log = LiftLog(situation.lifts, self.zone, thresholds.strength)
        self.estimates = self._log.estimates
        self.deadlift_dates = self._log.deadlift_dates()
        self._supposed: Mapping[dt.date, LiftDay] = {}
        self._said = _newest_first((*situation.checkins, *situation.red_flags))
        self.lift_span = dt.timedelta(minutes=thresholds.basics.lift_min)
        self._days: dict[dt.date, Day] = {}
        self.life: dict[dt.date, Ruling] = {}
        self.moments: dict[tuple[dt.date, dt.datetime], Sequence[dt.datetime]] = {}
        self._runs: dict[dt.date, DayRuns] = {}
        others = (*situation.health, *situation.lifts[:1], *self.races[:1])
        self.told = sum(TOLD_BITS[kind] for kind in {*self._said, *(type(one) for one in others)})

    def changed(self, runs: Mapping[dt.date, tuple[Run, ...]]) -> "Book":
        """Return the book as it would be with other runs on some days; what is known of a day stays as it is."""
        return self._copy(_runs={**self._runs, **{day: DayRuns(those) for day, those in runs.items()}})

    def with_lift(self, day: dt.date, *, heavy: bool) -> "Book":
        """Return the book as it would be after one more deadlift session on a local day."""
        known = self.lifted_on(day) or LiftDay(date=day)
        lift = LiftDay(date=day, deadlift=heavy or bool(known.deadlift), squat=known.squat)
        dates = tuple(sorted({*self.deadlift_dates, day}))
        supposed = {**self._supposed, day: lift}
        return self._copy(_supposed=supposed, deadlift_dates=dates, told=self.told | TOLD_BITS[Lift], life={})

    def with_lifting_since(self, day: dt.date) -> "Book":
        """Return the book as it would be if the runner had told since when they lift."""
        profile = replace(self.profile, lifting_since=day)
        return self._copy(profile=profile, situation=replace(self.situation, profile=profile), life={})

    def _copy(self, **other: object) -> "Book":
        """Return a book that shares everything with this one but what is named, and the views of its days."""
        book = object.__new__(Book)
        book.__dict__.update(self.__dict__, _days={}, **other)
        return book

    def runs_on(self, day: dt.date) -> tuple[Run, ...]:
        """Return the runs of a local day."""
        known = self._runs.get(day)
        return self.calendar.runs_on(day) if known is None else known.all

    def sorted_runs(self, day: dt.date) -> "DayRuns":
        """Return the runs of a local day by class."""
        found = self._runs.get(day)
        if found is None:
            found = self._runs[day] = DayRuns(self.calendar.runs_on(day))
        return found

    def lifted_on(self, day: dt.date) -> LiftDay | None:
        """Return what was lifted on a local day; None without a deadlift or a squat."""
        return self._supposed.get(day) or self._log.on(day)

    def local(self, at: dt.datetime) -> dt.date:
        """Return the runner's local day of an instant."""
        return local_date(at, self.zone)

    def said(self, kind: type[C]) -> tuple[C, ...]:
        """Return the reports of a kind, newest first."""
        return self._said.get(kind, ())  # type: ignore[return-value]  # the mapping goes from each type to its own

    def phase_on(self, day: dt.date) -> Phase:
        """Return the phase the runner set, or the one their races give for a local day."""
        return self.day(day).phase

    def day(self, date: dt.date) -> "Day":
        """Return the view of a local day."""
        found = self._days.get(date)
        if found is None:
            found = self._days[date] = Day(self, date)
        return found

    def moment(self, at: dt.datetime) -> "Moment":
        """Return the view of an instant (UTC) at which the first work set would start."""
        return Moment(self.day(self.local(at)), at)


class Ruling(NamedTuple):
    """What the engine worked out for a whole local day: findings, the lowest of their caps, the rules of moments left.

    `rules` are those that can fire on that day at all.
    """

    findings: tuple[Finding, ...]
    cap: Verdict
    rules: tuple[Callable[["Moment"], Finding | None], ...]


class Day:
    """A local day as the rules see it: other days are counted from it."""

    def __init__(self, book: Book, date: dt.date) -> None:
        """Look at a book from a local day."""
        self.book = book
        self.date = date
        self.profile = book.profile
        self.thresholds = book.thresholds
        self.ruling: Ruling | None = None
        self.life: Ruling | None = None

    @worked_out_once
    def _near(self) -> tuple[DayRuns, ...]:
        """Return the runs near this day; a search passes many days over without a look at them."""
        return tuple([self.book.sorted_runs(self.date + away) for away in _AROUND])

    @worked_out_once
    def phase(self) -> Phase:
        """Return the phase the runner set, or the one their races give."""
        races, limits = self.book.races, self.thresholds.races
        return self.profile.phase or phases.automatic(races, self.date, limits)

    @worked_out_once
    def slots(self) -> tuple[dt.datetime, ...]:
        """Return the instants (UTC) of the runner's slots, earliest first."""
        return tuple([instant(self.date, slot, self.book.zone) for slot in sorted(self.profile.slots)])

    def changed(self, runs: Mapping[dt.date, tuple[Run, ...]]) -> "Day":
        """Return the day as it would be with other runs on some local days, which may be far from it."""
        near = [*self._near]
        for date, those in runs.items():
            place = (date - self.date).days - FIRST_OFFSET
            if 0 <= place < len(near):
                near[place] = DayRuns(those)
        day = Day(self.book, self.date)
        day._near = tuple(near)
        return day

    def runs(self, offset: int) -> tuple[Run, ...]:
        """Return the runs `offset` days from this day."""
        return self._near[offset - FIRST_OFFSET].all

    def timed(self, offset: int) -> tuple[Run, ...]:
        """Return those of them whose time is known."""
        return self._near[offset - FIRST_OFFSET].timed

    def runs_of(self, offset: int, kind: RunClass) -> tuple[Run, ...]:
        """Return the runs of a class, `offset` days from this day."""
        return self._near[offset - FIRST_OFFSET].of.get(kind, ())

    def training_of(self, offset: int, kind: RunClass) -> tuple[Run, ...]:
        """Return the same without races: what those leave behind is R40's matter."""
        return self._near[offset - FIRST_OFFSET].training.get(kind, ())

    @property
    def inputs(self) -> int:
        """Return, as bits, what the rules can read on this day: classes of runs near it, and what was told at all."""
        bits = self.book.told
        for place, runs in enumerate(self._near):
            bits |= runs.bits << DAY_BITS * place
        return bits

    def deadlift(self, days_ago: int) -> bool | None:
        """Return whether the deadlift so many days ago was heavy; None without one."""
        lifted = self.book.lifted_on(self.date - dt.timedelta(days=days_ago))
        return None if lifted is None else lifted.deadlift

    def squat(self, days_ago: int) -> bool | None:
        """Return whether the squats so many days ago were heavy; None without any."""
        lifted = self.book.lifted_on(self.date - dt.timedelta(days=days_ago))
        return None if lifted is None else lifted.squat

    def deadlifts(self, days: int) -> tuple[int, ...]:
        """Return how many days ago each deadlift of the last `days` days was, the newest first; without this day's."""
        dates = self.book.deadlift_dates
        first, last = bisect_left(dates, self.date - dt.timedelta(days=days)), bisect_left(dates, self.date)
        return tuple(self.days_since(date) for date in reversed(dates[first:last]))

    @property
    def deadlift_dates(self) -> tuple[dt.date, ...]:
        """Return the days with a deadlift up to this day, earliest first."""
        dates = self.book.deadlift_dates
        return dates if not dates or dates[-1] <= self.date else tuple(date for date in dates if date <= self.date)

    @property
    def lifts_read(self) -> tuple[tuple[dt.date, ...], ...]:
        """Return the days with a deadlift in every reading in which breaks are counted, each earliest first.

        One is the log alone, if it holds any; for each break told up to this day there is one more: the day that was
        told, and the log from when that was said on. All of them count, so what is told ends or shortens no break.
        """
        log, local = self.deadlift_dates, self.book.local
        told = ((one.last_on, local(one.at)) for one in self.book.said(Layoff))
        after = [(last_on, *log[bisect_left(log, since) :]) for last_on, since in told if since <= self.date]
        return (log, *after) if log else tuple(after)

    @property
    def days_off(self) -> int | None:
        """Return the days since the last deadlift, in the reading with the longest time off; None without one."""
        return max((self.days_since(dates[-1]) for dates in self.lifts_read), default=None)

    @property
    def sessions(self) -> int:
        """Return how many deadlift sessions were ever logged, up to this day."""
        return self.book.situation.earlier_sessions + len(self.deadlift_dates)

    @property
    def is_free(self) -> bool:
        """Tell whether the runner said that no hard or long run comes on this day or the two after it."""
        return any(said.date == self.date for said in self.book.said(FreeDays))

    def days_since(self, date: dt.date) -> int:
        """Return how many local days ago a date was."""
        return (self.date - date).days


class Moment:
    """One moment L as the rules see it: days are counted from L's local day, hours are real hours."""

    __slots__ = ("at", "day", "lift_end", "thresholds")

    def __init__(self, day: Day, at: dt.datetime) -> None:
        """Look at a day from an instant in it."""
        self.day = day
        self.at = at
        self.thresholds = day.thresholds
        self.lift_end = at + day.book.lift_span
        """When a lift from L is over."""

    @property
    def book(self) -> Book:
        """Return the book that the moment is looked at in."""
        return self.day.book

    def hours_until(self, run: Run) -> float | None:
        """Return the hours from the lift's end to a run of L's day that is still to come at a known time, else None.

        Negative when the run starts before the lift would end.
        """
        if run.start is None or run.done or run.start < self.at:
            return None
        return hours_between(self.lift_end, run.start)

    def hours_since(self, run: Run) -> float | None:
        """Return the hours from the end of a run that started before L, at a known time on L's day, else None.

        Negative when L falls into the run.
        """
        if run.end is None or run.start is None or run.start >= self.at:
            return None
        return hours_between(run.end, self.at)

    def is_untimed(self, run: Run) -> bool:
        """Tell whether it is unknown on which side of L a run of L's day stands.

        A run that the runner says is done cannot lie ahead, whatever time was planned.
        """
        return run.start is None or (run.done and run.start >= self.at)

    def said(self, kind: type[C]) -> tuple[C, ...]:
        """Return the reports of a kind up to L, newest first."""
        known = self.book.said(kind)
        return known if not known or known[0].at <= self.at else tuple(one for one in known if one.at <= self.at)

    def newest(self, kind: type[C]) -> C | None:
        """Return the newest check-in of a kind up to L."""
        return next(iter(self.said(kind)), None)

    def date_of(self, at: dt.datetime) -> dt.date:
        """Return the runner's local day of an instant."""
        return self.book.local(at)


def _newest_first(reports: tuple[CheckIn | RedFlag, ...]) -> dict[type, tuple[CheckIn | RedFlag, ...]]:
    found: dict[type, list[CheckIn | RedFlag]] = {}
    for one in reversed(reports):
        found.setdefault(type(one), []).append(one)
    return {kind: tuple(ones) for kind, ones in found.items()}
