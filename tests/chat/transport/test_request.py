import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.transport import request as request_module
from bot.chat.transport.errors import ConnectionLostError, MaybeDeliveredError, NotDeliveredError
from bot.chat.transport.outcomes import Outcome, classify
from bot.chat.transport.request import AiohttpRequest
from tests.chat.transport.fakes import TOKEN

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SENT = {"ok": True, "result": {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}}


@asynccontextmanager
async def bot_against(handler: Handler, **settings: Any) -> AsyncIterator[Bot]:
    """Serve Telegram on this machine and yield a bot that talks to it."""
    app = web.Application(client_max_size=2**26)
    app.router.add_route("*", "/{tail:.*}", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        async with AiohttpRequest(**settings) as request:
            yield local_bot(runner.addresses[0][1], request)
    finally:
        await runner.cleanup()


def local_bot(port: int, request: AiohttpRequest) -> Bot:
    base = f"http://127.0.0.1:{port}"
    return Bot(TOKEN, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot", request=request)


@asynccontextmanager
async def raw_server(
    talk: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[int]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError, ConnectionError):
            await talk(reader, writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def answering(status: int, body: Any) -> Handler:
    async def handle(_request: web.Request) -> web.Response:
        return web.json_response(body, status=status)

    return handle


async def test_a_call_arrives_as_json() -> None:
    seen: dict[str, Any] = {}

    async def handle(request: web.Request) -> web.Response:
        seen.update(path=request.path, call=await request.json(), agent=request.headers["User-Agent"])
        return web.json_response(SENT)

    async with bot_against(handle) as bot:
        await bot.send_message(7, "é & <b>", api_kwargs={"reply_markup": {"inline_keyboard": []}})
    assert seen["path"] == f"/bot{TOKEN}/sendMessage"
    assert seen["call"] == {"chat_id": 7, "text": "é & <b>", "reply_markup": {"inline_keyboard": []}}
    assert "python-telegram-bot" in seen["agent"]


async def test_a_document_arrives_whole_and_under_its_name() -> None:
    seen: dict[str, Any] = {}

    async def handle(request: web.Request) -> web.Response:
        form = await request.post()
        document = form["document"]
        assert isinstance(document, web.FileField)
        seen.update(name=document.filename, content=document.file.read(), caption=form["caption"], chat=form["chat_id"])
        document.file.close()
        return web.json_response(SENT)

    async with bot_against(handle) as bot:
        await bot.send_document(7, b"BEGIN:VCALENDAR\r\n\x00\xff", filename="wöche.ics", caption="your week")
    assert seen == {
        "name": "wöche.ics",
        "content": b"BEGIN:VCALENDAR\r\n\x00\xff",
        "caption": "your week",
        "chat": "7",
    }


async def test_a_file_is_downloaded() -> None:
    async def handle(request: web.Request) -> web.Response:
        assert request.path == f"/file/bot{TOKEN}/documents/a.ics"
        return web.Response(body=b"x" * 100_000)

    async with bot_against(handle) as bot:
        content = await bot.request.retrieve(f"{bot.base_file_url}/documents/a.ics")
    assert content == b"x" * 100_000


async def test_a_file_that_is_too_large_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_module, "MAX_FILE_BYTES", 1000)

    async def handle(_request: web.Request) -> web.Response:
        return web.Response(body=b"x" * 1001)

    async with bot_against(handle) as bot:
        with pytest.raises(NetworkError, match="larger than"):
            await bot.request.retrieve(f"{bot.base_file_url}/a")


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, {"ok": False, "description": "Bad Request: chat not found"}, BadRequest),
        (401, {"ok": False, "description": "Unauthorized"}, InvalidToken),
        (429, {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": 3}}, RetryAfter),
        (500, {"ok": False, "description": "Internal Server Error"}, NetworkError),
    ],
)
async def test_telegrams_own_errors_keep_their_types(status: int, body: Any, expected: type[Exception]) -> None:
    async with bot_against(answering(status, body)) as bot:
        with pytest.raises(expected) as caught:
            await bot.send_message(7, "hi")
    assert type(caught.value) is expected


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429])
@pytest.mark.parametrize("body", ["<html>no</html>", '{"message": "Forbidden"}', "[]", ""])
async def test_a_refusal_by_something_in_front_of_telegram_says_nothing_about_chat_or_token(
    status: int, body: str
) -> None:
    async def handle(_request: web.Request) -> web.Response:
        return web.Response(status=status, text=body)

    refusals: list[None] = []
    async with bot_against(handle, refused=lambda: refusals.append(None)) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(7, "hi")
    assert classify(caught.value) is Outcome.SERVER_TROUBLE
    assert not refusals


@pytest.mark.parametrize(("status", "told"), [(401, 1), (404, 1), (403, 0), (500, 0)])
async def test_a_token_that_telegram_no_longer_knows_is_told(status: int, told: int) -> None:
    refusals: list[None] = []
    refusal = answering(status, {"ok": False, "description": "no"})
    async with bot_against(refusal, refused=lambda: refusals.append(None)) as bot:
        with pytest.raises(TelegramError):
            await bot.send_message(7, "hi")
    assert len(refusals) == told


