"""One turn of the conversation: who speaks, when, and what the use cases can reach."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.app.knowledge import Knowledge
from bot.app.ports import Records
from bot.app.records import Runner
from bot.app.reminders import replan
from bot.guidance.situation import Book, Situation
from bot.training.time import local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one runner says at one instant (UTC), inside one transaction."""

    records: Records
    runner: Runner
    now: dt.datetime
    knowledge: Knowledge

    @property
    def zone(self) -> ZoneInfo:
        """Return the runner's zone."""
        return ZoneInfo(self.runner.profile.timezone)

    @property
    def local_now(self) -> dt.datetime:
        """Return now on the runner's clock."""
        return self.now.astimezone(self.zone)

    @property
    def today(self) -> dt.date:
        """Return the runner's calendar day."""
        return local_date(self.now, self.zone)

    def book(self) -> Book:
        """Return all that is known about the runner, ready for decisions."""
        return Book(situation(self.records, self.runner), self.knowledge.thresholds)

    @contextmanager
    def change(self) -> Iterator[int]:
        """Keep all writes of this block as one change that can be undone; reminders follow what changed."""
        with self.records.change(self.runner.id, self.now) as change_id:
            yield change_id
        self.replan()

    def replan(self) -> None:
        """Bring the runner's reminders in line with what is stored now."""
        replan(self.records, self.runner.id, now=self.now)

    def save(self, runner: Runner) -> "Turn":
        """Keep a changed runner and go on with it."""
        self.records.save_runner(runner)
        return replace(self, runner=runner)


def situation(records: Records, runner: Runner) -> Situation:
    """Gather everything known about a runner."""
    return Situation(
        profile=runner.profile,
        patterns=tuple(value for _, value in records.patterns.of(runner.id)),
        dated_runs=tuple(value for _, value in records.dated_runs.of(runner.id)),
        races=tuple(value for _, value in records.races.of(runner.id)),
        lifts=tuple(sorted((value for _, value in records.lifts.of(runner.id)), key=lambda lift: lift.at)),
        checkins=tuple(value for _, value in records.checkins.of(runner.id)),
        red_flags=tuple(value for _, value in records.red_flags.of(runner.id)),
    )
