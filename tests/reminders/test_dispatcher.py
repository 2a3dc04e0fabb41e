"""The dispatcher wakes when something is due, whatever the machine's clock does."""

import asyncio
import datetime as dt
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot import clock
from bot.app.records import Due, DueState, Lane, Method, OutMessage, OutState
from bot.reminders import dispatcher
from bot.reminders.deriving import Deriver
from bot.reminders.dispatcher import Dispatcher
from bot.store import SqliteStore, open_store
from tests.store.samples import ANN, BEN, DAY, DRAFT, NOON, greet, occurrence

HOUR = dt.timedelta(hours=1)
PATIENCE_S = 5.0


@asynccontextmanager
async def dispatching(
    *, now: Callable[[], dt.datetime] | None = None, unplannable: int = 0, failures: Sequence[Exception] = ()
) -> AsyncIterator[tuple[SqliteStore, Dispatcher]]:
    """Run a dispatcher that says the name of each reminder's item, after so many failures; "silent" says nothing.

    Nothing is planned anew; for one runner that fails.
    """
    store = await open_store(Path(":memory:"))
    to_come = list(failures)

    def compose(_records: object, due: Due, _at: dt.datetime) -> list[OutMessage]:
        if to_come:
            raise to_come.pop()
        text, lane = {"text": due.item}, Lane.BULK
        said = OutMessage(chat_id=due.runner_id, method=Method.SEND, payload=text, lane=lane, due_id=due.id)
        return [] if due.item == "silent" else [said]

    def replan(_records: object, runner_id: int, _at: dt.datetime) -> None:
        if runner_id == unplannable:
            raise sqlite3.IntegrityError("this runner's records make no sense")

    deriver = Deriver(store=store, replan=replan, basis="", now=clock.now, report=lambda *_: None)
    made = Dispatcher(
        store=store,
        inbox=store.inbox,
        outbox=store.outbox,
        compose=compose,
        deriver=deriver,
        now=now or clock.now,
        wake=lambda: None,
        report=lambda *_: None,
    )
    await store.run(greet)
    yield store, made
    await store.close()


async def plan(store: SqliteStore, item: str, *, late: dt.timedelta = dt.timedelta(), runner_id: int = ANN.id) -> None:
    """Plan a reminder that was due some time ago and is of use for another hour."""
    at = clock.now() - late
    row = occurrence(runner_id, item=item, due_at=at, deadline=clock.now() + HOUR, lift_at=clock.now() + 2 * HOUR)
    await store.run(lambda records: records.plan_due(row))


async def states(store: SqliteStore) -> dict[str, DueState]:
    """Return what became of each reminder."""
    rows = await store.run(lambda records: (*records.due_of(ANN.id), *records.due_of(BEN.id)))
    return {due.item: due.state for due in rows}


async def settled(store: SqliteStore) -> bool:
    """Wait until nothing is pending any more; False when that takes too long."""
    for _ in range(round(PATIENCE_S / 0.05)):
        if DueState.PENDING not in (await states(store)).values():
            return True
        await asyncio.sleep(0.05)
    return False


async def test_a_clock_that_steps_back_holds_up_no_reminder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatcher, "WATCHDOG_S", 0.1)
    real = clock.now
    async with dispatching() as (store, made):
        with monkeypatch.context() as ahead:
            # The wake-up is set by a clock that is an hour ahead, and is then put right.
            ahead.setattr(clock, "now", lambda: real() + HOUR)
            await made.start()
        await plan(store, "lift")
        assert await settled(store)
        await made.stop()


