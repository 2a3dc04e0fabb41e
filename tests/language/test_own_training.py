"""What shares the words of training and tells nothing of one's own."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.language import as_line, own_training_without
from bot.language.own_training import OwnTraining
from bot.library.files import read_sentences
from tests.language import scoring

CONTENT = Path(__file__).parents[2] / "content" / "en"
SAMPLES = Path(__file__).parent / "samples"
OWN = ["my long run was lovely", "did my deadlifts, five reps", "I ran ten km today"]
OTHER = ["the nose of my neighbour is running", "her car did ten km today", "the mood lifted, five sales reps left"]


@cache
def _shipped() -> OwnTraining:
    return own_training_without(())


@cache
def _written(folder: str) -> tuple[str, ...]:
    """Return all texts of a folder of samples."""
    files = sorted((SAMPLES / folder).glob("*.jsonl"))
    return tuple(line["text"] for file in files for line in scoring.lines(file))


def _doubted(own: OwnTraining, texts: Collection[str]) -> list[str]:
    return [text for text in texts if own.doubts(text)]


def test_words_of_other_things_lean_to_them_and_those_of_training_away() -> None:
    own = OwnTraining(OTHER, OWN)
    assert own.leaning("the neighbour and her car") > 0 > own.leaning("I did my deadlifts")


@pytest.mark.parametrize("folder", ["second", "sixth", "ninth", "thirteenth"])
def test_hardly_anybody_is_asked_about_their_own_training(folder: str) -> None:
    """Nothing of a folder is learnt from where it is read."""
    told = [line["text"] for line in scoring.lines(SAMPLES / folder / "messages.jsonl") if line["stores"]]
    assert len(_doubted(own_training_without(_written(folder)), told)) <= len(told) * 0.04


@pytest.mark.parametrize("folder", ["fifth", "ninth", "twelfth"])
def test_no_week_is_asked_about(folder: str) -> None:
    told = [line["text"] for line in scoring.lines(SAMPLES / folder / "schedules.jsonl") if line["expect"]]
    assert _doubted(own_training_without(_written(folder)), told) == []


def test_most_of_what_is_of_something_else_is_doubted_unseen() -> None:
    others = read_sentences(CONTENT / "elsewhere.txt")[::10]
    assert len(_doubted(own_training_without(others), others)) >= len(others) * 0.8


def test_two_words_are_too_few_to_doubt() -> None:
    assert not _shipped().doubts("neighbour's car")


def test_one_sentence_of_ones_own_is_enough() -> None:
    aside = "The vicar's cat sat on the cake at the fair again."
    assert _shipped().doubts(aside)
    assert not _shipped().doubts(f"{aside} I ran 10k this morning, easy.")


def test_a_question_beside_it_says_nothing_of_whose_the_rest_is() -> None:
    assert _shipped().doubts("the goats escaped and we ran 5k after them yesterday in wellies. can I deadlift now?")


def test_no_message_stands_in_both_files() -> None:
    own, other = (set(read_sentences(CONTENT / name)) for name in ("own.txt", "elsewhere.txt"))
    assert own & other == set()


def test_the_files_hold_each_message_once_and_as_it_is_read() -> None:
    for name in ("own.txt", "elsewhere.txt"):
        kept = read_sentences(CONTENT / name)
        assert len(set(kept)) == len(kept)
        assert [text for text in kept if as_line(text) != text] == []


@given(text=st.text(max_size=600))
def test_no_text_raises(text: str) -> None:
    OwnTraining(OTHER, OWN).doubts(text)
