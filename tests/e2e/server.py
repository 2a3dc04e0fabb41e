"""The strict Bot API of `bot.local` behind HTTP, for a bot in another process."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from telegram import InputFile
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.local.service import LocalTelegram

Received = RequestData
LARGEST_REQUEST = 60 * 2**20
# Texts are texts, also when a person's words look like JSON; of the others the real server reads objects and booleans.
_TEXTS = frozenset({"text", "caption"})
_JSON_BEGINS = ("{", "[", "true", "false")


class BotApiServer:
    """A Bot API server on 127.0.0.1. `polls` counts the long polls that bots began."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self._request = telegram.request()
        self.telegram = telegram
        self.polls = 0
        self.port = 0
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Return what TELEGRAM_API_URL has to be."""
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answer requests inside this block."""
        await self.open(0)
        try:
            yield
        finally:
            await self.close()

    async def open(self, port: int) -> None:
        """Begin to answer on a port; 0 is any that is free."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/{path:.+}", self.answer)
        # A poll whose bot was killed ends with its connection, as it does at Telegram.
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port, reuse_address=True).start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Stop answering."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a request."""
        return await self.carry_out(request, await received(request))

    async def carry_out(self, request: web.Request, parts: Received) -> web.Response:
        """Do what a request asks for."""
        if request.path.lower().endswith("/getupdates"):
            self.polls += 1
        status, body = await self._request.do_request(str(request.url), request.method, parts)
        is_file = request.path.startswith("/file/")
        return web.Response(
            status=status, body=body, content_type="application/octet-stream" if is_file else "application/json"
        )


async def received(request: web.Request) -> Received:
    """Return what came over HTTP in the form in which the local Telegram takes requests."""
    if request.content_type == "application/json":
        return RequestData([RequestParameter(name, value, None) for name, value in (await request.json()).items()])
    form = await request.post()
    return RequestData([_parameter(name, value) for name, value in (*request.query.items(), *form.items())])


def _parameter(name: str, value: str | bytes | bytearray | web.FileField) -> RequestParameter:
    if isinstance(value, web.FileField):
        with value.file as file:
            return RequestParameter(name, None, [InputFile(file.read(), filename=value.filename)])
    return RequestParameter(name, _understood(name, str(value)), None)


def _understood(name: str, text: str) -> Any:
    return json.loads(text) if name not in _TEXTS and text.startswith(_JSON_BEGINS) else text
