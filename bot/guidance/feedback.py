"""Feedback from runs: two hard runs that suffer soon after lifts are worth speaking up about (C116)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bot.guidance.situation import Book
from bot.training.body import RunReport
from bot.training.runs import RunClass
from bot.training.time import local_date

_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffering:
    """How many of the hard runs reported in `weeks` went worse than planned within `hours` after a deadlift, and when.

    So many as are `needed` are what the guide asks for to react (C116); it is too few to tell them from chance.
    """

    worse: int
    reported: int
    days: tuple[dt.date, ...]
    hours: float
    weeks: float
    needed: int


def suffering(book: Book, *, now: dt.datetime) -> Suffering | None:
    """Return the hard runs of the last weeks that suffered after lifts; None while they are too few to say so.

    A run suffers when it felt worse than planned or came out at least `worse_percent` slower; a run reported twice
    counts once, as it was said last.
    """
    limits = book.thresholds.progress
    reports = list(_reports(book, now))
    worse = tuple(sorted(one.run_date for one in reports if is_worse(book, one)))
    if len(worse) < limits.worse_runs:
        return None
    return Suffering(
        worse=len(worse),
        reported=len(reports),
        days=worse,
        hours=limits.worse_h,
        weeks=limits.worse_days / _WEEK_DAYS,
        needed=limits.worse_runs,
    )


def is_newly_worse(book: Book, day: dt.date, *, now: dt.datetime) -> bool:
    """Tell whether the last word about the run of a local day is the first to say that it suffered after a lift."""
    said = [is_worse(book, one) for one in book.said(RunReport) if one.run_date == day and one.at <= now]
    return said[:1] == [True] and not any(said[1:]) and follows_lift(book, day)


def follows_lift(book: Book, day: dt.date) -> bool:
    """Tell whether a hard run of a local day started within 48 hours after a deadlift; at an unknown time it may."""
    hours = dt.timedelta(hours=book.thresholds.progress.worse_h)
    starts = [run.start for run in book.runs_on(day) if RunClass.QUALITY in run.classes]
    for lift in book.situation.lifts:
        if not lift.exercise.is_deadlift:
            continue
        if any(start is not None and dt.timedelta(0) <= start - lift.at <= hours for start in starts):
            return True
        days = (day - local_date(lift.at, book.zone)).days
        if (not starts or None in starts) and 0 <= days <= hours.days:
            return True
    return False


def is_worse(book: Book, report: RunReport) -> bool:
    """Tell whether a run felt worse than planned or came out clearly slower."""
    slower = report.percent is not None and report.percent >= book.thresholds.progress.worse_percent
    return report.felt_worse or slower


def _reports(book: Book, now: dt.datetime) -> Iterator[RunReport]:
    """Yield the newest report of each run that counts."""
    oldest = local_date(now, book.zone) - dt.timedelta(days=book.thresholds.progress.worse_days)
    seen: set[dt.date] = set()
    for one in book.said(RunReport):
        if one.at > now or one.run_date < oldest or one.run_date in seen:
            continue
        seen.add(one.run_date)
        if follows_lift(book, one.run_date):
            yield one
