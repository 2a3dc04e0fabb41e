"""Whose training is told, whether it lasts, and what of a logged lift is put right whatever stands around it."""

import datetime as dt
from collections.abc import Callable

import pytest

from bot.app.noting import NOTED
from bot.language.meaning import (
    DatedRunReading,
    FixedLiftsReading,
    LiftFixReading,
    LiftReading,
    Meaning,
    MovedRunReading,
    RaceReading,
    SleepReading,
    SorenessReading,
    WeekReading,
)
from bot.language.vocabulary import Vocabulary
from bot.training.time import Weekday
from tests.language.reading import read_message

Read = Callable[[str], tuple[Meaning, ...]]


@pytest.fixture
def understood(vocabulary: Vocabulary, now: dt.datetime) -> Read:
    return lambda text: read_message(text, vocabulary, now)


OF_OTHERS = (
    "the lads on the team did 10 x 400 yesterday, they looked wrecked",
    "The team ran 5x1k this morning while I stood there with a coffee",
    "boys did 8 x 200 on the grass yesterday evening, coach said best session of the year for them",
    "My squad does track Tuesday 6pm, hills Thursday, I just hold the stopwatch these days",
    "Half the office is doing a couch to 5k, tuesdays and fridays at lunch, bless them",
    "the other group did 12 x 200 last night, ours was cancelled because of the fog",
    "our club captain ran 32 yesterday in the rain, hero",
    "two teachers from school ran 50 km for charity on Saturday",
    "that tall bloke from accounts ran 20k on Sunday",
)
OF_THINGS = (
    "The train runs every Tuesday and Thursday at 6:15",
    "The car has done 120,000 miles",
    "The meeting ran for two hours, ran over by 30 minutes",
    "My watch thinks I ran 8k on the rollercoaster",
    "Running a workshop at the office on Tuesday evenings until Christmas, nobody told me it would be 40 people",
    "Running a raffle at the club dinner on Friday, tickets two quid",
    "Carried 12 x 20 kg of cement up the stairs for the neighbours",
    "just weighed the parcel, 12.4 kg",
    "pulled a double shift yesterday, 16 hours on my feet",
    "my hamster's legs are sore",
    "my bank account has doms",
    "that film about the fell runner was on last night, I was in bits",
    "pushed the car up the hill yesterday, 300 m, it's dead",
)
ONLY_THOUGHT_OF = (
    "In an ideal world I'd run Monday, Wednesday, Friday and lift Tuesday and Saturday",
    "we'll see whether I do the 10k on the 20th, depends on the babysitter",
    "Had I known, I'd have skipped the run on Tuesday",
    "one of these days I'll do a tempo on a Wednesday",
    "Back in April I was running Monday Wednesday Friday and felt great",
    "This magazine says: Tuesday intervals, Thursday tempo, Sunday long",
)


@pytest.mark.parametrize("text", [*OF_OTHERS, *OF_THINGS, *ONLY_THOUGHT_OF])
def test_what_is_not_of_the_runner_changes_nothing(understood: Read, text: str) -> None:
    assert [one for one in understood(text) if type(one) in NOTED] == []


@pytest.mark.parametrize(
    "text",
    [
        "our group did 6 x 1k last night, I hung on",
        "the lads did 10 x 400 yesterday and I ran 8k",
        "the wife and I did 5 miles along the canal yesterday",
        "my meeting finished late, ran 5k home in the dark",
        "the bus broke down so I ran the last 4k to work",
        "Team run this morning, 10k easy along the river",
        "ran a lovely loop of 8k this morning",
    ],
)
def test_a_run_with_others_or_because_of_things_is_ones_own(understood: Read, text: str) -> None:
    assert any(isinstance(one, DatedRunReading) for one in understood(text))


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("From now the intervals are on wednesday at 19h and not more the tuesday", Weekday.WED),
        ("Sunday long run is at 7.30 these days, not 9", Weekday.SUN),
        ("my tuesday run starts at 6.15 these days", Weekday.TUE),
        ("From next week hills are Tuesday instead of Thursday, every week", Weekday.TUE),
        ("I run the tempo on thursday nowadays 6.30pm", Weekday.THU),
    ],
)
def test_what_lasts_is_of_every_week(understood: Read, text: str, weekday: Weekday) -> None:
    [one] = understood(text)
    assert isinstance(one, WeekReading)
    assert [entry.weekday for entry in one.entries] == [weekday]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Change of plan for this week only, so tomorrow's hills go to Friday, 6pm, same crew", 4),
        ("For this week I'll have to put Sunday's long run on Saturday", 5),
        ("just this once, thursday's intervals move to saturday morning", 5),
        ("Nobody told me of the parrot. So tomorrow's intervals have to go to Friday at 6pm, airport duty again", 4),
        ("i'll do thursday's tempo on friday instead", 4),
    ],
)
def test_what_holds_once_is_moved_once(understood: Read, text: str, day: int) -> None:
    [one] = understood(text)
    assert isinstance(one, MovedRunReading)
    assert one.date == dt.date(2026, 9, day)


