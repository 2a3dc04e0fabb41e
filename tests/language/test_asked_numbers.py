"""What is told without the number that would count is asked about, and is no number by itself."""

import datetime as dt

import pytest

from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    GymReading,
    IllnessReading,
    LiftQuestion,
    SleepReading,
    TravelReading,
    WeekReading,
    WellReading,
)
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message


@pytest.mark.parametrize(
    "text",
    [
        *("slept badly", "slept like rubbish", "terrible night", "sleep score 34", "woke up 4 times with the baby"),
        *(
            "terrible night, tossed and turned",
            "toddler had me up all night",
            "wokr up 4 tmes w the babby",
        ),
    ],
)
def test_a_bad_night_without_hours_is_asked_about(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (SleepReading(hours=None),)


@pytest.mark.parametrize("text", ["sleep score 88", "the baby was up all night", "I sleep badly in hotels usually"])
def test_a_good_score_or_another_ones_night_is_no_bad_night(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert not any(isinstance(one, SleepReading) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    "text", ["it was 41 in Phoenix on my run this morning", "35c for this morning's 10k", "91F for my 6 miler today"]
)
def test_heat_on_a_run_is_never_kept_as_the_heat_of_the_gym(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    run, heat = read_message(text, vocabulary, now)
    assert isinstance(run, DatedRunReading)
    assert run.done
    assert heat == GymReading(celsius=None)


@pytest.mark.parametrize("text", ["flew LA to Sydney", "flew Madrid to Lima, no clue what time it is"])
def test_a_journey_between_two_places_is_asked_about(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (TravelReading(),)


@pytest.mark.parametrize("text", ["my marathon got cancelled", "the race is called off", "my half has been cancelled"])
def test_a_race_called_off_in_the_passive_is_dropped_and_no_day_off(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (found,) = read_message(text, vocabulary, now)
    assert isinstance(found, DroppedRaceReading)


@pytest.mark.parametrize(
    "text",
    [
        *("my pupils ran the cross country today", "our new lodger did a 10k yesterday", "my eldest finished her 5k"),
        *(
            "tonight I am going to deadlift, wish me luck",
            "i never deadlift on fridays",
            "my mate deadlifts on fridays",
        ),
    ],
)
def test_other_people_and_what_is_only_told_change_and_ask_nothing(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    kinds = (DatedRunReading, WeekReading, LiftQuestion)
    assert not any(isinstance(one, kinds) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize("text", ["im back from the flu", "back after covid", "finally back from a nasty stomach bug"])
def test_who_is_back_from_an_illness_is_well(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (WellReading(),)


def test_who_is_back_from_the_doctor_is_ill(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read_message("back from the doctors, I have the flu", vocabulary, now)
    assert isinstance(found, IllnessReading)
