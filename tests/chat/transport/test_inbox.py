import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram import Update
from telegram.error import NetworkError
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler

from bot.chat.transport.inbox import InboxQueue, KeepingBot
from bot.chat.transport.ordering import OrderedProcessor
from tests.chat.transport.fakes import BOT_ID, NOON, TOKEN, FakeInbox, FakeTelegram, Reports, update_json


def update(update_id: int, text: str = "hi") -> Update:
    return Update.de_json(update_json(update_id, text=text), FakeTelegram().bot())


def queue_on(inbox: FakeInbox, reports: Reports | None = None) -> InboxQueue:
    return InboxQueue(bot_id=BOT_ID, inbox=inbox, store=inbox, now=lambda: NOON, report=reports or Reports())


async def test_an_update_is_kept_before_it_is_queued() -> None:
    inbox = FakeInbox()
    queue = queue_on(inbox)
    await queue.put(update(5, "can I deadlift?"))
    assert queue.qsize() == 1
    assert Update.de_json(json.loads(inbox.rows[5]), None) == update(5)
    assert "can I deadlift?" in inbox.rows[5]


async def test_an_update_received_twice_is_queued_once() -> None:
    queue = queue_on(FakeInbox())
    await queue.put(update(5))
    await queue.put(update(5))
    assert queue.qsize() == 1


async def test_what_is_no_update_passes_through_unkept() -> None:
    inbox = FakeInbox()
    queue = queue_on(inbox)
    stop = object()
    await queue.put(stop)
    assert await queue.get() is stop
    assert inbox.rows == {}


async def test_a_storage_failure_is_a_network_error_and_queues_nothing() -> None:
    queue = queue_on(FakeInbox(failures=deque([OSError("disk full")])))
    with pytest.raises(NetworkError):
        await queue.put(update(5))
    assert queue.empty()
    await queue.put(update(5))
    assert queue.qsize() == 1


async def test_an_update_that_was_kept_although_storing_failed_is_handled_when_it_comes_again() -> None:
    queue = queue_on(FakeInbox(failures=deque([OSError("lost the answer")]), keep_before_failing=True))
    with pytest.raises(NetworkError):
        await queue.put(update(5))
    await queue.put(update(5))
    await queue.put(update(5))
    assert queue.qsize() == 1


async def test_unhandled_updates_are_replayed_in_order() -> None:
    inbox = FakeInbox()
    before = queue_on(inbox)
    for number in (3, 4, 5):
        await before.put(update(number, f"text {number}"))
    inbox.done.append(4)
    queue = queue_on(inbox)
    assert await queue.replay(FakeTelegram().bot()) == 2
    first, second = queue.get_nowait(), queue.get_nowait()
    assert isinstance(first, Update)
    assert isinstance(second, Update)
    assert [first.update_id, second.update_id] == [3, 5]
    assert first.effective_message is not None
    assert first.effective_message.text == "text 3"
    assert first.get_bot() is not None


async def test_poison_is_given_up_and_reported_but_the_rest_is_replayed() -> None:
    inbox, reports = FakeInbox(attempts={3: 3, 4: 2}), Reports()
    for number in (3, 4):
        inbox.rows[number] = update(number).to_json()
    queue = queue_on(inbox, reports)
    assert await queue.replay(FakeTelegram().bot()) == 1
    assert inbox.done == [3]
    assert reports.kinds == ["poison_update"]


@pytest.mark.parametrize("payload", ["", "{", "[]", "null", "{}", '{"message": 5}', "[" * 100_000])
async def test_a_payload_that_cannot_be_read_is_given_up_and_reported(payload: str) -> None:
    inbox, reports = FakeInbox(rows={3: payload, 4: update(4).to_json()}), Reports()
    queue = queue_on(inbox, reports)
    assert await queue.replay(FakeTelegram().bot()) == 1
    assert inbox.done == [3]
    assert reports.kinds == ["unreadable_update"]


async def test_only_a_replayed_update_counts_its_attempt_and_only_once() -> None:
    inbox = FakeInbox(rows={3: update(3).to_json()})
    queue = queue_on(inbox)
    await queue.replay(FakeTelegram().bot())
    await queue.put(update(4))
    for item in (update(3), update(3), update(4), object()):
        await queue.attempt(item)
    assert inbox.attempts == {3: 1}


