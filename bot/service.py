"""The composition root: every layer is put together here, and nowhere else."""

import asyncio
import gc
import logging
import random
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder
from telegram.request import BaseRequest
from tzdata import IANA_VERSION

from bot.app.files import LARGEST_FILE
from bot.app.occurrences import DERIVED_BY
from bot.app.ports import Records
from bot.app.records import Due, Lane, OutMessage
from bot.app.reminders import replan
from bot.app.reminding import remind, useful_until
from bot.app.turn import Turn
from bot.chat.desk import Desk
from bot.chat.files import Files
from bot.chat.handlers import Handlers
from bot.chat.inline import Inline
from bot.chat.operator import Operator
from bot.chat.render import Target, render
from bot.chat.transport.delivery import Delivery
from bot.chat.transport.downloads import download
from bot.chat.transport.inbox import InboxQueue, KeepingBot
from bot.chat.transport.limiter import Pacing
from bot.chat.transport.ordering import OrderedProcessor
from bot.chat.transport.pictures import Pictures
from bot.chat.words import Reader
from bot.files.exports import read_export
from bot.library.library import Library
from bot.library.places import find_zones, zone_at
from bot.pictures.draw import picture
from bot.reminders.deriving import Deriver
from bot.reminders.dispatcher import Dispatcher
from bot.store import SqliteStore

LOGGER = logging.getLogger(__name__)
UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
FINISH_CALLS_S = 2.0
LAST_POLL_S = 1.5
PREPARE_AFTER_S = 30.0
REST_S = 0.002

PtbApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telegram:
    """How the bot reaches Telegram, be it the real one or the one on this machine."""

    token: str
    api_url: str
    file_url: str
    request: Callable[[], BaseRequest]
    pacing: Callable[[], Pacing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The bot, put together. `running` starts and stops it."""

    application: PtbApplication
    inbox: InboxQueue
    ordering: OrderedProcessor
    delivery: Delivery
    dispatcher: Dispatcher
    files: Files
    operator: Operator
    prepare: Callable[[], None]
    prepare_after_s: float

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Handle updates and send reminders inside this block; what a stop leaves unfinished goes on at the next start.

        Raises TelegramError when Telegram cannot be reached or does not know the token.
        """
        async with AsyncExitStack() as stack:
            # The application shuts down what it has begun only when all of it began: connections would stay open.
            stack.push_async_callback(self.application.bot.shutdown)
            stack.push_async_callback(self.application.shutdown)
            await self.application.initialize()
            await self.inbox.replay(self.application.bot)
            await self.delivery.start()
            stack.push_async_callback(self.delivery.drain, FINISH_CALLS_S)
            await self.application.start()
            stack.push_async_callback(self.application.stop)
            stack.callback(self.files.leave)
            stack.callback(self.ordering.leave_rest)
            await self.dispatcher.start()
            stack.push_async_callback(self.dispatcher.stop)
            stack.push_async_callback(_cancelled, asyncio.create_task(self._prepare_soon(), name="prepare"))
            yield

    async def _prepare_soon(self) -> None:
        """Make the content ready once the start is over; a message that comes before waits for it a moment."""
        await asyncio.sleep(self.prepare_after_s)
        await asyncio.to_thread(self.prepare)
        # What is ready now stays: to look through all of it for garbage again and again takes a tenth of a second.
        gc.freeze()

    @asynccontextmanager
    async def polling(self) -> AsyncIterator[None]:
        """Fetch updates by long polling inside this block."""
        updater = self.application.updater
        if updater is None:
            raise RuntimeError("the application was built without an updater")
        await updater.start_polling(allowed_updates=UPDATES, bootstrap_retries=-1)
        try:
            yield
        finally:
            try:
                # The last poll only confirms what is stored anyway; it may not hold up a stop.
                async with asyncio.timeout(LAST_POLL_S):
                    await updater.stop()
            except TimeoutError:
                LOGGER.info("stopped without a last word to Telegram")

    async def idle(self) -> None:
        """Wait until every update is handled and every message is sent."""
        await self.inbox.join()
        await self.files.idle()
        await self.delivery.idle()

    def metrics(self) -> Mapping[str, float]:
        """Return the figures of /metrics."""
        return {
            "updates_waiting": float(self.ordering.pending + self.inbox.qsize() + self.files.pending),
            "calls_in_flight": float(self.delivery.in_flight),
            **{f'messages_total{{outcome="{name}"}}': float(n) for name, n in self.delivery.counts.items()},
            **{f'errors_total{{kind="{kind}"}}': float(n) for kind, n in self.operator.counts.items()},
        }


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def compose(
    *,
    telegram: Telegram,
    store: SqliteStore,
    library: Library,
    now: Callable[[], datetime],
    redact: Callable[[str], str],
    admin_chat_id: int | None = None,
    prepare_after_s: float = PREPARE_AFTER_S,
) -> Service:
    """Put the bot together; nothing runs yet."""
    bot_id = int(telegram.token.partition(":")[0])
    wakes: list[Callable[[], None]] = []

    def wake() -> None:
        for call in wakes:
            call()

    operator = Operator(store=store, chat_id=admin_chat_id, texts=library.texts.messages, redact=redact, wake=wake)
    inbox = InboxQueue(bot_id=bot_id, inbox=store.inbox, store=store, now=now, report=operator.report)
    ordering = OrderedProcessor(starting=inbox.attempt)
    application = _application(telegram, inbox, ordering)
    pictures = Pictures(draw=picture, file_ids=store.file_ids, bot_id=bot_id)
    delivery = Delivery(
        bot=application.bot,
        outbox=store.outbox,
        pacer=telegram.pacing(),
        pictures=pictures,
        now=now,
        jitter=random.random,
        report=operator.report,
    )
    wakes.append(delivery.wake)
    files = Files(
        fetch=partial(download, application.bot, largest=LARGEST_FILE), read=read_export, start=application.create_task
    )
    desk = Desk(
        store=store,
        knowledge=library.knowledge,
        texts=library.texts,
        bot_id=bot_id,
        now=now,
        wake=wake,
        find_places=find_zones,
        zone_at=zone_at,
        read_file=files.begin,
        in_turn=ordering.do_process_update,
        is_inline=lambda: bool(application.bot.supports_inline_queries),
    )
    inline = Inline(store=store, knowledge=library.knowledge, texts=library.texts, now=now, file_id=pictures.file_id)
    Handlers(desk=desk, inline=inline, report=operator.report).register(application)

    def plan(records: Records, runner_id: int, at: datetime) -> None:
        replan(records, runner_id, now=at, limits=library.knowledge.thresholds)

    basis = f"{DERIVED_BY} {IANA_VERSION} {library.knowledge.rule_set}"
    deriver = Deriver(store=store, replan=plan, basis=basis, now=now, report=operator.report)
    dispatcher = Dispatcher(
        store=store,
        inbox=store.inbox,
        outbox=store.outbox,
        compose=lambda records, due, at: reminder(library, records, due, at),
        deriver=deriver,
        now=now,
        wake=wake,
        report=operator.report,
    )
    return Service(
        application=application,
        inbox=inbox,
        ordering=ordering,
        delivery=delivery,
        dispatcher=dispatcher,
        files=files,
        operator=operator,
        prepare=partial(library.knowledge.prepare, partial(time.sleep, REST_S)),
        prepare_after_s=prepare_after_s,
    )


def reminder(library: Library, records: Records, due: Due, at: datetime) -> Sequence[OutMessage]:
    """Compose the message of a due reminder, decided now."""
    runner = records.runner(due.runner_id)
    if runner is None:
        return ()
    turn = Turn(records=records, runner=runner, now=at, said_at=at, knowledge=library.knowledge)
    reader = Reader(texts=library.texts, profile=runner.profile, now=at)
    until = useful_until(turn, due)
    target = Target(chat_id=runner.chat_id, owner_id=runner.id, lane=Lane.BULK, expires_at=until, due_id=due.id)
    return tuple(message for reply in remind(turn, due) for message in render(reply, reader, target))


def _application(telegram: Telegram, inbox: InboxQueue, ordering: OrderedProcessor) -> PtbApplication:
    bot = KeepingBot(
        queue=inbox,
        token=telegram.token,
        base_url=telegram.api_url,
        base_file_url=telegram.file_url,
        request=telegram.request(),
        get_updates_request=telegram.request(),
    )
    return ApplicationBuilder().bot(bot).update_queue(inbox).concurrent_updates(ordering).build()
