"""Quiet hours of which only one end is told: "don't text me after 9pm"."""

import datetime as dt
import re

from bot.app.turn import Turn
from bot.language.values import read_clock_time

Span = tuple[dt.time, dt.time]
ONE_END = re.compile(r"\s*(before|until|till|after|past)\s+(.+)", re.IGNORECASE)
MORNING = re.compile(r"\bam\b|\da\.?m\b", re.IGNORECASE)
BEFORE = frozenset({"before", "until", "till"})
USUAL: Span = (dt.time(22), dt.time(6))
"""The other end where none is known."""

HALF_DAY = 12
EARLIEST_EVENING = 6


def of_one_end(turn: Turn, value: str) -> Span | None:
    """Return the quiet hours with the one end that is told, and the other as it was or usually is; None without one.

    They end no later than the morning reminder that the runner chose.
    """
    said = ONE_END.fullmatch(value)
    at = None if said is None else read_clock_time(said[2], vocabulary=turn.knowledge.vocabulary)
    if said is None or not isinstance(at, dt.time):
        return None
    begin, end = turn.runner.reminders.quiet or (USUAL[0], _before_the_reminder(turn))
    if said[1].lower() in BEFORE:
        return (begin, at) if at.hour < HALF_DAY else None
    begin = at if MORNING.search(said[2]) else _in_the_evening(at)
    return (begin, end) if begin != end else None


def _before_the_reminder(turn: Turn) -> dt.time:
    morning = turn.runner.reminders.morning
    return USUAL[1] if morning is None else min(USUAL[1], morning)


def _in_the_evening(at: dt.time) -> dt.time:
    """Return "after 9" as 21:00; nobody is asleep from nine in the morning."""
    return at.replace(hour=at.hour + HALF_DAY) if EARLIEST_EVENING <= at.hour < HALF_DAY else at
