"""How long a bad night was: asked until it is told, and told in a few words. On Monday, 2 March; no run is near."""

import pytest

from tests.conversations.conftest import EXPERIENCED, Talker

WEEK = "/schedule Thu 06:30 tempo 40 min, Sun easy 5k"


@pytest.mark.parametrize("told", ["barely slept", "slept like crap", "had a terrible night, the baby was up"])
@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("more like 3.5h", "⛔ Not today"),
        ("not even 4", "⛔ Not today"),
        ("3 or 4", "⛔ Not today"),
        ("around 5", "🟡 Light only"),
        ("about 4 hours", "🟡 Light only"),
        ("four and a half i think", "🟡 Light only"),
        ("7ish", "✅ Yes"),
    ],
)
async def test_hours_alone_answer_the_question(runner: Talker, told: str, answer: str, verdict: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    [asked] = await runner.say(told)
    assert asked.text == "❓ How long did you sleep last night?"
    stored, today = await runner.say(answer)
    assert stored.text.startswith("📌 Slept")
    assert today.text.startswith(verdict)


async def test_a_verdict_asks_again_until_it_is_answered(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("barely slept")
    [tonight] = await runner.say("can i deadlift tonight?")
    assert "How long did you sleep last night?" in tonight.text
    assert "Under 4 h" in tonight.labels
    await runner.say("3")
    [again] = await runner.say("can i deadlift tonight?")
    assert again.text.startswith("⛔ Not then")
    assert "How long did you sleep" not in again.text


async def test_behind_something_else_only_hours_that_are_called_so_answer(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("barely slept")
    await runner.say("thanks")
    assert not (await runner.ask("5")).startswith("📌")
    assert (await runner.say("5 hours maybe"))[0].text == "📌 Slept 5 h."


async def test_nobody_is_asked_of_another_day_or_where_it_changes_nothing(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("barely slept")
    assert "How long did you sleep" not in await runner.ask("can i lift on friday?")
    await runner.say("deadlifted 3x4 100kg this morning")
    assert "How long did you sleep" not in await runner.ask("can i lift today?")


@pytest.mark.parametrize("said", ["at 5pm", "5k", "5 on friday", "3x5", "5?"])
async def test_what_is_no_length_of_a_night_is_not_taken_for_one(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("barely slept")
    assert not any(one.text.startswith("📌 Slept") for one in await runner.say(said))
