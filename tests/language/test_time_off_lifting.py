"""How long somebody has not lifted."""

import pytest

from bot.language.time_off_lifting import read_time_off_lifting
from bot.language.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("I haven't deadlifted in 3 months", 90),
        ("no lifting for six weeks", 42),
        ("haven't been to the gym in a year", 365),
        ("back after two months off", 60),
        ("not lifted for a few weeks", 21),
        ("haven't deadlifted in 3 months?", None),
        ("no run for six weeks", None),
        ("I haven't deadlifted since monday", None),
        ("deadlifted for 3 months", None),
    ],
)
def test_how_long_somebody_has_not_lifted(text: str, days: int | None, vocabulary: Vocabulary) -> None:
    assert read_time_off_lifting(text, vocabulary) == days
