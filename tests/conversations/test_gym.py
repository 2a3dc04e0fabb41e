"""In the gym: the warm-up ticked off, sets logged one by one, all in one message.

The clock begins on Monday, 2 March 2026, 10:00 in Berlin; the runner runs intervals on Tuesday 18:00, tempo on Thursday
06:30 and long on Sunday 08:00, and lifts on Friday at noon. Three sets of four at 100 kg with two reps in reserve,
eleven days before, are an e1RM of 118 kg: 84 to 87 % of it are 100 to 102.5 kg.
"""

import json
from pathlib import Path

import pytest

from bot.app.workout import Stage, Workout
from bot.library.library import Library
from bot.local.shown import ShownMessage
from bot.training.lifts import Lift
from tests.conversations.conftest import EXPERIENCED, WEEK, Clock, Talker, World, bot_on
from tests.conversations.pressing import notice, now, press
from tests.conversations.waiting import texts, until

LOGGED = "/log 2026-02-23 12:00 deadlift 3x4 100kg rpe 8"
FRIDAY = ("/remind off", "/remind warmup 30", "/lifts fri 12:00")
TICKS = (
    "✓ Easy cardio, 10 min",
    "✓ Slow breathing, 2 min",
    "✓ Mobility, 6 min",
    "✓ Hinges, 2 min",
    "✓ 40 kg × 5",
    "✓ 60 kg × 3",
    "✓ 75 kg × 2",
    "✓ 85 kg × 1",
)
DONE = "✓ Done as prescribed"


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


async def tapped(runner: Talker, message: ShownMessage, *labels: str) -> ShownMessage:
    """Press some buttons of a message, one after the other, and return it as it is then."""
    for label in labels:
        message = await press(runner, label, now(runner, message))
    return message


async def lifts_of(world: World, runner: Talker) -> list[Lift]:
    """Return the log."""
    return [lift for _, lift in await world.store.run(lambda records: records.lifts.of(runner.person.id))]


async def workouts_of(world: World, runner: Talker) -> list[Workout]:
    """Return the lifts that are being done."""
    return [one for _, one in await world.store.run(lambda records: records.workouts.of(runner.person.id))]


def done_in(lift: Lift) -> list[tuple[int, float | None, float | None]]:
    """Return the sets of a lift."""
    return [(work.reps, work.weight_kg, work.rir) for work in lift.sets]


def data_of(message: ShownMessage, label: str) -> str:
    """Return what a button carries."""
    rows = message.data["reply_markup"]["inline_keyboard"]
    return next(str(one["callback_data"]) for row in rows for one in row if one["text"] == label)


def countdowns(message: ShownMessage) -> list[int]:
    """Return the instants to which a message counts down, in seconds since 1970."""
    return [one["unix_time"] for one in message.entities if one["type"] == "date_time"]


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


async def test_from_the_prompt_to_the_echo_in_one_message(runner: Talker, world: World, prompt: ShownMessage) -> None:
    warm = await tapped(runner, prompt, *TICKS)
    assert "You are warm." in warm.text
    assert warm.labels == ["Start the work sets", "Back"]
    world.clock.go_on(minutes=30)
    first = await tapped(runner, warm, "Start the work sets")
    assert first.text.split("\n")[:2] == ["❓ Set 1 of 3 · 4 × 100 kg", "Bar: 20 + 20 a side"]
    asked = await tapped(runner, first, DONE, DONE, DONE)
    assert asked.text.startswith("❓ deadlift 3 × 4 at 100 kg: how hard was it?")
    assert asked.labels == ["0", "1", "2", "3", "4 or more", "Can't say", "Back"]
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


async def test_between_the_ramp_sets_a_rest_counts_down(runner: Talker, world: World, prompt: ShownMessage) -> None:
    before = await tapped(runner, prompt, *TICKS[:4])
    assert countdowns(before) == []
    resting = await tapped(runner, before, TICKS[4])
    assert "Rest 60–90 s, next set: 11:31" in resting.text
    assert countdowns(resting) == [int(world.clock().timestamp()) + 90]


