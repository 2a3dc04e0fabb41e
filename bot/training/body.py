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
    """Something that may be pain or only tired muscle; the bot asked, and holds back until it is answered."""

    at: dt.datetime
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDays:
    """The runner's word that no hard or long run comes on `date` and the two days after it."""

    at: dt.datetime
    date: dt.date


CheckIn = Soreness | Unclear | FreeDays | Pain
"""Fewest fields first: what reads one back from JSON takes the first type that fits."""


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
