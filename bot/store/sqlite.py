"""The store as the rest of the bot sees it: the ports `Store`, `Inbox` and `Outbox` over one writer."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from bot.app.ports import Records
from bot.app.records import OutState, Queued
from bot.store.connection import IN_MEMORY, connect, create_private
from bot.store.erasure import Erasure
from bot.store.lock import InstanceLock
from bot.store.records import SqliteRecords
from bot.store.writer import Writer

T = TypeVar("T")


async def open_store(path: Path, *, busy_timeout_ms: int = 5000) -> "SqliteStore":
    """Open the database at a path, creating it if need be; `:memory:` is one that nothing survives.

    Raises StoreError when the database cannot be used, with a sentence that says why.
    """
    writer = Writer(open_session=lambda: _Session(path, busy_timeout_ms=busy_timeout_ms))
    await writer.open()
    return SqliteStore(writer)


class SqliteStore:
    """The port `Store`, with `inbox`, `outbox` and `file_ids`, in one database of which this is the only user."""

    def __init__(self, writer: Writer[SqliteRecords]) -> None:
        self._writer = writer
        self.inbox = SqliteInbox(writer)
        self.outbox = SqliteOutbox(writer)
        self.file_ids = SqliteFileIds(writer)

    async def run(self, work: Callable[[Records], T]) -> T:
        """Run work in one immediate transaction on the writer's thread; an exception rolls everything back.

        Works that wait together are committed together (see `writer`); each is still all or nothing.
        """
        return await self._writer.run(work)

    async def close(self) -> None:
        """Finish what is waiting, close the database and let another bot use it."""
        await self._writer.close()


class SqliteInbox:
    """The port `Inbox`; each call is a transaction."""

    def __init__(self, writer: Writer[SqliteRecords]) -> None:
        self._writer = writer

    async def receive(self, bot_id: int, updates: Mapping[int, str], at: dt.datetime) -> frozenset[int]:
        """Keep the payloads of updates by their ids, all or none; return the ids that were not received before."""
        return await self._writer.run(lambda records: records.inbox.receive(bot_id, updates, at))

    async def unhandled(self, bot_id: int) -> Sequence[tuple[int, str, int]]:
        """Return (update_id, payload, attempts) of updates not handled yet, in order."""
        return await self._writer.run(lambda records: records.inbox.unhandled(bot_id))

    async def attempt(self, bot_id: int, update_id: int) -> int:
        """Count one more attempt at handling an update and return the number."""
        return await self._writer.run(lambda records: records.inbox.attempt(bot_id, update_id))

    async def prune(self, before: dt.datetime) -> int:
        """Forget updates handled before an instant; tell how many."""
        return await self._writer.run(lambda records: records.inbox.prune(before))


class SqliteOutbox:
    """The port `Outbox`; each call is a transaction."""

    def __init__(self, writer: Writer[SqliteRecords]) -> None:
        self._writer = writer

    async def take(self, limit: int, at: dt.datetime, *, skip: frozenset[int]) -> Sequence[Queued]:
        """Return messages to send, answers before bulk, oldest first, without those to the chats in `skip`."""
        return await self._writer.run(lambda records: records.outbox.take(limit, at, skip))

    async def sending(self, ids: Sequence[int]) -> None:
        """Commit that the calls are about to be made, counting an attempt for each."""
        await self._writer.run(lambda records: records.outbox.sending(ids))

    async def settle(self, message_id: int, state: OutState, at: dt.datetime, *, error: str | None = None) -> None:
        """Commit what became of a message; what is sent, failed or expired stays so."""
        await self._writer.run(lambda records: records.outbox.settle(message_id, state, at, error))

    async def recover(self) -> int:
        """At start: what was `sending` when the process died becomes `unknown`; tell how many."""
        return await self._writer.run(lambda records: records.outbox.recover())

    async def unreachable(self, chat_id: int) -> None:
        """Give up what waits for a chat; its runner gets no reminders until they write again."""
        await self._writer.run(lambda records: records.outbox.unreachable(chat_id))

    async def moved(self, old_chat_id: int, new_chat_id: int) -> None:
        """Let messages and data follow a group that became a supergroup."""
        await self._writer.run(lambda records: records.outbox.moved(old_chat_id, new_chat_id))

    async def prune(self, before: dt.datetime) -> int:
        """Forget settled messages from before an instant; tell how many."""
        return await self._writer.run(lambda records: records.outbox.prune(before))


class SqliteFileIds:
    """The port `FileIds`; each call is a transaction."""

    def __init__(self, writer: Writer[SqliteRecords]) -> None:
        self._writer = writer

    async def get(self, bot_id: int, digest: str) -> str | None:
        """Return the id under which Telegram knows a content, or None."""
        return await self._writer.run(lambda records: records.file_ids.get(bot_id, digest))

    async def put(self, bot_id: int, digest: str, file_id: str) -> None:
        """Keep an id; a newer one takes the older one's place."""
        await self._writer.run(lambda records: records.file_ids.put(bot_id, digest, file_id))


class _Session:
    """What the writer's thread holds while the store is open: the lock, the connection, the records on it."""

    def __init__(self, path: Path, *, busy_timeout_ms: int) -> None:
        with ExitStack() as stack:
            if path != IN_MEMORY:
                path = path.resolve()  # two names of one file are one database
                create_private(path)
                stack.callback(InstanceLock(path).release)
            self.db = stack.enter_context(connect(path, busy_timeout_ms=busy_timeout_ms))
            self.records = SqliteRecords(self.db)
            self._erasure = Erasure(self.db)
            self._erasure.finish()
            self._resources = stack.pop_all()

    def tidy(self) -> None:
        """Finish what the commit began: the deletion of a person owes more than a commit can do."""
        self._erasure.finish()

    def close(self) -> None:
        """Close the connection, then free the lock."""
        self._resources.close()
