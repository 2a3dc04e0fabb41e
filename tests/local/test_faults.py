"""Accidents happen on demand, and look to a bot like those of the real network."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.local.faults import (
    ANY,
    Fault,
    answering,
    blocked,
    connect_error,
    flood,
    migrated,
    pool_timeout,
    raising,
    read_timeout,
    server_error,
)
from bot.local.person import Person
from bot.local.service import LocalTelegram


class OwnError(NetworkError):
    """What a product's own request class may raise."""


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (flood(3), (RetryAfter, False)),
        (server_error(), (NetworkError, False)),
        (server_error(502), (NetworkError, False)),
        (blocked(), (Forbidden, False)),
        (migrated(-100), (ChatMigrated, False)),
        (answering(400, "Bad Request: no"), (BadRequest, False)),
        (read_timeout(arrives=False), (TimedOut, False)),
        (read_timeout(arrives=True), (TimedOut, True)),
        (pool_timeout(), (TimedOut, False)),
        (connect_error(), (NetworkError, False)),
        (raising(lambda: OwnError("lost"), arrives=True), (OwnError, True)),
    ],
)
async def test_a_fault_hits_one_call(
    bot: Bot, ada: Person, telegram: LocalTelegram, fault: Fault, expected: tuple[type[TelegramError], bool]
) -> None:
    error, arrives = expected
    telegram.fail("sendMessage", fault)
    with pytest.raises(error) as raised:
        await bot.send_message(ada.id, "one")
    assert type(raised.value) is error
    assert len(ada.messages) == arrives
    assert telegram.calls[-1].error is not None
    await bot.send_message(ada.id, "two")
    assert ada.last.text == "two"
    assert telegram.calls[-1].error is None


async def test_faults_of_a_method_come_one_after_the_other_and_spare_the_others(
    bot: Bot, telegram: LocalTelegram, ada: Person
) -> None:
    telegram.fail("sendMessage", flood(1), server_error())
    await bot.send_chat_action(ada.id, "typing")
    with pytest.raises(RetryAfter):
        await bot.send_message(ada.id, "one")
    with pytest.raises(NetworkError):
        await bot.send_message(ada.id, "one")
    await bot.send_message(ada.id, "one")


async def test_a_fault_can_hit_whatever_call_comes_next(bot: Bot, telegram: LocalTelegram, ada: Person) -> None:
    telegram.fail(ANY, connect_error())
    with pytest.raises(NetworkError):
        await bot.send_chat_action(ada.id, "typing")


async def test_latency_holds_up_every_call(bot: Bot, telegram: LocalTelegram, ada: Person) -> None:
    telegram.api.latency = 0.05
    start = asyncio.get_running_loop().time()
    await bot.send_message(ada.id, "one")
    assert asyncio.get_running_loop().time() - start >= 0.04
