"""The next days at a glance: runs, lifts, a verdict for each day, and what holds a week without a heavy slot."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.guidance.asked import Asked
from bot.guidance.changes import Change, smallest_changes
from bot.guidance.engine import decide_on
from bot.guidance.planner import Plan, PlanLift, day_verdict, decided
from bot.guidance.search import next_window, slots
from bot.guidance.situation import Book
from bot.guidance.verdict import Finding, Verdict
from bot.training.runs import Race, Run
from bot.training.time import local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLift:
    """A lift in the week: when (UTC), what the engine says of it, and its main reason where it is held back."""

    at: dt.datetime
    verdict: Verdict
    reason: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """A local day: its runs, its lifts, and the best verdict it reaches with the lifts before it done.

    A day without runs is one of rest, unless nobody ever said what is run on it (`is_told` False, as in R122).
    """

    date: dt.date
    runs: tuple[Run, ...]
    verdict: Verdict
    lifts: tuple[WeekLift, ...] = ()
    is_told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The next days, today first.

    `race` is the next one, however far off. Where none of the runner's slots in them is HEAVY, `blocking` names the
    rule that holds them, `changes` are the smallest ones that would free one, and `strength_helps` says that putting
    strength first would.
    """

    days: tuple[WeekDay, ...]
    race: Race | None = None
    blocking: Finding | None = None
    changes: tuple[Change, ...] = ()
    strength_helps: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether there is neither a run nor a lift in it."""
        return not any(day.runs or day.lifts for day in self.days)


def planned_week(book: Book, plan: Plan, *, now: dt.datetime) -> Week:
    """Show the week with the lifts of a plan."""
    lifts = tuple(WeekLift(at=one.at, verdict=Verdict.HEAVY if one.heavy else Verdict.LIGHT) for one in plan)
    return _week(book, lifts, now=now)


def fixed_week(book: Book, times: Collection[dt.datetime], *, now: dt.datetime) -> Week:
    """Show the week with lift times that the runner fixed: warned about, never moved."""
    lifts = tuple(WeekLift(at=one.at, verdict=one.verdict, reason=one.main) for one in decided(book, times))
    return _week(book, lifts, now=now)


def _week(book: Book, lifts: tuple[WeekLift, ...], *, now: dt.datetime) -> Week:
    done = tuple(
        PlanLift(at=one.at, heavy=one.verdict is Verdict.HEAVY) for one in lifts if one.verdict >= Verdict.LIGHT
    )
    window = next_window(book, after=now, verdict=Verdict.LIGHT)
    changes = () if window.week_blocking is None else _freeing(book, now)
    return Week(
        days=tuple(_days(book, lifts, done, now=now)),
        race=_next_race(book, local_date(now, book.zone)),
        blocking=window.week_blocking,
        changes=changes,
        strength_helps=window.strength_helps,
    )


def _days(book: Book, lifts: tuple[WeekLift, ...], done: Plan, *, now: dt.datetime) -> Iterator[WeekDay]:
    today = local_date(now, book.zone)
    for day in (today + dt.timedelta(days=n) for n in range(book.thresholds.week.days)):
        yield WeekDay(
            date=day,
            runs=book.runs_on(day),
            verdict=day_verdict(book, day, done, now=now),
            lifts=tuple(one for one in lifts if local_date(one.at, book.zone) == day),
            is_told=book.calendar.has_pattern() or book.calendar.has_dated_entry(day),
        )


def _next_race(book: Book, today: dt.date) -> Race | None:
    """Return the next race from today on; of two on one day the one that matters more."""
    coming = (race for race in book.situation.races if race.date >= today)
    return min(coming, key=lambda race: (race.date, race.priority), default=None)


def _freeing(book: Book, now: dt.datetime) -> tuple[Change, ...]:
    """Return the smallest changes of the first slot that some change makes HEAVY."""
    for day, at in slots(book, after=now, days=book.thresholds.week.days):
        asked = Asked(day=day.date, now=now, at=at)
        changes = smallest_changes(book, asked, (decide_on(day, at),))
        if heavy := tuple(one for one in changes if one.verdict is Verdict.HEAVY):
            return heavy
    return ()
