"""A lift that is in the log already is logged again only after a yes."""

import pytest

from tests.conversations.conftest import Talker, World
from tests.conversations.gym.doing import lifts_of

LOGGED = "/log deadlift 3x5 85kg rpe 7"
ASKED = "❓ That one is already logged. Again?\ntoday 10:00 · deadlift 3 × 5 at 85 kg (3 in reserve)"


@pytest.mark.parametrize("again", [LOGGED, "deadlifted 3x5 at 85", "/log today 10:00 deadlift 3x5 85kg"])
async def test_the_same_lift_told_twice_waits_for_a_yes(runner: Talker, world: World, again: str) -> None:
    await runner.set_up(LOGGED)
    [asked] = await runner.say(again)
    assert asked.text == ASKED
    assert asked.labels == ["Yes, log it", "No, leave it"]
    assert len(await lifts_of(world, runner)) == 1
    echo, *_ = await runner.press("Yes, log it", asked)
    assert echo.text.startswith("📌 today 10:00 · deadlift 3 × 5 at 85 kg")
    assert len(await lifts_of(world, runner)) == 2


@pytest.mark.parametrize(("word", "lifts"), [("yes", 2), ("no", 1)])
async def test_it_is_answered_in_words(runner: Talker, world: World, word: str, lifts: int) -> None:
    await runner.set_up(LOGGED, LOGGED, word)
    assert len(await lifts_of(world, runner)) == lifts


async def test_a_yes_to_something_else_logs_nothing(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED)
    [asked] = await runner.say(LOGGED)
    await runner.set_up("how do I breathe?", "yes")
    await runner.press("Yes, log it", asked)
    assert len(await lifts_of(world, runner)) == 1


async def test_another_lift_at_the_minute_of_one_is_asked_about(runner: Talker, world: World) -> None:
    await runner.set_up("/log yesterday 18:00 deadlift 3x5 85kg")
    [asked] = await runner.say("/log yesterday 18:00 deadlift 1x2 110kg")
    assert asked.text == (
        "❓ At that minute there is a lift in the log already. Log this one as well?\n"
        "Sun 1 Mar 18:00 · deadlift 3 × 5 at 85 kg"
    )
    assert len(await lifts_of(world, runner)) == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("/log deadlift 3x4 85kg", id="other reps"),
        pytest.param("/log deadlift 3x5 90kg", id="another weight"),
        pytest.param("/log squat 3x5 85kg", id="another exercise"),
        pytest.param("/log yesterday 18:00 deadlift 3x5 85kg", id="another day"),
    ],
)
async def test_another_lift_is_logged_without_a_question(runner: Talker, world: World, other: str) -> None:
    await runner.set_up(LOGGED, other)
    assert len(await lifts_of(world, runner)) == 2


async def test_the_same_again_hours_later_is_another_lift(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED)
    world.clock.go_on(hours=3)
    await runner.set_up(LOGGED)
    assert len(await lifts_of(world, runner)) == 2


async def test_sets_that_are_logged_one_by_one_are_others_after_a_rest(runner: Talker, world: World) -> None:
    for _ in range(3):
        await runner.set_up("/log deadlift 1x5 85kg")
        world.clock.go_on(minutes=3)
    assert len(await lifts_of(world, runner)) == 3


async def test_what_is_new_beside_it_is_kept(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED)
    stored, *_, asked = await runner.say("/log deadlift 3x5 85kg\nsquat 3x5 60kg")
    assert stored.text.startswith("📌")
    assert asked.text == ASKED
    assert len(await lifts_of(world, runner)) == 2
