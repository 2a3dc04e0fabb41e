"""One job wakes when something is due, settles it, and queues its message in the same transaction."""

import asyncio
import datetime as dt
import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from bot import clock
from bot.app.ports import Inbox, Outbox, Records, Store
from bot.app.records import Due, DueState, OutMessage
from bot.app.reminding import in_turn
from bot.reminders.deriving import Deriver

LOGGER = logging.getLogger(__name__)
JOB: Final = "dispatch"
BATCH: Final = 2
"""Rows in one transaction: some milliseconds, for which answers, and reminders whose turn it is, may have to wait."""

ENOUGH: Final = 100
"""Untried reminders in the outbox, some seconds' worth: the rest is decided when its turn comes, not long before."""

UNTIL_SOME_ARE_SENT: Final = dt.timedelta(seconds=0.2)
LONGEST_SLEEP: Final = dt.timedelta(seconds=30)
WATCHDOG_S: Final = 45.0
TIDY_EVERY: Final = dt.timedelta(hours=1)
KEEP: Final = dt.timedelta(hours=48)
KEEP_CHANGES: Final = dt.timedelta(days=90)
"""How long Undo works, and how long verdicts and settled reminders are remembered."""

Compose = Callable[[Records, Due, dt.datetime], Sequence[OutMessage]]
"""What to send for a due reminder, decided now; nothing when it has nothing to say."""


