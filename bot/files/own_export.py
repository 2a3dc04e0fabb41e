"""The bot's own export, sent back to restore it: checked field by field, since anybody can have written it."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, Len
from pydantic import AwareDatetime, BaseModel, ConfigDict, TypeAdapter, ValidationError

from bot.app.files import Unusable
from bot.app.records import Override, Pause
from bot.app.restored import AGE_BANDS, CHECKIN_KINDS, FORMAT, Restored
from bot.training.body import CheckIn, Pain, RedFlag, Soreness
from bot.training.health import HealthFact, HealthTopic
from bot.training.lifts import HEAVIEST_KG, Called, Exercise, FixedLift, Lift, LiftChange, LiftSet, PlannedLift
from bot.training.runs import DatedRun, Priority, Race, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

MOST = 5000
"""Entries of one kind: as many as a log can hold."""

MOST_PATTERNS, MOST_WEEKLY, MOST_SETS = 500, 60, 50
MOST_LEVEL = 10
FIRST_YEAR, LAST_YEAR = 1900, 2200
MARK = b'"deadlift-bot/'
HEAD = 4096
"""The format stands first in an export; so much of a file is looked at for it."""

_Text = Annotated[str, Len(0, 2000)]
_Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class _Part(BaseModel):
    """Part of the document; what a later version adds is passed over."""

    model_config = ConfigDict(extra="ignore", defer_build=True)


class _Run(_Part):
    time: dt.time | None = None
    kind: RunKind
    distance_km: Annotated[float, Ge(0), Le(1000)] | None = None
    duration_min: Annotated[float, Ge(0), Le(10_000)] | None = None
    hilly: bool = False
    descent_m: Annotated[float, Ge(0), Le(20_000)] | None = None
    text: _Text = ""

    def spec(self) -> RunSpec:
        """Return the run as it was described."""
        return RunSpec(**{field.name: getattr(self, field.name) for field in dataclasses.fields(RunSpec)})


class _Weekly(_Run):
    weekday: _Day


class _Earlier(_Part):
    until: dt.date | None
    runs: Annotated[list[_Weekly], Len(0, MOST_WEEKLY)]


class _Dated(_Run):
    date: dt.date
    replaces: bool = False
    done: bool = False


class _Race(_Part):
    date: dt.date
    time: dt.time | None = None
    distance: Annotated[float, Ge(0), Le(1000)] | None = None
    priority: Priority = Priority.A
    name: _Text = ""


class _Set(_Part):
    reps: Annotated[int, Ge(1), Le(200)]
    weight_kg: Annotated[float, Ge(0), Le(HEAVIEST_KG)] | None = None
    rir: Annotated[float, Ge(0), Le(MOST_LEVEL)] | None = None


class _Lift(_Part):
    at: AwareDatetime
    exercise: Exercise
    sets: Annotated[list[_Set], Len(1, MOST_SETS)]
    called: Called | None = None
    text: _Text = ""


class _Condition(_Part):
    topic: HealthTopic
    said_on: dt.date
    since: dt.date | None = None
    cleared_on: dt.date | None = None
    until: dt.date | None = None


class _Health(_Part):
    age: Literal["<13", "13-17", "18-64", "65+"] | None = None
    conditions: Annotated[list[_Condition], Len(0, 200)] = []
    none_said: bool = False


class _Fixed(_Part):
    weekday: _Day
    time: dt.time


class _Document(_Part):
    format: Literal["deadlift-bot/1"]
    exported_at: AwareDatetime
    profile: dict[str, Any]
    weekly_runs: Annotated[list[_Weekly], Len(0, MOST_WEEKLY)]
    earlier_weekly_runs: Annotated[list[_Earlier], Len(0, MOST_PATTERNS)] = []
    dated_runs: Annotated[list[_Dated], Len(0, MOST)] = []
    races: Annotated[list[_Race], Len(0, MOST)] = []
    health: _Health | None = None
    red_flags: Annotated[list[RedFlag], Len(0, MOST)] = []
    overrides: Annotated[list[Override], Len(0, MOST)] = []
    pauses: Annotated[list[Pause], Len(0, MOST)] = []
    plan: Annotated[list[PlannedLift], Len(0, MOST)] = []
    lifts: Annotated[list[_Lift], Len(0, MOST)] = []
    checkins: Annotated[list[dict[str, Any]], Len(0, 4 * MOST)] = []
    fixed_lifts: Annotated[list[_Fixed], Len(0, MOST_WEEKLY)] = []
    lift_changes: Annotated[list[LiftChange], Len(0, MOST)] = []
    reminder_kinds: dict[str, Annotated[str, Len(0, 40)]] = {}


_KINDS: Mapping[str, type[CheckIn]] = {name: kind for kind, name in CHECKIN_KINDS.items()}


def is_own_export(content: bytes) -> bool:
    """Tell at a glance whether a file is an export of the bot's own, of this version or another."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and MARK in content[:HEAD]


