"""The Application's queue and its bot, which keep every update before Telegram may forget it."""

import asyncio
import datetime as dt
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from telegram import Bot, Update
from telegram.error import NetworkError
from telegram.ext import ExtBot

from bot.app.ports import Inbox, Store
from bot.chat.transport.errors import Report

MAX_ATTEMPTS = 3
"""How often a replayed update may be tried: one that was in hand whenever the process died is poison."""

_LOGGER = logging.getLogger(__name__)


class InboxQueue(asyncio.Queue[object]):
    """Store each update, then pass it on; `join()` waits until everything that was put has been handled.

    python-telegram-bot confirms updates to Telegram once they are in the queue, long before they are handled.
    """

    def __init__(
        self, *, bot_id: int, inbox: Inbox, store: Store, now: Callable[[], dt.datetime], report: Report
    ) -> None:
        super().__init__()
        self._bot_id = bot_id
        self._inbox = inbox
        self._store = store
        self._now = now
        self._report = report
        self._unsure: set[int] = set()
        self._kept: dict[int, bool] = {}
        self._as_sent: dict[int, str] = {}
        self._replayed: set[int] = set()

    async def put(self, item: object) -> None:
        """Keep an update and queue it unless it was received before; let anything else (the stop signal) pass."""
        if isinstance(item, Update):
            await self.keep((item,))
        if not isinstance(item, Update) or self._kept.pop(item.update_id):
            await super().put(item)

    def note(self, sent: Iterable[Mapping[str, Any]]) -> None:
        """Remember the JSON of the updates that come next, which is made of them again only with much work."""
        self._as_sent = {one["update_id"]: json.dumps(one) for one in sent}

    async def keep(self, updates: Sequence[Update]) -> None:
        """Store updates that came together, in one commit; `put` then waits for none of them.

        Raises NetworkError when they could not be stored: any exception but a `TelegramError` would end the polling
        without a word, and that one is tried again. They may have been stored after all: what comes again is a
        duplicate then, and nobody has handled it.
        """
        new = {update.update_id: update for update in updates if update.update_id not in self._kept}
        if not new:
            return
        try:
            payloads = {number: self._as_sent.pop(number, "") or update.to_json() for number, update in new.items()}
            fresh = await self._inbox.receive(self._bot_id, payloads, self._now())
        except Exception as error:
            self._unsure.update(new)
            raise NetworkError(f"Updates could not be stored: {type(error).__name__}") from error
        self._kept |= {number: number in fresh or number in self._unsure for number in new}
        self._unsure.difference_update(new)

    async def replay(self, bot: Bot) -> int:
        """Queue what the last process left unhandled and tell how many; call it before anything is received."""
        for update_id, payload, attempts in await self._inbox.unhandled(self._bot_id):
            if attempts >= MAX_ATTEMPTS:
                await self._give_up(update_id, "poison_update", RuntimeError(f"{attempts} attempts"))
            else:
                await self._requeue(update_id, payload, bot)
        return len(self._replayed)

    async def attempt(self, item: object) -> None:
        """Count an attempt at a replayed update; the update processor calls this as handling starts.

        New updates are not counted, which spares a write for each: they get their count when they are replayed.
        """
        if not isinstance(item, Update) or item.update_id not in self._replayed:
            return
        self._replayed.discard(item.update_id)
        try:
            await self._inbox.attempt(self._bot_id, item.update_id)
        except Exception:
            _LOGGER.exception("An attempt at update %s could not be counted", item.update_id)

    async def _requeue(self, update_id: int, payload: str, bot: Bot) -> None:
        try:
            update = Update.de_json(json.loads(payload), bot)
        except Exception as error:  # noqa: BLE001 - whatever a stored text does to the parser, the others must go on
            await self._give_up(update_id, "unreadable_update", error)
        else:
            self._replayed.add(update_id)
            await super().put(update)

    async def _give_up(self, update_id: int, kind: str, error: Exception) -> None:
        _LOGGER.error("Update %s is given up: %s (%s)", update_id, kind, type(error).__name__)
        at = self._now()
        await self._store.run(lambda records: records.handled(self._bot_id, update_id, at))
        self._report(kind, error)


class KeepingBot(ExtBot[None]):
    """A bot that keeps updates as they arrive, a whole poll at once.

    The application takes them one after the other, and each would wait for a commit of its own.
    """

    __slots__ = ("_queue",)

    def __init__(self, *, queue: InboxQueue, **known: Any) -> None:
        """Take the queue that keeps, and what every bot takes."""
        super().__init__(**known)
        self._queue = queue

    async def get_updates(self, *args: Any, **kwargs: Any) -> tuple[Update, ...]:
        """Return what people wrote since the last poll, kept; see `Bot.get_updates`."""
        updates = await super().get_updates(*args, **kwargs)
        await self._queue.keep(updates)
        return updates

    async def _do_post(self, endpoint: str, data: dict[str, Any], **limits: Any) -> Any:
        """Make a call, and let the queue see the JSON of updates before they are made objects."""
        result = await super()._do_post(endpoint, data, **limits)
        if endpoint == "getUpdates" and isinstance(result, list):
            self._queue.note(result)
        return result
