"""Several races in one message. Read on Wednesday, 2 September 2026."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, Doubt, LiftQuestion, Meaning, OtherQuestion, RaceReading, Unread
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
        ("parkrun on Oct 3 and a half on Oct 17", [("03 Oct", 5, ""), ("17 Oct", HALF, "")]),
        ("10k race on Oct 3 and a half on Oct 17", [("03 Oct", 10, ""), ("17 Oct", HALF, "")]),
        ("half marathon Oct 3, another one Oct 17", [("03 Oct", HALF, ""), ("17 Oct", HALF, "")]),
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
        "my husband has a half on Oct 3 or Nov 7",
        "half on Oct 3, can I deadlift on Oct 1?",
        "10k on Oct 3, 15k on Oct 10 and half on Oct 17",
        "10k on Oct 3, 15k on Oct 10 and half marathon on Oct 17",
        "10k on Oct 3 and half on Oct 17",
    ],
)
def test_runs_and_a_single_race_are_no_several_races(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message(text, vocabulary, now)
    assert len(_races(found)) + sum(isinstance(one, DatedRunReading) and one.run.kind == "race" for one in found) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "should I do the half on Oct 3 and the 10k on Nov 7?",
        "can I race 10k on Oct 3 and a half on Nov 7",
        "is a half on Oct 3 and a 10k on Nov 7 ok",
        "when should I deload for the half on Oct 3 and 10k on Nov 7",
    ],
)
def test_a_question_about_several_races_tells_none(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (OtherQuestion(),)


@pytest.mark.parametrize(
    "text",
    ["10k on Oct 3 and a half on Nov 7, can I lift today?", "can I lift today? 10k on Oct 3 and a half on Nov 7"],
)
def test_races_beside_a_question_are_taken_and_the_question_is_answered(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = read_message(text, vocabulary, now)
    assert _races(found) == [("03 Oct", 10, ""), ("07 Nov", HALF, "")]
    assert any(isinstance(one, LiftQuestion) for one in found)


@pytest.mark.parametrize(
    ("text", "races"),
    [
        ("10k on Oct 3, 15k on Oct 10 and half on Oct 17", [("17 Oct", HALF)]),
        ("10k race on Oct 3, 15k on Oct 10 and half on Oct 17", [("03 Oct", 10), ("17 Oct", HALF)]),
        ("half on Oct 3 and a 10k on Oct 20", [("03 Oct", HALF)]),
    ],
)
def test_a_length_near_a_race_is_a_run_of_the_day_it_is_told_for(
    text: str, races: list[tuple[str, float]], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = read_message(text, vocabulary, now)
    runs = [one for one in found if isinstance(one, DatedRunReading)]
    assert len(runs) == len(found) > len(races)
    assert [(f"{one.date:%d %b}", one.run.distance_km) for one in runs if one.run.kind == "race"] == races


@pytest.mark.parametrize(
    "text",
    [
        "10k on Oct 3 or half on Nov 7",
        "10k on Oct 3 or a half marathon on Nov 7",
        "half on Oct 3 or Nov 7",
        "10k on Oct 3 and a half on Nov 7 or Nov 14",
    ],
)
def test_what_is_still_to_be_chosen_is_asked_for(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    [asked] = read_message(text, vocabulary, now)
    assert isinstance(asked, Unread)
    assert asked.doubt is Doubt.RACE_DAY


def test_a_second_race_of_a_day_is_asked_about(vocabulary: Vocabulary, now: dt.datetime) -> None:
    race, asked = read_message("half marathon on Oct 3, 10k on Oct 3", vocabulary, now)
    assert _races((race,)) == [("03 Oct", HALF, "")]
    assert isinstance(asked, Unread)
    assert (asked.text, asked.doubt) == ("10k on Oct 3", Doubt.RACE_DAY)
