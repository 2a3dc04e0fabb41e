"""What a decision is told of a long log: all that still matters of it, and how much came before."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app.ports import Records
from bot.app.records import Runner
from bot.app.turn import situation
from bot.guidance.situation import Situation
from bot.guidance.thresholds import Thresholds
from bot.store import SqliteStore, open_store
from bot.training.lifts import Exercise, Lift
from bot.training.profile import Profile

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
ANN = Runner(id=1, chat_id=1, created_at=NOW, profile=Profile(timezone="Pacific/Auckland"))
D, S = Exercise.DEADLIFT, Exercise.SQUAT


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """Open a store with Ann in it."""
    opened = await open_store(tmp_path / "bot.db")
    await opened.run(lambda records: records.save_runner(ANN))
    yield opened
    await opened.close()


@pytest.mark.parametrize(
    ("log", "kept", "before"),
    [
        # days ago and exercises in the order of entry; those that are told, earliest first; deadlift sessions before
        (((1, D), (400, D), (3, S), (200, S), (500, D)), (400, 200, 3, 1), 1),
        (((900, S), (800, D), (700, D), (600, S), (500, D)), (700, 600, 500), 1),
        (((900, S), (20, D), (10, D)), (20, 10), 0),
        (((3, S), (900, S)), (3,), 0),
        ((), (), 0),
    ],
)
async def test_the_lifts_of_the_last_two_sessions_and_weeks_are_told_and_the_sessions_before_are_counted(
    store: SqliteStore,
    thresholds: Thresholds,
    log: tuple[tuple[int, Exercise], ...],
    kept: tuple[int, ...],
    before: int,
) -> None:
    lifts = [Lift(at=NOW - dt.timedelta(days=ago), exercise=exercise, sets=()) for ago, exercise in log]

    def work(records: Records) -> Situation:
        records.lifts.add_all(ANN.id, lifts)
        return situation(records, ANN, now=NOW, thresholds=thresholds)

    told = await store.run(work)
    assert ([(NOW - lift.at).days for lift in told.lifts], told.earlier_sessions) == (list(kept), before)


async def test_the_day_of_the_oldest_session_that_matters_is_the_runners_own_and_told_whole(
    store: SqliteStore, thresholds: Thresholds
) -> None:
    # Both on 1 December in Auckland (UTC+13), on two days in UTC; the squat before is of 30 November.
    first = dt.datetime(2025, 11, 30, 11, tzinfo=dt.UTC)
    morning = Lift(at=first, exercise=D, sets=())
    others = [replace(morning, at=first + dt.timedelta(hours=20)), replace(morning, at=NOW - dt.timedelta(days=1))]
    night_before = replace(morning, at=first - dt.timedelta(minutes=1), exercise=S)

    def work(records: Records) -> Situation:
        records.lifts.add_all(ANN.id, [night_before, morning, *others])
        return situation(records, ANN, now=NOW, thresholds=thresholds)

    assert (await store.run(work)).lifts == (morning, *others)
