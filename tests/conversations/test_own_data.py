"""Export, deletion, settings, help."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

import pytest

from bot.app.ports import Records
from bot.app.records import Override
from bot.app.restored import CHECKIN_KINDS
from bot.chat.menu import menu
from bot.library.library import Library
from bot.training.body import CheckIn, GymHeat, HeatIllness, Layoff, RunReport, Sleep, Travel, Well
from bot.training.health import HealthFact, HealthTopic
from bot.training.lifts import PlannedLift
from tests.conversations.conftest import MONDAY_MORNING, Talker, World

TODAY = MONDAY_MORNING.date()
AT = "2026-03-02T09:00:00Z"

KEYS = {
    "format",
    "profile",
    "weekly_runs",
    "dated_runs",
    "races",
    "health",
    "red_flags",
    "overrides",
    "pauses",
    "plan",
    "lifts",
    "checkins",
    "fixed_lifts",
    "reminders",
    "verdicts",
}


async def test_the_export_holds_everything_under_the_names_of_the_contract(runner: Talker) -> None:
    await runner.set_up(
        "/add tomorrow rest",
        "/race 2026-09-27 marathon A Berlin",
        "/log deadlift 3x4 100kg rpe 8",
        "/checkin soreness 4",
        "/lifts fri 07:00",
        "/remind 06:00",
        "/today",
    )
    document, log = await runner.say("/export")
    assert document.file is not None
    data = json.loads(document.file.content)
    assert set(data) >= KEYS
    assert data["format"] == "deadlift-bot/1"
    assert data["profile"]["timezone"] == "Europe/Berlin"
    assert data["weekly_runs"][0] == {
        "weekday": "tue",
        "time": "18:00",
        "kind": "intervals",
        "class": "QUALITY",
        "distance_km": None,
        "duration_min": None,
        "hilly": False,
        "descent_m": None,
        "text": data["weekly_runs"][0]["text"],
    }
    assert data["dated_runs"][0]["date"] == "2026-03-03"
    assert data["dated_runs"][0]["replaces"] is True
    assert data["races"][0]["distance"] == 42.195
    assert data["lifts"][0]["heavy"] is True
    assert data["lifts"][0]["sets"][0] == {"reps": 4, "weight_kg": 100.0, "rir": 2.0}
    assert data["fixed_lifts"] == [{"weekday": "fri", "time": "07:00"}]
    due = {row["kind"]: row["due_at"] for row in data["reminders"]}
    assert due == {
        "morning": "2026-03-06T05:00:00Z",
        "warmup": "2026-03-06T05:30:00Z",
        "alert": "2026-03-05T19:00:00Z",
        "taper": "2026-09-13T04:00:00Z",
        "after": "2026-03-06T08:00:00Z",
        "sore": "2026-03-03T05:00:00Z",
    }
    assert len(data["verdicts"]) == 2
    assert log.file is not None
    assert log.file.content.decode().splitlines()[1].startswith("2026-03-02T09:00:00Z,deadlift,1,4,100.0,2")


async def exported(runner: Talker) -> Any:
    """Return the document that a runner is given."""
    document, _ = await runner.say("/export")
    assert document.file is not None
    return json.loads(document.file.content)


async def test_what_was_never_said_is_exported_as_nothing(runner: Talker) -> None:
    data = await exported(runner)
    assert (data["health"], data["overrides"], data["plan"], data["checkins"]) == (None, [], [], [])
    assert [data["profile"][name] for name in ("plates", "auto_lifts", "fewer_sets")] == [[], False, 0]


def fact(topic: HealthTopic, **parts: dt.date) -> HealthFact:
    """Return a health answer of today's."""
    return HealthFact(topic=topic, said_on=TODAY, **parts)


def tell_health(runner: Talker, facts: Iterable[HealthFact], records: Records) -> None:
    """Keep lasting health answers."""
    for one in facts:
        records.health.add(runner.person.id, one)


