"""What the body says in the gym comes first."""

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World
from tests.conversations.gym.doing import (
    DONE,
    LOGGED,
    TICKS,
    lifts_of,
    tapped,
    workouts_of,
)
from tests.conversations.pressing import now
from tests.conversations.waiting import berlin


async def test_something_hurts_keeps_what_was_done_and_asks_what(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    await tapped(runner, sets, DONE)
    [asked] = await runner.press("Something hurts", now(runner, sets))
    assert now(runner, sets).text.startswith("📌 today 11:30 · deadlift 1 × 4 at 100 kg")
    assert asked.text == "❓ What is it like?"
    *_, answer = await runner.press("Low back", asked)
    assert answer.text.startswith("⛔ Not today")
    assert await workouts_of(world, runner) == []


async def test_pain_that_is_written_ends_the_sets(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE)
    await runner.say("my knee hurts sharply")
    held = await tapped(runner, sets, DONE)
    assert held.text.startswith("❓ No more sets today.")
    assert held.labels == ["Finish now", "Back"]
    asked = await tapped(runner, held, "Finish now")
    [advice] = await runner.press("4 or more", asked)
    assert "Next good window" not in now(runner, sets).text
    assert advice.text.startswith("📖")
    [*_, lift] = await lifts_of(world, runner)
    assert len(lift.sets) == 2


@pytest.mark.parametrize("label", [DONE, "Fewer reps", "Heavier 102.5 kg", "Back", "Finish now", "Something hurts"])
async def test_a_red_flag_stops_every_tap(runner: Talker, world: World, sets: ShownMessage, label: str) -> None:
    await runner.say("chest pain when I walk")
    before = await workouts_of(world, runner)
    [stop] = await runner.press(label, now(runner, sets))
    assert stop.text.startswith("🩺 Stop")
    assert now(runner, sets).text == sets.text
    assert await workouts_of(world, runner) == before
    assert (await runner.ask("/log")).startswith("🩺 Stop")
    assert (await runner.ask("/warmup")).startswith("🩺 Stop")
    assert (await runner.ask("80")).startswith("🩺 Stop")


async def test_the_warm_up_too_stops_at_a_red_flag(runner: Talker, prompt: ShownMessage) -> None:
    await runner.say("chest pain when I walk")
    for label in ("✓ Easy cardio, 10 min", "Skip to the work sets"):
        [stop] = await runner.press(label, now(runner, prompt))
        assert stop.text.startswith("🩺 Stop")


@pytest.mark.parametrize("label", [DONE, "Fewer reps", "Heavier 102.5 kg"])
async def test_a_fever_that_is_told_between_the_sets_ends_them_at_the_next_tap(
    runner: Talker, sets: ShownMessage, label: str
) -> None:
    await runner.say("I feel sick, fever 38.5")
    held = await tapped(runner, sets, label)
    assert held.text.startswith("❓ No more sets today.")


async def test_a_fever_that_is_told_in_the_warm_up_ends_it_at_the_next_tap(
    runner: Talker, prompt: ShownMessage
) -> None:
    await runner.say("I feel sick, fever 38.5")
    assert (await tapped(runner, prompt, TICKS[0])).text.startswith("⛔ Not then (12:00)")


async def test_something_hurts_holds_until_it_is_known_what(runner: Talker, sets: ShownMessage) -> None:
    [asked] = await runner.press("Something hurts", sets)
    assert asked.text == "❓ What is it like?"
    assert (await runner.ask("/today")).startswith("⛔ Not today")
    [warm_up] = await runner.say("/warmup")
    assert warm_up.text.startswith("⛔ Not today")
    *_, answer = await runner.press("Pain is gone", asked)
    # Gone pain stays light for two days.
    assert answer.text.startswith("🟡 Light only")


async def test_when_something_hurts_the_plan_follows_and_comes_last(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED, "/lifts auto", "/week")
    world.clock.at = berlin("2026-03-06 11:30")
    await runner.set_up("/lifts auto", "/week")
    [warm_up] = await runner.say("/warmup")
    second = await tapped(runner, warm_up, "Skip to the work sets", DONE)
    asked, plan = await runner.press("Something hurts", second)
    assert asked.text == "❓ What is it like?"
    assert plan.labels == ["Use the new plan", "Keep the old one"]
