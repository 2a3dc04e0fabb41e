"""A run left out and named by its kind alone, on Monday, 2 March; the week has intervals Tue, tempo Thu, long Sun."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("no track this week", "📌 intervals tomorrow 18:00: skipped"),
        ("my coach cancelled the tempo this week", "📌 tempo Thu 5 Mar 06:30: skipped"),
        ("won't do my long run next week", "📌 long run Sun 15 Mar 08:00: skipped"),
        ("the long run is off", "📌 long run Sun 8 Mar 08:00: skipped"),
    ],
)
async def test_the_run_of_that_kind_is_left_out_and_comes_back(runner: Talker, text: str, echo: str) -> None:
    [stored, *_] = await runner.say(text)
    assert stored.text.startswith(echo)
    await runner.press("Undo", stored)
    [again, *_] = await runner.say(text)
    assert again.text == stored.text


async def test_of_several_the_runner_says_which(runner: Talker) -> None:
    await runner.say("/schedule Tue 18:00 intervals, Fri 18:00 intervals, Sun 08:00 long")
    [asked] = await runner.say("no track this week")
    assert asked.text == "❓ Which one do you leave out?"
    [stored, *_] = await runner.press("intervals Fri 6 Mar 18:00", asked)
    assert stored.text.startswith("📌 intervals Fri 6 Mar 18:00: skipped")


async def test_a_kind_that_does_not_come_is_said_to_be_unknown(runner: Talker) -> None:
    assert (await runner.ask("no hills this week")).startswith("⚠️ I find no hills run that fits.")


async def test_the_prompt_comes_as_long_before_the_lift_as_said(runner: Talker) -> None:
    assert await runner.ask("remind me an hour before i lift") == "📌 warmup: 60"


QUIET = [
    ("don't message me before 8", "22:00-08:00"),
    ("don't text me after 9pm", "21:00-06:00"),
    ("no messages after 10 please", "22:00-06:00"),
]


@pytest.mark.parametrize(("text", "span"), QUIET)
async def test_quiet_hours_of_which_one_end_is_told_keep_the_other(runner: Talker, text: str, span: str) -> None:
    assert await runner.ask(text) == f"📌 quiet: {span}"


async def test_the_known_end_of_the_quiet_hours_stays(runner: Talker) -> None:
    await runner.say("/set quiet 23:00-07:30")
    assert await runner.ask("don't text me after 9pm") == "📌 quiet: 21:00-07:30"


async def test_quiet_hours_end_no_later_than_the_reminder_that_was_chosen(runner: Talker) -> None:
    await runner.say("/remind 05:30")
    assert await runner.ask("don't text me after 9pm") == "📌 quiet: 21:00-05:30"
    assert (await runner.ask("don't message me before 8")).startswith("⚠️")
