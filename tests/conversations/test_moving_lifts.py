"""One lift moved or left out in words; a question, a run or a supposition changes nothing.

The clock begins on Monday, 2 March 2026, 10:00 in Berlin; the runner runs intervals on Tuesday 18:00, tempo on Thursday
06:30 and long on Sunday 08:00, and lifts on Friday at 12:00.
"""

import pytest

from tests.conversations.conftest import Talker, World
from tests.conversations.waiting import texts, until


@pytest.fixture
async def lifter(runner: Talker) -> Talker:
    """Return a runner with a lift on Fridays."""
    await runner.set_up("/lifts fri 12:00", "/remind warmup off")
    return runner


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("move my friday lift to saturday 10:00", "Lift Sat 7 Mar 10:00, moved from Fri 6 Mar 12:00."),
        ("change my friday lift to 17:30", "Lift Fri 6 Mar 17:30, moved from Fri 6 Mar 12:00."),
        ("Move my lift to thursday evening", "Lift Thu 5 Mar 18:00, moved from Fri 6 Mar 12:00."),
        ("can you move friday's deadlifts to saturday?", "Lift Sat 7 Mar 12:00, moved from Fri 6 Mar 12:00."),
        ("i'm not lifting on friday", "Lift Fri 6 Mar 12:00: left out."),
        ("skip my lift", "Lift Fri 6 Mar 12:00: left out."),
        ("skip friday's lift", "Lift Fri 6 Mar 12:00: left out."),
    ],
)
async def test_a_sentence_moves_or_leaves_out_one_lift(lifter: Talker, said: str, echo: str) -> None:
    [answer] = await lifter.say(said)
    assert answer.text.split("\n")[0] == f"📌 {echo}"
    await lifter.press("Undo", answer)
    assert "Fri 12:00 · next Fri 6 Mar 12:00" in await lifter.ask("/lifts")


@pytest.mark.parametrize(
    "said",
    [
        "can i move my friday lift to saturday?",
        "should i skip friday's lift?",
        "what if i move my friday lift to saturday",
        "maybe i'll skip friday's lift",
        "sarah moved her friday lift to saturday",
        "move my friday run to saturday",
        "i'm not sore after lifting on friday",
        "skip friday's lift or run?",
        "if i skip friday's lift can i run saturday",
    ],
)
async def test_what_asks_or_supposes_moves_no_lift(lifter: Talker, world: World, said: str) -> None:
    await lifter.say(said)
    assert await world.store.run(lambda records: records.lift_changes.of(lifter.person.id)) == ()


async def test_a_day_without_a_lift_says_so(lifter: Talker) -> None:
    assert (await lifter.ask("skip tomorrow's lift")).startswith("🤷 I know of no lift on Tue 3 Mar.")


async def test_a_lift_is_moved_to_no_past_time(lifter: Talker) -> None:
    assert (await lifter.ask("move my friday lift to today 9:00")).startswith("⚠️")


async def test_a_lift_that_was_moved_three_weeks_ahead_can_be_left_out(runner: Talker) -> None:
    await runner.set_up("/set days fri", "/lifts auto")
    assert (await runner.ask("move friday's lift to 2026-03-23 07:00")).startswith(
        "📌 Lift Mon 23 Mar 07:00, moved from"
    )
    assert await runner.ask("skip my next lift") == "📌 Lift Mon 23 Mar 07:00: left out."


async def test_without_lift_times_there_is_nothing_to_move(runner: Talker) -> None:
    assert (await runner.ask("skip friday's lift")).startswith("🤷 No lift times yet.")


async def test_reminders_follow_the_lift_and_the_old_day_is_silent(lifter: Talker, world: World) -> None:
    await lifter.set_up("/remind 07:00", "/remind after off", "move my friday lift to saturday 10:00")
    assert texts(await until(world, lifter, "2026-03-06 23:00")) == []
    [morning] = await until(world, lifter, "2026-03-07 09:00")
    assert "Moved here from Fri 6 Mar 12:00." in morning.text


async def test_next_weeks_lift_stands_where_it_was(lifter: Talker, world: World) -> None:
    await lifter.set_up("/remind 07:00", "/remind after off", "skip friday's lift")
    assert texts(await until(world, lifter, "2026-03-13 06:59")) == []
    assert len(await until(world, lifter, "2026-03-13 07:00")) == 1


async def test_new_lift_times_leave_an_old_move_behind(lifter: Talker) -> None:
    await lifter.set_up("move my friday lift to saturday 10:00", "/lifts wed 18:00")
    assert "10:00" not in await lifter.ask("/week")
