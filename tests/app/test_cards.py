"""Cards travel as text: what is read back is what was written, and nothing else is taken for a card."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.cards import Card, ProgressCard, ProgressPoint, TodayCard, Tone, WeekVolume, decode, encode, is_card
from tests.pictures.cards import CARDS, PROGRESS, TODAY, WEEK

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates()
PROGRESS_CARDS = st.builds(
    ProgressCard,
    title=TEXT,
    unit=TEXT,
    points=st.lists(st.builds(ProgressPoint, date=DAYS, value=NUMBERS), max_size=3).map(tuple),
    weeks=st.lists(st.builds(WeekVolume, start=DAYS, heavy=NUMBERS, light=NUMBERS), max_size=3).map(tuple),
    facts=st.lists(TEXT, max_size=3).map(tuple),
)
TODAY_CARDS = st.builds(TodayCard, tone=st.sampled_from(Tone), headline=TEXT, when=TEXT, reason=TEXT)


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_comes_back_as_it_was(card: Card) -> None:
    assert decode(encode(card)) == card


@given(card=PROGRESS_CARDS | TODAY_CARDS)
def test_any_card_comes_back_as_it_was_and_is_known_for_a_card(card: Card) -> None:
    text = encode(card)
    assert is_card(text)
    assert decode(text) == card
    assert encode(decode(text)) == text


def test_the_name_of_a_drawing_is_no_card() -> None:
    assert not is_card("rack-pull")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{}",
        "[]",
        "null",
        '"week"',
        "rack-pull",
        '{"kind":"week"}',
        '{"kind":"poster","title":"x","unit":"kg"}',
        json.dumps({**json.loads(encode(TODAY)), "tone": "maybe"}),
        json.dumps({**json.loads(encode(TODAY)), "more": 1}),
        json.dumps({**json.loads(encode(TODAY)), "kind": "week"}),
        json.dumps({**json.loads(encode(WEEK)), "days": "Mon"}),
        json.dumps({**json.loads(encode(WEEK)), "title": None}),
        encode(PROGRESS).replace("118.0", "NaN", 1),
        encode(PROGRESS).replace("2026-01-05", "2026-13-05", 1),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        decode(text)


@given(text=st.text(max_size=200))
def test_any_text_is_a_card_or_refused(text: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        decode(text)


def test_a_number_that_is_none_cannot_be_put_on_a_card() -> None:
    with pytest.raises(ValueError, match="finite"):
        ProgressPoint(date=dt.date(2026, 1, 5), value=float("nan"))
