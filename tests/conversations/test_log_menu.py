"""`/log` alone, and lifts in the log changed by buttons.

The clock begins on Monday, 2 March 2026, 10:00 in Berlin; the runner runs intervals on Tuesday 18:00, tempo on Thursday
06:30 and long on Sunday 08:00. So Monday is no day for a deadlift, and Friday is a heavy one.
"""

import pytest

from bot.local.shown import ShownMessage
from bot.training.lifts import Lift
from tests.conversations.conftest import EXPERIENCED, Talker, World
from tests.conversations.pressing import now, press
from tests.conversations.waiting import berlin, until

LOGGED = "/log 2026-02-23 12:00 deadlift 3x4 100kg rpe 8"
SETS = ("One more set", "One set less")
EFFORT = ["0", "1", "2", "3", "4 or more", "Can't say", "Back", "One more set"]


async def lifts_of(world: World, runner: Talker) -> list[Lift]:
    """Return the log."""
    return [lift for _, lift in await world.store.run(lambda records: records.lifts.of(runner.person.id))]


@pytest.fixture
async def menu(runner: Talker, world: World) -> ShownMessage:
    """Return what `/log` alone opens on Friday at noon."""
    await runner.set_up(LOGGED)
    await until(world, runner, "2026-03-06 12:00")
    [message] = await runner.say("/log")
    return message


@pytest.fixture
async def edited(runner: Talker) -> ShownMessage:
    """Return the message in which a lift of today is changed."""
    echo, _ = await runner.say("/log 09:00 deadlift 3x4 100kg rpe 8")
    return await press(runner, "Edit", echo)


async def test_log_alone_offers_what_is_prescribed(menu: ShownMessage) -> None:
    assert menu.text.split("\n") == [
        "❓ As prescribed: deadlift 3 × 4 at 100 kg?",
        "Mon 23 Feb 12:00 · deadlift 3 × 4 at 100 kg (2 in reserve)",
    ]
    assert menu.labels == ["✓ Done as prescribed", "Set by set", "Something else", "Edit Mon 23 Feb 12:00"]


async def test_done_as_prescribed_is_one_tap_and_how_hard(runner: Talker, world: World, menu: ShownMessage) -> None:
    asked = await press(runner, "✓ Done as prescribed", menu)
    assert asked.labels == EFFORT
    [advice] = await runner.press("3", asked)
    assert now(runner, menu).text.startswith("📌 today 12:00 · deadlift 3 × 4 at 100 kg (3 in reserve)")
    assert "Next good window: " in now(runner, menu).text
    assert advice.text.startswith("📖 Running after this lift:")
    assert len(await lifts_of(world, runner)) == 2


async def test_set_by_set_begins_with_the_first_set(runner: Talker, menu: ShownMessage) -> None:
    first = await press(runner, "Set by set", menu)
    assert first.text.split("\n") == ["❓ Set 1 of 3 · 4 × 100 kg", "Bar: 20 + 20 a side"]
    assert "Back" not in first.labels


async def test_back_from_how_hard_corrects_the_last_set(runner: Talker, world: World, menu: ShownMessage) -> None:
    asked = await press(runner, "✓ Done as prescribed", menu)
    last = await press(runner, "Back", asked)
    assert last.text.startswith("❓ Set 3 of 3")
    fewer = await press(runner, "Fewer reps", last)
    effort = await press(runner, "2", fewer)
    await runner.press("0", effort)
    [*_, lift] = await lifts_of(world, runner)
    assert [work.reps for work in lift.sets] == [4, 4, 2]


async def test_something_else_says_how_to_write_it(runner: Talker, menu: ShownMessage) -> None:
    said = await press(runner, "Something else", menu)
    assert said.text.startswith("❓ Tell me what you lifted, for example: /log deadlift 3x4 100kg rpe 8")


