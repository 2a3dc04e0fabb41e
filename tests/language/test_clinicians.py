"""A clinician's no is heard, however it is told; nobody else's, and none that is over."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.clinicians import (
    clears_lifting,
    forbids_lifting,
    may_lift_again,
    read_clinicians_no,
    read_forbidden,
    told_beside,
)
from bot.language.vocabulary import Vocabulary
from bot.training.health import CLINICIANS_NO, HealthTopic

TODAY = dt.date(2026, 3, 2)
"""A Monday."""


@pytest.mark.parametrize(
    "text",
    [
        "i want to squat friday, doctor said no",
        "my doctor told me not to lift",
        "physio forbade deadlifts, can i do them tomorrow?",
        "gym thursday, surgeon hasn't cleared me yet?",
        "doctor says no lifting for 2 weeks",
        "my gp has not cleared me, can i lift tomorrow",
        "the physio told me to stop deadlifting",
        "Midwife said I shouldn't lift heavy",
        "my consultant advised against heavy weights",
        "doctor's orders: no lifting for ten days",
        "banned from the gym by my physio until 20 march",
        "i'm not allowed to lift for 10 days, doctor's orders",
        "my physio wants me off deadlifts for two weeks",
        "the doctor said to avoid lifting until my next appointment",
        "doctor said 2 weeks ago no lifting",
        "doctor said no lifting until I see her on 12 march",
    ],
)
def test_a_clinicians_no_is_heard(text: str) -> None:
    assert forbids_lifting(text)


@pytest.mark.parametrize(
    "text",
    [
        "doctor said no problem with lifting, can i deadlift friday",
        "my physio said not to worry about deadlifts, friday ok?",
        "doctor said no alcohol, can i lift friday",
        "my mum's doctor said no lifting, can i lift friday?",
        "doctor said no lifting last year, can i lift friday",
        "my doctor cleared me to lift",
        "physio at 9, gym at 10, ok?",
        "doctor said don't stop lifting",
        "physio said never skip the gym",
        "doctor recommends no weight loss while training",
        "doctor said i can't run but lifting is fine",
        "physio said no running for 2 weeks, can i deadlift?",
        "her doctor said no lifting",
        "can i deadlift friday",
    ],
)
def test_what_is_no_clinicians_no_is_not_taken_for_one(text: str) -> None:
    assert not forbids_lifting(text)


LIFTING, DEADLIFTS = HealthTopic.NO_LIFTING, HealthTopic.NO_DEADLIFTS


@pytest.mark.parametrize(
    ("text", "topic", "until"),
    [
        ("doctor says no lifting for 2 weeks", LIFTING, dt.date(2026, 3, 15)),
        ("doctor said no lifting, 2 weeks", LIFTING, dt.date(2026, 3, 15)),
        ("doctor said no gym for a month", LIFTING, dt.date(2026, 4, 1)),
        ("doctor said no heavy lifting for 6-8 weeks", LIFTING, dt.date(2026, 4, 26)),
        ("doctor said no lifting for a week or two", LIFTING, dt.date(2026, 3, 15)),
        ("for the next 3 weeks my physio says no deadlifts", DEADLIFTS, dt.date(2026, 3, 22)),
        ("i'm not allowed to lift for 10 days, doctor's orders", LIFTING, dt.date(2026, 3, 11)),
        ("physio said no deadlifts until my check-up on the 20th", DEADLIFTS, dt.date(2026, 3, 20)),
        ("surgeon said no lifting till October", LIFTING, dt.date(2026, 9, 30)),
        ("doctor says no lifting until the end of March", LIFTING, dt.date(2026, 3, 31)),
        ("doctor told me not to lift until friday", LIFTING, dt.date(2026, 3, 6)),
        ("physio said no heavy stuff before friday, can i pull friday at noon", LIFTING, dt.date(2026, 3, 5)),
        ("doctor told me not to lift until next week", LIFTING, dt.date(2026, 3, 8)),
        ("doctor says no lifting until the scan in 2 weeks", LIFTING, dt.date(2026, 3, 16)),
        ("doctor said no lifting this week", LIFTING, dt.date(2026, 3, 8)),
        ("doctor says no deadlifts but squats are fine", DEADLIFTS, None),
        ("deadlifts tomorrow? doctor said no", DEADLIFTS, None),
        ("physio forbade deadlifts, can i do them tomorrow?", DEADLIFTS, None),
        ("the doctor said to avoid lifting until my next appointment", LIFTING, None),
        ("my gp has not cleared me, can i lift tomorrow", LIFTING, None),
    ],
)
def test_it_is_read_with_what_it_forbids_and_its_last_day(
    text: str, topic: HealthTopic, until: dt.date | None, vocabulary: Vocabulary
) -> None:
    reading = read_clinicians_no(text, today=TODAY, vocabulary=vocabulary)
    assert reading is not None
    assert (reading.topic, reading.until) == (topic, until)


@pytest.mark.parametrize(
    "text",
    [
        "doctor said no lifting for at least 3 weeks",
        "doctor said no lifting for a few weeks",
        "doctor said no lifting, my marathon is in 2 weeks",
        "doctor said no lifting until 6 weeks post op",
        "doctor said no lifting, can i run for 2 weeks?",
        "doctor said 2 weeks ago no lifting",
    ],
)
def test_an_end_that_nobody_named_is_none(text: str, vocabulary: Vocabulary) -> None:
    reading = read_clinicians_no(text, today=TODAY, vocabulary=vocabulary)
    assert reading is not None
    assert reading.until is None


@pytest.mark.parametrize(
    "text",
    [
        "what if my doctor says no lifting for 2 weeks",
        "my wife is pregnant, doctor says no lifting",
        "doctor said no lifting until 20 Feb 2026",
        "i want to squat friday, doctor said no",
    ],
)
def test_what_is_only_supposed_or_over_or_maybe_anothers_is_answered_and_not_read(
    text: str, vocabulary: Vocabulary
) -> None:
    assert forbids_lifting(text)
    assert read_clinicians_no(text, today=TODAY, vocabulary=vocabulary) is None


@pytest.mark.parametrize(
    ("text", "topic", "until", "cleared"),
    [
        ("no lifting until 20 march", LIFTING, dt.date(2026, 3, 20), False),
        ("no deadlifts for 3 weeks", DEADLIFTS, dt.date(2026, 3, 22), False),
        ("not allowed to lift", LIFTING, None, False),
        ("physio says no deadlifts until friday", DEADLIFTS, dt.date(2026, 3, 6), False),
        ("cleared no lifting", LIFTING, None, True),
    ],
)
def test_behind_the_command_nobody_need_be_named(
    text: str, topic: HealthTopic, until: dt.date | None, *, cleared: bool, vocabulary: Vocabulary
) -> None:
    reading = read_forbidden(text, today=TODAY, vocabulary=vocabulary)
    assert reading is not None
    assert (reading.topic, reading.until, reading.cleared) == (topic, until, cleared)


@pytest.mark.parametrize(
    "text",
    [
        "I'm allowed to lift again",
        "allowed to deadlift again!",
        "finally cleared to lift",
        "I can lift again",
        "i was told by my doctor that i can lift again",
        "i was cleared to lift by my cardiologist yesterday",
        "I'm allowed to lift again, can I deadlift tomorrow?",
    ],
)
def test_who_may_lift_again_is_heard(text: str) -> None:
    assert may_lift_again(text)


@pytest.mark.parametrize(
    "text",
    [
        "am I allowed to lift again?",
        "can i lift again",
        "I'm not allowed to lift again",
        "is it right that I can lift again",
        "she was cleared to lift",
        "my training partner got cleared to lift",
        "I was cleared to lift last year",
        "when I'm cleared to lift I'll go heavy",
        "hope I'm cleared to lift soon",
        "I'll be allowed to lift until friday",
    ],
)
def test_who_asks_or_hopes_may_not_lift_yet(text: str) -> None:
    assert not may_lift_again(text)


@pytest.mark.parametrize(
    ("text", "all_lifting"),
    [
        ("doctor cleared me", True),
        ("I got the all clear from my physio, can I lift tomorrow?", True),
        ("cleared without restrictions", True),
        ("physio cleared me for light lifting", False),
        ("doctor cleared me to run again", False),
        ("doctor cleared me from monday", False),
        ("cleared me, but no deadlifts above 60", False),
    ],
)
def test_a_yes_to_something_else_or_with_a_limit_is_none_to_all_lifting(text: str, *, all_lifting: bool) -> None:
    assert clears_lifting(text) is all_lifting


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Skipped today's run. Doctor says no lifting for 2 weeks!", "Skipped today's run"),
        ("doctor says no lifting. tempo moved to friday", "tempo moved to friday"),
        ("doctor says no lifting, tempo moved to friday", ""),
    ],
)
def test_other_sentences_are_told_beside_it(text: str, beside: str) -> None:
    assert told_beside(text) == beside


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    assert {forbids_lifting(text), may_lift_again(text), clears_lifting(text)} <= {True, False}


WORDS = "doctor said no lifting until for the 20th 2 weeks 31 february monday next month years 999 in of end , or not"
SAID = st.lists(st.sampled_from(WORDS.split()), max_size=9).map(
    lambda words: " ".join(("doctor said no lifting", *words))
)


@given(text=SAID)
def test_the_last_day_is_none_that_is_over_and_no_words_raise(text: str, vocabulary: Vocabulary) -> None:
    reading = read_clinicians_no(text, today=TODAY, vocabulary=vocabulary)
    if reading is not None:
        assert reading.topic in CLINICIANS_NO
        assert reading.until is None or reading.until >= TODAY
