import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler

from bot.chat.transport.ordering import OrderedProcessor, ordering_key
from tests.chat.transport.fakes import FakeTelegram, update_json

PERSON = {"id": 9, "is_bot": False, "first_name": "Ann"}
GROUP = {"id": -5, "type": "group", "title": "Club"}


def read(data: dict[str, Any]) -> Update:
    return Update.de_json(data, None)


def of(chat_id: int, number: int = 0) -> Update:
    return read(update_json(number, chat_id))


@asynccontextmanager
async def application(
    processor: OrderedProcessor, handle: Callable[[Update], Awaitable[None]]
) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    async def handler(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await handle(update)

    app = ApplicationBuilder().bot(FakeTelegram().bot()).concurrent_updates(processor).job_queue(None).build()
    app.add_handler(TypeHandler(Update, handler))
    async with app:
        await app.start()
        yield app
        await app.stop()


async def test_two_hundred_messages_of_one_chat_do_not_hold_up_another() -> None:
    finished: list[int] = []

    async def handle(update: Update) -> None:
        assert update.effective_chat is not None
        await asyncio.sleep(0.005)
        finished.append(update.effective_chat.id)

    async with application(OrderedProcessor(slots=16), handle) as app:
        for number in range(200):
            await app.update_queue.put(of(1, number))
        await app.update_queue.put(of(2))
        await app.update_queue.join()
    assert len(finished) == 201
    assert finished.index(2) < 10


async def test_a_chats_updates_are_handled_in_order_even_when_later_ones_are_faster() -> None:
    finished: list[int] = []

    async def handle(update: Update) -> None:
        await asyncio.sleep(0.01 if update.update_id % 2 == 0 else 0)
        finished.append(update.update_id)

    async with application(OrderedProcessor(), handle) as app:
        for number in range(20):
            await app.update_queue.put(of(1, number))
        await app.update_queue.join()
    assert finished == list(range(20))


async def test_no_more_updates_run_side_by_side_than_there_are_slots() -> None:
    running = peak = 0

    async def handle(_update: Update) -> None:
        nonlocal running, peak
        running += 1
        peak = max(peak, running)
        await asyncio.sleep(0.005)
        running -= 1

    async with application(OrderedProcessor(slots=4), handle) as app:
        for chat in range(1, 30):
            await app.update_queue.put(of(chat))
        await app.update_queue.join()
    assert peak == 4


async def test_a_stuck_chat_keeps_only_its_own_updates_waiting() -> None:
    release = asyncio.Event()
    finished: list[int] = []
    others_done = asyncio.Event()

    async def handle(update: Update) -> None:
        assert update.effective_chat is not None
        if update.effective_chat.id == 1:
            await release.wait()
        finished.append(update.effective_chat.id)
        if len(finished) == 10:
            others_done.set()

    processor = OrderedProcessor(slots=2)
    async with application(processor, handle) as app:
        for number in range(50):
            await app.update_queue.put(of(1, number))
        for chat in range(2, 12):
            await app.update_queue.put(of(chat))
        async with asyncio.timeout(5):
            await others_done.wait()
        assert finished == list(range(2, 12))
        assert processor.pending == 50
        release.set()
        await app.update_queue.join()
    assert processor.pending == 0


async def test_no_lock_stays_behind_even_when_handlers_fail_or_are_cancelled() -> None:
    processor = OrderedProcessor()

    async def fail() -> None:
        raise ValueError("handler")

    async def hang() -> None:
        await asyncio.sleep(60)

    with pytest.raises(ValueError, match="handler"):
        await processor.process_update(of(1), fail())
    task = asyncio.create_task(processor.process_update(of(2), hang()))
    await asyncio.sleep(0.001)
    assert processor.pending == 1
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert processor._turns == {}
    assert processor.pending == 0


async def test_the_start_of_handling_is_told_only_when_the_turn_has_come() -> None:
    told: list[int] = []
    release = asyncio.Event()

    async def starting(update: object) -> None:
        assert isinstance(update, Update)
        told.append(update.update_id)

    processor = OrderedProcessor(starting=starting)

    async def handle() -> None:
        await release.wait()

    tasks = [asyncio.create_task(processor.process_update(of(1, number), handle())) for number in (10, 11)]
    await asyncio.sleep(0.001)
    assert told == [10]
    release.set()
    await asyncio.gather(*tasks)
    assert told == [10, 11]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (update_json(1, 7), 7),
        ({"update_id": 1, "inline_query": {"id": "1", "from": PERSON, "query": "", "offset": ""}}, 9),
        (
            {
                "update_id": 1,
                "poll_answer": {"poll_id": "1", "user": PERSON, "option_ids": [], "option_persistent_ids": []},
            },
            9,
        ),
        ({"update_id": 1, "callback_query": {"id": "1", "from": PERSON, "chat_instance": "1"}}, 9),
        (
            {
                "update_id": 1,
                "my_chat_member": {
                    "chat": GROUP,
                    "from": PERSON,
                    "date": 0,
                    "old_chat_member": {"status": "left", "user": PERSON},
                    "new_chat_member": {"status": "member", "user": PERSON},
                },
            },
            -5,
        ),
        ({"update_id": 1}, None),
    ],
)
def test_an_update_is_ordered_by_its_chat_else_by_its_user(data: dict[str, Any], key: int | None) -> None:
    assert ordering_key(read(data)) == key


async def test_what_belongs_to_nobody_is_handled_at_once() -> None:
    handled: list[str] = []

    async def handle() -> None:
        handled.append("done")

    await OrderedProcessor().process_update(object(), handle())
    assert handled == ["done"]


async def test_what_has_not_begun_when_the_bot_leaves_is_not_begun() -> None:
    processor = OrderedProcessor(slots=16)
    begun: list[int] = []
    first, gate = asyncio.Event(), asyncio.Event()

    async def handle(update: Update) -> None:
        begun.append(update.update_id)
        first.set()
        await gate.wait()

    async with application(processor, handle) as app:
        for number in range(50):
            await app.update_queue.put(of(1, number))
        await first.wait()
        processor.leave_rest()
        gate.set()
        async with asyncio.timeout(2):
            await app.update_queue.join()
    assert begun == [0]