async def test_after_a_work_set_the_rest_counts_down(runner: Talker, world: World, sets: ShownMessage) -> None:
    assert countdowns(sets) == []
    resting = await tapped(runner, sets, DONE)
    assert resting.text.split("\n")[0] == "❓ Set 2 of 3 · 4 × 100 kg"
    assert "Rest 2–3 min, next set: 11:33" in resting.text
    assert countdowns(resting) == [int(world.clock().timestamp()) + 180]


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


async def test_fewer_reps_are_two_taps(runner: Talker, world: World, sets: ShownMessage) -> None:
    asked = await tapped(runner, sets, "Fewer reps")
    assert asked.labels == ["3", "2", "1", "Back"]
    second = await tapped(runner, asked, "3")
    assert "Done: deadlift 1 × 3 at 100 kg" in second.text
    effort = await tapped(runner, second, DONE, "Fewer reps", "2")
    await runner.press("1", effort)
    [*_, lift] = await lifts_of(world, runner)
    assert done_in(lift) == [(3, 100.0, 1.0), (4, 100.0, 1.0), (2, 100.0, 1.0)]


async def test_heavier_counts_for_this_set_and_the_next_ones(runner: Talker, world: World, sets: ShownMessage) -> None:
    heavier = await tapped(runner, sets, DONE, "Heavier 102.5 kg", "Heavier 105 kg")
    assert heavier.text.split("\n")[:2] == ["❓ Set 2 of 3 · 4 × 105 kg", "Bar: 20 + 20 + 2.5 a side"]
    effort = await tapped(runner, heavier, DONE, "Lighter 102.5 kg", DONE)
    await runner.press("2", effort)
    [*_, lift] = await lifts_of(world, runner)
    # Two left after the last set says nothing of the heavier one before it.
    assert done_in(lift) == [(4, 100.0, 2.0), (4, 105.0, None), (4, 102.5, 2.0)]


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


