"""The engine: all rules on one moment, and the day's answer over all of its moments."""

import datetime as dt
from dataclasses import dataclass

from bot.guidance.rules import RULES
from bot.guidance.situation import Book, Moment
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.training.time import instant, local_date


def decide(book: Book, at: dt.datetime) -> Decision:
    """Decide the moment `at` (aware) at which the first work set would start.

    The verdict is the lowest cap of all rules that fire, HEAVY without any; rules never raise one another's cap, so
    their order does not matter (guidance.md, section 2).
    """
    return decide_moment(book.moment(at))


def decide_moment(moment: Moment) -> Decision:
    """Decide a prepared moment."""
    found = [finding for rule in RULES if (finding := rule.evaluate(moment)) is not None]
    found.sort(key=_weight)
    verdict = min((finding.cap for finding in found), default=Verdict.HEAVY)
    return Decision(at=moment.at, verdict=verdict, findings=tuple(found), phase=moment.phase)


def _weight(finding: Finding) -> tuple[int, int, int]:
    return finding.cap, finding.group, int(finding.code[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of a day in which one verdict holds: its first and last moments (UTC), both inclusive."""

    first: dt.datetime
    last: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer:
    """The answer about a whole day: the best verdict that any of its moments reaches, and where.

    `best` decides the first moment of the first window, `now` the first moment of the day that is left.
    """

    day: dt.date
    verdict: Verdict
    windows: tuple[Window, ...]
    best: Decision
    now: Decision


def decide_day(book: Book, day: dt.date, *, now: dt.datetime) -> DayAnswer:
    """Answer about all that is left of a local day, or all of another day (guidance.md, section 3)."""
    decisions = [decide(book, at) for at in moments(book, day, now=now)]
    best = max(decisions, key=lambda one: one.verdict)
    return DayAnswer(
        day=day,
        verdict=best.verdict,
        windows=_windows(decisions, best.verdict),
        best=best,
        now=decisions[0],
    )


def moments(book: Book, day: dt.date, *, now: dt.datetime) -> tuple[dt.datetime, ...]:
    """Return the moments of a day's answer, earliest first; never none.

    Today: now, when it lies within the day's hours, and every step after it; before them all steps; after them only
    now. Another day: all steps. A local time that a clock change skips gives no moment of its own.
    """
    steps = _steps(book, day)
    if day != local_date(now, book.zone):
        return steps
    first, last = steps[0], steps[-1]
    if now > last:
        return (now,)
    left = tuple(at for at in steps if at > now)
    return (now, *left) if now >= first else left


def _steps(book: Book, day: dt.date) -> tuple[dt.datetime, ...]:
    hours = book.thresholds.day
    first, last = (at.hour * 60 + at.minute for at in (hours.first, hours.last))
    minutes = range(first, last + 1, hours.step_min)
    return tuple(sorted({instant(day, dt.time(m // 60, m % 60), book.zone) for m in minutes}))


def _windows(decisions: list[Decision], verdict: Verdict) -> tuple[Window, ...]:
    windows: list[Window] = []
    open_window = False
    for decision in decisions:
        if decision.verdict is not verdict:
            open_window = False
        elif open_window:
            windows[-1] = Window(first=windows[-1].first, last=decision.at)
        else:
            windows.append(Window(first=decision.at, last=decision.at))
            open_window = True
    return tuple(windows)
