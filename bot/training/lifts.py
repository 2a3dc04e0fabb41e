"""Lifts as logged: sets, effort, and what counts as a deadlift."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.training.time import Weekday


class Exercise(StrEnum):
    """Exercises that the log knows. Variations count as deadlifts; squats matter to rule R51 only."""

    DEADLIFT = "deadlift"
    SUMO = "sumo"
    TRAP_BAR = "trap_bar"
    RACK_PULL = "rack_pull"
    BLOCK_PULL = "block_pull"
    KETTLEBELL = "kettlebell"
    ROMANIAN = "romanian"
    SINGLE_LEG = "single_leg"
    SWING = "swing"
    SQUAT = "squat"
    OTHER = "other"

    @property
    def is_deadlift(self) -> bool:
        """Tell whether it counts as a deadlift session (guidance.md, section 1)."""
        return self not in {Exercise.SQUAT, Exercise.OTHER}


HEAVIEST_KG = 500
"""Nobody lifts more: a larger number is no weight, or one in another unit."""


class Called(StrEnum):
    """What the runner called a lift; their word wins over any number."""

    HEAVY = "heavy"
    LIGHT = "light"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftSet:
    """One work set; `rir` is reps in reserve (10 minus RPE). None is 'not said'. Weight in kilograms."""

    reps: int
    weight_kg: float | None = None
    rir: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """One exercise as logged, at the UTC instant of its first work set."""

    at: dt.datetime
    exercise: Exercise
    sets: tuple[LiftSet, ...]
    called: Called | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedLift:
    """A weekly lift time that the runner fixed, on their own clock."""

    weekday: Weekday
    time: dt.time


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLift:
    """A lift that the planner proposed and the runner saw: a local date and time, and whether it is meant heavy."""

    date: dt.date
    time: dt.time
    heavy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftChange:
    """One lift that goes to another time, or nowhere (`to_date` None), while the weekly times or the plan stay.

    `date` and `time` are the local ones that the weekly time or the plan gave it, however often it was moved since;
    the newest change of a lift counts.
    """

    date: dt.date
    time: dt.time
    to_date: dt.date | None = None
    to_time: dt.time | None = None
