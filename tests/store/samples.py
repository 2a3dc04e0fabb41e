"""People, records and strategies that the store's tests share."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import fields, replace
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Protocol, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from bot.app.ports import Inbox, Outbox, Records, Shelf, Store
from bot.app.records import (
    Due,
    DueKind,
    ImportDraft,
    Method,
    OutMessage,
    Override,
    Pause,
    Runner,
    ToldLift,
    VerdictRecord,
)
from bot.app.workout import Stage, Workout
from bot.guidance.verdict import Verdict
from bot.guidance.warmup import RampStep, WarmUp, WarmUpKind
from bot.training.body import CheckIn, FlagLevel, FreeDays, RedFlag, Soreness
from bot.training.exports import App, FileLift, FileSet
from bot.training.health import HealthFact, HealthTopic
from bot.training.lifts import Called, Exercise, FixedLift, Lift, LiftChange, LiftSet, PlannedLift
from bot.training.runs import DatedRun, Priority, Race, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)

ANN = Runner(id=11, chat_id=1011, created_at=NOON)
BEN = Runner(id=22, chat_id=1022, created_at=NOON)

SHELVES: Mapping[str, object] = {
    "patterns": WeeklyPattern,
    "dated_runs": DatedRun,
    "races": Race,
    "lifts": Lift,
    "fixed_lifts": FixedLift,
    "checkins": CheckIn,
    "red_flags": RedFlag,
    "health": HealthFact,
    "overrides": Override,
    "planned_lifts": PlannedLift,
    "lift_changes": LiftChange,
    "pauses": Pause,
    "told_lifts": ToldLift,
    "workouts": Workout,
    "verdicts": VerdictRecord,
}
_TEMPO = RunSpec(kind=RunKind.TEMPO, time=dt.time(18), distance_km=10.0, text="tempo 10k")
_LONG = RunSpec(kind=RunKind.LONG, duration_min=120.0, hilly=True, descent_m=400.0)

# Two different records for every shelf.
PAIRS: Mapping[str, tuple[Any, Any]] = {
    "patterns": (
        WeeklyPattern(valid_from=None, runs=(WeeklyRun(weekday=Weekday.TUE, run=_TEMPO),)),
        WeeklyPattern(valid_from=NOON.date(), runs=()),
    ),
    "dated_runs": (DatedRun(date=NOON.date(), run=_TEMPO), DatedRun(date=NOON.date(), run=_LONG, done=True)),
    "races": (
        Race(date=NOON.date(), distance_km=42.2, name="Berlin"),
        Race(date=NOON.date(), distance_km=None, priority=Priority.C, time=dt.time(9, 30)),
    ),
    "lifts": (
        Lift(at=NOON, exercise=Exercise.DEADLIFT, sets=(LiftSet(reps=4, weight_kg=100.0, rir=2.0),)),
        Lift(at=NOON, exercise=Exercise.SWING, sets=(LiftSet(reps=15),), called=Called.HEAVY, text="swings"),
    ),
    "fixed_lifts": (
        FixedLift(weekday=Weekday.TUE, time=dt.time(18)),
        FixedLift(weekday=Weekday.FRI, time=dt.time(7)),
    ),
    "checkins": (Soreness(at=NOON, level=6), FreeDays(at=NOON, date=NOON.date())),
    "red_flags": (
        RedFlag(at=NOON, level=FlagLevel.URGENT, phrase="back pain with fever"),
        RedFlag(at=NOON, level=FlagLevel.EMERGENCY, phrase="chest pain", ended_at=NOON, ended_by="cleared"),
    ),
    "health": (
        HealthFact(topic=HealthTopic.AGE_65_UP, said_on=NOON.date()),
        HealthFact(topic=HealthTopic.BIRTH, said_on=NOON.date(), since=dt.date(2026, 1, 5), cleared_on=NOON.date()),
    ),
    "overrides": (
        Override(at=NOON, day=NOON.date(), codes=("R60", "R70")),
        Override(at=NOON, day=NOON.date() + DAY, codes=()),
    ),
    "planned_lifts": (
        PlannedLift(date=NOON.date(), time=dt.time(7), heavy=True),
        PlannedLift(date=NOON.date() + DAY, time=dt.time(18, 30), heavy=False),
    ),
    "lift_changes": (
        LiftChange(date=NOON.date(), time=dt.time(18)),
        LiftChange(date=NOON.date(), time=dt.time(7), to_date=NOON.date() + DAY, to_time=dt.time(19, 30)),
    ),
    "pauses": (
        Pause(at=NOON, until=NOON.date() + 7 * DAY),
        Pause(at=NOON, until=NOON.date() + DAY, ended_at=NOON + MINUTE),
    ),
    "told_lifts": (
        ToldLift(at=NOON, date=NOON.date(), time=dt.time(18), verdict=Verdict.HEAVY),
        ToldLift(at=NOON, date=NOON.date() + DAY, time=dt.time(7, 15), verdict=Verdict.NO),
    ),
    "workouts": (
        Workout(
            at=NOON,
            stage=Stage.WARM_UP,
            touched_at=NOON,
            exercise=Exercise.DEADLIFT,
            plan=(LiftSet(reps=4, weight_kg=100.0),) * 3,
            rest_s=(120, 180),
            warm_up=WarmUp(kind=WarmUpKind.FULL, minutes=30, ramp=(RampStep(share=0.4, reps=5, kg=40.0),)),
            step=2,
        ),
        Workout(
            at=NOON,
            stage=Stage.WORK,
            touched_at=NOON + MINUTE,
            exercise=Exercise.KETTLEBELL,
            plan=(LiftSet(reps=5),) * 2,
            rest_s=(60, 120),
            called=Called.LIGHT,
            done=(LiftSet(reps=4),),
            rest_until=NOON + 2 * MINUTE,
            taps=9,
        ),
    ),
    "verdicts": (
        VerdictRecord(at=NOON, asked_day=NOON.date(), rule_set="1", inputs="{}", result='{"cap": "NO"}'),
        VerdictRecord(at=NOON, asked_day=NOON.date(), rule_set="2", inputs="[]", result="null"),
    ),
}
DRAFT = ImportDraft(
    at=NOON,
    expires_at=NOON + DAY,
    app=App.STRONG,
    in_kg=False,
    lifts=(
        FileLift(
            date=NOON.date(),
            time=dt.time(18, 5),
            exercise=Exercise.ROMANIAN,
            sets=(FileSet(reps=5, weight=102.5, rir=0.5), FileSet(reps=8)),
        ),
    ),
    others=320,
    warm_ups=88,
    empty=2,
    unread=1,
)
UNDOABLE = [name for name in SHELVES if name not in {"told_lifts", "workouts", "verdicts"}]


class WholeStore(Store, Protocol):
    """A store with its inbox and outbox: what the contract tests are held against."""

    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...


def shelf(records: Records, name: str) -> Shelf[Any]:
    """Return a shelf by its name in `Records`."""
    found: Shelf[Any] = getattr(records, name)
    return found


def greet(records: Records) -> None:
    """Keep Ann and Ben."""
    records.save_runner(ANN)
    records.save_runner(BEN)


def message(chat_id: int = ANN.chat_id, **parts: Any) -> OutMessage:
    """Return a message to Ann, unless told otherwise."""
    return OutMessage(**{"chat_id": chat_id, "method": Method.SEND, "payload": {"text": "Hello"}, **parts})


def occurrence(runner_id: int = ANN.id, **parts: Any) -> Due:
    """Return a morning reminder due at noon, unless told otherwise."""
    usual: dict[str, Any] = {
        "runner_id": runner_id,
        "item": "fixed:1",
        "kind": DueKind.MORNING,
        "local_date": NOON.date(),
        "local_time": dt.time(13),
        "zone": "Europe/Berlin",
        "due_at": NOON,
        "deadline": NOON + 30 * MINUTE,
        "lift_at": NOON + 60 * MINUTE,
    }
    return Due(**(usual | parts))


_SCALARS: Mapping[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=20),
    bool: st.booleans(),
    int: st.integers(min_value=-(2**63), max_value=2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bytes: st.binary(max_size=20),
    dt.date: st.dates(),
    dt.time: st.times(),
    # Far zones would carry the first and last days out of the calendar.
    dt.datetime: st.datetimes(
        min_value=dt.datetime(2, 1, 1),  # noqa: DTZ001  # the strategy adds the zone
        max_value=dt.datetime(9998, 1, 1),  # noqa: DTZ001  # the same
        timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=14)), dt.timezone(dt.timedelta(hours=-12))]),
    ),
    object: st.recursive(st.none() | st.booleans() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=3)),
    NoneType: st.none(),
}
_JSON_TEXTS = st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=9), max_size=3).map(json.dumps)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Draw values of a type with every field filled, unlike `from_type`, which leaves the defaults."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return st.one_of(*(values_of(argument) for argument in arguments))
    if origin is tuple:
        return _tuples(arguments)
    if origin is Mapping:
        return st.dictionaries(*(values_of(argument) for argument in arguments), max_size=3)
    return st.sampled_from(hint) if issubclass(hint, Enum) else _instances(hint)


def _tuples(arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if arguments[-1] is Ellipsis:
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    return st.tuples(*(values_of(argument) for argument in arguments))


def _instances(kind: Any) -> st.SearchStrategy[Any]:
    parts = {name: values_of(hint) for name, hint in get_type_hints(kind).items()}
    if kind is VerdictRecord:
        parts |= {"inputs": _JSON_TEXTS, "result": _JSON_TEXTS}
    return st.builds(kind, **parts)


def with_nothing_said(value: Any) -> Any:
    """Return a record with None wherever it may stand."""
    hints = get_type_hints(type(value))
    return replace(value, **{part.name: None for part in fields(value) if NoneType in get_args(hints[part.name])})
