"""Scales of a chart: where a day and a value lie, and the round values that are written beside it."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_DAYS = 28
"""A shorter time than that is shown as so long: one week must not fill the whole width."""
MOST_TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days laid out from left to right, in pixels; the last day ends where the room does."""

    first: dt.date
    count: int
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        """Return where the middle of a day is."""
        return self.left + ((day - self.first).days + 0.5) * self.one

    @property
    def last(self) -> dt.date:
        """Return the last day."""
        return self.first + dt.timedelta(days=self.count - 1)

    @property
    def one(self) -> float:
        """Return how wide a day is."""
        return (self.right - self.left) / self.count


def days(known: Sequence[dt.date], *, left: float, right: float) -> Days:
    """Return a scale on which all the days fit."""
    first, last = min(known), max(known)
    count = max((last - first).days + 1, LEAST_DAYS)
    return Days(first=last - dt.timedelta(days=count - 1), count=count, left=left, right=right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Values laid out from the bottom up, in pixels."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """Return where a value lies."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def ticks(self) -> list[float]:
        """Return a few round values within the scale."""
        step = _round_step((self.high - self.low) / MOST_TICKS)
        first = math.ceil(self.low / step - 1e-9)
        return [place * step for place in range(first, math.floor(self.high / step + 1e-9) + 1)]


def _round_step(least: float) -> float:
    """Return the smallest of 1, 2 or 5 times a power of ten that is at least so much."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))
