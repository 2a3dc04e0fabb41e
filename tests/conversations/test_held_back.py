"""While safety forbids lifting, nothing is said of loads and other lifts: the reason and care come first."""

import pytest

from bot.app.form import VARIATIONS
from bot.library.library import Library
from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

LOADS = ["how heavy then", "how many reps should I do?", "and swings?", "what about kettlebells?", "rack pulls then?"]
HELD = {
    "tweaked my back yesterday": "You told me about pain",
    "my back feels off": "may be pain",
    "I've got the flu": "You are ill",
    "I'm pregnant": "Pregnant",
}


@pytest.mark.parametrize("told", HELD)
async def test_the_reason_is_said_instead_of_loads_and_other_lifts(runner: Talker, told: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say(told)
    for asked in LOADS:
        [answer] = await runner.say(asked)
        assert answer.text.startswith("⛔ Not today")
        assert HELD[told] in answer.text
        assert "Care and rest instead." in answer.text


@pytest.mark.parametrize("told", ["my knee hurts 2/10", "I have a head cold", "thanks"])
async def test_where_light_lifts_are_left_they_are_spoken_of(runner: Talker, told: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, told)
    assert (await runner.ask("what about kettlebells?")).startswith("📖 Kettlebell deadlift")


async def test_form_is_spoken_of_all_the_same(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "my knee hurts")
    assert (await runner.ask("how do I keep my back straight?")).startswith("📖 A rounding back")


def test_every_other_lift_has_its_page(library: Library) -> None:
    assert library.knowledge.guide.topics.keys() >= VARIATIONS
