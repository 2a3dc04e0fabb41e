"""The delivery while the storage fails: nothing is called twice, nothing is forgotten, a stop is not held up."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from bot.app.ports import StoreBusy, StoreFull
from bot.app.records import OutState
from tests.chat.transport.driving import deliver, delivery_of, running
from tests.chat.transport.fakes import Call, FakeOutbox, FakeTelegram, Reports, message, refusal

SENT, SENDING = OutState.SENT, OutState.SENDING


async def test_a_storage_that_fails_for_a_while_stops_nothing() -> None:
    outbox, reports = FakeOutbox(failures=deque([StoreFull("full"), StoreBusy("locked")])), Reports()
    outbox.add(message())
    telegram = await deliver(outbox, reports=reports)
    assert outbox.state(1) is SENT
    assert len(telegram.calls) == 1
    assert reports.kinds == ["outbox", "outbox"]


async def test_a_result_is_stored_without_a_second_call_however_long_the_storage_fails() -> None:
    outbox, telegram, reports = FakeOutbox(), FakeTelegram(), Reports()
    outbox.add(message(7))
    outbox.add(message(7, "next"))

    async def fail_first(call: Call) -> None:
        if call[1]["text"] != "next":
            outbox.failures.extend([StoreFull("full")] * 30)

    telegram.before = fail_first
    async with running(outbox, telegram, reports=reports, backoff_cap_s=0.004) as delivery:
        await delivery.idle()
    assert [text for _, text in telegram.sent] == ["hello", "next"]
    assert outbox.state(1) is outbox.state(2) is SENT


@dataclass
class Locked(FakeOutbox):
    """An outbox that is locked whenever it is told about a chat for the first time."""

    told: set[int] = field(default_factory=set)

    async def unreachable(self, chat_id: int) -> None:
        self._lock_once(chat_id)
        await super().unreachable(chat_id)

    async def moved(self, old_chat_id: int, new_chat_id: int) -> None:
        self._lock_once(old_chat_id)
        await super().moved(old_chat_id, new_chat_id)

    def _lock_once(self, chat_id: int) -> None:
        if chat_id not in self.told:
            self.told.add(chat_id)
            raise StoreBusy("locked")


async def test_what_telegram_says_of_a_chat_is_stored_however_long_the_storage_fails() -> None:
    outbox, reports = Locked(), Reports()
    outbox.add(message(7))
    outbox.add(message(-5))
    blocked = refusal(403, "Forbidden: bot was blocked by the user")
    upgraded = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1005)
    telegram = await deliver(outbox, blocked, upgraded, reports=reports)
    assert outbox.gone == [7]
    assert [chat for chat, _ in telegram.sent] == [7, -5, -1005]
    assert reports.kinds == []


async def test_a_result_that_cannot_be_written_at_all_is_reported_and_holds_up_nobody() -> None:
    outbox, telegram, reports = FakeOutbox(), FakeTelegram(), Reports()
    outbox.add(message(7))
    outbox.add(message(7, "next"))

    async def fail_first(call: Call) -> None:
        if call[1]["text"] != "next":
            outbox.failures.append(ValueError("a mistake in the code"))

    telegram.before = fail_first
    async with running(outbox, telegram, reports=reports) as delivery:
        await delivery.idle()
    assert outbox.state(1) is SENDING
    assert outbox.state(2) is SENT
    assert reports.kinds == ["outbox"]


async def test_a_stop_does_not_wait_for_a_storage_that_fails() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram()
    outbox.add(message())
    called = asyncio.Event()

    async def fail(_call: Call) -> None:
        outbox.failures.extend([StoreFull("full")] * 1000)
        called.set()

    telegram.before = fail
    delivery = delivery_of(outbox, telegram)
    await delivery.start()
    await called.wait()
    async with asyncio.timeout(5):
        assert await delivery.drain(0.05) == 1
    assert outbox.state(1) is SENDING
