"""Sentences about the bot's messages change the setting that is meant, or are asked about."""

import pytest

from tests.conversations.conftest import Talker


async def reminders(runner: Talker) -> list[str]:
    return (await runner.ask("/remind")).splitlines()


@pytest.mark.parametrize(
    "told", ["don't text me on weekends", "no reminders on sundays pls", "don't remind me on sunday"]
)
async def test_single_days_are_not_left_out_unasked(runner: Talker, told: str) -> None:
    await runner.say("/remind 06:30")
    [asked] = await runner.say(told)
    assert asked.text.startswith("❓")
    assert "reminder: 06:30" in await reminders(runner)
    await runner.say(told)
    [stored] = await runner.say("morning off")
    assert stored.text == "📌 reminder: off"


@pytest.mark.parametrize("told", ["remind me on sundays at 7pm", "message me every sunday at 19:00"])
async def test_a_day_with_a_time_may_be_that_of_the_weeks_plan(runner: Talker, told: str) -> None:
    [asked] = await runner.say(told)
    assert asked.labels == ["morning 19:00", "week sun 19:00"]
    assert "reminder: off" in await reminders(runner)
    await runner.say(told)
    [stored] = await runner.say("week sun 19:00")
    assert stored.text == "📌 week: sun 19:00"


async def test_one_day_alone_is_offered_every_lift_day(runner: Talker) -> None:
    [asked] = await runner.say("remind me tomorrow at 7")
    assert asked.labels == ["morning 07:00"]


@pytest.mark.parametrize("told", ["no messages at night", "stop texting me while I sleep"])
async def test_the_hours_of_the_night_are_asked_for(runner: Talker, told: str) -> None:
    await runner.say("/remind 06:30")
    [asked] = await runner.say(told)
    assert asked.text.startswith("❓ From when until when")
    [stored] = await runner.press("22:00-06:00")
    assert stored.text == "📌 quiet: 22:00-06:00"
    assert "reminder: 06:30" in await reminders(runner)


async def test_the_warm_up_prompt_goes_and_the_reminder_stays(runner: Talker) -> None:
    await runner.say("/remind 06:30")
    [stored] = await runner.say("turn off the warm-up reminder")
    assert stored.text == "📌 warmup: off"
    assert "reminder: 06:30" in await reminders(runner)
