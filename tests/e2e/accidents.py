"""A Bot API server to which accidents happen, by script or by chance, and which minds Telegram's limits.

What arrived is in the calls of its Telegram (`arrivals`): a call counts from the moment that it was carried out,
whatever the bot was told about it.
"""

import asyncio
import json
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aiohttp import web

from bot.local.api import Call
from bot.local.service import LocalTelegram
from tests.e2e.limits import Limits
from tests.e2e.server import BotApiServer, Received, received


class End(StrEnum):
    """How a call ends for the bot."""

    ANSWERED = "answered"
    DROPPED = "dropped"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accident:
    """What happens to one call; without any of it, nothing does. Waits are in seconds of the server's clock."""

    name: str
    arrives: bool = True
    end: End = End.ANSWERED
    answer: tuple[int, dict[str, Any] | str] | None = None
    before_s: float = 0.0
    after_s: float = 0.0


def refused(code: int, description: str, **parameters: int) -> Accident:
    """Answer with `ok: false`."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    name = f"answered {code}"
    return Accident(name=name, arrives=False, answer=(code, body | ({"parameters": parameters} if parameters else {})))


def in_front(code: int) -> Accident:
    """Something between the bot and Telegram refuses the call with a page of its own."""
    return Accident(name=f"refused in front {code}", arrives=False, answer=(code, "<html>Forbidden</html>"))


def trouble() -> Accident:
    """The servers are in trouble."""
    return refused(500, "Internal Server Error")


def flood(seconds: int) -> Accident:
    """Too many requests."""
    return refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def dropped(*, arrives: bool) -> Accident:
    """The connection breaks before or after the call is accepted."""
    return Accident(name=f"dropped {'after' if arrives else 'before'}", arrives=arrives, end=End.DROPPED)


def silent(*, arrives: bool) -> Accident:
    """The server hangs before or after it has accepted the call, until the bot gives up waiting."""
    return Accident(name=f"hung {'after' if arrives else 'before'}", arrives=arrives, end=End.SILENT)


def slow(seconds: float, *, arrives_first: bool) -> Accident:
    """The answer takes a while."""
    if arrives_first:
        return Accident(name="slow", after_s=seconds)
    return Accident(name="slow", before_s=seconds)


Chance = Callable[[str, int], Accident | None]
"""What happens to the next call of a method to a chat, if anything."""


class AccidentServer(BotApiServer):
    """A Bot API server with a script of accidents for each chat, then chance; `happened` counts the accidents."""

    def __init__(self, telegram: LocalTelegram, *, chance: Chance | None = None, limits: Limits | None = None) -> None:
        super().__init__(telegram)
        self.scripts: defaultdict[int, deque[Accident]] = defaultdict(deque)
        self.chance = chance
        self.limits = limits
        self.happened: Counter[str] = Counter()
        self.begun = 0

    @property
    def arrivals(self) -> list[Call]:
        """Return the messages that arrived, in order."""
        return [call for call in self.telegram.calls if call.method.startswith("send") and call.error is None]

    @asynccontextmanager
    async def out_of_reach(self) -> AsyncIterator[None]:
        """Refuse all connections inside this block."""
        await self.close()
        try:
            yield
        finally:
            await self.open(self.port)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a request, unless an accident happens to it."""
        parts = await received(request)
        accident = self._accident(request, parts)
        if accident is None:
            return await self.carry_out(request, parts)
        self.happened[accident.name] += 1
        await asyncio.sleep(accident.before_s)
        response = await self.carry_out(request, parts) if accident.arrives else None
        await asyncio.sleep(accident.after_s)
        return await _ended(request, accident, response)

    def _accident(self, request: web.Request, parts: Received) -> Accident | None:
        method = request.path.rsplit("/", 1)[-1].lower()
        if not method.startswith(("send", "edit")):
            return None
        chat_id = int(str(parts.parameters.get("chat_id", 0)))
        self.begun += 1
        if self.scripts[chat_id]:
            return self.scripts[chat_id].popleft()
        now, paid = asyncio.get_running_loop().time(), bool(parts.parameters.get("allow_paid_broadcast"))
        pause = self.limits.refusal(chat_id, now, paid=paid) if self.limits else None
        if pause is not None:
            return flood(pause)
        return self.chance(method, chat_id) if self.chance else None


async def _ended(request: web.Request, accident: Accident, response: web.Response | None) -> web.StreamResponse:
    match accident.end:
        case End.DROPPED:
            if request.transport is not None:
                request.transport.abort()
        case End.SILENT:
            await asyncio.Event().wait()  # the bot gives up first, which ends this
    if accident.answer is not None:
        code, body = accident.answer
        if isinstance(body, str):
            return web.Response(status=code, text=body, content_type="text/html")
        return web.Response(status=code, body=json.dumps(body).encode(), content_type="application/json")
    return response or web.Response()
