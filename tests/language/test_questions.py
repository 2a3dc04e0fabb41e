"""Is it asked whether or when to lift?"""

import datetime as dt

import pytest

from bot.language.meaning import LiftQuestion
from bot.language.understand import understand
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit, MassUnit

ASKED = [
    "can i deadlift",
    "2day ok for dl?",
    "good to lift tonight?",
    "gym tonight?",
    "leg day tomorrow ok?",
    "cn i dl 2moro",
    "tomorrow?",
    "today or rest?",
    "what about tues instead",
    "friday 18:00?",
    "sat night before sun long run?",
    "when can I lift next",
    "which day best for deadlift",
    "should I skip deadlifts today",
    "is it ok to deadlift before my long run",
    "deads again in 4 days or too soon",
    "the long run destroyed me, deadlift tomorrow or wait",
    "deadlifted yesterday can i lift today",
    "can i deadlift saturday if my long run is sunday",
    "is it too late to lift tonight",
    "can i lift heavy tomorrow",
    "lift?",
    "now?",
    "now",
    "is now ok",
    "cn i lift tmrw evning",
]
NOT_ASKED = [
    "i deadlifted yesterday, can i run today?",
    "can i run after deadlifts",
    "can i run tomorrow",
    "easy 5k tomorrow ok?",
    "tempo tomorrow",
    "legs toast from deads yest, easy 5k ok or skip",
    "what did i deadlift last friday",
    "did i lift on monday",
    "how much should i deadlift today",
    "how many sets tomorrow",
    "what grip for deadlift today",
    "how do i deadlift",
    "march through the deadlift steps pls",
    "sat all day, can i warm up with squats",
    "lift before or after intervals",
    "when stop heavy deads before marathon",
    "deadlift 3x4 100kg",
    "lifted yesterday",
    "legs sore after 10k yesterday",
    "skipped today's run",
    "rest tomorrow",
    "remind me tomorrow at 7",
    "toe touches before deads ok?",
    "hello",
    "gone",
    "all good now",
    "better now",
    "im fine now",
    "",
]


def asks(text: str, vocabulary: Vocabulary, now: dt.datetime) -> bool:
    found = understand(text, now=now, vocabulary=vocabulary, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM)
    return any(isinstance(one, LiftQuestion) for one in found)


@pytest.mark.parametrize("text", ASKED)
def test_it_is_asked_whether_or_when_to_lift(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert asks(text, vocabulary, now)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_it_is_not_asked_whether_to_lift(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not asks(text, vocabulary, now)
