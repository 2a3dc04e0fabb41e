"""Running after a lift: what fits how soon, and which planned runs do not (guidance.md, section 3)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.guidance.engine import decide
from bot.guidance.situation import Book
from bot.guidance.thresholds import AfterLift
from bot.training.body import Soreness
from bot.training.runs import Run, RunClass
from bot.training.time import hours_between, local_date

AFTER_LIFT_CLAIMS = (
    *("C052", "C054", "C057", "C058", "C059", "C060", "C062", "C063"),
    *("C064", "C065", "C066", "C067", "C068", "C072"),
)
"""The claims behind the advice."""

DAY = dt.timedelta(days=1)


class Clash(StrEnum):
    """Why a planned run does not fit after a lift."""

    QUALITY_SOON = "quality_soon"
    STEADY_SOON = "steady_soon"
    LONG_SAME_DAY = "long_same_day"
    DESCENTS = "descents"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A planned run that a limit does not allow; `hours` from the lift to its start, None at an unknown time."""

    run: Run
    clash: Clash
    hours: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAdvice:
    """What may be run after a lift, heavy or light; `limits` are the numbers.

    `longest_km` and `longest_min` are 80 % of the longest run of the 28 days before, where one is known. `apart_from`
    is from when a run later the same day is best, `steady_from` and `quality_from` from when those runs fit (UTC);
    quality may come earlier on the lift's own day after a light one: `quality_same_day_from`. `experienced` may take
    strides right after. `shorter` and `walk` follow the newest soreness that still counts.
    """

    heavy: bool
    limits: AfterLift
    lift_at: dt.datetime
    apart_from: dt.datetime
    steady_from: dt.datetime
    quality_from: dt.datetime
    quality_same_day_from: dt.datetime | None
    experienced: bool
    longest_km: float | None = None
    longest_min: float | None = None
    shorter: bool = False
    walk: bool = False
    conflicts: tuple[Conflict, ...] = ()


def after_lift(book: Book, *, lift_at: dt.datetime, heavy: bool, now: dt.datetime) -> RunAdvice:
    """Return the limits for the 48 hours after a lift at `lift_at` (UTC), and the planned runs from `now` against them.

    After a heavy lift every limit of the document holds; after a light one quality fits from 6 hours after the lift's
    end on the same day, not on the next, and everything else easy or steady (C052 to C068, judgement).
    """
    limits = book.thresholds.after_lift
    end = lift_at + dt.timedelta(minutes=book.thresholds.basics.lift_min)
    same_day = end + dt.timedelta(hours=limits.light_quality_h)
    on_the_day = local_date(same_day, book.zone) == local_date(lift_at, book.zone)
    level = _soreness(book, now)
    before = tuple(_runs_before(book, lift_at))
    advice = RunAdvice(
        heavy=heavy,
        limits=limits,
        lift_at=lift_at,
        apart_from=end + dt.timedelta(hours=limits.apart_h),
        steady_from=lift_at + dt.timedelta(hours=limits.steady_h) if heavy else end,
        quality_from=_quality_from(book, lift_at, heavy=heavy),
        quality_same_day_from=None if heavy or not on_the_day else same_day,
        experienced=_is_experienced(book, lift_at),
        longest_km=_longest(book, [run.spec.distance_km for run in before]),
        longest_min=_longest(book, [run.spec.duration_min for run in before]),
        shorter=limits.sore_shorter_level <= level < limits.sore_walk_level,
        walk=level >= limits.sore_walk_level,
    )
    return replace(advice, conflicts=tuple(_conflicts(book, advice, now)))


def _quality_from(book: Book, lift_at: dt.datetime, *, heavy: bool) -> dt.datetime:
    """Return from when quality fits on another day: 48 hours after a heavy lift, the second day after a light one."""
    if heavy:
        return lift_at + dt.timedelta(hours=book.thresholds.after_lift.quality_h)
    second = local_date(lift_at, book.zone) + 2 * DAY
    return dt.datetime.combine(second, dt.time(), tzinfo=book.zone).astimezone(dt.UTC)


