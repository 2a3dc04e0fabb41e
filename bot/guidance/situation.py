"""What the engine is told, and the view of one moment that the rules read."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.guidance import phases
from bot.guidance.thresholds import Thresholds
from bot.training.body import CheckIn, FreeDays, Pain, RedFlag, Soreness, Unclear
from bot.training.calendar import Calendar
from bot.training.lifts import Lift
from bot.training.profile import Phase, Profile
from bot.training.runs import DatedRun, Race, Run, RunClass, WeeklyPattern
from bot.training.strength import LiftDay, lift_days
from bot.training.time import hours_between, local_date


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


class Book:
    """A situation made ready for many moments: calendar, lift days and zone are worked out once."""

    def __init__(self, situation: Situation, thresholds: Thresholds) -> None:
        """Prepare; the situation's zone must be an IANA name that zoneinfo knows (else ZoneInfoNotFoundError)."""
        self.situation = situation
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
        self.lift_days: tuple[LiftDay, ...] = lift_days(situation.lifts, self.zone, thresholds.strength)
        self._phases: dict[dt.date, Phase] = {}

    def phase_on(self, day: dt.date) -> Phase:
        """Return the phase the runner set, or the one their races give for a local day."""
        if day not in self._phases:
            chosen = self.situation.profile.phase
            self._phases[day] = chosen or phases.automatic(self.situation.races, day, self.thresholds.races)
        return self._phases[day]

    def moment(self, at: dt.datetime) -> "Moment":
        """Return the view of an instant (UTC) at which the first work set would start."""
        return Moment(self, at)


class Moment:
    """One moment L as the rules see it: days are counted from L's local day, hours are real hours."""

    def __init__(self, book: Book, at: dt.datetime) -> None:
        """Look at a book from an instant."""
        self.book = book
        self.at = at
        self.day = local_date(at, book.zone)
        self.thresholds = book.thresholds
        self.situation = book.situation
        self.profile = book.situation.profile
        self.lift_end = at + dt.timedelta(minutes=book.thresholds.basics.lift_min)

    @cached_property
    def phase(self) -> Phase:
        """Return the phase on L's day."""
        return self.book.phase_on(self.day)

    def runs(self, offset: int) -> tuple[Run, ...]:
        """Return the runs `offset` days from L's day."""
        return self.book.calendar.runs_on(self.day + dt.timedelta(days=offset))

    def runs_of(self, offset: int, kind: RunClass) -> tuple[Run, ...]:
        """Return the runs of a class, `offset` days from L's day."""
        return tuple(run for run in self.runs(offset) if kind in run.classes)

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

    @cached_property
    def deadlift_days(self) -> tuple[LiftDay, ...]:
        """Return the days with a deadlift up to L's day, earliest first."""
        return tuple(d for d in self.book.lift_days if d.deadlift is not None and d.date <= self.day)

    def lifted(self, days_ago: int) -> LiftDay | None:
        """Return what was lifted so many days before L's day."""
        day = self.day - dt.timedelta(days=days_ago)
        return next((d for d in self.book.lift_days if d.date == day), None)

    @cached_property
    def sessions(self) -> int:
        """Return how many deadlift sessions were ever logged, up to L's day."""
        return self.situation.earlier_sessions + len(self.deadlift_days)

    @cached_property
    def soreness(self) -> Soreness | None:
        """Return the newest report of soreness up to L."""
        return next((c for c in self._said if isinstance(c, Soreness)), None)

    @cached_property
    def pains(self) -> tuple[Pain, ...]:
        """Return the reports of pain up to L, newest first."""
        return tuple(c for c in self._said if isinstance(c, Pain))

    @cached_property
    def unclear(self) -> Unclear | None:
        """Return the newest complaint that still waits for an answer."""
        return next((c for c in self._said if isinstance(c, Unclear)), None)

    @property
    def day_is_free(self) -> bool:
        """Tell whether the runner said that no hard or long run comes on L's day or the two after it."""
        return any(isinstance(c, FreeDays) and c.date == self.day for c in self.situation.checkins)

    @cached_property
    def _said(self) -> tuple[CheckIn, ...]:
        return tuple(c for c in reversed(self.situation.checkins) if c.at <= self.at)
