"""Wishes to lift or log now, and what is said to be wrong in the log; plans, runs and questions stay what they are."""

import datetime as dt

import pytest

from bot.language.meaning import (
    LiftFixReading,
    LiftWish,
    LiftWishReading,
    Meaning,
    SetRepsReading,
    SkippedLiftReading,
    Subject,
)
from bot.language.vocabulary import Vocabulary
from bot.training.lifts import Exercise
from tests.language.reading import read_message

# The sentences are read on Wednesday, 2 September 2026.
TODAY, YESTERDAY, MONDAY = dt.date(2026, 9, 2), dt.date(2026, 9, 1), dt.date(2026, 8, 31)

WISHES = {
    LiftWish.LOG: [
        *("log my lift", "log a lift", "let me log today's session", "how do I log a lift", "can I log my lift?"),
        *("start my workout", "start lifting", "let's lift", "time to lift", "I'm ready to lift", "begin the session"),
        *("I'm at the gym", "im in the gym now", "just got to the gym", "I want to start my workout", "log it please"),
    ],
    LiftWish.WARM_UP: ["warm me up", "warm up please", "let's warm up", "start my warm-up", "can you warm me up?"],
    LiftWish.NEXT_SET: ["next set", "next set please"],
    LiftWish.AS_PLANNED: [
        *("did my deadlifts as prescribed", "done, all sets", "all sets done", "finished all my sets"),
        *("deadlifts done as planned", "did all the reps"),
    ],
}


@pytest.mark.parametrize(("text", "wish"), [(text, wish) for wish, texts in WISHES.items() for text in texts])
def test_a_wish_is_heard(text: str, wish: LiftWish, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (LiftWishReading(wish=wish),)


FIXES = {
    "delete my last lift": LiftFixReading(subject=Subject.LAST),
    "remove yesterday's deadlift": LiftFixReading(date=YESTERDAY),
    "erase monday's deadlift": LiftFixReading(date=MONDAY, coming=dt.date(2026, 9, 7)),
    "delete today's lift": LiftFixReading(date=TODAY, coming=TODAY),
    "delete my lift": LiftFixReading(),
    "delete yesterday's trap bar lift": LiftFixReading(date=YESTERDAY, exercise=Exercise.TRAP_BAR),
    "change yesterday's lift to 105": LiftFixReading(date=YESTERDAY, weight_kg=105),
    "change the lift of 26 Aug to 105 kg": LiftFixReading(date=dt.date(2026, 8, 26), weight_kg=105),
    "that was 105 kg": LiftFixReading(subject=Subject.THAT, weight_kg=105),
    "make that 102,5 kg": LiftFixReading(subject=Subject.THAT, weight_kg=102.5),
    "it was 105, not 100": LiftFixReading(subject=Subject.THAT, weight_kg=105, before=100),
    "it was 3 reps, not 4": LiftFixReading(subject=Subject.THAT, reps=3, before=4),
    "it was 3 reps not 4 reps": LiftFixReading(subject=Subject.THAT, reps=3, before=4),
    "that set was 3 reps": LiftFixReading(subject=Subject.THAT, reps=3),
    "my last lift was 105": LiftFixReading(subject=Subject.LAST, weight_kg=105),
    "yesterday's lift should have been 105": LiftFixReading(date=YESTERDAY, weight_kg=105),
}


@pytest.mark.parametrize(("text", "fix"), FIXES.items())
def test_what_is_wrong_in_the_log_is_heard(
    text: str, fix: LiftFixReading, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert read_message(text, vocabulary, now) == (fix,)


def test_pounds_are_pounds(vocabulary: Vocabulary, now: dt.datetime) -> None:
    [fix] = read_message("that was 225 lb", vocabulary, now)
    assert isinstance(fix, LiftFixReading)
    assert fix.weight_kg == pytest.approx(102.06, abs=0.01)


@pytest.mark.parametrize("text", ["I got 3", "only got 3 reps", "I managed 3"])
def test_the_reps_of_a_set_are_heard(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (SetRepsReading(reps=3),)


OTHERS = [
    *("log my run", "start my run", "start running", "start tempo", "I'm not at the gym", "don't log my lift"),
    *(
        "I want to start lifting",
        "I'll start lifting tonight",
        "start lifting tomorrow",
        "can I start lifting",
        "how do I warm up for deadlifts",
    ),
    *("i only have a trap bar at this gym btw", "at the gym now, ok to pull?", "heading to the gym"),
    *("did the session as planned", "did my run as planned", "2 mile warm up, then tempo", "did deadlifts every day"),
    *("that was hard", "that was 10k", "it was 30 degrees", "my deadlift is 140kg", "my deadlift was 140"),
    *("that was 5x3 at 100", "was that 105 kg?", "change my lift to friday", "change my tempo to 5pm", "delete that"),
    *("delete my last run", "i got 3 hours sleep", "skip friday's lift", "remove tomorrow's deadlift"),
]


@pytest.mark.parametrize("text", OTHERS)
def test_anything_else_is_none_of_it(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found: tuple[Meaning, ...] = read_message(text, vocabulary, now)
    assert not any(isinstance(one, LiftWishReading | LiftFixReading | SetRepsReading) for one in found)


def test_a_planned_lift_is_left_out(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message("remove tomorrow's deadlift", vocabulary, now) == (
        SkippedLiftReading(date=dt.date(2026, 9, 3)),
    )