async def test_on_a_day_without_a_lift_the_last_one_is_offered(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED)
    [menu] = await runner.say("/log")
    assert menu.text.startswith("❓ I prescribe nothing now. The same as last time: deadlift 3 × 4 at 100 kg?")
    assert menu.labels[:2] == ["Same as last time", "Something else"]
    asked = await press(runner, "Same as last time", menu)
    await runner.press("2", asked)
    assert [[work.weight_kg for work in lift.sets] for lift in await lifts_of(world, runner)] == [[100.0] * 3] * 2


async def test_without_any_lift_it_says_how_to_write_one(runner: Talker) -> None:
    assert (await runner.ask("/log")).startswith("❓ Tell me what you lifted")


async def test_a_lift_of_today_is_not_offered_again(runner: Talker, menu: ShownMessage) -> None:
    asked = await press(runner, "✓ Done as prescribed", menu)
    await runner.press("2", asked)
    [again] = await runner.say("/log")
    assert again.text.startswith("❓ Tell me what you lifted")
    assert again.labels == ["Edit today 12:00", "Edit Mon 23 Feb 12:00"]


async def test_the_last_three_lifts_can_be_changed(runner: Talker) -> None:
    for day in (10, 12, 14, 16):
        await runner.say(f"/log 2026-02-{day} 12:00 deadlift 3x4 100kg rpe 8")
    [menu] = await runner.say("/log")
    assert [label for label in menu.labels if label.startswith("Edit")] == [
        "Edit Mon 16 Feb 12:00",
        "Edit Sat 14 Feb 12:00",
        "Edit Thu 12 Feb 12:00",
    ]


async def test_the_buttons_of_an_edit(edited: ShownMessage) -> None:
    assert edited.text == "❓ today 09:00 · deadlift 3 × 4 at 100 kg (2 in reserve). What was different?"
    assert edited.labels == [
        "Lighter 97.5 kg",
        "Heavier 102.5 kg",
        "Sets and reps",
        "How hard",
        "It was yesterday",
        "Call it heavy",
        "Call it light",
        "Delete",
    ]


async def test_a_weight_is_changed_step_by_step_and_undone(runner: Talker, world: World, edited: ShownMessage) -> None:
    heavier = await press(runner, "Heavier 102.5 kg", edited)
    assert heavier.text.startswith("📌 today 09:00 · deadlift 3 × 4 at 102.5 kg (2 in reserve)")
    assert heavier.labels[0] == "Undo"
    await press(runner, "Heavier 105 kg", heavier)
    undone = await press(runner, "Undo", now(runner, edited))
    assert undone.text == (
        "📌 Undone: the change; your lift today 09:00 is back at deadlift 3 × 4 at 102.5 kg (2 in reserve)."
    )
    [lift] = await lifts_of(world, runner)
    assert {work.weight_kg for work in lift.sets} == {102.5}


async def test_the_reps_of_one_set_are_changed(runner: Talker, world: World, edited: ShownMessage) -> None:
    reps = await press(runner, "Sets and reps", edited)
    assert reps.labels == ["Set 1: 3", "Set 1: 5", "Set 2: 3", "Set 2: 5", "Set 3: 3", "Set 3: 5", *SETS, "Back"]
    after = await press(runner, "Set 3: 3", reps)
    assert after.text.startswith("📌 today 09:00 · deadlift 2 × 4 at 100 kg (2 in reserve), 1 × 3 at 100 kg")
    [lift] = await lifts_of(world, runner)
    assert [work.reps for work in lift.sets] == [4, 4, 3]


@pytest.mark.parametrize(("label", "sets"), [("One more set", [4, 4, 4, 4]), ("One set less", [4, 4])])
async def test_a_set_that_was_forgotten_is_added_and_one_too_many_taken_away(
    runner: Talker, world: World, edited: ShownMessage, label: str, sets: list[int]
) -> None:
    after = await press(runner, label, await press(runner, "Sets and reps", edited))
    [lift] = await lifts_of(world, runner)
    assert [work.reps for work in lift.sets] == sets
    await press(runner, "Undo", after)
    [lift] = await lifts_of(world, runner)
    assert [work.reps for work in lift.sets] == [4, 4, 4]


