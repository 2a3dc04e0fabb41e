"""How long to send nothing, as people write it; a question or a story is no pause."""

import datetime as dt

import pytest

from bot.language.meaning import Doubt, PauseReading, ResumeReading, Unread
from bot.language.pauses import read_pause
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

MONDAY = dt.date(2026, 3, 2)
NOW = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)


def meanings(text: str, vocabulary: Vocabulary) -> tuple[object, ...]:
    """Return what a message means on Monday morning."""
    return read_message(text, vocabulary, NOW)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("7", "2026-03-09"),
        ("7 days", "2026-03-09"),
        ("a week", "2026-03-09"),
        ("for two weeks", "2026-03-16"),
        ("a fortnight", "2026-03-16"),
        ("1 month", "2026-04-01"),
        ("until 2026-12-27", "2026-12-27"),
        ("27 dec", "2026-12-27"),
        ("until tomorrow", "2026-03-03"),
        ("until sunday", "2026-03-08"),
    ],
)
def test_the_command_takes_days_or_a_day(text: str, until: str, vocabulary: Vocabulary) -> None:
    expected = PauseReading(until=dt.date.fromisoformat(until))
    assert read_pause(text, today=MONDAY, vocabulary=vocabulary) == expected


@pytest.mark.parametrize("text", ["", "0", "400", "soon", "7 7", "2 hours", "a year", "until", "x" * 5000])
def test_what_is_no_length_is_none(text: str, vocabulary: Vocabulary) -> None:
    assert read_pause(text, today=MONDAY, vocabulary=vocabulary) is None


@pytest.mark.parametrize("text", ["until 2026-03-02", "until 2020-01-01"])
def test_a_day_that_has_passed_is_asked_about(text: str, vocabulary: Vocabulary) -> None:
    reading = read_pause(text, today=MONDAY, vocabulary=vocabulary)
    assert isinstance(reading, Unread)
    assert reading.doubt is Doubt.PAST


def test_off_ends_a_pause(vocabulary: Vocabulary) -> None:
    assert read_pause("off", today=MONDAY, vocabulary=vocabulary) == ResumeReading()


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("pause for a week", "2026-03-09"),
        ("Pause my reminders for 2 weeks please", "2026-03-16"),
        ("pause reminders until 27 dec", "2026-12-27"),
        ("mute everything until friday", "2026-03-06"),
        ("pause", None),
        ("pause my reminders", None),
    ],
)
def test_a_sentence_pauses(text: str, until: str | None, vocabulary: Vocabulary) -> None:
    expected = PauseReading(until=None if until is None else dt.date.fromisoformat(until))
    assert meanings(text, vocabulary) == (expected,)


@pytest.mark.parametrize("text", ["resume", "Resume my reminders!", "unpause"])
def test_a_sentence_resumes(text: str, vocabulary: Vocabulary) -> None:
    assert meanings(text, vocabulary) == (ResumeReading(),)


@pytest.mark.parametrize(
    "text",
    [
        "should i pause for a week?",
        "can i pause lifting until friday",
        "pause at the bottom of the lift",
        "pause deadlifts 3x3 at 100",
        "3x5 pause deadlifts at 90 on friday",
        "i had to pause my tempo on tuesday",
        "resume running on friday",
        "when can i resume lifting",
    ],
)
def test_what_is_about_lifting_or_asks_pauses_nothing(text: str, vocabulary: Vocabulary) -> None:
    assert not any(isinstance(one, PauseReading | ResumeReading) for one in meanings(text, vocabulary))
