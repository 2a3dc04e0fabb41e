"""Nothing that people sent is lost, however the bot ends."""

import asyncio
from collections import Counter

from bot.local.person import Person
from bot.local.service import LocalTelegram
from tests.e2e.conftest import Bots
from tests.e2e.process import PATIENCE_S

KILLS = 10
PEOPLE = 20


async def send_numbered(people: list[Person], turn: int) -> None:
    """Let half of the people send a message each; its answer quotes the number in it."""
    for index, person in enumerate(people[turn % 2 :: 2]):
        await person.send(f"/set number{turn}x{index} on")


def answers(telegram: LocalTelegram) -> Counter[str]:
    """Count how often each numbered message was answered."""
    texts = [str(call.params["text"]) for call in telegram.calls_of("sendMessage")]
    return Counter(word.strip("\"'.") for text in texts for word in text.split() if "number" in word)


async def all_answered(telegram: LocalTelegram, count: int) -> bool:
    """Wait until so many messages have been answered."""
    return await telegram.world.pulse.until(lambda: len(answers(telegram)) >= count, within=PATIENCE_S)


async def test_messages_are_answered_once_or_twice_when_the_bot_is_killed_again_and_again(
    bots: Bots, telegram: LocalTelegram
) -> None:
    people = [telegram.private_chat(first_name=f"Runner {number}") for number in range(PEOPLE)]
    for turn in range(KILLS):
        bot = await bots.serve()
        await send_numbered(people, turn)
        # From before the first message is stored until after the last answer has left.
        await asyncio.sleep(turn * 0.015)
        await bot.kill()
    await bots.serve()

    expected = {f"number{turn}x{index}" for turn in range(KILLS) for index in range(PEOPLE // 2)}
    await all_answered(telegram, len(expected))

    assert set(answers(telegram)) == expected
    assert max(answers(telegram).values()) <= 2


async def test_messages_are_answered_exactly_once_when_the_bot_is_stopped_in_the_middle(
    bots: Bots, telegram: LocalTelegram
) -> None:
    people = [telegram.private_chat(first_name=f"Runner {number}") for number in range(PEOPLE)]
    first = await bots.serve()
    await send_numbered(people, 0)
    await first.stop()
    await bots.serve()

    await all_answered(telegram, PEOPLE // 2)

    assert answers(telegram) == Counter({f"number0x{index}": 1 for index in range(PEOPLE // 2)})
