"""The buttons under the morning reminder: what they do edits it, and one lift is moved, left out or logged.

The clock begins on Monday, 2 March 2026, 10:00 in Berlin; the runner runs intervals on Tuesday 18:00, tempo on Thursday
06:30 and long on Sunday 08:00.
"""

import json

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World
from tests.conversations.pressing import notice, now, press
from tests.conversations.waiting import firsts, texts, until

FRIDAY = ("/remind 07:00", "/remind warmup off", "/remind after off", "/lifts fri 12:00")


@pytest.fixture
async def reminder(runner: Talker, world: World) -> ShownMessage:
    """Return the morning reminder of Friday's lift, just sent."""
    await runner.set_up(*FRIDAY)
    [reminder] = await until(world, runner, "2026-03-06 07:00")
    return reminder


async def test_the_reminder_has_the_buttons_of_the_contract(reminder: ShownMessage) -> None:
    assert reminder.labels == ["Done", "Move", "Skip", "Snooze 30 min", "Why"]


async def test_skip_leaves_this_one_lift_out_and_undo_brings_it_back(runner: Talker, reminder: ShownMessage) -> None:
    skipped = await press(runner, "Skip", reminder)
    assert skipped.text == "📌 Lift today 12:00: left out."
    assert "12:00" not in (await runner.ask("/week")).split("\n")[1]
    assert "Lift today 12:00: left out." in await runner.ask("/lifts")
    undone = await press(runner, "Undo", skipped)
    assert undone.text == "📌 Undone: a change of one lift."
    assert "🏋 12:00 heavy" in (await runner.ask("/week")).split("\n")[1]


async def test_move_previews_the_next_two_days_and_the_next_good_window(runner: Talker, reminder: ShownMessage) -> None:
    asked = await press(runner, "Move", reminder)
    assert asked.text.split("\n")[1:] == [
        "At your lift time, Sat 7 Mar 12:00: light only.",  # the day before the long run
        "At your lift time, Sun 8 Mar 12:00: no.",  # after the long run of that morning
        "At your lift time, today 18:00: yes.",
    ]
    assert asked.labels == ["Sat 7 Mar 12:00", "Sun 8 Mar 12:00", "today 18:00", "Back"]


