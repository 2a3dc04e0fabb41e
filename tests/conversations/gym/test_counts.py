"""What a lift counts as when more is on the bar than was prescribed.

Five repetitions at 82.5 kg are the light sets of an e1RM of 118 kg (70 %); 102.5 kg are 87 % of it, which is heavy.
"""

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World
from tests.conversations.gym.doing import DONE, FRIDAY, LOGGED, lifts_of, tapped
from tests.conversations.pressing import now, press
from tests.conversations.waiting import until

UP = [f"Heavier {kg:g} kg" for kg in (85, 87.5, 90, 92.5, 95, 97.5, 100, 102.5)]


@pytest.fixture
async def light(runner: Talker, world: World) -> ShownMessage:
    """Return the first set of a light lift."""
    await runner.set_up(LOGGED, *FRIDAY)
    *_, prompt = await until(world, runner, "2026-03-06 11:30")
    await runner.say("/checkin soreness 5")
    return await press(runner, "Skip to the work sets", prompt)


async def counted(runner: Talker, message: ShownMessage) -> str:
    """Finish the sets with no word on how hard they were, and return what they count as."""
    asked = await tapped(runner, message, DONE, DONE, DONE)
    await runner.press("Can't say", asked)
    return now(runner, message).text.split("\n")[1]


async def test_light_sets_as_prescribed_count_as_light(runner: Talker, light: ShownMessage) -> None:
    assert await counted(runner, light) == "Counts as light."


async def test_light_sets_made_heavier_by_taps_count_as_heavy(runner: Talker, light: ShownMessage) -> None:
    assert await counted(runner, await tapped(runner, light, *UP)) == "Counts as heavy."


@pytest.mark.usefixtures("light")
async def test_light_sets_made_heavier_in_words_count_as_heavy(runner: Talker) -> None:
    [loaded] = await runner.say("102.5")
    assert await counted(runner, loaded) == "Counts as heavy."


async def test_one_set_that_was_too_heavy_is_enough(runner: Talker, light: ShownMessage) -> None:
    second = await tapped(runner, light, *UP, DONE)
    [lighter] = await runner.say("82.5")
    asked = await tapped(runner, lighter, DONE, DONE)
    await runner.press("Can't say", asked)
    assert "Counts as heavy." in now(runner, lighter).text
    assert second.text.startswith("❓ Set 2 of 3")


async def test_light_sets_made_heavier_count_as_heavy_when_something_hurts(
    runner: Talker, world: World, light: ShownMessage
) -> None:
    heavier = await tapped(runner, light, *UP, DONE)
    await runner.press("Something hurts", heavier)
    assert "Counts as heavy." in now(runner, light).text
    assert [work.weight_kg for work in (await lifts_of(world, runner))[-1].sets] == [102.5]


@pytest.mark.usefixtures("light")
async def test_a_little_heavier_than_light_still_counts_by_its_numbers(runner: Talker) -> None:
    # 85 kg are 72 % of 118 kg.
    [loaded] = await runner.say("85 kg")
    assert await counted(runner, loaded) == "Counts as light."


async def test_light_sets_that_are_edited_to_be_heavier_count_as_heavy(runner: Talker, light: ShownMessage) -> None:
    assert await counted(runner, light) == "Counts as light."
    edited = await tapped(runner, light, "Edit", *UP)
    assert "Counts as heavy." in edited.text
