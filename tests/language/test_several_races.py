"""Several races in one message. Read on Wednesday, 2 September 2026."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, Doubt, Meaning, RaceReading, Unread
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

HALF, MARATHON = 21.0975, 42.195


def _races(found: tuple[Meaning, ...]) -> list[tuple[str, float | None, str]]:
    return [(f"{one.date:%d %b}", one.distance_km, one.name) for one in found if isinstance(one, RaceReading)]


@pytest.mark.parametrize(
    ("text", "races"),
    [
        ("10k on Oct 3 and a half on Nov 7", [("03 Oct", 10, ""), ("07 Nov", HALF, "")]),
        ("half on Oct 3 and Nov 7", [("03 Oct", HALF, ""), ("07 Nov", HALF, "")]),
        ("3 oct 10k, 7 nov half marathon", [("03 Oct", 10, ""), ("07 Nov", HALF, "")]),
        (
            "Berlin marathon 27 sept and Leeds 10k on 11 oct",
            [("27 Sep", MARATHON, "Berlin"), ("11 Oct", 10, "Leeds")],
        ),
        ("racing a 5k on 14 nov and a 10k on 28 nov", [("14 Nov", 5, ""), ("28 Nov", 10, "")]),
        ("I have a 10k on Oct 3. Half on Nov 7.", [("03 Oct", 10, ""), ("07 Nov", HALF, "")]),
        (
            "10k on Oct 3, a half on Nov 7 and the marathon on Dec 6",
            [("03 Oct", 10, ""), ("07 Nov", HALF, ""), ("06 Dec", MARATHON, "")],
        ),
    ],
)
def test_each_race_is_taken(
    text: str, races: list[tuple[str, float | None, str]], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert _races(read_message(text, vocabulary, now)) == races


def test_the_day_of_a_race_whose_month_alone_is_told_is_asked_for(vocabulary: Vocabulary, now: dt.datetime) -> None:
    race, asked = read_message("10k on Oct 3 and a half in November", vocabulary, now)
    assert isinstance(race, RaceReading)
    assert isinstance(asked, Unread)
    assert asked.doubt is Doubt.RACE_DAY


@pytest.mark.parametrize(
    "text",
    [
        "tempo 10k on 4 sept and easy 8k on 6 sept",
        "easy 5k 3 sept, 10k tempo 5 sept",
        "10k on 8 sept and 5k on 16 sept",
        "did a 10k on Aug 8 and a half on Aug 22",
        "my husband has a 10k on Oct 3 and I have a half on Nov 7",
        "half on Oct 3, can I deadlift on Oct 1?",
    ],
)
def test_runs_and_a_single_race_are_no_several_races(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message(text, vocabulary, now)
    assert len(_races(found)) + sum(isinstance(one, DatedRunReading) and one.run.kind == "race" for one in found) <= 1