async def test_move_offers_no_place_where_another_lift_stands(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/remind after off", "/lifts fri 12:00, sat 12:00")
    [reminder] = await until(world, runner, "2026-03-06 07:00")
    asked = await press(runner, "Move", reminder)
    assert asked.labels == ["Sun 8 Mar 12:00", "today 18:00", "Back"]


async def test_the_next_good_window_to_move_to_counts_the_other_lifts_of_the_plan(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 06:30", "/remind warmup off", "/remind after off", "/lifts auto")
    assert "Thu 5 Mar · tempo · 06:30 · 40 min · 🏋 18:00 heavy" in await runner.ask("/week")
    [reminder] = await until(world, runner, "2026-03-03 06:00")  # the light lift before the intervals
    asked = await press(runner, "Move", reminder)
    # Thursday 18:00 is taken, and on Friday the lift of Thursday is too near; only then comes a week's distance.
    assert asked.text.split("\n")[-1] == "At your lift time, Thu 12 Mar 18:00: yes."


async def test_where_no_heavy_lift_fits_a_light_one_is_the_next_good_window(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/remind after off", "/lifts mon 18:00, thu 18:00")
    *_, reminder = await until(world, runner, "2026-03-09 07:00")
    asked = await press(runner, "Move", reminder)
    # Between the lifts of Thursdays there is no heavy one; Tuesday 07:00 is 10 h before the intervals.
    assert asked.text.split("\n")[-1] == "At your lift time, Tue 10 Mar 07:00: light only."


async def test_a_lift_that_is_moved_is_followed_by_everything(
    runner: Talker, world: World, reminder: ShownMessage
) -> None:
    await press(runner, "Move", reminder)
    moved = await press(runner, "Sat 7 Mar 12:00", now(runner, reminder))
    assert moved.text == (
        "📌 Lift Sat 7 Mar 12:00, moved from today 12:00.\nAt your lift time, Sat 7 Mar 12:00: light only."
    )
    friday, saturday = (await runner.ask("/week")).split("\n")[1:3]
    assert "12:00" not in friday
    assert "🏋 12:00 light" in saturday
    assert "Fri 12:00 · next Fri 13 Mar 12:00" in await runner.ask("/lifts")
    await runner.say("/remind warmup 30")
    morning, warm_up = await until(world, runner, "2026-03-07 12:00")
    assert "Moved here from Fri 6 Mar 12:00." in morning.text
    assert warm_up.text.startswith("🔥 Warm-up")
    document, _ = await runner.say("/export")
    assert document.file is not None
    assert json.loads(document.file.content)["lift_changes"] == [
        {"date": "2026-03-06", "time": "12:00", "to_date": "2026-03-07", "to_time": "12:00"}
    ]


async def test_a_lift_that_was_moved_can_be_moved_again(runner: Talker, world: World, reminder: ShownMessage) -> None:
    await press(runner, "Move", reminder)
    await press(runner, "Sat 7 Mar 12:00", now(runner, reminder))
    [morning] = await until(world, runner, "2026-03-07 07:00")
    await press(runner, "Skip", morning)
    changes = await world.store.run(lambda records: records.lift_changes.of(runner.person.id))
    assert [(one.date.day, one.to_date and one.to_date.day) for _, one in changes] == [(6, 7), (6, None)]
    assert "🏋" not in (await runner.ask("/week")).split("\n")[1]


async def test_back_shows_the_reminder_again(runner: Talker, reminder: ShownMessage) -> None:
    for label in ("Move", "Done", "Why"):
        await press(runner, label, now(runner, reminder))
        again = await press(runner, "Back", now(runner, reminder))
        assert again.text.startswith("⏰ ✅ Yes")
        assert again.labels == reminder.labels


async def test_why_explains_in_the_place_of_the_reminder(runner: Talker, reminder: ShownMessage) -> None:
    why = await press(runner, "Why", reminder)
    assert why.text.startswith("📖 Why, for Fri 6 Mar")


async def test_lift_anyway_is_about_the_day_of_the_reminder_and_edits_it(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY, "/add 2026-03-07 09:00 intervals")
    *_, reminder = await until(world, runner, "2026-03-06 07:00")
    await runner.say("/today sunday")  # the last answer is about another day
    noted = await press(runner, "I'll lift anyway", reminder)
    assert noted.text.startswith("📌 Noted for Fri 6 Mar: you lift against R61.")
    assert noted.labels == ["Undo"]
    overrides = await world.store.run(lambda records: records.overrides.of(runner.person.id))
    assert [one.day.day for _, one in overrides] == [6]


async def test_snooze_brings_the_reminder_again_half_an_hour_later_decided_anew(
    runner: Talker, world: World, reminder: ShownMessage
) -> None:
    snoozed = await press(runner, "Snooze 30 min", reminder)
    assert snoozed.text.startswith("⏰ ✅ Yes")
    assert snoozed.text.endswith("I come again at today 07:30.")
    await runner.say("/add tomorrow 09:00 intervals")
    assert texts(await until(world, runner, "2026-03-06 07:29")) == []
    [again] = await until(world, runner, "2026-03-06 07:30")
    assert again.text.startswith("⏰ ⛔ Not today")
    assert texts(await until(world, runner, "2026-03-06 12:00")) == []


async def test_snoozing_twice_brings_one_reminder(runner: Talker, world: World, reminder: ShownMessage) -> None:
    await press(runner, "Snooze 30 min", reminder)
    world.clock.go_on(minutes=10)
    await press(runner, "Snooze 30 min", now(runner, reminder))
    assert len(await until(world, runner, "2026-03-06 12:00")) == 1


async def test_a_snoozed_reminder_goes_with_a_runner_to_another_zone(
    runner: Talker, world: World, reminder: ShownMessage
) -> None:
    await press(runner, "Snooze 30 min", reminder)
    await runner.say("/set timezone London")  # where it is 06:00, and the lift is at 12:00 as ever
    assert texts(await until(world, runner, "2026-03-06 07:29")) == []
    [again] = await until(world, runner, "2026-03-06 07:30")
    assert again.text.startswith("⏰ ✅ Yes")
    assert "At your lift time, today 12:00: yes." in again.text


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("/pause 3", "🤷 Paused: nothing comes unasked before Mon 9 Mar."),
        ("/remind off", "🤷 No morning reminder is set; /remind 06:30 turns it on."),
        ("/log deadlift 3x4 100kg rpe 8", "🤷 A lift of that day is logged already."),
        ("/set quiet 07:10-07:40", "🤷 07:30 lies in your quiet hours; nothing would be sent. Change one of the two."),
    ],
    ids=["paused", "off", "logged", "quiet"],
)
async def test_snooze_promises_no_reminder_that_would_not_come(
    runner: Talker, world: World, reminder: ShownMessage, said: str, refusal: str
) -> None:
    await runner.say(said)
    assert await notice(runner, "Snooze 30 min", reminder) == refusal
    assert texts(await until(world, runner, "2026-03-06 12:00")) == []


async def test_snooze_typed_while_a_red_flag_stands_brings_help(runner: Talker, reminder: ShownMessage) -> None:
    assert reminder.text.startswith("⏰")
    await runner.say("chest pain when I walk")
    assert (await runner.ask("snooze")).startswith("🩺 Stop. ")


async def test_snooze_can_be_typed(runner: Talker, world: World, reminder: ShownMessage) -> None:
    assert reminder.text.startswith("⏰")
    assert (await runner.ask("snooze")).endswith("I come again at today 07:30.")
    assert len(await until(world, runner, "2026-03-06 07:30")) == 1
    await until(world, runner, "2026-03-06 11:45")
    assert await runner.ask("snooze") == "🤷 Your lift begins before that (today 12:00)."


async def test_without_a_reminder_there_is_nothing_to_snooze(runner: Talker) -> None:
    assert (await runner.ask("Snooze!")).startswith("🤷 No reminder of a lift came today")


async def test_a_snoozed_reminder_is_silent_once_the_lift_was_left_out(
    runner: Talker, world: World, reminder: ShownMessage
) -> None:
    await press(runner, "Snooze 30 min", reminder)
    await runner.say("skip today's lift")
    assert texts(await until(world, runner, "2026-03-06 12:00")) == []


async def test_a_reminder_is_not_snoozed_past_its_lift(runner: Talker, world: World, reminder: ShownMessage) -> None:
    await until(world, runner, "2026-03-06 11:30")
    assert await notice(runner, "Snooze 30 min", reminder) == "🤷 Your lift begins before that (today 12:00)."


@pytest.mark.parametrize("label", ["Move", "Skip", "Snooze 30 min"])
async def test_a_button_on_a_reminder_whose_lift_has_passed_says_so(
    runner: Talker, world: World, reminder: ShownMessage, label: str
) -> None:
    await until(world, runner, "2026-03-06 12:00")
    assert await notice(runner, label, reminder) == "🤷 That lift has passed (today 12:00)."


async def test_a_button_on_a_reminder_whose_lift_is_gone_says_so(runner: Talker, reminder: ShownMessage) -> None:
    await runner.say("/lifts wed 18:00")
    assert await notice(runner, "Skip", reminder) == "🤷 That lift is not in your plan any more."


@pytest.mark.parametrize("label", ["Done", "Move", "Snooze 30 min", "Why"])
async def test_while_a_red_flag_stands_a_button_brings_help_in_the_place_of_the_reminder_and_nothing_else(
    runner: Talker, world: World, reminder: ShownMessage, label: str
) -> None:
    await runner.say("chest pain when I walk")
    stop = await press(runner, label, reminder)
    assert stop.text.startswith("🩺 Stop. Call your local emergency number (112 or 911 in many countries) now.\n")
    assert stop.labels == ["That is not what I meant"]
    assert texts(await until(world, runner, "2026-03-06 12:00")) == []


async def test_done_opens_the_log_filled_in_and_one_tap_keeps_it(
    runner: Talker, world: World, reminder: ShownMessage
) -> None:
    await runner.say("/log yesterday 07:00 deadlift 3x4 100kg rpe 8 light")
    await until(world, runner, "2026-03-06 13:00")
    log = await press(runner, "Done", reminder)
    assert log.text.startswith("❓ As planned, today 12:00: deadlift 3 × ")
    assert log.labels == ["0", "1", "2", "3", "4 or more", "Can't say", "Back", "Set by set"]
    [advice] = await runner.press("2", log)
    assert now(runner, reminder).text.startswith("📌 today 12:00 · deadlift 3 × ")
    assert advice.text.startswith("📖 Running after this lift:")
    lifts = await world.store.run(lambda records: records.lifts.of(runner.person.id))
    assert {one.rir for one in lifts[-1][1].sets} == {2.0}


@pytest.mark.parametrize(("to", "day"), [("18:00", "06"), ("tomorrow 18:00", "07")])
async def test_done_logs_the_lift_where_it_stands_by_then(
    runner: Talker, world: World, reminder: ShownMessage, to: str, day: str
) -> None:
    await runner.say(f"move today's lift to {to}")
    await until(world, runner, f"2026-03-{day} 19:00")
    log = await press(runner, "Done", reminder)
    assert log.text.startswith("❓ As planned, today 18:00: deadlift 3 × ")
    await runner.press("2", log)
    assert now(runner, reminder).text.startswith("📌 today 18:00 · deadlift 3 × ")


async def test_a_lift_that_is_logged_is_not_left_out_on_another_device(
    runner: Talker, world: World, reminder: ShownMessage
) -> None:
    skip = next(one.value for row in reminder.rows for one in row if one.label == "Skip")
    log = await press(runner, "Done", reminder)
    await runner.press("2", log)
    logged = now(runner, reminder).text
    await runner.press_data(reminder, skip)
    assert now(runner, reminder).text == logged
    assert runner.person.alerts[-1:] == ["🤷 A lift of that day is logged already."]
    assert await world.store.run(lambda records: records.lift_changes.of(runner.person.id)) == ()


async def test_a_reminder_of_a_lift_that_is_logged_does_not_come_back(runner: Talker, reminder: ShownMessage) -> None:
    why = await press(runner, "Why", reminder)
    await runner.say("/log deadlift 3x4 100kg rpe 8")
    assert await notice(runner, "Back", why) == "🤷 A lift of that day is logged already."


async def test_why_and_done_know_the_lift_of_a_runner_who_changed_zone(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/remind after off", "/lifts fri 20:00")
    [reminder] = await until(world, runner, "2026-03-06 07:00")
    await runner.say(
        "/set timezone Auckland"
    )  # where it is 19:00, and the lift an hour away; 20:00 in Berlin is Saturday
    why = await press(runner, "Why", reminder)
    assert why.text.startswith("📖 Why, for Fri 6 Mar")
    log = await press(runner, "Done", await press(runner, "Back", why))
    assert log.text.startswith("❓ As planned, today 19:00: deadlift 3 × 4.")


async def test_done_of_a_day_that_is_logged_already_says_so(runner: Talker, reminder: ShownMessage) -> None:
    await runner.say("/log deadlift 3x4 100kg rpe 8")
    assert await notice(runner, "Done", reminder) == "🤷 A lift of that day is logged already."


@pytest.mark.usefixtures("reminder")
async def test_nobody_moves_the_lift_of_another(runner: Talker, world: World) -> None:
    bob = world.telegram.private_chat(first_name="Bob", user_id=runner.person.id + 1)
    due = await world.store.run(lambda records: records.due_of(runner.person.id))
    await bob.send("/help")
    await world.settle()
    for action in ("rskip", "rmove", "rlate", "rdone", "rwhy", "rback"):
        await bob.press_data(bob.messages[-1], f"{bob.id}|{action}:{due[0].id}")
    await world.settle()
    assert await world.store.run(lambda records: records.lift_changes.of(runner.person.id)) == ()


@pytest.mark.parametrize(
    "data", ["rskip:0", "rto:{id}:999", "rto:{id}:202699010000", "rlog:{id}:9", "rsore:{id}:3", "effort:1:2"]
)
async def test_a_forged_button_does_nothing(runner: Talker, world: World, reminder: ShownMessage, data: str) -> None:
    due = next(one for one in await world.store.run(lambda records: records.due_of(runner.person.id)) if one.id)
    before = now(runner, reminder).text
    await runner.press_data(reminder, f"{runner.person.id}|{data.format(id=due.id)}")
    assert now(runner, reminder).text == before
    assert await world.store.run(lambda records: records.lift_changes.of(runner.person.id)) == ()


async def test_a_lift_cannot_be_moved_into_the_past(runner: Talker, world: World, reminder: ShownMessage) -> None:
    due = await world.store.run(lambda records: records.due_of(runner.person.id))
    queued = next(one for one in due if one.state == "queued")
    await runner.press_data(reminder, f"{runner.person.id}|rto:{queued.id}:202603051200")
    assert await world.store.run(lambda records: records.lift_changes.of(runner.person.id)) == ()


async def test_the_planner_keeps_a_moved_lift_and_a_day_that_was_left_free(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/remind after off", "/lifts auto")
    plan = await runner.ask("/week")
    assert "Thu 5 Mar · tempo · 06:30 · 40 min · 🏋 18:00 heavy" in plan
    *_, morning = await until(world, runner, "2026-03-05 07:00")
    await press(runner, "Move", morning)
    await press(runner, "Fri 6 Mar 18:00", now(runner, morning))
    for _ in range(2):
        thursday, friday = (await runner.ask("/week")).split("\n")[1:3]
        assert "🏋" not in thursday
        assert "🏋 18:00 heavy" in friday
    await runner.say("skip friday's lift")
    thursday, friday = (await runner.ask("/week")).split("\n")[1:3]
    assert "🏋" not in thursday
    assert "🏋" not in friday
    assert firsts(await until(world, runner, "2026-03-06 23:00")) == []
