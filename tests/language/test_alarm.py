"""What sounds like a red flag though no phrase says so."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.alarm import Alarm
from bot.library.files import read_sentences
from tests.language.safety.reading import FOLDER, read

CONTENT = Path(__file__).parents[2] / "content" / "en"
LOUD = ["my chest feels like a stone lies on it", "a stone lies on my chest", "heart will not calm down at all"]
CALM = ["my legs feel like stone after the hills", "the bar lies on my shins", "heart rate was fine on the run"]


@pytest.fixture(scope="module")
def alarm() -> Alarm:
    return Alarm(read_sentences(CONTENT / "alarming.txt"), read_sentences(CONTENT / "harmless.txt"))


def _unseen(name: str) -> list[str]:
    return [json.loads(line)["text"] for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def test_words_of_alarming_texts_lean_to_them_and_those_of_harmless_ones_away() -> None:
    alarm = Alarm(LOUD, CALM)
    assert alarm.leaning("a stone on my chest") > 0 > alarm.leaning("the bar on my legs")


def test_two_words_are_too_few_to_ring_at() -> None:
    alarm = Alarm(["chest stone"] * 3, ["easy run"] * 3)
    assert not alarm.rings("chest stone")


def test_one_sentence_of_a_long_text_is_heard(alarm: Alarm) -> None:
    worry = "From the morning both my legs have no force, I try to rise from chair and they do not carry me."
    assert alarm.rings(worry)
    assert alarm.rings(f"{'Easy 8k with the club, nothing special. ' * 20}{worry}")


def test_most_unheard_red_flags_of_the_blind_set_are_asked_about(alarm: Alarm) -> None:
    """The set is none of those from which the alarm is learnt."""
    texts = _unseen("unseen_flags.jsonl")
    heard = [text for text in texts if (found := read(text)) is not None and found.kind in {"flag", "whose", "pain"}]
    asked = [text for text in texts if text not in heard and alarm.rings(text)]
    assert len(texts) == 200
    assert len(heard) + len(asked) >= 185


def test_hardly_any_near_miss_of_the_blind_set_is_asked_about(alarm: Alarm) -> None:
    texts = _unseen("unseen_near_misses.jsonl")
    assert len(texts) == 200
    assert sum(alarm.rings(text) for text in texts if read(text) is None) <= 5


def test_ordinary_messages_are_not_asked_about(alarm: Alarm) -> None:
    samples = FOLDER.parent / "samples"
    files = [file for name in ("sixth", "seventh") for file in (samples / name).glob("*.jsonl")]
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(texts) == 600
    assert sum(alarm.rings(text) for text in texts if read(text) is None) <= 3


@given(text=st.text(max_size=600))
def test_no_text_raises(text: str) -> None:
    Alarm(LOUD, CALM).rings(text)
