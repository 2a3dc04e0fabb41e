"""A file's lifts that wait for a tap: one file for each runner, and gone in time."""

from dataclasses import replace

import pytest

from bot.app.ports import Records
from bot.training.exports import App
from tests.store.samples import ANN, BEN, DAY, DRAFT, MINUTE, NOON, WholeStore

NOBODY = 99


async def test_a_file_that_waits_comes_back_as_it_was_kept(store: WholeStore) -> None:
    row = await store.run(lambda records: records.save_import(ANN.id, DRAFT))

    assert await store.run(lambda records: records.import_of(ANN.id)) == (row, DRAFT)
    assert await store.run(lambda records: records.import_of(BEN.id)) is None


async def test_another_file_takes_its_place_under_an_id_that_was_never_used(store: WholeStore) -> None:
    other = replace(DRAFT, app=App.HEVY, in_kg=True, lifts=())

    def work(records: Records) -> tuple[int, int, object]:
        first, second = records.save_import(ANN.id, DRAFT), records.save_import(ANN.id, other)
        return first, second, records.import_of(ANN.id)

    first, second, kept = await store.run(work)

    assert first != second
    assert kept == (second, other)


async def test_a_file_is_dropped_for_one_runner_alone(store: WholeStore) -> None:
    def work(records: Records) -> tuple[object, ...]:
        for who in (ANN, BEN):
            records.save_import(who.id, DRAFT)
        dropped = [records.drop_import(ANN.id) for _ in range(2)]
        return dropped, records.import_of(ANN.id), records.import_of(BEN.id) is not None

    assert await store.run(work) == ([True, False], None, True)


async def test_what_waited_until_an_instant_is_forgotten(store: WholeStore) -> None:
    def work(records: Records) -> tuple[object, ...]:
        records.save_import(ANN.id, DRAFT)
        records.save_import(BEN.id, replace(DRAFT, expires_at=NOON + DAY + MINUTE))
        return records.drop_expired_imports(NOON + DAY), records.import_of(ANN.id), records.import_of(BEN.id) is None

    assert await store.run(work) == (1, None, False)


async def test_undo_has_nothing_to_do_with_it(store: WholeStore) -> None:
    def work(records: Records) -> object:
        with records.change(ANN.id, NOON):
            records.save_import(ANN.id, DRAFT)
        return records.last_change(ANN.id)

    assert await store.run(work) is None


async def test_no_file_waits_for_somebody_whom_the_bot_does_not_know(store: WholeStore) -> None:
    with pytest.raises(KeyError):
        await store.run(lambda records: records.save_import(NOBODY, DRAFT))
