"""The verdict with a page of the guide: of the moment that is named, else of the one that was spoken of just before."""

import pytest

from tests.conversations.conftest import Talker


async def last_of(runner: Talker, *said: str) -> str:
    """Say one thing after the other and return the headline of the last verdict that comes."""
    for text in said[:-1]:
        await runner.say(text)
    return (await runner.say(said[-1]))[-1].text.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("what can I do on friday", "✅ Yes (Fri)"),
        ("ok put it on friday then", "✅ Yes (Fri)"),
        ("how should i plan deadlifts on friday", "✅ Yes (Fri)"),
        ("so 6pm thursday works?", "✅ Yes (Thu 18:00)"),
        ("ok can I try that tomorrow at 6pm", "⛔ Not then (Tue 18:00)"),
    ],
)
async def test_a_moment_that_is_all_that_leads_to_a_page_is_answered_alone(
    text: str, headline: str, runner: Talker
) -> None:
    assert (await runner.ask(text)).startswith(headline)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("how much should I lift friday", "✅ Yes (Fri)"),
        ("and on saturday, how heavy should it be?", "🟡 Light only (Sat)"),
        ("should I lift before or after my tempo", "✅ Yes, from 13:15 (Thu)"),
    ],
)
async def test_a_page_comes_with_the_verdict_of_the_day_that_is_named(text: str, headline: str, runner: Talker) -> None:
    page, verdict = await runner.say(text)
    assert page.text.startswith("📖")
    assert verdict.text.startswith(headline)


@pytest.mark.parametrize("text", ["is that too close to my long run?", "would that hurt my long run"])
async def test_where_no_day_is_named_a_page_is_about_the_one_spoken_of(text: str, runner: Talker) -> None:
    assert (await last_of(runner, "can i lift friday", text)).startswith("✅ Yes (Fri)")


async def test_half_an_hour_later_it_is_about_today(runner: Talker) -> None:
    await runner.say("can i lift friday")
    runner.world.clock.go_on(minutes=31)
    assert (await last_of(runner, "would that hurt my long run")).startswith("⛔ Not today")


async def test_the_day_of_a_run_that_is_told_is_not_that_of_the_lift(runner: Talker) -> None:
    assert (await last_of(runner, "how heavy with a tempo on thursday")).startswith("⛔ Not today")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("heavy?", "🟡 Light only (Sat)"),
        ("can i go heavy then", "🟡 Light only (Sat)"),
        ("how heavy", "🟡 Light only (Sat)"),
        ("so how many sets", "🟡 Light only (Sat)"),
        ("what weight should i take", "🟡 Light only (Sat)"),
        ("what time is best", "🟡 Light only (Sat)"),
        ("hmm make it 6pm", "🟡 Light only (Sat 18:00)"),
        ("7pm rather", "🟡 Light only (Sat 19:00)"),
        ("let's say 19:00", "🟡 Light only (Sat 19:00)"),
        ("friday would be better", "✅ Yes (Fri)"),
        ("is that too soon after the tempo", "🟡 Light only (Sat)"),
    ],
)
async def test_a_few_words_are_about_the_day_spoken_of(text: str, headline: str, runner: Talker) -> None:
    assert (await last_of(runner, "is saturday ok?", text)).startswith(headline)


async def test_how_heavy_is_a_question_to_the_guide_where_no_day_was_spoken_of(runner: Talker) -> None:
    await runner.say("is saturday ok?")
    runner.world.clock.go_on(minutes=31)
    assert (await runner.say("how heavy"))[0].text.startswith("📖 How heavy")


async def test_who_lifts_anyway_is_told_how_lightly_again(runner: Talker) -> None:
    await runner.say("can I deadlift today?")
    await runner.say("I'll lift anyway")
    told = await runner.ask("how heavy")
    assert told.startswith("📖 As you lift on Mon 2 Mar anyway, keep it light:\n3 × 5")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("best day to deadlift this week?", "✅ Yes, from 13:15 (Thu)"),
        ("when can I lift next week", "✅ Yes, from 13:15 (Thu)\nFor Thu 12 Mar."),
        ("which day next week is best for deadlifts?", "✅ Yes, from 13:15 (Thu)\nFor Thu 12 Mar."),
    ],
)
async def test_of_a_week_the_best_day_is_answered(text: str, headline: str, runner: Talker) -> None:
    assert (await runner.ask(text)).startswith(headline)


async def test_who_has_lift_times_is_shown_them_for_next_week(runner: Talker) -> None:
    await runner.say("/lifts thu 18:00")
    assert "Thu 18:00" in await runner.ask("when do I lift next")
