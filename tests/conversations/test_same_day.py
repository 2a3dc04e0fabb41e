"""A run told for a day that has one, on Monday, 2 March; the week has intervals Tue, tempo Thu, long run Sun."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("sunday run 10am", "📌 Sun 8 Mar · long run · 10:00 · 18 km"),
        ("tuesday's run is at noon", "📌 Tue 3 Mar · intervals · 12:00"),
        ("this sunday i run only 12 km", "📌 Sun 8 Mar · long run · 08:00 · 12 km"),
        ("sunday long 20k", "📌 Sun 8 Mar · long run · 08:00 · 20 km"),
    ],
)
async def test_it_is_that_run_told_anew_and_keeps_its_kind(runner: Talker, text: str, echo: str) -> None:
    assert await runner.ask(text) == echo
    again = await runner.ask(text)
    assert again == echo


async def test_one_of_another_kind_is_asked_about(runner: Talker) -> None:
    [asked] = await runner.say("thursday easy 5k")
    assert asked.text.startswith("❓ Thu 5 Mar has a run already: tempo · 06:30 · 40 min.")
    assert asked.labels == ["Instead of it", "Beside it, two runs that day"]
    [stored, *_] = await runner.press("Instead of it", asked)
    assert stored.text == "📌 Thu 5 Mar · easy · 5 km"
    assert (await runner.ask("can't do my tempo on thursday")).startswith("⚠️")


async def test_beside_it_there_are_two(runner: Talker) -> None:
    [asked] = await runner.say("thursday easy 5k")
    [stored, *_] = await runner.press("Beside it, two runs that day", asked)
    assert stored.text == "📌 Thu 5 Mar · easy · 5 km"
    [skipped, *_] = await runner.say("can't do my tempo on thursday")
    assert skipped.text == "📌 tempo Thu 5 Mar 06:30: skipped"


@pytest.mark.parametrize(
    "text", ["also thursday easy 5k at noon", "second run on thursday, easy 5k at 12:00", "/add thursday 12:00 easy 5k"]
)
async def test_one_more_said_so_is_one_more(runner: Talker, text: str) -> None:
    [stored, *_] = await runner.say(text)
    assert stored.text == "📌 Thu 5 Mar · easy · 12:00 · 5 km"
    [skipped, *_] = await runner.say("can't do my tempo on thursday")
    assert skipped.text == "📌 tempo Thu 5 Mar 06:30: skipped"


async def test_both_runs_of_a_day_told_leave_no_third(runner: Talker) -> None:
    [stored, *_] = await runner.say("tuesday 7am easy 5k and 19:00 intervals")
    assert stored.text == "📌 Tue 3 Mar · easy · 07:00 · 5 km\nTue 3 Mar · intervals · 19:00"


async def test_a_free_day_takes_its_run_at_once(runner: Talker) -> None:
    assert await runner.ask("saturday easy 5k") == "📌 Sat 7 Mar · easy · 5 km"
