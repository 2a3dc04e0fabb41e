"""What is told of somebody else, and of long ago."""

import pytest

from tests.conversations.conftest import Talker

OF_OTHERS = [
    "the guy next to me slept 4 hours",
    "my wife slept 4 hours",
    "the guy at the gym pulled 200kg",
    "my mate ran a marathon yesterday",
    "a friend of mine deadlifts 250",
    "my brother is ill",
    "my wife is pregnant",
]


@pytest.mark.parametrize("text", OF_OTHERS)
async def test_what_is_somebody_elses_is_a_calm_line(runner: Talker, text: str) -> None:
    assert await runner.ask(text) == "📖 That is about somebody else, so I store nothing of it. I only plan for you."
    assert (await runner.ask("undo")).startswith("📌 Undone: the week")


OF_MINE = ["the dog woke me up, slept 4 hours", "slept 4 hours, the guy next door had a party"]


@pytest.mark.parametrize("text", OF_MINE)
async def test_what_is_the_runners_own_is_kept(runner: Talker, text: str) -> None:
    assert (await runner.say(text))[0].text == "📌 Slept 4 h."


async def test_a_question_about_what_somebody_does_is_answered(runner: Talker) -> None:
    [answer] = await runner.say("the guy at the gym says i should round my back")
    assert answer.text.startswith("📖 A rounding back")


OLD = [
    "had a stress fracture in 2015, fine now",
    "had a stress fracture ten years ago",
    "had knee surgery in 2012, fine",
]


@pytest.mark.parametrize("text", OLD)
async def test_a_condition_of_years_ago_is_asked_about_once(runner: Talker, text: str) -> None:
    [asked] = await runner.say(text)
    assert asked.text.startswith("❓ That sounds long ago. Is it healed")
    assert "What I keep" not in await runner.ask("/health")
    [answer] = await runner.press("Yes, healed for long", asked)
    assert answer.text.startswith("⛔ Not today\nIntervals tomorrow")


async def test_a_condition_of_now_is_none_of_years_ago(runner: Talker) -> None:
    assert (await runner.ask("had a stress fracture last month")).startswith("❓ May I keep")


NO_RUN = ["train at 7:32 tomorrow, 5k from the station", "train leaves 18:05 thursday, 10k from home"]


@pytest.mark.parametrize("text", NO_RUN)
async def test_the_time_of_a_train_becomes_no_run_unasked(runner: Talker, text: str) -> None:
    assert (await runner.ask(text)).startswith("❓ Is that about your own training?")


async def test_who_trains_at_a_time_runs(runner: Talker) -> None:
    assert (await runner.say("i train at 7:30 on friday, 5k"))[0].text.startswith("📌 Fri 6 Mar")


async def test_another_race_keeps_its_name(runner: Talker) -> None:
    await runner.say("/race 2026-04-19 half A")
    [asked] = await runner.say("/race 2026-04-21 half B Leeds")
    stored, *_ = await runner.press("No, another race", asked)
    assert stored.text == "📌 Race: Leeds half marathon (B), Tue 21 Apr"
    await runner.say("/race 2026-04-23 half B York")
    stored, *_ = await runner.say("no, another race")
    assert stored.text == "📌 Race: York half marathon (B), Thu 23 Apr"
