"""Fevers, long drives, races given up, days off: read however they are told, and nothing where others are meant."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    GymReading,
    HealthReading,
    IllnessReading,
    Meaning,
    SettingReading,
    SleepReading,
    SorenessReading,
    TravelReading,
    WeekReading,
    WellReading,
)
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from tests.language.reading import read_message

NOON = dt.datetime(2026, 9, 2, 12, tzinfo=ZoneInfo("Europe/Berlin"))
Read = Callable[[str], tuple[Meaning, ...]]

TOLD: dict[type[Meaning], list[str]] = {
    IllnessReading: [
        "temp 38.5 and shivering under two duvets, no running for me",
        "temperature was 39.2 this morning, not moving",
        "temp of 39 and the shakes",
        "woke up with a temperature of thirty eight four and a cough",
        "temperature of thirty nine and my throat is on fire",
    ],
    WellReading: [
        "back in the land of the living after that flu, ate a full breakfast",
        "the flu is finally behind me",
    ],
    TravelReading: [
        "12 hrs in the cab yesterday, I-40 all the way",
        "11 hours behind the wheel yesterday",
        "nine hours on the coach yesterday",
    ],
    DroppedRaceReading: [
        "Not doing the Cardiff half any more, sold my number",
        "No Berlin marathon for me any more, I gave back my place today",
        "not running the Leeds 10k after all",
    ],
    GymReading: ["36 degrees along the seawall, 10k done", "sat 20 mins in the sauna last night at the leisure centre"],
    SettingReading: ["can you show me everything in pounds, I dont do kilos", "show me the weights in lbs please"],
    HealthReading: ["I'm 68 by the way, in case that matters to your sums", "btw im 71"],
    SorenessReading: ["rest day today, legs like lead", "legs are dead. rest day today"],
}


@pytest.fixture
def understood(vocabulary: Vocabulary) -> Read:
    """Return what reads a message."""
    return lambda text: read_message(text, vocabulary, NOON)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TOLD.items() for text in texts])
def test_what_is_told_is_read(understood: Read, kind: type[Meaning], text: str) -> None:
    assert any(isinstance(one, kind) for one in understood(text))


@pytest.mark.parametrize("text", TOLD[SorenessReading])
def test_a_rest_day_is_told_beside_sore_legs(understood: Read, text: str) -> None:
    [rest] = [one for one in understood(text) if isinstance(one, DatedRunReading)]
    assert (rest.date, rest.run.kind) == (NOON.date(), RunKind.REST)


@pytest.mark.parametrize(
    "text",
    [
        "no running for me til monday now, it's my cousin's wedding and I'm on duty from morning to night all weekend",
        "no runs until thursday, the kids are off school and the sitter has gone to Spain for the whole of it",
    ],
)
def test_days_off_until_a_day_are_no_week(understood: Read, text: str) -> None:
    assert not any(isinstance(one, WeekReading) for one in understood(text))


@pytest.mark.parametrize(
    ("text", "ran", "rested"),
    [
        ("sorry I did that easy run on monday not tuesday", dt.date(2026, 8, 31), dt.date(2026, 9, 1)),
        ("my long run was on saturday not sunday", dt.date(2026, 8, 29), dt.date(2026, 8, 30)),
    ],
)
def test_a_run_on_another_day_than_was_said(understood: Read, text: str, ran: dt.date, rested: dt.date) -> None:
    found = [one for one in understood(text) if isinstance(one, DatedRunReading)]
    assert [(one.date, one.done) for one in found] == [(ran, True), (rested, False)]


@pytest.mark.parametrize(
    "text",
    [
        "the year 9s did hill sprints today, I only held the stopwatch and shouted",
        "year 10 did 6x400 today, I only timed them",
        "my under 12s did a 5k today, I just stood there",
        "when I was in the army we used to do 10 miles every morning, and nobody asked us how we had slept ha ha",
        "nobody asked how we had slept",
        "when i was a student we ran 10k drunk, and slept 3 hours",
    ],
)
def test_what_others_did_or_was_long_ago_is_kept_by_nobody(understood: Read, text: str) -> None:
    assert not any(isinstance(one, DatedRunReading | SleepReading) for one in understood(text))


@pytest.mark.parametrize("text", ["water temp 38.5 in the pool", "garage temp is 38.5 today", "my temperature is 36.6"])
def test_other_temperatures_are_no_illness(understood: Read, text: str) -> None:
    assert not any(isinstance(one, IllnessReading) for one in understood(text))


@pytest.mark.parametrize(
    "text",
    [
        "no parkrun for me this time",
        "no long run for me this time",
        "not doing the tuesday track half any more",
    ],
)
def test_what_is_no_race_that_was_entered_is_none_given_up(understood: Read, text: str) -> None:
    assert not any(isinstance(one, DroppedRaceReading) for one in understood(text))
