"""What is said of a run that was just changed, and how long a race is that was just told."""

import datetime as dt

import pytest

from bot.language.back_again import Again, BackAgain, read_back_again
from bot.language.race_lengths import RaceLength, read_race_length
from bot.language.vocabulary import Vocabulary

TODAY = dt.date(2026, 9, 2)
ON, KIND, DAY = Again.ON, Again.KIND, Again.DAY


@pytest.mark.parametrize(
    ("text", "how", "words"),
    [
        ("nah I'll run it after all", ON, ""),
        ("I'll do it after all", ON, ""),
        ("changed my mind, running it", ON, ""),
        ("no wait it's on again", ON, ""),
        ("tempo is back on", ON, "tempo"),
        ("actually i am running tomorrow", ON, "tomorrow"),
        ("oh no coach wants the tempo after all", KIND, "the tempo"),
        ("no wait, back to thursday", DAY, "thursday"),
        ("put it back on thursday please", DAY, "thursday"),
        ("actually leave it on thursday", DAY, "thursday"),
        ("coach wants it on thursday after all", DAY, "thursday"),
    ],
)
def test_a_run_is_as_it_was(text: str, how: Again, words: str, vocabulary: Vocabulary) -> None:
    assert read_back_again(text, today=TODAY, vocabulary=vocabulary) == BackAgain(how=how, words=words)


@pytest.mark.parametrize(
    "text",
    [
        "is it back on?",
        "not doing the tempo after all",
        "i'll run it",
        "i'll lift anyway",
        "back to normal",
        "my knee hurts after all the running",
        "i am running tomorrow",
        "",
    ],
)
def test_any_other_text_says_nothing_of_it(text: str, vocabulary: Vocabulary) -> None:
    assert read_back_again(text, today=TODAY, vocabulary=vocabulary) is None


@pytest.mark.parametrize(
    ("text", "km", "corrects"),
    [
        ("ah no it's the full marathon", 42.195, True),
        ("no, it's a 10k", 10, True),
        ("it's a 10k actually", 10, False),
        ("sorry, i meant the half", 21.0975, False),
        ("actually it's only a 5k", 5, True),
    ],
)
def test_a_race_is_longer_or_shorter(text: str, km: float, vocabulary: Vocabulary, *, corrects: bool) -> None:
    assert read_race_length(text, vocabulary=vocabulary) == RaceLength(km=km, corrects=corrects)


@pytest.mark.parametrize("text", ["is it a 10k?", "10k on sunday", "a 10k", "it's 10", "no 10k for me"])
def test_any_other_length_is_of_no_race(text: str, vocabulary: Vocabulary) -> None:
    assert read_race_length(text, vocabulary=vocabulary) is None
