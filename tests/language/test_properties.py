"""No text raises, the same text always reads the same, and long texts cost in proportion to their length."""

import datetime as dt
import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.dated import read_dated_run
from bot.language.lifts import read_lift
from bot.language.moments import read_moment
from bot.language.races import read_race
from bot.language.text import MAX_CHARS
from bot.language.understand import understand
from bot.language.values import (
    read_clock_time,
    read_days,
    read_experience,
    read_fixed_lifts,
    read_minutes,
    read_span,
    read_times,
)
from bot.language.vocabulary import Vocabulary
from bot.language.week import read_week
from bot.training.profile import DistanceUnit, MassUnit
from tests.timing import grows_faster_than

KM, KG = DistanceUnit.KM, MassUnit.KG
NOW = dt.datetime(2026, 9, 2, 10, tzinfo=ZoneInfo("Europe/London"))

Reader = Callable[[str, Vocabulary], object]
READERS: dict[str, Reader] = {
    "week": lambda text, words: read_week(text, today=NOW.date(), vocabulary=words, distance_unit=KM),
    "dated": lambda text, words: read_dated_run(text, now=NOW, vocabulary=words, distance_unit=KM),
    "race": lambda text, words: read_race(text, now=NOW, vocabulary=words, distance_unit=KM),
    "moment": lambda text, words: read_moment(text, now=NOW, vocabulary=words),
    "lift": lambda text, words: read_lift(text, now=NOW, vocabulary=words, mass_unit=KG),
    "fixed lifts": lambda text, words: read_fixed_lifts(text, vocabulary=words),
    "time": lambda text, words: read_clock_time(text, vocabulary=words),
    "times": lambda text, words: read_times(text, vocabulary=words),
    "days": lambda text, words: read_days(text, vocabulary=words),
    "span": lambda text, words: read_span(text, vocabulary=words),
    "minutes": lambda text, words: read_minutes(text, vocabulary=words),
    "experience": lambda text, words: read_experience(text, today=NOW.date(), vocabulary=words),
    "message": lambda text, words: understand(text, now=NOW, vocabulary=words, mass_unit=KG, distance_unit=KM),
}
WORDS = [
    *("mon", "tue", "sat", "sun", "mondays", "every", "other", "except", "and", "or", "to", "tomorrow", "yesterday"),
    *("next", "last", "this", "week", "in", "days", "ago", "before", "after", "my", "the", "of", "half", "past"),
    *("-", "/", ",", ".", ":", ";", "?", "!", "'", "@", "|", "\n", "\t", "(", ")", "x", "0", "1", "2", "4", "7", "12"),
    *("31", "60", "99", "800", "2026", "2026-02-30", "04/07", "13/09", "9999-12-31", "6:30", "18h", "00000000"),
    *("am", "pm", "km", "mi", "min", "h", "kg", "3x4", "rpe", "felt", "like", "quarter", "may", "march", "29", "feb"),
    *("easy", "long", "run", "tempo", "track", "rest", "off", "gym", "race", "marathon", "half-marathon", "soreness"),
    *("can", "i", "deadlift", "lift", "moved", "skipped", "did", "instead", "remind", "me", "since", "years", "new"),
]
sentences = st.lists(st.sampled_from(WORDS), max_size=14).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda joint: joint.join(words))
)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60)
@given(text=st.text(max_size=120) | sentences)
def test_no_text_raises_and_each_reads_the_same_twice(name: str, text: str, vocabulary: Vocabulary) -> None:
    reader = READERS[name]
    assert reader(text, vocabulary) == reader(text, vocabulary)


@settings(max_examples=200)
@given(text=sentences)
def test_every_entry_of_a_week_is_a_possible_run(text: str, vocabulary: Vocabulary) -> None:
    for entry in read_week(text, today=NOW.date(), vocabulary=vocabulary, distance_unit=KM).entries:
        assert entry.run.distance_km is None or entry.run.distance_km >= 0
        assert entry.date is None or entry.date.weekday() == entry.weekday
        assert len(entry.run.text) <= 80


@settings(max_examples=200)
@given(text=sentences)
def test_a_question_mark_never_lets_a_change_through(text: str, vocabulary: Vocabulary) -> None:
    one = re.sub(r"[.,;!?\n]", " ", text)
    meanings = understand(f"{one} ?", now=NOW, vocabulary=vocabulary, mass_unit=KG, distance_unit=KM)
    changes = {type(meaning).__name__ for meaning in meanings} - QUESTIONS
    # What another clause reports about the body is kept: "slept 4 hours, can I lift?"; and so is what another sentence
    # tells: "Did 10k today. How do I brace?". A lone clause is the question.
    assert changes <= REPORTS


QUESTIONS = {"LiftQuestion", "OtherQuestion", "AfterLiftQuestion", "SmallTalk"}
REPORTS = {
    *("SorenessReading", "SleepReading", "IllnessReading", "WellReading", "TravelReading", "GymReading"),
    *("HeatIllnessReading", "Unread"),
}


UNITS = [
    *(
        "mon ",
        "3x",
        "(",
        "1 ",
        "1/",
        "easy mon 5k, ",
        "tue 5k\n",
        "@ ",
        "mon to ",
        "after my ",
        "6:30 ",
        "|mon",
        "mon and ",
    ),
    *(
        "100x4, ",
        "every ",
        "mon except ",
        "5/5 ",
        "@8 3x4 ",
        "a, ",
        "mon easy, a, ",
        "tempo or rest ",
        "'",
        "-",
        "zzzzzq ",
    ),
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", ["week", "moment", "lift", "message"])
def test_time_grows_with_the_length_and_not_faster(name: str, unit: str, vocabulary: Vocabulary) -> None:
    text = unit * (MAX_CHARS // len(unit))

    # Four times the text: a quadratic reading would take 16 times as long.
    assert not grows_faster_than(9, lambda part: READERS[name](part, vocabulary), text[: len(text) // 4], text)
