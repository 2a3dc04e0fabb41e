"""That something hurts, and not what: it is asked, and until that is answered nothing heavy is lifted."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

ASKED = "❓ What is it like?"
HELD = "What you told me may be pain, so no lifting until we know."


@pytest.mark.parametrize(
    "said",
    [
        "pain",
        "Pain?",
        "still pain",
        "pain again",
        "hurts",
        "ouch!",
        "ow, that hurts",
        "/form pain",
        "/ask pain",
        "/ask ouch",
    ],
)
async def test_bare_pain_is_asked_about_and_holds_back(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert await runner.ask(said) == ASKED
    assert HELD in await runner.ask("/today")


@pytest.mark.parametrize("step", [("/start",), ("/start", "Berlin"), ("/start", "Berlin", "skip", "skip")])
async def test_bare_pain_answers_no_step_of_the_set_up(runner: Talker, step: tuple[str, ...]) -> None:
    await runner.set_up(*step)
    first, *_ = await runner.say("pain")
    assert first.text == ASKED


@pytest.mark.parametrize("before", ["my knee hurts", "pain", "/checkin pain"])
async def test_pain_is_no_word_of_a_button_that_says_it_is_gone(runner: Talker, before: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, before)
    first, *_ = await runner.say("pain")
    assert first.text == ASKED
    assert "Not today" in await runner.ask("/today")


async def test_pain_between_two_sets_keeps_what_was_lifted(runner: Talker) -> None:
    await runner.set_up(
        *EXPERIENCED, "/schedule Sun 08:00 long 18 km", "/warmup", "skip to the work sets", "100", "done"
    )
    logged, asked = await runner.say("ouch")
    assert logged.text.startswith("📌 today 10:00 · deadlift 1 × 4 at 100 kg")
    assert asked.text == ASKED


async def test_pain_answers_the_question_whether_it_is_pain(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "my lower back feels off")
    first, *_ = await runner.say("pain")
    assert first.text.startswith("📌 Pain noted")


@pytest.mark.parametrize("said", ["no pain", "pain in the ass", "painkillers"])
async def test_what_only_sounds_like_pain_is_not_asked_about(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert ASKED not in [one.text for one in await runner.say(said)]
