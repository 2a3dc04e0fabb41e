"""How long somebody has run and lifted, as people answer that."""

import datetime as dt

import pytest

from bot.language.how_long import read_how_long
from bot.language.values import read_experience
from bot.language.vocabulary import Vocabulary

TODAY = dt.date(2026, 3, 2)

SAID = [
    ("8 years bro", {"running": "8 years"}),
    ("2yrs ish", {"running": "2 years"}),
    ("3ish years", {"running": "3 years"}),
    ("idk like a yr?", {"running": "1 years"}),
    ("about three years, on and off", {"running": "3 years"}),
    ("2 months, I joined the gym in september", {"running": "2 months"}),
    ("lifting 2 yrs runing 4", {"lifting": "2 years", "running": "4 years"}),
    ("running 4 years lifting 2", {"running": "4 years", "lifting": "2 years"}),
    ("I've run for 10 years and lifted for 3", {"running": "10 years", "lifting": "3 years"}),
    ("been lifting 3 years", {"lifting": "3 years"}),
    ("5 years running, 1 lifting", {"running": "5 years", "lifting": "1 year"}),
    ("running since 2019, lifting maybe a year and a half", {"running": "since 2019", "lifting": "1.5 years"}),
    ("new to lifting, running 8 years", {"lifting": "new", "running": "8 years"}),
]
OTHERS = [
    "quite a while",
    "show my week",
    "what about the week",
    "less than a year",
    "not even a year",
    "my race is in 5 weeks",
    "i broke my ankle 2 years ago",
    "i had a stress fracture 2 years ago",
    "I was off for 3 months",
    "ran 5k",
    "just pulled 405 for 3",
    "3",
]


@pytest.mark.parametrize(("text", "lengths"), SAID)
def test_a_length_among_other_words_is_read(vocabulary: Vocabulary, text: str, lengths: dict[str, str]) -> None:
    told = read_how_long(text, "running", today=TODAY, vocabulary=vocabulary)
    starts = {sport: read_experience(said, today=TODAY, vocabulary=vocabulary) for sport, said in told.items()}
    assert starts == {
        sport: read_experience(said, today=TODAY, vocabulary=vocabulary) for sport, said in lengths.items()
    }


@pytest.mark.parametrize("text", OTHERS)
def test_a_length_of_something_else_is_none(vocabulary: Vocabulary, text: str) -> None:
    assert read_how_long(text, "running", today=TODAY, vocabulary=vocabulary) == {}


LONGER = [("20+ years", 20.0), ("two and a half years", 2.5), ("1.5 yrs", 1.5)]


@pytest.mark.parametrize(("text", "years"), LONGER)
def test_the_number_of_years_is_the_whole_one(vocabulary: Vocabulary, text: str, years: float) -> None:
    since = TODAY - dt.timedelta(days=round(years * 365.25))
    assert getattr(read_experience(text, today=TODAY, vocabulary=vocabulary), "since", None) == since
