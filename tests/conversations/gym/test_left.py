"""A lift that is open: after a restart, after hours, in the export."""

import json
from pathlib import Path

from bot.library.library import Library
from bot.local.shown import ShownMessage
from tests.conversations.conftest import EXPERIENCED, WEEK, Clock, Talker, World, bot_on
from tests.conversations.gym.doing import (
    DONE,
    FRIDAY,
    LOGGED,
    TICKS,
    data_of,
    lifts_of,
    press_old,
    tapped,
    workouts_of,
)
from tests.conversations.waiting import until


async def test_a_restart_in_the_middle_loses_nothing(tmp_path: Path, library: Library, clock: Clock) -> None:
    database = tmp_path / "bot.db"
    async with bot_on(database, library, clock) as world:
        ada = world.person()
        await ada.set_up(*EXPERIENCED, WEEK, LOGGED, *FRIDAY)
        *_, prompt = await until(world, ada, "2026-03-06 11:30")
        second = await tapped(ada, prompt, *TICKS, "Start the work sets", DONE)
        data = data_of(second, DONE)
    clock.go_on(minutes=3)
    async with bot_on(database, library, clock) as world:
        ada = world.person()
        [asked] = await ada.say("/log")
        assert asked.text == "❓ You are in the middle of it, since today 11:30: deadlift 1 × 4 at 100 kg."
        # The button of before the restart, on a message of after it.
        third = await press_old(ada, asked, data)
        assert third.text.startswith("❓ Set 3 of 3 · 4 × 100 kg")
        effort = await tapped(ada, third, DONE)
        await ada.press("2", effort)
        assert [len(lift.sets) for lift in await lifts_of(world, ada)] == [3, 3]


async def test_a_lift_that_was_left_is_offered_and_never_logged_by_itself(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    await tapped(runner, sets, DONE, DONE)
    world.clock.go_on(hours=5)
    offered = await tapped(runner, sets, DONE)
    assert offered.text == ("❓ You left this open, today 11:30: deadlift 2 × 4 at 100 kg. Shall I log what was done?")
    assert offered.labels == ["Log what was done", "Drop it"]
    assert len(await lifts_of(world, runner)) == 1
    [menu] = await runner.say("/log")
    assert menu.text == offered.text
    asked = await tapped(runner, menu, "Log what was done")
    await runner.press("Can't say", asked)
    [*_, lift] = await lifts_of(world, runner)
    assert len(lift.sets) == 2
    assert lift.at.hour == 10  # 11:30 in Berlin, when it was begun


async def test_a_lift_that_was_left_can_be_dropped(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE)
    world.clock.go_on(days=1)
    [menu] = await runner.say("/log")
    await tapped(runner, menu, "Drop it")
    assert len(await lifts_of(world, runner)) == 1
    assert await workouts_of(world, runner) == []


async def test_the_question_after_the_lift_is_about_what_is_open(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    await runner.say("/remind after on")
    await tapped(runner, sets, DONE)
    *_, after = await until(world, runner, "2026-03-06 14:00")
    assert after.text.startswith("⏰ You are in the middle of it, since today 11:30: deadlift 1 × 4 at 100 kg.")


async def test_a_lift_that_is_open_is_exported_and_deleted(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE)
    document, _ = await runner.say("/export")
    assert document.file is not None
    [kept] = json.loads(document.file.content)["workouts"]
    assert (kept["stage"], len(kept["done"])) == ("work", 1)
    [sure] = await runner.say("/delete")
    await runner.press("Yes, delete everything", sure)
    assert await workouts_of(world, runner) == []
