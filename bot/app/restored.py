"""What an export of the bot's own holds, ready to be kept again, and the names its parts have in the document."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.app.records import Override, Pause
from bot.training.body import (
    CheckIn,
    FreeDays,
    GymHeat,
    HeatIllness,
    Illness,
    Layoff,
    Pain,
    RedFlag,
    RunReport,
    Sleep,
    Soreness,
    Travel,
    Unclear,
    Well,
)
from bot.training.health import HealthFact, HealthTopic
from bot.training.lifts import FixedLift, Lift, LiftChange, PlannedLift
from bot.training.runs import DatedRun, Race, WeeklyPattern

FORMAT: Final = "deadlift-bot/1"

CHECKIN_KINDS: Final[Mapping[type[CheckIn], str]] = {
    Soreness: "soreness",
    Pain: "pain",
    Unclear: "unclear",
    FreeDays: "free_days",
    Sleep: "sleep",
    GymHeat: "gym",
    Travel: "travel",
    Illness: "illness",
    Well: "well",
    HeatIllness: "heat_illness",
    RunReport: "run_report",
    Layoff: "layoff",
}

AGE_BANDS: Final[Mapping[HealthTopic, str]] = {
    HealthTopic.AGE_UNDER_13: "<13",
    HealthTopic.AGE_13_TO_17: "13-17",
    HealthTopic.AGE_18_TO_64: "18-64",
    HealthTopic.AGE_65_UP: "65+",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """An export that was sent back: everything a runner had told, as of `exported_at`.

    `settings` are the `/set` names with their values and what else the profile holds, `kinds` those of `/remind`; both
    as the document writes them. What the bot works out itself (verdicts, reminders to come) is not taken from a file.
    """

    exported_at: dt.datetime
    settings: Mapping[str, Any]
    kinds: Mapping[str, str]
    patterns: tuple[WeeklyPattern, ...] = ()
    dated_runs: tuple[DatedRun, ...] = ()
    races: tuple[Race, ...] = ()
    lifts: tuple[Lift, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    health: tuple[HealthFact, ...] = ()
    overrides: tuple[Override, ...] = ()
    pauses: tuple[Pause, ...] = ()
    planned_lifts: tuple[PlannedLift, ...] = ()
    fixed_lifts: tuple[FixedLift, ...] = ()
    lift_changes: tuple[LiftChange, ...] = ()
