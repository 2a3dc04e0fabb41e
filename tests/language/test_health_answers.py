"""The answer to the health question: "none" is kept only where nothing else is said."""

import datetime as dt

import pytest

from bot.language.health import read_health_answer, says_no_more
from bot.language.meaning import HealthReading
from bot.language.vocabulary import Vocabulary
from bot.training.health import HealthTopic

TODAY = dt.date(2026, 3, 2)

ANSWERS = [
    ("none", HealthTopic.NONE),
    ("none of those thanks", HealthTopic.NONE),
    ("nope, nothing", HealthTopic.NONE),
    ("none otherwise", HealthTopic.NONE),
    ("No", HealthTopic.NONE),
    ("nothing that I know of", HealthTopic.NONE),
    ("No, I am 71 and have nothing of that kind otherwise.", HealthTopic.AGE_65_UP),
    ("none, but i'm 67", HealthTopic.AGE_65_UP),
    ("im 70, otherwise none", HealthTopic.AGE_65_UP),
    ("high blood pressure, otherwise nothing", HealthTopic.BLOOD_PRESSURE),
]
OTHERS = [
    "none yet, maybe a 10k in spring",
    "no idea",
    "no I'm not well",
    "no good",
    "no races planned",
    "nothing booked",
    "no runs this week",
    "none of your business",
    "nothing, my knee is fine",
    "no reminders",
]


@pytest.mark.parametrize(("text", "topic"), ANSWERS)
def test_an_answer_is_one_thing(vocabulary: Vocabulary, text: str, topic: HealthTopic) -> None:
    assert read_health_answer(text, today=TODAY, vocabulary=vocabulary) == (HealthReading(topic=topic),)


@pytest.mark.parametrize("text", OTHERS)
def test_none_of_something_else_is_no_answer(vocabulary: Vocabulary, text: str) -> None:
    assert read_health_answer(text, today=TODAY, vocabulary=vocabulary) == ()


def test_a_condition_with_nothing_else_closes_the_question(vocabulary: Vocabulary) -> None:
    assert says_no_more("im 70, otherwise none", today=TODAY, vocabulary=vocabulary)
    assert not says_no_more("I'm 70", today=TODAY, vocabulary=vocabulary)
