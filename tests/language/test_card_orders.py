"""Cards that are wanted in words."""

import pytest

from bot.language.card_orders import CardOrder, read_card_order
from bot.language.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("picture", CardOrder(shared=False)),
        ("send me the picture", CardOrder(shared=False)),
        ("can I get that as a picture?", CardOrder(shared=False, any_one=True)),
        ("picture of my week please", CardOrder(shared=False, what="week")),
        ("show me a picture", CardOrder(shared=False, any_one=True)),
        ("share", CardOrder(shared=True)),
        ("Share this!", CardOrder(shared=True)),
        ("how do I share it", CardOrder(shared=True)),
        ("share my progress with my coach", CardOrder(shared=True, what="progress")),
        ("send this to my sister", CardOrder(shared=True)),
    ],
)
def test_a_card_is_wanted(text: str, order: CardOrder, vocabulary: Vocabulary) -> None:
    assert read_card_order(text, vocabulary=vocabulary) == order


@pytest.mark.parametrize(
    "text",
    [
        *("show me a picture of the hinge", "share my location", "I shared a lift", "send me the week", "card game"),
        *("do you share my data", "who do you share this with?", "picture this: 10 km in the rain", ""),
    ],
)
def test_other_things_are_no_cards(text: str, vocabulary: Vocabulary) -> None:
    assert read_card_order(text, vocabulary=vocabulary) is None
