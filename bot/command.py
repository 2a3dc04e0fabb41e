"""The command line: `python -m bot` serves Telegram, or opens the local chat when there is no token."""

import asyncio
import gc
import importlib.util
import logging
import os
import signal
import sys
import zoneinfo
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot import clock
from bot.app.ports import StoreError, StoreInUse
from bot.chat.menu import set_menu
from bot.chat.transport.limiter import Limits, Pacer, Unpaced
from bot.chat.transport.request import AiohttpRequest
from bot.chat.transport.web import Address, WebServers, health_routes, webhook_route
from bot.library.files import ContentError
from bot.library.library import Library, load_library
from bot.local.service import LocalTelegram
from bot.local.terminal import run_terminal
from bot.logs import Redactor, configure_logging
from bot.service import UPDATES, Service, Telegram, compose
from bot.settings import Settings, SettingsError, load_settings
from bot.store import SqliteStore, open_store

LOGGER = logging.getLogger("bot")
STOPPED, FAILED, MISCONFIGURED = 0, 1, 2
RETRY_S = 5.0
WHILE_THE_GREETING_IS_READ_S = 1.0
FILES = Path("chat-files")
GARBAGE = 10_000
"""So many new objects are looked through for garbage at a time: an answer makes thousands, nearly all without cycles,
and looking after every 700 of them took a twentieth of its time."""


def main() -> int:
    """Run the bot and return the exit code: 2 for a wrong configuration, 1 when it cannot go on."""
    # Zones come from the locked tzdata package, never from the machine.
    zoneinfo.reset_tzpath(to=())
    # python-telegram-bot then gives waits as timedelta, and does not warn about the older way.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    # The loop and the store's thread hand over at each step of an answer: while the search is prepared on a third one,
    # each time takes up to this long, which is 5 ms unless told otherwise.
    sys.setswitchinterval(0.0005)
    try:
        settings = load_settings()
        redact = configure_logging(level=_log_level(settings), log_format=settings.log_format, secrets=settings.secrets)
        library = load_library(settings.content_dir)
        # Garbage is what comes from now on: nothing that the start made is ever looked through again.
        gc.freeze()
        gc.set_threshold(GARBAGE)
        gc.enable()
        with asyncio.Runner(loop_factory=_event_loop()) as runner:
            runner.run(_serve(settings, library, redact))
    except (SettingsError, ContentError) as wrong:
        return _end(str(wrong), MISCONFIGURED)
    except InvalidToken:
        return _end("TELEGRAM_BOT_TOKEN: Telegram does not know this token; get one from @BotFather", MISCONFIGURED)
    except StoreInUse as wrong:
        return _end(str(wrong), MISCONFIGURED)
    except (StoreError, OSError) as wrong:
        return _end(redact(str(wrong)), FAILED)
    return STOPPED


def _event_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Return how to make the faster loop where there is one for the platform; None is Python's own."""
    if importlib.util.find_spec("uvloop") is None:
        return None
    new: Callable[[], asyncio.AbstractEventLoop] = importlib.import_module("uvloop").new_event_loop
    return new


def _end(line: str, code: int) -> int:
    sys.stderr.write(f"{line}\n")
    return code


def _log_level(settings: Settings) -> str:
    """Keep a chat in the terminal free of log lines, unless they were asked for."""
    quiet = settings.telegram_bot_token is None and "log_level" not in settings.model_fields_set
    return "WARNING" if quiet else settings.log_level


async def _serve(settings: Settings, library: Library, redact: Redactor) -> None:
    """Run until SIGTERM or SIGINT, or until the local chat ends."""
    LOGGER.debug("event loop: %s", type(asyncio.get_running_loop()).__module__)
    store = await open_store(settings.database_path)
    try:
        local = settings.telegram_bot_token is None
        run = _chat_here if local else _serve_telegram
        await _until_stopped(run(settings, store, library, redact))
    finally:
        await store.close()


async def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.create_task(work)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        LOGGER.info("stopped")


