"""Nothing that people sent is lost, however the bot ends."""

import asyncio
import re
from collections import Counter

import pytest

from bot.local.person import Person
from bot.local.service import LocalTelegram
from tests.e2e.conftest import Bots
from tests.e2e.process import PATIENCE_S

KILLS = 4
PEOPLE = 20
TOGETHER = 10
STEP_S = 0.035
"""Four kills so far apart reach from before the first message is stored until after the last answer has left."""


async def send_numbered(people: list[Person], turn: int) -> None:
    """Let some people send a message each whose answer quotes the number in it."""
    first = turn * TOGETHER % PEOPLE
    for index, person in enumerate(people[first : first + TOGETHER]):
        await person.send(f"/set number{turn}x{index} on")


def expected(turns: int) -> set[str]:
    """Return the numbers that people sent in so many turns."""
    return {f"number{turn}x{index}" for turn in range(turns) for index in range(TOGETHER)}


def answers(telegram: LocalTelegram) -> Counter[str]:
    """Count how often each numbered message was answered."""
    texts = [str(call.params["text"]) for call in telegram.calls_of("sendMessage")]
    return Counter(number for text in texts for number in re.findall(r"number\d+x\d+", text))


async def all_answered(telegram: LocalTelegram, *, turns: int) -> None:
    """Wait until the messages of so many turns are answered."""
    everybody = expected(turns)
    if not await telegram.world.pulse.until(lambda: everybody <= set(answers(telegram)), within=PATIENCE_S):
        raise AssertionError(f"never answered: {sorted(everybody - set(answers(telegram)))}")


@pytest.fixture
def people(telegram: LocalTelegram) -> list[Person]:
    """Return people enough that none is answered faster than Telegram allows."""
    return [telegram.private_chat(first_name=f"Runner {number}") for number in range(PEOPLE)]


@pytest.mark.timeout(300)  # five starts, which take a while where much else runs
async def test_messages_are_answered_once_or_twice_when_the_bot_is_killed_again_and_again(
    bots: Bots, telegram: LocalTelegram, people: list[Person]
) -> None:
    for turn in range(KILLS):
        bot = await bots.serve()
        # What was on its way at the last kill comes first: two kills on one message may cost it both its attempts.
        await all_answered(telegram, turns=turn)
        await send_numbered(people, turn)
        await asyncio.sleep(turn * STEP_S)
        await bot.kill()
    await bots.serve()
    await all_answered(telegram, turns=KILLS)

    assert max(answers(telegram).values()) <= 2


async def test_messages_are_answered_exactly_once_when_the_bot_is_stopped_in_the_middle(
    bots: Bots, telegram: LocalTelegram, people: list[Person]
) -> None:
    first = await bots.serve()
    await send_numbered(people, 0)
    assert await telegram.world.pulse.until(lambda: bool(answers(telegram)), within=PATIENCE_S)
    assert await first.stop() == 0
    await bots.serve()
    await all_answered(telegram, turns=1)

    assert answers(telegram) == Counter(expected(1))
