"""The warm-up in one message, ticked off step by step."""

import pytest

from bot.app.workout import Stage
from bot.local.shown import ShownMessage
from tests.conversations.conftest import WEEK, Talker, World
from tests.conversations.gym.doing import (
    DONE,
    FRIDAY,
    LOGGED,
    TICKS,
    countdowns,
    done_in,
    lifts_of,
    tapped,
    workouts_of,
)
from tests.conversations.pressing import notice, now
from tests.conversations.waiting import berlin, until


async def test_the_prompt_is_a_checklist_with_every_ramp_set_in_plates(prompt: ShownMessage) -> None:
    assert prompt.text.split("\n") == [
        "🔥 Warm-up, 30 min, first work set today 12:00:",
        "👉 10 min · row, bike, walk or jog: slightly out of breath, still able to talk",
        "· Slow breathing, 2 min",
        "· Mobility, 6 min",
        "· Hinges, 2 min",
        "· 40 kg × 5 · 10 a side",
        "· 60 kg × 3 · 20 a side",
        "· 75 kg × 2 · 20 + 5 + 2.5 a side",
        "· 85 kg × 1 · 20 + 10 + 2.5 a side",
        "3 × 4 at 100–102.5 kg, 1–2 reps in reserve, rest 2–3 min.",
    ]
    assert prompt.labels == ["✓ Easy cardio, 10 min", "Skip to the work sets"]


async def test_between_the_ramp_sets_a_rest_counts_down(runner: Talker, world: World, prompt: ShownMessage) -> None:
    before = await tapped(runner, prompt, *TICKS[:4])
    assert countdowns(before) == []
    resting = await tapped(runner, before, TICKS[4])
    assert "Rest 60–90 s, next set: 11:31" in resting.text
    assert countdowns(resting) == [int(world.clock().timestamp()) + 90]


async def test_back_in_the_warm_up_takes_the_last_tick_back(runner: Talker, prompt: ShownMessage) -> None:
    later = await tapped(runner, prompt, *TICKS[:2])
    assert later.labels[0] == "✓ Mobility, 6 min"
    again = await tapped(runner, later, "Back", "Back")
    assert again.text == prompt.text
    assert again.labels == prompt.labels


async def test_a_short_warm_up_has_a_ramp_of_two(runner: Talker, prompt: ShownMessage) -> None:
    assert prompt.labels
    [short] = await runner.say("/warmup 15")
    assert [line for line in short.text.split("\n") if "×" in line][:3] == [
        "· Kettlebell × 8",
        "· 50 kg × 5 · 15 a side",
        "· 75 kg × 3 · 20 + 5 + 2.5 a side",
    ]


async def test_after_an_emergency_warm_up_the_sets_are_light(runner: Talker, prompt: ShownMessage) -> None:
    assert prompt.labels
    [emergency] = await runner.say("/warmup 8")
    ready = await tapped(runner, emergency, "✓ Easy cardio, 3 min", "✓ Mobility, 3 min", "✓ Kettlebell × 8")
    first = await tapped(runner, ready, "Start the work sets")
    # 70 % of 118 kg, rounded down.
    assert "Set 1 of 3 · 5 × 82.5 kg" in first.text


async def test_without_a_log_the_ramp_is_in_shares_and_the_weight_can_be_written(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY)
    *_, prompt = await until(world, runner, "2026-03-06 11:30")
    assert "· 40 % of work weight × 5\n" in prompt.text
    first = await tapped(runner, prompt, "Skip to the work sets")
    assert first.text.split("\n") == [
        "❓ Set 1 of 3 · 4 reps",
        "Which weight? Write it, for example 20 kg, and it is logged with the sets.",
        "3 × 4 with a weight you could lift 6 times, 1–2 reps in reserve, rest 2–3 min.",
    ]
    [loaded] = await runner.say("80")
    assert loaded.text.startswith("❓ Set 1 of 3 · 4 × 80 kg\nBar: 20 + 10 a side")
    asked = await tapped(runner, loaded, DONE, "Finish now")
    await runner.press("3", asked)
    assert [done_in(lift) for lift in await lifts_of(world, runner)] == [[(4, 80.0, 3.0)]]


async def test_pounds_and_odd_plates(runner: Talker, world: World) -> None:
    await runner.set_up("/set units lb", "/set equipment barbell plates 45 25 10")
    await runner.set_up("/log 2026-02-23 12:00 deadlift 3x4 225lb rpe 8", *FRIDAY)
    *_, prompt = await until(world, runner, "2026-03-06 11:30")
    # Shares of 225 lb, each down to a bar of 45 lb with pairs of 45, 25 and 10.
    assert [line for line in prompt.text.split("\n") if "a side" in line] == [
        "· 85 lb × 5 · 10 + 10 a side",
        "· 135 lb × 3 · 45 a side",
        "· 165 lb × 2 · 25 + 25 + 10 a side",
        "· 185 lb × 1 · 45 + 25 a side",
    ]
    first = await tapped(runner, prompt, "Skip to the work sets")
    assert first.text.split("\n")[:2] == ["❓ Set 1 of 3 · 4 × 225 lb", "Bar: 45 + 45 a side"]
    assert first.labels[-4:-2] == ["Lighter 215 lb", "Heavier 235 lb"]


async def test_the_work_sets_are_decided_anew(runner: Talker, world: World, prompt: ShownMessage) -> None:
    warm = await tapped(runner, prompt, *TICKS)
    await runner.say("/add tomorrow 09:00 intervals")
    refused = await tapped(runner, warm, "Start the work sets")
    assert refused.text.startswith("⛔ Not then") or refused.text.startswith("⛔ Not today")
    assert [one.stage for one in await workouts_of(world, runner)] == [Stage.WARM_UP]


