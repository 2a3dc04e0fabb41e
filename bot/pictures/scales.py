"""Scales of a chart: where a day and a value lie, and the round values that are written beside it."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

MOST_TICKS = 5
FIVE_DIGITS = 10_000


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
    return Days(first=first, count=(last - first).days + 1, left=left, right=right)


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

    def ticks(self, most: int = MOST_TICKS) -> list[float]:
        """Return round values within the scale, in at most so many steps."""
        step = _round_step((self.high - self.low) / most)
        first = math.ceil(self.low / step - 1e-9)
        return [place * step for place in range(first, math.floor(self.high / step + 1e-9) + 1)]


def round_up(value: float, steps: int) -> float:
    """Return the least value of at most so many round steps that is not below another."""
    step = _round_step(value / steps)
    return math.ceil(value / step - 1e-9) * step


def short(value: float, *, beside: float = 0) -> str:
    """Return a number of at most five letters: in thousands where it, or the largest one beside it, has five digits."""
    return f"{value / 1000:.3g}k" if max(value, beside) >= FIVE_DIGITS else f"{value:g}"


def _round_step(least: float) -> float:
    """Return the smallest of 1, 2 or 5 times a power of ten that is at least so much."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))
