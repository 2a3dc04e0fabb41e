"""A whole bot in this process on a Telegram in this process: real handlers, database and delivery."""

import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.chat.transport.limiter import Unpaced
from bot.library.library import Library
from bot.local.service import LocalTelegram
from bot.service import Service, Telegram, compose
from bot.store import SqliteStore, open_store


def through(server: LocalTelegram) -> Telegram:
    """Return the way to a Telegram in this process."""
    return Telegram(
        token=server.token,
        api_url="https://telegram.invalid/bot",
        file_url="https://telegram.invalid/file/bot",
        request=server.request,
        pacing=Unpaced,
    )


@asynccontextmanager
async def serving(
    server: LocalTelegram, database: Path, library: Library, now: Callable[[], dt.datetime]
) -> AsyncIterator[tuple[Service, SqliteStore]]:
    """Run a bot on a database; one that runs on it later goes on where this one stopped."""
    store = await open_store(database)
    service = compose(telegram=through(server), store=store, library=library, now=now, redact=str)
    try:
        async with service.running(), service.polling():
            yield service, store
    finally:
        await store.close()