async def test_the_only_set_of_a_lift_is_not_taken_away(runner: Talker) -> None:
    await runner.say("/log today 09:00 deadlift 1x4 100kg rpe 8")
    [menu] = await runner.say("/log")
    edited = await press(runner, "Edit today 09:00", menu)
    reps = await press(runner, "Sets and reps", edited)
    assert reps.labels == ["Set 1: 3", "Set 1: 5", "One more set", "Back"]


async def test_how_hard_it_was_is_changed(runner: Talker, world: World, edited: ShownMessage) -> None:
    asked = await press(runner, "How hard", edited)
    await press(runner, "4 or more", asked)
    [lift] = await lifts_of(world, runner)
    assert {work.rir for work in lift.sets} == {4.0}


async def test_the_day_is_changed_at_the_same_time_of_day(runner: Talker, edited: ShownMessage) -> None:
    yesterday = await press(runner, "It was yesterday", edited)
    assert yesterday.text.startswith("📌 Sun 1 Mar 09:00 · deadlift")
    today = await press(runner, "It was today", yesterday)
    assert today.text.startswith("📌 today 09:00 · deadlift")


async def test_a_lift_never_comes_to_stand_in_the_future(runner: Talker) -> None:
    echo, *_ = await runner.say("/log yesterday 18:00 deadlift 3x4 100kg rpe 8")
    opened = await press(runner, "Edit", echo)
    today = await press(runner, "It was today", opened)
    assert today.text.startswith("📌 today 10:00 · deadlift")


async def test_what_it_is_called_counts(runner: Talker, edited: ShownMessage) -> None:
    light = await press(runner, "Call it light", edited)
    assert "Counts as light." in light.text
    assert "Call it light" not in light.labels


async def test_a_lift_is_deleted_and_comes_back(runner: Talker, world: World, edited: ShownMessage) -> None:
    gone = await press(runner, "Delete", edited)
    assert gone.text == "📌 Deleted: today 09:00 · deadlift 3 × 4 at 100 kg (2 in reserve)"
    assert await lifts_of(world, runner) == []
    await press(runner, "Undo", gone)
    assert len(await lifts_of(world, runner)) == 1


async def test_a_button_of_an_older_view_changes_nothing(runner: Talker, world: World, edited: ShownMessage) -> None:
    data = next(one.value for row in edited.rows for one in row if one.label == "Heavier 102.5 kg")
    heavier = await press(runner, "Heavier 102.5 kg", edited)
    await runner.press_data(heavier, data)
    [lift] = await lifts_of(world, runner)
    assert {work.weight_kg for work in lift.sets} == {102.5}
    await press(runner, "Delete", now(runner, edited))
    for name in ("ledit", "lreps", "leffort"):
        await runner.press_data(now(runner, edited), f"{runner.person.id}|{name}:1")
    assert await lifts_of(world, runner) == []


@pytest.mark.parametrize("change", ["s0r99", "e9", "up", "tomorrow", ""])
async def test_a_change_that_was_not_offered_does_nothing(
    runner: Talker, world: World, edited: ShownMessage, change: str
) -> None:
    before = await lifts_of(world, runner)
    *_, delete = (one.value for row in edited.rows for one in row)
    kept = delete.rpartition(":")[0] if change != "up" else f"{runner.person.id}|lset:1:0"
    await runner.press_data(edited, f"{kept}:{change}")
    assert await lifts_of(world, runner) == before


