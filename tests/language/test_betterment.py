"""What says nothing but that one is well again, that something is no red flag, or a level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.betterment import Betterment, betterment, level_alone
from bot.language.denials import denies


@pytest.mark.parametrize(
    "text",
    ["well", "gone now", "now i am good", "i am good, the fever is finish", "all better now", "nah its good now"],
)
def test_who_says_only_that_it_is_over_is_well(text: str) -> None:
    assert betterment(text) is Betterment.WELL


@pytest.mark.parametrize("text", ["better", "much better thanks", "Feeling better!", "My cold is better now", "its ok"])
def test_what_may_not_be_over_is_only_better(text: str) -> None:
    assert betterment(text) is Betterment.BETTER


def test_a_part_of_the_body_says_nothing_of_an_illness() -> None:
    assert betterment("knee is fine now") is Betterment.PART


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "good",
        "not well",
        "i am not good",
        "feel better with a belt",
        "it's fine now, can I lift",
        "get well plan",
    ],
)
def test_what_says_anything_else_is_none_of_it(text: str) -> None:
    assert betterment(text) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [("like 3", 3), ("lol 7 maybe", 7), ("about two out of ten", 2), ("8/10", 8), ("probably a 4 lol", 4), ("0", 0)],
)
def test_a_level_is_read_where_it_stands_alone(text: str, level: int) -> None:
    assert level_alone(text) == level


@pytest.mark.parametrize("text", ["3x5", "12", "3 sets", "6-7", "7am", "at 6", "8 km", "no"])
def test_a_number_of_something_is_no_level(text: str) -> None:
    assert level_alone(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("no", "nope", "no, nothing like that", "none of those", "not really, just tired", "no numbness or anything"),
        *("jk its just tight shoes", "no I'm ok now, just stood up too fast", "lol no im fine", "I'm fine, it passed"),
    ],
)
def test_a_no_to_the_urgent_question_is_read_in_words(text: str) -> None:
    assert denies(text)


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "no strength in my leg", "no feeling in my foot", "no but it is getting worse", "no heavy thursday?"),
        *("not sure", "I'm fine but a bit numb", "nothing helps", "can I lift heavy thursday?", "no lifting then"),
    ],
)
def test_what_is_no_plain_no_is_none(text: str) -> None:
    assert not denies(text)


@given(text=st.text(alphabet="nowel so,.!betr itspa1", max_size=200))
def test_no_text_raises(text: str) -> None:
    denies(text)
    betterment(text)
    level_alone(text)
