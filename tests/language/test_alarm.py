"""What sounds like a red flag though no phrase says so."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.alarm import Alarm
from bot.language.meaning import SafetyKind, SafetyReading
from bot.language.safety import SafetyLexicon, read_safety
from bot.library.files import read_sentences
from tests.language.safety.reading import FOLDER, read, sentences, shipped_lexicon

CONTENT = Path(__file__).parents[2] / "content" / "en"
LOUD = ["my chest feels like a stone lies on it", "a stone lies on my chest", "heart will not calm down at all"]
STOPS = frozenset({SafetyKind.FLAG, SafetyKind.WHOSE, SafetyKind.DOUBTFUL, SafetyKind.PAIN, SafetyKind.UNCLEAR})
CALM = ["my legs feel like stone after the hills", "the bar lies on my shins", "heart rate was fine on the run"]


@pytest.fixture(scope="module")
def alarm() -> Alarm:
    return Alarm(read_sentences(CONTENT / "alarming.txt"), read_sentences(CONTENT / "harmless.txt"))


@pytest.fixture(scope="module")
def listening(alarm: Alarm) -> SafetyLexicon:
    """Return the shipped phrases with the alarm behind them, as the bot reads."""
    return replace(shipped_lexicon(), alarm=alarm)


def _unseen(name: str) -> list[str]:
    return [json.loads(line)["text"] for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def _stops(reading: SafetyReading | None) -> bool:
    """Tell whether a reading stops the answer: a red flag, a question, or pain."""
    return reading is not None and (reading.urgent or reading.kind in STOPS)


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


def test_every_red_flag_of_the_once_blind_set_is_raised_or_asked_about(listening: SafetyLexicon) -> None:
    """No sentence of the set is learnt from, but what it showed was repaired."""
    texts = _unseen("unseen_flags.jsonl")
    assert len(texts) == 200
    assert [text for text in texts if read_safety(text, lexicon=listening) is None] == []


def test_every_paraphrase_that_no_phrase_takes_for_what_it_is_is_asked_about(listening: SafetyLexicon) -> None:
    """Of pain that may be more the urgent question is asked beside."""
    texts = [text for text, _ in sentences("asked_twelfth")]
    read = {text: read_safety(text, lexicon=listening) for text in texts}
    assert len(texts) > 150
    assert [text for text, reading in read.items() if not _stops(reading)] == []


def test_hardly_any_harmless_twin_of_a_sign_is_asked_about(listening: SafetyLexicon) -> None:
    texts = [text for text, _ in sentences("near_misses_twelfth")]
    assert len(texts) > 600
    assert sum(_stops(read_safety(text, lexicon=listening)) for text in texts) <= 6


def test_hardly_any_near_miss_of_the_once_blind_set_is_asked_about(listening: SafetyLexicon) -> None:
    texts = _unseen("unseen_near_misses.jsonl")
    found = [reading for text in texts if (reading := read_safety(text, lexicon=listening)) is not None]
    assert len(texts) == 200
    assert sum(reading.kind is SafetyKind.FLAG for reading in found) == 0
    assert sum(reading.kind in {SafetyKind.DOUBTFUL, SafetyKind.WHOSE} for reading in found) <= 7


@pytest.mark.parametrize(
    "text",
    [
        "I have no chest pain and no dizziness",
        "I don't have chest pain and I'm not dizzy",
        "I haven't had any chest pain and I haven't fainted",
        "no numbness, no tingling, no weakness in the legs",
        "not dizzy, not short of breath",
        "no trouble peeing, no numbness down there",
        "I have no thoughts of hurting myself",
        "no, nothing like chest pain or fainting, just tired",
        "my calf is not swollen and not hot",
    ],
)
def test_a_denied_symptom_is_no_flag_and_no_question(text: str, listening: SafetyLexicon) -> None:
    assert read_safety(text, lexicon=listening) is None


@pytest.mark.parametrize(
    "text",
    [
        "no dizziness but chest pain",
        "I have no dizziness and my chest hurts",
        "no fever, but both my legs have no force and they do not carry me any more",
    ],
)
def test_what_is_told_beside_a_denied_symptom_still_counts(text: str, listening: SafetyLexicon) -> None:
    reading = read_safety(text, lexicon=listening)
    assert reading is not None
    assert reading.kind in {SafetyKind.FLAG, SafetyKind.DOUBTFUL}


def test_ordinary_messages_are_not_asked_about(alarm: Alarm) -> None:
    samples = FOLDER.parent / "samples"
    files = [file for name in ("sixth", "seventh") for file in (samples / name).glob("*.jsonl")]
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(texts) == 600
    assert sum(alarm.rings(text) for text in texts if read(text) is None) <= 3


@given(text=st.text(max_size=600))
def test_no_text_raises(text: str) -> None:
    Alarm(LOUD, CALM).rings(text)


@pytest.mark.parametrize(
    "text",
    [
        "it's just tight, no pain down the leg",
        "just tight, no shooting pain down into my left leg",
        "a bit stiff after the drive, no tingling in my foot or anything",
        "nothing to worry about I think, no numbness in either leg",
    ],
)
def test_a_denied_symptom_is_denied_with_its_place(listening: SafetyLexicon, text: str) -> None:
    assert not _stops(read_safety(text, lexicon=listening))


@pytest.mark.parametrize(
    "text",
    [
        "no pain in my leg. in the morning both my legs have no force, I try to rise and they do not carry me",
        "no big deal, sharp pain down the leg when I bend",
        "no serious injury but a shooting pain into my left leg",
        "not sharp, more a burning pain down the back of the leg",
        "not serious chest pain after the set",
        "no major chest pain, only when i lift",
        "no proper chest pain but pressure",
        "no pain anywhere both legs have no force",
    ],
)
def test_what_is_told_beside_a_denied_symptom_is_still_heard(listening: SafetyLexicon, text: str) -> None:
    assert _stops(read_safety(text, lexicon=listening))
