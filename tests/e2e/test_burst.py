"""Many reminders due at once, in real time, against a server that minds Telegram's limits.

`python -m benchmarks.reliability --only limits` does it with ten thousand.
"""

from dataclasses import replace

import pytest

from bot.local.person import Person
from bot.local.service import LocalTelegram
from tests.e2e.conftest import ask
from tests.e2e.limits import Limits
from tests.e2e.rig import Rig
from tests.e2e.seeding import waiting

PEOPLE = 90


@pytest.mark.parametrize("per_second", [30, 60])
async def test_a_burst_keeps_telegrams_limits_and_an_answer_overtakes_it(
    rig: Rig, telegram: LocalTelegram, ada: Person, per_second: int
) -> None:
    people = [telegram.private_chat(user_id=4001 + number) for number in range(PEOPLE)]
    rig = replace(rig, speed=1)
    rig.server.limits = Limits(paid=60)
    await rig.remind(*people)
    bot = await rig.serve("06:59:58", MESSAGES_PER_SECOND=str(per_second))
    await bot.until(lambda: rig.tally().total() > 0)
    answer = await ask(ada, "/today")
    came = rig.tally().total()
    # Not by looking into the database: copying it again and again would hold this server up.
    await bot.until(lambda: rig.tally().total() >= PEOPLE)
    await bot.until(lambda: waiting(rig.folder) == 0, every_s=0.5)

    assert answer.startswith(("✅", "🟡", "⛔"))
    assert came < PEOPLE
    assert rig.server.limits.broken == 0
    assert [rig.came(person) for person in people] == [1] * PEOPLE
