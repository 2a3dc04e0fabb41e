"""The life of two runners, as every dump holds it and every later version must read it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from bot.app.ports import Records
from bot.app.records import Derivation, Dialogue, DueKind, Lane, Pause, ReminderSettings, WeeklyMoment
from bot.store.records import SqliteRecords
from bot.training.body import GymHeat, HeatIllness, Illness, Pain, PainSite, RunReport, Sleep, Travel, Unclear, Well
from bot.training.health import HealthFact, HealthTopic
from bot.training.lifts import Exercise, Lift, LiftSet
from bot.training.profile import Aim, DistanceUnit, MassUnit, Phase, Profile
from bot.training.time import Weekday
from tests.store.samples import ANN, BEN, DAY, DRAFT, NOON, PAIRS, SHELVES, message, occurrence, shelf

BOT = 7001
UPDATE = '{"update_id": 1, "message": {"from": {"id": 22}, "chat": {"id": 1022}, "text": "/today"}}'

# Ann answered everything that 001 could hold; Ben nothing.
ANN_IN_FULL = replace(
    ANN,
    profile=Profile(
        timezone="Europe/Berlin",
        timezone_known=True,
        units=MassUnit.LB,
        distance=DistanceUnit.MI,
        lifting_since=dt.date(2024, 1, 31),
        running_since=dt.date(2019, 6, 1),
        began_as_new=True,
        slots=(dt.time(6, 45), dt.time(20)),
        days=(Weekday.MON, Weekday.SUN),
        run_time=dt.time(18, 30),
        target=2,
        phase=Phase.BUILD,
        priority=Aim.STRENGTH,
        equipment=("trapbar", "Hantel für später"),
        language="de",
    ),
    reminders=ReminderSettings(morning=dt.time(6, 30), daily=True, quiet=(dt.time(22), dt.time(6))),
)
RAISED = Lift(at=NOON, exercise=Exercise.TRAP_BAR, sets=(LiftSet(reps=5, weight_kg=92.5, rir=0.5),), text="5x92.5")


SHELVES_OF_001 = ("patterns", "dated_runs", "races", "lifts", "fixed_lifts", "checkins", "red_flags", "verdicts")
SHELVES_OF_004 = ("lift_changes", "pauses", "told_lifts")
SHELVES_OF_006 = ("workouts",)
SHELVES_OF_002 = ("health", "overrides", "planned_lifts")
MORE_CHECKINS_OF_002 = (
    Sleep(at=NOON, hours=5.5),
    GymHeat(at=NOON, celsius=33.0),
    Travel(at=NOON, travel_hours=11.0, zones=6),
    Illness(at=NOON, fever_c=38.4),
    Illness(at=NOON, head_only=True),
    Well(at=NOON),
    HeatIllness(at=NOON, cleared_at=NOON),
    RunReport(at=NOON, run_date=NOON.date(), felt_worse=True, percent=4.5),
    Pain(at=NOON, level=4, site=PainSite.LOW_BACK, concerning=True, text="Kreuz, ziehend"),
    Unclear(at=NOON, text="legs feel strange"),
)


def _live_001(records: Records) -> None:
    records.save_runner(ANN_IN_FULL)
    records.save_runner(replace(BEN, reachable=False))
    _fill(records, SHELVES_OF_001)
    with records.change(ANN.id, NOON):
        records.lifts.replace(ANN.id, records.lifts.of(ANN.id)[0][0], RAISED)
    records.save_dialogue(ANN.id, Dialogue(name="log", step="sets", draft={"exercise": "sumo"}))
    records.plan_due(occurrence())
    records.plan_due(occurrence(BEN.id, kind=DueKind.WARMUP))
    due_id = records.due_of(ANN.id)[0].id
    records.send(message(lane=Lane.BULK, due_id=due_id, document=b"\x00\xff", file_name="week.png", expires_at=NOON))
    records.send(message())
    records.handled(BOT, 2, NOON)


def _live_002(records: Records) -> None:
    _fill(records, SHELVES_OF_002)
    for checkin in MORE_CHECKINS_OF_002:
        records.checkins.add(ANN.id, checkin)
    with records.change(ANN.id, NOON):
        profile = replace(ANN_IN_FULL.profile, plates=(20.0, 2.5, 1.25), auto_lifts=True, fewer_sets=2)
        records.save_runner(replace(ANN_IN_FULL, profile=profile))


def _live_003(records: Records) -> None:
    # No runner's: the id of a picture belongs to the bot that uploaded it, and no port of the use cases shows it.
    cast("SqliteRecords", records).file_ids.put(BOT, "0f" * 32, "AgACAgIAAx0")


def _live_004(records: Records) -> None:
    _fill(records, SHELVES_OF_004)
    ann = records.runner(ANN.id)
    if ann is not None:
        week = WeeklyMoment(weekday=Weekday.SUN, time=dt.time(19))
        reminders = replace(ann.reminders, alert=False, after=True, sore=False, taper=True, back=False, week=week)
        with records.change(ANN.id, NOON):
            records.save_runner(replace(ann, reminders=reminders))


def _live_005(records: Records) -> None:
    records.save_derivation(Derivation(basis="1 2026a cafe", reached=ANN.id))
    silence(records)


def _live_006(records: Records) -> None:
    _fill(records, SHELVES_OF_006)


def _live_007(records: Records) -> None:
    records.save_import(ANN.id, DRAFT)


def _live_008(records: Records) -> None:
    records.pauses.add(ANN.id, Pause(at=NOON, until=NOON.date() + 9 * DAY, since=NOON.date() + DAY))


def silence(records: Records) -> None:
    """Do what step 005 does of its own: Ben cannot be reached, and nothing waits for him any more."""
    records.drop_pending_due(BEN.id)


def _fill(records: Records, names: Iterable[str]) -> None:
    for name in names:
        for value in PAIRS[name]:
            shelf(records, name).add(ANN.id, value)


# What each step made possible. A chapter is finished with its step's dump: what comes later goes into a new one.
def _live_009(records: Records) -> None:
    """Let Ann tell what her physio forbade."""
    forbidden = HealthFact(
        topic=HealthTopic.NO_DEADLIFTS, said_on=NOON.date(), until=NOON.date() + dt.timedelta(weeks=2)
    )
    records.health.add(ANN.id, forbidden)


CHAPTERS: Mapping[str, Callable[[Records], None]] = {
    "001": _live_001,
    "002": _live_002,
    "003": _live_003,
    "004": _live_004,
    "005": _live_005,
    "006": _live_006,
    "007": _live_007,
    "008": _live_008,
    "009": _live_009,
}


def live(records: Records, *, until: str) -> None:
    """Let Ann and Ben leave something in every table that there was at a step."""
    for step, chapter in CHAPTERS.items():
        if step <= until:
            chapter(records)


def everything(records: Records) -> dict[str, Any]:
    """Return all that the ports show of the two."""
    people = (ANN.id, BEN.id)
    return {
        "runners": [records.runner(who) for who in people],
        "dialogues": [records.dialogue(who) for who in people],
        "due": [records.due_of(who) for who in people],
        "derivation": records.derivation(),
        "imports": [records.import_of(who) for who in people],
        "last verdict": [records.last_verdict(who) for who in people],
        **{name: [shelf(records, name).of(who) for who in people] for name in SHELVES},
    }
