"""The moment that a question to the guide names for a lift, and what is left of the question without it."""

import datetime as dt

import pytest

from bot.language.meaning import MomentReading
from bot.language.own_moments import leaves_day_open, read_own_moment, week_asked, without_moment
from bot.language.vocabulary import Vocabulary

NOW = dt.datetime(2026, 9, 2, 10, 0)  # noqa: DTZ001 - the runner's clock has no zone
TODAY = NOW.date()
THURSDAY, FRIDAY = dt.date(2026, 9, 3), dt.date(2026, 9, 4)


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("what can I do on friday", FRIDAY, None),
        ("ok can I try that tomorrow at 6pm", THURSDAY, dt.time(18)),
        ("so 6pm thursday works?", THURSDAY, dt.time(18)),
        ("and thursday, how heavy?", THURSDAY, None),
        ("how much should i lift friday", FRIDAY, None),
    ],
)
def test_a_moment_that_is_named_for_a_lift_is_its_own(
    text: str, date: dt.date, time: dt.time | None, vocabulary: Vocabulary
) -> None:
    assert read_own_moment(text, now=NOW, vocabulary=vocabulary) == MomentReading(date=date, time=time)


@pytest.mark.parametrize(
    "text",
    [
        "tempo tomorrow, how many sets should i do",
        "hamstrings tight at lockout, track tomorrow",
        "how heavy with a tempo tomorrow",
        "how heavy",
        "",
    ],
)
def test_the_moment_of_a_run_is_none(text: str, vocabulary: Vocabulary) -> None:
    assert read_own_moment(text, now=NOW, vocabulary=vocabulary) is None


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("make it 6pm", True), ("in the evening", True), ("tonight", False), ("friday 6pm", False), ("in 2 hours", False)],
)
def test_a_time_alone_leaves_the_day_open(text: str, *, is_open: bool, vocabulary: Vocabulary) -> None:
    assert leaves_day_open(text, today=TODAY, vocabulary=vocabulary) is is_open


def test_a_text_is_left_without_its_moment(vocabulary: Vocabulary) -> None:
    assert without_moment("so 6pm thursday works?", today=TODAY, vocabulary=vocabulary).split() == ["so", "works?"]


@pytest.mark.parametrize(
    ("text", "week"),
    [("best day this week?", 0), ("when can i lift next week", 1), ("last week was hard", None), ("friday", None)],
)
def test_the_week_that_is_asked_about_is_one_to_come(text: str, week: int | None, vocabulary: Vocabulary) -> None:
    assert week_asked(text, today=TODAY, vocabulary=vocabulary) == week
