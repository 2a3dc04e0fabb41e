"""A clinician's no is heard, however it is told; nobody else's, and none that is over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.clinicians import forbids_lifting


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
        "can i deadlift friday",
    ],
)
def test_what_is_no_clinicians_no_is_not_taken_for_one(text: str) -> None:
    assert not forbids_lifting(text)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    assert forbids_lifting(text) in {True, False}