def test_two_days_of_this_week_alone_are_no_week(understood: Read) -> None:
    found = understood("this week only: thu easy, fri off")
    assert [type(one) for one in found] == [DatedRunReading, DatedRunReading]


@pytest.mark.parametrize(
    ("text", "kilograms", "before"),
    [
        ("Oops I logged the bench wrong, should be 62.5 not 65", 62.5, 65),
        ("bench was 62.5 mate not 65, I can't read my own writing", 62.5, 65),
        ("entered the wrong weight for the squat, it was 92.5 not 95", 92.5, 95),
        ("typo in my deadlifts, 145 it should say, not 154", 145, 154),
        ("log says 120 but it was 102.5, fat thumbs", 102.5, 120),
        ("sorry mate that deadlift on monday was 130 rather than 135, plates were mislabelled", 130, 135),
    ],
)
def test_of_two_weights_the_wrong_one_is_put_right(
    understood: Read, text: str, kilograms: float, before: float
) -> None:
    [one] = understood(text)
    assert isinstance(one, LiftFixReading)
    assert (one.weight_kg, one.before) == (kilograms, before)


@pytest.mark.parametrize(
    "text",
    [
        "log should say 3 sets not 4 for yesterday's deads",
        "that last one was 4 sets not 3, and the weight was 82.5",
        "Correction: the squats were 4 series of 6, not of 5",
    ],
)
def test_other_sets_open_the_entry(understood: Read, text: str) -> None:
    [one] = understood(text)
    assert isinstance(one, LiftFixReading)
    assert one.opens


@pytest.mark.parametrize(
    "text",
    [
        "delete yesterdays squat i never did it, put the wrong thing in",
        "scratch that last lift, wasn't me",
        "remove the deadlift from monday - that was my brother",
    ],
)
def test_a_lift_is_deleted_before_the_reason(understood: Read, text: str) -> None:
    [one] = understood(text)
    assert isinstance(one, LiftFixReading)
    assert not one.opens


@pytest.mark.parametrize(
    "text",
    [
        "the temperature was 38 not 36",
        "I ran 12 not 10 yesterday",
        "was it 80 not 85?",
        "the bus was number 64 not 46",
        "the race bib was 105 not 150",
        "if it was 80 not 85 I would be happy",
    ],
)
def test_two_numbers_of_something_else_put_no_lift_right(understood: Read, text: str) -> None:
    assert not any(isinstance(one, LiftFixReading | LiftReading) for one in understood(text))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("my PT moved me to Wednesday mornings 6.30 for good", [Weekday.WED]),
        ("PT has put me on Tuesdays and Fridays at 7am for my lifting", [Weekday.TUE, Weekday.FRI]),
        ("My trainer moved our gym session to Thursday evenings 7.15 permanently", [Weekday.THU]),
        ("can you put my lifting down for tuesday 18:00 and friday 12:30 every week", [Weekday.TUE, Weekday.FRI]),
    ],
)
def test_lift_times_that_a_trainer_sets(understood: Read, text: str, days: list[Weekday]) -> None:
    [one] = understood(text)
    assert isinstance(one, FixedLiftsReading)
    assert [lift.weekday for lift in one.lifts] == days


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("So it's booked, flights and all, Valencia marathon on December 6th, the wife thinks I'm nuts", (12, 6)),
        ("Frankfurt marathon on the 25th of October is booked, hotel too", (10, 25)),
        ("it's official: Chester half on October 4th", (10, 4)),
    ],
)
def test_a_race_that_is_booked_is_entered(understood: Read, text: str, date: tuple[int, int]) -> None:
    [one] = understood(text)
    assert isinstance(one, RaceReading)
    assert (one.date.month, one.date.day) == date


@pytest.mark.parametrize("text", ["did my strides yesterday lunchtime, tick", "did the drills and strides on Monday"])
def test_strides_alone_are_a_session(understood: Read, text: str) -> None:
    assert any(isinstance(one, DatedRunReading) and one.done for one in understood(text))


def test_a_length_said_loosely(understood: Read) -> None:
    [one] = understood("ran home from the depot, 5 and a bit miles, nice and slow")
    assert isinstance(one, DatedRunReading)
    assert one.run.distance_km == pytest.approx(5 * 1.609344, abs=0.01)


def test_a_night_slept_in_bits_says_nothing_of_legs(understood: Read) -> None:
    found = understood("god what a night, I'd say I slept 5 hours at the very most and that in bits")
    assert found == (SleepReading(hours=5),)
    assert understood("absolutely in bits today") == (SorenessReading(level=None),)
