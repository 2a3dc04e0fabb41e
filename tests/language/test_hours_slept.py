"""How long a night was, said alone."""

import pytest

from bot.language.hours_slept import HoursSlept, read_hours_slept
from bot.language.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "hours", "has_unit"),
    [
        ("more like 3.5h", 3.5, True),
        ("around 5", 5.0, False),
        ("about 4 hours", 4.0, True),
        ("5 hours maybe", 5.0, True),
        ("like 4 or 5 i guess", 4.0, False),
        ("4 to 5 hours", 4.0, True),
        ("four and a half max", 4.5, False),
        ("less than 4 hours", 3.75, True),
        ("not even 4", 3.75, False),
    ],
)
def test_hours_alone(text: str, hours: float, has_unit: bool, vocabulary: Vocabulary) -> None:  # noqa: FBT001 - a column
    assert read_hours_slept(text, vocabulary) == HoursSlept(hours=hours, has_unit=has_unit)


@pytest.mark.parametrize("text", ["5pm", "at 5", "5k", "5 sets", "3x4", "tomorrow 5", "around 5 on friday", "5?", ""])
def test_what_else_holds_a_number(text: str, vocabulary: Vocabulary) -> None:
    assert read_hours_slept(text, vocabulary) is None
