"""Tell the operator about errors: one message for each new kind, never anybody's words or the token."""

import asyncio
import html
import logging
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.app import messages as m
from bot.app.ports import Store
from bot.app.records import Method, OutMessage

LOGGER = logging.getLogger(__name__)
MOST_CHARACTERS = 500


class Operator:
    """Counts errors by kind, and writes to ADMIN_CHAT_ID the first time a kind is seen."""

    def __init__(
        self,
        *,
        store: Store,
        chat_id: int | None,
        texts: Mapping[str, str],
        redact: Callable[[str], str],
        wake: Callable[[], None],
    ) -> None:
        """Take everything it needs; without a chat it only counts."""
        self._store = store
        self._chat_id = chat_id
        self._texts = texts
        self._redact = redact
        self._wake = wake
        self._tasks: set[asyncio.Task[None]] = set()
        self.counts: dict[str, int] = {}

    def report(self, kind: str, error: Exception) -> None:
        """Count an error and tell about a new kind; never raises."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if self._chat_id is not None and self.counts[kind] == 1:
            text = self._redact(self._texts[m.ADMIN_ERROR.key].format(kind=kind, error=_class_and_place(error)))
            task = asyncio.get_running_loop().create_task(self._tell(self._chat_id, text[:MOST_CHARACTERS]))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _tell(self, chat_id: int, text: str) -> None:
        payload = {"chat_id": chat_id, "text": html.escape(text, quote=False), "parse_mode": "HTML"}
        message = OutMessage(chat_id=chat_id, method=Method.SEND, payload=payload)
        try:
            await self._store.run(lambda records: records.send(message))
        except Exception:
            LOGGER.exception("the operator could not be told about an error")
            return
        self._wake()


def _class_and_place(error: Exception) -> str:
    """Return the error's class and where it arose: its text may hold somebody's words."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
