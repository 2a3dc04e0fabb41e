import asyncio
import datetime as dt
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app.records import Lane, Method, OutMessage, OutState
from bot.chat.transport.delivery import Delivery, DeliverySettings
from bot.chat.transport.errors import ConnectionLostError, MaybeDeliveredError, NotDeliveredError
from bot.chat.transport.limiter import Pacer, Pacing, Unpaced
from bot.chat.transport.outcomes import Outcome
from tests.chat.transport.fakes import NOON, Answer, Call, FakeOutbox, FakeTelegram, Reports, message, refusal

SENT, FAILED, UNKNOWN, PENDING, SENDING = (
    OutState.SENT,
    OutState.FAILED,
    OutState.UNKNOWN,
    OutState.PENDING,
    OutState.SENDING,
)


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
    outbox.add(message(7, "new", method=Method.EDIT, message_id=9, chat_id=7))
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


@settings(max_examples=25, deadline=None)
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


async def test_nothing_arrives_while_there_is_no_network_and_everything_afterwards() -> None:
    outbox = FakeOutbox()
    for chat in (1, 2):
        outbox.add(message(chat))
    telegram = await deliver(outbox, *[NotDeliveredError("no connection")] * 9)
    assert outbox.state(1) is outbox.state(2) is SENT
    assert len(telegram.calls) == 11


async def test_a_message_that_may_have_arrived_is_sent_once_more_and_before_the_next_of_its_chat() -> None:
    outbox = FakeOutbox()
    outbox.add(message(7, "first"))
    outbox.add(message(7, "second"))
    telegram = await deliver(outbox, MaybeDeliveredError("no answer"))
    assert [text for _, text in telegram.sent] == ["first", "first", "second"]
    assert (1, UNKNOWN) in outbox.history
    assert outbox.state(1) is SENT


@pytest.mark.parametrize("error", [MaybeDeliveredError("no answer"), ConnectionLostError("reset")])
async def test_a_message_that_may_have_arrived_twice_is_left_alone(error: Exception) -> None:
    outbox = FakeOutbox()
    outbox.add(message())
    telegram = await deliver(outbox, error, error)
    assert len(telegram.calls) == 2
    assert outbox.state(1) is UNKNOWN


async def test_a_message_that_expired_meanwhile_is_not_sent_again() -> None:
    outbox = FakeOutbox()
    outbox.add(
        OutMessage(chat_id=1, method=Method.SEND, payload={"text": "x"}, expires_at=NOON + dt.timedelta(hours=1))
    )
    telegram = FakeTelegram(MaybeDeliveredError("no answer"))
    clock = [NOON]
    delivery = delivery_of(outbox, telegram)
    delivery._now = lambda: clock[0]

    async def later(_call: Call) -> None:
        clock[0] = NOON + dt.timedelta(hours=2)

    telegram.before = later
    await delivery.start()
    await delivery.idle()
    await delivery.drain(1)
    assert len(telegram.calls) == 1
    assert outbox.state(1) is UNKNOWN


async def test_server_errors_are_tried_again_a_few_times_and_then_reported() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message(7, "first"))
    outbox.add(message(7, "second"))
    telegram = await deliver(outbox, *[refusal(502, "Bad Gateway")] * 5, reports=reports)
    assert [text for _, text in telegram.sent] == ["first"] * 5 + ["second"]
    assert (outbox.state(1), outbox.state(2)) == (FAILED, SENT)
    assert reports.kinds == ["server_trouble"]


async def test_a_server_that_recovers_in_time_gets_the_message() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message())
    await deliver(outbox, *[refusal(500, "Internal Server Error")] * 4, reports=reports)
    assert outbox.state(1) is SENT
    assert reports.kinds == []


async def test_a_pause_that_telegram_asks_for_is_kept() -> None:
    outbox, pacer = FakeOutbox(), Pacer()
    outbox.add(message(7))
    outbox.add(message(8))
    telegram = FakeTelegram(refusal(429, "Too Many Requests: retry after 30", retry_after=30))
    delivery = delivery_of(outbox, telegram, pacer=pacer, slots=1)
    clock = [1000.0]
    delivery._monotonic = lambda: clock[0]
    delivery._settler._monotonic = lambda: clock[0]
    called = asyncio.Event()

    async def note(call: Call) -> None:
        if call[1]["chat_id"] == 8:
            called.set()

    telegram.before = note
    await delivery.start()
    async with asyncio.timeout(5):
        await called.wait()
        assert outbox.state(1) is PENDING
        assert pacer.delay_for(7, Lane.ANSWER, 1029.0) == pytest.approx(1.0)
        assert pacer.delay_for(9, Lane.BULK, 1029.0) == pytest.approx(1.0)
        clock[0] = 1031.0
        await delivery.idle()
    await delivery.drain(1)
    assert outbox.state(1) is SENT


@pytest.mark.parametrize(
    "answer",
    [refusal(403, "Forbidden: bot was blocked by the user"), refusal(400, "Bad Request: chat not found")],
)
async def test_a_person_who_blocked_the_bot_is_unreachable_and_nobody_else(answer: Answer) -> None:
    outbox = FakeOutbox()
    outbox.add(message(7))
    outbox.add(message(8))
    await deliver(outbox, answer, slots=1)
    assert outbox.gone == [7]
    assert (outbox.state(1), outbox.state(2)) == (FAILED, SENT)


