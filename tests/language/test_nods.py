"""An "ok then" before an order: the order is heard, and what asks still asks. Read on Wednesday, 2 September 2026."""

import datetime as dt

import pytest

from bot.language.meaning import LiftQuestion, OtherQuestion
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("Ok then drop the tempo", "drop the tempo"),
        ("right then, drop the tempo", "drop the tempo"),
        ("ok let's skip the long run", "skip the long run"),
        ("alright then move the tempo to friday", "move the tempo to friday"),
        ("fine, skip tomorrow's intervals", "skip tomorrow's intervals"),
        ("ok so cancel thursday's run", "cancel thursday's run"),
    ],
)
def test_a_nod_before_an_order_changes_nothing_of_it(
    said: str, order: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    [heard], [meant] = (read_message(text, vocabulary, now) for text in (said, order))
    assert type(heard) is type(meant)
    assert str(heard).replace(said, order) == str(meant)


@pytest.mark.parametrize(
    "text",
    [
        "ok to skip the tempo",
        "ok skip the tempo?",
        "ok moving the tempo to friday",
        "ok then",
        "ok then how heavy",
        "ok lift tomorrow",
    ],
)
def test_what_asks_behind_a_nod_still_asks(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    [found] = read_message(text, vocabulary, now)
    assert isinstance(found, LiftQuestion | OtherQuestion)
