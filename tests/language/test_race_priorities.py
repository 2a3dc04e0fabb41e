"""How much a race matters, in words."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, RaceReading
from bot.language.race_priorities import priority_alone, priority_said, with_priority
from bot.training.runs import Priority, RunKind, RunSpec

A, B, C = Priority.A, Priority.B, Priority.C


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("10k race on sunday, b race", B),
        ("got a c race on sunday", C),
        ("half on 4 oct, my A race", A),
        ("parkrun sunday, b-race", B),
        ("10k on 13 sept, c priority", C),
        ("10k 20 sept priority B", B),
        ("marathon 18 oct is my goal race", A),
        ("10k sunday just for fun", C),
        ("5k fun run on saturday", C),
        ("it's a tune-up race", B),
        ("half 4 oct, not my A race", B),
        ("5k on 13 sept, low key", C),
        ("I have a race on sunday", None),
        ("a race on sunday", None),
        ("not just for fun, 10k on sunday", None),
        ("10k race on sunday", None),
        ("A race 4 oct and b race 13 sept", B),
        ("my a race 4 oct and b race 13 sept", None),
        ("", None),
    ],
)
def test_a_priority_is_read_in_words(text: str, priority: Priority | None) -> None:
    assert priority_said(text) is priority


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("b race", B),
        ("it's only a c race", C),
        ("just for fun", C),
        ("it's not my A race", B),
        ("more of a tune-up race", B),
        ("a race", None),
        ("b race on sunday", None),
        ("is it a b race?", None),
        ("i lift just for fun", None),
    ],
)
def test_a_priority_alone_is_all_that_is_said(text: str, priority: Priority | None) -> None:
    assert priority_alone(text) is priority


def test_a_race_keeps_what_else_was_told_of_it() -> None:
    date, time = dt.date(2026, 9, 6), dt.time(9)
    told = DatedRunReading(date=date, run=RunSpec(kind=RunKind.RACE, time=time, distance_km=10))
    assert with_priority((told,), "a c race, 10k at 9") == (
        RaceReading(date=date, distance_km=10, priority=C, time=time),
    )
    assert with_priority((told, told), "c race") == (told, told)
    assert with_priority((told,), "i lift for fun") == (told,)
