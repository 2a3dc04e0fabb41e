"""One spelling for what people type and paste."""

import pytest

from bot.language.text import MAX_OWN_WORDS, normalise, own_words, too_long


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Mon – 40’ easy", "Mon - 40' easy"),
        ("3×10′ @ “threshold”", '3x10\' @ "threshold"'),
        ("Ｔｕｅ　６ｋｍ", "Tue 6km"),
        ("easy\u00a05\u202fkm", "easy 5 km"),
        ("tempo\x00 8k\x07", "tempo 8k"),
        ("6\ufe0f\u20e3km", "6km"),
        ("1½h", "1.5h"),
        ("½ hour", " half hour"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("tempo tue → thu", "tempo tue to thu"),
        ("mon\u200beasy", "mon easy"),
        ("man\u0303ana", "ma\u00f1ana"),
    ],
)
def test_lookalikes_are_written_in_one_way(typed: str, read: str) -> None:
    assert normalise(typed) == read


def test_case_and_line_breaks_stay() -> None:
    assert normalise("Mon Easy\nTue A") == "Mon Easy\nTue A"


def test_a_runners_words_are_trimmed_to_eighty_characters() -> None:
    assert own_words("  - easy\n 5k ,") == "easy 5k"
    assert len(own_words("easy " * 40)) == MAX_OWN_WORDS


def test_four_thousand_characters_are_read_and_one_more_is_not() -> None:
    assert not too_long("x" * 4000)
    assert too_long("x" * 4001)
