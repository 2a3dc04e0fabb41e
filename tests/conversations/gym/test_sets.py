"""The work sets, logged one by one."""

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World
from tests.conversations.gym.doing import (
    DONE,
    TICKS,
    countdowns,
    data_of,
    done_in,
    lifts_of,
    tapped,
    workouts_of,
)
from tests.conversations.pressing import now
from tests.conversations.waiting import texts


async def test_from_the_prompt_to_the_echo_in_one_message(runner: Talker, world: World, prompt: ShownMessage) -> None:
    warm = await tapped(runner, prompt, *TICKS)
    assert "You are warm." in warm.text
    assert warm.labels == ["Start the work sets", "Back"]
    world.clock.go_on(minutes=30)
    first = await tapped(runner, warm, "Start the work sets")
    assert first.text.split("\n")[:2] == ["❓ Set 1 of 3 · 4 × 100 kg", "Bar: 20 + 20 a side"]
    asked = await tapped(runner, first, DONE, DONE, DONE)
    assert asked.text.startswith("❓ deadlift 3 × 4 at 100 kg: how hard was it?")
    assert asked.labels == ["0", "1", "2", "3", "4 or more", "Can't say", "Back", "One more set"]
    [advice] = await runner.press("2", asked)
    echo = now(runner, prompt)
    assert echo.text.split("\n")[:2] == [
        "📌 today 12:00 · deadlift 3 × 4 at 100 kg (2 in reserve)",
        "Counts as heavy.",
    ]
    # Sunday's long run and Tuesday's intervals keep every slot light or free of lifts until Thursday evening.
    assert "Next good window: Thu 12 Mar 18:00. Then:" in echo.text
    # Two heavy sessions that left two in reserve: one step up from 100 kg.
    assert "3 × 4 at 102.5 kg" in echo.text
    assert echo.labels == ["Undo", "Edit"]
    assert advice.text.startswith("📖 Running after this lift:")
    assert [done_in(lift) for lift in await lifts_of(world, runner)][-1] == [(4, 100.0, 2.0)] * 3
    assert await workouts_of(world, runner) == []


async def test_after_a_work_set_the_rest_counts_down(runner: Talker, world: World, sets: ShownMessage) -> None:
    assert countdowns(sets) == []
    resting = await tapped(runner, sets, DONE)
    assert resting.text.split("\n")[0] == "❓ Set 2 of 3 · 4 × 100 kg"
    assert "Rest 2–3 min, next set: 11:33" in resting.text
    assert countdowns(resting) == [int(world.clock().timestamp()) + 180]


async def test_fewer_reps_are_two_taps(runner: Talker, world: World, sets: ShownMessage) -> None:
    asked = await tapped(runner, sets, "Fewer reps")
    assert asked.labels == ["3", "2", "1", "Back"]
    second = await tapped(runner, asked, "3")
    assert "Done: deadlift 1 × 3 at 100 kg" in second.text
    effort = await tapped(runner, second, DONE, "Fewer reps", "2")
    await runner.press("1", effort)
    [*_, lift] = await lifts_of(world, runner)
    assert done_in(lift) == [(3, 100.0, None), (4, 100.0, None), (2, 100.0, 1.0)]


async def test_heavier_counts_for_this_set_and_the_next_ones(runner: Talker, world: World, sets: ShownMessage) -> None:
    heavier = await tapped(runner, sets, DONE, "Heavier 102.5 kg", "Heavier 105 kg")
    assert heavier.text.split("\n")[:2] == ["❓ Set 2 of 3 · 4 × 105 kg", "Bar: 20 + 20 + 2.5 a side"]
    effort = await tapped(runner, heavier, DONE, "Lighter 102.5 kg", DONE)
    await runner.press("2", effort)
    [*_, lift] = await lifts_of(world, runner)
    # Two left after the last set says nothing of others before it.
    assert done_in(lift) == [(4, 100.0, None), (4, 105.0, None), (4, 102.5, 2.0)]


