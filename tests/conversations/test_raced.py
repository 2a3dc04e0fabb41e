"""Races that are over count as races: what they leave behind holds lifting back. On Monday, 2 March."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("did the berlin marathon yesterday, so tired", "📌 Sun 1 Mar · race · 42.2 km, done"),
        ("finished the chicago marathon yesterday in 3:45", "📌 Sun 1 Mar · race · 42.2 km · 225 min, done"),
        ("/add 2026-03-01 marathon", "📌 Sun 1 Mar · race · 42.2 km, done"),
    ],
)
async def test_after_a_marathon_nothing_is_lifted_for_a_week(runner: Talker, told: str, kept: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    first, *_ = await runner.say(told)
    assert first.text == kept
    friday = await runner.ask("can i deadlift on friday?")
    assert friday.startswith("⛔ Not then (Fri)")
    assert "5 days since marathon" in friday


async def test_after_a_half_marathon_it_is_light_from_the_fourth_day(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("did the half yesterday in 1:38")
    assert (await runner.ask("can i lift on thursday evening?")).startswith("🟡 Light only (Thu 18:00)")
    assert (await runner.ask("can i lift on wednesday at 12:00?")).startswith("⛔ Not then")


async def test_a_race_of_a_day_that_is_over_was_run(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert (await runner.say("10k race yesterday"))[0].text == "📌 Sun 1 Mar · race · 10 km, done"
    today = await runner.ask("can i lift today?")
    assert today.startswith("⛔ Not today")
    assert "1 day since 10 k" in today


async def test_a_race_of_this_day_that_was_run_is_not_tapered_for(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert not any("taper" in one.text for one in await runner.say("just raced a 5k"))
    assert "Race day" in await runner.ask("can i lift today?")


async def test_taken_back_it_leaves_nothing_behind(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("10k race yesterday")
    await runner.say("undo")
    assert "since 10 k" not in await runner.ask("can i lift today?")


async def test_a_parkrun_is_no_race_to_recover_from(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("did parkrun yesterday")
    assert "since" not in await runner.ask("can i lift today?")
