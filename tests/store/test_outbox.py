"""What every outbox must do."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from bot.app.records import DueState, Lane, OutMessage, OutState
from tests.store.samples import ANN, BEN, MINUTE, NOON, WholeStore, message, occurrence, values_of

FINAL = [OutState.SENT, OutState.FAILED, OutState.EXPIRED]


async def put(store: WholeStore, *messages: OutMessage) -> list[int]:
    """Put messages into the outbox and return their ids."""
    return await store.run(lambda records: [records.send(one) for one in messages])


async def waiting(store: WholeStore, *, skip: frozenset[int] = frozenset()) -> list[int]:
    """Return the ids of all messages that wait, in order."""
    return [queued.id for queued in await store.outbox.take(99, NOON, skip=skip)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=values_of(OutMessage))
async def test_a_message_comes_out_as_it_was_put_in(store: WholeStore, sent: OutMessage) -> None:
    sent = replace(sent, due_id=None, expires_at=None)

    (row_id,) = await put(store, sent)

    # The examples before it wait still.
    (queued,) = [one for one in await store.outbox.take(999, NOON, skip=frozenset()) if one.id == row_id]
    assert (queued.message, queued.state, queued.attempts) == (sent, OutState.PENDING, 0)


async def test_answers_come_before_bulk_and_the_oldest_first(store: WholeStore) -> None:
    bulk, answer = message(lane=Lane.BULK), message(lane=Lane.ANSWER)

    ids = await put(store, bulk, answer, bulk, answer)

    assert await waiting(store) == [ids[1], ids[3], ids[0], ids[2]]


async def test_no_more_are_taken_than_asked_for_and_none_to_a_chat_that_is_to_be_skipped(store: WholeStore) -> None:
    ids = await put(store, *[message(chat_id=chat) for chat in (1, 2, 1, 3, 3)])

    taken = await store.outbox.take(2, NOON, skip=frozenset({1}))

    assert [queued.id for queued in taken] == [ids[1], ids[3]]
    assert len(await store.outbox.take(2, NOON, skip=frozenset())) == 2


async def test_taking_alone_changes_nothing_and_sending_takes_away(store: WholeStore) -> None:
    ids = await put(store, message(), message())
    assert await waiting(store) == await waiting(store) == ids

    await store.outbox.sending([ids[0]])

    assert await waiting(store) == [ids[1]]


async def test_a_message_expires_after_its_time_and_not_at_it(store: WholeStore) -> None:
    ids = await put(store, message(expires_at=NOON - MINUTE / 60), message(expires_at=NOON), message())

    assert await waiting(store) == ids[1:]
    await store.outbox.settle(ids[0], OutState.PENDING, NOON)
    assert await waiting(store) == ids[1:], "an expired message is settled for good"


@pytest.mark.parametrize("state", FINAL)
async def test_a_settled_message_is_not_taken_again_and_stays_settled(store: WholeStore, state: OutState) -> None:
    (row_id,) = await put(store, message())
    await store.outbox.sending([row_id])
    await store.outbox.settle(row_id, state, NOON, error="why")

    await store.outbox.settle(row_id, OutState.PENDING, NOON)

    assert await waiting(store) == []


async def test_a_message_that_surely_did_not_arrive_waits_again_and_gets_its_attempt_back(store: WholeStore) -> None:
    (row_id,) = await put(store, message())
    for _ in range(3):
        await store.outbox.sending([row_id])
        await store.outbox.settle(row_id, OutState.PENDING, NOON, error="connection refused")
        await store.outbox.settle(row_id, OutState.PENDING, NOON, error="told twice")

    (queued,) = await store.outbox.take(9, NOON, skip=frozenset())
    assert (queued.state, queued.attempts) == (OutState.PENDING, 0)


async def test_a_refusal_between_does_not_cost_a_message_its_second_attempt(store: WholeStore) -> None:
    (row_id,) = await put(store, message())
    for state in (OutState.PENDING, OutState.UNKNOWN, OutState.PENDING):
        await store.outbox.sending([row_id])
        await store.outbox.settle(row_id, state, NOON)

    assert await waiting(store) == [row_id]
    await store.outbox.sending([row_id])
    assert await store.outbox.recover() == 1
    assert await waiting(store) == [], "two calls may have arrived: there is no third"


async def test_a_message_that_may_have_arrived_is_sent_once_more_and_not_twice(store: WholeStore) -> None:
    (row_id,) = await put(store, message())
    states = []
    for _ in range(2):
        await store.outbox.sending([row_id])
        await store.outbox.settle(row_id, OutState.UNKNOWN, NOON)
        states.append(
            [(queued.state, queued.attempts) for queued in await store.outbox.take(9, NOON, skip=frozenset())]
        )

    assert states == [[(OutState.UNKNOWN, 1)], []]


async def test_an_unknown_message_that_expired_is_not_sent_again(store: WholeStore) -> None:
    (row_id,) = await put(store, message(expires_at=NOON))
    await store.outbox.sending([row_id])
    await store.outbox.settle(row_id, OutState.UNKNOWN, NOON)

    assert await store.outbox.take(9, NOON + MINUTE, skip=frozenset()) == ()


async def test_what_was_being_sent_when_the_process_died_becomes_unknown(store: WholeStore) -> None:
    ids = await put(store, message(), message(), message())
    await store.outbox.sending(ids[:2])

    assert await store.outbox.recover() == 2

    taken = await store.outbox.take(9, NOON, skip=frozenset())
    assert [queued.state for queued in taken] == [OutState.UNKNOWN, OutState.UNKNOWN, OutState.PENDING]
    assert await store.outbox.recover() == 0


async def test_a_rolled_back_message_is_never_sent(store: WholeStore) -> None:
    with pytest.raises(ZeroDivisionError):
        await store.run(lambda records: (records.send(message()), 1 // 0))

    assert await waiting(store) == []


async def test_an_unreachable_chat_loses_its_messages_and_its_runner_is_silenced(store: WholeStore) -> None:
    await put(store, message(ANN.chat_id))
    bens = await put(store, message(BEN.chat_id))

    await store.outbox.unreachable(ANN.chat_id)

    assert await waiting(store) == bens
    assert await store.run(lambda records: records.runner(ANN.id)) == replace(ANN, reachable=False)
    assert await store.run(lambda records: records.runner(BEN.id)) == BEN


async def test_no_reminder_waits_for_a_runner_who_is_unreachable_and_others_go_on(store: WholeStore) -> None:
    await store.run(lambda records: (records.plan_due(occurrence()), records.plan_due(occurrence(BEN.id))))
    await store.outbox.unreachable(ANN.chat_id)

    assert await store.run(lambda records: records.due_of(ANN.id, DueState.PENDING)) == ()
    assert [due.runner_id for due in await store.run(lambda records: records.due_before(NOON, 9))] == [BEN.id]


async def test_messages_and_data_follow_a_chat_that_moved(store: WholeStore) -> None:
    await put(store, message(payload={"chat_id": ANN.chat_id, "text": "Hello"}), message(BEN.chat_id))

    await store.outbox.moved(ANN.chat_id, -100)

    first, second = await store.outbox.take(9, NOON, skip=frozenset())
    assert first.message == message(-100, payload={"chat_id": -100, "text": "Hello"})
    assert second.message == message(BEN.chat_id)
    assert await store.run(lambda records: records.runner(ANN.id)) == replace(ANN, chat_id=-100)


async def test_pruning_forgets_what_was_settled_long_ago_and_never_what_waits(store: WholeStore) -> None:
    old, young, waits, flies, unknown = await put(store, *[message()] * 5)
    await store.outbox.sending([old, young, flies, unknown])
    await store.outbox.settle(old, OutState.SENT, NOON - MINUTE)
    await store.outbox.settle(young, OutState.SENT, NOON)
    await store.outbox.settle(unknown, OutState.UNKNOWN, NOON - MINUTE)

    assert await store.outbox.prune(NOON) == 1

    assert await waiting(store) == [waits, unknown]
    assert await store.outbox.recover() == 1, f"{flies} is still being sent"


async def test_a_message_given_up_without_an_instant_is_pruned_too(store: WholeStore) -> None:
    (row_id,) = await put(store, message())
    for _ in range(2):
        await store.outbox.sending([row_id])
        await store.outbox.recover()

    assert await store.outbox.prune(NOON) == 1


async def test_a_reminders_message_outlives_its_row_in_the_due_table(store: WholeStore) -> None:
    await store.run(lambda records: records.plan_due(occurrence()))
    (due,) = await store.run(lambda records: records.due_of(ANN.id))
    await put(store, message(due_id=due.id))
    await store.run(lambda records: records.drop_pending_due(ANN.id))

    (queued,) = await store.outbox.take(9, NOON, skip=frozenset())

    assert queued.message == message(due_id=None)


async def test_a_document_is_kept_byte_for_byte(store: WholeStore) -> None:
    content = bytes(range(256)) * 300
    sent = message(document=content, file_name="week.png", payload=json.loads('{"caption": "Your week"}'))

    await put(store, sent)

    (queued,) = await store.outbox.take(9, NOON, skip=frozenset())
    assert queued.message == sent
