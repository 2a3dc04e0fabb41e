"""The instants of a day at which a verdict can change: everything that a rule of moments compares L with."""

import datetime as dt
from collections.abc import Iterator

from bot.guidance.situation import Day
from bot.guidance.thresholds import Thresholds
from bot.training.body import HeatIllness, Soreness, Travel, Well
from bot.training.runs import Run, RunClass
from bot.training.time import instant


def turning_points(day: Day) -> list[dt.datetime]:
    """Return the instants (UTC), in no order, some of them on other days; between two of them no verdict changes.

    A rule of moments that compares L with anything new has to name it here; the properties hold the day's answer
    against one that decides every moment.
    """
    points: list[dt.datetime] = []
    for offset in (-1, 0, 1):
        for run in day.timed(offset):
            points += _on_the_run(day, run)
    for run in day.timed(0):
        points += _around_today(day, run)
    points += _other_days(day)
    points += _reports(day)
    return points


def _around_today(day: Day, run: Run) -> Iterator[dt.datetime]:
    """Yield where a run of the day itself is far enough away (R60, R64, R70)."""
    if run.start is None or run.end is None:
        return
    lift = day.book.lift_span
    if RunClass.QUALITY in run.classes:
        yield run.start - lift - dt.timedelta(hours=day.thresholds.ahead.hard_today_h)
        yield run.end + dt.timedelta(hours=day.thresholds.behind.hard_today_h)
    if RunClass.STEADY in run.classes:
        yield run.start - lift - dt.timedelta(hours=day.thresholds.ahead.steady_today_h)


def _on_the_run(day: Day, run: Run) -> tuple[dt.datetime, ...]:
    """Return where a run changes sides (R70), and where a lift begins to run into it and comes free again (R73)."""
    if run.start is None or run.end is None:
        return ()
    return run.start, run.start - day.book.lift_span, run.end


def _other_days(day: Day) -> Iterator[dt.datetime]:
    """Yield where yesterday's long run (R71) is long enough ago, and the hard one in two days (R62) too near."""
    limits = day.thresholds
    for run in day.runs_of(-1, RunClass.LONG):
        if run.start is not None:
            yield run.start + dt.timedelta(hours=limits.behind.long_yesterday_h)
    for run in day.runs_of(2, RunClass.QUALITY):
        start = run.start or instant(run.date, limits.ahead.assumed_time, day.book.zone)
        yield start - dt.timedelta(hours=limits.ahead.hard_in_two_days_h)


def _reports(day: Day) -> Iterator[dt.datetime]:
    """Yield where a report begins to count, and where it ends (R00, R20, R21, R30, R31, R80, R110, R111)."""
    told = day.book.situation
    for flag in told.red_flags:
        yield from (flag.at, flag.ended_at or flag.at)
    lives = _lives(day.thresholds) if told.checkins else {}
    for checkin in told.checkins:
        yield checkin.at
        yield from (checkin.at + dt.timedelta(hours=hours) for hours in lives.get(type(checkin), ()))
        if isinstance(checkin, HeatIllness) and checkin.cleared_at is not None:
            yield checkin.cleared_at


def _lives(limits: Thresholds) -> dict[type, tuple[float, ...]]:
    """Return after how many hours a report of each kind changes what it says."""
    return {
        Soreness: (limits.sore.light_hours, limits.sore.no_hours),
        Well: (limits.ill.well_hours,),
        Travel: (limits.rest.travel_counts_h,),
    }