async def test_lasting_health_answers_are_exported(runner: Talker, world: World) -> None:
    birth = fact(HealthTopic.BIRTH, since=dt.date(2026, 1, 5), cleared_on=TODAY)
    facts = [fact(HealthTopic.AGE_65_UP), birth, fact(HealthTopic.AGE_18_TO_64), fact(HealthTopic.PELVIC)]
    await world.store.run(lambda records: tell_health(runner, facts, records))
    assert (await exported(runner))["health"] == {
        "age": "18-64",
        "birth": "2026-01-05",
        "conditions": [
            {"topic": "birth", "since": "2026-01-05", "cleared_on": "2026-03-02", "said_on": "2026-03-02"},
            {"topic": "pelvic", "since": None, "cleared_on": None, "said_on": "2026-03-02"},
        ],
        "none_said": False,
    }


@pytest.mark.parametrize(
    ("topic", "age"),
    [
        (HealthTopic.AGE_UNDER_13, "<13"),
        (HealthTopic.AGE_13_TO_17, "13-17"),
        (HealthTopic.AGE_65_UP, "65+"),
        (HealthTopic.NONE, None),
    ],
)
async def test_an_age_or_none_of_these_alone_is_exported_too(
    runner: Talker, world: World, topic: HealthTopic, age: str | None
) -> None:
    await world.store.run(lambda records: tell_health(runner, [fact(topic)], records))
    none_said = topic is HealthTopic.NONE
    assert (await exported(runner))["health"] == {"age": age, "birth": None, "conditions": [], "none_said": none_said}


def live_on(runner: Talker, records: Records) -> None:
    """Keep what no command of the other tests keeps."""
    owner = runner.person.id
    records.overrides.add(owner, Override(at=MONDAY_MORNING, day=TODAY, codes=("R60", "R70")))
    records.planned_lifts.add(owner, PlannedLift(date=TODAY, time=dt.time(18), heavy=True))
    for checkin in (
        Sleep(at=MONDAY_MORNING, hours=5.5),
        GymHeat(at=MONDAY_MORNING, celsius=33.0),
        Travel(at=MONDAY_MORNING, travel_hours=11.0, zones=6),
        Well(at=MONDAY_MORNING),
        HeatIllness(at=MONDAY_MORNING, cleared_at=MONDAY_MORNING),
        RunReport(at=MONDAY_MORNING, run_date=TODAY, felt_worse=True),
        Layoff(at=MONDAY_MORNING, last_on=TODAY),
    ):
        records.checkins.add(owner, checkin)
    known = records.runner(owner)
    assert known is not None
    records.save_runner(replace(known, profile=replace(known.profile, plates=(20.0, 1.25), auto_lifts=True)))


async def test_overrides_plan_and_check_ins_are_exported_under_their_names(runner: Talker, world: World) -> None:
    await world.store.run(lambda records: live_on(runner, records))
    data = await exported(runner)
    assert data["overrides"] == [{"at": AT, "day": "2026-03-02", "codes": ["R60", "R70"]}]
    assert data["plan"] == [{"date": "2026-03-02", "time": "18:00", "heavy": True}]
    assert data["checkins"] == [
        {"kind": "sleep", "at": AT, "hours": 5.5},
        {"kind": "gym", "at": AT, "celsius": 33.0},
        {"kind": "travel", "at": AT, "travel_hours": 11.0, "zones": 6},
        {"kind": "well", "at": AT},
        {"kind": "heat_illness", "at": AT, "cleared_at": AT},
        {"kind": "run_report", "at": AT, "run_date": "2026-03-02", "felt_worse": True, "percent": None},
        {"kind": "layoff", "at": AT, "last_on": "2026-03-02"},
    ]
    assert data["profile"]["plates"] == [20.0, 1.25]
    assert data["profile"]["auto_lifts"] is True