async def test_back_takes_the_last_set_back_and_then_leads_to_the_warm_up(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    again = await tapped(runner, sets, DONE, DONE, "Back")
    assert again.text.startswith("❓ Set 2 of 3")
    assert [len(one.done) for one in await workouts_of(world, runner)] == [1]
    third = await tapped(runner, again, DONE, DONE, "Back")
    assert third.text.startswith("❓ Set 3 of 3")
    warm_up = await tapped(runner, third, "Back", "Back", "Back")
    assert warm_up.text.startswith("🔥 Warm-up")


async def test_finishing_before_the_first_set_logs_nothing(runner: Talker, world: World, sets: ShownMessage) -> None:
    closed = await tapped(runner, sets, "Finish now")
    assert closed.text == "📖 Closed; nothing was logged."
    assert len(await lifts_of(world, runner)) == 1
    assert await workouts_of(world, runner) == []


async def test_finishing_asks_for_no_effort_that_was_told(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE)
    [rated] = await runner.say("rpe 7")
    await runner.press("Finish now", now(runner, rated))
    assert now(runner, rated).text.startswith("📌")
    [lift] = [one for one in await lifts_of(world, runner) if len(one.sets) == 1]
    assert [work.rir for work in lift.sets] == [3.0]


async def test_a_tap_twice_counts_once(runner: Talker, world: World, sets: ShownMessage) -> None:
    data = data_of(sets, DONE)
    await runner.press_data(sets, data)
    await runner.press_data(now(runner, sets), data)
    assert [len(one.done) for one in await workouts_of(world, runner)] == [1]
    assert now(runner, sets).text.startswith("❓ Set 2 of 3")


async def test_a_button_of_a_finished_lift_does_nothing(runner: Talker, world: World, sets: ShownMessage) -> None:
    data = data_of(sets, DONE)
    asked = await tapped(runner, sets, DONE, DONE, DONE)
    await runner.press("2", asked)
    before = await lifts_of(world, runner)
    await runner.press_data(now(runner, sets), data)
    assert await lifts_of(world, runner) == before


FORGED = [
    "gdone:{row}:999",
    "gdone:0:0",
    "greps:{row}:{taps}:9",
    "greps:{row}:{taps}:0",
    "gload:{row}:{taps}:sideways",
    "grir:{row}:{taps}:2",
    "gsame:{row}:{taps}",
    "wtick:{row}:{taps}",
    "gdone:{row}:-1",
    "gdone:{row}",
]


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_button_changes_nothing(runner: Talker, world: World, sets: ShownMessage, data: str) -> None:
    [(row, workout)] = await world.store.run(lambda records: records.workouts.of(runner.person.id))
    await runner.press_data(sets, f"{runner.person.id}|{data.format(row=row, taps=workout.taps)}")
    assert await workouts_of(world, runner) == [workout]
    assert len(await lifts_of(world, runner)) == 1


@pytest.mark.usefixtures("sets")
async def test_nobody_goes_on_with_the_lift_of_another(runner: Talker, world: World) -> None:
    bob = world.telegram.private_chat(first_name="Bob", user_id=runner.person.id + 1)
    [(row, workout)] = await world.store.run(lambda records: records.workouts.of(runner.person.id))
    await bob.send("/help")
    await world.settle()
    for name in ("gdone", "gfinish", "gdrop", "gkeep", "gback", "ghurts"):
        await bob.press_data(bob.messages[-1], f"{bob.id}|{name}:{row}:{workout.taps}")
    await world.settle()
    assert await workouts_of(world, runner) == [workout]


async def test_done_can_be_typed(runner: Talker, world: World, prompt: ShownMessage) -> None:
    assert prompt.labels
    await runner.say("/warmup")
    await runner.say("skip")
    [second] = await runner.say("done")
    assert texts([second])[0].startswith("❓ Set 2 of 3")
    assert [len(one.done) for one in await workouts_of(world, runner)] == [1]


async def test_one_set_more_than_was_meant(runner: Talker, world: World, sets: ShownMessage) -> None:
    fourth = await tapped(runner, sets, DONE, DONE, DONE, "One more set")
    assert fourth.text.startswith("❓ Set 4 of 4 · 4 × 100 kg")
    effort = await tapped(runner, fourth, DONE)
    await runner.press("2", effort)
    assert done_in((await lifts_of(world, runner))[-1]) == [(4, 100.0, 2.0)] * 4


async def test_the_last_set_says_nothing_of_those_before_it_that_were_longer(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    effort = await tapped(runner, sets, DONE, DONE, "Fewer reps", "1")
    await runner.press("0", effort)
    assert done_in((await lifts_of(world, runner))[-1]) == [(4, 100.0, None), (4, 100.0, None), (1, 100.0, 0.0)]
