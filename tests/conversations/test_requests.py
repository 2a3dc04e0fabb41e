"""What people want of the bot itself, in their own words: its views, its settings, what it is, and remarks."""

import json
from pathlib import Path

import pytest

from bot.library.library import Library
from tests.conversations.conftest import Talker

SAMPLE = Path(__file__).parents[1] / "library" / "samples" / "requests_looked_at.jsonl"
FLOOR = 0.84

ANSWERS = [
    pytest.param("could you show me my week", "Your next 7 days", id="the week"),
    pytest.param("which runs have you got for me", "Your running week", id="the running week"),
    pytest.param("so when can i", "⛔ Not today\n", id="the next window"),
    pytest.param("ok yes or no", "⛔ Not today\n", id="the verdict in a word"),
    pytest.param(
        "what did I lift last time", "📖 Your last lifts:\nSun 1 Mar 18:00 · deadlift 3 × 5 at 90 kg", id="log"
    ),
    pytest.param("when is my race again", "Your races:\nLeeds half marathon (A), Sun 19 Apr · in 48 days", id="race"),
    pytest.param("show me my settings please", "Your settings (change one", id="settings"),
    pytest.param("when do you message me", "Reminders:", id="reminders"),
    pytest.param("how do I change my running week", "📖 /schedule", id="how to change the week"),
    pytest.param("where do i enter what i lifted", "📖 /log", id="how to log"),
    pytest.param("how can i fix my gym days", "📖 /lifts", id="how to fix lift days"),
    pytest.param("what else can you do for me", "📖 Ask: can I deadlift today?", id="help"),
    pytest.param("give me all my data as a file", "📖 ", id="export"),
    pytest.param("how do i delete all my data", "❓ Delete everything I know about you?", id="deletion is asked first"),
    pytest.param("who can see my data", "On the machine I run on I keep:", id="privacy"),
    pytest.param("are you a real person or a bot", "📖 I am a program", id="who it is"),
    pytest.param("can you talk in spanish with me", "📖 I only speak English", id="languages"),
    pytest.param("where do you get all this from", "📖 My rules come from five published guides", id="sources"),
    pytest.param("that's not what i meant", "📖 Sorry.", id="a wrong answer"),
    pytest.param("fair enough", "📖 All right.", id="a remark"),
    pytest.param("😂😂", "📖 All right.", id="a smile"),
    pytest.param("see you later", "📖 See you.", id="good-bye"),
    pytest.param("i feel great today", "📖 Good to hear.", id="fresh"),
    pytest.param("so knackered today", "❓ Tired how?", id="tired"),
    pytest.param("heading out the door for my run", "📖 Have a good run.", id="leaving"),
]


@pytest.fixture
async def known(runner: Talker) -> Talker:
    """Return a runner with a race and a lift of yesterday evening."""
    await runner.set_up("/race 2026-04-19 half A Leeds", "/log yesterday 18:00 deadlift 3x5 90kg rpe 7")
    return runner


@pytest.mark.parametrize(("text", "begins"), ANSWERS)
async def test_a_request_is_done_or_answered_in_a_line(known: Talker, text: str, begins: str) -> None:
    assert (await known.say(text))[0].text.startswith(begins)


async def test_explaining_needs_a_verdict(known: Talker) -> None:
    assert (await known.ask("how come?")).startswith("🤷 I have given you no verdict yet.")
    await known.say("/today")
    assert (await known.ask("i don't get it, explain")).startswith("📖 Why, for Mon 2 Mar")


async def test_who_has_no_lift_and_no_race_is_told_how_to_add_one(runner: Talker) -> None:
    assert (await runner.ask("show me my last lifts")).startswith("📖 Nothing is in your log yet.")
    assert (await runner.ask("when is my race")).startswith("No races.")


async def test_fixed_lift_times_are_the_next_lift(runner: Talker) -> None:
    await runner.say("/lifts fri 18:00")
    assert "Fri 18:00 · next Fri 6 Mar 18:00" in await runner.ask("when is my next lift")


STATEMENTS = ["remove thursday", "holiday is over", "my coach says no"]


@pytest.mark.parametrize("text", STATEMENTS)
async def test_a_statement_that_sounds_near_a_request_is_none(known: Talker, text: str) -> None:
    assert (await known.ask(text)).startswith("🤷 I did not understand that.")


@pytest.mark.parametrize("text", ["the other one", "maybe", "left one"])
async def test_what_only_touches_a_topic_is_offered_and_not_answered(known: Talker, text: str) -> None:
    assert (await known.ask(text)).startswith("🤷 I did not understand that.")


async def test_nothing_of_it_is_done_while_a_red_flag_stands(known: Talker) -> None:
    await known.say("chest pain when i lift")
    assert "📖" not in await known.ask("show me my week")


def test_so_many_requests_are_heard(library: Library) -> None:
    asked = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    found = [(one, library.knowledge.finder.find(one["text"]).request) for one in asked]
    requests = [(one, request) for one, request in found if one["expect"] != "none"]
    missed = [one["text"] for one, request in requests if request not in {one["expect"], *one["also_ok"]}]
    assert 1 - len(missed) / len(requests) >= FLOOR, missed
    others = [(one, request) for one, request in found if one["expect"] == "none" and request is not None]
    assert [one["text"] for one, request in others if request not in one["also_ok"]] == []
