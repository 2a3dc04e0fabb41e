"""The machine's clock steps by hours while the bot runs; timers go on by the monotonic clock, as on a real machine."""

import asyncio
import datetime as dt
from dataclasses import replace

import pytest

from bot.local.service import LocalTelegram
from tests.e2e.rig import Rig
from tests.e2e.seeding import seed


@pytest.fixture
def rig(rig: Rig) -> Rig:
    """Return a rig whose bots are not so fast that a busy machine keeps them waiting in vain, and they send again."""
    return replace(rig, speed=5)


async def test_a_clock_that_steps_forward_and_back_brings_each_reminder_once_or_not_at_all_when_it_is_too_late(
    rig: Rig, telegram: LocalTelegram
) -> None:
    early, seven, later = [telegram.private_chat(user_id=3001 + n) for n in range(3)]
    await seed(rig.folder, {early.id: dt.time(6, 30), seven.id: dt.time(7), later.id: dt.time(9, 30)})
    bot = await rig.serve_stepped("05:45")

    rig.step(dt.timedelta(hours=3))  # 08:45: too late for half past six, not for seven
    await bot.until(lambda: rig.came(seven) == 1)
    # Back, to a moment before seven, by what the bot's clock showed without steps.
    went = dt.timedelta(seconds=(asyncio.get_running_loop().time() - bot.started_at) * rig.speed)
    rig.step(dt.timedelta(minutes=75, seconds=-10) - went)
    await asyncio.sleep(20 / rig.speed)
    assert [rig.came(person) for person in (early, seven, later)] == [0, 1, 0]
    rig.step(dt.timedelta(minutes=225, seconds=-30))  # 09:30 is near
    await bot.until(lambda: rig.came(later) == 1)

    assert [rig.came(person) for person in (early, seven, later)] == [0, 1, 1]
