"""Small web servers: health pages for the operator, and the webhook that Telegram posts updates to."""

import hmac
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot, Update
from telegram.error import NetworkError

_LOGGER = logging.getLogger(__name__)

Address = tuple[str | None, int]
"""Where to listen: host and port; without a host on every interface."""

MAX_UPDATE_BYTES = 1024 * 1024
"""Updates are a few kilobytes of JSON."""

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header, not its value
_METRICS_TYPE = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
_METRIC_NAME = re.compile(r"[a-zA-Z_:][a-zA-Z0-9_:]*")


class UpdateQueue(Protocol):
    """Where received updates go; raises `NetworkError` when one could not be stored."""

    async def put(self, item: object) -> None:
        """Keep an update and queue it."""


def health_routes(
    *, missing: Callable[[], Awaitable[Sequence[str]]], metrics: Callable[[], Mapping[str, float]]
) -> list[web.RouteDef]:
    """Return /healthz, /readyz (`missing` names what is not ready; nothing when all is) and /metrics."""

    async def alive(_request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(_request: web.Request) -> web.Response:
        reasons = await _reasons(missing)
        return web.Response(text="\n".join(reasons or ["ok"]) + "\n", status=503 if reasons else 200)

    async def figures(_request: web.Request) -> web.Response:
        return web.Response(body=prometheus(metrics()).encode(), headers=_METRICS_TYPE)

    return [web.get("/healthz", alive), web.get("/readyz", ready), web.get("/metrics", figures)]


def prometheus(figures: Mapping[str, float]) -> str:
    """Write figures in Prometheus' text format; a name may carry labels, and one that ends in _total counts."""
    lines: list[str] = []
    typed: set[str] = set()
    for name, value in sorted(figures.items()):
        base = name.partition("{")[0]
        if not _METRIC_NAME.fullmatch(base):
            raise ValueError(f"not a name for a metric: {base!r}")
        if base not in typed:
            typed.add(base)
            lines.append(f"# TYPE {base} {'counter' if base.endswith('_total') else 'gauge'}")
        lines.append(f"{name} {value}")
    return "".join(f"{line}\n" for line in lines)


def webhook_route(*, url: str, secret: str, queue: UpdateQueue, bot: Bot) -> web.RouteDef:
    """Return the route for a webhook's public URL; an update is stored before Telegram hears that it arrived."""

    async def receive(request: web.Request) -> web.Response:
        if not _same(request.headers.get(_SECRET_HEADER, ""), secret):
            return web.Response(status=403)
        update = _update(await request.read(), bot)
        if update is None:
            return web.Response(status=400)
        try:
            await queue.put(update)
        except NetworkError:
            _LOGGER.exception("Update %s could not be stored; Telegram will send it again", update.update_id)
            return web.Response(status=503)
        return web.Response()

    return web.post(urlsplit(url).path or "/", receive)


class WebServers:
    """One server per address; what shares an address shares a server. Port 0 takes a free one (see `ports`)."""

    def __init__(self, *parts: tuple[Address, Sequence[web.RouteDef]]) -> None:
        self._routes: dict[Address, list[web.RouteDef]] = {}
        for address, routes in parts:
            self._routes.setdefault(address, []).extend(routes)
        self._runners: list[web.AppRunner] = []

    @property
    def ports(self) -> tuple[int, ...]:
        """Return the ports that are open, in the order of the addresses."""
        return tuple(runner.addresses[0][1] for runner in self._runners)

    async def start(self) -> None:
        """Open all addresses, or none: OSError when one is taken."""
        try:
            for address, routes in self._routes.items():
                await self._open(address, routes)
        except OSError:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Close all addresses; requests that are being answered get a moment to finish."""
        while self._runners:
            await self._runners.pop().cleanup()

    async def _open(self, address: Address, routes: Sequence[web.RouteDef]) -> None:
        app = web.Application(client_max_size=MAX_UPDATE_BYTES)
        app.add_routes(routes)
        # No access log: the path of a webhook is nobody's business.
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=5.0)
        await runner.setup()
        self._runners.append(runner)
        await web.TCPSite(runner, *address).start()


async def _reasons(missing: Callable[[], Awaitable[Sequence[str]]]) -> Sequence[str]:
    try:
        return await missing()
    except Exception:
        _LOGGER.exception("Readiness could not be told")
        return ("readiness could not be told",)


def _same(given: str, secret: str) -> bool:
    """Compare in constant time; an empty secret lets nobody in."""
    return bool(secret) and hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode())


def _update(body: bytes, bot: Bot) -> Update | None:
    """Read an update, or None when the body is none."""
    try:
        return Update.de_json(json.loads(body), bot)
    except Exception as error:  # noqa: BLE001 - anybody can post anything, and the parser is not ours
        _LOGGER.warning("The webhook got something that is no update (%s)", type(error).__name__)
        return None