def read_own_export(content: bytes) -> Restored | Unusable:
    """Return what an export of the bot's own holds, or why it cannot be used. No bytes raise.

    pydantic reads the JSON; a stranger's file gets no code of ours to run on. A part that does not fit makes all of it
    unusable: half a record would answer wrongly.
    """
    if FORMAT.encode() not in content[:HEAD]:
        return Unusable.NEWER
    try:
        document = _Document.model_validate_json(content)
        found = _restored(document)
    except (ValidationError, ValueError, KeyError, TypeError):
        return Unusable.DAMAGED
    return found if _is_sound(found) and all(map(_is_possible, found.checkins)) else Unusable.DAMAGED


def _restored(document: _Document) -> Restored:
    return Restored(
        exported_at=document.exported_at,
        settings=document.profile,
        kinds=document.reminder_kinds,
        patterns=tuple(_patterns(document)),
        dated_runs=tuple(
            DatedRun(date=one.date, run=one.spec(), replaces=one.replaces, done=one.done) for one in document.dated_runs
        ),
        races=tuple(
            Race(date=one.date, time=one.time, distance_km=one.distance, priority=one.priority, name=one.name)
            for one in document.races
        ),
        lifts=tuple(map(_lift, document.lifts)),
        checkins=tuple(map(_checkin, document.checkins)),
        red_flags=tuple(document.red_flags),
        health=tuple(_health(document)),
        overrides=tuple(document.overrides),
        pauses=tuple(document.pauses),
        planned_lifts=tuple(document.plan),
        fixed_lifts=tuple(
            FixedLift(weekday=Weekday[one.weekday.upper()], time=one.time) for one in document.fixed_lifts
        ),
        lift_changes=tuple(document.lift_changes),
    )


def _weekday(key: str) -> Weekday:
    return Weekday[key.upper()]


def _patterns(document: _Document) -> Iterator[WeeklyPattern]:
    """Yield the weekly patterns, oldest first: each is in force from the day on which the one before it ended."""
    weeks = [*(one.runs for one in document.earlier_weekly_runs), document.weekly_runs]
    begins = [None, *(one.until for one in document.earlier_weekly_runs)]
    if any(day is None for day in begins[1:]) or any(first > last for first, last in pairwise(filter(None, begins))):
        raise ValueError("the weeks are in no order")
    if len(weeks) > 1 or weeks[0]:
        for begin, runs in zip(begins, weeks, strict=True):
            weekly = (WeeklyRun(weekday=_weekday(one.weekday), run=one.spec()) for one in runs)
            yield WeeklyPattern(valid_from=begin, runs=tuple(weekly))


def _lift(one: _Lift) -> Lift:
    sets = tuple(LiftSet(reps=each.reps, weight_kg=each.weight_kg, rir=each.rir) for each in one.sets)
    return Lift(at=one.at, exercise=one.exercise, sets=sets, called=one.called, text=one.text)


def _checkin(fields: Mapping[str, Any]) -> CheckIn:
    told = {key: value for key, value in fields.items() if key != "kind"}
    checkin: CheckIn = _adapter(fields["kind"]).validate_python(told)
    return checkin


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[kind])


def _health(document: _Document) -> Iterator[HealthFact]:
    if document.health is None:
        return
    said_on = document.exported_at.date()
    yield from (HealthFact(**one.model_dump()) for one in document.health.conditions)
    bands = {name: topic for topic, name in AGE_BANDS.items()}
    if document.health.age is not None:
        yield HealthFact(topic=bands[document.health.age], said_on=said_on)
    if document.health.none_said:
        yield HealthFact(topic=HealthTopic.NONE, said_on=said_on)


def _is_sound(value: object) -> bool:
    """Tell whether every instant has an offset, no time of day has one, and every date can be reckoned with."""
    if isinstance(value, dt.datetime):
        return value.tzinfo is not None and FIRST_YEAR <= value.year <= LAST_YEAR
    if isinstance(value, dt.date):
        return FIRST_YEAR <= value.year <= LAST_YEAR
    if isinstance(value, dt.time):
        return value.tzinfo is None
    if isinstance(value, tuple):
        return all(map(_is_sound, value))
    if dataclasses.is_dataclass(value):
        return all(_is_sound(getattr(value, field.name)) for field in dataclasses.fields(value))
    return True


def _is_possible(checkin: CheckIn) -> bool:
    level = checkin.level if isinstance(checkin, Soreness | Pain) else None
    return level is None or 0 <= level <= MOST_LEVEL
