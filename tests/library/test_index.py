"""The index of the search: how like a place a text is, and how likely."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.index import Index, Place, never, normed

BAR, SHOES = Place("topic", "bar-path"), Place("topic", "shoes")
EXAMPLES = (
    (BAR, ("w:bar", "w:drifts", "w:forward")),
    (BAR, ("w:bar", "w:hits", "w:knees")),
    (SHOES, ("w:bar", "w:which", "w:shoes")),
    (SHOES, ("w:flat", "w:shoes")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    """Return an index of two topics with two examples each."""
    return Index([(place, Counter(words)) for place, words in EXAMPLES], rest=never)


def _likely(index: Index, *words: str) -> dict[Place, float]:
    _, likely = index.like_wholes(normed(index.weighed(Counter(words))))
    return dict(zip(index.places, likely, strict=True))


def test_a_place_with_more_of_a_word_is_likelier(index: Index) -> None:
    likely = _likely(index, "w:shoes")
    assert likely[SHOES] > 0 > likely[BAR]
    assert _likely(index, "w:knees", "w:bar")[BAR] > 0


def test_without_a_known_word_no_place_is_likelier(index: Index) -> None:
    assert set(_likely(index, "w:tax", "w:return").values()) == {0.0}


@given(st.lists(st.sampled_from(["w:bar", "w:shoes", "w:flat", "w:knees", "w:hits", "w:tax"]), max_size=6))
def test_likelihoods_are_deviations_from_their_mean(words: list[str]) -> None:
    index = Index([(place, Counter(words)) for place, words in EXAMPLES], rest=never)
    assert sum(_likely(index, *words).values()) == pytest.approx(0)
