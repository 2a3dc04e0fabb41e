"""A number that is typed at a step of the set-up answers that step, and no pain that was told before it."""

import pytest

from tests.conversations.conftest import Talker

BEGUN = ("/start", "Berlin", "skip")


@pytest.mark.parametrize("told", ["my knee hurts", "my lower back feels off", "pain"])
@pytest.mark.parametrize("number", ["2", "it's a 2", "1"])
async def test_a_number_at_a_step_makes_no_pain_less(ada: Talker, told: str, number: str) -> None:
    await ada.set_up(*BEGUN, told, "skip")
    assert not any("Niggle" in one.text for one in await ada.say(number))
    assert "Not today" in await ada.ask("/today")


async def test_a_number_at_the_reminder_is_the_hour(ada: Talker) -> None:
    await ada.set_up(*BEGUN, "skip", "skip", "my knee hurts", "skip")
    first, *_ = await ada.say("6")
    assert "Pain" not in first.text


@pytest.mark.parametrize("number", ["2/10", "6 out of 10"])
async def test_a_level_out_of_ten_is_of_the_pain(ada: Talker, number: str) -> None:
    await ada.set_up(*BEGUN, "my knee hurts", "skip")
    first, *_ = await ada.say(number)
    assert first.text.startswith("📌")
    assert "/10" in first.text


async def test_a_number_right_behind_the_pain_is_its_level(ada: Talker) -> None:
    await ada.set_up(*BEGUN, "my knee hurts")
    first, *_ = await ada.say("6")
    assert first.text.startswith("📌 Pain noted: 6/10")
