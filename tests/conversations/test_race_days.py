"""Races of which the day is not told, or that may be known ones, on Monday, 2 March."""

import pytest

from tests.conversations.conftest import Talker

LEEDS = "/race 2026-04-19 half A Leeds"


@pytest.mark.parametrize(
    "text",
    [
        "race half marathon in 3 weeks",
        "my half is in about three weeks",
        "/race half in 3 weeks",
        "10k 3 weeks from now",
    ],
)
async def test_a_race_in_some_weeks_is_asked_for_its_day_and_kept_on_the_one_that_is_tapped(
    runner: Talker, text: str
) -> None:
    [asked] = await runner.say(text)
    assert asked.text.startswith("❓")
    assert "on which day is it?" in asked.text
    assert asked.labels == ["Sat 21 Mar", "Sun 22 Mar", "Sat 28 Mar", "Sun 29 Mar"]
    assert (await runner.ask("/race")).startswith("No races.")
    stored, _ = await runner.press("Sun 22 Mar", asked)
    assert stored.text.endswith("(A), Sun 22 Mar")


async def test_a_question_beside_it_is_answered_and_no_race_kept_on_a_guessed_day(runner: Talker) -> None:
    asked, answer = await runner.say("half marathon in 3 weeks, can i still deadlift?")
    assert "on which day is it?" in asked.text
    assert answer.text.startswith("⛔ Not today")
    assert (await runner.ask("/race")).startswith("No races.")


async def test_a_known_race_near_that_day_may_be_the_one(runner: Talker) -> None:
    await runner.say(LEEDS)
    [asked] = await runner.say("half marathon in 7 weeks")
    await runner.press("It is Leeds half marathon (A), Sun 19 Apr", asked)
    assert (await runner.ask("/race")).count("half marathon") == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("easy 10k in 2 weeks", "📌 Mon 16 Mar · easy · 10 km"),
        ("half marathon on 22 march", "📌 Race: half marathon (A), Sun 22 Mar"),
        ("10k race in 10 days", "📌 Thu 12 Mar · race · 10 km"),
    ],
)
async def test_a_day_that_is_known_is_not_asked_for(runner: Talker, text: str, shown: str) -> None:
    assert (await runner.say(text))[0].text == shown


@pytest.mark.parametrize("text", ["half on april 18", "/race 2026-04-18 half", "half marathon race on april 18th"])
async def test_a_second_race_of_the_same_length_within_days_is_asked_about(runner: Talker, text: str) -> None:
    await runner.say(LEEDS)
    [asked] = await runner.say(text)
    assert asked.text == "❓ I know of Leeds half marathon (A), Sun 19 Apr. Is the one on Sat 18 Apr the same race?"
    [moved, *_] = await runner.press("Yes, on Sat 18 Apr", asked)
    assert moved.text == "📌 Race: Leeds half marathon (A), Sat 18 Apr, moved from Sun 19 Apr"
    await runner.press("Undo", moved)
    [asked] = await runner.say(text)
    await runner.press("Yes, it stays Sun 19 Apr", asked)
    assert (await runner.ask("/race")).count("half marathon") == 1
    [asked] = await runner.say(text)
    await runner.press("No, another race", asked)
    assert (await runner.ask("/race")).count("half marathon") == 2


@pytest.mark.parametrize("text", ["/race 2026-04-18 10k", "/race 2026-05-10 half", "/race 2026-04-18 half A Brighton"])
async def test_another_length_name_or_week_is_another_race(runner: Talker, text: str) -> None:
    await runner.say(LEEDS)
    assert (await runner.ask(text)).startswith("📌 Race: ")
