"""What is told with its reasons and asides around it, and families of statements that the fifteenth samples showed."""

import datetime as dt
from collections.abc import Callable

import pytest

from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    FixedLiftsReading,
    LiftFixReading,
    Meaning,
    MovedRunReading,
    NotKept,
    NotKeptReading,
    NotUnderstood,
    RaceReading,
    SettingReading,
    SorenessReading,
    WeekReading,
)
from bot.language.vocabulary import Vocabulary
from bot.training.time import Weekday
from tests.language.reading import read_message

FRIDAY = dt.date(2026, 9, 4)


Read = Callable[[str], tuple[Meaning, ...]]


@pytest.fixture
def understood(vocabulary: Vocabulary, now: dt.datetime) -> Read:
    return lambda text: read_message(text, vocabulary, now)


def _one(found: tuple[Meaning, ...]) -> Meaning:
    [one] = found
    return one


def test_a_request_is_read_before_its_reason(understood: Read) -> None:
    found = _one(
        understood(
            "hello, could you move tomorrow's tempo to friday for us, her school play is on and if I miss it I'm dead"
        )
    )
    assert isinstance(found, MovedRunReading)
    assert found.date == FRIDAY


def test_a_run_is_read_before_what_happened_on_it(understood: Read) -> None:
    found = _one(
        understood(
            "Did 10 x 400 on the track yesterday, 60 sec jog between. All under 82 but one where a dog sat on the track"
        )
    )
    assert isinstance(found, DatedRunReading)
    assert found.done


def test_lift_times_are_read_before_their_reason(understood: Read) -> None:
    found = _one(
        understood(
            "gym days are mon + fri, always at noon, thats when the creche there is open so its not gonna change"
        )
    )
    assert isinstance(found, FixedLiftsReading)
    assert [one.weekday for one in found.lifts] == [Weekday.MON, Weekday.FRI]


def test_a_run_given_up_for_good_is_read_before_its_reason(understood: Read) -> None:
    assert isinstance(
        _one(understood("drop the friday recovery jog for good please, I never do it anyway")), WeekReading
    )


@pytest.mark.parametrize(
    "text",
    [
        "the app said: 'Skip the tempo if you slept under 5 hours'",
        "sorry to bother, meeting moved to thursday 6pm, tell Anja, and no more than 3 slides each (wrong chat)",
        "this mornings going to be a long one, meetings till 4 then running around after the kids",
    ],
)
def test_what_is_no_own_training_is_not_read_part_by_part(understood: Read, text: str) -> None:
    assert all(isinstance(one, NotUnderstood) for one in understood(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no messages between 22:00 and 7:00", "22:00-07:00"),
        ("can you not message me between ten at night and seven in the morning", "22:00-07:00"),
        ("please no pings from 9pm to 6am", "21:00-06:00"),
    ],
)
def test_quiet_hours_have_two_ends(understood: Read, text: str, value: str) -> None:
    assert _one(understood(text)) == SettingReading(name="quiet", value=value)


@pytest.mark.parametrize("text", ["im 73 kg now", "I'm 81 kg", "i'm 160 lbs today btw"])
def test_what_one_weighs_is_told_in_few_words(understood: Read, text: str) -> None:
    assert _one(understood(text)) == NotKeptReading(what=NotKept.BODYWEIGHT)


def test_who_is_at_a_weight_for_reps_tells_of_no_body_weight(understood: Read) -> None:
    assert NotKeptReading(what=NotKept.BODYWEIGHT) not in understood("im 100 kg for 5 reps now on squats")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Not doing the Great North anymore, pulled out this morning", "Great North"),
        ("Berlin is for me cancelled, I have deferred to 2027.", "Berlin"),
    ],
)
def test_a_race_is_given_up_by_its_name(understood: Read, text: str, name: str) -> None:
    assert _one(understood(text)) == DroppedRaceReading(distance_km=None, name=name)


def test_the_choir_that_is_cancelled_is_no_race(understood: Read) -> None:
    assert all(isinstance(one, NotUnderstood) for one in understood("Choir is cancelled"))


def test_an_entry_that_is_there_is_a_race(understood: Read) -> None:
    found = _one(understood("Entry for Tokyo got!! 7 March 2027"))
    assert isinstance(found, RaceReading)
    assert (found.date, found.name) == (dt.date(2027, 3, 7), "Tokyo")


@pytest.mark.parametrize("text", ["wasnt 3 reps it was 5 on the squat", "it was 5 on the squat, wasn't 3 reps"])
def test_reps_that_were_not_are_put_right(understood: Read, text: str) -> None:
    found = _one(understood(text))
    assert isinstance(found, LiftFixReading)
    assert (found.reps, found.before) == (5, 3)


@pytest.mark.parametrize("text", ["my legs are so heavy today", "quads feel really heavy", "my legs are full of sand"])
def test_heavy_legs_are_sore(understood: Read, text: str) -> None:
    assert _one(understood(text)) == SorenessReading(level=None)


def test_a_week_on_sunday_is_the_sunday_after(understood: Read) -> None:
    found = _one(understood("I've a 10k in the park a week on Sunday"))
    assert isinstance(found, DatedRunReading)
    assert found.date == dt.date(2026, 9, 13)


def test_what_is_done_so_often_a_week_is_none(understood: Read) -> None:
    assert isinstance(_one(understood("I run 3 times a week on mon wed fri")), WeekReading)
