"""The one thread that owns the one connection, and the transactions on it.

Works that wait at the same time share one transaction and so one flush to the disk, each in a savepoint of its own: it
sees what those before it wrote, fails alone, and is acknowledged only when the commit that holds it is on the disk.
All of them are acknowledged in one step of the event loop: the two threads take turns on one lock, Python's own, and
handing it over for each would cost more than a small work.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Generic, Protocol, TypeVar

from sqlite_utils import Database

from bot.app.ports import StoreError
from bot.store.failures import translated

_LOG = logging.getLogger(__name__)
_MOST_TOGETHER = 64

T = TypeVar("T")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Session(Protocol[R_co]):
    """What the writer's thread opens, uses and closes."""

    @property
    def db(self) -> Database:
        """Return the connection."""

    @property
    def records(self) -> R_co:
        """Return what works are given to work with."""

    def tidy(self) -> None:
        """Do what has to follow a commit."""

    def close(self) -> None:
        """Close everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job(Generic[R, T]):
    work: Callable[[R], T]
    waiting: asyncio.Future[T]


@dataclass(frozen=True, slots=True)
class _Failed:
    error: BaseException


class Writer(Generic[R]):
    """A thread with a connection; `run` is its only way in."""

    def __init__(self, *, open_session: Callable[[], Session[R]]) -> None:
        self._open_session = open_session
        self._jobs: SimpleQueue[_Job[R, object] | None] = SimpleQueue()
        self._opened: Future[None] = Future()
        self._ended: Future[None] = Future()
        self._closing = False
        # A daemon: a process that ends without closing loses nothing, for what was acknowledged is on the disk.
        self._thread = Thread(target=self._serve, name="store-writer", daemon=True)

    async def open(self) -> None:
        """Start the thread and open its connection; StoreError when that fails. All works come from this event loop."""
        self._loop = asyncio.get_running_loop()
        self._thread.start()
        await asyncio.wrap_future(self._opened)

    async def close(self) -> None:
        """Finish what is waiting and close the connection."""
        if not self._closing:
            self._closing = True
            self._jobs.put(None)
        await asyncio.wrap_future(self._ended)

    async def run(self, work: Callable[[R], T]) -> T:
        """Run work in a transaction; its exception rolls back what it wrote and is raised here.

        Cancelling the wait withdraws work that has not begun; work that has begun is finished and committed.
        """
        if self._closing:
            raise StoreError("The database was closed.")
        waiting: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put(_Job(work=work, waiting=waiting))  # type: ignore[arg-type]  # a job of T is a job of object: its future is only ever given what its own work returned
        return await waiting

    def _serve(self) -> None:
        try:
            session = self._open_session()
        except BaseException as error:  # noqa: BLE001  # raised again where `open` waits
            self._opened.set_exception(translated(error))
            return
        self._opened.set_result(None)
        while jobs := self._next_jobs():
            wanted = [job for job in jobs if not job.waiting.cancelled()]
            self._tell(wanted, _commit_together(session, wanted))
        session.close()
        self._ended.set_result(None)

    def _tell(self, jobs: list[_Job[R, object]], outcomes: list[object]) -> None:
        with suppress(RuntimeError):  # the loop was closed meanwhile: nobody waits any more
            self._loop.call_soon_threadsafe(_wake, jobs, outcomes)

    def _next_jobs(self) -> list[_Job[R, object]]:
        """Wait for a job and return it with those behind it; nothing means that the store is being closed."""
        jobs: list[_Job[R, object]] = []
        job = self._jobs.get()
        while job is not None:
            jobs.append(job)
            if len(jobs) == _MOST_TOGETHER or self._jobs.empty():
                return jobs
            job = self._jobs.get()  # at once: nobody else takes from the queue
        if jobs:
            self._jobs.put(None)  # the end comes after these
        return jobs


def _commit_together(session: Session[R], jobs: list[_Job[R, object]]) -> list[object]:
    """Run works in one transaction and return, for each, its result or how it failed."""
    db = session.db
    try:
        db.execute("BEGIN IMMEDIATE")
        outcomes = [_attempt(session, job) for job in jobs]
        db.execute("COMMIT")
    except BaseException as error:  # noqa: BLE001  # raised again where each caller waits
        with suppress(sqlite3.Error):  # the disk that failed the works may fail this too
            db.rollback()
        return [_Failed(translated(error)) for _ in jobs]
    _tidy(session)
    return outcomes


def _attempt(session: Session[R], job: _Job[R, object]) -> object:
    """Run one work in its savepoint and return its result, or how it failed."""
    db = session.db
    db.execute("SAVEPOINT work")
    try:
        result = job.work(session.records)
    except BaseException as error:
        if not db.conn.in_transaction:  # some failures (a full disk) end the whole transaction, and all works with it
            raise
        db.execute("ROLLBACK TO work")
        db.execute("RELEASE work")
        return _Failed(translated(error))
    db.execute("RELEASE work")
    return result


def _wake(jobs: Iterable[_Job[R, object]], outcomes: Iterable[object]) -> None:
    for job, outcome in zip(jobs, outcomes, strict=True):
        if job.waiting.done():  # cancelled, when the work had begun already
            continue
        if isinstance(outcome, _Failed):
            job.waiting.set_exception(outcome.error)
        else:
            job.waiting.set_result(outcome)


def _tidy(session: Session[R]) -> None:
    try:
        session.tidy()
    except Exception as error:  # noqa: BLE001  # the works are committed, and their callers must be told so
        _LOG.warning("Tidying up after a commit failed: %s", translated(error))
