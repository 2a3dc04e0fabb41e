"""The runner: everything that `/set` names, each value possibly unknown (None)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.training.time import Weekday

KG_PER_LB = 0.45359237


class MassUnit(StrEnum):
    """Kilograms or pounds."""

    KG = "kg"
    LB = "lb"


def unit_kg(units: MassUnit) -> float:
    """Return what one of a runner's units of mass weighs in kilograms."""
    return KG_PER_LB if units is MassUnit.LB else 1.0


class DistanceUnit(StrEnum):
    """Kilometres or miles."""

    KM = "km"
    MI = "mi"


class Phase(StrEnum):
    """Part of the running season."""

    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    TAPER = "taper"
    RECOVERY = "recovery"


class Aim(StrEnum):
    """What goes first when running and strength collide."""

    RUNNING = "running"
    STRENGTH = "strength"


DEFAULT_SLOTS = (dt.time(7), dt.time(12), dt.time(18))
EVERY_DAY = tuple(Weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A runner's lasting answers.

    Experience is stored as the date on which it began; `began_as_new` remembers that lifting began less than
    8 weeks before the answer was given. `phase` None is automatic. `target` is lifts a week, 1 or 2. `plates` are the
    weights in kilograms of the plates there are, each as many as needed; none is "any". `auto_lifts` lets the planner
    choose the lift times. `fewer_sets` is how many sets the runner dropped because their runs suffered.
    """

    timezone: str = "UTC"
    timezone_known: bool = False
    units: MassUnit = MassUnit.KG
    distance: DistanceUnit = DistanceUnit.KM
    lifting_since: dt.date | None = None
    running_since: dt.date | None = None
    began_as_new: bool = False
    slots: tuple[dt.time, ...] = DEFAULT_SLOTS
    days: tuple[Weekday, ...] = EVERY_DAY
    run_time: dt.time | None = None
    target: int | None = None
    phase: Phase | None = None
    priority: Aim = Aim.RUNNING
    equipment: tuple[str, ...] = ()
    language: str = "en"
    plates: tuple[float, ...] = ()
    auto_lifts: bool = False
    fewer_sets: int = 0
