"""A download has a size and a time, whatever the server says."""

import asyncio
import json
from collections.abc import Callable

import pytest
from aiohttp import web
from telegram.error import BadRequest

from bot.chat.transport.downloads import FileTooLargeError, download
from tests.chat.transport.test_request import Handler, bot_against

CHUNK = b"x" * 1000


def serving(*, size: int | None, stream: Callable[[web.StreamResponse], object]) -> Handler:
    """Return a server that says how large a file is, and then sends what it likes."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/getFile"):
            told = {} if size is None else {"file_size": size}
            file = {"file_id": "a", "file_unique_id": "b", "file_path": "documents/a b.csv", **told}
            return web.json_response({"ok": True, "result": file})
        assert "/file/bot" in request.path
        response = web.StreamResponse()
        await response.prepare(request)
        await stream(response)  # type: ignore[misc]  # a coroutine of aiohttp's
        return response

    return handle


def sending(count: int) -> Callable[[web.StreamResponse], object]:
    """Return what sends so many thousand bytes."""

    async def send(response: web.StreamResponse) -> None:
        for _ in range(count):
            await response.write(CHUNK)

    return send


async def test_a_file_is_fetched_by_its_id() -> None:
    async with bot_against(serving(size=5000, stream=sending(5))) as bot:
        assert await download(bot, "a", largest=5000) == CHUNK * 5


async def test_a_file_that_telegram_says_is_too_large_is_not_fetched() -> None:
    async def never(_: web.StreamResponse) -> None:
        raise AssertionError("it was fetched")

    async with bot_against(serving(size=5001, stream=never)) as bot:
        with pytest.raises(FileTooLargeError):
            await download(bot, "a", largest=5000)


@pytest.mark.parametrize("size", [None, 10])
async def test_reading_stops_at_the_limit_whatever_size_was_told(size: int | None) -> None:
    sent = 0

    async def flood(response: web.StreamResponse) -> None:
        nonlocal sent
        for _ in range(50_000):
            await response.write(CHUNK)
            sent += 1000

    async with bot_against(serving(size=size, stream=flood)) as bot:
        with pytest.raises(FileTooLargeError):
            await download(bot, "a", largest=100_000)
    assert sent < 20_000_000


async def test_a_server_that_drips_is_left_in_time() -> None:
    async def drip(response: web.StreamResponse) -> None:
        while True:
            await response.write(b"x")
            await asyncio.sleep(0.02)

    async with bot_against(serving(size=10, stream=drip)) as bot:
        with pytest.raises(TimeoutError):
            await download(bot, "a", largest=10**6, seconds=0.3)


def refusing(description: str) -> Handler:
    """Return a server that refuses every call."""

    async def handle(_: web.Request) -> web.StreamResponse:
        body = json.dumps({"ok": False, "error_code": 400, "description": description})
        return web.Response(status=400, text=body, content_type="application/json")

    return handle


async def test_what_telegram_does_not_hand_to_bots_is_too_large() -> None:
    async with bot_against(refusing("Bad Request: file is too big")) as bot:
        with pytest.raises(FileTooLargeError):
            await download(bot, "a", largest=100)


async def test_another_refusal_is_raised_as_it_is() -> None:
    async with bot_against(refusing("Bad Request: invalid file_id")) as bot:
        with pytest.raises(BadRequest):
            await download(bot, "a", largest=100)
