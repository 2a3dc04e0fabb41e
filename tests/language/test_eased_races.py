"""A race or parkrun that is only jogged, and what sounds like it and is none."""

import datetime as dt

import pytest

from bot.language.meaning import EasedRaceReading
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit
from bot.training.runs import RunKind
from tests.language.reading import read_message
from tests.language.test_week import week

MONDAY = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
SATURDAY = dt.date(2026, 3, 7)

EASED: dict[str, tuple[dt.date | None, float | None]] = {
    "it's not a race, just an easy 5k": (None, 5.0),
    "i just jog parkrun": (None, None),
    "parkrun is easy": (None, None),
    "parkrun isnt a race for me": (None, None),
    "parkrun saturday, it's not a race, just an easy 5k": (SATURDAY, 5.0),
    "parkrun this saturday easy": (SATURDAY, None),
    "saturday's parkrun is just an easy run": (SATURDAY, None),
    "saturday isn't a race": (SATURDAY, None),
    "why is saturday a race? I told you it's easy": (SATURDAY, None),
    "why do you think saturday is a race? it's just a jog": (SATURDAY, None),
}

OTHERS = (
    "parkrun was easy",
    "parkrun is not easy",
    "it isnt an easy parkrun saturday",
    "im racing parkrun saturday not jogging",
    "im not racing saturday",
    "race saturday then easy sunday",
    "race saturday and 2k easy home",
    "is parkrun a race or easy?",
    "can i lift friday if i jog parkrun",
    "maybe i jog parkrun saturday",
    "the race is easy to enter",
    "sarah's parkrun was an easy run",
    "deadlifts were easy before parkrun",
    "mon easy, sat parkrun, sun long",
)


@pytest.mark.parametrize("text", EASED)
def test_a_race_that_is_jogged_is_made_easy(text: str, vocabulary: Vocabulary) -> None:
    date, km = EASED[text]
    assert read_message(text, vocabulary, MONDAY) == (EasedRaceReading(date=date, distance_km=km),)


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_sounds_like_it_eases_nothing(text: str, vocabulary: Vocabulary) -> None:
    assert not any(isinstance(one, EasedRaceReading) for one in read_message(text, vocabulary, MONDAY))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tue intervals, sat parkrun (not a race), sun long", RunKind.EASY),
        ("tue intervals, sat parkrun not racing, sun long", RunKind.EASY),
        ("tue intervals, sat parkrun, sun long", RunKind.RACE),
        ("tue intervals, sat parkrun not long, sun long", RunKind.RACE),
    ],
)
def test_a_race_in_a_week_that_is_denied_is_easy(text: str, kind: RunKind, vocabulary: Vocabulary) -> None:
    [saturday] = [entry for entry in week(text, vocabulary, DistanceUnit.KM).entries if entry.weekday.key == "sat"]
    assert saturday.run.kind is kind
