"""The vocabulary: what its file may hold, and which slips of the finger it forgives."""

import tomllib

import pytest

from bot.language.vocabulary import GROUPS, Vocabulary
from tests.language.conftest import CONTENT

Data = dict[str, dict[str, list[str]]]


@pytest.fixture
def data() -> Data:
    return tomllib.loads((CONTENT / "vocabulary.toml").read_text(encoding="utf-8"))


def test_every_group_of_the_content_file_is_known_and_none_is_missing(data: Data) -> None:
    assert set(data) == set(GROUPS)


def test_a_missing_group_is_named(data: Data) -> None:
    del data["month"]
    with pytest.raises(ValueError, match="month"):
        Vocabulary.build(data)


def test_an_unknown_key_is_named(data: Data) -> None:
    data["weekday"]["funday"] = ["funday"]
    with pytest.raises(ValueError, match="funday"):
        Vocabulary.build(data)


def test_a_word_that_two_keys_of_a_group_claim_is_named(data: Data) -> None:
    data["weekday"]["mon"].append("tuesday")
    with pytest.raises(ValueError, match="'tuesday' is claimed twice"):
        Vocabulary.build(data)


@pytest.mark.parametrize("word", ["Easy", "time-trial", "two  spaces", ""])
def test_a_word_that_no_text_can_match_is_refused(data: Data, word: str) -> None:
    data["kind"]["easy"].append(word)
    with pytest.raises(ValueError, match="plain lower-case"):
        Vocabulary.build(data)


@pytest.mark.parametrize(("group", "key"), [("number", "seven"), ("days", "mon funday"), ("near_day", "soon")])
def test_a_key_that_must_be_a_number_or_days_is_checked(data: Data, group: str, key: str) -> None:
    data[group][key] = ["zzz"]
    with pytest.raises(ValueError, match=group):
        Vocabulary.build(data)


@pytest.mark.parametrize(
    ("slip", "group", "key"),
    [
        ("wedensday", "weekday", "wed"),
        ("satruday", "weekday", "sat"),
        ("intervlas", "kind", "intervals"),
        ("tommorrrow", "near_day", "1"),
        ("recvoery", "kind", "recovery"),
    ],
)
def test_a_slip_in_a_long_word_is_forgiven(vocabulary: Vocabulary, slip: str, group: str, key: str) -> None:
    found = vocabulary.guess(slip)
    assert found is not None
    assert found[group] == key


@pytest.mark.parametrize("word", ["mom", "set", "son", "tub", "lag", "rust", "might", "fright", "house", "mouth"])
def test_a_plain_word_that_only_looks_alike_is_left_alone(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.guess(word) is None


def test_a_possessive_means_what_its_word_means(vocabulary: Vocabulary) -> None:
    assert vocabulary.meaning("sunday's") == vocabulary.meaning("sunday")