async def test_sets_that_became_light_say_why(runner: Talker, prompt: ShownMessage) -> None:
    await runner.say("/checkin soreness 5")
    first = await tapped(runner, prompt, "Skip to the work sets")
    assert first.text.startswith("❓ Light only by now. ")
    assert "Set 1 of 3 · 5 × 82.5 kg" in first.text


async def test_of_two_messages_for_one_lift_the_newest_counts(
    runner: Talker, world: World, prompt: ShownMessage
) -> None:
    await tapped(runner, prompt, TICKS[0])
    [other] = await runner.say("/warmup")
    assert other.labels[0] == TICKS[1]
    gone_on = "🤷 You have gone on since. The newest message counts; /log shows where you are."
    assert await notice(runner, TICKS[1], now(runner, prompt)) == gone_on
    assert [one.step for one in await workouts_of(world, runner)] == [1]


async def test_a_lift_that_is_written_closes_the_warm_up(runner: Talker, world: World, prompt: ShownMessage) -> None:
    await runner.say("deadlifted 3x4 at 100, felt like an 8")
    assert await workouts_of(world, runner) == []
    assert await notice(runner, TICKS[0], prompt) == "🤷 That button is too old to do anything."


@pytest.mark.usefixtures("sets")
async def test_the_warm_up_of_a_lift_that_has_begun_leads_back_to_it(runner: Talker) -> None:
    [asked] = await runner.say("/warmup")
    assert asked.text == "❓ You began today 11:30; no set is logged yet."
    assert asked.labels == ["Go on", "Drop it"]
    first = await tapped(runner, asked, "Go on")
    assert first.text.startswith("❓ Set 1 of 3")


async def test_a_warm_up_that_was_left_is_too_old(runner: Talker, world: World, prompt: ShownMessage) -> None:
    world.clock.go_on(hours=4)
    assert await notice(runner, TICKS[0], prompt) == "🤷 That button is too old to do anything."


async def test_lifting_anyway_has_a_warm_up_and_light_sets(runner: Talker) -> None:
    await runner.set_up(LOGGED)
    # Monday: intervals tomorrow.
    await runner.say("I'll lift anyway")
    [warm_up] = await runner.say("/warmup")
    assert warm_up.text.startswith("🔥 Warm-up, 15 min")
    first = await tapped(runner, warm_up, "Skip to the work sets")
    assert "Set 1 of 3 · 5 × 82.5 kg" in first.text


async def test_a_beginner_warms_up_without_a_ramp(ada: Talker, world: World) -> None:
    await ada.set_up("/set timezone Europe/Berlin", "/set lifting new", "/set running 5 years", WEEK, *FRIDAY)
    await ada.set_up("/set equipment kettlebell")
    *_, prompt = await until(world, ada, "2026-03-06 11:45")
    ready = await tapped(ada, prompt, "✓ Easy cardio, 4 min", "✓ Mobility, 5 min", "✓ Kettlebell, 2 × 8")
    first = await tapped(ada, ready, "Start the work sets")
    assert first.text.startswith("❓ Set 1 of 3 · 5 reps, kettlebell deadlift\nWhich weight?")
    [loaded] = await ada.say("16 kg")
    # A bell has no plates to list.
    assert loaded.text == "❓ Set 1 of 3 · 5 × 16 kg, kettlebell deadlift"


async def test_a_warm_up_of_the_morning_does_not_count_in_the_evening(
    runner: Talker, world: World, prompt: ShownMessage
) -> None:
    await tapped(runner, prompt, *TICKS)
    world.clock.go_on(hours=7, minutes=30)
    [fresh] = await runner.say("/warmup")
    assert fresh.labels[0] == TICKS[0]
    assert "You are warm." not in fresh.text
    assert countdowns(fresh) == []


async def test_after_an_hour_without_a_tap_a_warm_up_is_cold(
    runner: Talker, world: World, prompt: ShownMessage
) -> None:
    warm = await tapped(runner, prompt, *TICKS)
    world.clock.go_on(minutes=60)
    again = await tapped(runner, warm, "Start the work sets")
    assert again.text.startswith("🔥 That was a while ago, and warmth goes: from the top.\n")
    assert again.labels[0] == TICKS[0]
    assert [one.step for one in await workouts_of(world, runner)] == [0]
    first = await tapped(runner, again, "Skip to the work sets")
    assert first.text.startswith("❓ Set 1 of 3")


async def test_before_the_hour_is_over_a_warm_up_goes_on(runner: Talker, world: World, prompt: ShownMessage) -> None:
    warm = await tapped(runner, prompt, *TICKS)
    world.clock.go_on(minutes=59)
    [again] = await runner.say("/warmup")
    assert "You are warm." in again.text
    # The rest after the last set of the ramp is long over.
    assert countdowns(again) == []
    assert (await tapped(runner, again, "Start the work sets")).text.startswith("❓ Set 1 of 3")
    assert warm.text.startswith("🔥")


async def test_a_prompt_of_which_nothing_is_ticked_does_not_go_cold(
    runner: Talker, world: World, prompt: ShownMessage
) -> None:
    world.clock.go_on(minutes=90)
    assert (await tapped(runner, prompt, TICKS[0])).labels[0] == TICKS[1]


async def test_the_warm_up_is_for_the_first_set_after_it(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED)
    # The intervals of Tuesday 18:00 are less than six hours after a lift that ends after noon.
    world.clock.at = berlin("2026-03-10 10:40")
    [warm_up] = await runner.say("/warmup")
    assert warm_up.text.startswith("🔥 Warm-up, 15 min, first work set today 10:55")
    world.clock.at = berlin("2026-03-10 10:50")
    [refused] = await runner.say("/warmup")
    assert refused.text.startswith("⛔ Not then (11:05)")
