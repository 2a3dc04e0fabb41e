"""Drain the outbox: answers before bulk, in order per chat, side by side across chats.

The outbox in the database is the only queue. Each look takes what may leave now and leaves the rest where it is, so
what was deleted or has expired meanwhile is never sent.
"""

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from telegram import Bot
from telegram.error import BadRequest

from bot.app.ports import Outbox
from bot.app.records import OutMessage, OutState, Queued
from bot.chat.transport.backoff import Backoff
from bot.chat.transport.errors import Report
from bot.chat.transport.limiter import Pacing
from bot.chat.transport.outcomes import Outcome, cause, repair
from bot.chat.transport.pictures import Pictures
from bot.chat.transport.sending import Result, call, paid
from bot.chat.transport.settling import Settler

_LOGGER = logging.getLogger(__name__)
PROBED = 4
_REPORTED = {Outcome.UNPARSABLE: "parse_error", Outcome.UNDRAWABLE: "picture"}
"""What is repaired at once but must be known: somebody's mistake is behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverySettings:
    """How many calls may run side by side, how many messages one look reads, and the waits in seconds."""

    slots: int = 24
    batch: int = 16
    poll_s: float = 5.0
    backoff_base_s: float = 1.0
    backoff_cap_s: float = 60.0


@dataclass(slots=True, kw_only=True)
class _Look:
    """What one look at the outbox has chosen, whom it passed over, and when to look again."""

    blocked: set[int]
    places: int
    empty: bool
    chosen: list[Queued] = field(default_factory=list)
    again_s: float = inf
    closed: bool = False

    def wait(self, seconds: float) -> None:
        self.again_s = min(self.again_s, seconds)

    def close(self, seconds: float) -> None:
        self.closed = True
        self.wait(seconds)

    def block(self, chat_id: int, seconds: float) -> None:
        self.blocked.add(chat_id)
        self.wait(seconds)

    def choose(self, queued: Queued) -> None:
        self.chosen.append(queued)
        self.blocked.add(queued.message.chat_id)
        self.closed = len(self.chosen) >= self.places


class Delivery:
    """Send what the outbox holds. Call `wake` on the event loop after each committed transaction."""

    def __init__(
        self,
        *,
        bot: Bot,
        outbox: Outbox,
        pacer: Pacing,
        pictures: Pictures,
        now: Callable[[], dt.datetime],
        jitter: Callable[[], float],
        report: Report,
        monotonic: Callable[[], float] = time.monotonic,
        settings: DeliverySettings | None = None,
    ) -> None:
        self._bot = bot
        self._outbox = outbox
        self._pacer = pacer
        self._pictures = pictures
        self._now = now
        self._report = report
        self._monotonic = monotonic
        self._settings = settings or DeliverySettings()
        self._backoff = Backoff(base_s=self._settings.backoff_base_s, cap_s=self._settings.backoff_cap_s, jitter=jitter)
        self._settler = Settler(
            outbox=outbox, pacer=pacer, backoff=self._backoff, now=now, monotonic=monotonic, report=report
        )
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._nudge = asyncio.Event()
        self._idle = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None
        self._stopping = False

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """Return how often each outcome came about since the start."""
        return self._settler.counts

    @property
    def in_flight(self) -> int:
        """Return how many calls are being made."""
        return len(self._flying)

    async def start(self) -> int:
        """Recover what the last process left half-sent, begin to deliver, and tell how many were recovered."""
        recovered = await self._outbox.recover()
        self._stopping = False
        self._loop = asyncio.create_task(self._run(), name="delivery")
        return recovered

    def wake(self) -> None:
        """Look at the outbox at once."""
        self._idle.clear()
        self._nudge.set()

    async def idle(self) -> None:
        """Wait until the outbox has been seen empty and no call is being made."""
        self.wake()
        await self._idle.wait()

    async def drain(self, limit_s: float) -> int:
        """Stop: finish the calls being made, give up on those that take longer, and tell how many those were.

        These stay `sending`, become `unknown` at the next start and are sent once more.
        """
        self._stopping = True
        self._nudge.set()
        try:
            async with asyncio.timeout(limit_s):
                if self._loop is not None:
                    await self._loop
                while self._flying:
                    await asyncio.wait(self._flying.values())
        except TimeoutError:
            _LOGGER.warning("Stopped with %d calls unfinished", len(self._flying))
        late = list(self._flying.values())
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return len(late)

    async def _run(self) -> None:
        failures = 0
        while not self._stopping:
            self._nudge.clear()
            try:
                again_s = await self._round()
                failures = 0
            except Exception as error:
                _LOGGER.exception("The outbox could not be read")
                self._report("outbox", error)
                failures += 1
                again_s = self._backoff.wait_s(failures)
            await self._pause(again_s, patient=bool(failures))

    async def _pause(self, seconds: float, *, patient: bool) -> None:
        """Wait for a nudge; but when the storage failed, not less than that for the next try."""
        if patient:
            await asyncio.sleep(seconds)
            return
        try:
            async with asyncio.timeout(min(seconds, self._settings.poll_s)):
                await self._nudge.wait()
        except TimeoutError:
            return

    async def _round(self) -> float:
        """Look once, send what may leave, and return how long until the next look is worth it."""
        look = await self._look()
        if look.chosen and not self._stopping:
            await self._outbox.sending([queued.id for queued in look.chosen])
            for queued in look.chosen:
                self._launch(queued)
        if look.empty and not self._flying and not self._nudge.is_set():
            self._idle.set()
        return look.again_s

    async def _look(self) -> _Look:
        now = self._monotonic()
        held = self._backoff.held(now)
        slots = 1 if self._backoff.probing else self._settings.slots
        look = _Look(blocked={*held, *self._flying}, places=slots - len(self._flying), empty=not held)
        look.wait(self._backoff.next_release(now))
        if look.places <= 0 or (delay := self._backoff.network_delay(now)) > 0:
            look.close(delay if look.places > 0 else inf)
            look.empty = False
        # Few are read at a time, for few can leave; a probe looks for one among many that is not in doubt.
        batch = self._settings.batch * (PROBED if self._backoff.probing else 1)
        while not look.closed:
            taken = await self._outbox.take(batch, self._now(), skip=frozenset(look.blocked))
            look.empty = look.empty and not taken
            for queued in _fresh_first(taken) if self._backoff.probing else taken:
                self._consider(queued, look, now)
            look.closed = look.closed or len(taken) < batch
        return look

    def _consider(self, queued: Queued, look: _Look, now: float) -> None:
        """Choose a message unless its chat or its lane has to wait; later ones of a passed-over chat wait too."""
        chat_id, lane = queued.message.chat_id, queued.message.lane
        if look.closed or chat_id in look.blocked:
            return
        if (delay := self._pacer.lane_delay(lane, now, ahead=len(look.chosen))) > 0:
            look.close(delay)
        elif (delay := self._pacer.chat_delay(chat_id, lane, now)) > 0:
            look.block(chat_id, delay)
        else:
            look.choose(queued)

    def _launch(self, queued: Queued) -> None:
        chat_id = queued.message.chat_id
        self._pacer.note_sent(chat_id, queued.message.lane, self._monotonic())
        self._flying[chat_id] = asyncio.create_task(self._deliver(queued), name=f"deliver:{queued.id}")

    async def _deliver(self, queued: Queued) -> None:
        try:
            result = await self._attempt(queued.message)
            await self._settler.settle(queued, result)
        except Exception as error:
            _LOGGER.exception("Message %s could not be settled", queued.id)
            self._report("outbox", error)
        finally:
            del self._flying[queued.message.chat_id]
            self._nudge.set()

    async def _attempt(self, message: OutMessage) -> Result:
        """Call, and call again without what Telegram stumbled over; each repair can apply only once."""
        result = await self._call(message)
        while (repaired := repair(message, result.outcome)) is not None:
            if result.error is not None and result.outcome in _REPORTED:
                self._report(_REPORTED[result.outcome], BadRequest(cause(result.error)))
            message = repaired
            self._pacer.note_sent(message.chat_id, message.lane, self._monotonic())
            result = await self._call(message)
        return result

    async def _call(self, message: OutMessage) -> Result:
        result = await call(self._bot, paid(message) if self._pacer.pays else message, self._pictures)
        self._pacer.note_answered(message.chat_id, self._monotonic())
        return result


def _fresh_first(taken: Sequence[Queued]) -> list[Queued]:
    """Put chats last that wait for a second attempt: as long as nothing comes through, it would be wasted."""
    doubtful = {queued.message.chat_id for queued in taken if queued.state is OutState.UNKNOWN}
    return sorted(taken, key=lambda queued: queued.message.chat_id in doubtful)
