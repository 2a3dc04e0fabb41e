"""The machine's clock steps by hours while the bot runs; timers go on by the monotonic clock, as on a real machine."""

import asyncio
import datetime as dt
from pathlib import Path

from bot.local.service import LocalTelegram
from tests.e2e.rig import SPEED, Rig
from tests.e2e.seeding import seed

HOUR = 3600


async def test_a_clock_that_steps_forward_and_back_brings_each_reminder_once_or_not_at_all_when_it_is_too_late(
    rig: Rig, telegram: LocalTelegram, tmp_path: Path
) -> None:
    early, seven, later = [telegram.private_chat(user_id=3001 + n) for n in range(3)]
    await seed(rig.folder, {early.id: dt.time(6, 30), seven.id: dt.time(7), later.id: dt.time(9, 30)})
    step = tmp_path / "step"
    step.write_text("0")
    bot = await rig.serve("05:45", module="tests.e2e.stepping", CLOCK_STEP=str(step))

    step.write_text(str(3 * HOUR))  # 08:45: too late for half past six, not for seven
    await bot.until(lambda: rig.came(seven) == 1)
    step.write_text(str(75 * 60 - 30))  # back, to a moment before seven
    await asyncio.sleep(90 / SPEED)
    assert [rig.came(person) for person in (early, seven, later)] == [0, 1, 0]
    step.write_text(str(225 * 60 - 30))  # 09:30 is near
    await bot.until(lambda: rig.came(later) == 1)

    assert [rig.came(person) for person in (early, seven, later)] == [0, 1, 1]
