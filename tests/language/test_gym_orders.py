"""Orders between the sets and while warming up, and what only sounds like one."""

import pytest

from bot.language.gym_orders import GymOrder, read_gym_order
from bot.language.vocabulary import Vocabulary

ORDERS = {
    GymOrder.DONE: ["done", "ok done", "did it", "done with this set", "that one is done", "✓", "Done!"],
    GymOrder.NEXT: ["next", "next one please", "ready", "what's next", "ok move on"],
    GymOrder.FINISH: [
        *("ok finish", "finish", "I'm done", "all done", "that's it for today", "finished", "done for today", "end it"),
        *("call it a day", "finish the workout", "I'm done with my sets", "no more sets"),
    ],
    GymOrder.MORE: [
        "one more set",
        "another set",
        "one more",
        "I'll do one more set",
        "add a set",
        "ok one more please",
    ],
    GymOrder.PLATES: [
        *("what goes on the bar", "how much on the bar", "what plates?", "which plates do I need", "how do I load it"),
        *("how much per side", "what's on the bar", "how much should I put on the bar?", "plates", "what weight now"),
    ],
    GymOrder.SKIP: ["skip this one", "skip this set", "skip it", "leave this one out", "skipping that step"],
}


@pytest.mark.parametrize(("order", "text"), [(order, text) for order, texts in ORDERS.items() for text in texts])
def test_an_order_is_read(order: GymOrder, text: str, vocabulary: Vocabulary) -> None:
    assert read_gym_order(text, vocabulary=vocabulary) is order


@pytest.mark.parametrize(
    "text",
    [
        *("skip tuesday's run", "should I do one more set?", "how much should I lift tomorrow", "what's next week"),
        *(
            "I'm done with running",
            "finish line",
            "next lift",
            "how do I finish a rep",
            "my bar is 15 kg",
            "skip",
            "ok",
        ),
        *("where do I put my feet", "plate", "another day", "more weight", ""),
    ],
)
def test_other_things_are_no_orders(text: str, vocabulary: Vocabulary) -> None:
    assert read_gym_order(text, vocabulary=vocabulary) is None
