"""The last heavy lift before the runner's own race, and the first after it, as dates (guidance.md, section 4)."""

import datetime as dt

import pytest

from tests.conversations.conftest import Clock, Talker

HALF = "/race 2026-04-19 half A Leeds"

BEFORE = (
    "can i make it heavy before the race?",
    "what day is the last heavy?",
    "when is my last heavy lift before the race",
    "how many days before the race should i stop lifting heavy",
    "last heavy day before leeds?",
)
AFTER = (
    "after the race when i can lift heavy?",
    "when can i deadlift again after the half",
    "first heavy after the race?",
)
OTHERS = (
    "can i lift heavy tomorrow before the race",
    "when was my last heavy deadlift",
    "heavy today?",
    "can i lift tomorrow?",
    "last heavy was monday",
    "why no heavy deadlifts before the race?",
)


@pytest.mark.parametrize("text", BEFORE)
async def test_the_last_heavy_day_is_named(text: str, runner: Talker) -> None:
    await runner.say(HALF)
    [answer] = await runner.say(text)
    first, heavy, light, after, *_ = answer.text.splitlines()
    assert first == "📖 Leeds half marathon (A), Sun 19 Apr"
    assert heavy == "Last heavy deadlift: Mon 6 Apr at the latest."  # day −13
    assert light == "Then light until Wed 15 Apr, and no deadlift from Thu 16 Apr to the race."  # −4, −3
    assert after == "After it: light from Thu 23 Apr, heavy again from Sun 26 Apr."  # 4, 7
    assert answer.labels[0] == "Mon 6 Apr?"


@pytest.mark.parametrize("text", AFTER)
async def test_the_first_heavy_day_after_it_comes_first_where_that_is_asked(text: str, runner: Talker) -> None:
    await runner.say(HALF)
    [answer] = await runner.say(text)
    assert answer.text.splitlines()[1] == "After it: light from Thu 23 Apr, heavy again from Sun 26 Apr."


@pytest.mark.parametrize("text", OTHERS)
async def test_what_names_a_day_or_what_was_is_not_about_the_race(text: str, runner: Talker) -> None:
    await runner.say(HALF)
    assert not any("at the latest" in reply.text for reply in await runner.say(text))


async def test_a_b_race_ends_heavy_lifting_later(runner: Talker) -> None:
    await runner.say("/race 2026-03-08 10k B")
    assert "Last heavy deadlift: Wed 4 Mar at the latest." in await runner.ask("what day is the last heavy?")


async def test_a_last_heavy_day_that_is_over_is_said(runner: Talker) -> None:
    await runner.say("/race 2026-03-09 10k A")
    answer = await runner.ask("what day is the last heavy?")
    assert "The last heavy day before it was Thu 26 Feb" in answer
    assert "After it: light from Thu 12 Mar, heavy again from Fri 13 Mar." in answer


async def test_the_race_that_was_counts_for_what_comes_after_it(runner: Talker, clock: Clock) -> None:
    await runner.say("/race 2026-03-08 10k A")
    clock.at += dt.timedelta(days=7)
    answer = await runner.ask("when can i go heavy after the race")
    assert "heavy again from Thu 12 Mar" in answer
    assert "at the latest" not in answer


async def test_the_race_is_the_one_of_the_length_that_is_named(runner: Talker) -> None:
    await runner.say(HALF)
    await runner.say("/race 2026-05-17 10k A")
    assert "Sun 17 May" in await runner.ask("when is the last heavy before the 10k?")


async def test_without_a_race_the_guide_answers(runner: Talker) -> None:
    replies = await runner.say("can i make it heavy before the race?")
    assert not any("at the latest" in reply.text for reply in replies)
