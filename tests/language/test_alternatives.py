"""Phrases of the vocabulary that are written as one with their choices."""

import pytest

from bot.language.alternatives import MOST_WAYS, spelled_out, ways_of


@pytest.mark.parametrize(
    ("phrase", "ways"),
    [
        ("long run", ["long run"]),
        ("(long|easy) run", ["long run", "easy run"]),
        ("my (long)? run", ["my long run", "my run"]),
        (
            "(a|the)? (bad|poor) night",
            ["a bad night", "a poor night", "the bad night", "the poor night", "bad night", "poor night"],
        ),
        ("up (at|since)", ["up at", "up since"]),
    ],
)
def test_each_way_to_say_a_phrase_is_spelled_out(phrase: str, ways: list[str]) -> None:
    assert list(ways_of(phrase)) == ways


@pytest.mark.parametrize("phrase", ["(long run", "long) run", "long|easy run", "((long) run)"])
def test_brackets_that_do_not_fit_are_named(phrase: str) -> None:
    with pytest.raises(ValueError, match="brackets"):
        list(ways_of(phrase))


def test_a_phrase_with_too_many_ways_is_refused() -> None:
    with pytest.raises(ValueError, match=str(MOST_WAYS)):
        list(ways_of(" ".join(["(a|b|c|d|e|f|g)"] * 4)))


def test_the_group_at_fault_is_named() -> None:
    with pytest.raises(ValueError, match="kind"):
        spelled_out({"kind": {"long": ["(long run"]}})
