"""What is to stay as it is."""

import pytest

from tests.conversations.conftest import Talker

KEEPS = ["keep it", "keep it as it is", "leave it", "leave it as it is please", "don't change anything", "no, keep it"]


@pytest.mark.parametrize("text", KEEPS)
async def test_with_nothing_open_it_is_a_calm_line(runner: Talker, text: str) -> None:
    assert await runner.ask(text) == "📖 Kept: everything is as it was."


@pytest.mark.parametrize("text", KEEPS)
async def test_behind_a_verdict_with_changes_nothing_is_changed(runner: Talker, text: str) -> None:
    before = await runner.ask("/schedule")
    await runner.say("can I deadlift today?")
    assert await runner.ask(text) == "📖 Kept: everything is as it was."
    assert await runner.ask("/schedule") == before


@pytest.mark.parametrize("text", KEEPS)
async def test_it_is_the_no_of_a_question(runner: Talker, text: str) -> None:
    await runner.say("/delete")
    await runner.say(text)
    assert "Tue · intervals" in await runner.ask("/schedule")
    await runner.set_up("/log deadlift 3x4 100kg", "/log deadlift 3x4 100kg")
    assert (await runner.ask(text)).startswith("📖")
    assert (await runner.ask("show my lifts")).count("3 × 4") == 1


async def test_a_week_that_was_half_read_is_kept_or_left(runner: Talker) -> None:
    half_read = "/schedule Mon 18:00 hills, thu blorp"
    await runner.say(half_read)
    assert (await runner.ask("leave it as it is")).startswith("📖")
    assert "Tue · intervals" in await runner.ask("/schedule")
    await runner.say(half_read)
    assert (await runner.ask("keep it as it is")).startswith("📌 Your week:\nMon · hills · 18:00")


async def test_days_that_are_asked_about_are_let_go_of(runner: Talker) -> None:
    before = await runner.ask("/schedule")
    await runner.say("fridays easy 7am")
    assert await runner.ask("keep it as it is") == "📖 Kept: everything is as it was."
    assert (await runner.ask("saturdays easy 9am")).startswith("❓ Shall I change only Sat,")
    assert await runner.ask("/schedule") == before


async def test_of_a_condition_it_is_the_word_that_was_said(runner: Talker) -> None:
    await runner.say("I have a stress fracture")
    await runner.say("leave it as it is")
    assert "Stress fracture" not in await runner.ask("/health")
    await runner.say("I have a stress fracture")
    assert (await runner.say("keep it"))[0].text == "📌 Kept: Stress fracture."


async def test_no_question_of_the_body_is_answered_by_it(runner: Talker) -> None:
    await runner.say("my back feels off")
    await runner.say("keep it")
    assert (await runner.ask("/today")).startswith("⛔")


async def test_while_a_red_flag_stands_only_help_is_offered(runner: Talker) -> None:
    await runner.say("chest pain")
    assert (await runner.ask("keep it")).startswith("🩺 Stop")


@pytest.mark.parametrize("text", ["keep my back straight?", "don't touch the floor between reps", "keep the bar close"])
async def test_how_to_lift_is_something_else(runner: Talker, text: str) -> None:
    assert "everything is as it was" not in (await runner.say(text))[0].text
