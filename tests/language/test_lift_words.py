"""Lifts as people say and dictate them, told on Wednesday, 2 September 2026, 10:00, and what only sounds like one."""

import datetime as dt

import pytest

from bot.language.lift_logs import tells_load
from bot.language.lifts import read_lift
from bot.language.meaning import Doubt, LiftReading, Unread
from bot.language.spoken import as_typed
from bot.language.text import normalise
from bot.language.vocabulary import Vocabulary
from bot.training.profile import MassUnit
from tests.language.reading import read_message

SAID = {
    # Sets by reps, in words and in digits.
    "3 by 4 at 105 rpe 7": "deadlift 4x105@3 4x105@3 4x105@3",
    "three by five at ninety five kilos": "deadlift 5x95 5x95 5x95",
    "three by five at ninety-five kilos": "deadlift 5x95 5x95 5x95",
    "four sets of three at one hundred and ten": "deadlift 3x110 3x110 3x110 3x110",
    "3 by 5 at one hundred two point five": "deadlift 5x102.5 5x102.5 5x102.5",
    "three by five at ninety seven and a half": "deadlift 5x97.5 5x97.5 5x97.5",
    "two sets of eight at seventy kilos": "deadlift 8x70 8x70",
    "one set of five at a hundred": "deadlift 5x100",
    "a set of five at 100": "deadlift 5x100",
    "three fives at one twenty": "deadlift 5x120 5x120 5x120",
    "three by three one forty": "deadlift 3x140 3x140 3x140",
    "deadlift three times five at one hundred and twenty": "deadlift 5x120 5x120 5x120",
    "5 reps, 3 sets at 100": "deadlift 5x100 5x100 5x100",
    "3 sets at 100 for 5": "deadlift 5x100 5x100 5x100",
    "lifted 4 sets, 6 reps, 80 kilos": "deadlift 6x80 6x80 6x80 6x80",
    "at ninety three sets of five": "deadlift 5x90 5x90 5x90",
    "3 working sets of 5 reps @ 100 kg": "deadlift 5x100 5x100 5x100",
    # The weight first.
    "one forty for three": "deadlift 3x140",
    "one oh five for three sets of five": "deadlift 5x105 5x105 5x105",
    "100 for 5, 3 sets": "deadlift 5x100 5x100 5x100",
    "100x5x3": "deadlift 5x100 5x100 5x100",
    "100kg 5,5,4": "deadlift 5x100 5x100 4x100",
    "deadlift 100kg 5 5 5": "deadlift 5x100 5x100 5x100",
    "missed the last rep, so 140x3,3,2": "deadlift 3x140 3x140 2x140",
    # Reps one after the other.
    "5 5 5 at 100": "deadlift 5x100 5x100 5x100",
    "5, 5 and 4 at 100": "deadlift 5x100 5x100 4x100",
    "5/5/4 at 100": "deadlift 5x100 5x100 4x100",
    "deadlifts: 5 at 60, 5 at 80, 3 at 100": "deadlift 5x60 5x80 3x100",
    # Several weights.
    "deads 100 115 125 all for 3": "deadlift 3x100 3x115 3x125",
    "deads 100, 115 and 125 for triples": "deadlift 3x100 3x115 3x125",
    "100 x3, 115 x3, 125 x3": "deadlift 3x100 3x115 3x125",
    "100/3 115/3": "deadlift 3x100 3x115",
    "100/3, 115/3, 125/1": "deadlift 3x100 3x115 1x125",
    "3x5 at 60, 80, 100": "deadlift 5x60 5x80 5x100",
    "3x5 and 1x8 at 100": "deadlift 5x100 5x100 5x100 8x100",
    "topped out at 132.5 for three, then two back off sets of five at 110": "deadlift 3x132.5 5x110 5x110",
    "topped out at 132.5 for three, then two back-off sets of five at 110": "deadlift 3x132.5 5x110 5x110",
    "top set 140x2 then 3x5 at 115": "deadlift 2x140 5x115 5x115 5x115",
    "150 single, then 3x3 at 130": "deadlift 1x150 3x130 3x130 3x130",
    # Singles, doubles, triples.
    "a heavy single at 150": "deadlift 1x150",
    "worked up to a heavy triple at 140": "deadlift 3x140",
    "three singles at 140": "deadlift 1x140 1x140 1x140",
    "3 heavy doubles at 130": "deadlift 2x130 2x130 2x130",
    "3x5 at 100, double overhand": "deadlift 5x100 5x100 5x100",
    # How hard it was.
    "one hundred ten for three sets of four, eight out of ten": "deadlift 4x110@2 4x110@2 4x110@2",
    "3x5 at 100, felt an 8": "deadlift 5x100@2 5x100@2 5x100@2",
    "3x5 at 100, felt like seven out of ten": "deadlift 5x100@3 5x100@3 5x100@3",
    "3x5 at 100, that was an 8": "deadlift 5x100@2 5x100@2 5x100@2",
    "3x5 at 100, rpe eight": "deadlift 5x100@2 5x100@2 5x100@2",
    "3x5 at 100 rpe 7-8": "deadlift 5x100@2 5x100@2 5x100@2",
    "1x5 at 100, two in the tank": "deadlift 5x100@2",
    "1x5 at 100, one left": "deadlift 5x100@1",
    "1x5 at 100, 1-2 left in the tank": "deadlift 5x100@1",
    "1x5 at 100, had 2 more in me": "deadlift 5x100@2",
    "1x5 at 100, could have done two more": "deadlift 5x100@2",
    "rpe 8, 1x5 at 100": "deadlift 5x100@2",
    # What stands beside the sets.
    "1x5 at 100, rest 3 min": "deadlift 5x100",
    "3x5 at 100 grip slipped": "deadlift 5x100 5x100 5x100",
    # Other lifts.
    "trap bar two by six at one hundred and thirty two and a half": "trap_bar 6x132.5 6x132.5",
    "romanian deadlift two sets of ten at sixty": "romanian 10x60 10x60",
    "single leg rdl 2x8 each side w 16kg bell": "single_leg 8x16 8x16",
    "kb deads 2x8 with the 24": "kettlebell 8x24 8x24",
    "kettlebell deadlift 2x10 with two 24kg bells": "kettlebell 10x48 10x48",
    "kb deadlift 2x10 2x24kg": "kettlebell 10x48 10x48",
}


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


