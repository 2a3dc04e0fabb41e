"""A delivery that drains a fake outbox into a fake Telegram, with waits of milliseconds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.app.cards import decode, encode, is_card
from bot.chat.transport.delivery import Delivery, DeliverySettings
from bot.chat.transport.limiter import Pacing, Unpaced
from bot.chat.transport.pictures import Pictures
from tests.chat.transport.fakes import NOON, Answer, FakeOutbox, FakeTelegram, Reports


def draw(name: str) -> bytes:
    """Draw a picture of some bytes; the only drawing there is, and any card that can be read."""
    return b"\x89PNG " + encode(decode(name)).encode() if is_card(name) else {"square": b"\x89PNG square"}[name]


class FakeFileIds:
    """The port `FileIds` in memory."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, str], str] = {}

    async def get(self, bot_id: int, digest: str) -> str | None:
        return self.known.get((bot_id, digest))

    async def put(self, bot_id: int, digest: str, file_id: str) -> None:
        self.known[bot_id, digest] = file_id


def delivery_of(
    outbox: FakeOutbox,
    telegram: FakeTelegram,
    *,
    reports: Reports | None = None,
    pacer: Pacing | None = None,
    **more: Any,
) -> Delivery:
    quick = {"backoff_base_s": 0.004, "backoff_cap_s": 0.02, "poll_s": 5.0}
    return Delivery(
        bot=telegram.bot(),
        outbox=outbox,
        pacer=pacer or Unpaced(),
        pictures=Pictures(draw=draw, file_ids=FakeFileIds(), bot_id=1),
        now=lambda: NOON,
        jitter=lambda: 1.0,
        report=reports or Reports(),
        settings=DeliverySettings(**(quick | more)),
    )


@asynccontextmanager
async def running(outbox: FakeOutbox, telegram: FakeTelegram, **more: Any) -> AsyncIterator[Delivery]:
    delivery = delivery_of(outbox, telegram, **more)
    await delivery.start()
    async with asyncio.timeout(10):
        yield delivery
    await delivery.drain(1)


async def deliver(outbox: FakeOutbox, *script: Answer, **more: Any) -> FakeTelegram:
    """Deliver all that the outbox holds to a Telegram that answers by script."""
    telegram = FakeTelegram(*script)
    async with running(outbox, telegram, **more) as delivery:
        await delivery.idle()
    return telegram
