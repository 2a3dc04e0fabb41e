"""Days that are only excepted, denied, or of a run that is over for now, get no run."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, MovedRunReading, NotUnderstood, WeekReading
from bot.language.understand import understand
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit, MassUnit
from bot.training.runs import RunKind

MONDAY = dt.datetime(2026, 3, 2, 10)  # noqa: DTZ001  # the runner's own clock


def read(text: str, vocabulary: Vocabulary) -> list[object]:
    """Read a message on a Monday morning."""
    found = understand(text, now=MONDAY, vocabulary=vocabulary, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM)
    return list(found)


def week(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the kind of each day's run of a week."""
    [found] = read(text, vocabulary)
    assert isinstance(found, WeekReading)
    assert found.unread == ()
    return {entry.weekday.key: entry.run.kind.value for entry in found.entries}


@pytest.mark.parametrize(
    "text",
    [
        "I usually run at 6 in the evening except sunday",
        "I usually run at 6pm except sundays",
        "I usually run at 7am but not on sunday",
        "I normally run at 18:00, except fridays",
        "I always run at 6 in the evening apart from sunday",
        "I run at 6pm except tomorrow",
    ],
)
def test_a_day_that_is_only_excepted_gets_no_run(text: str, vocabulary: Vocabulary) -> None:
    found = read(text, vocabulary)
    assert not any(isinstance(one, DatedRunReading | MovedRunReading | WeekReading) for one in found)
    assert any(isinstance(one, NotUnderstood) for one in found)


def test_every_day_but_one_is_still_a_week(vocabulary: Vocabulary) -> None:
    found = week("I run every day at 6 in the evening except sunday", vocabulary)
    assert found == {**dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat"), "other"), "sun": "rest"}


def test_the_day_that_is_excepted_from_days_off_keeps_its_run(vocabulary: Vocabulary) -> None:
    [found] = read("no runs this week except sunday 8am long", vocabulary)
    assert isinstance(found, DatedRunReading)
    assert (found.date, found.run.kind) == (dt.date(2026, 3, 8), RunKind.LONG)


def test_a_day_on_which_nothing_is_run_stays_a_rest_day(vocabulary: Vocabulary) -> None:
    [found] = read("skip friday", vocabulary)
    assert isinstance(found, DatedRunReading)
    assert found.run.kind is RunKind.REST


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "tue intervals, thu tempo and no sunday, sat long",
            {"tue": "intervals", "thu": "tempo", "sat": "long", "sun": "rest"},
        ),
        (
            "tue intervals, thu tempo and no friday, sat long",
            {"tue": "intervals", "thu": "tempo", "fri": "rest", "sat": "long"},
        ),
        ("thurs tempo 7am and the sun long, sunday 8", {"thu": "tempo", "sun": "long"}),
        (
            "tue intervals 6pm, thu tempo 6pm, fri long run is over for now, sat 7am",
            {"tue": "intervals", "thu": "tempo", "sat": "other"},
        ),
        (
            "tue intervals 6pm, thu tempo 6pm, my long runs are on hold at the moment, sat 7am",
            {"tue": "intervals", "thu": "tempo", "sat": "other"},
        ),
    ],
)
def test_a_denied_day_rests_and_a_run_that_is_over_is_none(
    text: str, days: dict[str, str], vocabulary: Vocabulary
) -> None:
    assert week(text, vocabulary) == days
