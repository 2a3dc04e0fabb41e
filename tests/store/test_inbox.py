"""What every inbox must do."""

import pytest

from bot.app.ports import Records
from tests.store.samples import ANN, DAY, MINUTE, NOON, WholeStore

BOT, OTHER_BOT = 7001, 7002


async def test_an_update_is_received_once(store: WholeStore) -> None:
    received = [await store.inbox.receive(BOT, {5: '{"n": 1}'}, NOON) for _ in range(2)]

    assert received == [{5}, frozenset()]
    assert await store.inbox.unhandled(BOT) == ((5, '{"n": 1}', 0),)


async def test_of_updates_that_come_together_only_the_new_ones_are_received(store: WholeStore) -> None:
    await store.inbox.receive(BOT, {5: "{}"}, NOON)

    assert await store.inbox.receive(BOT, {4: "{}", 5: "{}", 6: "{}"}, NOON) == {4, 6}


async def test_an_update_that_was_handled_is_not_received_again(store: WholeStore) -> None:
    await store.inbox.receive(BOT, {5: "{}"}, NOON)
    await store.run(lambda records: records.handled(BOT, 5, NOON))

    assert await store.inbox.receive(BOT, {5: "{}"}, NOON) == frozenset()
    assert await store.inbox.unhandled(BOT) == ()


async def test_two_bots_count_their_updates_apart(store: WholeStore) -> None:
    await store.inbox.receive(BOT, {5: '"first"'}, NOON)

    assert await store.inbox.receive(OTHER_BOT, {5: '"second"'}, NOON) == {5}
    assert await store.inbox.unhandled(OTHER_BOT) == ((5, '"second"', 0),)


async def test_updates_are_replayed_in_the_order_received_even_when_ids_start_anew(store: WholeStore) -> None:
    for together in ((900, 901), (3,)):
        await store.inbox.receive(BOT, dict.fromkeys(together, "{}"), NOON)

    assert [update_id for update_id, _, _ in await store.inbox.unhandled(BOT)] == [900, 901, 3]


async def test_an_update_whose_handling_was_rolled_back_is_still_unhandled(store: WholeStore) -> None:
    await store.inbox.receive(BOT, {5: "{}"}, NOON)

    def fail(records: Records) -> None:
        records.handled(BOT, 5, NOON)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.run(fail)

    assert len(await store.inbox.unhandled(BOT)) == 1


async def test_attempts_are_counted(store: WholeStore) -> None:
    await store.inbox.receive(BOT, {5: "{}"}, NOON)

    assert [await store.inbox.attempt(BOT, 5) for _ in range(3)] == [1, 2, 3]
    assert await store.inbox.unhandled(BOT) == ((5, "{}", 3),)


async def test_attempts_count_up_even_for_an_update_whose_person_deleted_everything(store: WholeStore) -> None:
    await store.inbox.receive(BOT, {5: f'{{"message": {{"from": {{"id": {ANN.id}}}}}}}'}, NOON)
    await store.run(lambda records: records.delete_runner(ANN.id))

    assert [await store.inbox.attempt(BOT, 5) for _ in range(2)] == [1, 2]
    assert await store.inbox.unhandled(BOT) == ()


async def test_pruning_forgets_what_was_handled_long_ago_and_nothing_else(store: WholeStore) -> None:
    await store.inbox.receive(BOT, dict.fromkeys((1, 2, 3), "{}"), NOON - 9 * DAY)
    await store.run(lambda records: records.handled(BOT, 1, NOON - MINUTE))
    await store.run(lambda records: records.handled(BOT, 2, NOON))

    assert await store.inbox.prune(NOON) == 1
    assert await store.inbox.receive(BOT, dict.fromkeys((1, 2, 3), "{}"), NOON) == {1}


@pytest.mark.parametrize(
    "payload", ["", "no JSON", "[]", "null", '{"message": 5}', '{"message": {"from": {"id": "x"}}}']
)
async def test_an_update_that_makes_no_sense_is_kept_all_the_same(store: WholeStore, payload: str) -> None:
    assert await store.inbox.receive(BOT, {5: payload}, NOON) == {5}
