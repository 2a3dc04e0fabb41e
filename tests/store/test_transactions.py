"""What every store must promise about transactions."""

import asyncio
from dataclasses import replace
from functools import partial

import pytest

from bot.app.ports import Records
from tests.store.samples import ANN, BEN, PAIRS, WholeStore, message


class Refusal(Exception):
    """Something that a use case raises."""


async def test_an_exception_rolls_back_everything_and_reaches_the_caller(store: WholeStore) -> None:
    def work(records: Records) -> None:
        records.save_runner(replace(ANN, chat_id=5))
        records.lifts.add(ANN.id, PAIRS["lifts"][0])
        records.send(message())
        records.delete_runner(BEN.id)
        raise Refusal

    with pytest.raises(Refusal):
        await store.run(work)

    assert await store.run(lambda records: records.runner(ANN.id)) == ANN
    assert await store.run(lambda records: records.runner(BEN.id)) == BEN
    assert await store.run(lambda records: records.lifts.of(ANN.id)) == ()
    assert await store.outbox.take(9, ANN.created_at, skip=frozenset()) == ()


async def test_one_work_that_fails_takes_none_of_those_beside_it_along(store: WholeStore) -> None:
    def work(number: int, records: Records) -> int:
        records.send(message(chat_id=number))
        if number % 3 == 0:
            raise Refusal
        return number

    outcomes = await asyncio.gather(
        *(store.run(partial(work, number)) for number in range(12)),
        return_exceptions=True,
    )

    assert [number for number, outcome in enumerate(outcomes) if isinstance(outcome, Refusal)] == [0, 3, 6, 9]
    taken = await store.outbox.take(99, ANN.created_at, skip=frozenset())
    assert [queued.message.chat_id for queued in taken] == [1, 2, 4, 5, 7, 8, 10, 11]


async def test_many_reads_and_writes_at_once_lose_no_update(store: WholeStore) -> None:
    def count(records: Records) -> None:
        ann = records.runner(ANN.id)
        assert ann is not None
        records.save_runner(replace(ann, chat_id=ann.chat_id + 1))

    await asyncio.gather(*(store.run(count) for _ in range(200)))

    ann = await store.run(lambda records: records.runner(ANN.id))
    assert ann is not None
    assert ann.chat_id == ANN.chat_id + 200


async def test_works_of_one_caller_are_done_in_the_order_given(store: WholeStore) -> None:
    done: list[int] = []

    def work(number: int, _: Records) -> None:
        done.append(number)

    await asyncio.gather(*(store.run(partial(work, number)) for number in range(150)))

    assert done == list(range(150))


async def test_a_wait_that_is_cancelled_leaves_the_store_working(store: WholeStore) -> None:
    waits = [asyncio.ensure_future(store.run(lambda records: records.runners_after(0, 9))) for _ in range(50)]
    await asyncio.sleep(0)
    for wait in waits[::2]:
        wait.cancel()
    await asyncio.gather(*waits, return_exceptions=True)

    assert await store.run(lambda records: records.runners_after(0, 9)) == (ANN.id, BEN.id)


async def test_even_a_stop_iteration_reaches_the_caller(store: WholeStore) -> None:
    nothing: list[int] = []

    with pytest.raises(RuntimeError, match="StopIteration"):
        await store.run(lambda _: next(iter(nothing)))