async def _chat_here(settings: Settings, store: SqliteStore, library: Library, redact: Redactor) -> None:
    # Ids go on from those of the last chat on this database, because the clock does: nobody writes a line a ms.
    first = int(clock.now().timestamp() * 1000)
    server = LocalTelegram(now=clock.now, first_update_id=first, first_message_id=first)
    telegram = Telegram(
        token=server.token,
        api_url=settings.api_base_url,
        file_url=settings.api_file_url,
        request=server.request,
        pacing=Unpaced,
    )
    service = compose(
        telegram=telegram,
        store=store,
        library=library,
        now=clock.now,
        redact=redact,
        prepare_after_s=WHILE_THE_GREETING_IS_READ_S,
    )
    async with service.running(), service.polling():
        await run_terminal(server, stdin=sys.stdin, stdout=sys.stdout, idle=service.idle, files_dir=FILES)


async def _serve_telegram(settings: Settings, store: SqliteStore, library: Library, redact: Redactor) -> None:
    token = settings.telegram_bot_token
    refused = asyncio.Event()
    telegram = Telegram(
        token="" if token is None else token.get_secret_value(),
        api_url=settings.api_base_url,
        file_url=settings.api_file_url,
        request=lambda: AiohttpRequest(refused=refused.set),
        pacing=lambda: Pacer(limits=Limits(per_second=settings.messages_per_second)),
    )
    service = compose(
        telegram=telegram,
        store=store,
        library=library,
        now=clock.now,
        redact=redact,
        admin_chat_id=settings.admin_chat_id,
    )
    ready = asyncio.Event()
    async with AsyncExitStack() as stack:
        servers = WebServers(*_web_parts(settings, service, ready))
        await servers.start()
        stack.push_async_callback(servers.stop)
        await _until_reachable(lambda: stack.enter_async_context(service.running()))
        await set_menu(service.application.bot, library.texts.messages)
        await _receive(settings, service, stack)
        ready.set()
        LOGGER.info("running as @%s", service.application.bot.username)
        # A token that is revoked while the bot runs would end the polling without a word.
        await refused.wait()
        raise InvalidToken


async def _until_reachable(call: Callable[[], Awaitable[None]]) -> None:
    """Call until Telegram can be reached; what Telegram refuses for good is raised."""
    while True:
        try:
            await call()
        except (InvalidToken, SettingsError):
            raise
        except TelegramError as error:
            LOGGER.warning("Telegram cannot be reached (%s); trying again in %.0f s", error.message, RETRY_S)
            await asyncio.sleep(RETRY_S)
        else:
            return


async def _receive(settings: Settings, service: Service, stack: AsyncExitStack) -> None:
    if settings.webhook_url is None:
        await stack.enter_async_context(service.polling())
        return
    await _until_reachable(lambda: _set_webhook(settings, service.application.bot))


async def _set_webhook(settings: Settings, bot: Bot) -> None:
    secret = settings.webhook_secret
    try:
        await bot.set_webhook(
            settings.webhook_url or "",
            secret_token=None if secret is None else secret.get_secret_value(),
            allowed_updates=UPDATES,
        )
    except BadRequest as error:
        raise SettingsError(f"WEBHOOK_URL: Telegram does not accept it ({error.message})") from None


def _web_parts(
    settings: Settings, service: Service, ready: asyncio.Event
) -> list[tuple[Address, Sequence[web.RouteDef]]]:
    async def missing() -> Sequence[str]:
        return () if ready.is_set() else ("Telegram has not been reached yet",)

    parts: list[tuple[Address, Sequence[web.RouteDef]]] = []
    if settings.health_listen is not None:
        health = health_routes(missing=missing, metrics=service.metrics)
        parts.append(((settings.health_listen.host, settings.health_listen.port), health))
    if settings.webhook_url and settings.webhook_listen and settings.webhook_secret:
        route = webhook_route(
            url=settings.webhook_url,
            secret=settings.webhook_secret.get_secret_value(),
            queue=service.inbox,
            bot=service.application.bot,
        )
        parts.append(((settings.webhook_listen.host, settings.webhook_listen.port), [route]))
    return parts