@pytest.mark.parametrize(("text", "lift"), SAID.items())
def test_a_lift_is_read_as_it_is_said(text: str, lift: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert [shown(reading) for reading in read(text, vocabulary, now)] == [lift]


WHEN = {
    "lifted this morning. 3 by 5 at ninety five kilos": ("deadlift 5x95 5x95 5x95", "2026-09-02 07:00"),
    "pulled 140 for 5 this morning, grip was the limit": ("deadlift 5x140", "2026-09-02 07:00"),
    "deads yesterday 100 115 125 all for 3": ("deadlift 3x100 3x115 3x125", "2026-09-01 12:00"),
    "1x5 at 105 this morning": ("deadlift 5x105", "2026-09-02 07:00"),
    "1x5 at 105, felt an 8 this morning": ("deadlift 5x105@2", "2026-09-02 07:00"),
    "5/5/4 at 100 yesterday evening": ("deadlift 5x100 5x100 4x100", "2026-09-01 18:00"),
    "yesterday at 6 pm i did two by five at one hundred": ("deadlift 5x100 5x100", "2026-09-01 18:00"),
    "at 8 this morning 1x5 at 100": ("deadlift 5x100", "2026-09-02 08:00"),
}


@pytest.mark.parametrize(("text", "expected"), WHEN.items())
def test_a_number_of_the_sets_is_no_time(
    text: str, expected: tuple[str, str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (found,) = read(text, vocabulary, now)
    assert isinstance(found, LiftReading)
    assert found.at is not None
    assert (shown(found), found.at.strftime("%Y-%m-%d %H:%M")) == expected


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("a few singles at 140", Doubt.SETS),
        ("a few sets of five at 100", Doubt.SETS),
        ("sets of five at 100", Doubt.SETS),
        ("3 sets at 100", Doubt.SETS),
        ("5 plates a side for 3", Doubt.WEIGHT),
        ("deadlift 3x5 at 80%", Doubt.WEIGHT),
        ("Pulled 315 for 5 this morning", Doubt.WEIGHT),
        ("three fifteen for a double", Doubt.WEIGHT),
        ("deadlift 3x8-10 at 60", Doubt.VALUE),
        ("deadlift 3x5 100, last set 8", Doubt.VALUE),
        ("deadlift 3x10 minutes", Doubt.VALUE),
        ("i've been deadlifting for 3 years", Doubt.SETS),
    ],
)
def test_what_was_not_counted_is_asked_back(text: str, doubt: Doubt, vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read(text, vocabulary, now)
    assert isinstance(found, Unread)
    assert found.doubt is doubt


def test_as_many_pounds_as_no_kilograms_are_taken_of_a_runner_who_counts_in_pounds(
    vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (found,) = read("Pulled 315 for 5", vocabulary, now, MassUnit.LB)
    assert shown(found) == "deadlift 5x142.88"


LOADS = [
    *("3 by 4 at 105 rpe 7", "four sets of three at one hundred and ten", "three by five at ninety seven and a half"),
    *("done! one hundred ten for three sets of four, eight out of ten", "deads yesterday 100 115 125 all for 3"),
    *("100/3 115/3", "pulled 140 for 5 this morning, grip was the limit", "5 5 5 at 100", "5, 5 and 4 at 100"),
    *("a heavy single at 150", "a few singles at 140", "missed the last rep, so 140x3,3,2", "3x5 at 20"),
    *("did 3x5 at 105 yesterday evening and then easy 5k this morning", "one forty for a triple", "3 x 5, 100"),
]


@pytest.mark.parametrize("text", LOADS)
def test_few_repeats_at_a_weight_are_a_load(text: str, vocabulary: Vocabulary) -> None:
    assert tells_load(text, vocabulary)


NO_LIFTS = [
    # Runs.
    *("5 by 1k at 4:10", "three by ten minutes threshold", "ran 3x1600", "30 by 30s strides", "6 by 800 at 3:20"),
    *("8x400 at 90", "8 by 400 at ninety", "8x400 at 90 seconds", "4x10 minutes at 150 bpm", "4x4 at 95%"),
    *("four by four minutes at ninety percent", "5x3 minutes at 180 bpm", "tempo 3 by 2k at 4:00", "12 400s at 90"),
    *("5 by 1000", "ran 5 by 1000 yesterday", "6 times 400", "intervals 6 by 1 minute tomorrow", "walked 100 for 3"),
    *("ran 20 for 3 hours", "did 10k in fifty minutes", "ran 110 minutes for 3 loops", "long run 30k at 5:30"),
    # Times, days and races.
    *("lift at 5", "half past three", "can i lift at one thirty?", "lift for an hour at 6"),
    *("marathon in 3:15 on 4 october", "10k race sunday 45 minutes", "marathon on 4 october, goal three thirty"),
    # Other numbers.
    *("been lifting for 3 years", "i've been deadlifting for two years", "i weigh 82 kg", "blood pressure 120/80"),
    *("slept seven and a half hours", "hamstrings five out of ten", "slept for 6, hamstrings 4 out of 10"),
]


@pytest.mark.parametrize("text", NO_LIFTS)
def test_what_only_sounds_like_a_lift_is_none(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message(text, vocabulary, now)
    assert not any(isinstance(one, LiftReading) for one in found)
    assert not tells_load(text, vocabulary)


NOT_DONE = [
    *("if i did 3 by 5 at 100 would that be heavy", "what if i pull 140 for 3 tomorrow?", "my wife did 3 by 5 at 100"),
    *(
        "can i do 3 by 5 at 105 tomorrow?",
        "i might do three by five at ninety five kilos",
        "skipped deadlifts 3x5 at 100",
    ),
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_nobody_lifted_is_no_lift(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message(text, vocabulary, now)
    assert not any(isinstance(one, LiftReading) for one in found)


def test_a_lift_and_a_run_of_one_message_are_both_read(vocabulary: Vocabulary, now: dt.datetime) -> None:
    text = "did 3x5 at 105 yesterday evening and then easy 5k this morning"
    found = read_message(text, vocabulary, now)
    assert [type(one).__name__ for one in found] == ["LiftReading", "DatedRunReading"]
    assert isinstance(found[0], LiftReading)
    assert shown(found[0]) == "deadlift 5x105 5x105 5x105"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("a hundred", "100"),
        ("two hundred and two point five", "202.5"),
        ("one hundred and fifty seven", "157"),
        ("two twenty five", "225"),
        ("four oh five", "405"),
        ("at ninety three sets of five", "at ninety three sets of five"),
        ("a hundred three sets of five", "100 three sets of five"),
        ("one fifteen this afternoon", "one fifteen this afternoon"),
        ("five thirty", "five thirty"),
        ("six and a half hours", "6.5 hours"),
        ("3 by 5", "3 x 5"),
        ("115 by 3", "115 x 3"),
        ("3 by 5 km", "3 by 5 km"),
        ("three by ten minutes", "three by ten minutes"),
        ("sleep by 10", "sleep by 10"),
        ("sets of fives", "sets of 5"),
        ("nothing here", "nothing here"),
        ("", ""),
    ],
)
def test_dictated_numbers_are_written_as_typed(text: str, typed: str, vocabulary: Vocabulary) -> None:
    assert as_typed(normalise(text), vocabulary) == typed
