"""Races as people tell that they entered them, on Monday, 2 March."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize("text", ["got a 10k on the 20th dec", "doing a 10k on 20 december", "ive got a 10k on dec 20"])
async def test_a_raced_length_on_a_date_asks_the_race_question(runner: Talker, text: str) -> None:
    stored, asked, *_ = await runner.say(text)
    assert stored.text == "📌 Sun 20 Dec · race · 10 km"
    assert asked.text == "❓ Shall I taper your lifting for the race on Sun 20 Dec?"


async def test_an_easy_run_of_a_day_is_no_race(runner: Talker) -> None:
    assert await runner.ask("got an easy 10k on friday") == "📌 Fri 6 Mar · easy · 10 km"


@pytest.mark.parametrize("text", ["add 10k race dec 12", "10k race on the 12th dec", "enter 10k race on 12th of dec"])
async def test_how_it_is_entered_is_no_name_and_its_month_counts(runner: Talker, text: str) -> None:
    assert await runner.ask(text) == "📌 Race: 10 k (A), Sat 12 Dec"


async def test_a_name_stays(runner: Talker) -> None:
    assert await runner.ask("add 10k race Leeds dec 12") == "📌 Race: Leeds 10 k (A), Sat 12 Dec"


@pytest.mark.parametrize("text", ["gonna sign up for a half in march", "i entered the marathon in october"])
async def test_a_month_alone_is_asked_for_its_day(runner: Talker, text: str) -> None:
    assert (await runner.ask(text)).startswith(f'❓ "{text}": when exactly is it?')


async def test_somebody_else_is_not_asked_for_a_day(runner: Talker) -> None:
    assert "when exactly" not in (await runner.ask("my sister signed up for a half in march"))
