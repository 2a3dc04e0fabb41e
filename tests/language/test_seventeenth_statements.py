"""Sleep beside a journey, the heat of a run, the time of a train, both lengths at once: each kept for what it is."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from bot.language.journeys import is_timetable
from bot.language.meaning import DatedRunReading, GymReading, Meaning, SettingReading, SleepReading
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

NOON = dt.datetime(2026, 9, 2, 12, tzinfo=ZoneInfo("Europe/Berlin"))
Read = Callable[[str], tuple[Meaning, ...]]


@pytest.fixture
def understood(vocabulary: Vocabulary) -> Read:
    """Return what reads a message."""
    return lambda text: read_message(text, vocabulary, NOON)


SLEPT = [
    ("knackered, 5 hrs sleep and a long drive, 6 hours", 5.0),
    ("4 hours sleep and then a 7 hour flight", 4.0),
    ("only 4.5 h sleep then drove 3 hours", 4.5),
    ("6 hours drive, 5 hours sleep", 5.0),
    ("slept 5 hours, drove 6 hours", 5.0),
    ("sleep 6 hours", 6.0),
    ("went to bed at 11 sleep was 7 hours", 7.0),
]


@pytest.mark.parametrize(("text", "hours"), SLEPT)
def test_the_hours_right_before_a_sleep_are_its_own(understood: Read, text: str, hours: float) -> None:
    assert SleepReading(hours=hours) in understood(text)


@pytest.mark.parametrize(
    "text", ["hill session yesterday in 33C", "long run this morning in 31C", "hills yesterday in 33C"]
)
def test_a_run_in_the_heat_was_run_and_asks_for_the_heat(understood: Read, text: str) -> None:
    found = understood(text)
    assert any(isinstance(one, DatedRunReading) and one.done for one in found)
    assert GymReading(celsius=None) in found


@pytest.mark.parametrize("text", ["easy 5k tomorrow at 30 degrees", "easy 5k today 6pm at 30 degrees"])
def test_how_hot_it_will_be_makes_no_run_over(understood: Read, text: str) -> None:
    [run] = understood(text)
    assert isinstance(run, DatedRunReading)
    assert not run.done


def test_both_lengths_are_told(understood: Read) -> None:
    found = [one for one in understood("been running 6 years and lifting for 3") if isinstance(one, SettingReading)]
    assert [(one.name, one.value.split()[-2:]) for one in found] == [
        ("running", ["6", "years"]),
        ("lifting", ["3", "years"]),
    ]


@pytest.mark.parametrize(
    "text", ["train at 7:32 tomorrow, 5k", "my bus goes at 7 thursday", "the flight is at 6am, 12k away"]
)
def test_when_a_train_goes_is_a_timetable(text: str) -> None:
    assert is_timetable(text)


@pytest.mark.parametrize("text", ["i train at 7:30 tomorrow", "we train at 7", "training at 7:30, 5k", "to train at 6"])
def test_when_somebody_trains_is_none(text: str) -> None:
    assert not is_timetable(text)
