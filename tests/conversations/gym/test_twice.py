"""One lift told in two ways is not logged twice without a question."""

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World
from tests.conversations.gym.doing import DONE, lifts_of, tapped, workouts_of
from tests.conversations.pressing import now

WRITTEN = "/log deadlift 3x4 100kg rpe 8"


@pytest.fixture
async def asked(runner: Talker, sets: ShownMessage) -> ShownMessage:
    """Return what comes after a lift that was written while it was done by taps."""
    second = await tapped(runner, sets, DONE)
    await runner.say(WRITTEN)
    return await tapped(runner, second, DONE, DONE, "2")


async def test_a_lift_that_was_written_meanwhile_is_asked_about(
    runner: Talker, world: World, asked: ShownMessage
) -> None:
    lift = "deadlift 3 × 4 at 100 kg (2 in reserve)"
    assert asked.text.split("\n") == [
        f"❓ That exercise is in the log of that day already. Is this another lift: {lift}?",
        f"today 11:30 · {lift}",
    ]
    assert asked.labels == ["Keep both", "Drop this one"]
    assert len(await lifts_of(world, runner)) == 2


async def test_the_second_one_is_dropped(runner: Talker, world: World, asked: ShownMessage) -> None:
    await tapped(runner, asked, "Drop this one")
    assert len(await lifts_of(world, runner)) == 2
    assert await workouts_of(world, runner) == []


async def test_both_are_kept(runner: Talker, world: World, asked: ShownMessage) -> None:
    await runner.press("Keep both", asked)
    assert now(runner, asked).text.startswith("📌 today 11:30 · deadlift 3 × 4 at 100 kg (2 in reserve)")
    assert len(await lifts_of(world, runner)) == 3
    assert await workouts_of(world, runner) == []


async def test_the_question_stands_until_it_is_answered(runner: Talker, world: World, asked: ShownMessage) -> None:
    [menu] = await runner.say("/log")
    again = await tapped(runner, menu, "Log what was done")
    assert again.text == asked.text
    assert len(await lifts_of(world, runner)) == 2


async def test_something_hurts_asks_too_and_logs_nothing_by_itself(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    second = await tapped(runner, sets, DONE)
    await runner.say(WRITTEN)
    [pain] = await runner.press("Something hurts", second)
    assert now(runner, sets).labels == ["Keep both", "Drop this one"]
    assert pain.text == "❓ What is it like?"
    assert len(await lifts_of(world, runner)) == 2


async def test_another_exercise_of_the_day_is_no_twin(runner: Talker, world: World, sets: ShownMessage) -> None:
    second = await tapped(runner, sets, DONE)
    await runner.say("/log squat 3x5 80kg rpe 7")
    effort = await tapped(runner, second, DONE, DONE)
    await runner.press("2", effort)
    assert now(runner, sets).text.startswith("📌")
    assert len(await lifts_of(world, runner)) == 3


async def test_a_second_session_against_advice_is_logged_without_a_question(runner: Talker, world: World) -> None:
    await runner.say("/log 08:00 deadlift 3x4 100kg rpe 8")
    await runner.say("/today")
    await runner.say("I'll lift anyway")
    [warm_up] = await runner.say("/warmup")
    effort = await tapped(runner, warm_up, "Skip to the work sets", DONE, DONE, DONE)
    await runner.press("4 or more", effort)
    assert now(runner, warm_up).text.startswith("📌")
    assert len(await lifts_of(world, runner)) == 2
