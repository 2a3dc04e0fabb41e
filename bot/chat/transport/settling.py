"""What is written down and what is done after a message's call."""

import asyncio
import datetime as dt
import itertools
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from telegram.error import BadRequest, ChatMigrated, RetryAfter

from bot.app.ports import Outbox, StoreError
from bot.app.records import OutState, Queued
from bot.chat.transport.backoff import Backoff
from bot.chat.transport.errors import Report
from bot.chat.transport.limiter import Pacing
from bot.chat.transport.outcomes import Outcome, cause
from bot.chat.transport.sending import Result

_LOGGER = logging.getLogger(__name__)

SERVER_TRIES = 8
"""How often a message is tried that Telegram's servers answer with an error of their own, while they take others."""

OUTAGE_TRIES = 70
"""How often it is tried while they take none: about an hour, with the longest wait of a minute."""


SILENCE = 3
"""After so many calls in a row without an answer Telegram is taken to hang."""

_NO_ANSWER = frozenset({Outcome.NOT_DELIVERED, Outcome.TOKEN_REFUSED, Outcome.UNKNOWN})


@dataclass(slots=True, kw_only=True)
class _Trouble:
    """What one message went through: how many errors of the servers, and how many others had been sent before."""

    sent_before: int
    tries: int = 0


class Settler:
    """Commit the state that an outcome means and hold back what has to wait."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        pacer: Pacing,
        backoff: Backoff,
        now: Callable[[], dt.datetime],
        monotonic: Callable[[], float],
        report: Report,
    ) -> None:
        self._outbox = outbox
        self._pacer = pacer
        self._backoff = backoff
        self._now = now
        self._monotonic = monotonic
        self._report = report
        self._troubles: dict[int, _Trouble] = {}
        self._unanswered = 0
        self.counts: Counter[Outcome] = Counter()

    async def settle(self, queued: Queued, result: Result) -> None:
        """Write down what became of a message."""
        self.counts[result.outcome] += 1
        if result.outcome not in _NO_ANSWER:
            self._unanswered = 0
            self._backoff.network_works()
        if result.outcome is not Outcome.SERVER_TROUBLE:
            self._troubles.pop(queued.id, None)
        if result.error is None or result.outcome is Outcome.SENT:
            await self._write(queued, OutState.SENT)
            return
        _LOGGER.warning("Message %s: %s (%s)", queued.id, result.outcome, cause(result.error))
        steps: Mapping[Outcome, Callable[[Queued, Exception], Awaitable[None]]] = {
            Outcome.NOT_DELIVERED: self._not_delivered,
            Outcome.UNKNOWN: self._unknown,
            Outcome.SERVER_TROUBLE: self._server_trouble,
            Outcome.LIMITED: self._limited,
            Outcome.TOKEN_REFUSED: self._token_refused,
            Outcome.UNREACHABLE: self._unreachable,
            Outcome.MOVED: self._moved,
        }
        await steps.get(result.outcome, self._refused)(queued, result.error)

    async def _not_delivered(self, queued: Queued, error: Exception) -> None:
        """Try again as long as it takes, or until it expires: nobody was reached, whatever the chat."""
        self._backoff.network_failed(self._monotonic())
        await self._write(queued, OutState.PENDING, error)

    async def _unknown(self, queued: Queued, error: Exception) -> None:
        """Leave it to the outbox to offer it once more, ahead of what the chat gets next.

        A server that hangs must not cost everybody both attempts: after some calls without an answer, all others wait.
        """
        self._unanswered += 1
        if self._unanswered >= SILENCE:
            self._backoff.network_failed(self._monotonic())
        self._hold(queued, self._backoff.wait_s(1))
        await self._write(queued, OutState.UNKNOWN, error)

    async def _server_trouble(self, queued: Queued, error: Exception) -> None:
        """Wait out an outage, but give up a message that troubles the servers while they take others."""
        trouble = self._troubles.setdefault(queued.id, _Trouble(sent_before=self.counts[Outcome.SENT]))
        trouble.tries += 1
        if trouble.tries >= (SERVER_TRIES if self.counts[Outcome.SENT] > trouble.sent_before else OUTAGE_TRIES):
            del self._troubles[queued.id]
            self._report("server_trouble", error)
            await self._write(queued, OutState.FAILED, error)
            return
        self._hold(queued, self._backoff.wait_s(trouble.tries))
        await self._write(queued, OutState.PENDING, error)

    async def _limited(self, queued: Queued, error: Exception) -> None:
        seconds = retry_after_s(error)
        self._pacer.note_retry_after(queued.message.chat_id, seconds, self._monotonic())
        self._hold(queued, seconds)
        await self._write(queued, OutState.PENDING, error)

    async def _token_refused(self, queued: Queued, error: Exception) -> None:
        """Keep the message for when the operator has put a valid token in place."""
        self._report("token_refused", error)
        self._backoff.network_failed(self._monotonic())
        await self._write(queued, OutState.PENDING, error)

    async def _unreachable(self, queued: Queued, error: Exception) -> None:
        await self._write(queued, OutState.FAILED, error)
        await self._stored(queued, lambda: self._outbox.unreachable(queued.message.chat_id))

    async def _moved(self, queued: Queued, error: Exception) -> None:
        """Put the message back first, so that it moves with all others that wait."""
        await self._write(queued, OutState.PENDING, error)
        if isinstance(error, ChatMigrated):
            new = error.new_chat_id
            await self._stored(queued, lambda: self._outbox.moved(queued.message.chat_id, new))

    async def _refused(self, queued: Queued, error: Exception) -> None:
        self._report("message_refused", BadRequest(cause(error)))
        await self._write(queued, OutState.FAILED, error)

    def _hold(self, queued: Queued, seconds: float) -> None:
        self._backoff.hold(queued.message.chat_id, seconds, self._monotonic())

    async def _write(self, queued: Queued, state: OutState, error: Exception | None = None) -> None:
        """Commit a state."""
        text = None if error is None else cause(error)
        await self._stored(queued, lambda: self._outbox.settle(queued.id, state, self._now(), error=text))

    async def _stored(self, queued: Queued, commit: Callable[[], Awaitable[None]]) -> None:
        """Commit what a call showed, however long the storage fails: given up, the call would be made again."""
        for failures in itertools.count(1):
            try:
                await commit()
            except StoreError as failure:
                _LOGGER.warning("What became of message %s could not be stored yet: %s", queued.id, failure)
                await asyncio.sleep(self._backoff.wait_s(failures))
            else:
                return


def retry_after_s(error: Exception) -> float:
    """Return the pause that Telegram asks for, in seconds; python-telegram-bot is changing its type."""
    if not isinstance(error, RetryAfter):
        return 1.0
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, dt.timedelta) else float(pause)
