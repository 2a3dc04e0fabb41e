import asyncio
import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app.records import Lane, Method, OutMessage, OutState, Queued
from bot.chat.transport.errors import NotDeliveredError
from bot.chat.transport.limiter import Limits, Pacer
from tests.chat.transport.driving import deliver, delivery_of, running
from tests.chat.transport.fakes import Call, FakeOutbox, FakeTelegram, message

SENT, PENDING, SENDING = OutState.SENT, OutState.PENDING, OutState.SENDING


async def test_a_message_leaves_with_the_parameters_as_they_were_written() -> None:
    outbox = FakeOutbox()
    keyboard = {"inline_keyboard": [[{"text": "Why", "callback_data": "why:1"}]]}
    outbox.add(message(7, "<b>hi</b>", parse_mode="HTML", reply_markup=keyboard, reply_parameters={"message_id": 3}))
    telegram = await deliver(outbox)
    expected = {
        "chat_id": 7,
        "text": "<b>hi</b>",
        "parse_mode": "HTML",
        "reply_markup": keyboard,
        "reply_parameters": {"message_id": 3},
    }
    assert telegram.calls == [("sendMessage", expected)]
    assert outbox.history == [(1, SENDING), (1, SENT)]


async def test_an_edit_and_a_document_leave_by_their_own_methods() -> None:
    outbox = FakeOutbox()
    outbox.add(OutMessage(chat_id=7, method=Method.EDIT, payload={"text": "new", "message_id": 9, "chat_id": 6}))
    outbox.add(
        OutMessage(
            chat_id=8, method=Method.DOCUMENT, payload={"caption": "all"}, document=b"{}", file_name="export.json"
        )
    )
    telegram = await deliver(outbox)
    assert sorted(telegram.calls, key=lambda call: call[0]) == [
        ("editMessageText", {"chat_id": 7, "text": "new", "message_id": 9}),
        ("sendDocument", {"chat_id": 8, "caption": "all"}),
    ]
    assert outbox.state(1) is outbox.state(2) is SENT


async def test_sending_is_committed_before_the_call() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram()
    outbox.add(message())
    states: list[OutState] = []

    async def look(_call: Call) -> None:
        states.append(outbox.state(1))

    telegram.before = look
    async with running(outbox, telegram) as delivery:
        await delivery.idle()
    assert states == [SENDING]


async def test_a_wake_sends_what_was_committed_since_without_waiting_for_the_poll() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram()
    async with running(outbox, telegram, poll_s=60.0) as delivery:
        await delivery.idle()
        outbox.add(message())
        delivery.wake()
        async with asyncio.timeout(1):
            await delivery.idle()
    assert outbox.state(1) is SENT


async def test_without_a_wake_the_poll_finds_it() -> None:
    outbox, telegram, called = FakeOutbox(), FakeTelegram(), asyncio.Event()

    async def note(_call: Call) -> None:
        called.set()

    telegram.before = note
    async with running(outbox, telegram, poll_s=0.01) as delivery:
        await delivery.idle()
        outbox.add(message())
        await called.wait()
    assert len(telegram.calls) == 1


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 5), st.booleans()), min_size=1, max_size=60), st.integers(1, 8))
def test_each_chat_gets_every_message_once_and_in_order(messages: list[tuple[int, bool]], batch: int) -> None:
    """Whatever fails on the way without having arrived, and however small the looks at the outbox are."""
    outbox, failing = FakeOutbox(), FakeTelegram()
    for number, (chat, _) in enumerate(messages):
        outbox.add(message(chat, str(number)))
    failing.script.extend(NotDeliveredError("x") for _, fails in messages if fails)

    async def play() -> list[tuple[int, str]]:
        arrived: list[tuple[int, str]] = []

        async def arrive(call: Call) -> None:
            await asyncio.sleep(0)
            if not failing.script:
                arrived.append((call[1]["chat_id"], call[1]["text"]))

        failing.before = arrive
        async with running(outbox, failing, batch=batch, slots=3, backoff_base_s=0.0) as delivery:
            await delivery.idle()
        return arrived

    arrived = asyncio.run(play())
    for chat in range(1, 6):
        expected = [str(number) for number, (its, _) in enumerate(messages) if its == chat]
        assert [text for its, text in arrived if its == chat] == expected


async def test_answers_leave_before_bulk() -> None:
    outbox = FakeOutbox()
    for chat in range(1, 4):
        outbox.add(message(chat, "reminder", lane=Lane.BULK))
    outbox.add(message(9, "answer"))
    telegram = await deliver(outbox, slots=1)
    assert [text for _, text in telegram.sent] == ["answer", "reminder", "reminder", "reminder"]


