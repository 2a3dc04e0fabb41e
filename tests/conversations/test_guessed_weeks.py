"""A week that was put together, or read by half, is asked about wherever it is told, and kept by a yes alone."""

import pytest

from tests.conversations.conftest import EXPERIENCED, Talker

WEEK = "PT 0600 Mon Wed Fri, steady 8k. Tues intervals 1700. Sun long 0900. Thurs and Sat off"
ROWS = (
    *("Mon · steady · 06:00 · 8 km", "Tue · intervals · 17:00", "Wed · steady · 06:00 · 8 km"),
    *("Fri · steady · 06:00 · 8 km", "Sun · long run · 09:00"),
)


@pytest.mark.parametrize("said", [WEEK, f"/schedule {WEEK}"])
async def test_it_is_kept_once_it_is_agreed_to(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED)
    [asked] = await runner.say(said)
    assert asked.text.startswith("❓")
    assert "I put that together from your words" in asked.text
    assert asked.labels[0] == "Keep what you understood"
    assert "Tue · intervals · 18:00" in await runner.ask("/schedule")
    await runner.say(said)
    kept = await runner.ask("keep")
    assert all(row in kept for row in ROWS)


async def test_it_is_let_go_by_a_no(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED)
    before = await runner.ask("/schedule")
    [asked] = await runner.say(WEEK)
    await runner.press("Cancel", asked)
    assert await runner.ask("/schedule") == before


async def test_in_the_set_up_it_is_asked_about_at_its_step(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    [asked] = await ada.say(WEEK)
    kept, *_, step = await ada.press("Keep what you understood", asked)
    assert all(row in kept.text for row in ROWS)
    assert "Step 4 of 7" in step.text


@pytest.mark.parametrize("said", ["no thursday is 7am", "thursday 7am"])
async def test_a_time_that_was_missing_takes_nothing_else_of_its_day(ada: Talker, said: str) -> None:
    await ada.set_up("/set timezone Berlin")
    [asked] = await ada.say("tuesday 6x800 7pm, thurs tempo 25:00, sunday long 20k 8am")
    assert asked.text.startswith('❓ At what time is "25:00"?')
    assert "Thu · tempo · 07:00" in await ada.ask(said)
