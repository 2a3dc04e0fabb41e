"""A bot's due table without its chat: settings and records of one runner, and what would be sent as time goes by."""

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.app.ports import Records
from bot.app.records import Due, DueState, ReminderSettings, Runner
from bot.app.reminders import replan
from bot.app.reminding import in_turn
from bot.guidance.thresholds import Thresholds
from bot.library.library import Library
from bot.service import reminder
from bot.store import open_store
from bot.training.lifts import FixedLift
from bot.training.profile import Profile

ANN = 11
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A reminder that was sent: when, and its row."""

    at: dt.datetime
    due: Due


def a_runner(zone: str, **settings: object) -> Runner:
    """Return a runner in a zone with some reminder settings."""
    made = replace(ReminderSettings(warmup_min=None), **settings)  # type: ignore[arg-type]  # the caller names fields
    profile = Profile(timezone=zone, timezone_known=True, lifting_since=dt.date(2020, 1, 1))
    return Runner(
        id=ANN, chat_id=ANN, created_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC), profile=profile, reminders=made
    )


def in_records(work: Callable[[Records], T]) -> T:
    """Do something with the records of a new database."""

    async def run() -> T:
        store = await open_store(Path(":memory:"))
        try:
            return await store.run(work)
        finally:
            await store.close()

    return asyncio.run(run())


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One runner's settings and lift times, what else is in their records, and from when to when the bot runs."""

    runner: Runner
    since: dt.datetime
    days: float
    lifts: tuple[FixedLift, ...] = ()
    told: Callable[[Records], None] = lambda _: None


def sent_in(life: Life, library: Library) -> list[Sent]:
    """Return what is sent to a runner when the bot wakes exactly when something is due."""
    return in_records(partial(_live, life, library))


def _live(life: Life, library: Library, records: Records) -> list[Sent]:
    limits: Thresholds = library.knowledge.thresholds
    settle_in(records, life)
    replan(records, ANN, now=life.since, limits=limits)
    sent = []
    while (due_at := records.next_due_at()) is not None and due_at <= life.since + dt.timedelta(days=life.days):
        for due, _ in in_turn(records.due_before(due_at, 100), due_at):
            messages = reminder(library, records, due, due_at)
            records.settle_due(due.id, DueState.QUEUED if messages else DueState.SILENT)
            sent += [Sent(at=due_at, due=due)] * bool(messages)
        replan(records, ANN, now=due_at, limits=limits)
    return sent


def settle_in(records: Records, life: Life) -> None:
    """Keep a runner with their lift times and what else they told."""
    records.save_runner(life.runner)
    for lift in life.lifts:
        records.fixed_lifts.add(ANN, lift)
    life.told(records)
