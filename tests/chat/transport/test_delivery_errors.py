import asyncio
import datetime as dt

import pytest

from bot.app.records import Lane, Method, OutMessage, OutState
from bot.chat.transport.errors import ConnectionLostError, MaybeDeliveredError, NotDeliveredError
from bot.chat.transport.limiter import Pacer
from bot.chat.transport.outcomes import Outcome
from bot.chat.transport.settling import OUTAGE_TRIES, SERVER_TRIES
from tests.chat.transport.driving import deliver, delivery_of, running
from tests.chat.transport.fakes import NOON, Answer, Call, FakeOutbox, FakeTelegram, Reports, message, refusal

SENT, FAILED, UNKNOWN, PENDING, SENDING = (
    OutState.SENT,
    OutState.FAILED,
    OutState.UNKNOWN,
    OutState.PENDING,
    OutState.SENDING,
)


async def test_nothing_arrives_while_there_is_no_network_and_everything_afterwards() -> None:
    outbox = FakeOutbox()
    for chat in (1, 2):
        outbox.add(message(chat))
    telegram = await deliver(outbox, *[NotDeliveredError("no connection")] * 9)
    assert outbox.state(1) is outbox.state(2) is SENT
    assert len(telegram.calls) == 11


@pytest.mark.parametrize("name", ["{", '{"kind":"week","title":"of an older version"}', "no-such-drawing"])
async def test_a_picture_that_cannot_be_drawn_leaves_its_words_and_holds_up_nobody(name: str) -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(OutMessage(chat_id=1, method=Method.PHOTO, payload={"chat_id": 1, "photo": name, "caption": "the week"}))
    outbox.add(message(1, "next"))
    telegram = await deliver(outbox, reports=reports)
    assert [text for _, text in telegram.sent] == ["the week", "next"]
    assert outbox.state(1) is outbox.state(2) is SENT
    assert reports.kinds == ["picture"]


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


async def test_a_message_that_may_have_arrived_keeps_its_second_chance_through_errors_that_prove_nothing_came() -> None:
    outbox = FakeOutbox()
    outbox.add(message())
    refused, unavailable = refusal(429, "Too Many Requests", retry_after=0), refusal(500, "Internal Server Error")
    lost = MaybeDeliveredError("no answer")
    telegram = await deliver(outbox, refused, NotDeliveredError("x"), lost, unavailable, refused, lost)
    assert len(telegram.calls) == 6
    assert outbox.state(1) is UNKNOWN


async def test_a_message_that_troubles_the_servers_is_given_up_while_they_take_others_and_reported() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message(7, "first"))
    outbox.add(message(7, "second"))
    telegram = FakeTelegram(*[refusal(502, "Bad Gateway")] * SERVER_TRIES)
    delivery = delivery_of(outbox, telegram, reports=reports)
    delivery._settler.counts[Outcome.SENT] = 1

    async def others_are_taken(_call: Call) -> None:
        delivery._settler.counts[Outcome.SENT] += 1

    telegram.before = others_are_taken
    await delivery.start()
    await delivery.idle()
    await delivery.drain(1)

    assert [text for _, text in telegram.sent] == ["first"] * SERVER_TRIES + ["second"]
    assert (outbox.state(1), outbox.state(2)) == (FAILED, SENT)
    assert reports.kinds == ["server_trouble"]


async def test_a_server_that_hangs_for_a_while_costs_nobody_both_attempts() -> None:
    outbox = FakeOutbox()
    for chat in range(1, 41):
        outbox.add(message(chat))
    telegram = await deliver(outbox, *[MaybeDeliveredError("no answer")] * 20, slots=8)
    assert len(telegram.calls) == 60
    assert {outbox.state(number) for number in range(1, 41)} == {SENT}


async def test_while_nothing_comes_through_one_call_is_made_at_a_time() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram(*[MaybeDeliveredError("no answer")] * 16)
    for chat in range(1, 41):
        outbox.add(message(chat))
    delivery = delivery_of(outbox, telegram, slots=8)
    together: list[int] = []

    async def count(_call: Call) -> None:
        together.append(delivery.in_flight)
        await asyncio.sleep(0.005)

    telegram.before = count
    await delivery.start()
    await delivery.idle()
    await delivery.drain(1)
    assert set(together[8:16]) == {1}
    assert max(together[17:]) > 1


async def test_an_outage_of_the_servers_is_waited_out() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message(7))
    outbox.add(message(8))
    await deliver(outbox, *[refusal(500, "Internal Server Error")] * 40, reports=reports, backoff_cap_s=0.004)
    assert outbox.state(1) is outbox.state(2) is SENT
    assert reports.kinds == []


async def test_servers_that_never_recover_are_given_up_after_an_hour_of_the_longest_waits() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message(7))
    outage = [refusal(500, "Internal Server Error")] * OUTAGE_TRIES
    telegram = await deliver(outbox, *outage, reports=reports, backoff_cap_s=0.004)
    assert len(telegram.calls) == OUTAGE_TRIES
    assert outbox.state(1) is FAILED
    assert reports.kinds == ["server_trouble"]


async def test_a_chat_that_waits_is_passed_over_however_often_the_outbox_is_looked_at() -> None:
    outbox = FakeOutbox()
    outbox.add(message(7))
    telegram = FakeTelegram(refusal(429, "Too Many Requests: retry after 30", retry_after=30))
    async with running(outbox, telegram) as delivery:
        delivery.wake()
        for chat in range(8, 18):
            number = outbox.add(message(chat))
            while outbox.state(number) is not SENT:
                delivery.wake()
                await asyncio.sleep(0)
    assert [chat for chat, _ in telegram.sent] == list(range(7, 18))


async def test_an_answer_does_not_wait_until_all_messages_of_an_outage_were_looked_at() -> None:
    outbox, answered = FakeOutbox(), asyncio.Event()
    for chat in range(1, 101):
        outbox.add(message(chat, lane=Lane.BULK))
    telegram = FakeTelegram(*[refusal(500, "Internal Server Error")] * 100)

    async def note(call: Call) -> None:
        if call[1]["chat_id"] == 101:
            answered.set()

    telegram.before = note
    async with running(outbox, telegram, backoff_base_s=60, backoff_cap_s=60) as delivery:
        while delivery.counts[Outcome.SERVER_TROUBLE] < 100 or delivery.in_flight:
            delivery.wake()
            await asyncio.sleep(0)
        looked = outbox.takes
        outbox.add(message(101))
        delivery.wake()
        await answered.wait()
    assert outbox.takes - looked <= 2


async def test_a_pause_that_telegram_asks_for_reaches_the_limits() -> None:
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
    ],
)
async def test_a_payload_that_makes_no_sense_fails_alone(broken: OutMessage) -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(broken)
    outbox.add(message(7, "next"))
    await deliver(outbox, reports=reports)
    assert (outbox.state(1), outbox.state(2)) == (FAILED, SENT)
    assert reports.kinds == ["message_refused"]


async def test_a_refused_token_keeps_the_message_for_later() -> None:
    outbox, reports = FakeOutbox(), Reports()
    outbox.add(message())
    await deliver(outbox, refusal(401, "Unauthorized"), reports=reports)
    assert outbox.state(1) is SENT
    assert reports.kinds == ["token_refused"]


async def test_outcomes_are_counted() -> None:
    outbox, telegram = FakeOutbox(), FakeTelegram(MaybeDeliveredError("x"))
    outbox.add(message())
    async with running(outbox, telegram) as delivery:
        await delivery.idle()
        assert delivery.counts == {Outcome.UNKNOWN: 1, Outcome.SENT: 1}