async def test_nobody_changes_the_lift_of_another(runner: Talker, world: World, edited: ShownMessage) -> None:
    bob = world.telegram.private_chat(first_name="Bob", user_id=runner.person.id + 1)
    await bob.send("/help")
    await world.settle()
    *_, delete = (one.value for row in edited.rows for one in row)
    action = delete.partition("|")[2]
    for data in (action, "ledit:1", "lreps:1", "leffort:1"):
        await bob.press_data(bob.messages[-1], f"{bob.id}|{data}")
    await world.settle()
    assert len(await lifts_of(world, runner)) == 1
    assert not any("deadlift 3" in message.text for message in bob.messages)


async def test_set_by_set_from_the_reminder(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED, "/remind 07:00", "/remind warmup off", "/remind after off", "/lifts fri 12:00")
    *_, reminder = await until(world, runner, "2026-03-06 07:00")
    await until(world, runner, "2026-03-06 13:00")
    asked = await press(runner, "Done", reminder)
    first = await press(runner, "Set by set", asked)
    assert first.text.startswith("❓ Set 1 of 3 · 4 × 100 kg")
    for _ in range(3):
        first = await press(runner, "✓ Done as prescribed", first)
    await runner.press("2", first)
    assert now(runner, reminder).text.startswith("📌 today 12:00 · deadlift 3 × 4 at 100 kg (2 in reserve)")


async def test_a_lift_of_the_morning_is_logged_set_by_set_in_the_afternoon(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED, "/lifts wed 07:00", "/schedule Wed 18:00 tempo 40 min", "/remind off")
    # At 14:00 the tempo is less than six hours away: no lift now. At 07:00 there was one, and it was light.
    world.clock.at = berlin("2026-03-04 14:00")
    [menu] = await runner.say("/log")
    assert menu.text.startswith("❓ As prescribed: deadlift 3 × 5 at 82.5 kg, light?")
    shown = await press(runner, "Set by set", menu)
    assert shown.text.startswith("❓ Set 1 of 3 · 5 × 82.5 kg")
    for _ in range(3):
        shown = await press(runner, "✓ Done as prescribed", shown)
    await runner.press("4 or more", shown)
    assert now(runner, menu).text.startswith("📌 today 07:00 · deadlift 3 × 5 at 82.5 kg")


async def test_a_lift_against_advice_is_logged_set_by_set_from_the_reminder(runner: Talker, world: World) -> None:
    await runner.set_up(LOGGED, "/remind 07:00", "/remind warmup off", "/remind after off", "/lifts mon 12:00")
    *_, reminder = await until(world, runner, "2026-03-09 07:00")
    assert reminder.text.startswith("⏰ ⛔ Not today")
    await until(world, runner, "2026-03-09 13:00")
    asked = await press(runner, "Done", reminder)
    assert "3 × 5" in asked.text
    first = await press(runner, "Set by set", asked)
    # 70 % of 118 kg, less the 10 % that fourteen days without a deadlift take off.
    assert first.text.startswith("❓ Set 1 of 3 · 5 × 72.5 kg")


async def test_a_bell_is_changed_by_bells(runner: Talker) -> None:
    echo, *_ = await runner.say("/log kettlebell 3x8 24kg light")
    opened = await press(runner, "Edit", echo)
    assert opened.labels[:2] == ["Lighter 20 kg", "Heavier 28 kg"]


async def test_advice_on_running_is_given_once_for_a_session(runner: Talker, world: World) -> None:
    await runner.set_up(*EXPERIENCED)
    _, first = await runner.say("deadlift 3x5 100kg rpe 8")
    world.clock.go_on(minutes=20)
    _, again = await runner.say("romanian deadlift 3x8 80kg rpe 8")
    assert first.text.startswith("📖 Running after this lift:")
    assert again.text == "📖 Running after it: as said above, with the hours counted from today 10:20."


async def test_advice_on_running_is_given_anew_where_a_heavy_lift_follows_a_light_one(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED)
    await runner.say("deadlift 3x5 40kg, 6 reps left")
    _, again = await runner.say("trap bar deadlift 3x3 160kg rpe 9")
    assert again.text.startswith("📖 Running after this lift:")
