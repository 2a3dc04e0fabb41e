"""Who asks how they progress, and who asks, tells or logs something else."""

import datetime as dt

import pytest

from bot.language.meaning import (
    LiftQuestion,
    LiftReading,
    Meaning,
    NotKeptReading,
    NotUnderstood,
    OtherQuestion,
    ProgressQuestion,
)
from bot.language.progress import read_exercise
from bot.language.vocabulary import Vocabulary
from bot.training.lifts import Exercise
from tests.language.reading import read_message


@pytest.mark.parametrize(
    ("text", "exercise"),
    [
        ("how am I progressing", None),
        ("Hi, how am I progressing?", None),
        ("what's my 1RM", None),
        ("whats my 1 rm", None),
        ("what is my estimated 1RM?", None),
        ("my e1RM?", None),
        ("my e1rm", None),
        ("show my progress", None),
        ("progress", None),
        ("trap bar progress?", Exercise.TRAP_BAR),
        ("how am i doing", None),
        ("show me my progress please", None),
        ("am I getting stronger", None),
        ("have I got stronger?", None),
        ("what was my best set", None),
        ("what's my deadlift 1rm", None),
        ("how long is my streak", None),
        ("what's my max", None),
        ("what is my one rep max", None),
        ("my PR?", None),
        ("whats my deadlift pb", Exercise.DEADLIFT),
        ("what's my heaviest lift", None),
        ("my pr", None),
        ("deadlift pr?", Exercise.DEADLIFT),
        ("what's my max for trap bar", Exercise.TRAP_BAR),
        ("what's my 1RM for trap bar?", Exercise.TRAP_BAR),
        ("show me my e1rm on romanian deadlifts", Exercise.ROMANIAN),
        ("trap bar: my 1rm?", Exercise.TRAP_BAR),
    ],
)
def test_it_is_heard(text: str, exercise: Exercise | None, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (ProgressQuestion(exercise=exercise),)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("how do I get stronger off the floor", OtherQuestion),
        ("am I getting stronger off the floor", OtherQuestion),
        ("am I getting stronger or just tired", OtherQuestion),
        ("how to calculate my 1rm", OtherQuestion),
        ("what percent of my 1rm should i use", OtherQuestion),
        ("how do i test my one rep max", OtherQuestion),
        ("should i test my 1rm on friday?", LiftQuestion),
        ("can i go for my 1 rm tomorrow", LiftQuestion),
        ("my 1rm is 140", NotKeptReading),
        ("my progress is good", NotUnderstood),
        ("how do I progress the weight", OtherQuestion),
        ("my max is 140", NotKeptReading),
        ("how do i test my max", OtherQuestion),
        ("how can i increase my max", OtherQuestion),
        ("what percent of my max should i use", OtherQuestion),
        ("is it ok to go for my max on friday", LiftQuestion),
        ("what's the max", OtherQuestion),
        ("my max heart rate is 192", NotUnderstood),
        ("hit my pr today, 150kg x1", LiftReading),
        ("my best set was 3x4 at 100kg rpe 8", LiftReading),
        ("hit my 1rm today, 150kg x1", LiftReading),
    ],
)
def test_other_questions_and_statements_stay_what_they_are(
    text: str, meaning: type[Meaning], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert [type(one) for one in read_message(text, vocabulary, now)] == [meaning]


@pytest.mark.parametrize(
    ("text", "exercise"),
    [
        ("trap bar", Exercise.TRAP_BAR),
        ("Romanian deadlifts please", Exercise.ROMANIAN),
        ("squat", Exercise.SQUAT),
        ("blorp", None),
        ("", None),
        ("deadlift " * 2000, None),
    ],
)
def test_the_command_takes_an_exercise(text: str, exercise: Exercise | None, vocabulary: Vocabulary) -> None:
    assert read_exercise(text, vocabulary) is exercise