async def test_without_the_watchdog_that_clock_would_hold_it_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above proves nothing."""
    monkeypatch.setattr(dispatcher, "WATCHDOG_S", 3600.0)
    monkeypatch.setattr(f"{__name__}.PATIENCE_S", 0.5)
    real = clock.now
    async with dispatching() as (store, made):
        with monkeypatch.context() as ahead:
            ahead.setattr(clock, "now", lambda: real() + HOUR)
            await made.start()
            await asyncio.sleep(0.2)
        await plan(store, "lift")
        assert not await settled(store)
        await made.stop()


async def test_of_reminders_that_a_downtime_made_late_the_newest_that_has_something_to_say_is_sent() -> None:
    async with dispatching() as (store, made):
        for item, hours in (("old", 3), ("newer", 2), ("silent", 1)):
            await plan(store, item, late=hours * HOUR)
        await plan(store, "Ben's", late=HOUR, runner_id=BEN.id)
        assert await made.run_once() == 2
        assert await states(store) == {
            "old": DueState.EXPIRED,
            "newer": DueState.QUEUED,
            "silent": DueState.SILENT,
            "Ben's": DueState.QUEUED,
        }


async def test_what_is_late_stays_unsaid_when_something_in_time_was_said() -> None:
    async with dispatching() as (store, made):
        await plan(store, "late", late=HOUR)
        await plan(store, "in time")
        assert await made.run_once() == 1
        assert await states(store) == {"late": DueState.EXPIRED, "in time": DueState.QUEUED}


async def test_what_is_of_no_use_any_more_is_settled_unsaid() -> None:
    async with dispatching() as (store, made):
        row = occurrence(item="gone", due_at=clock.now() - 2 * HOUR, deadline=clock.now() - HOUR)
        await store.run(lambda records: records.plan_due(row))
        assert await made.run_once() == 0
        assert await states(store) == {"gone": DueState.EXPIRED}


async def test_what_a_clock_ahead_took_for_too_late_waits_again_when_the_clock_is_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dispatcher, "BATCH", 1)
    ahead = DAY
    async with dispatching(now=lambda: clock.now() + ahead) as (store, made):
        await plan(store, "gone", late=3 * HOUR)
        for item, runner_id in (("Ann's", ANN.id), ("Ann's second", ANN.id), ("Ben's", BEN.id)):
            await plan(store, item, late=-HOUR / 2, runner_id=runner_id)
        assert await made.run_once() == 0
        assert set((await states(store)).values()) == {DueState.EXPIRED}

        ahead = dt.timedelta()
        assert await made.run_once() == 0
        pending = {item for item, state in (await states(store)).items() if state is DueState.PENDING}
        assert pending == {"Ann's", "Ann's second", "Ben's"}
        ahead = HOUR / 2
        assert await made.run_once() == 3


async def test_no_more_is_decided_than_can_soon_be_sent_and_what_waits_for_others_is_not_late(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dispatcher, "ENOUGH", 1)
    monkeypatch.setattr(dispatcher, "BATCH", 1)
    queue = dt.timedelta()
    async with dispatching(now=lambda: clock.now() + queue) as (store, made):
        await plan(store, "Ann's", late=dt.timedelta(seconds=1))
        for item in ("Ben's week", "Ben's lift"):
            await plan(store, item, runner_id=BEN.id)
        assert await made.run_once() == 1
        assert (await states(store))["Ben's lift"] is DueState.PENDING

        [sent] = await store.outbox.take(9, clock.now(), skip=frozenset())
        await store.outbox.sending([sent.id])
        await store.outbox.settle(sent.id, OutState.SENT, clock.now())
        queue = dt.timedelta(minutes=10)
        assert await made.run_once() == 2
        assert set((await states(store)).values()) == {DueState.QUEUED}


async def test_a_message_that_telegram_stumbled_over_holds_up_nobody_elses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatcher, "ENOUGH", 1)
    async with dispatching() as (store, made):
        await plan(store, "Ann's")
        await made.run_once()
        [tried] = await store.outbox.take(9, clock.now(), skip=frozenset())
        await store.outbox.sending([tried.id])
        await store.outbox.settle(tried.id, OutState.PENDING, clock.now(), error="server")
        await plan(store, "Ben's", runner_id=BEN.id)
        assert await made.run_once() == 1


async def test_a_runner_who_cannot_be_planned_for_holds_up_nobody() -> None:
    async with dispatching(unplannable=ANN.id) as (store, made):
        await plan(store, "Ann's", late=dt.timedelta(seconds=1))
        await plan(store, "Ben's", runner_id=BEN.id)
        assert await made.run_once() == 2
        assert await states(store) == {"Ann's": DueState.QUEUED, "Ben's": DueState.QUEUED}


async def test_a_reminder_that_could_not_be_decided_because_the_disk_failed_waits() -> None:
    async with dispatching(failures=[sqlite3.OperationalError("disk I/O error")]) as (store, made):
        await plan(store, "lift")
        with pytest.raises(sqlite3.OperationalError):
            await made.run_once()
        assert await states(store) == {"lift": DueState.PENDING}
        assert await made.run_once() == 1


@pytest.mark.parametrize("mistake", [ValueError("no such lift"), sqlite3.IntegrityError("a mistake of ours")])
async def test_a_reminder_that_cannot_be_composed_holds_up_nobody(mistake: Exception) -> None:
    async with dispatching(failures=[mistake]) as (store, made):
        await plan(store, "Ann's", late=dt.timedelta(seconds=1))
        await plan(store, "Ben's", runner_id=BEN.id)
        assert await made.run_once() == 1
        assert await states(store) == {"Ann's": DueState.SILENT, "Ben's": DueState.QUEUED}


async def test_a_stop_does_not_wait_until_all_that_a_downtime_left_is_settled() -> None:
    async with dispatching() as (store, made):
        for who in range(1001, 1041):
            runner = replace(ANN, id=who, chat_id=who)
            await store.run(lambda records, runner=runner: records.save_runner(runner))  # type: ignore[misc]
            await plan(store, "silent", late=HOUR, runner_id=who)
        await made.start()
        while await store.run(lambda records: records.due_of(1001, DueState.PENDING)):
            pass
        await made.stop()
        assert await store.run(lambda records: records.due_before(clock.now(), 99))


async def test_a_file_that_nobody_took_in_its_day_is_forgotten_when_the_bot_tidies_up() -> None:
    async with dispatching(now=lambda: NOON + DAY) as (store, made):
        await store.run(lambda records: records.save_import(ANN.id, DRAFT))
        await made._tidy()
        assert await store.run(lambda records: records.import_of(ANN.id)) is None
