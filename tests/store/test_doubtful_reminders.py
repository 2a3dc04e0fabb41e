"""Reminders that may not have arrived: noted on their occurrence, told of once."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.app.ports import Records
from bot.app.records import DueState, Lane, OutState
from tests.store.samples import ANN, BEN, MINUTE, NOON, WholeStore, message, occurrence


async def waits(store: WholeStore) -> bool:
    """Tell whether a message waits to be sent."""
    return bool(await store.outbox.take(9, NOON, skip=frozenset()))


async def reminded(store: WholeStore, **parts: Any) -> int:
    """Queue the message of a reminder that was just settled, and return the message's id."""

    def queue(records: Records) -> int:
        records.plan_due(occurrence())
        (due,) = records.due_of(ANN.id)
        records.settle_due(due.id, DueState.QUEUED)
        return records.send(message(lane=Lane.BULK, due_id=due.id, **parts))

    return await store.run(queue)


async def told(store: WholeStore) -> int:
    """Tell Ann of the reminders that may not have arrived, and return how many."""
    return len(await store.run(lambda records: records.take_doubtful_due(ANN.id)))


async def test_a_reminder_in_flight_at_two_ends_of_the_process_is_told_of_once(store: WholeStore) -> None:
    row_id = await reminded(store)
    for expected in (0, 1):
        await store.outbox.sending([row_id])
        await store.outbox.recover()
        assert await told(store) == expected
    await store.outbox.recover()

    assert await told(store) == 0
    assert not await waits(store)


@pytest.mark.parametrize(
    ("attempts", "state", "expected"),
    [
        (1, OutState.SENT, 0),
        (1, OutState.UNKNOWN, 0),
        (2, OutState.UNKNOWN, 1),
        (1, OutState.FAILED, 1),
        (2, OutState.SENT, 0),
    ],
)
async def test_a_reminder_given_up_without_a_word_that_it_arrived_is_told_of(
    store: WholeStore, attempts: int, state: OutState, expected: int
) -> None:
    row_id = await reminded(store)
    for each in [OutState.UNKNOWN, state][-attempts:]:
        await store.outbox.sending([row_id])
        await store.outbox.settle(row_id, each, NOON)

    assert await told(store) == expected


@pytest.mark.parametrize("attempts", [0, 1])
async def test_a_reminder_that_expired_is_told_of_when_it_was_tried(store: WholeStore, attempts: int) -> None:
    row_id = await reminded(store, expires_at=NOON)
    for _ in range(attempts):
        await store.outbox.sending([row_id])
        await store.outbox.settle(row_id, OutState.UNKNOWN, NOON)

    assert await store.outbox.take(9, NOON + MINUTE, skip=frozenset()) == ()
    assert await told(store) == attempts


async def test_who_blocked_the_bot_is_not_told_of_reminders_that_did_not_arrive(store: WholeStore) -> None:
    row_id = await reminded(store)
    await store.outbox.sending([row_id])
    await store.outbox.settle(row_id, OutState.FAILED, NOON)
    await store.outbox.unreachable(ANN.chat_id)

    assert await told(store) == 0


async def test_nobody_else_is_told_of_a_reminder(store: WholeStore) -> None:
    row_id = await reminded(store)
    await store.outbox.sending([row_id])
    await store.outbox.settle(row_id, OutState.FAILED, NOON)

    assert await store.run(lambda records: records.take_doubtful_due(BEN.id)) == ()
    assert await told(store) == 1


async def test_a_message_given_up_as_unknown_keeps_no_words(store: WholeStore, tmp_path: Path) -> None:
    row_id = await reminded(store, payload={"text": "a-word-of-Ann"}, document=b"her-file")
    for _ in range(2):
        await store.outbox.sending([row_id])
        await store.outbox.settle(row_id, OutState.UNKNOWN, NOON)

    with closing(sqlite3.connect(tmp_path / "bot.db")) as other:
        kept = other.execute("SELECT payload, document FROM outbox WHERE id = ?", [row_id]).fetchone()
    assert kept == ("{}", None)
