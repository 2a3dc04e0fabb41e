"""The natural next question behind a verdict: what to change, what if not, why so, and a lift before another."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize(
    "text",
    [
        "which one should I move?",
        "what should i move",
        "which run is in the way",
        "what would make it a yes",
        "so what do i have to change",
        "ok move it",
        "can you move it for me",
    ],
)
async def test_what_to_change_offers_the_changes_of_the_verdict(text: str, runner: Talker) -> None:
    await runner.say("can I deadlift today?")
    [asked] = await runner.say(text)
    assert asked.text == "❓ One of these changes helps on Mon 2 Mar. Which shall I make?"
    assert "Move intervals tomorrow 18:00 to Sat 7 Mar" in asked.labels or len(asked.labels) >= 1
    stored, *_ = await runner.press(asked.labels[0], asked)
    assert stored.text.startswith("📌")


async def test_nothing_changes_by_the_words_alone(runner: Talker) -> None:
    await runner.say("can I deadlift today?")
    await runner.say("ok move it")
    assert "Tue 3 Mar:\nintervals · 18:00" in await runner.ask("what's on tuesday?")


async def test_where_nothing_helps_the_verdict_is_said_again(runner: Talker) -> None:
    await runner.set_up("my knee hurts", "can I deadlift today?")
    assert (await runner.ask("which one should I move?")).startswith("⛔ Not today")


async def test_behind_a_change_it_is_what_was_changed(runner: Talker) -> None:
    await runner.set_up("can I deadlift today?", "remind me at 6:30")
    assert "One of these changes" not in (await runner.say("change it"))[0].text


@pytest.mark.parametrize("text", ["and if I skip the intervals?", "if i skip the run", "and without the intervals?"])
async def test_a_run_is_supposed_to_be_left_out(text: str, runner: Talker) -> None:
    await runner.say("can I deadlift today?")
    answer = await runner.ask(text)
    assert answer.startswith("✅ Yes")
    assert "Nothing is changed." in answer


@pytest.mark.parametrize(
    "text", ["why only light", "why just light?", "why not heavy", "how come it's only light", "why can't i go heavy"]
)
async def test_why_it_is_so_is_told_of_the_verdict(text: str, runner: Talker) -> None:
    await runner.say("is saturday ok?")
    assert (await runner.ask(text)).startswith("📖 Why, for Sat 7 Mar")


async def test_why_is_a_question_to_the_guide_where_no_verdict_was_given(runner: Talker) -> None:
    await runner.say("is saturday ok?")
    runner.world.clock.go_on(minutes=31)
    assert "Why, for" not in (await runner.say("why only light"))[0].text


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("what if I lift thursday, can I lift again saturday", "🟡 Light only (Sat)"),
        ("if i lift thursday evening can i lift again on friday", "⛔ Not then (Fri)"),
        ("can i lift again on friday if i lift on thursday", "⛔ Not then (Fri)"),
    ],
)
async def test_a_lift_before_the_one_that_is_asked_about_counts(text: str, headline: str, runner: Talker) -> None:
    answer = await runner.ask(text)
    assert answer.startswith(headline)
    assert "That would be so after a heavy lift on Thu 5 Mar. Nothing is changed." in answer
    assert (await runner.ask("friday?")).startswith("✅ Yes (Fri)")


@pytest.mark.parametrize(
    "text", ["what if I lift saturday, can I lift again thursday", "what if i lift today and today"]
)
async def test_a_lift_is_supposed_only_before_another(text: str, runner: Talker) -> None:
    assert "That would be so after" not in (await runner.say(text))[0].text