def test_every_kind_of_check_in_has_a_name_of_its_own_in_the_export() -> None:
    assert set(CHECKIN_KINDS) == set(get_args(CheckIn))
    assert len(set(CHECKIN_KINDS.values())) == len(CHECKIN_KINDS)


def left_of(runner: Talker, records: Records) -> list[object]:
    """Return what the newer shelves hold of a runner."""
    shelves = (records.health, records.overrides, records.planned_lifts, records.checkins)
    return [row for shelf in shelves for row in shelf.of(runner.person.id)]


async def test_delete_asks_once_and_then_nothing_is_left(runner: Talker, world: World) -> None:
    await world.store.run(lambda records: live_on(runner, records))
    await world.store.run(lambda records: tell_health(runner, [fact(HealthTopic.HEART)], records))
    [asked] = await runner.say("/delete")
    assert asked.text.startswith("❓ Delete everything")
    [deleted] = await runner.press("Yes, delete everything")
    assert deleted.text.startswith("📌 Everything about you is deleted.")
    assert await world.store.run(lambda records: records.runner(runner.person.id)) is None
    assert await world.store.run(lambda records: left_of(runner, records)) == []
    assert (await runner.ask("/schedule")).startswith("I know no running week yet")


async def test_delete_can_be_declined(runner: Talker) -> None:
    await runner.say("/delete")
    await runner.press("No, keep it")
    assert "Tue · intervals" in await runner.ask("/schedule")


async def test_settings_show_every_name_and_a_button_changes_one(runner: Talker) -> None:
    [shown] = await runner.say("/settings")
    for name in ("timezone", "units", "lifting", "slots", "days", "run_time", "target", "phase", "quiet", "language"):
        assert f"\n{name}: " in shown.text
    [stored] = await runner.press("lb", shown)
    assert stored.text == "📌 units: lb"


async def test_a_setting_said_in_a_sentence_is_stored(runner: Talker) -> None:
    assert await runner.ask("remind me at 6:30") == "📌 reminder: 06:30"


async def test_help_privacy_and_cancel_answer(runner: Talker) -> None:
    assert "/schedule" in await runner.ask("/help")
    assert "/export" in await runner.ask("/help data")
    assert "/delete" in await runner.ask("/privacy")
    assert (await runner.ask("/cancel")).startswith("🤷 There is nothing to leave")


def test_the_menu_holds_every_command_in_the_order_of_the_contract(library: Library) -> None:
    contract = [
        "today",
        "week",
        "schedule",
        "add",
        "race",
        "lifts",
        "log",
        "progress",
        "checkin",
        "health",
        "warmup",
        "form",
        "ask",
        "why",
        "remind",
        "pause",
        "resume",
        "set",
        "settings",
        "export",
        "delete",
        "privacy",
        "help",
        "start",
        "cancel",
    ]
    shown = [command.command for command in menu(library.texts.messages)]
    assert shown == contract


async def test_plates_are_kept_with_the_equipment_in_the_runners_unit(runner: Talker) -> None:
    assert await runner.ask("/set equipment barbell plates 20 10 2.5") == "📌 equipment: barbell plates 20 10 2.5"
    assert (
        await runner.ask("/set equipment barbell plates 20 10 2,5 1,25")
        == "📌 equipment: barbell plates 20 10 2.5 1.25"
    )
    assert await runner.ask("/set equipment barbell, plates 20,10,5") == "📌 equipment: barbell plates 20 10 5"
    assert await runner.ask("/set equipment barbell plates 20kg 10kg 2.5kg") == "📌 equipment: barbell plates 20 10 2.5"
    assert (await runner.ask("/set equipment plates -5")).startswith("⚠️ equipment takes any of")
    assert (await runner.ask("/set equipment barbell 20")).startswith("⚠️ equipment takes any of")
    assert "equipment: barbell plates 20 10 2.5" in await runner.ask("/settings")
