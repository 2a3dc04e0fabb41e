"""One reminder on every local day that exists, in the odd zones; `python -m benchmarks.zones` looks at all of them."""

import pytest

from bot.guidance.thresholds import Thresholds
from tests.app.zone_days import SAMOA_2011, TIMES, YEAR_2028, faults, walked

ODD = (
    "Africa/Cairo",  # changes at midnight
    "Africa/Casablanca",  # goes back for Ramadan
    "America/Santiago",  # the south, at midnight
    "Antarctica/Troll",  # two hours
    "Asia/Kathmandu",  # a quarter of an hour
    "Australia/Lord_Howe",  # half an hour
    "Pacific/Apia",
    "Pacific/Chatham",
)


@pytest.mark.parametrize("zone", ODD)
def test_every_local_day_of_a_leap_year_has_one_reminder(zone: str, thresholds: Thresholds) -> None:
    assert faults(zone, TIMES, YEAR_2028, thresholds) == []


def test_samoa_has_one_on_each_day_that_it_had(thresholds: Thresholds) -> None:
    assert faults("Pacific/Apia", TIMES, SAMOA_2011, thresholds) == []
    assert [day.day for day in walked("Pacific/Apia", TIMES, SAMOA_2011)[TIMES[0]]] == [28, 29, 31, 1, 2]
