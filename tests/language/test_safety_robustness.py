"""No text breaks the reading of red flags: strange characters, other shapes of the same letters, endless repetition."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.meaning import SafetyReading
from tests.language.safety.reading import read, sentences, short
from tests.timing import grows_faster_than

SYMPTOMS = ("chest pain", "i passed out", "cant pee", "numb between the legs", "no", "or", "my wife", "last year", "?")
PIECES = st.sampled_from((*SYMPTOMS, ",", ".", "\n", "pain 2", "4/10", "what if", "doctor cleared me after", "-", "+"))


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    reading = read(text)

    assert reading is None or isinstance(reading, SafetyReading)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=30))
def test_any_mixture_of_meaningful_words_is_read_without_an_exception(pieces: list[str]) -> None:
    reading = read(" ".join(pieces))

    assert reading is None or isinstance(reading, SafetyReading)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "🏃", "123", "...", "\u200b", "\ud800", "\x00", "'", "''''", "ß", "₂"]
)
def test_a_text_without_words_is_nothing(text: str) -> None:
    assert read(text) is None


@given(st.sampled_from([text for text, header in sentences("flags") if header == "flag emergency"]), st.booleans())
def test_an_emergency_is_read_after_and_before_an_ordinary_message(text: str, is_first: bool) -> None:  # noqa: FBT001 - drawn
    ordinary = "Deadlifted 3x4 at 100 kg yesterday evening"
    both = f"{text}.\n{ordinary}" if is_first else f"{ordinary}.\n{text}"

    assert short(read(both)) == "flag emergency"


@pytest.mark.parametrize(
    "text",
    [
        "CHEST PAIN",
        "ｃｈｅｓｔ　ｐａｉｎ",
        "che\u200bst pain",
        "chest\u00a0pain",
        "chest\u2011pain",
        "ch\u00e9st p\u00e0in",
        "\u201cchest pain\u201d",
        "chest   pain",
        "chest\tpain",
        "I can\u2019t breathe",
        "I can\u00b4t breathe",
        "i cant breathe",
        "deadlift 3x5 100kg\n  rpe 9\n  fainted",
        "chesttt paaaain",
    ],
)
def test_the_same_words_in_another_shape_are_the_same_flag(text: str) -> None:
    assert short(read(text)) == "flag emergency"


@pytest.mark.parametrize(
    "unit",
    [
        "no chest pain ",
        "numb and or ",
        "back pain but ",
        "my back hurts last year ",
        "knee pain 2/10 or ",
        "my doctor cleared me after ",
        "passed out early last night ",
        "the my my the ",
        "a" * 40 + " ",
        "chest" * 20 + " ",
        "???",
        "no, or pain ",
        "what if my wife ",
        "gone ",
        "i hope my doctor cleared me if ",
        "chest pain? no just kidding ",
        "no puedo respirar ",
    ],
)
def test_reading_time_grows_no_faster_than_the_text(unit: str) -> None:
    small, large = (unit * (length // len(unit)) for length in (5_000, 40_000))

    # Eight times the text: a quadratic reader would need 64 times as long.
    assert not grows_faster_than(24, read, small, large)
