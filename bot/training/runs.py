"""Runs: what a runner says of one, where it stands in the week, and what it becomes on a calendar day."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from bot.training.time import Weekday

SAME_RACE_KM = 1.0
"""Two lengths nearer to each other than this can be one race."""


class RunKind(StrEnum):
    """What a runner calls a run; `rest` names a day without one, `other` a run whose kind is not said."""

    EASY = "easy"
    RECOVERY = "recovery"
    STEADY = "steady"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    HILLS = "hills"
    FARTLEK = "fartlek"
    PROGRESSION = "progression"
    RACE_PACE = "race_pace"
    TIME_TRIAL = "time_trial"
    RACE = "race"
    REST = "rest"
    OTHER = "other"


class RunClass(StrEnum):
    """What a run means to the guidance rules; one run can hold two (guidance.md, section 1)."""

    QUALITY = "QUALITY"
    LONG = "LONG"
    HILLY = "HILLY"
    STEADY = "STEADY"
    EASY = "EASY"
    RACE = "RACE"
    UNKNOWN = "UNKNOWN"


class Priority(StrEnum):
    """How much a race matters to the runner."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSpec:
    """One run as the runner described it; None is 'not said'.

    `time` is local; distances are kilometres, durations minutes, descent metres. `hilly` is a run said to be hilly,
    on trails or in the mountains.
    """

    kind: RunKind
    time: dt.time | None = None
    distance_km: float | None = None
    duration_min: float | None = None
    hilly: bool = False
    descent_m: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyRun:
    """A run that comes back every week."""

    weekday: Weekday
    run: RunSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyPattern:
    """A runner's usual week, in force from a local date on; None means that it also describes all earlier days."""

    valid_from: dt.date | None
    runs: tuple[WeeklyRun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRun:
    """A run on one date, or a day without one (`kind` rest).

    `replaces` clears whatever stood on that day before this entry; `done` is the runner's word that it was run.
    """

    date: dt.date
    run: RunSpec
    replaces: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """A race that the runner tapers for; `distance_km` None is not said and reads as a half marathon."""

    date: dt.date
    distance_km: float | None
    priority: Priority = Priority.A
    time: dt.time | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run on one calendar day, ready for the rules.

    `start` is UTC and None when the time is unknown. `minutes` is the stated duration or the class's default
    (guidance.md, section 1).
    """

    date: dt.date
    kind: RunKind
    classes: frozenset[RunClass]
    minutes: float
    start: dt.datetime | None = None
    done: bool = False
    race: Race | None = None
    spec: RunSpec = field(default_factory=lambda: RunSpec(kind=RunKind.OTHER))
    end: dt.datetime | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out when the run is over, once; None when its start is unknown."""
        end = None if self.start is None else self.start + dt.timedelta(minutes=self.minutes)
        object.__setattr__(self, "end", end)

    def moved(self, day: dt.date, start: dt.datetime | None) -> "Run":
        """Return the same run on another local day, with its start there (UTC)."""
        return Run(
            date=day,
            kind=self.kind,
            classes=self.classes,
            minutes=self.minutes,
            start=start,
            done=self.done,
            race=self.race,
            spec=self.spec,
        )


def is_as_long(one: float | None, other: float | None) -> bool:
    """Tell whether two lengths in kilometres can be those of one race; an unknown one can be any."""
    return one is None or other is None or abs(one - other) < SAME_RACE_KM


def is_called(run: Run, kind: RunKind) -> bool:
    """Tell whether somebody who says `kind` can mean this run: its kind or a class of that name; `other` is any run."""
    return kind in {run.kind, RunKind.OTHER} or kind.value.upper() in run.classes
