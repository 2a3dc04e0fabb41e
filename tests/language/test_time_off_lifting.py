"""Since when somebody has not lifted, and what else they say. Read on Monday, 2 March 2026."""

import datetime as dt

import pytest

from bot.language.time_off_lifting import TimeOff, read_time_off_lifting
from bot.language.vocabulary import Vocabulary

TODAY = dt.date(2026, 3, 2)


def read(text: str, vocabulary: Vocabulary) -> TimeOff | None:
    return read_time_off_lifting(text, today=TODAY, vocabulary=vocabulary)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("I haven't deadlifted in 3 months", 90),
        ("haven't been to the gym in a year", 365),
        ("back after two months off", 60),
        ("coming back after a 3 month break", 90),
        ("not lifted for a few weeks", 21),
        ("haven't lifted in half a year", 182),
        ("it's been 2 months since I deadlifted", 60),
        ("last deadlift was 5 weeks ago", 35),
        ("took 6 weeks off lifting", 42),
        ("been off the bar for 5 weeks", 35),
        ("off lifting since last month", 30),
    ],
)
def test_how_long_somebody_has_not_lifted(text: str, days: int, vocabulary: Vocabulary) -> None:
    assert read(text, vocabulary) == TimeOff(last_on=TODAY - dt.timedelta(days=days), rest="")


@pytest.mark.parametrize(
    ("text", "days", "either"),
    [
        ("no lifting for six weeks", 42, True),
        ("no deadlifts for 6 weeks", 42, True),
        ("not lifting for a month", 30, True),
        ("no lifting for 3 weeks now", 21, False),
        ("no lifting in six weeks", 42, False),
        ("no lifting for a year", 365, False),
    ],
)
def test_a_span_without_a_tense_may_be_to_come(text: str, days: int, *, either: bool, vocabulary: Vocabulary) -> None:
    assert read(text, vocabulary) == TimeOff(last_on=TODAY - dt.timedelta(days=days), rest="", may_be_ahead=either)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("first time back on the bar since March", "2025-03-01"),
        ("my last deadlift session was in January", "2026-01-01"),
        ("last time i deadlifted was november 2024", "2024-11-01"),
        ("no deadlifts since 12 January", "2026-01-12"),
        ("off the bar since christmas", "2025-12-25"),
        ("haven't touched a barbell since last summer", "2025-06-01"),
        ("I last lifted in 2023", "2023-01-01"),
    ],
)
def test_since_when_somebody_has_not_lifted(text: str, day: str, vocabulary: Vocabulary) -> None:
    assert read(text, vocabulary) == TimeOff(last_on=dt.date.fromisoformat(day), rest="")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("haven't deadlifted in 3 months, can i lift friday?", "can i lift friday?"),
        ("can I deadlift today? haven't lifted in 3 months", "can I deadlift today?"),
        ("haven't lifted in 3 months can i lift today", "can i lift today"),
        ("no lifting for 3 months because of work", "because of work"),
        ("first deadlift in 3 months: 3x5 60kg rpe 6", "3x5 60kg rpe 6"),
    ],
)
def test_what_is_said_beside_it_is_left(text: str, rest: str, vocabulary: Vocabulary) -> None:
    assert read(text, vocabulary) == TimeOff(last_on=TODAY - dt.timedelta(days=90), rest=rest)


@pytest.mark.parametrize(
    "text",
    [
        "haven't deadlifted in 3 months?",
        "if i haven't deadlifted in 3 months, how heavy?",
        "my friend hasn't lifted in 3 months",
        "no run for six weeks",
        "back after two weeks off running",
        "first marathon in 3 years",
        "I haven't deadlifted since monday",
        "haven't missed a lift in 3 months",
        "deadlifted for 3 months",
        "no lifting this week",
        "not lifting until Monday",
        "taking a week off the bar",
    ],
)
def test_anything_else_tells_of_no_break(text: str, vocabulary: Vocabulary) -> None:
    assert read(text, vocabulary) is None
