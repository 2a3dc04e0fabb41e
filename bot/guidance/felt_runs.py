"""How quality runs went after lifts: counted by how long after a deadlift they started, and compared with care."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb

from bot.guidance.feedback import is_worse
from bot.guidance.situation import Book
from bot.training.body import RunReport
from bot.training.runs import RunClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """How many runs were reported, and how many of these went worse than planned."""

    worse: int
    reported: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeltRuns:
    """Quality runs by the hours from the last deadlift to their start: up to `soon_h`, up to `later_h`, all others.

    `soon_worse` and `later_worse` tell whether they clearly went worse more often than the others; None is too few
    reports to say anything. `unplaced` reports are of days without a quality run whose time is known.
    """

    soon: Felt
    later: Felt
    others: Felt
    unplaced: int
    soon_worse: bool | None
    later_worse: bool | None
    soon_h: float
    later_h: float

    @property
    def reported(self) -> int:
        """Return how many runs were reported, the unplaced too."""
        return self.soon.reported + self.later.reported + self.others.reported + self.unplaced


def felt_runs(book: Book, *, now: dt.datetime) -> FeltRuns:
    """Count the reports of quality runs after lifts, each run once as it was said last (C116).

    Whether two counts differ is decided by Fisher's exact test, one-sided, once there are enough reports of each
    (`thresholds.toml`, judgement): few runs are told of, and a difference of two can be chance.
    """
    lifts = sorted(lift.at for lift in book.situation.lifts if lift.exercise.is_deadlift)
    placed: dict[int | None, list[RunReport]] = {}
    for report in _newest(book, now):
        placed.setdefault(_place(book, report, lifts), []).append(report)
    soon, later, others = (_felt(book, placed.get(place, ())) for place in range(3))
    return FeltRuns(
        soon=soon,
        later=later,
        others=others,
        unplaced=len(placed.get(None, ())),
        soon_worse=_is_clearly_worse(book, soon, others),
        later_worse=_is_clearly_worse(book, later, others),
        soon_h=book.thresholds.progress.soon_h,
        later_h=book.thresholds.progress.worse_h,
    )


def _newest(book: Book, now: dt.datetime) -> Iterator[RunReport]:
    seen: set[dt.date] = set()
    for report in book.said(RunReport):
        if report.at <= now and report.run_date not in seen:
            seen.add(report.run_date)
            yield report


def _place(book: Book, report: RunReport, lifts: Sequence[dt.datetime]) -> int | None:
    """Return 0 for a run soon after a lift, 1 for one later, 2 for any other, None when its start is not known.

    Limits are inclusive: exactly 24 h is soon (guidance.md, section 1).
    """
    starts = [run.start for run in book.runs_on(report.run_date) if RunClass.QUALITY in run.classes]
    start = next((start for start in starts if start is not None), None)
    if start is None:
        return None
    before = bisect_right(lifts, start)
    if not before:
        return 2
    after, limits = start - lifts[before - 1], book.thresholds.progress
    return (after > dt.timedelta(hours=limits.soon_h)) + (after > dt.timedelta(hours=limits.worse_h))


def _felt(book: Book, reports: Sequence[RunReport]) -> Felt:
    return Felt(worse=sum(is_worse(book, report) for report in reports), reported=len(reports))


def _is_clearly_worse(book: Book, one: Felt, others: Felt) -> bool | None:
    limits = book.thresholds.progress
    if min(one.reported, others.reported) < limits.fewest_reports:
        return None
    return chance_of(one, others) <= limits.chance


def chance_of(one: Felt, others: Felt) -> float:
    """Return the probability (0-1) that chance puts at least so many of all bad runs into the first group.

    Fisher's exact test, one-sided: the tail of the hypergeometric distribution.
    """
    total, bad = one.reported + others.reported, one.worse + others.worse
    ways = (comb(bad, n) * comb(total - bad, one.reported - n) for n in range(one.worse, min(one.reported, bad) + 1))
    return sum(ways) / comb(total, one.reported)
