"""Export, deletion, settings, help, groups."""

import json

from bot.chat.menu import menu
from bot.chat.routes import NOT_YET
from bot.library.library import Library
from bot.local.group import Group
from tests.conversations.conftest import Talker, World

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
    assert {row["kind"] for row in data["reminders"]} == {"morning", "warmup"}
    assert data["reminders"][0]["due_at"] == "2026-03-06T05:00:00Z"
    assert len(data["verdicts"]) == 2
    assert log.file is not None
    assert log.file.content.decode().splitlines()[1].startswith("2026-03-02T09:00:00Z,deadlift,1,4,100.0,2")


async def test_delete_asks_once_and_then_nothing_is_left(runner: Talker, world: World) -> None:
    [asked] = await runner.say("/delete")
    assert asked.text.startswith("❓ Delete everything")
    [deleted] = await runner.press("Yes, delete everything")
    assert deleted.text.startswith("📌 Everything about you is deleted.")
    assert await world.store.run(lambda records: records.runner(runner.person.id)) is None
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


def test_the_menu_holds_what_works_in_the_order_of_the_contract(library: Library) -> None:
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
    assert shown == [name for name in contract if name in shown]
    assert set(contract) - set(shown) == NOT_YET


async def test_a_group_gets_a_way_to_the_private_chat_and_nothing_else(world: World, club: Group) -> None:
    seat = club.members[0]
    await seat.send("what a run")
    await world.settle()
    assert seat.messages == []
    await seat.send("/today")
    await world.settle()
    [answer] = seat.messages
    assert answer.text == "🤷 Let us talk in private: that is your own data."
    assert answer.reply_to is not None
    assert answer.labels == ["Open our chat"]


async def test_a_button_pressed_in_a_group_makes_nobody_known(world: World, club: Group) -> None:
    seat = club.members[0]
    await seat.send("/today")
    await world.settle()
    await seat.press_data(seat.messages[-1], f"{seat.id}|today")
    await world.settle()
    assert await world.store.run(lambda records: records.runner(seat.id)) is None


async def test_a_setting_that_nothing_uses_yet_says_so(runner: Talker) -> None:
    assert (await runner.ask("/set target 1")).splitlines() == [
        "📌 target: 1",
        "I keep it; nothing I can do yet depends on it.",
    ]
