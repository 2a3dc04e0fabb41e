"""One turn of the conversation: who speaks, when, and what the use cases can reach."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.app.consents import waiting
from bot.app.knowledge import Knowledge
from bot.app.ports import Records
from bot.app.records import Runner
from bot.app.reminders import replan
from bot.guidance.situation import Book, Situation
from bot.guidance.thresholds import Thresholds
from bot.training.body import CheckIn, FreeDays, GymHeat, RunReport, Sleep, Soreness, Travel
from bot.training.strength import recent_from
from bot.training.time import instant, local_date

RUNS_MATTER = dt.timedelta(days=60)
"""Longer than the 28 days whose runs tell what is long for a runner, seen from yesterday."""

PASSING_STATES_MATTER = dt.timedelta(days=4)
RUN_REPORTS_MATTER = dt.timedelta(days=60)
FREE_DAYS_MATTER = dt.timedelta(days=4)
"""Longer than such a report can count: soreness for 48 hours, a journey for 24, sleep and heat for their day."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one runner says, inside one transaction.

    `now` is the instant (UTC) of the decision; `said_at` the one at which the words were sent, which is earlier when
    the bot was down in between. Words are read, and records kept, as of when they were said.
    """

    records: Records
    runner: Runner
    now: dt.datetime
    said_at: dt.datetime
    knowledge: Knowledge

    @property
    def zone(self) -> ZoneInfo:
        """Return the runner's zone."""
        return ZoneInfo(self.runner.profile.timezone)

    @property
    def local_now(self) -> dt.datetime:
        """Return when the words were said, on the runner's clock."""
        return self.said_at.astimezone(self.zone)

    @property
    def today(self) -> dt.date:
        """Return the runner's calendar day."""
        return local_date(self.now, self.zone)

    def book(self) -> Book:
        """Return all that is known about the runner, ready for decisions."""
        thresholds = self.knowledge.thresholds
        return Book(situation(self.records, self.runner, now=self.now, thresholds=thresholds), thresholds)

    @contextmanager
    def change(self) -> Iterator[int]:
        """Keep all writes of this block as one change that can be undone; reminders follow what changed."""
        with self.records.change(self.runner.id, self.now) as change_id:
            yield change_id
        self.replan()

    def replan(self) -> None:
        """Bring the runner's reminders in line with what is stored now."""
        replan(self.records, self.runner.id, now=self.now, limits=self.knowledge.thresholds)

    def fresh(self) -> "Turn":
        """Return the turn with the runner as stored now."""
        return replace(self, runner=self.records.runner(self.runner.id) or self.runner)

    def save(self, runner: Runner) -> "Turn":
        """Keep a changed runner and go on with it."""
        self.records.save_runner(runner)
        return replace(self, runner=runner)


def situation(records: Records, runner: Runner, *, now: dt.datetime, thresholds: Thresholds) -> Situation:
    """Gather what is known about a runner and can still matter to a decision now or later."""
    zone = ZoneInfo(runner.profile.timezone)
    since = now - dt.timedelta(weeks=thresholds.strength.e1rm_weeks)
    # A log of twenty years is read in every turn: only what still matters of it is decoded.
    first_day, earlier_sessions = recent_from(records.deadlifted_at(runner.id), zone, since=since)
    oldest_run = local_date(now, zone) - RUNS_MATTER
    return Situation(
        profile=runner.profile,
        patterns=tuple(values(records.patterns.of(runner.id))),
        dated_runs=tuple(run for run in values(records.dated_runs.of(runner.id)) if run.date >= oldest_run),
        races=tuple(values(records.races.of(runner.id))),
        lifts=records.lifts_since(runner.id, instant(first_day, dt.time(), zone)),
        earlier_sessions=earlier_sessions,
        checkins=tuple(
            checkin
            for checkin in values(records.checkins.of(runner.id))
            if _matters(checkin, now, local_date(now, zone))
        ),
        red_flags=tuple(values(records.red_flags.of(runner.id))),
        health=(
            *values(records.health.of(runner.id)),
            # Nothing is advised as if what was told had not been told.
            *waiting(records, runner.id, local_date(now, zone)),
        ),
    )


def _matters(checkin: CheckIn, now: dt.datetime, today: dt.date) -> bool:
    match checkin:
        case FreeDays():
            return checkin.date >= today - FREE_DAYS_MATTER
        case Soreness() | Sleep() | GymHeat() | Travel():
            return checkin.at >= now - PASSING_STATES_MATTER
        case RunReport():
            return checkin.at >= now - RUN_REPORTS_MATTER
    return True


def values(rows: Iterable[tuple[int, T]]) -> list[T]:
    """Return the records of a shelf without their ids."""
    return [value for _, value in rows]
