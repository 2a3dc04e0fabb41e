"""Days alone, and what only looks like it."""

import datetime as dt

import pytest

from bot.language.bare_days import names_only_days
from bot.language.vocabulary import Vocabulary

TODAY = dt.date(2026, 9, 2)


@pytest.mark.parametrize("text", ["Tue/Thu/Sat", "mon wed fri", "mondays, wednesdays and fridays", "Tue & Thu!"])
def test_days_alone(text: str, vocabulary: Vocabulary) -> None:
    assert names_only_days(text, today=TODAY, vocabulary=vocabulary)


@pytest.mark.parametrize(
    "text",
    ["", "tue", "tue thu?", "tue easy, thu", "lift tue and thu", "tue 18:00 and thu", "tue, 4 october", "x" * 5000],
)
def test_more_or_less_than_days(text: str, vocabulary: Vocabulary) -> None:
    assert not names_only_days(text, today=TODAY, vocabulary=vocabulary)
