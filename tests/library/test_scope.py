"""How much a text sounds like the guide's world, learnt from a handful of examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.scope import Scope

INSIDE = ["how wide should my feet be", "where do my feet go for the deadlift", "how heavy is the bar"]
OUTSIDE = ["what is the weather in oslo", "how do i cook rice", "where is the bar in town"]


@pytest.fixture
def scope() -> Scope:
    return Scope([text.split() for text in INSIDE], [text.split() for text in OUTSIDE])


def test_words_of_the_inside_lean_to_it_and_those_of_the_outside_away(scope: Scope) -> None:
    assert scope.leaning(["my", "feet"]) > 0
    assert scope.leaning(["weather", "in", "oslo"]) < 0


def test_a_word_of_both_says_less_than_a_word_of_one(scope: Scope) -> None:
    assert abs(scope.leaning(["bar"])) < scope.leaning(["feet"])


def test_the_pair_decides_what_a_shared_word_means(scope: Scope) -> None:
    assert scope.leaning(["the", "bar", "in"]) < scope.leaning(["heavy", "is", "the", "bar"])


def test_a_misspelt_word_counts_as_the_one_it_is(scope: Scope) -> None:
    assert scope.leaning(["deadlfit"]) == scope.leaning(["deadlift"]) > 0 > scope.leaning(["xyzzyx"])


def test_no_words_lean_nowhere(scope: Scope) -> None:
    assert scope.leaning([]) == 0


@given(words=st.lists(st.text(max_size=10), max_size=20))
def test_no_words_raise_and_many_cannot_run_away(words: list[str]) -> None:
    leaning = Scope([["a"]], [["b"]]).leaning(words)
    assert abs(leaning) <= 2.5 * 2 * max(1, len(words)) ** 0.5