class Dispatcher:
    """Send what is due, once. Everything it knows is in the due table; the scheduler holds a single wake-up."""

    def __init__(
        self,
        *,
        store: Store,
        inbox: Inbox,
        outbox: Outbox,
        compose: Compose,
        deriver: Deriver,
        now: Callable[[], dt.datetime],
        wake: Callable[[], None],
        report: Callable[[str, Exception], None],
    ) -> None:
        """Take everything it needs; nothing runs before `start`."""
        self._store = store
        self._inbox = inbox
        self._outbox = outbox
        self._compose = compose
        self._deriver = deriver
        self._deriving: asyncio.Task[None] | None = None
        self._now = now
        self._wake = wake
        self._report = report
        self._scheduler = AsyncIOScheduler(timezone=dt.UTC)
        self._watchdog: asyncio.TimerHandle | None = None
        self._tidied_at: dt.datetime | None = None
        self._crowded_since: dt.datetime | None = None
        self._running = asyncio.Lock()
        self._stopping = False

    async def start(self) -> None:
        """Begin to derive what was derived by other rules (those of a zone may have changed), and to dispatch."""
        await self._deriver.step()
        self._deriving = asyncio.create_task(self._deriver.run())
        self._scheduler.start()
        self._schedule(dt.timedelta())
        self._watch()

    async def stop(self) -> None:
        """Stop waking up, after the step under way: a long downtime can leave a round many thousands of them."""
        self._stopping = True
        if self._watchdog is not None:
            self._watchdog.cancel()
        if self._deriving is not None:
            self._deriving.cancel()
            await asyncio.gather(self._deriving, return_exceptions=True)
        self._scheduler.pause()
        # A round that was woken this moment takes the lock first: shutting down cancels what has not ended.
        await asyncio.sleep(0)
        async with self._running:
            self._scheduler.shutdown(wait=False)

    async def run_once(self) -> int:
        """Settle everything that is due now and return how many messages were queued."""
        async with self._running:
            return await self._settle_all()

    async def _settle_all(self) -> int:
        """Settle what is due, until enough of it waits to be sent, and return how many messages were queued."""
        while not self._stopping and await self._store.run(self._revive_some):
            pass
        queued = 0
        while not self._stopping and (step := await self._store.run(self._settle_some)) is not None:
            settled, messages = step
            queued += messages
            if messages:
                self._wake()
            if settled < BATCH:
                self._crowded_since = None
                break
        return queued

    async def _round(self) -> None:
        async with self._running:
            wait = await self._settle_and_tidy()
            self._schedule(wait)

    async def _settle_and_tidy(self) -> dt.timedelta:
        """Settle what is due, tidy up, and return how long the next round can wait."""
        try:
            await self._settle_all()
            await self._tidy()
            crowded, due_at = await self._store.run(lambda records: (self._is_crowded(records), records.next_due_at()))
        except Exception as error:
            LOGGER.exception("the due reminders could not be dispatched; trying again in %s", LONGEST_SLEEP)
            self._report("dispatch", error)
            return LONGEST_SLEEP
        if crowded:
            return UNTIL_SOME_ARE_SENT
        return LONGEST_SLEEP if due_at is None else max(dt.timedelta(), min(LONGEST_SLEEP, due_at - self._now()))

    def _schedule(self, wait: dt.timedelta) -> None:
        # The scheduler compares with the machine's clock, which need not be the one that tells what is due.
        at = clock.now() + wait
        # No grace time means that a late wake-up is still a wake-up; APScheduler would drop it after one second.
        self._scheduler.add_job(
            self._round,
            DateTrigger(at),
            id=JOB,
            replace_existing=True,
            misfire_grace_time=None,
            coalesce=True,
            # A round that plans the next one for this moment has not ended yet: APScheduler would drop the next one.
            max_instances=2,
        )

    def _watch(self) -> None:
        """Look on the monotonic clock whether the wake-up slipped away: the machine's clock may step back."""
        job = self._scheduler.get_job(JOB)
        late = job is None or job.next_run_time is None or job.next_run_time > clock.now() + 2 * LONGEST_SLEEP
        if late and not self._running.locked():
            self._schedule(dt.timedelta())
        self._watchdog = asyncio.get_running_loop().call_later(WATCHDOG_S, self._watch)

    def _revive_some(self, records: Records) -> bool:
        """Let wait again what a clock that was ahead took for too late; tell whether there may be more of it."""
        runners = records.revive_due(self._now(), BATCH)
        for runner_id in runners:
            self._deriver.derive(records, runner_id)
        return bool(runners)

    def _settle_some(self, records: Records) -> tuple[int, int] | None:
        """Return how much was settled and how many messages were queued; None where enough waits already."""
        return None if self._is_crowded(records) else self._settle(records)

    def _settle(self, records: Records) -> tuple[int, int]:
        now = self._now()
        waiting = self._waiting(records, now)
        spoken: Counter[int] = Counter()
        for due, late in in_turn(waiting, now, queued=self._queued(now)):
            speaks = not (late and spoken[due.runner_id])
            spoken[due.runner_id] += self._settle_one(records, due, now, speaks=speaks)
        for due in waiting:
            # What is of no use any more; a row that is settled stays as it is.
            records.settle_due(due.id, DueState.EXPIRED)
        for runner_id in {due.runner_id for due in waiting}:
            self._deriver.derive(records, runner_id)
        return len(waiting), spoken.total()

    def _is_crowded(self, records: Records) -> bool:
        """Tell whether enough waits to be sent; since when is kept until all that is due was settled."""
        crowded = records.bulk_waiting(ENOUGH) == ENOUGH
        if crowded and self._crowded_since is None:
            self._crowded_since = self._now()
        return crowded

    def _queued(self, now: dt.datetime) -> dt.timedelta:
        """Return for how long what is due has waited for others to be sent."""
        return dt.timedelta() if self._crowded_since is None else max(dt.timedelta(), now - self._crowded_since)

    def _waiting(self, records: Records, now: dt.datetime) -> tuple[Due, ...]:
        """Return all that is due, by the rules of now, for the runners who have waited longest."""
        runners = dict.fromkeys(due.runner_id for due in records.due_before(now, BATCH))
        if not self._deriver.done:
            for runner_id in runners:
                self._deriver.derive(records, runner_id)
        pending = (due for runner_id in runners for due in records.due_of(runner_id, DueState.PENDING))
        return tuple(due for due in pending if due.due_at <= now)

    def _settle_one(self, records: Records, due: Due, now: dt.datetime, *, speaks: bool) -> int:
        messages = self._composed(records, due, now) if speaks else ()
        said = DueState.QUEUED if messages else DueState.SILENT
        records.settle_due(due.id, said if speaks else DueState.EXPIRED)
        for message in messages:
            records.send(message)
        return len(messages)

    def _composed(self, records: Records, due: Due, now: dt.datetime) -> Sequence[OutMessage]:
        """Compose a message; one that cannot be composed must not hold up everybody else's."""
        try:
            return self._compose(records, due, now)
        except sqlite3.OperationalError:
            # No fault of the reminder's: it waits, and all of the transaction is tried again.
            raise
        except Exception as error:
            LOGGER.exception("a reminder could not be composed")
            self._report("reminder", error)
            return ()

    async def _tidy(self) -> None:
        """Forget handled updates, settled messages, old changes and files nobody took, once an hour."""
        now = self._now()
        if self._tidied_at is None or not dt.timedelta() <= now - self._tidied_at < TIDY_EVERY:
            await self._inbox.prune(now - KEEP)
            await self._outbox.prune(now - KEEP)
            await self._store.run(lambda records: records.prune(now - KEEP_CHANGES))
            await self._store.run(lambda records: records.drop_expired_imports(now))
            self._tidied_at = now
