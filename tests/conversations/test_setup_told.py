"""What is told while the set-up asks for the place or the week, and belongs elsewhere: it is read like anywhere else."""

import pytest

from tests.conversations.conftest import Talker

ASKS_ZONE = ("/start",)
ASKS_WEEK = ("/start", "Berlin")
STEPS = [pytest.param(ASKS_ZONE, 1, id="place"), pytest.param(ASKS_WEEK, 2, id="week")]

LIFTS = [
    ("deadlifted 3x4 at 100kg yesterday", "Sun 1 Mar 12:00 · deadlift 3 × 4 at 100 kg"),
    ("did 3x5 at 80 this morning", "today 07:00 · deadlift 3 × 5 at 80 kg"),
    ("I squatted 3x5 at 80 yesterday", "Sun 1 Mar 12:00 · squat 3 × 5 at 80 kg"),
    ("3x4x100 yesterday @8", "Sun 1 Mar 12:00 · deadlift 3 × 4 at 100 kg (2 in reserve)"),
    ("did deadlifts on saturday, 3x5 at 100", "Sat 28 Feb 12:00 · deadlift 3 × 5 at 100 kg"),
    ("bench 3x5 80 saturday", "Sat 28 Feb 12:00 · other lift 3 × 5 at 80 kg"),
]


@pytest.mark.parametrize(("steps", "number"), STEPS)
@pytest.mark.parametrize(("text", "lift"), LIFTS)
async def test_a_lift_is_logged_and_the_step_waits(
    ada: Talker, steps: tuple[str, ...], number: int, text: str, lift: str
) -> None:
    await ada.set_up(*steps)
    stored, *_, step = await ada.say(text)
    assert stored.text.startswith(f"📌 {lift}")
    assert step.text.startswith(f"❓ Set-up, step {number} of 7, waits")
    assert "no running week" in await ada.ask("/schedule")


@pytest.mark.parametrize(("steps", "number"), STEPS)
async def test_a_lift_that_is_half_told_is_asked_about(ada: Talker, steps: tuple[str, ...], number: int) -> None:
    await ada.set_up(*steps)
    [asked] = await ada.say("deadlifted yesterday")
    assert asked.text == '❓ "deadlifted yesterday": how many sets and reps, for example 3x4?'
    stored, *_, step = await ada.say("3x4 at 100")
    assert stored.text.startswith("📌 Sun 1 Mar 12:00 · deadlift 3 × 4 at 100 kg")
    assert step.text.startswith(f"❓ Set-up, step {number} of 7, waits")


@pytest.mark.parametrize("text", ["race: marathon on 4 october", "marathon 4 oct"])
async def test_a_race_is_kept_as_a_race(ada: Talker, text: str) -> None:
    await ada.set_up(*ASKS_WEEK)
    stored, step = await ada.say(text)
    assert stored.text == "📌 Race: marathon (A), Sun 4 Oct"
    assert step.text.startswith("❓ Set-up, step 2 of 7, waits")
