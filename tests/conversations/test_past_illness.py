"""Illnesses that are over: what they still hold back counts from their own days. On Monday, 2 March."""

import pytest

from tests.conversations.conftest import EXPERIENCED, Talker

WEEK = "/schedule Sun easy 5k"


async def test_one_that_went_is_light_for_three_days_after_the_first(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    stored, today = await runner.say("had 38.5 fever on friday, gone since saturday")
    assert stored.text.startswith("📌 Illness noted, last on Fri 27 Feb.\nWell since Sat 28 Feb")
    assert today.text.startswith("🟡 Light only")
    assert (await runner.ask("can i lift on wednesday?")).startswith("🟡 Light only")
    assert (await runner.ask("can i lift on thursday?")).startswith("✅ Yes")


async def test_of_one_without_an_end_it_is_asked(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    stored, asked, today = await runner.say("was sick on saturday")
    assert stored.text == "📌 Illness noted, last on Sat 28 Feb."
    assert asked.text == "❓ Are you well again?"
    assert today.text.startswith("⛔ Not today")
    stored, today = await runner.say("fine since sunday")
    assert stored.text.startswith("📌 Well since Sun 1 Mar")
    assert today.text.startswith("🟡 Light only, from 12:00")


async def test_a_plain_yes_says_that_one_is_well(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("was sick on saturday")
    assert (await runner.say("yes"))[0].text.startswith("📌 Well again, good. One more day of rest")


async def test_after_a_head_cold_nothing_is_held_back(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("I have a head cold")
    stored, today = await runner.say("well")
    assert stored.text == "📌 Well again, good."
    assert today.text.startswith("✅ Yes")


@pytest.mark.parametrize("said", ["fine since sunday", "good since the weekend"])
async def test_who_was_not_ill_is_not_well_since(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert not any(one.text.startswith("📌") for one in await runner.say(said))
