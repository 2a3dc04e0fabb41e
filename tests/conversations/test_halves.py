"""A time that may be one before or after noon is asked about, and the answer is taken for what was asked."""

import pytest

from tests.conversations.conftest import Talker

ANSWERS = ["evening", "in the evening", "7pm", "19:00", "pm please"]


@pytest.mark.parametrize("answer", ANSWERS)
async def test_a_typed_half_of_the_day_is_of_the_day_that_was_asked_about(runner: Talker, answer: str) -> None:
    [asked] = await runner.say("can i lift saturday at 7?")
    assert asked.labels == ["07:00", "19:00"]
    [verdict] = await runner.say(answer)
    assert "(Sat 19:00)" in verdict.text.splitlines()[0]


async def test_a_half_of_the_day_can_be_tapped(runner: Talker) -> None:
    await runner.say("can i lift saturday at 7?")
    [verdict] = await runner.press("07:00")
    assert "(Sat 07:00)" in verdict.text.splitlines()[0]


async def test_a_run_that_was_kept_moves_to_the_half_that_is_meant(runner: Talker) -> None:
    stored, asked = await runner.say("easy run friday at 6")
    assert stored.text.startswith("📌 Fri 6 Mar · easy · 06:00")
    assert asked.labels == ["06:00", "18:00"]
    moved, *_ = await runner.say("evening")
    assert moved.text == "📌 Fri 6 Mar · easy · 18:00"


@pytest.mark.parametrize(
    ("told", "answer", "kept"),
    [
        ("xc race friday the 13th at 4, its a 5k", "afternoon", "📌 Race: 5 k (A), Fri 13 Mar"),
        ("move my tempo to friday at 6", "6pm", "📌 Fri 6 Mar · tempo · 18:00"),
    ],
)
async def test_what_was_told_waits_for_its_time(runner: Talker, told: str, answer: str, kept: str) -> None:
    [asked] = await runner.say(told)
    assert "morning or evening?" in asked.text
    stored, *_ = await runner.say(answer)
    assert stored.text.startswith(kept)


async def test_another_text_lets_what_waits_go(runner: Talker) -> None:
    [asked] = await runner.say("xc race friday the 13th at 4, its a 5k")
    await runner.say("can i lift today?")
    assert await runner.press("16:00", asked) == []
    assert "Race" not in await runner.ask("/race list")


@pytest.mark.parametrize("data", ["hour", "hour:", "hour:9999", "hour:1600", "hour:ab"])
async def test_a_forged_half_does_nothing(runner: Talker, data: str) -> None:
    [asked] = await runner.say("can i lift saturday at 7?")
    answers = await runner.press_data(asked, data)
    assert not any("Sat" in answer.text for answer in answers)


async def test_a_run_told_twice_is_kept_once(runner: Talker) -> None:
    [stored] = await runner.say("tmrw 6am hills instead of the evening one. so yeah hills tues 6am, nothing tues eve")
    assert stored.text.count("hills") == 1
    assert "no run" not in stored.text
