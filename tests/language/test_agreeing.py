"""A yes that goes on, and what is none."""

import pytest

from bot.language.agreeing import behind_yes

SAID = [
    ("yes", ""),
    ("Yes, keep it.", ""),
    ("keep what you understood", ""),
    ("Yes, keep it, but half past nine please", "half past nine please"),
    ("ok but Sunday is long", "Sunday is long"),
    ("Thursday is tempo", None),
    ("but Sunday is long", None),
    ("no", None),
    ("yesterday I ran 5k", None),
    ("Okay-ish week: Tue 5k", None),
]


@pytest.mark.parametrize(("text", "behind"), SAID)
def test_what_stands_behind_a_yes(text: str, behind: str | None) -> None:
    assert behind_yes(text) == behind
