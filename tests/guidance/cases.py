"""Guidance cases as data: tests/cases/*.toml become situations and moments."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.guidance.situation import Situation
from bot.training.body import (
    CheckIn,
    FlagLevel,
    FreeDays,
    GymHeat,
    HeatIllness,
    Illness,
    Layoff,
    Pain,
    PainSite,
    RedFlag,
    Sleep,
    Soreness,
    Travel,
    Unclear,
    Well,
)
from bot.training.health import HealthFact, HealthTopic
from bot.training.lifts import Called, Exercise, Lift, LiftSet
from bot.training.profile import Aim, Phase, Profile
from bot.training.runs import DatedRun, Priority, Race, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

FOLDER = Path(__file__).parents[1] / "cases"
Case = Mapping[str, Any]
EXPERIENCED = {"lifting_since": dt.date(2020, 1, 1), "running_since": dt.date(2018, 1, 1)}


def all_cases() -> Iterator[Case]:
    """Yield every case of every file."""
    for file in sorted(FOLDER.glob("*.toml")):
        yield from tomllib.loads(file.read_text(encoding="utf-8"))["case"]


def zone_of(case: Case) -> ZoneInfo:
    """Return the case's zone."""
    return ZoneInfo(case.get("zone", "Europe/Berlin"))


def instant_of(case: Case, text: str) -> dt.datetime:
    """Read "2026-03-02 18:00" on the case's clock; " fold=1" means the second occurrence."""
    said, _, fold = text.partition(" fold=")
    local = dt.datetime.fromisoformat(said).replace(tzinfo=zone_of(case), fold=int(fold or 0))
    return local.astimezone(dt.UTC)


def situation_of(case: Case) -> Situation:
    """Build the situation that a case describes."""
    return Situation(
        profile=_profile(case),
        patterns=tuple(_patterns(case)),
        dated_runs=tuple(_dated(one) for one in case.get("dated", ())),
        races=tuple(_race(one) for one in case.get("races", ())),
        lifts=tuple(_lift(case, one) for one in case.get("lifts", ())),
        checkins=tuple(sorted(_checkins(case), key=lambda checkin: checkin.at)),
        red_flags=tuple(_flag(case, one) for one in case.get("red_flags", ())),
        health=tuple(_health(one) for one in case.get("health", ())),
    )


def _profile(case: Case) -> Profile:
    given = {**EXPERIENCED, **case.get("profile", {})}
    known = {key: None if value == "unknown" else value for key, value in given.items()}
    readers: dict[str, Any] = {
        "phase": lambda value: None if value == "auto" else Phase(value),
        "priority": Aim,
        "run_time": dt.time.fromisoformat,
        "days": lambda days: tuple(Weekday[day.upper()] for day in days),
        "slots": lambda slots: tuple(dt.time.fromisoformat(slot) for slot in slots),
    }
    fields: dict[str, Any] = {
        key: readers[key](value) if key in readers and value else value for key, value in known.items()
    }
    return Profile(timezone=zone_of(case).key, timezone_known=True, **fields)


def _patterns(case: Case) -> Iterator[WeeklyPattern]:
    patterns = case.get("patterns", [{"runs": case["weekly"]}] if "weekly" in case else [])
    for pattern in patterns:
        runs = tuple(WeeklyRun(weekday=Weekday[run["day"].upper()], run=_spec(run)) for run in pattern["runs"])
        yield WeeklyPattern(valid_from=pattern.get("from"), runs=runs)


def _spec(run: Case) -> RunSpec:
    return RunSpec(
        kind=RunKind(run["kind"]),
        time=dt.time.fromisoformat(run["time"]) if "time" in run else None,
        distance_km=run.get("km"),
        duration_min=run.get("minutes"),
        hilly=run.get("hilly", False),
        descent_m=run.get("descent_m"),
    )


def _dated(run: Case) -> DatedRun:
    return DatedRun(date=run["date"], run=_spec(run), replaces=run.get("replaces", False), done=run.get("done", False))


def _race(race: Case) -> Race:
    return Race(
        date=race["date"],
        distance_km=race.get("km"),
        priority=Priority(race.get("priority", "A")),
        time=dt.time.fromisoformat(race["time"]) if "time" in race else None,
    )


def _lift(case: Case, lift: Case) -> Lift:
    sets = (LiftSet(reps=one["reps"], weight_kg=one.get("kg"), rir=one.get("rir")) for one in lift.get("sets", ()))
    return Lift(
        at=instant_of(case, lift["at"]),
        exercise=Exercise(lift.get("exercise", "deadlift")),
        sets=tuple(sets),
        called=Called(lift["called"]) if "called" in lift else None,
    )


def _checkins(case: Case) -> Iterator[CheckIn]:
    for key, read in CHECKINS.items():
        for one in case.get(key, ()):
            said = one if isinstance(one, dict) else {"at": one}
            yield read(case, said, instant_of(case, said["at"]))


def _pain(_: Case, one: Case, at: dt.datetime) -> CheckIn:
    site, concerning = PainSite(one.get("site", "other")), one.get("concerning", False)
    return Pain(at=at, level=one.get("level"), site=site, concerning=concerning)


def _illness(_: Case, one: Case, at: dt.datetime) -> CheckIn:
    return Illness(at=at, fever_c=one.get("fever"), head_only=one.get("head_only", False))


def _heat_illness(case: Case, one: Case, at: dt.datetime) -> CheckIn:
    return HeatIllness(at=at, cleared_at=instant_of(case, one["cleared"]) if "cleared" in one else None)


CHECKINS: Mapping[str, Callable[[Case, Case, dt.datetime], CheckIn]] = {
    "soreness": lambda _, one, at: Soreness(at=at, level=one["level"]),
    "pain": _pain,
    "unclear": lambda _, __, at: Unclear(at=at),
    "urgent": lambda _, __, at: Unclear(at=at, urgent=True),
    "free_days": lambda _, one, at: FreeDays(at=at, date=one["date"]),
    "ill": _illness,
    "well": lambda _, __, at: Well(at=at),
    "heat_illness": _heat_illness,
    "sleep": lambda _, one, at: Sleep(at=at, hours=one["hours"]),
    "travel": lambda _, one, at: Travel(at=at, travel_hours=one.get("hours", 0.0), zones=one.get("zones", 0)),
    "layoff": lambda _, one, at: Layoff(at=at, last_on=one["last_on"]),
    "gym": lambda _, one, at: GymHeat(at=at, celsius=one["celsius"]),
}


def _health(one: Case) -> HealthFact:
    topic = HealthTopic(one["topic"])
    days = {"since": one.get("since"), "cleared_on": one.get("cleared"), "until": one.get("until")}
    return HealthFact(topic=topic, said_on=one["said"], **days)


def _flag(case: Case, flag: Case) -> RedFlag:
    ended = flag.get("ended")
    return RedFlag(
        at=instant_of(case, flag["at"]),
        level=FlagLevel(flag.get("level", "emergency")),
        phrase="",
        ended_at=instant_of(case, ended) if ended else None,
    )