async def test_a_download_that_telegram_does_not_have_is_no_refusal_of_the_token() -> None:
    refusals: list[None] = []
    gone = answering(404, {"ok": False, "error_code": 404, "description": "Not Found"})
    async with bot_against(gone, refused=lambda: refusals.append(None)) as bot:
        with pytest.raises(TelegramError):
            await bot.request.retrieve(f"{bot.base_file_url}/documents/a.ics")
    assert not refusals


async def test_an_answer_that_is_no_json_is_an_error_of_telegram() -> None:
    async def handle(_request: web.Request) -> web.Response:
        return web.Response(text="<html>")

    async with bot_against(handle) as bot:
        with pytest.raises(TelegramError, match="Invalid server response"):
            await bot.send_message(7, "hi")


async def test_a_redirect_is_not_followed_because_the_path_holds_the_token() -> None:
    paths: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        paths.append(request.path)
        return web.Response(status=302, headers={"Location": "/elsewhere"})

    async with bot_against(handle) as bot:
        with pytest.raises(NetworkError):
            await bot.send_message(7, "hi")
    assert len(paths) == 1


async def test_a_refused_connection_proves_that_nothing_arrived() -> None:
    async with raw_server(lambda *_: asyncio.sleep(0)) as port:
        closed = port
    async with AiohttpRequest() as request:
        with pytest.raises(NotDeliveredError) as caught:
            await local_bot(closed, request).send_message(7, "hi")
    assert "ECONNREFUSED" in str(caught.value)
    assert not isinstance(caught.value, TimedOut)


async def test_a_full_pool_proves_that_nothing_arrived() -> None:
    arrived, hang = asyncio.Event(), asyncio.Event()

    async def handle(_request: web.Request) -> web.Response:
        arrived.set()
        await hang.wait()
        return web.json_response(SENT)

    async with bot_against(handle, connection_pool_size=1) as bot:
        first = asyncio.create_task(bot.send_message(7, "first"))
        await arrived.wait()
        with pytest.raises(NotDeliveredError):
            await bot.send_message(7, "second", pool_timeout=0.03, connect_timeout=0.03)
        hang.set()
        await first


async def test_a_server_that_hangs_after_the_request_may_have_got_it() -> None:
    async def handle(_request: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.json_response(SENT)

    async with bot_against(handle, read_timeout=0.1) as bot:
        with pytest.raises(MaybeDeliveredError):
            await bot.send_message(7, "hi")
        with pytest.raises(MaybeDeliveredError):
            await bot.get_me(read_timeout=0.05)


async def test_an_upload_that_nobody_reads_ends_in_time() -> None:
    async def ignore(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    request = AiohttpRequest(read_timeout=0.1, connect_timeout=0.1, pool_timeout=0.1, media_write_timeout=0.1)
    async with raw_server(ignore) as port, request:
        with pytest.raises(MaybeDeliveredError):
            await local_bot(port, request).send_document(7, b"x" * 8_000_000, filename="big")


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", b"no http at all\r\n\r\n"])
async def test_a_dropped_connection_may_have_brought_the_request(answer: bytes) -> None:
    async def drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)

    async with raw_server(drop) as port, AiohttpRequest() as request:
        with pytest.raises(ConnectionLostError) as caught:
            await local_bot(port, request).send_message(7, "hi")
    assert not isinstance(caught.value, TimedOut)


@pytest.mark.parametrize("base_url", ["http://127.0.0.1:1/bot", "nonsense://x/bot", "http:///bot"])
async def test_no_error_holds_the_token_anywhere(base_url: str) -> None:
    async with AiohttpRequest(connect_timeout=0.2) as request:
        with pytest.raises(NetworkError) as caught:
            await Bot(TOKEN, base_url=base_url, request=request).send_message(7, "hi")
    error: BaseException | None = caught.value
    while error is not None:
        assert TOKEN not in repr(error) + str(error)
        assert TOKEN.split(":")[1] not in repr(error.args)
        error = error.__cause__ or error.__context__


async def test_the_session_opens_and_closes_once_however_often_it_is_asked() -> None:
    request = AiohttpRequest(read_timeout=3.5)
    await request.initialize()
    await request.initialize()
    await request.shutdown()
    await request.shutdown()
    assert request.read_timeout == 3.5
    with pytest.raises(NetworkError, match="not initialized"):
        await Bot(TOKEN, request=request).send_message(7, "hi")


async def test_a_gateway_that_got_no_answer_leaves_open_whether_the_call_arrived() -> None:
    async with bot_against(answering(504, {"ok": False, "description": "Gateway Timeout"})) as bot:
        with pytest.raises(ConnectionLostError):
            await bot.send_message(7, "hello")
