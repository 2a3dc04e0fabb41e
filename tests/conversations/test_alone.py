"""Words that order something while nothing is open, and how hard the last lift was."""

import pytest

from tests.conversations.conftest import Clock, Talker

ORDERS = ["ok finish", "one more set", "finish the workout", "skip this one", "end my session", "start"]


@pytest.mark.parametrize("text", ORDERS)
async def test_an_order_of_a_lift_is_said_to_find_none(runner: Talker, text: str) -> None:
    [answer] = await runner.say(text)
    assert answer.text.startswith("🤷 Nothing is open right now")


@pytest.mark.parametrize("text", ["start", "Start", "let's get started", "set me up"])
async def test_a_newcomer_who_starts_is_set_up(ada: Talker, text: str) -> None:
    welcome, step = await ada.say(text)
    assert "not medical advice" in welcome.text
    assert step.text.startswith("❓ Step 1 of 7")


async def test_one_more_set_of_the_lift_that_was_just_logged_is_added(runner: Talker) -> None:
    await runner.say("/log deadlift 3x4 100kg")
    assert "4 × 4 at 100 kg" in await runner.ask("one more set")


FELT = ["felt like an 8", "that was an 8", "call it an 8", "felt like 8/10"]


@pytest.mark.parametrize("text", FELT)
async def test_how_hard_the_lift_was_is_said_behind_it(runner: Talker, text: str) -> None:
    await runner.say("/log deadlift 3x4 100kg")
    assert "3 × 4 at 100 kg (2 in reserve)" in await runner.ask(text)


async def test_behind_anything_else_such_a_number_is_not_the_lifts(runner: Talker, clock: Clock) -> None:
    await runner.set_up("/log deadlift 3x4 100kg", "/add friday 18:00 easy")
    assert (await runner.ask("felt like a 9")).startswith("🤷")
    await runner.say("undo")
    clock.go_on(hours=2)
    assert (await runner.ask("felt like a 9")).startswith("🤷")


async def test_an_effort_without_a_lift_is_said_to_find_none(runner: Talker) -> None:
    assert (await runner.ask("was rpe 8 not 7")).startswith("❓ No lift is in your log yet.")


async def test_both_lengths_are_told_at_once(runner: Talker) -> None:
    running, lifting = await runner.say("no i've been running 6 years and lifting for 3")
    assert running.text == "📌 running: since 2020-03-01"
    assert lifting.text == "📌 lifting: since 2023-03-02"


async def test_who_is_new_to_one_is_not_given_the_years_of_the_other(runner: Talker) -> None:
    lifting, running = await runner.say("new to lifting, running 5 years")
    assert (lifting.text, running.text) == ("📌 lifting: since 2026-03-02", "📌 running: since 2021-03-02")
    assert await runner.ask("new to lifting, like 2 months in") == "📌 lifting: since 2025-12-31"
