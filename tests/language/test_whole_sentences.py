"""Whole sentences that the content knows by name."""

import datetime as dt
import tomllib

import pytest

from bot.language.alternatives import spelled_out
from bot.language.day_marks import with_days
from bot.language.items import Context
from bot.language.scan import scan
from bot.language.sentences import NAMES, Sentence, SentenceFile, Sentences
from bot.language.vocabulary import GUESSED, Vocabulary
from bot.language.whole_sentences import is_said, kept_of
from tests.language.conftest import CONTENT

GROUPS = spelled_out(tomllib.loads((CONTENT / "vocabulary.toml").read_text(encoding="utf-8")))
SHIPPED = tomllib.loads((CONTENT / "sentences.toml").read_text(encoding="utf-8"))["sentence"]
EXAMPLES = [(one["name"], text) for one in SHIPPED for text in one["examples"]]
TODAY = dt.date(2026, 9, 2)


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_the_examples_of_the_content_are_known(name: str, text: str, vocabulary: Vocabulary) -> None:
    items = with_days(scan(Context(text=text, today=TODAY), vocabulary))
    assert is_said(name, text, vocabulary, items)


def test_every_sentence_has_examples() -> None:
    assert [one["name"] for one in SHIPPED if len(one["examples"]) < 2] == []


def test_what_is_kept_is_as_it_was_written(vocabulary: Vocabulary) -> None:
    assert kept_of("asks_time_to_race", "How far away is Valencia?", vocabulary) == {"race": "Valencia"}
    assert kept_of("asks_time_to_race", "How far away is", vocabulary) is None


def _built(*sentences: Sentence) -> Sentences:
    others = (Sentence(name=name, say=("nothing",)) for name in NAMES if name not in {one.name for one in sentences})
    return Sentences.build(SentenceFile(sentence=(*sentences, *others)), GROUPS, guessed=GUESSED)


def test_a_mistake_is_named() -> None:
    with pytest.raises(ValueError, match="unknown or missing: dance"):
        _built(Sentence(name="dance", say=("let us dance",)))
    with pytest.raises(ValueError, match=r"gym_done: nobody takes \{what\}"):
        _built(Sentence(name="gym_done", say=("done {what}",)))
    with pytest.raises(ValueError, match=r"gym_done: .* a bracket is left open"):
        _built(Sentence(name="gym_done", say=("(done",)))
