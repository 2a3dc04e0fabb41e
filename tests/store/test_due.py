"""What every store must do with occurrences of reminders."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.app.ports import Records
from bot.app.records import Due, DueKind, DueState
from tests.store.samples import ANN, BEN, DAY, MINUTE, NOON, WholeStore, occurrence, values_of


async def plan(store: WholeStore, *dues: Due) -> list[bool]:
    """Plan occurrences and return whether each was added."""
    return await store.run(lambda records: [records.plan_due(due) for due in dues])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(due=values_of(Due))
async def test_an_occurrence_comes_back_as_it_was_planned(store: WholeStore, due: Due) -> None:
    planned = replace(due, runner_id=ANN.id)

    def work(records: Records) -> object:
        records.delete_runner(ANN.id)
        records.save_runner(ANN)
        records.plan_due(planned)
        return [replace(found, id=due.id) for found in records.due_of(ANN.id)]

    assert await store.run(work) == [planned]


@pytest.mark.parametrize("state", DueState)
async def test_an_occurrence_is_planned_once_whatever_became_of_it(store: WholeStore, state: DueState) -> None:
    await plan(store, occurrence())
    (due,) = await store.run(lambda records: records.due_of(ANN.id))
    await store.run(lambda records: records.settle_due(due.id, state))

    assert await plan(store, occurrence(due_at=NOON + MINUTE)) == [False]
    assert await store.run(lambda records: records.due_of(ANN.id)) == (replace(due, state=state),)


@pytest.mark.parametrize(
    "other",
    [
        {"runner_id": BEN.id},
        {"item": "fixed:2"},
        {"kind": DueKind.WARMUP},
        {"local_date": NOON.date() + DAY},
    ],
)
async def test_occurrences_differ_by_runner_item_kind_or_day(store: WholeStore, other: dict[str, Any]) -> None:
    assert await plan(store, occurrence(), occurrence(**other)) == [True, True]


async def test_only_pending_occurrences_up_to_the_instant_are_due_earliest_first(store: WholeStore) -> None:
    late, at_noon, early, done = (
        occurrence(item=item, due_at=at)
        for item, at in [("a", NOON + MINUTE), ("b", NOON), ("c", NOON - DAY), ("d", NOON - DAY)]
    )
    await plan(store, late, at_noon, early, replace(done, state=DueState.SILENT))

    found = await store.run(lambda records: records.due_before(NOON, 9))
    first = await store.run(lambda records: records.due_before(NOON, 1))

    assert [due.item for due in found] == ["c", "b"]
    assert [due.item for due in first] == ["c"]
    assert await store.run(lambda records: records.next_due_at()) == NOON - DAY


async def test_instants_from_different_zones_are_ordered_by_time(store: WholeStore) -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    await plan(
        store,
        occurrence(item="later", due_at=NOON.astimezone(tokyo)),
        occurrence(item="sooner", due_at=NOON - MINUTE),
    )

    assert [due.item for due in await store.run(lambda records: records.due_of(ANN.id))] == ["sooner", "later"]


async def test_an_occurrence_is_settled_once(store: WholeStore) -> None:
    await plan(store, occurrence())
    (due,) = await store.run(lambda records: records.due_of(ANN.id))

    def settle_twice(records: Records) -> list[bool]:
        return [records.settle_due(due.id, state) for state in (DueState.QUEUED, DueState.EXPIRED)]

    settled = await store.run(settle_twice)

    assert settled == [True, False]
    assert await store.run(lambda records: records.due_of(ANN.id, DueState.QUEUED)) == (
        replace(due, state=DueState.QUEUED),
    )
    assert await store.run(lambda records: records.due_of(ANN.id, DueState.PENDING)) == ()


async def test_dropping_takes_what_is_pending_of_one_runner_only(store: WholeStore) -> None:
    await plan(store, occurrence(), occurrence(item="done", state=DueState.QUEUED), occurrence(BEN.id))

    await store.run(lambda records: records.drop_pending_due(ANN.id))

    assert [due.item for due in await store.run(lambda records: records.due_of(ANN.id))] == ["done"]
    assert len(await store.run(lambda records: records.due_of(BEN.id))) == 1


async def test_nothing_planned_means_no_next_instant(store: WholeStore) -> None:
    assert await store.run(lambda records: records.next_due_at()) is None


async def test_pruning_forgets_occurrences_past_their_deadline(store: WholeStore) -> None:
    await plan(store, occurrence(deadline=NOON - MINUTE), occurrence(item="fresh", deadline=NOON))

    assert await store.run(lambda records: records.prune(NOON)) == 1
    assert [due.item for due in await store.run(lambda records: records.due_of(ANN.id))] == ["fresh"]


async def test_a_stranger_cannot_be_reminded(store: WholeStore) -> None:
    with pytest.raises(KeyError):
        await plan(store, occurrence(999))


async def test_an_occurrence_is_found_by_its_id_for_its_own_runner_only(store: WholeStore) -> None:
    await plan(store, occurrence())
    (due,) = await store.run(lambda records: records.due_of(ANN.id))

    assert await store.run(lambda records: records.due(ANN.id, due.id)) == due
    assert await store.run(lambda records: records.due(BEN.id, due.id)) is None
    assert await store.run(lambda records: records.due(ANN.id, due.id + 1)) is None


async def test_occurrences_of_a_span_hold_both_its_ends_and_nobody_elses(store: WholeStore) -> None:
    rows = [("early", NOON - MINUTE), ("first", NOON), ("last", NOON + DAY), ("late", NOON + DAY + MINUTE)]
    await plan(store, *(occurrence(item=item, due_at=at) for item, at in rows), occurrence(BEN.id))

    found = await store.run(lambda records: records.due_between(ANN.id, NOON, NOON + DAY))

    assert [due.item for due in found] == ["first", "last"]


async def test_one_occurrence_is_dropped_while_it_is_pending(store: WholeStore) -> None:
    await plan(store, occurrence(), occurrence(item="done", state=DueState.QUEUED), occurrence(item="other"))

    def drop(records: Records) -> list[str]:
        for due in records.due_of(ANN.id):
            if due.item != "other":
                records.drop_due(due.id)
        return [due.item for due in records.due_of(ANN.id)]

    assert await store.run(drop) == ["done", "other"]