def _soreness(book: Book, now: dt.datetime) -> int:
    """Return the newest soreness that still counts; a strong one counts longer (R80)."""
    limits = book.thresholds.sore
    newest = next((one for one in book.said(Soreness) if one.at <= now), None)
    if newest is None:
        return 0
    life = limits.no_hours if newest.level >= limits.no_level else limits.light_hours
    return newest.level if now - newest.at < dt.timedelta(hours=life) else 0


def _is_experienced(book: Book, lift_at: dt.datetime) -> bool:
    """Tell whether the runner is known to have lifted for long: rule R91 holds nothing back."""
    known = book.profile.lifting_since is not None
    return known and all(finding.code != "R91" for finding in decide(book, lift_at).findings)


def _runs_before(book: Book, lift_at: dt.datetime) -> Iterator[Run]:
    day = local_date(lift_at, book.zone)
    for ago in range(1, book.thresholds.after_lift.longest_days + 1):
        yield from book.runs_on(day - ago * DAY)


def _longest(book: Book, lengths: list[float | None]) -> float | None:
    known = [length for length in lengths if length is not None]
    return max(known) * book.thresholds.after_lift.longest_share if known else None


def _conflicts(book: Book, advice: RunAdvice, now: dt.datetime) -> Iterator[Conflict]:
    lift_day = local_date(advice.lift_at, book.zone)
    for days in range(3):
        for run in book.runs_on(lift_day + days * DAY):
            clash = None if run.race or not _is_ahead(book, run, advice, now) else _clash(book, run, advice, days)
            if clash is not None:
                hours = None if run.start is None else hours_between(advice.lift_at, run.start)
                yield Conflict(run=run, clash=clash, hours=hours)


def _is_ahead(book: Book, run: Run, advice: RunAdvice, now: dt.datetime) -> bool:
    if run.done:
        return False
    if run.start is None:
        return run.date >= local_date(now, book.zone)
    return run.start >= max(now, advice.lift_at)


def _clash(book: Book, run: Run, advice: RunAdvice, days: int) -> Clash | None:
    if RunClass.LONG in run.classes and days == 0:
        return Clash.LONG_SAME_DAY
    if RunClass.QUALITY in run.classes and _is_soon(run, advice, days):
        return Clash.QUALITY_SOON
    if not advice.heavy:
        return None
    if RunClass.STEADY in run.classes and (days <= 1 if run.start is None else run.start < advice.steady_from):
        return Clash.STEADY_SOON
    if RunClass.HILLY in run.classes and days <= 1:
        return Clash.DESCENTS
    return Clash.TOO_LONG if days <= 1 and _is_too_long(book, run, advice, days) else None


def _is_soon(run: Run, advice: RunAdvice, days: int) -> bool:
    """Tell whether a hard run comes before it fits; at an unknown time it may."""
    if run.start is None:
        return True
    if days == 0 and advice.quality_same_day_from is not None:
        return run.start < advice.quality_same_day_from
    return run.start < advice.quality_from


def _is_too_long(book: Book, run: Run, advice: RunAdvice, days: int) -> bool:
    limits = book.thresholds.after_lift
    if days == 1:
        return run.minutes > limits.next_day_min
    end = advice.lift_at + dt.timedelta(minutes=book.thresholds.basics.lift_min)
    at_once = run.start is not None and run.start < end + dt.timedelta(hours=limits.at_once_h)
    if at_once and run.minutes > limits.at_once_min:
        return True
    minutes, km = run.spec.duration_min, run.spec.distance_km
    over_km = km is not None and advice.longest_km is not None and km > advice.longest_km
    over_min = minutes is not None and advice.longest_min is not None and minutes > advice.longest_min
    return over_km or over_min