async def test_a_group_that_moved_gets_its_messages_at_its_new_address() -> None:
    outbox = FakeOutbox()
    outbox.add(message(-5, "first"))
    outbox.add(message(-5, "second"))
    upgraded = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1005)
    telegram = await deliver(outbox, upgraded)
    assert telegram.sent == [(-5, "first"), (-1005, "first"), (-1005, "second")]


async def test_an_unchanged_message_counts_as_sent() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message(method=Method.EDIT, message_id=1))
    await deliver(outbox, refusal(400, "Bad Request: message is not modified: same"), reports=reports)
    assert outbox.state(1) is SENT
    assert reports.kinds == []


async def test_text_that_cannot_be_parsed_is_sent_plain_and_reported_without_words() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message(7, "<b>5 &lt; <knee>", parse_mode="HTML"))
    broken = refusal(400, 'Bad Request: can\'t parse entities: Unsupported start tag "knee" at byte offset 9')
    telegram = await deliver(outbox, broken, reports=reports)
    assert telegram.calls[1] == ("sendMessage", {"chat_id": 7, "text": "5 < <knee>"})
    assert outbox.state(1) is SENT
    assert reports.kinds == ["parse_error"]
    assert "knee" not in str(reports.seen[0][1])


async def test_one_message_can_need_several_repairs() -> None:
    outbox = FakeOutbox()
    outbox.add(message(7, "<b>x", method=Method.EDIT, message_id=3, parse_mode="HTML"))
    gone = refusal(400, "Bad Request: message to edit not found")
    broken = refusal(400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 0")
    telegram = await deliver(outbox, broken, gone)
    assert [method for method, _ in telegram.calls] == ["editMessageText", "editMessageText", "sendMessage"]
    assert telegram.calls[-1][1] == {"chat_id": 7, "text": "x"}
    assert outbox.state(1) is SENT


async def test_a_refused_message_fails_alone_and_its_words_stay_private(caplog: pytest.LogCaptureFixture) -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message(7, "my left knee"))
    outbox.add(message(7, "next"))
    await deliver(outbox, refusal(400, "Bad Request: message is too long"), reports=reports)
    assert (outbox.state(1), outbox.state(2)) == (FAILED, SENT)
    assert outbox.errors[1] == "BadRequest: Message is too long"
    assert reports.kinds == ["message_refused"]
    assert "Message is too long" in caplog.text
    assert "knee" not in caplog.text


@pytest.mark.parametrize(
    "broken",
    [
        OutMessage(chat_id=7, method=Method.SEND, payload={}),
        OutMessage(chat_id=7, method=Method.DOCUMENT, payload={}),
        OutMessage(chat_id=7, method=Method.SEND, payload={"text": "x", "reply_markup": {1, 2}}),
    ],
)
async def test_a_payload_that_makes_no_sense_fails_alone(broken: OutMessage) -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(broken)
    outbox.add(message(7, "next"))
    telegram = FakeTelegram()
    if "reply_markup" in broken.payload:
        telegram.script.append(TypeError("Object of type set is not JSON serializable"))
    async with running(outbox, telegram, reports=reports) as delivery:
        await delivery.idle()
    assert outbox.state(2) is SENT
    assert outbox.state(1) is FAILED


async def test_a_refused_token_keeps_the_message_for_later() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message())
    await deliver(outbox, refusal(401, "Unauthorized"), reports=reports)
    assert outbox.state(1) is SENT
    assert reports.kinds == ["token_refused"]


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


async def test_a_storage_that_fails_for_a_while_stops_nothing() -> None:
    outbox, reports = FakeOutbox(failures=deque([OSError("disk"), OSError("disk")])), Reports()
    outbox.add(message())
    telegram = await deliver(outbox, reports=reports)
    assert outbox.state(1) is SENT
    assert len(telegram.calls) == 1
    assert reports.kinds == ["outbox", "outbox"]


async def test_a_result_that_cannot_be_stored_at_first_is_stored_later_without_a_second_call() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram()
    outbox.add(message())

    async def fail_next(_call: Call) -> None:
        outbox.failures.extend([OSError("disk"), OSError("disk")])

    telegram.before = fail_next
    async with running(outbox, telegram) as delivery:
        await delivery.idle()
    assert outbox.state(1) is SENT
    assert len(telegram.calls) == 1


async def test_a_result_that_can_never_be_stored_is_reported_and_holds_up_nobody() -> None:
    outbox, telegram, reports = FakeOutbox(), FakeTelegram(), Reports()
    outbox.add(message(7))
    outbox.add(message(7, "next"))

    async def fail_first(call: Call) -> None:
        if call[1]["text"] != "next":
            outbox.failures.extend([OSError("disk")] * 5)

    telegram.before = fail_first
    async with running(outbox, telegram, reports=reports) as delivery:
        await delivery.idle()
    assert outbox.state(1) is SENDING
    assert outbox.state(2) is SENT
    assert reports.kinds == ["outbox"]


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


async def test_outcomes_are_counted() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram(MaybeDeliveredError("x"))
    outbox.add(message())
    async with running(outbox, telegram) as delivery:
        await delivery.idle()
        assert delivery.counts == {Outcome.UNKNOWN: 1, Outcome.SENT: 1}
