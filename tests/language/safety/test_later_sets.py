"""The fourth set of red flags and near misses and those after it, each written before it was run."""

import pytest

from tests.language.safety.reading import read, sentences, short

SETS = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")


def _misread(name: str, *, least: int = 100) -> list[tuple[str, str, str]]:
    found = sentences(name)
    assert len(found) > least
    return [(text, expected, got) for text, expected in found if (got := short(read(text))) != expected]


@pytest.mark.parametrize("name", SETS)
def test_every_red_flag_of_the_later_sets_is_read_at_its_level(name: str) -> None:
    assert _misread(f"flags_{name}") == []


@pytest.mark.parametrize("name", SETS)
def test_no_near_miss_of_the_later_sets_raises_an_alarm(name: str) -> None:
    assert _misread(f"near_misses_{name}") == []


def test_what_is_vague_old_or_somebody_elses_asks_once() -> None:
    assert _misread("ambiguous_eleventh", least=39) == []
    assert _misread("ambiguous_twelfth", least=45) == []


def test_the_families_of_the_eleventh_set_are_told_apart() -> None:
    assert _misread("families_eleventh", least=1000) == []


def test_pain_that_is_feared_is_told_from_pain_that_is_there() -> None:
    assert _misread("feared", least=40) == []


@pytest.mark.parametrize(
    "text",
    [
        "nubm between my legs",
        "numb betwen my legs",
        "i cnat feel it when i wipe",
        "chets pian",
        "my foot wont lfit",
        "boht legs feel weak",
        "pain in my lft arm",
        "coughing up bloood",
        "feal numb in my groin",
    ],
)
def test_a_typing_mistake_in_a_short_word_of_a_sign_is_read(text: str) -> None:
    assert short(read(text)) == "flag emergency"


@pytest.mark.parametrize(
    "text", ["dumb between my legs", "chess rain", "foot went gift", "my loft arm hurts less than"]
)
def test_another_word_is_no_typing_mistake(text: str) -> None:
    reading = read(text)

    assert reading is None or reading.level is None
