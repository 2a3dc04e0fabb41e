"""What is said between the sets and during the warm-up instead of a button: "ok finish", "what goes on the bar"."""

from enum import StrEnum

from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import is_said, typed

_LONGEST = 60


class GymOrder(StrEnum):
    """What somebody wants who is lifting."""

    DONE = "done"
    NEXT = "next"
    FINISH = "finish"
    MORE = "more"
    PLATES = "plates"
    SKIP = "skip"


def read_gym_order(text: str, *, vocabulary: Vocabulary) -> GymOrder | None:
    """Read what is wanted while a lift is being done; None for any other text."""
    said = typed(text)
    if len(said) > _LONGEST:
        return None
    return next((order for order in GymOrder if is_said(f"gym_{order}", said, vocabulary)), None)
