"""Log entries as lifters write them, said on Wednesday, 2 September 2026, 10:00."""

import datetime as dt

import pytest

from bot.language.lifts import read_lift
from bot.language.meaning import Doubt, LiftReading, Unread
from bot.language.vocabulary import Vocabulary
from bot.training.lifts import Called, Exercise
from bot.training.profile import MassUnit


def read(
    text: str, vocabulary: Vocabulary, now: dt.datetime, unit: MassUnit = MassUnit.KG
) -> tuple[LiftReading | Unread, ...]:
    return read_lift(text, now=now, vocabulary=vocabulary, mass_unit=unit)


def shown(reading: LiftReading | Unread) -> str:
    """Write a lift as "deadlift 4x100@2 4x100@2": reps, kilograms, reps in reserve of each set."""
    assert isinstance(reading, LiftReading)
    sets = (
        f"{one.reps}"
        + ("" if one.weight_kg is None else f"x{one.weight_kg:g}")
        + ("" if one.rir is None else f"@{one.rir:g}")
        for one in reading.sets
    )
    return " ".join([reading.exercise.value, *sets])


OTHER_LIFTS = [
    "benched 60 for 3x8",
    "pressed 40 for 3x5",
    "rowed 50 for 3x10",
    "curls 3x12 15kg",
    "dips 3x10",
    "cleaned 60 for 5x3",
    "db rows 3x10 20kg",
    "leg extensions 3x12 at 40",
    "bulgarian split squats 3x8 20kg",
]
LIFTS = {
    "deadlifted 140 for 3 and my back is a bit sore, 3 out of 10": "deadlift 3x140",
    "squats 3x5 at 80 quads a bit stiff like 3/10": "squat 5x80 5x80 5x80",
    "deadlifted 140x3, legs stiff, felt like an 8 out of 10": "deadlift 3x140",
    "deadlifted 140x3, felt like an 8 out of 10": "deadlift 3x140@2",
    "deadlift 3x4 100kg rpe 8": "deadlift 4x100@2 4x100@2 4x100@2",
    "3x4x100": "deadlift 4x100 4x100 4x100",
    "3 x 4 x 100 kg": "deadlift 4x100 4x100 4x100",
    "2x4@100kg": "deadlift 4x100 4x100",
    "2x4 @100 @8": "deadlift 4x100@2 4x100@2",
    "2x4 @8": "deadlift 4@2 4@2",
    "2x8": "deadlift 8 8",
    "100 2x4": "deadlift 4x100 4x100",
    "100x4,4,3 @8": "deadlift 4x100@2 4x100@2 3x100@2",
    "100kg 4,4,3": "deadlift 4x100 4x100 3x100",
    "5,5 100kg": "deadlift 5x100 5x100",
    "100x5, 120x3, 140x1": "deadlift 5x100 3x120 1x140",
    "100x4 @7, 110x4 @8": "deadlift 4x100@3 4x110@2",
    "5x100kg": "deadlift 5x100",
    "140x3": "deadlift 3x140",
    "120 for 3": "deadlift 3x120",
    "worked up to 140 for a triple": "deadlift 3x140",
    "hit 150kg for a single": "deadlift 1x150",
    "2 sets of 4 at 100kg": "deadlift 4x100 4x100",
    "4 reps at 100": "deadlift 4x100",
    "deadlifted 2x4 at 100, felt like an 8": "deadlift 4x100@2 4x100@2",
    "2x4 100 rpe 8": "deadlift 4x100@2 4x100@2",
    "2x4 100 rir 2": "deadlift 4x100@2 4x100@2",
    "2x4 100 8 rpe": "deadlift 4x100@2 4x100@2",
    "2x4 100 2 rir": "deadlift 4x100@2 4x100@2",
    "2x4 100kg 2 in reserve": "deadlift 4x100@2 4x100@2",
    "2x4 100kg 8/10": "deadlift 4x100@2 4x100@2",
    "2x4 100kg rpe 8.5": "deadlift 4x100@1.5 4x100@1.5",
    "2x4 100kg rpe 8,5": "deadlift 4x100@1.5 4x100@1.5",
    "2x4 100 @8,5": "deadlift 4x100@1.5 4x100@1.5",
    "warmup 60x5, 80x3, then 1x4 100 @8": "deadlift 4x100@2",
    "warm up sets 60x5, 80x3\n2x4 100": "deadlift 4x100 4x100",
    "1x20 500kg": "deadlift 20x500",
    "1x50 1kg": "deadlift 50x1",
    "2x4 82,5kg": "deadlift 4x82.5 4x82.5",
    "2x5 225lbs": "deadlift 5x102.06 5x102.06",
    "1x5 empty bar": "deadlift 5x20",
    "trap-bar deadlift 2x5 120": "trap_bar 5x120 5x120",
    "kb swings 2x15 24kg": "swing 15x24 15x24",
    "rdl 2x8 60": "romanian 8x60 8x60",
    "squat 2x5 80": "squat 5x80 5x80",
}


