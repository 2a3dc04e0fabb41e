"""Local times become instants, also on the days on which a clock changes."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.training.time import Weekday, hours_between, instant, local, local_date

BERLIN, NEW_YORK, LORD_HOWE, APIA = (
    ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")
)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


NONEXISTENT = [
    pytest.param(BERLIN, "2026-03-29 02:30", "2026-03-29 01:30", "03:30", id="Berlin, an hour"),
    pytest.param(NEW_YORK, "2026-03-08 02:30", "2026-03-08 07:30", "03:30", id="New York, an hour"),
    pytest.param(LORD_HOWE, "2026-10-04 02:15", "2026-10-03 15:45", "02:45", id="Lord Howe, half an hour"),
]


@pytest.mark.parametrize(("zone", "said", "expected", "clock"), NONEXISTENT)
def test_time_that_the_clock_skips_moves_forward_by_the_change(
    zone: ZoneInfo, said: str, expected: str, clock: str
) -> None:
    told = dt.datetime.fromisoformat(said)
    at = instant(told.date(), told.time(), zone)
    assert at == utc(expected)
    assert f"{local(at, zone):%H:%M}" == clock


TWICE = [
    pytest.param(BERLIN, "2026-10-25 02:30", "2026-10-25 00:30", id="Berlin"),
    pytest.param(NEW_YORK, "2026-11-01 01:30", "2026-11-01 05:30", id="New York"),
    pytest.param(LORD_HOWE, "2026-04-05 01:45", "2026-04-04 14:45", id="Lord Howe"),
]


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize(("zone", "said", "expected"), TWICE)
def test_time_that_the_clock_shows_twice_means_its_first_occurrence(
    zone: ZoneInfo, said: str, expected: str, fold: int
) -> None:
    told = dt.datetime.fromisoformat(said)
    assert instant(told.date(), told.time().replace(fold=fold), zone) == utc(expected)


def test_time_of_a_day_that_a_country_skipped_is_the_same_hour_of_the_next() -> None:
    skipped = instant(dt.date(2011, 12, 30), dt.time(7), APIA)
    assert skipped == instant(dt.date(2011, 12, 31), dt.time(7), APIA) == utc("2011-12-30 17:00")
    assert local_date(skipped, APIA) == dt.date(2011, 12, 31)


@pytest.mark.parametrize(
    ("at", "day"),
    [("2011-12-30 09:59", dt.date(2011, 12, 29)), ("2011-12-30 10:00", dt.date(2011, 12, 31))],
)
def test_local_day_jumps_over_the_skipped_one_at_midnight(at: str, day: dt.date) -> None:
    assert local_date(utc(at), APIA) == day


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Kiritimati", dt.date(2026, 3, 3)), ("Pacific/Pago_Pago", dt.date(2026, 3, 1))]
)
def test_local_day_is_the_one_of_the_runner_and_not_of_utc(zone: str, day: dt.date) -> None:
    assert local_date(utc("2026-03-02 10:30"), ZoneInfo(zone)) == day


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        pytest.param(BERLIN, dt.date(2026, 3, 2), 24, id="no change"),
        pytest.param(BERLIN, dt.date(2026, 3, 28), 23, id="Berlin, spring"),
        pytest.param(BERLIN, dt.date(2026, 10, 24), 25, id="Berlin, autumn"),
        pytest.param(LORD_HOWE, dt.date(2026, 10, 3), 23.5, id="Lord Howe, spring"),
        pytest.param(LORD_HOWE, dt.date(2026, 4, 4), 24.5, id="Lord Howe, autumn"),
        pytest.param(APIA, dt.date(2011, 12, 29), 24, id="Apia, the skipped day"),
    ],
)
def test_hours_from_one_evening_to_the_next_are_real_hours(zone: ZoneInfo, day: dt.date, hours: float) -> None:
    evening = instant(day, dt.time(18), zone)
    assert hours_between(evening, instant(day + dt.timedelta(days=1), dt.time(18), zone)) == hours


def test_hours_are_negative_when_the_second_instant_comes_first() -> None:
    assert hours_between(utc("2026-03-02 12:00"), utc("2026-03-02 10:30")) == -1.5


def test_weekdays_are_numbered_like_the_calendar_and_written_in_three_letters() -> None:
    assert Weekday(dt.date(2026, 3, 2).weekday()) is Weekday.MON
    assert [day.key for day in Weekday] == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
