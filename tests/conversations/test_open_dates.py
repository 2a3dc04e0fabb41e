"""A date that may be two is asked for once; its answer is taken for what was asked, by a tap or in words."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize(
    ("told", "answer", "kept"),
    [
        ("/pause until 07/08", "2026-07-08", "📌 Paused: I send nothing unasked before Wed 8 Jul."),
        ("pause until 07/08", "8 july", "📌 Paused: I send nothing unasked before Wed 8 Jul."),
        ("/add 05/06 tempo", "5 june", "📌 Fri 5 Jun · tempo"),
        ("/race 03/04 10k", "3 April", "📌 Race: 10 k (A), Fri 3 Apr"),
        ("my 10k race is on 03/04", "the april one", "📌 Race: 10 k (A), Fri 3 Apr"),
        ("/log 1/2 3x4 100kg", "1 february", "📌 Sun 1 Feb 12:00 · deadlift 3 × 4 at 100 kg"),
        ("/health birth 01/02", "2026-02-01", "📌 Kept: Gave birth (12 weeks)."),
    ],
)
async def test_the_answer_is_taken_for_what_was_asked(runner: Talker, told: str, answer: str, kept: str) -> None:
    [asked] = await runner.say(told)
    assert asked.text.startswith("❓")
    assert len(asked.labels) == 2
    stored, *_ = await runner.say(answer)
    assert stored.text.startswith(kept)


async def test_a_date_can_be_tapped(runner: Talker) -> None:
    await runner.say("/race 03/04 10k")
    [stored] = await runner.press("Fri 3 Apr")
    assert stored.text == "📌 Race: 10 k (A), Fri 3 Apr"


async def test_a_question_about_one_of_two_dates_is_answered(runner: Talker) -> None:
    await runner.say("/today 04/07")
    [answer] = await runner.say("7 april")
    assert "For Tue 7 Apr." in answer.text


async def test_two_such_dates_are_asked_for_one_after_the_other(runner: Talker) -> None:
    await runner.say("/add 05/06 tempo and 07/08 long")
    [asked] = await runner.say("5 june")
    assert asked.text.startswith('❓ "07/08" could be two dates.')
    [stored] = await runner.say("july")
    assert stored.text.startswith("📌 Fri 5 Jun · tempo\nWed 8 Jul · long run")


@pytest.mark.parametrize("other", ["can I lift today?", "/week", "/cancel"])
async def test_what_waits_goes_with_the_next_message(runner: Talker, other: str) -> None:
    [asked] = await runner.say("/race 03/04 10k")
    await runner.say(other)
    await runner.say("3 april")
    await runner.press("Fri 3 Apr", asked)
    assert "3 Apr" not in await runner.ask("/race")


@pytest.mark.parametrize("data", ["ondate", "ondate:", "ondate:2026-13-40", "ondate:2199-01-01", "ondate:x"])
async def test_a_forged_date_keeps_nothing(runner: Talker, data: str) -> None:
    [asked] = await runner.say("/race 03/04 10k")
    await runner.press_data(asked, f"{runner.person.id}|{data}")
    assert "10 k" not in await runner.ask("/race")