@pytest.mark.parametrize(("text", "lift"), LIFTS.items())
def test_a_lift_is_read(text: str, lift: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert [shown(reading) for reading in read(text, vocabulary, now)] == [lift]


def test_two_exercises_are_two_lifts(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read("deadlift 1x4 100kg, squat 1x5 80kg", vocabulary, now)
    assert [shown(reading) for reading in found] == ["deadlift 4x100", "squat 5x80"]


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("heavy", Called.HEAVY),
        ("light", Called.LIGHT),
        ("easy", Called.LIGHT),
        ("felt easy", Called.LIGHT),
        ("easy peasy", Called.LIGHT),
        ("plenty left", Called.LIGHT),
        ("rpe 9 light", Called.LIGHT),
        ("rpe 9 felt easy", None),
        ("not easy", None),
        ("", None),
    ],
)
def test_what_the_runner_calls_it_is_kept(
    words: str, called: Called | None, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (found,) = read(f"deadlift 3x4 100kg {words}", vocabulary, now)
    assert isinstance(found, LiftReading)
    assert found.called is called


def test_a_weight_without_a_unit_is_in_the_runners_own(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read("1x5 225", vocabulary, now, MassUnit.LB)
    assert shown(found) == "deadlift 5x102.06"


WHEN = {
    "3x4 100": None,
    "today 3x4 100": None,
    "yesterday 18:00 deadlift 3x4 100kg rpe 8": "2026-09-01 18:00",
    "yesterday evening 3x4 100": "2026-09-01 18:00",
    "yesterday 3x4 100": "2026-09-01 12:00",
    "2026-03-01 deadlift 3x4 100": "2026-03-01 12:00",
    "28/08 3x4 100": "2026-08-28 12:00",
    "monday 7am 3x4 100": "2026-08-31 07:00",
    "last wednesday 3x4 100": "2026-08-26 12:00",
    "8:00 3x4 100": "2026-09-02 08:00",
    "2 hours ago 3x4 100": "2026-09-02 08:00",
}


@pytest.mark.parametrize(("text", "at"), WHEN.items())
def test_a_lift_is_now_or_when_it_was(text: str, at: str | None, vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read(text, vocabulary, now)
    assert isinstance(found, LiftReading)
    assert (None if found.at is None else found.at.strftime("%Y-%m-%d %H:%M")) == at
    assert found.at is None or found.at.tzinfo is now.tzinfo


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("tomorrow deadlift 3x4 100kg", Doubt.FUTURE),
        ("18:00 3x4 100", Doubt.FUTURE),
        ("04/05 3x4 100", Doubt.DATE_ORDER),
        ("30 feb 3x4 100", Doubt.DATE),
        ("1950-01-01 3x4 100", Doubt.PAST),
        ("0x4 100", Doubt.VALUE),
        ("3x0 100", Doubt.VALUE),
        ("500x4x100", Doubt.VALUE),
        ("12x100", Doubt.VALUE),
        ("900x4", Doubt.VALUE),
        ("3x51 40kg", Doubt.VALUE),
        ("21x4x40", Doubt.VALUE),
        ("3x4 0.5kg", Doubt.VALUE),
        ("3x4 501kg", Doubt.VALUE),
        ("4 plates x 5", Doubt.WEIGHT),
        ("2 plates 3x5", Doubt.WEIGHT),
        ("5x3 @ 9 120", Doubt.VALUE),
        ("3x4 -100kg", Doubt.VALUE),
        ("3x4 100 st", Doubt.VALUE),
        ("warmup 60x5", Doubt.SETS),
        ("3x400x20", Doubt.VALUE),
        ("3x4 2000kg", Doubt.VALUE),
        ("3x4 0kg", Doubt.VALUE),
        ("3x4 100 rpe 14", Doubt.VALUE),
        ("deadlifted today", Doubt.SETS),
        ("deadlift 100kg", Doubt.SETS),
        ("hello", Doubt.SETS),
        ("", Doubt.SETS),
        ("3x4 " * 1001, Doubt.TOO_LONG),
    ],
)
def test_what_cannot_be_a_lift_says_why(text: str, doubt: Doubt, vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read(text, vocabulary, now)
    assert isinstance(found, Unread)
    assert found.doubt is doubt


def test_variations_count_as_deadlifts_and_squats_do_not(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read("sumo 3x3 120", vocabulary, now)
    assert isinstance(found, LiftReading)
    assert found.exercise is Exercise.SUMO


@pytest.mark.parametrize("text", OTHER_LIFTS)
def test_another_lift_is_logged_as_no_deadlift(vocabulary: Vocabulary, now: dt.datetime, text: str) -> None:
    assert [one.exercise for one in read(text, vocabulary, now) if isinstance(one, LiftReading)] == [Exercise.OTHER]


UNKNOWN_LIFTS = [
    "crunches 3x10",
    "3x10 crunches",
    "3 sets of 10 crunches",
    "yesterday 18:00 wall sits 3x30",
    "chest fly 3x8 20kg",
    "box jumps: 3x5",
    "cable kickbacks 20kg 3x10",
    "flurbs 20kg x 10",
]


@pytest.mark.parametrize("text", UNKNOWN_LIFTS)
def test_a_lift_that_nobody_knows_is_no_deadlift(vocabulary: Vocabulary, now: dt.datetime, text: str) -> None:
    [reading] = read(text, vocabulary, now)
    assert shown(reading).startswith("other ")


PLAIN_DEADLIFTS = [
    "3x4 100kg",
    "paused 3x4 100kg",
    "3x4 beltless 100kg",
    "felt fabulous, 3x4 100kg",
    "pulled 3x4 at 100",
    "new pr 140x3",
    "deficit deadlift 3x4 90kg",
    "deficit 3x4 90kg",
]


@pytest.mark.parametrize("text", PLAIN_DEADLIFTS)
def test_sets_alone_and_the_ways_to_do_them_are_of_a_deadlift(
    vocabulary: Vocabulary, now: dt.datetime, text: str
) -> None:
    [reading] = read(text, vocabulary, now)
    assert shown(reading).startswith("deadlift ")


def test_an_unknown_lift_behind_a_known_one_is_a_lift_of_its_own(vocabulary: Vocabulary, now: dt.datetime) -> None:
    known, unknown = read("deadlift 3x4 100kg, flurbs 3x10 20kg", vocabulary, now)
    assert shown(known) == "deadlift 4x100 4x100 4x100"
    assert shown(unknown) == "other 10x20 10x20 10x20"
