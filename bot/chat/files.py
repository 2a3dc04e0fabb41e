"""Files that people send: fetched and read, a few at a time, and never twice the memory of a few."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final

from telegram.error import TelegramError

from bot.app.files import FileRead, FileWanted, Unusable
from bot.chat.transport.downloads import FileTooLargeError

LOGGER = logging.getLogger(__name__)
AT_ONCE: Final = 2
MOST_WAITING: Final = 8
"""Far fewer than there are slots for updates: whoever sends files holds up nobody who writes."""


class Files:
    """Fetches files by Telegram's id and has them read; no more wait than can be served soon."""

    def __init__(
        self, *, fetch: Callable[[str], Awaitable[bytes]], read: Callable[[bytes], Awaitable[FileRead]]
    ) -> None:
        self._fetch = fetch
        self._read = read
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[Any] | None] = set()
        self._leaving = False

    async def read(self, wanted: FileWanted) -> FileRead:
        """Return what a file holds, or why it cannot be used."""
        if self._leaving:
            raise asyncio.CancelledError
        if len(self._tasks) >= MOST_WAITING:
            return Unusable.BUSY
        task = asyncio.current_task()
        self._tasks.add(task)
        try:
            async with self._turns:
                return await self._fetched_and_read(wanted)
        finally:
            self._tasks.discard(task)

    def leave(self) -> None:
        """Break off whatever is being read: its update stays in the inbox and is handled at the next start."""
        self._leaving = True
        for task in self._tasks:
            if task is not None:
                task.cancel()

    async def _fetched_and_read(self, wanted: FileWanted) -> FileRead:
        try:
            content = await self._fetch(wanted.file_id)
        except FileTooLargeError:
            return Unusable.TOO_LARGE
        except (TelegramError, TimeoutError, OSError) as error:
            # Not its text: that of some errors holds the address, and the token in it.
            LOGGER.warning("a file could not be fetched: %s", type(error).__name__)
            return Unusable.LOST
        return await self._read(content)
