"""A number that was meant, told right after another: it takes that one's place."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

SORE, SLEPT, PAIN, LIFT = (
    "hamstrings are a 7",
    "slept 7 hours",
    "my knee hurts, 6/10",
    "did 3x5 at 100 this morning, rpe 8",
)


@pytest.mark.parametrize(
    ("told", "meant", "line"),
    [
        (SORE, "no, a 5", "📌 Soreness 5/10."),
        (SORE, "i meant 5", "📌 Soreness 5/10."),
        (SORE, "5 not 7", "📌 Soreness 5/10."),
        (SORE, "more like a 4 sorry", "📌 Soreness 4/10."),
        (SLEPT, "no, 5", "📌 Slept 5 h."),
        (SLEPT, "sorry, 5.5 hours", "📌 Slept 5.5 h."),
        (PAIN, "oops should be an 8", "📌 Pain noted: 8/10."),
        (LIFT, "no, 110", "📌 today 07:00 · deadlift 3 × 5 at 110 kg"),
        (LIFT, "i meant 110 kg", "📌 today 07:00 · deadlift 3 × 5 at 110 kg"),
    ],
)
async def test_a_number_that_was_meant_takes_the_place_of_the_one_just_told(
    runner: Talker, told: str, meant: str, line: str
) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say(told)
    first, *_ = await runner.say(meant)
    assert first.text.startswith(line)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (SORE, "no, 50"),
        (SORE, "no, 5 kg"),
        (SLEPT, "no, 30 hours"),
        ("tempo moved to friday", "no, a 5"),
        (PAIN, "no, a 2"),
        (SORE, "no, 5?"),
    ],
)
async def test_a_number_that_cannot_be_what_was_told_changes_nothing(runner: Talker, told: str, meant: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say(told)
    assert not any(one.text.startswith("📌") for one in await runner.say(meant))
