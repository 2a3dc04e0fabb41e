"""Instants and local days: UTC for what happens, the runner's own zone for what a day is."""

from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)
NOON = time(12)


class Weekday(IntEnum):
    """A day of the week, numbered like `date.weekday()`."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6

    @property
    def key(self) -> str:
        """Return the three lower-case letters used in files and exports."""
        return self.name.lower()


WEEKEND = (Weekday.SAT, Weekday.SUN)


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the UTC instant of a local date and time.

    A local time that does not exist (spring change) moves forward by the change; one that exists twice (autumn
    change) means its first occurrence.
    """
    return datetime.combine(day, at.replace(fold=0) if at.fold else at, tzinfo=zone).astimezone(UTC)


def exists(day: date, zone: ZoneInfo) -> bool:
    """Tell whether a local day exists: a country that crosses the date line leaves one out (Samoa, 30 December 2011).

    No zone ever skipped its noon without the whole day.
    """
    return local_date(instant(day, NOON, zone), zone) == day


def local(at: datetime, zone: ZoneInfo) -> datetime:
    """Return an aware instant as seen on the runner's clock."""
    return at.astimezone(zone)


def local_date(at: datetime, zone: ZoneInfo) -> date:
    """Return the runner's calendar day of an instant."""
    return at.astimezone(zone).date()


def hours_between(earlier: datetime, later: datetime) -> float:
    """Return the elapsed (real, not wall-clock) hours; negative when `later` comes first."""
    return (later - earlier) / HOUR
