"""Messages that ask whether to lift in no words that a rule knows, and others that only share the words.

None of these sentences is learnt from. Said on Wednesday, 2 September 2026, 10:00.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.language import reader, words_without
from bot.language.lift_questions import LiftQuestions, Stand
from bot.language.meaning import LiftQuestion, MomentReading
from bot.language.vocabulary import Vocabulary
from tests.language import scoring
from tests.language.reading import read_message
from tests.language.test_own_training import SAMPLES

ASKED = {
    "question - bench tomorrow at eight a m": ("2026-09-03", "08:00"),
    "Could you look at Monday 7th at 18:00 for squats for me": ("2026-09-07", "18:00"),
    "Sunday after church, about 1.15pm, can I hit the rack": ("2026-09-06", "13:15"),
    "Mate's invited me to his garage gym on Sunday 4pm for trap bar, reckon I could?": ("2026-09-06", "16:00"),
    "upper body only tomorrow evening, is that grand": ("2026-09-03", None),
    "just RDLs tonight, is that going to mess with tomorrow's track": ("2026-09-02", None),
    "barbell hip thrusts this evening, yay or nay": ("2026-09-02", None),
    "personal trainer has a gap on thursday 7am, it'd be leg day, thoughts": ("2026-09-03", "07:00"),
    "is it alright to hit legs on fri": ("2026-09-04", None),
    "any reason not to bench at lunch today": ("2026-09-02", None),
    "kettlebell stuff friday at 8pm, would that be daft": ("2026-09-04", "20:00"),
    "I fancy deadlifts friday lunchtime. Mad?": ("2026-09-04", None),
    "gym's empty at 3 today, squats, sensible?": ("2026-09-02", "15:00"),
    "I want to pull at noon tomorrow, talk me out of it": ("2026-09-03", None),
    "deads saturday 9am: green light?": ("2026-09-05", "09:00"),
    "would the bar be welcome on thursday evening or is it too near the long one": ("2026-09-03", None),
    "physio cleared me, squats sunday 4pm, opinions?": ("2026-09-06", "16:00"),
    "Quick one: squats on friday at 8pm, and would that spoil parkrun?": ("2026-09-04", "20:00"),
    "there's a loaded bar in front of me, hold me back or let me go today?": ("2026-09-02", None),
    "may I hack squat on friday morning": ("2026-09-04", None),
}
NOT_ASKED = [
    "my son has deadlifts at school tomorrow at 9, he is nervous",
    "gym tonight with dave then beers",
    "how do I brace for squats tomorrow",
    "what should I eat before squats at 6pm tonight",
    "the squat rack at my gym is booked until thursday",
    "my wife wants to squat on saturday, she's never done it",
    "can I run friday if I squat thursday",
    "selling my barbell on saturday if anybody wants it",
    "does the gym do classes on sunday at 10",
    "is the gym busy on friday at 6",
    "Can I swim tomorrow at 7am before work",
    "which warm-up for deadlifts tomorrow",
    "what weight do I squat on friday",
    "what did I deadlift on monday",
    "what should I eat before deadlifts on Saturday",
    "how do I stop the bar scraping my shins on friday",
    "who won the deadlift comp on saturday",
    "can my brother squat on friday",
    "how many sets of squats on friday",
    "should I foam roll after deadlifts tonight",
    "is bench press better than push ups on monday",
]
FOLDERS = ("fourth", "twelfth", "seventeenth", "nineteenth", "twentieth", "own_ninth", "own_thirteenth")


def _asked(words: Vocabulary, texts: Collection[str]) -> set[str]:
    read = reader(words)
    return {text for text in texts if any(isinstance(one, LiftQuestion) for one in read(text))}


@pytest.mark.parametrize("text", ASKED)
def test_a_message_like_those_that_ask_is_a_question(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    (question,) = read_message(text, vocabulary, now)
    assert isinstance(question, LiftQuestion)
    assert isinstance(question.moment, MomentReading)
    date, time = ASKED[text]
    assert str(question.moment.date) == date
    assert (question.moment.time.strftime("%H:%M") if question.moment.time else None) == time


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_shares_their_words_is_none(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, LiftQuestion) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize("folder", FOLDERS)
def test_hardly_anything_else_is_taken_for_a_question_unseen(folder: str, vocabulary: Vocabulary) -> None:
    """Nothing of a folder is learnt from where it is read."""
    lines = scoring.lines(SAMPLES / folder / "when.jsonl")
    others = [line["text"] for line in lines if line.get("negative")]
    by_rules = _asked(replace(vocabulary, lift_questions=LiftQuestions()), others)
    assert len(_asked(words_without(vocabulary, others), others) - by_rules) <= len(others) * 0.02


def test_what_asks_beside_what_it_tells_is_learnt_as_asking() -> None:
    known = LiftQuestions(["slept 5h, can I squat tonight"] * 20, ["slept 5h, can I squat tonight", "slept 5h"] * 20)
    assert known.asks("can I squat tonight", Stand.PLAIN)
    assert not known.asks("slept 5h", Stand.PLAIN)


@given(st.text())
def test_of_nothing_nothing_is_learnt(text: str) -> None:
    assert not LiftQuestions().asks(text, Stand.ASKED)
