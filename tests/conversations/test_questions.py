"""Questions put to the whole bot: what comes back, on sets written with the document and without sight of content."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.library.library import Library
from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker

SAMPLES = Path(__file__).parents[1] / "library" / "samples"
IN_SCOPE = {"form", "prescription", "schedule", "running-after", "benefit"}
VERDICT = {"sched-when", "before-hard-run", "before-long-run", "same-day", "day-after-run", "race-taper"}
SMALL_TALK = ("📖 Hello.", "📖 You are welcome.", "📖 All right.", "📖 I am a program", "📖 I only speak English")
RUN_ADVICE = {"run-after-same-day", "run-next-day", "doms"}
"""What a verdict and the advice on running after a lift are about, in the words of the samples: when to lift is
answered from the runner's own week, not from a text."""


def _questions(name: str) -> list[dict[str, Any]]:
    lines = (SAMPLES / f"questions_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _about(answers: list[ShownMessage], titles: dict[str, str]) -> set[str]:
    found: set[str] = set()
    for one in answers:
        first = one.text.partition("\n")[0]
        if first.startswith(SMALL_TALK):
            continue
        if first.startswith("📖"):
            found |= {titles[first[2:]]} if first[2:] in titles else RUN_ADVICE
        elif first.startswith(("✅", "🟡", "⛔")):
            found |= VERDICT
        elif "none of my sources covers that" in first:
            found.add("not-covered")
    return found


def _fair(found: set[str], one: dict[str, Any]) -> set[str]:
    """Leave out what a verdict is about, where a verdict is a fair answer: it is about one thing at a time."""
    return found - VERDICT if VERDICT & found & {*one["also_ok"]} else found


async def _asked(runner: Talker, library: Library, name: str, kinds: set[str]) -> list[tuple[dict[str, Any], set[str]]]:
    titles = {topic.title: slug for slug, topic in library.knowledge.guide.topics.items()}
    asked = [one for one in _questions(name) if one["kind"] in kinds]
    return [(one, _about(await _alone(runner, one["q"]), titles)) for one in asked]


async def _alone(runner: Talker, question: str) -> list[ShownMessage]:
    """Put a question so long after the one before that it does not hang on the answer to that, and of no known pain."""
    runner.world.clock.go_on(minutes=31)
    await runner.world.store.run(lambda records: records.checkins.clear(runner.person.id))
    await runner.world.store.run(lambda records: records.save_dialogue(runner.person.id, None))
    return await runner.say(question)


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("examples", 0.98),
        ("first", 0.94),
        ("blind", 0.96),
        ("third", 0.95),
        ("fourth", 0.93),
        ("fifth", 0.94),
        ("ninth", 0.93),
    ],
)
async def test_so_many_questions_are_answered_by_their_topic(
    name: str, floor: float, runner: Talker, library: Library
) -> None:
    answered = await _asked(runner, library, name, IN_SCOPE)
    missed = [one["q"] for one, found in answered if not found & {one["expect"], *one["also_ok"]}]
    assert 1 - len(missed) / len(answered) >= floor, missed


@pytest.mark.parametrize(
    ("name", "most"), [("examples", 0), ("first", 0), ("blind", 1), ("third", 1), ("fourth", 0), ("fifth", 1)]
)
async def test_hardly_anything_off_topic_is_answered_as_known(
    name: str, most: int, runner: Talker, library: Library
) -> None:
    answered = await _asked(runner, library, name, {"offtopic"})
    known = [one["q"] for one, found in answered if _fair(found, one) - {"not-covered", *one["also_ok"]}]
    assert len(known) <= most, known


RUNS_AFTER = (
    "how long b4 i can run",
    "can I run tomorrow morning then?",
    "running tomorrow ok?",
    "is running tonight ok",
    "when can i run again",
    "how long should i wait before running",
    "easy 5k tomorrow ok?",
)


@pytest.mark.parametrize("text", RUNS_AFTER)
async def test_whether_to_run_behind_a_lift_is_about_running_after_it(text: str, runner: Talker) -> None:
    await runner.say("/log today 09:00 deadlift 3x5 90kg rpe 8")
    [answer] = await runner.say(text)
    assert answer.text.startswith("📖 Running after your lift of today 09:00")


@pytest.mark.parametrize(
    "text",
    [
        "when is my next run",
        "how long is my run tomorrow",
        "when i run my knee hurts",
        "intervals tomorrow, deadlift ok?",
        "how long before running should i lift",
    ],
)
async def test_what_asks_something_else_is_not_about_running_after_a_lift(text: str, runner: Talker) -> None:
    await runner.say("/log today 09:00 deadlift 3x5 90kg rpe 8")
    assert not any("Running after your lift" in reply.text for reply in await runner.say(text))


async def test_the_day_that_is_asked_about_is_answered_beside_its_run(runner: Talker) -> None:
    answer = await runner.ask("what about sunday, ill run in the morning")
    assert answer.splitlines()[0].endswith("(Sun)")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("christmas day lift?", "25 Dec"),
        ("can i deadlift on christmas", "25 Dec"),
        ("can I lift on new year's day", "1 Jan"),
        ("christmas party on friday, can i lift?", "6 Mar"),
    ],
)
async def test_a_feast_is_a_day(text: str, day: str, runner: Talker) -> None:
    assert day in (await runner.ask(text)).splitlines()[1]


async def test_the_best_hour_is_the_days_answer(runner: Talker) -> None:
    assert (await runner.ask("what is the best hour for lift?")).startswith("⛔ Not today")


async def test_a_question_of_days_and_kinds_in_a_heap_stores_no_run(runner: Talker) -> None:
    replies = await runner.say("mon mon mon easy race can ?")
    assert not any(one.text.startswith("📌") for one in replies)
    assert "easy" not in await runner.ask("/schedule")
