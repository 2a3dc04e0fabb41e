"""Several things said in one message: each is done, and what is not taken is named."""

import pytest

from tests.conversations.conftest import Talker

SAID = [
    ("did 30k this morning and remind me at 7", ["📌 reminder: 07:00", "📌 Mon 2 Mar · run · 30 km, done"]),
    ("remind me at 7 and use pounds", ["📌 reminder: 07:00", "📌 units: lb"]),
    ("skipped today's run, switch me to miles", ["📌 distance: mi", "📌 Mon 2 Mar · no run"]),
    ("marathon on 4 october and remind me at 7", ["📌 reminder: 07:00", "📌 Race: marathon (A), Sun 4 Oct"]),
    ("did 10k this morning, pause until sunday", ["📌 Paused", "📌 Mon 2 Mar · run · 10 km, done"]),
    ("slept 4 hours and remind me at 7", ["📌 reminder: 07:00", "📌 Slept 4 h.", "⛔ Not today"]),
    ("I'm sick, pause for a week", ["📌 Paused", "📌 Illness noted", "❓ Fever", "⛔ Not today"]),
    ("slept 4 hours. knee hurts a bit", ["📌 Slept 4 h.", "📌 Pain noted", "⛔ Not today"]),
    ("my knee hurts, remind me at 7", ["📌 reminder: 07:00", "📌 Pain noted", "⛔ Not today"]),
    (
        "deadlifted 3x4 at 225 this morning, use pounds",
        ["📌 units: lb", "📌 today 07:00 · deadlift 3 × 4 at 225 lb", "📖"],
    ),
    ("I live in Lisbon. can I lift tonight?", ["📌 Time zone Europe/Lisbon", "⛔ Not then"]),
]


@pytest.mark.parametrize(("text", "begins"), SAID)
async def test_each_thing_is_done(runner: Talker, text: str, begins: list[str]) -> None:
    texts = [one.text for one in await runner.say(text)]
    assert len(texts) == len(begins)
    assert all(said.startswith(begin) for said, begin in zip(texts, begins, strict=True)), texts


async def test_a_week_and_a_reminder_that_were_told_in_one_breath_are_both_answered(runner: Talker) -> None:
    reminder, asked = await runner.say("run Tue intervals 6pm, Sun long 18k 8am and remind me at 6:30")
    assert reminder.text == "📌 reminder: 06:30"
    [week] = await runner.press("My whole week", asked)
    assert week.text == "📌 Your week:\nTue · intervals · 18:00\nSun · long run · 08:00 · 18 km"


async def test_what_is_not_taken_is_named(runner: Talker) -> None:
    stored, left = await runner.say("I'm off next week and remind me at 7")
    assert stored.text == "📌 reminder: 07:00"
    assert left.text.startswith('🤷 I did not take this: "I\'m off next week".')


@pytest.mark.parametrize("text", ["remind me at 7, thanks", "remind me at 7, pretty please"])
async def test_what_only_goes_with_it_is_not_named(runner: Talker, text: str) -> None:
    [stored] = await runner.say(text)
    assert stored.text == "📌 reminder: 07:00"