async def test_a_chat_whose_call_hangs_does_not_hold_up_the_others() -> None:
    outbox, telegram, release = FakeOutbox(), FakeTelegram(), asyncio.Event()
    for _ in range(100):
        outbox.add(message(1))
    for chat in range(2, 12):
        outbox.add(message(chat))
    others: list[int] = []
    done = asyncio.Event()

    async def hang(call: Call) -> None:
        if call[1]["chat_id"] == 1:
            await release.wait()
            return
        others.append(call[1]["chat_id"])
        if len(others) == 10:
            done.set()

    telegram.before = hang
    async with running(outbox, telegram, slots=3, batch=8) as delivery:
        await done.wait()
        assert outbox.state(1) is SENDING
        assert outbox.state(2) is PENDING
        release.set()
        await delivery.idle()
    assert len(telegram.calls) == 110


async def test_no_more_calls_run_side_by_side_than_there_are_slots() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram()
    for chat in range(1, 20):
        outbox.add(message(chat))
    running_now: list[int] = []

    async with running(outbox, telegram, slots=4) as delivery:

        async def note(_call: Call) -> None:
            running_now.append(delivery.in_flight)
            await asyncio.sleep(0.001)

        telegram.before = note
        await delivery.idle()
    assert max(running_now) == 4


async def test_what_was_half_sent_at_a_crash_is_sent_once_more() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram()
    outbox.add(message(7, "lost"), state=SENDING, attempts=1)
    outbox.add(message(8, "lost twice"), state=SENDING, attempts=2)
    delivery = delivery_of(outbox, telegram)
    assert await delivery.start() == 2
    await delivery.idle()
    await delivery.drain(1)
    assert [text for _, text in telegram.sent] == ["lost"]


async def test_a_clean_stop_lets_a_call_finish_and_starts_no_other() -> None:
    outbox, telegram, called = FakeOutbox(), FakeTelegram(), asyncio.Event()
    for _ in range(3):
        outbox.add(message(7))

    async def slow(_call: Call) -> None:
        called.set()
        await asyncio.sleep(0.03)

    telegram.before = slow
    delivery = delivery_of(outbox, telegram)
    await delivery.start()
    await called.wait()
    assert await delivery.drain(2) == 0
    assert [outbox.state(number) for number in (1, 2, 3)] == [SENT, PENDING, PENDING]


async def test_a_stop_in_the_middle_of_a_look_sends_nothing_of_what_it_found() -> None:
    looking, go_on = asyncio.Event(), asyncio.Event()

    class SlowOutbox(FakeOutbox):
        async def take(self, limit: int, at: dt.datetime, *, skip: frozenset[int]) -> Sequence[Queued]:
            looking.set()
            await go_on.wait()
            return await super().take(limit, at, skip=skip)

    outbox, telegram = SlowOutbox(), FakeTelegram()
    outbox.add(message())
    delivery = delivery_of(outbox, telegram)
    await delivery.start()
    await looking.wait()
    stop = asyncio.create_task(delivery.drain(2))
    await asyncio.sleep(0)
    go_on.set()
    assert await stop == 0
    assert (outbox.state(1), telegram.calls) == (PENDING, [])


async def test_a_call_that_takes_too_long_at_the_stop_stays_half_sent_for_the_next_start() -> None:
    outbox, telegram, called = FakeOutbox(), FakeTelegram(), asyncio.Event()
    outbox.add(message(7))

    async def hang(_call: Call) -> None:
        called.set()
        await asyncio.sleep(60)

    telegram.before = hang
    delivery = delivery_of(outbox, telegram)
    await delivery.start()
    await called.wait()
    assert await delivery.drain(0.02) == 1
    assert outbox.state(1) is SENDING
    assert delivery.in_flight == 0


async def test_the_pace_is_kept_on_the_way_out() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram()
    for chat in range(1, 51):
        outbox.add(message(chat, lane=Lane.BULK if chat % 2 else Lane.ANSWER))
    loop = asyncio.get_running_loop()
    moments: list[float] = []

    async def note(_call: Call) -> None:
        moments.append(loop.time())

    telegram.before = note
    async with running(outbox, telegram, pacer=Pacer()) as delivery:
        await delivery.idle()
    assert len(moments) == 50
    assert max(sum(1 for at in moments if start <= at < start + 0.99) for start in moments) <= 30


@pytest.mark.parametrize(
    ("per_second", "lane", "paid"), [(31, Lane.BULK, True), (30, Lane.BULK, False), (31, Lane.ANSWER, False)]
)
async def test_bulk_is_paid_for_where_more_leaves_than_telegram_sends_for_nothing(
    per_second: int, lane: Lane, *, paid: bool
) -> None:
    outbox = FakeOutbox()
    outbox.add(message(7, lane=lane))
    outbox.add(message(8, lane=lane, method=Method.EDIT, message_id=1))
    telegram = await deliver(outbox, pacer=Pacer(limits=Limits(per_second=per_second)))
    told = {method: "allow_paid_broadcast" in parameters for method, parameters in telegram.calls}
    assert told == {"sendMessage": paid, "editMessageText": False}
