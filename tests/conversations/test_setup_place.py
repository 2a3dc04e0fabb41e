"""The place at the first step of the set-up, the names that look like one, and steps that are taken back."""

import pytest

from tests.conversations.conftest import Talker

NAMES = ["I'm Anna", "hi, my name is Mo", "I'm Tom", "I am Victoria", "call me Sam"]


@pytest.mark.parametrize("text", NAMES)
async def test_a_name_is_no_place_and_no_run(ada: Talker, text: str) -> None:
    await ada.say("/start")
    *hello, step = await ada.say(text)
    assert not any(one.text.startswith("📌") for one in (*hello, step))
    assert "tep 1 of 7" in step.text
    stored, _ = await ada.say("Lisbon")
    assert stored.text == "📌 Time zone Europe/Lisbon; it is 09:00 there."


@pytest.mark.parametrize("text", ["I'm Tom", "I am Mo", "my name is Sun"])
async def test_a_name_is_no_run_of_the_week(ada: Talker, text: str) -> None:
    await ada.set_up("/start", "Berlin")
    *hello, step = await ada.say(text)
    assert not any(one.text.startswith("📌") for one in hello)
    assert step.text.startswith("❓ Set-up, step 2 of 7, waits")


async def test_a_name_asks_for_no_lift(runner: Talker) -> None:
    assert await runner.ask("I'm Tom") == "📖 Hello. Ask me: can I deadlift today?"


PLACES = [
    ("I'm Anna, Berlin", "Europe/Berlin"),
    ("hello I'm Anna. I live in Berlin", "Europe/Berlin"),
    ("Berlin please", "Europe/Berlin"),
    ("Rome, thanks", "Europe/Rome"),
    ("In Rome", "Europe/Rome"),
]


@pytest.mark.parametrize(("text", "zone"), PLACES)
async def test_a_place_is_found_among_polite_words(ada: Talker, text: str, zone: str) -> None:
    await ada.say("/start")
    stored, step = await ada.say(text)
    assert stored.text == f"📌 Time zone {zone}; it is 10:00 there."
    assert step.text.startswith("❓ Step 2 of 7")


ELSEWHERE = [
    ("I'm Tom from Leeds", "Europe/London, for Leeds, England; it is 09:00 there."),
    ("Atlantis", "Africa/Johannesburg, for Atlantis, South Africa; it is 11:00 there."),
    ("London Ontario pls", "America/Toronto, for London, Ontario; it is 04:00 there."),
]


@pytest.mark.parametrize(("text", "echo"), ELSEWHERE)
async def test_the_place_that_was_found_is_named(ada: Talker, text: str, echo: str) -> None:
    await ada.say("/start")
    stored, _ = await ada.say(text)
    assert stored.text == f"📌 Time zone {echo}"


async def test_the_place_of_a_setting_is_named_too(ada: Talker) -> None:
    stored = await ada.ask("/set timezone Atlantis")
    assert stored == "📌 Time zone Africa/Johannesburg, for Atlantis, South Africa; it is 11:00 there."


TAKEN_BACK = [
    (("Anna",), 1, "London"),
    (("Berlin", "Tue track 6pm"), 2, "Wed track 6pm"),
    (("Berlin", "Tue track 6pm", "5 years"), 4, "6 years"),
]


@pytest.mark.parametrize(("steps", "number", "again"), TAKEN_BACK)
async def test_a_step_that_is_taken_back_is_asked_again(
    ada: Talker, steps: tuple[str, ...], number: int, again: str
) -> None:
    await ada.set_up("/start", *steps)
    undone, step = await ada.say("undo")
    assert undone.text.startswith("📌 Undone")
    assert step.text.startswith(f"❓ Step {number} of 7")
    stored, following = await ada.say(again)
    assert stored.text.startswith("📌")
    assert not following.text.startswith(f"❓ Step {number} of 7")


async def test_a_step_that_is_taken_back_by_its_button_is_asked_again(ada: Talker) -> None:
    await ada.say("/start")
    stored, _ = await ada.say("Anna")
    *_, step = await ada.press("Undo", stored)
    assert step.text.startswith("❓ Step 1 of 7")
