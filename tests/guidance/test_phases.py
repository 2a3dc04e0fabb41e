"""When a taper begins, by the race table (guidance.md, section 4)."""

import datetime as dt

import pytest

from bot.guidance.phases import taper_start
from bot.guidance.thresholds import Thresholds
from bot.training.runs import Priority, Race

RACE_DAY = dt.date(2026, 9, 27)


def days_before(thresholds: Thresholds, race: Race, *others: Race) -> int | None:
    """Return how many days before a race its taper begins."""
    begins = taper_start((race, *others), race, thresholds.races)
    return None if begins is None else (race.date - begins).days


@pytest.mark.parametrize(("km", "days"), [(5.0, 10), (10.0, 10), (21.1, 12), (None, 12), (42.2, 14), (100.0, 14)])
def test_the_taper_begins_with_the_light_days_of_its_distance(
    km: float | None, days: int, thresholds: Thresholds
) -> None:
    assert days_before(thresholds, Race(date=RACE_DAY, distance_km=km)) == days


@pytest.mark.parametrize("priority", [Priority.B, Priority.C])
def test_a_minor_race_has_no_taper(priority: Priority, thresholds: Thresholds) -> None:
    assert days_before(thresholds, Race(date=RACE_DAY, distance_km=10.0, priority=priority)) is None


def test_a_taper_waits_for_the_recovery_of_an_earlier_race(thresholds: Thresholds) -> None:
    """A half marathon is recovered from on days 0 to 6; day 7 after it is day -8 before the marathon."""
    earlier = Race(date=RACE_DAY - dt.timedelta(days=15), distance_km=21.1, priority=Priority.C)
    assert days_before(thresholds, Race(date=RACE_DAY, distance_km=42.2), earlier) == 15 - 7


def test_a_taper_that_goes_on_from_an_earlier_one_has_no_beginning_of_its_own(thresholds: Thresholds) -> None:
    earlier = Race(date=RACE_DAY + dt.timedelta(days=2), distance_km=42.2)
    assert days_before(thresholds, Race(date=RACE_DAY, distance_km=10.0), earlier) is None
