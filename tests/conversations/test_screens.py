"""What the buttons and lines of /settings and /remind say can be typed below them."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Strength first", "priority: strength"),
        ("lb", "units: lb"),
        ("mi", "distance: mi"),
        ("units: lb", "units: lb"),
        ("phase base", "phase: base"),
        ("target 1", "target: 1"),
    ],
)
async def test_below_the_settings(runner: Talker, typed: str, kept: str) -> None:
    await runner.say("/settings")
    [stored] = await runner.say(typed)
    assert stored.text == f"📌 {kept}"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("morning on", "reminder: 07:00"),
        ("week sun 18:00", "week: sun 18:00"),
        ("warmup 45", "warmup: 45"),
        ("daily on", "daily: on"),
        ("alert on", "alert: on"),
        ("quiet 22:00-06:00", "quiet: 22:00-06:00"),
        ("06:30", "reminder: 06:30"),
    ],
)
async def test_below_the_reminders(runner: Talker, typed: str, kept: str) -> None:
    await runner.say("/remind")
    [stored] = await runner.say(typed)
    assert stored.text == f"📌 {kept}"


@pytest.mark.parametrize(
    "other", ["morning", "warmup", "is it morning on mars?", "week of rest please", "can I lift today?"]
)
async def test_what_is_no_line_of_the_screen_sets_nothing(runner: Talker, other: str) -> None:
    before = await runner.ask("/remind")
    await runner.say(other)
    assert await runner.ask("/remind") == before


async def test_the_screen_is_over_with_the_next_message(runner: Talker) -> None:
    await runner.say("/settings")
    await runner.say("/week")
    assert not (await runner.ask("lb")).startswith("📌")


async def test_the_only_lift_is_the_one_whose_weight_changes(runner: Talker) -> None:
    await runner.say("/log deadlift 3x4 100kg")
    changed, *_ = await runner.say("change the weight to 110")
    assert changed.text.startswith("📌 today 10:00 · deadlift 3 × 4 at 110 kg")
    await runner.say("change the reps to 5")
    changed, *_ = await runner.say("3 sets of 5")
    assert changed.text.startswith("📌 today 10:00 · deadlift 3 × 5 at 110 kg")
    assert (await runner.ask("/log")).count("deadlift 3 ×") == 1


async def test_a_lift_that_is_not_clear_is_not_deleted(runner: Talker) -> None:
    await runner.say("/log deadlift 3x4 100kg")
    assert (await runner.ask("remove the lift")).startswith("❓ Which lift do you mean?")
