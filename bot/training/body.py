"""How the body is: check-ins, each with the instant at which the runner said it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Soreness:
    """Leg or back soreness, 0 (none) to 10."""

    at: dt.datetime
    level: int


class PainSite(StrEnum):
    """Where it hurts, as far as the rules care: low-back pain is treated apart."""

    LOW_BACK = "low_back"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """A report of pain: level 1 to 10 (None not said); `concerning` is sharp, in a joint, limping or worsening.

    Level 0 says that the pain is gone.
    """

    at: dt.datetime
    level: int | None = None
    site: PainSite = PainSite.OTHER
    concerning: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Something that may be pain or only tired muscle; the bot asked, and holds back until it is answered.

    What is `urgent` may be a red flag: nothing but an answer to that question ends it.
    """

    at: dt.datetime
    text: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDays:
    """The runner's word that no hard or long run comes on `date` and the two days after it."""

    at: dt.datetime
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """How long the runner slept in the night before the local day on which they say so, in hours (0 to 24)."""

    at: dt.datetime
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GymHeat:
    """How hot it is where the runner lifts, in degrees Celsius; counts for the local day on which they say so."""

    at: dt.datetime
    celsius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """A journey of the last 24 hours: its length in hours, and how many time zones it crossed."""

    at: dt.datetime
    travel_hours: float = 0.0
    zones: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Illness:
    """An illness, until the runner says that they are well.

    `fever_c` is the temperature in degrees Celsius where one was measured. `head_only` says that it is a head cold and
    nothing below the neck; an illness of which nothing more was said counts as more than that.
    """

    at: dt.datetime
    fever_c: float | None = None
    head_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Well:
    """The runner's word that an illness is over, without medicine."""

    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatIllness:
    """Heat exhaustion or heat stroke; `cleared_at` is when the runner said that a clinician cleared them."""

    at: dt.datetime
    cleared_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """How a quality run of a local date went: worse than planned or not, and by how many percent where it was measured.

    `percent` is positive when the run came out slower than planned.
    """

    at: dt.datetime
    run_date: dt.date
    felt_worse: bool
    percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layoff:
    """The runner's word that they had not deadlifted since a local day, whatever the log holds."""

    at: dt.datetime
    last_on: dt.date


CheckIn = (
    Well | Soreness | Unclear | FreeDays | Sleep | GymHeat | HeatIllness | Travel | Illness | RunReport | Pain | Layoff
)
"""Every kind of check-in; no two have the same fields, so that one read back from JSON is of the kind it was."""


class FlagLevel(StrEnum):
    """How fast a red flag needs help."""

    EMERGENCY = "emergency"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A red flag (safety.md), standing from its report until cleared by a clinician or withdrawn."""

    at: dt.datetime
    level: FlagLevel
    phrase: str
    ended_at: dt.datetime | None = None
    ended_by: str | None = None
