"""Files that people send: fetched and read beside everything else, a few at a time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

from telegram import Update
from telegram.error import TelegramError

from bot.app.files import FileRead, FileWanted, Unusable
from bot.chat.transport.downloads import FileTooLargeError
from bot.chat.transport.ordering import ordering_key

LOGGER = logging.getLogger(__name__)
AT_ONCE: Final = 2
MOST_WAITING: Final = 8
"""As many as can be served soon, each of another chat: nobody's files keep others from sending one."""

Then = Callable[[FileRead], Awaitable[None]]


class Files:
    """Fetches files by Telegram's id and has them read, in tasks of their own: whoever sent one can go on talking.

    `start` starts such a task for an update, and sees to its errors.
    """

    def __init__(
        self,
        *,
        fetch: Callable[[str], Awaitable[bytes]],
        read: Callable[[bytes], Awaitable[FileRead]],
        start: Callable[[Coroutine[Any, Any, None], Update], asyncio.Task[None]],
    ) -> None:
        self._fetch = fetch
        self._read = read
        self._start = start
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._tasks: dict[asyncio.Task[None], int | None] = {}
        self._reading: set[asyncio.Task[Any] | None] = set()
        self._leaving = False

    @property
    def pending(self) -> int:
        """Return how many files are not answered yet."""
        return len(self._tasks)

    def begin(self, update: Update, wanted: FileWanted, then: Then) -> bool:
        """Begin to read a file, and call `then` with what it holds, or with why it cannot be used.

        False when too many files wait, or another one of the same chat.
        """
        chat = ordering_key(update)
        if len(self._tasks) >= MOST_WAITING or chat in self._tasks.values():
            return False
        if not self._leaving:
            task = self._start(self._read_and_told(wanted, then), update)
            self._tasks[task] = chat
            task.add_done_callback(self._tasks.pop)
        return True

    def leave(self) -> None:
        """Break off whatever is being read: its update stays in the inbox and is handled at the next start."""
        self._leaving = True
        for task in self._reading:
            if task is not None:
                task.cancel()

    async def idle(self) -> None:
        """Wait until every file is answered."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _read_and_told(self, wanted: FileWanted, then: Then) -> None:
        if self._leaving:
            return
        task = asyncio.current_task()
        self._reading.add(task)
        try:
            async with self._turns:
                read = await self._fetched_and_read(wanted)
        finally:
            self._reading.discard(task)
        await then(read)

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
