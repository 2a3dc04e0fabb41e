"""A reminder that may not have arrived is told of when its person next writes, once and calmly."""

import pytest

from bot.local.faults import answering
from tests.conversations.conftest import Talker, World

DOUBT = (
    "🤷 I could not see whether your reminder of Fri 6 Mar 07:00 arrived. In case it did not: /today has your answer."
)


@pytest.fixture
async def missed(runner: Talker, world: World) -> Talker:
    """Return a runner whose reminder of Friday 07:00 Telegram refused; it is Saturday now."""
    await runner.set_up("/remind 07:00", "/remind warmup off", "/lifts fri 12:00")
    world.telegram.fail("sendMessage", answering(400, "Bad Request: message is too long"))
    world.clock.go_on(hours=93)
    await world.dispatch()
    world.clock.go_on(hours=24)
    return runner


async def test_the_first_answer_is_preceded_by_one_line_and_the_next_is_not(missed: Talker) -> None:
    line, answer = await missed.say("/set units lb")
    assert line.text == DOUBT
    assert answer.text.startswith("📌 units: lb")

    assert (await missed.ask("/set units kg")).startswith("📌 units: kg")


async def test_a_press_on_a_button_counts_as_writing(missed: Talker) -> None:
    [line] = await missed.press("Undo", missed.person.messages[-1])

    assert line.text == DOUBT


async def test_a_stop_stands_alone_and_the_line_waits(missed: Talker) -> None:
    [stop] = await missed.say("chest pain and short of breath")
    assert stop.text.startswith("🩺 Stop")

    line, _ = await missed.say("/help")
    assert line.text == DOUBT


async def test_several_reminders_are_named_in_one_line_the_latest_three_of_many(missed: Talker, world: World) -> None:
    for _ in range(3):
        world.telegram.fail("sendMessage", answering(400, "Bad Request: message is too long"))
        world.clock.go_on(hours=6 * 24)
        await world.dispatch()
        world.clock.go_on(hours=24)

    line, _ = await missed.say("/help")
    assert "your reminder of Fri 13 Mar 07:00, Fri 20 Mar 07:00, Fri 27 Mar 07:00 arrived" in line.text


async def test_a_reminder_that_arrived_is_not_spoken_of(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/lifts fri 12:00")
    world.clock.go_on(hours=93)
    await world.dispatch()

    assert len(await runner.say("/set units lb")) == 1
