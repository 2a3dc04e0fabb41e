"""Races as runners enter them."""

import datetime as dt

import pytest

from bot.language.meaning import Doubt, RaceReading, Unread
from bot.language.races import read_race, wrong_in_race
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit


def read(text: str, vocabulary: Vocabulary, now: dt.datetime) -> RaceReading | Unread:
    return read_race(text, now=now, vocabulary=vocabulary, distance_unit=DistanceUnit.KM)


RACES = {
    "2026-09-27 marathon A Berlin": ("2026-09-27", 42.195, "A", None, "Berlin"),
    "10k race on 13/09": ("2026-09-13", 10.0, "A", None, ""),
    "HM oct 4th 9.15am": ("2026-10-04", 21.0975, "A", "09:15", ""),
    "half marathon B 11.10.2026 Valencia": ("2026-10-11", 21.0975, "B", None, "Valencia"),
    "b race 5k 2026-10-10": ("2026-10-10", 5.0, "B", None, ""),
    "parkrun saturday priority c": ("2026-09-05", 5.0, "C", None, ""),
    "50 miles 2027-05-01 The Fellsman 8am": ("2027-05-01", 80.467, "A", "08:00", "Fellsman"),
    "2026-09-27 half A Leeds": ("2026-09-27", 21.0975, "A", None, "Leeds"),
    "half B 4 oct": ("2026-10-04", 21.0975, "B", None, ""),
    "ultra 3 oct": ("2026-10-03", 50.0, "A", None, ""),
    "race in two weeks": ("2026-09-16", None, "A", None, ""),
}


@pytest.mark.parametrize(("text", "race"), RACES.items())
def test_a_race_is_read(
    text: str, race: tuple[str, float | None, str, str | None, str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = read(text, vocabulary, now)
    assert isinstance(found, RaceReading)
    time = None if found.time is None else found.time.strftime("%H:%M")
    assert (found.date.isoformat(), found.distance_km, found.priority.value, time, found.name) == race


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("marathon", Doubt.DATE),
        ("04/07 10k", Doubt.DATE_ORDER),
        ("31/06 10k", Doubt.DATE),
        ("2025-01-01 marathon", Doubt.PAST),
        ("2026-10-10 5000 km", Doubt.VALUE),
        ("10k 13/09 at 6", Doubt.AM_OR_PM),
    ],
)
def test_what_is_no_race_yet_says_why(text: str, doubt: Doubt, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read(text, vocabulary, now)
    assert isinstance(found, Unread)
    assert found.doubt is doubt


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-20 marathon D",
        "2026-11-01 marathon Z",
        "2026-11-22 -5k",
        "2026-10-18 8",
        "18 oct 8",
    ],
)
def test_what_can_be_no_part_of_a_race_is_seen(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    wrong = wrong_in_race(text, today=now.date(), vocabulary=vocabulary)
    assert wrong is not None
    assert wrong.doubt is Doubt.VALUE


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-20 marathon B",
        "2026-10-18 8k",
        "2026-10-18 - 8k",
        "2026-10-25 10k A Berlin",
        "2026-09-27 marathon A Berlin 42",
        "18/10 half 9am",
        "race 5 series 18 oct",
    ],
)
def test_a_race_as_it_may_be_is_not_taken_for_wrong(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert wrong_in_race(text, today=now.date(), vocabulary=vocabulary) is None
