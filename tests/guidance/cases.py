"""Guidance cases as data: tests/cases/*.toml become situations and moments."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.guidance.situation import Situation
from bot.training.body import CheckIn, FlagLevel, FreeDays, Pain, PainSite, RedFlag, Soreness, Unclear
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
    for one in case.get("soreness", ()):
        yield Soreness(at=instant_of(case, one["at"]), level=one["level"])
    for one in case.get("pain", ()):
        yield Pain(
            at=instant_of(case, one["at"]),
            level=one.get("level"),
            site=PainSite(one.get("site", "other")),
            concerning=one.get("concerning", False),
        )
    for at in case.get("unclear", ()):
        yield Unclear(at=instant_of(case, at))
    for one in case.get("free_days", ()):
        yield FreeDays(at=instant_of(case, one["at"]), date=one["date"])


def _flag(case: Case, flag: Case) -> RedFlag:
    ended = flag.get("ended")
    return RedFlag(
        at=instant_of(case, flag["at"]),
        level=FlagLevel(flag.get("level", "emergency")),
        phrase="",
        ended_at=instant_of(case, ended) if ended else None,
    )
