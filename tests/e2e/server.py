"""The strict Bot API of `bot.local` behind HTTP, for a bot in another process."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from telegram.request import RequestData

from bot.local.service import LocalTelegram

LARGEST_REQUEST = 60 * 2**20
# Texts are texts, also when a person's words look like JSON; of the others the real server reads objects and booleans.
_TEXTS = frozenset({"text", "caption"})
_JSON_BEGINS = ("{", "[", "true", "false")

Upload = tuple[str, bytes, str]


class Received(RequestData):
    """What came over HTTP, in the form in which the local Telegram takes requests."""

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, Any] = {}
        self._files: dict[str, Upload] = {}

    @property
    def parameters(self) -> dict[str, Any]:
        """Return the parameters by name."""
        return self._values

    @property
    def multipart_data(self) -> dict[str, Any]:
        """Return the uploaded files by the name of their part."""
        return self._files

    def take(self, name: str, text: str) -> None:
        """Keep a parameter as the server understands it."""
        is_json = name not in _TEXTS and text.startswith(_JSON_BEGINS)
        self._values[name] = json.loads(text) if is_json else text

    def take_file(self, part: str, upload: Upload) -> None:
        """Keep an uploaded file."""
        self._files[part] = upload


class BotApiServer:
    """A Bot API server on 127.0.0.1. `polls` counts the long polls that bots began."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self._request = telegram.request()
        self._pulse = telegram.world.pulse
        self.telegram = telegram
        self.polls = 0
        self.port = 0

    @property
    def url(self) -> str:
        """Return what TELEGRAM_API_URL has to be."""
        return f"http://127.0.0.1:{self.port}"

    async def polled(self, *, after: int, within: float = 30.0) -> None:
        """Wait until a bot begins another long poll."""
        if not await self._pulse.until(lambda: self.polls > after, within=within):
            raise AssertionError(f"no bot polled within {within} s")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answer requests inside this block."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/{path:.+}", self._answer)
        # A poll whose bot was killed ends with its connection, as it does at Telegram.
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.port = runner.addresses[0][1]
        try:
            yield
        finally:
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        received = await _received(request)
        if request.path.lower().endswith("/getupdates"):
            self.polls += 1
        status, body = await self._request.do_request(str(request.url), request.method, received)
        is_file = request.path.startswith("/file/")
        return web.Response(
            status=status, body=body, content_type="application/octet-stream" if is_file else "application/json"
        )


async def _received(request: web.Request) -> Received:
    received = Received()
    for name, value in (*request.query.items(), *(await request.post()).items()):
        if isinstance(value, web.FileField):
            with value.file as file:
                received.take_file(name, (value.filename, file.read(), value.content_type))
        else:
            received.take(name, str(value))
    return received
