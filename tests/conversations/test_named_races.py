"""A race given up by what it is called; a run that was done is no race, and stays."""

import pytest

from tests.conversations.conftest import Talker

RACES = ("/race 2026-05-10 10k B Berlin", "/race 2026-04-19 half A Leeds")


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("delete 10k", "Berlin 10 k (B), Sun 10 May"),
        ("remove the 10k pls", "Berlin 10 k (B), Sun 10 May"),
        ("cancel half", "Leeds half marathon (A), Sun 19 Apr"),
        ("remove leeds", "Leeds half marathon (A), Sun 19 Apr"),
    ],
)
async def test_what_is_called_like_a_race_is_the_race(runner: Talker, text: str, gone: str) -> None:
    await runner.set_up(*RACES, "did an easy 10k this morning")
    [removed] = await runner.say(text)
    assert removed.text == f"📌 Removed: {gone}"


@pytest.mark.parametrize("text", ["delete 10k", "delete 10k today", "delete the run"])
async def test_a_run_that_was_done_is_not_taken_back_so(runner: Talker, text: str) -> None:
    await runner.say("did an easy 10k this morning")
    assert (await runner.ask(text)).startswith("⚠️ I find no")


async def test_a_half_is_no_marathon(runner: Talker) -> None:
    await runner.set_up(*RACES)
    assert "Leeds" not in (await runner.ask("cancel marathon")).split("Your races")[0]


async def test_of_two_races_of_a_length_all_are_shown(runner: Talker) -> None:
    await runner.set_up("/race 2026-05-10 10k B", "/race 2026-06-14 10k B")
    assert (await runner.ask("delete 10k")).startswith("Your races:")


async def test_a_planned_run_is_still_left_out(runner: Talker) -> None:
    await runner.set_up(*RACES)
    assert (await runner.say("delete tomorrow's intervals"))[0].text == "📌 Tue 3 Mar · no run"
