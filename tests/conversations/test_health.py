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
