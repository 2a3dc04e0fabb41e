import io
import json
from collections import deque
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

import aiohttp
import pytest
from telegram import Update

from bot.chat.transport.inbox import InboxQueue
from bot.chat.transport.web import Address, WebServers, health_routes, prometheus, webhook_route
from tests.chat.transport.fakes import BOT_ID, NOON, FakeInbox, FakeTelegram, Reports, update_json

LOCAL: Address = ("127.0.0.1", 0)
SECRET = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}


@asynccontextmanager
async def serving(*parts: tuple[Address, Sequence[aiohttp.web.RouteDef]]) -> AsyncIterator[aiohttp.ClientSession]:
    servers = WebServers(*parts)
    await servers.start()
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{servers.ports[0]}") as session:
            yield session
    finally:
        await servers.stop()


def health(missing: Sequence[str] = (), figures: Mapping[str, float] | None = None) -> list[aiohttp.web.RouteDef]:
    async def told() -> Sequence[str]:
        return missing

    return health_routes(missing=told, metrics=lambda: figures or {})


def hook(inbox: FakeInbox, word: str = "s3cret") -> tuple[InboxQueue, list[aiohttp.web.RouteDef]]:
    queue = InboxQueue(bot_id=BOT_ID, inbox=inbox, store=inbox, now=lambda: NOON, report=Reports())
    url = "https://bot.example.org/hooks/deadlift"
    return queue, [webhook_route(url=url, secret=word, queue=queue, bot=FakeTelegram().bot())]


async def test_the_process_says_that_it_is_alive() -> None:
    async with serving((LOCAL, health())) as client, client.get("/healthz") as response:
        assert (response.status, await response.text()) == (200, "ok\n")


@pytest.mark.parametrize(
    ("missing", "status", "text"), [([], 200, "ok\n"), (["polling", "database"], 503, "polling\ndatabase\n")]
)
async def test_readiness_names_what_is_missing(missing: list[str], status: int, text: str) -> None:
    async with serving((LOCAL, health(missing))) as client, client.get("/readyz") as response:
        assert (response.status, await response.text()) == (status, text)


async def test_readiness_that_cannot_be_told_is_not_ready() -> None:
    async def broken() -> Sequence[str]:
        raise OSError("disk")

    routes = health_routes(missing=broken, metrics=dict)
    async with serving((LOCAL, routes)) as client, client.get("/readyz") as response:
        assert response.status == 503
        assert "disk" not in await response.text()


async def test_metrics_are_prometheus_text() -> None:
    figures = {'sent_total{lane="bulk"}': 3, 'sent_total{lane="answer"}': 12_345_678, "oldest_pending_seconds": 0.25}
    async with serving((LOCAL, health(figures=figures))) as client, client.get("/metrics") as response:
        assert response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
        assert (await response.text()).splitlines() == [
            "# TYPE oldest_pending_seconds gauge",
            "oldest_pending_seconds 0.25",
            "# TYPE sent_total counter",
            'sent_total{lane="answer"} 12345678',
            'sent_total{lane="bulk"} 3',
        ]


def test_a_name_that_prometheus_would_not_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="not a name"):
        prometheus({"2 fast": 1})


async def test_an_update_is_kept_and_queued_before_the_answer() -> None:
    inbox = FakeInbox()
    queue, routes = hook(inbox)
    async with serving((LOCAL, routes)) as client:
        response = await client.post("/hooks/deadlift", json=update_json(5), headers=SECRET)
        assert response.status == 200
        assert list(inbox.rows) == [5]
        update = queue.get_nowait()
    assert isinstance(update, Update)
    assert update.update_id == 5


@pytest.mark.parametrize("given", [None, "", "S3cret", "s3cret ", "é", "s3cre"])
async def test_a_wrong_secret_lets_nothing_in(given: str | None) -> None:
    inbox = FakeInbox()
    _, routes = hook(inbox)
    headers = {} if given is None else {"X-Telegram-Bot-Api-Secret-Token": given}
    async with serving((LOCAL, routes)) as client:
        response = await client.post("/hooks/deadlift", json=update_json(5), headers=headers)
        assert response.status == (200 if given == "s3cret " else 403)  # HTTP strips spaces around a header
    assert list(inbox.rows) == ([5] if given == "s3cret " else [])


async def test_an_empty_secret_does_not_open_the_door() -> None:
    _, routes = hook(FakeInbox(), word="")
    async with serving((LOCAL, routes)) as client:
        response = await client.post("/hooks/deadlift", json=update_json(5))
        assert response.status == 403


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"5", b"{}", b"\xff\xfe\x00", b'{"message": 1}', b"[" * 100_000]
)
async def test_what_is_no_update_is_refused(body: bytes) -> None:
    inbox = FakeInbox()
    _, routes = hook(inbox)
    async with serving((LOCAL, routes)) as client:
        response = await client.post("/hooks/deadlift", data=body, headers=SECRET)
        assert response.status == 400
    assert inbox.rows == {}


async def test_a_body_that_is_too_large_is_refused() -> None:
    _, routes = hook(FakeInbox())
    body = json.dumps(update_json(5, text="x" * 2_000_000)).encode()
    async with serving((LOCAL, routes)) as client:
        response = await client.post("/hooks/deadlift", data=io.BytesIO(body[:1_048_577]), headers=SECRET)
        assert response.status == 413


async def test_storage_trouble_asks_telegram_to_come_again() -> None:
    inbox = FakeInbox(failures=deque([OSError("disk full")]))
    queue, routes = hook(inbox)
    async with serving((LOCAL, routes)) as client:
        first = await client.post("/hooks/deadlift", json=update_json(5), headers=SECRET)
        second = await client.post("/hooks/deadlift", json=update_json(5), headers=SECRET)
        assert (first.status, second.status) == (503, 200)
    assert queue.qsize() == 1


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/hooks/deadlift", 405), ("POST", "/other", 404)])
async def test_only_a_post_to_the_hooks_path_is_heard(method: str, path: str, status: int) -> None:
    _, routes = hook(FakeInbox())
    async with serving((LOCAL, routes)) as client:
        response = await client.request(method, path, json=update_json(5), headers=SECRET)
        assert response.status == status


async def test_equal_addresses_share_a_server_and_others_do_not() -> None:
    _, routes = hook(FakeInbox())
    async with serving((LOCAL, routes), (LOCAL, health())) as client:
        assert (await client.get("/healthz")).status == 200
        assert (await client.post("/hooks/deadlift", headers=SECRET)).status == 400
    apart = WebServers((LOCAL, routes), (("localhost", 0), health()))
    await apart.start()
    assert len(apart.ports) == 2
    await apart.stop()


async def test_an_address_that_is_taken_opens_nothing() -> None:
    first = WebServers((LOCAL, health()))
    await first.start()
    second = WebServers((LOCAL, health()), (("127.0.0.1", first.ports[0]), health()))
    with pytest.raises(OSError, match="in use"):
        await second.start()
    assert second.ports == ()
    await first.stop()
