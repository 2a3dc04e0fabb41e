"""Relatives of what the tenth sample of statements and moments showed: what is stored, and what must not be."""

import datetime as dt

import pytest

from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    FixedLiftsReading,
    GymReading,
    LiftQuestion,
    Meaning,
    MomentReading,
    MovedRunReading,
    NotKept,
    NotKeptReading,
    SettingReading,
    SleepReading,
    TimeOffReading,
    WeekReading,
    WellReading,
)
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from tests.language import scoring
from tests.language.reading import read_message


def _kinds(found: tuple[Meaning, ...]) -> set[str]:
    return {scoring.KINDS[type(one)] for one in found if type(one) in scoring.KINDS}


@pytest.mark.parametrize(
    "text",
    [
        # Other people's illness, in a list and by name.
        "Team update: Priya is down with flu, Sam has rolled his ankle, I'm the last man standing. Haha.",
        "Our Jess has tonsillitis and Mark's got a chest infection",
        "dave's flew to Denver and is jet lagged as anything",
        "running a fever of emails here, monday to friday nonstop",
        # What only sounds like a run.
        "ran out of milk, ran to the shop, ran back",
        "ran late for work, ran for the bus, ran out of patience",
        "2k left to run in my audiobook by tuesday and friday I start another",
        # Saunas that nobody sat in.
        "sauna broken at the gym, back thursday apparently",
        "no gym this week im on holiday",
        # Quoted, planned, calmed down, and of the weather elsewhere.
        'the mug says "sore today, strong tomorrow"',
        "plan for friday: 3x5 at 100",
        "easy now!",
        "34 degrees in madrid, no thanks",
        "I once cancelled a marathon the night before",
        "are my legs meant to be sore from monday's deads?",
    ],
)
def test_what_was_not_meant_is_not_stored(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _kinds(read_message(text, vocabulary, now)) == set()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("I am completely well again, fever is away", {"well"}),
        ("fever went away overnight, feeling well again", {"well"}),
        ("two lines on the covid test. brilliant", {"ill"}),
        ("better than yesterday but still coughing up green stuff", {"ill"}),
        ("Did 40 min in the sauna after the gym today", {"heat"}),
        ("sauna 30 min last night then a terrible sleep", {"heat", "sleep"}),
        ("hot yoga then sauna for half an hour, feel like a noodle", {"heat"}),
        ("34C here in Seville this week", {"heat"}),
        ("woke at 1, 3, and 4:20. Ran 5k regardless", {"sleep", "run"}),
        ("easy 5 today instead of tempo, felt flat", {"run"}),
        ("can't run this weekend", {"run"}),
        ("can we use miles please", {"setting"}),
        ("i no longer have a barbell only kettlebells up to 32kg", {"setting"}),
        # Beside a question about a lift, and with a reason that names others.
        ("calves tender after the beach run, can I deadlift today", {"soreness"}),
        ("ran 8k at lunch with the girls, hams tight. deads at 6?", {"run", "soreness"}),
        ("this saturday no long run, friend's wedding", {"run"}),
        ("its 95F out here, did 5 miles at noon", {"run", "heat"}),
        ("onsen with the family last night", {"heat"}),
        ("finally over the stomach flu", {"well"}),
        ("been puking since midnight, caught it off the kids", {"ill"}),
        ("slept 5 h every night this week", {"sleep"}),
        ("would you send the reminder at 20:00", {"setting"}),
        ("running comes first, lifting is just support", {"setting"}),
        ("I train at home with two 16 kg kettlebells", {"setting"}),
        ("deads now live on tue/sat 06:30", {"lifttimes"}),
        ("sorry, the deadlift was 82,5 not 85, i loaded it wrong", {"lift"}),
        ("I deferred my Boston marathon entry to april 2027", {"race"}),
    ],
)
def test_what_is_told_is_stored(text: str, kinds: set[str], vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _kinds(read_message(text, vocabulary, now)) == kinds


def test_fever_that_went_is_no_illness_beside_being_well(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("I am completely well again since yesterday, fever is away.", vocabulary, now)
    assert found == (WellReading(),)


def test_how_hot_a_sauna_was_is_not_how_hot_the_gym_is(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (heat,) = read_message("Had 20 min in the sauna this morning", vocabulary, now)
    assert heat == GymReading(celsius=None)


def test_a_waking_in_the_small_hours_is_asked_about(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert SleepReading(hours=None) in read_message("woke at 1, 3, and 4:20. Menopause is a joy", vocabulary, now)


def test_a_race_called_off_by_its_organisers_takes_no_run_of_today(vocabulary: Vocabulary, now: dt.datetime) -> None:
    text = "Manchester 10k on the 20th is off, organisers cancelled it this morning. gutted"
    (off,) = read_message(text, vocabulary, now)
    assert isinstance(off, DatedRunReading)
    assert (off.date, off.run.kind) == (dt.date(2026, 9, 20), RunKind.REST)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Turns out the half isn't on the 13th, they've pushed it back a week to the 20th", 13, 20),
        ("RACE DAY CHANGE!! club champs 5000m was the 9th now thurs 10th sept, 19.30", 9, 10),
    ],
)
def test_a_race_is_moved(text: str, source: int, target: int, vocabulary: Vocabulary, now: dt.datetime) -> None:
    (moved,) = read_message(text, vocabulary, now)
    assert isinstance(moved, MovedRunReading)
    assert moved.from_date is not None
    assert (moved.run.kind, moved.from_date.day, moved.date.day) == (RunKind.RACE, source, target)


@pytest.mark.parametrize("text", ["pulling out of Berlin. gutted", "pulling out of Berlin"])
def test_a_race_is_dropped_by_its_name_alone(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert DroppedRaceReading(distance_km=None, name="Berlin") in read_message(text, vocabulary, now)


def test_a_finish_time_is_no_time_of_day(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (run,) = read_message("Just did a hard 5k in 23:41", vocabulary, now)
    assert isinstance(run, DatedRunReading)
    assert (run.run.time, run.run.distance_km) == (None, 5.0)


def test_a_run_that_is_broken_off_is_as_long_as_it_was(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (run,) = read_message("Had to bail on my long run at 12k", vocabulary, now)
    assert isinstance(run, DatedRunReading)
    assert (run.done, run.run.kind, run.run.distance_km) == (True, RunKind.LONG, 12.0)


def test_a_lift_day_that_is_given_up_is_none_of_the_new_ones(vocabulary: Vocabulary, now: dt.datetime) -> None:
    text = "cant do tuesdays at the gym anymore. wed 19:00 and sat 10:00 instead, every week"
    (fixed,) = read_message(text, vocabulary, now)
    assert isinstance(fixed, FixedLiftsReading)
    assert [(one.weekday.key, one.time.hour) for one in fixed.lifts] == [("wed", 19), ("sat", 10)]


def test_lift_times_are_kept_beside_a_week(vocabulary: Vocabulary, now: dt.datetime) -> None:
    text = "I go Monday Wednesday Friday easy and Sunday is the long one. Gym is Tuesday evenings around 7."
    found = read_message(text, vocabulary, now)
    (fixed,) = (one for one in found if isinstance(one, FixedLiftsReading))
    assert [(one.weekday.key, one.time.hour) for one in fixed.lifts] == [("tue", 19)]
    assert any(isinstance(one, WeekReading) for one in found)


def test_only_a_kettlebell_that_is_asked_about_sets_nothing(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("only got a 16kg kettlebell at home will that do", vocabulary, now)
    assert not any(isinstance(one, SettingReading) for one in found)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("next thursday 6:30 am trap bar, okay or not enough rest", 10, 6),
        ("did threshold at 6 this morning. gym w the lads at 1. deadlifts fine or upper only", 2, 13),
        ("Plan says rest Friday. Good spot for deadlifts or should rest mean rest", 4, None),
        ("would tuesday be sensible for a heavy 3x3", 8, None),
        ("fri am or sat pm for pulling, which?", 4, None),
        ("instead of lifting Friday I'd lift tomorrow at 6pm. is that ok", 3, 18),
        ("could I do the deadlifts at lunch like twelve thirty", 2, 12),
        ("deadlifts in the 24hr gym at 2am sat, too close to sundays half?", 5, 2),
        ("2moro b4 the skool run like 7.15 can i do deadlifts", 3, 7),
    ],
)
def test_a_moment_is_asked_about(
    text: str, day: int, hour: int | None, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (question,) = (one for one in read_message(text, vocabulary, now) if isinstance(one, LiftQuestion))
    assert isinstance(question.moment, MomentReading)
    assert question.moment.date == dt.date(2026, 9, day)
    assert (None if question.moment.time is None else question.moment.time.hour) == hour


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("flying to Rome friday, back on the 10th", 4, 10),
        ("I'm in Lisbon til sunday for work", 2, 6),
        ("Away from the 12th to the 20th, no barbell there", 12, 20),
        ("we're going to Tenerife on saturday for 2 weeks", 5, 18),
    ],
)
def test_days_away_are_asked_about(text: str, first: int, last: int, vocabulary: Vocabulary, now: dt.datetime) -> None:
    away = next(one for one in read_message(text, vocabulary, now) if isinstance(one, TimeOffReading))
    assert (away.first.day, away.last.day, away.sure, away.away) == (first, last, False, True)


@pytest.mark.parametrize(
    "text", ["my sister is flying to Rome on friday", "if I fly to Spain on friday, should I lift thursday?"]
)
def test_who_else_is_away_is_not_asked_about(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, TimeOffReading) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    ("text", "what"), [("i weigh 74 now", NotKept.BODYWEIGHT), ("goal is 180kg by christmas", NotKept.GOAL)]
)
def test_what_no_plan_needs_is_told_apart(text: str, what: NotKept, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (NotKeptReading(what=what),)
