"""A runner in the gym: see `doing` for the week and the numbers."""

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World
from tests.conversations.gym.doing import FRIDAY, LOGGED
from tests.conversations.pressing import press
from tests.conversations.waiting import until


@pytest.fixture
async def prompt(runner: Talker, world: World) -> ShownMessage:
    """Return the warm-up prompt of Friday's lift, just sent."""
    await runner.set_up(LOGGED, *FRIDAY)
    *_, message = await until(world, runner, "2026-03-06 11:30")
    return message


@pytest.fixture
async def sets(runner: Talker, prompt: ShownMessage) -> ShownMessage:
    """Return the message in which the first work set is shown."""
    return await press(runner, "Skip to the work sets", prompt)