async def test_an_attempt_that_cannot_be_counted_does_not_stop_the_handling() -> None:
    inbox = FakeInbox(rows={3: update(3).to_json()})
    queue = queue_on(inbox)
    await queue.replay(FakeTelegram().bot())
    inbox.failures.append(OSError("disk"))
    await queue.attempt(update(3))
    assert inbox.attempts == {}


class Polled(FakeTelegram):
    """Telegram as getUpdates shows it: what was confirmed is gone, the rest comes again."""

    def __init__(self, *numbers: int) -> None:
        super().__init__()
        self.waiting = list(numbers)

    async def do_request(self, url: str, *args: object, **kwargs: object) -> tuple[int, bytes]:
        if not url.endswith("getUpdates"):
            return await super().do_request(url, *args, **kwargs)  # type: ignore[arg-type] # passed on as it came
        await asyncio.sleep(0.01)
        offset = kwargs["request_data"].parameters.get("offset", 0)  # type: ignore[attr-defined] # a RequestData
        self.waiting = [number for number in self.waiting if number >= offset]
        return 200, json.dumps({"ok": True, "result": [update_json(number) for number in self.waiting]}).encode()


@asynccontextmanager
async def polling(
    telegram: Polled, queue: InboxQueue, handled: list[int], complete: asyncio.Event
) -> AsyncIterator[None]:
    async def handle(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        handled.append(update.update_id)
        if update.update_id == 3:
            complete.set()

    bot = KeepingBot(queue=queue, token=TOKEN, request=telegram, get_updates_request=telegram)
    builder = ApplicationBuilder().bot(bot).concurrent_updates(OrderedProcessor(starting=queue.attempt))
    app: Application = builder.update_queue(queue).job_queue(None).build()  # type: ignore[type-arg] # its six parameters
    app.add_handler(TypeHandler(Update, handle))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling(timeout=0, error_callback=lambda _error: None)
        yield
        await app.updater.stop()
        await app.stop()


async def test_polling_survives_a_storage_failure_and_handles_each_update_once() -> None:
    inbox = FakeInbox(failures=deque([OSError("disk full")]))
    queue, handled, complete = queue_on(inbox), list[int](), asyncio.Event()
    async with polling(Polled(1, 2, 3), queue, handled, complete):
        async with asyncio.timeout(5):
            await complete.wait()
        await queue.join()
    assert handled == [1, 2, 3]


async def test_updates_that_come_together_are_kept_in_one_commit() -> None:
    inbox = FakeInbox()
    queue, handled, complete = queue_on(inbox), list[int](), asyncio.Event()
    async with asyncio.timeout(5), polling(Polled(1, 2, 3), queue, handled, complete):
        await complete.wait()
        await queue.join()
    assert inbox.commits[0] == (1, 2, 3)
    assert handled == [1, 2, 3]


@pytest.mark.parametrize("kept", [True, False])
async def test_updates_whose_commit_failed_are_handled_once_when_they_come_again(*, kept: bool) -> None:
    inbox = FakeInbox(failures=deque([OSError("disk full")]), keep_before_failing=kept)
    queue, together = queue_on(inbox), [update(number) for number in (1, 2, 3)]
    with pytest.raises(NetworkError):
        await queue.keep(together)
    await queue.keep(together)
    for one in (*together, *together):
        await queue.put(one)
    assert queue.qsize() == 3


async def test_what_was_confirmed_but_not_handled_is_handled_after_a_restart() -> None:
    inbox, handled = FakeInbox(), list[int]()
    telegram = Polled(1, 2, 3)
    before = queue_on(inbox)
    for number in (1, 2, 3):
        await before.put(update(number))
    inbox.done.append(1)
    after = queue_on(inbox)
    await after.replay(telegram.bot())
    async with polling(telegram, after, handled, asyncio.Event()):
        await after.join()
    assert handled == [2, 3]
    assert inbox.attempts == {2: 1, 3: 1}


async def test_an_update_that_was_polled_is_kept_as_telegram_sent_it() -> None:
    inbox = FakeInbox()
    queue, handled, complete = queue_on(inbox), list[int](), asyncio.Event()
    async with asyncio.timeout(5), polling(Polled(3), queue, handled, complete):
        await complete.wait()
        await queue.join()
    assert json.loads(inbox.rows[3]) == update_json(3)
