"""Updates of one chat in order, different chats side by side."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from telegram import Update
from telegram.ext import BaseUpdateProcessor

_ADMITTED = 4096
"""python-telegram-bot takes its semaphore before our lock: were it small, one chat's updates could fill it."""


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0


class OrderedProcessor(BaseUpdateProcessor):
    """Let each update wait for its chat's turn first and only then for one of the slots.

    A chat that hangs keeps one slot and its own updates waiting, nothing else. `starting` is called as an update's
    handling begins.
    """

    __slots__ = ("_leaving", "_pending", "_slots", "_starting", "_turns")

    def __init__(self, *, slots: int = 24, starting: Callable[[object], Awaitable[None]] | None = None) -> None:
        super().__init__(_ADMITTED)
        self._slots = asyncio.Semaphore(slots)
        self._starting = starting
        self._turns: dict[int, _Turn] = {}
        self._pending = 0
        self._leaving = False

    @property
    def pending(self) -> int:
        """Return how many updates are being handled or wait for their turn."""
        return self._pending

    def leave_rest(self) -> None:
        """Begin no further update: what has not begun stays in the inbox and is handled at the next start."""
        self._leaving = True

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """Handle an update when its chat's turn comes and a slot is free."""
        self._pending += 1
        try:
            async with self._turn(ordering_key(update)), self._slots:
                if self._leaving:
                    _discard(coroutine)
                    return
                if self._starting is not None:
                    await self._starting(update)
                await coroutine
        finally:
            self._pending -= 1

    @asynccontextmanager
    async def _turn(self, key: int | None) -> AsyncIterator[None]:
        """Hold the lock of a chat, which lives only as long as somebody holds it or waits for it."""
        if key is None:
            yield
            return
        turn = self._turns.setdefault(key, _Turn())
        turn.users += 1
        try:
            async with turn.lock:
                yield
        finally:
            turn.users -= 1
            if not turn.users:
                del self._turns[key]


def _discard(coroutine: Awaitable[object]) -> None:
    """Close a coroutine that is not going to run, which would otherwise be warned about."""
    if isinstance(coroutine, Coroutine):
        coroutine.close()


def ordering_key(update: object) -> int | None:
    """Return what an update is ordered by: its chat, else its user, whose private chat has the same number."""
    if not isinstance(update, Update):
        return None
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else None
