"""Sentences that look like a run, a race, a lift, a state or a setting of the runner and tell of none."""

import datetime as dt
from pathlib import Path

import pytest

from bot.language.meaning import Meaning
from bot.language.vocabulary import Vocabulary
from tests.language import scoring
from tests.language.reading import read_message

HERE = Path(__file__).parent
QUESTIONS = HERE.parent / "library" / "samples"
LOOKALIKES = (HERE / "lookalikes.txt").read_text(encoding="utf-8").splitlines()


def _stored(text: str, vocabulary: Vocabulary, now: dt.datetime) -> list[Meaning]:
    found = read_message(text, vocabulary, now)
    return [one for one in found if type(one) in scoring.KINDS]


def test_what_only_looks_like_training_stores_nothing(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert {text: found for text in LOOKALIKES if (found := _stored(text, vocabulary, now))} == {}


@pytest.mark.parametrize("name", ["examples", "first", "blind", "third"])
def test_questions_that_tell_nothing_of_training_store_nothing(
    name: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    asked = scoring.lines(QUESTIONS / f"questions_{name}.jsonl")
    texts = [line["q"] for line in asked if line["kind"] in {"form", "benefit", "offtopic", "prescription"}]
    assert texts
    assert {text: found for text in texts if (found := _stored(text, vocabulary, now))} == {}
