"""Which of two dates that were offered an answer means, given on Wednesday, 2 September 2026."""

import datetime as dt

import pytest

from bot.language.dates_picked import picked_date
from bot.language.vocabulary import Vocabulary

MARCH, APRIL = dt.date(2027, 3, 4), dt.date(2027, 4, 3)

PICKED = {
    "2027-03-04": MARCH,
    "4 march": MARCH,
    "march": MARCH,
    "the one in march": MARCH,
    "thursday": MARCH,
    "the first one": MARCH,
    "3 April": APRIL,
    "april 3rd": APRIL,
    "until the 3rd of april please": APRIL,
    "sorry, i mean 3 april": APRIL,
    "it's in april": APRIL,
    "the second": APRIL,
}
NONE = [
    "5 may",
    "friday",
    "03/04",
    "pause until 3 april",
    "tempo on 3 april",
    "can I lift on 3 april?",
    "no",
    "",
    "april is a long way off so I have no idea",
]


@pytest.mark.parametrize(("text", "date"), PICKED.items())
def test_a_date_is_picked(text: str, date: dt.date, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert picked_date(text, (APRIL, MARCH), today=now.date(), vocabulary=vocabulary) == date


@pytest.mark.parametrize("text", ["the first one", "Running first", "april"])
def test_where_no_date_was_offered_none_is_picked(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert picked_date(text, (), today=now.date(), vocabulary=vocabulary) is None


@pytest.mark.parametrize("text", NONE)
def test_what_tells_of_something_else_picks_none(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert picked_date(text, (APRIL, MARCH), today=now.date(), vocabulary=vocabulary) is None
