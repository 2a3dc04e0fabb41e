"""Lasting health answers in words: only what is the runner's own is kept, and a plain yes or no settles a question."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

AT_HEALTH = ("/start", "Berlin", "Tue track 6pm", "5 years", "3 years")


async def kept(runner: Talker) -> str:
    """Return what /health shows before its question."""
    return (await runner.ask("/health")).split("Does any of these apply")[0]


@pytest.mark.parametrize("at", ["", "/health "])
@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("my heart is fine", "Noted nothing, as I understood that this is not the case: Heart disease."),
        ("no surgery or heart trouble", "not the case: Surgery (12 weeks), Heart disease."),
        ("my wife is pregnant", "I keep only what is yours, so nothing of this: Pregnant."),
        ("osteoporosis runs in my family", "nothing of this: Osteoporosis, vertebral fracture."),
    ],
)
async def test_what_is_fine_denied_or_of_others_is_not_kept(runner: Talker, at: str, said: str, line: str) -> None:
    await runner.set_up(*((*EXPERIENCED, WEEK) if at else AT_HEALTH))
    first, *asked = await runner.say(f"{at}{said}")
    assert line in first.text
    assert [one.text.startswith("❓ Step 6 of 7") for one in asked] == ([] if at else [True])
    assert "What I keep" not in await kept(runner)


async def test_what_may_be_a_condition_waits_for_consent_and_counts(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    [asked] = await runner.say("/health my heart is fine with beta blockers")
    assert asked.labels == ["Keep it", "No, forget it"]
    assert "Answered as for: Heart disease" in (await runner.ask("/today"))


async def test_that_it_is_fine_ends_no_condition_that_is_kept(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/health heart disease")
    assert "Heart disease" in await runner.ask("/health my heart is fine")
    assert "Heart disease" in await kept(runner)
    await runner.say("/health no heart disease")
    assert "Heart disease" not in await kept(runner)


@pytest.mark.parametrize("yes", ["yes", "Yes please", "yep", "keep it"])
async def test_a_plain_yes_gives_consent(runner: Talker, yes: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "I'm pregnant")
    first, *_ = await runner.say(yes)
    assert first.text == "📌 Kept: Pregnant."


@pytest.mark.parametrize("no", ["no", "no thanks", "nope", "no, forget it"])
async def test_a_plain_no_gives_none(runner: Talker, no: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "I'm pregnant", no)
    assert "What I keep" not in await kept(runner)


@pytest.mark.parametrize("yes", ["yes", "cleared", "yes, she has"])
@pytest.mark.parametrize("before", [AT_HEALTH, (*EXPERIENCED, WEEK)])
async def test_that_a_clinician_cleared_is_a_yes(runner: Talker, before: tuple[str, ...], yes: str) -> None:
    await runner.set_up(*before, "pregnant" if before == AT_HEALTH else "/health pregnant")
    first, *_ = await runner.say(yes)
    assert first.text == "📌 Pregnant: cleared by a clinician today."


@pytest.mark.parametrize("no", ["not yet", "no", "no, not yet"])
async def test_that_no_clinician_cleared_says_what_holds(runner: Talker, no: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/health pregnant")
    assert (await runner.ask(no)).startswith("📖 Then ask a clinician before you lift")
    assert "Not today" in await runner.ask("/today")


@pytest.mark.parametrize(
    "told", [("65 or older",), ("pregnant",), ("pregnant", "not yet"), ("pregnant", "yes"), ("heart disease", "no")]
)
@pytest.mark.parametrize("done", ["done", "that's it", "I'm done", "none of these"])
async def test_the_health_step_ends_when_that_was_all(runner: Talker, told: tuple[str, ...], done: str) -> None:
    await runner.set_up(*AT_HEALTH, *told)
    [asked] = await runner.say(done)
    assert asked.text.startswith("❓ Step 7 of 7")
    assert "None of these" not in await kept(runner)


async def test_none_of_these_and_a_condition_do_not_stand_together(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/health pregnant", "/health heart disease")
    [question] = await runner.say("/health")
    [shown] = await runner.press("None of these", question)
    assert "Pregnant\nHeart disease\nDoes any of these apply" in shown.text


async def test_a_condition_takes_the_place_of_none(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/health none", "/health pregnant")
    assert "Pregnant\n" in await kept(runner)
    assert "None of these" not in await kept(runner)
