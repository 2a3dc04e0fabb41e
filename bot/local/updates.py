"""The updates that wait until the bot has confirmed them, and the long poll that hands them out."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Final

from bot.local.refusals import Json, Refused

MOST_AT_ONCE: Final = 100
LONGEST_POLL_S: Final = 50
# Telegram sends these only to bots that ask for them.
_ON_REQUEST: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Pulse:
    """Wakes everybody who waits for something new."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def beat(self) -> None:
        """Wake all who wait now."""
        self._next.set()
        self._next = asyncio.Event()

    async def wait(self) -> None:
        """Wait for the next beat."""
        await self._next.wait()

    async def until(self, reached: Callable[[], bool], *, within: float | None) -> bool:
        """Wait until a condition holds; tell whether it did in time."""
        try:
            async with asyncio.timeout(within):
                while not reached():
                    await self.wait()
        except TimeoutError:
            return False
        return True


class Updates:
    """Unconfirmed updates in order. `first_id` may be a function: it is called when the first update comes."""

    def __init__(self, *, first_id: int | Callable[[], int], pulse: Pulse) -> None:
        self._first_id = first_id
        self._pulse = pulse
        self._waiting: list[Json] = []
        self._next_id: int | None = None
        self._allowed: frozenset[str] | None = None
        self._poll = 0
        self.webhook_url = ""

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, kind: str, content: Json) -> int | None:
        """Queue an update; None when the bot did not ask for this kind."""
        if not self._wanted(kind):
            return None
        update_id = self._take_id()
        self._waiting.append({"update_id": update_id, kind: content})
        self._pulse.beat()
        return update_id

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember which kinds of update the bot wants from now on; an empty list means Telegram's default."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    def drop(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()
        self._pulse.beat()

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[Json]:
        """Confirm everything before the offset and return what waits, at the latest after some seconds."""
        if self.webhook_url:
            raise _conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete it first")
        self._poll += 1
        self._confirm(offset)
        this_poll = self._poll
        self._pulse.beat()
        await self._pulse.until(lambda: bool(self._waiting) or self._poll != this_poll, within=seconds)
        if self._poll != this_poll:
            raise _conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        return self._waiting[:limit]

    async def confirmed(self, *, within: float) -> bool:
        """Wait until the bot has taken over all updates; tell whether it did in time."""
        return await self._pulse.until(lambda: not self._waiting, within=within)

    def _wanted(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed is not None else kind not in _ON_REQUEST

    def _take_id(self) -> int:
        if self._next_id is None:
            self._next_id = self._first_id if isinstance(self._first_id, int) else self._first_id()
        self._next_id += 1
        return self._next_id - 1

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._waiting = self._waiting[offset:]
        self._waiting = [update for update in self._waiting if update["update_id"] >= offset]


def _conflict(reason: str) -> Refused:
    return Refused(code=409, description=f"Conflict: {reason}")
