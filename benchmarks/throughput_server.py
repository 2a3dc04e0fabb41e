"""A Bot API server that does next to nothing, for measuring bots: python -m benchmarks.throughput_server LATENCY_S.

It gives each of many people's messages once, answers each call after a while, and keeps when what happened. It prints
its port; `/control/...` is spoken to by the benchmark.
"""

import asyncio
import sys
import time
from typing import Any

from aiohttp import web

from bot import clock

BOT_ID = 123456789
TOKEN = f"{BOT_ID}:benchmarks-only-0123456789abcdef"
BATCH = 100


class Server:
    """What people wrote and what came back."""

    def __init__(self, latency_s: float) -> None:
        self._latency_s = latency_s
        self._waiting: list[dict[str, Any]] = []
        self._arrived = asyncio.Event()
        self._update_id = int(clock.now().timestamp())
        self._given_at: dict[int, float] = {}
        self._answered_at: dict[int, float] = {}
        self._calls = 0

    def app(self) -> web.Application:
        """Return the routes."""
        app = web.Application()
        app.router.add_post("/control/write", self._write)
        app.router.add_get("/control/state", self._state)
        app.router.add_route("*", f"/bot{TOKEN}/{{method}}", self._call)
        return app

    async def _write(self, request: web.Request) -> web.Response:
        """Let people write a text, one message each, from person `first` on."""
        first, people, text = int(request.query["first"]), int(request.query["people"]), request.query["text"]
        self._given_at, self._answered_at, self._calls = {}, {}, 0
        for person in range(first, first + people):
            self._update_id += 1
            self._waiting.append({"update_id": self._update_id, "message": _message(person, text, self._update_id)})
        self._arrived.set()
        return web.json_response({})

    async def _state(self, _: web.Request) -> web.Response:
        took = [at - self._given_at[person] for person, at in self._answered_at.items()]
        span = max(self._answered_at.values(), default=0.0) - min(self._given_at.values(), default=0.0)
        return web.json_response({"answered": len(took), "calls": self._calls, "span_s": span, "took_s": took})

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        data = await request.post() if request.content_type != "application/json" else await request.json()
        if method == "getupdates":
            return _ok(await self._updates(float(data.get("timeout", 0))))
        if method == "getme":
            return _ok({"id": BOT_ID, "is_bot": True, "first_name": "Bot", "username": "measured_bot"})
        if not method.startswith("send"):
            return _ok(result=True)
        if self._latency_s:
            await asyncio.sleep(self._latency_s)
        person = int(str(data["chat_id"]))
        self._calls += 1
        self._answered_at.setdefault(person, time.perf_counter())
        return _ok(_message(person, "answered", self._calls))

    async def _updates(self, timeout_s: float) -> list[dict[str, Any]]:
        """Return what people wrote; wait no longer than the bot does, or what comes then would be lost."""
        if not self._waiting:
            self._arrived.clear()
            try:
                async with asyncio.timeout(timeout_s):
                    await self._arrived.wait()
            except TimeoutError:
                return []
        given, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
        now = time.perf_counter()
        self._given_at |= {update["message"]["chat"]["id"]: now for update in given}
        return given


def _ok(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _message(person: int, text: str, number: int) -> dict[str, Any]:
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
    return {
        "message_id": number,
        "date": int(clock.now().timestamp()),
        "chat": {"id": person, "type": "private", "first_name": "Ada"},
        "from": {"id": person, "is_bot": False, "first_name": "Ada"},
        "text": text,
        "entities": entities,
    }


async def main(latency_s: float) -> None:
    """Serve until stopped."""
    runner = web.AppRunner(Server(latency_s).app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1])))