async def test_something_hurts_keeps_what_was_done_and_asks_what(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    await tapped(runner, sets, DONE)
    [asked] = await runner.press("Something hurts", now(runner, sets))
    assert now(runner, sets).text.startswith("📌 today 11:30 · deadlift 1 × 4 at 100 kg")
    assert asked.text == "❓ What is it like?"
    *_, answer = await runner.press("Low back", asked)
    assert answer.text.startswith("⛔ Not today")
    assert await workouts_of(world, runner) == []


async def test_pain_that_is_written_ends_the_sets(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE)
    await runner.say("my knee hurts sharply")
    held = await tapped(runner, sets, DONE)
    assert held.text.startswith("❓ No more sets today.")
    assert held.labels == ["Finish now", "Back"]
    asked = await tapped(runner, held, "Finish now")
    [advice] = await runner.press("4 or more", asked)
    assert "Next good window" not in now(runner, sets).text
    assert advice.text.startswith("📖")
    [*_, lift] = await lifts_of(world, runner)
    assert len(lift.sets) == 2


@pytest.mark.parametrize("label", [DONE, "Fewer reps", "Heavier 102.5 kg", "Back", "Finish now", "Something hurts"])
async def test_a_red_flag_stops_every_tap(runner: Talker, world: World, sets: ShownMessage, label: str) -> None:
    await runner.say("chest pain when I walk")
    before = await workouts_of(world, runner)
    [stop] = await runner.press(label, now(runner, sets))
    assert stop.text.startswith("🩺 Stop")
    assert now(runner, sets).text == sets.text
    assert await workouts_of(world, runner) == before
    assert (await runner.ask("/log")).startswith("🩺 Stop")
    assert (await runner.ask("/warmup")).startswith("🩺 Stop")
    assert (await runner.ask("80")).startswith("🩺 Stop")


async def test_the_warm_up_too_stops_at_a_red_flag(runner: Talker, prompt: ShownMessage) -> None:
    await runner.say("chest pain when I walk")
    for label in ("✓ Easy cardio, 10 min", "Skip to the work sets"):
        [stop] = await runner.press(label, now(runner, prompt))
        assert stop.text.startswith("🩺 Stop")


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


async def test_a_tap_twice_counts_once(runner: Talker, world: World, sets: ShownMessage) -> None:
    data = data_of(sets, DONE)
    await runner.press_data(sets, data)
    await runner.press_data(now(runner, sets), data)
    assert [len(one.done) for one in await workouts_of(world, runner)] == [1]
    assert now(runner, sets).text.startswith("❓ Set 2 of 3")


async def test_of_two_messages_for_one_lift_the_newest_counts(
    runner: Talker, world: World, prompt: ShownMessage
) -> None:
    await tapped(runner, prompt, TICKS[0])
    [other] = await runner.say("/warmup")
    assert other.labels[0] == TICKS[1]
    gone_on = "🤷 You have gone on since. The newest message counts; /log shows where you are."
    assert await notice(runner, TICKS[1], now(runner, prompt)) == gone_on
    assert [one.step for one in await workouts_of(world, runner)] == [1]


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


async def test_a_restart_in_the_middle_loses_nothing(tmp_path: Path, library: Library, clock: Clock) -> None:
    database = tmp_path / "bot.db"
    async with bot_on(database, library, clock) as world:
        ada = world.person()
        await ada.set_up(*EXPERIENCED, WEEK, LOGGED, *FRIDAY)
        *_, prompt = await until(world, ada, "2026-03-06 11:30")
        second = await tapped(ada, prompt, *TICKS, "Start the work sets", DONE)
        data = data_of(second, DONE)
    clock.go_on(minutes=3)
    async with bot_on(database, library, clock) as world:
        ada = world.person()
        [asked] = await ada.say("/log")
        assert asked.text == "❓ You are in the middle of it, since today 11:30: deadlift 1 × 4 at 100 kg."
        # The button of before the restart, on a message of after it.
        third = await press_old(ada, asked, data)
        assert third.text.startswith("❓ Set 3 of 3 · 4 × 100 kg")
        effort = await tapped(ada, third, DONE)
        await ada.press("2", effort)
        assert [len(lift.sets) for lift in await lifts_of(world, ada)] == [3, 3]


async def press_old(runner: Talker, message: ShownMessage, data: str) -> ShownMessage:
    """Press a button with the data of another one and return the message as it is then."""
    await runner.press_data(message, data)
    return now(runner, message)


async def test_a_lift_that_was_left_is_offered_and_never_logged_by_itself(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    await tapped(runner, sets, DONE, DONE)
    world.clock.go_on(hours=5)
    offered = await tapped(runner, sets, DONE)
    assert offered.text == ("❓ You left this open, today 11:30: deadlift 2 × 4 at 100 kg. Shall I log what was done?")
    assert offered.labels == ["Log what was done", "Drop it"]
    assert len(await lifts_of(world, runner)) == 1
    [menu] = await runner.say("/log")
    assert menu.text == offered.text
    asked = await tapped(runner, menu, "Log what was done")
    await runner.press("Can't say", asked)
    [*_, lift] = await lifts_of(world, runner)
    assert len(lift.sets) == 2
    assert lift.at.hour == 10  # 11:30 in Berlin, when it was begun


async def test_a_lift_that_was_left_can_be_dropped(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE)
    world.clock.go_on(days=1)
    [menu] = await runner.say("/log")
    await tapped(runner, menu, "Drop it")
    assert len(await lifts_of(world, runner)) == 1
    assert await workouts_of(world, runner) == []


async def test_the_question_after_the_lift_is_about_what_is_open(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    await runner.say("/remind after on")
    await tapped(runner, sets, DONE)
    *_, after = await until(world, runner, "2026-03-06 14:00")
    assert after.text.startswith("⏰ You are in the middle of it, since today 11:30: deadlift 1 × 4 at 100 kg.")


async def test_a_lift_that_is_open_is_exported_and_deleted(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE)
    document, _ = await runner.say("/export")
    assert document.file is not None
    [kept] = json.loads(document.file.content)["workouts"]
    assert (kept["stage"], len(kept["done"])) == ("work", 1)
    [sure] = await runner.say("/delete")
    await runner.press("Yes, delete everything", sure)
    assert await workouts_of(world, runner) == []


async def test_done_can_be_typed(runner: Talker, world: World, prompt: ShownMessage) -> None:
    assert prompt.labels
    await runner.say("/warmup")
    await runner.say("skip")
    [second] = await runner.say("done")
    assert texts([second])[0].startswith("❓ Set 2 of 3")
    assert [len(one.done) for one in await workouts_of(world, runner)] == [1]


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
