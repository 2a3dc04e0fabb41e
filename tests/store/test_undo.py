"""The laws of Undo, for every store."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.ports import Records
from bot.app.records import ReminderSettings, UndoResult
from bot.training.profile import Phase, Profile
from tests.store.samples import ANN, BEN, DAY, NOON, PAIRS, UNDOABLE, WholeStore, greet, shelf

LATER = NOON + DAY

# One write: the shelf (or the settings), what is done there, and which of the rows and of the two samples it takes.
WRITES = st.lists(
    st.tuples(
        st.sampled_from([*UNDOABLE, "settings"]),
        st.sampled_from(["add", "add_all", "replace", "remove", "clear"]),
        st.integers(min_value=0, max_value=9),
    ),
    min_size=1,
    max_size=8,
)
PROFILES = [Profile(), Profile(timezone="Asia/Tokyo", target=2), Profile(phase=Phase.PEAK, equipment=("rack",))]
REMINDERS = [ReminderSettings(), ReminderSettings(daily=True, warmup_min=None)]


def write(records: Records, name: str, action: str, number: int) -> None:
    """Do one write for Ann; one that finds no row to take does nothing."""
    if name == "settings":
        ann = records.runner(ANN.id)
        assert ann is not None
        profile, reminders = PROFILES[number % len(PROFILES)], REMINDERS[number % len(REMINDERS)]
        records.save_runner(replace(ann, profile=profile, reminders=reminders))
        return
    place, ids = shelf(records, name), [row_id for row_id, _ in shelf(records, name).of(ANN.id)]
    if action == "add":
        place.add(ANN.id, PAIRS[name][number % 2])
    elif action == "add_all":
        place.add_all(ANN.id, PAIRS[name])
    elif action == "clear":
        place.clear(ANN.id)
    elif ids and action == "remove":
        place.remove(ANN.id, ids[number % len(ids)])
    elif ids:
        place.replace(ANN.id, ids[number % len(ids)], PAIRS[name][number % 2])


def everything(records: Records) -> dict[str, Any]:
    """Return all that Ann and Ben have."""
    found: dict[str, Any] = {name: [shelf(records, name).of(who.id) for who in (ANN, BEN)] for name in UNDOABLE}
    return found | {"runners": [records.runner(who.id) for who in (ANN, BEN)]}


def do(records: Records, writes: list[tuple[str, str, int]]) -> int:
    """Do writes as one change of Ann's and return its id."""
    with records.change(ANN.id, NOON) as change_id:
        for one in writes:
            write(records, *one)
    return change_id


def start(records: Records) -> None:
    """Begin an example: Ann and Ben as new, Ann with one record of each sort."""
    greet(records)
    for name in UNDOABLE:
        shelf(records, name).clear(ANN.id)
        write(records, name, "add", 0)


# Examples share one store; each puts Ann's records back to a known beginning.
law = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@law
@given(writes=WRITES)
async def test_undoing_a_change_restores_everything_exactly(
    store: WholeStore, writes: list[tuple[str, str, int]]
) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        start(records)
        before = everything(records)
        change_id = do(records, writes)
        changed = everything(records) != before
        return changed, records.undo(ANN.id, change_id, LATER), everything(records) == before

    changed, result, restored = await store.run(work)

    # Without any trace of a write there may be nothing to undo; with one there must be.
    assert result is UndoResult.DONE or not changed
    assert restored


@law
@given(writes=WRITES, later=WRITES)
async def test_a_change_is_undone_whole_or_not_at_all(
    store: WholeStore, writes: list[tuple[str, str, int]], later: list[tuple[str, str, int]]
) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        start(records)
        before = everything(records)
        change_id = do(records, writes)
        middle = everything(records)
        do(records, later)
        after = everything(records)
        result = records.undo(ANN.id, change_id, LATER)
        return result, before, middle, after, everything(records)

    result, before, middle, after, now = await store.run(work)

    if result is UndoResult.DONE:
        assert now == {name: put_back(before[name], middle[name], after[name]) for name in before}
    else:
        assert now == after


def put_back(before: list[Any], middle: list[Any], after: list[Any]) -> list[Any]:
    """Return what undoing a change (before to middle) must leave of what came after it."""
    if not isinstance(before[0], tuple):  # the runners themselves: Ann's settings
        return [before[0] if before[0] != middle[0] else after[0], after[1]]
    was, left, now = (dict(rows[0]) for rows in (before, middle, after))
    touched = {row_id for row_id in was | left if was.get(row_id) != left.get(row_id)}
    kept = {row_id: value for row_id, value in now.items() if row_id not in touched}
    returned = {row_id: was[row_id] for row_id in touched if row_id in was}
    return [tuple(sorted((kept | returned).items())), after[1]]


@law
@given(writes=WRITES, later=WRITES)
async def test_changes_undone_newest_first_lead_back_to_the_beginning(
    store: WholeStore, writes: list[tuple[str, str, int]], later: list[tuple[str, str, int]]
) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        start(records)
        before = everything(records)
        first, second = do(records, writes), do(records, later)
        results = {records.undo(ANN.id, change_id, LATER) for change_id in (second, first)}
        return results, everything(records) == before

    results, restored = await store.run(work)

    assert results <= {UndoResult.DONE, UndoResult.UNKNOWN}
    assert restored


@pytest.mark.parametrize("name", UNDOABLE)
@pytest.mark.parametrize("action", ["replace", "remove", "clear"])
async def test_a_change_overtaken_on_one_row_leaves_all_rows_alone(store: WholeStore, name: str, action: str) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        start(records)
        change_id = do(records, [("races" if name != "races" else "lifts", "add", 0), (name, "add", 0)])
        newest = shelf(records, name).of(ANN.id)[-1][0]
        if action == "replace":
            shelf(records, name).replace(ANN.id, newest, PAIRS[name][1])
        else:
            write(records, name, action, len(shelf(records, name).of(ANN.id)) - 1)
        after = everything(records)
        return records.undo(ANN.id, change_id, LATER), everything(records) == after

    assert await store.run(work) == (UndoResult.OVERTAKEN, True)


async def test_a_second_tap_on_undo_is_told_that_it_was_done_already(store: WholeStore) -> None:
    def work(records: Records) -> list[UndoResult]:
        change_id = do(records, [("races", "add", 0)])
        return [records.undo(ANN.id, change_id, LATER) for _ in range(2)]

    assert await store.run(work) == [UndoResult.DONE, UndoResult.ALREADY]


async def test_a_change_of_another_runner_cannot_be_undone(store: WholeStore) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        change_id = do(records, [("races", "add", 0)])
        return records.undo(BEN.id, change_id, LATER), len(records.races.of(ANN.id))

    assert await store.run(work) == (UndoResult.UNKNOWN, 1)


async def test_a_change_that_wrote_nothing_or_took_back_all_it_wrote_is_dropped(store: WholeStore) -> None:
    def work(records: Records) -> list[UndoResult]:
        with records.change(ANN.id, NOON) as nothing:
            pass
        with records.change(ANN.id, NOON) as there_and_back:
            records.races.remove(ANN.id, records.races.add(ANN.id, PAIRS["races"][0]))
        return [records.undo(ANN.id, change_id, LATER) for change_id in (nothing, there_and_back)]

    assert await store.run(work) == [UndoResult.UNKNOWN, UndoResult.UNKNOWN]


async def test_a_change_inside_a_change_joins_it(store: WholeStore) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        with records.change(ANN.id, NOON) as outer:
            records.races.add(ANN.id, PAIRS["races"][0])
            with records.change(ANN.id, NOON) as inner:
                records.lifts.add(ANN.id, PAIRS["lifts"][0])
        result = records.undo(ANN.id, outer, LATER)
        return outer == inner, result, records.races.of(ANN.id), records.lifts.of(ANN.id)

    assert await store.run(work) == (True, UndoResult.DONE, (), ())


async def test_a_change_covers_one_runner_only(store: WholeStore) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        with records.change(ANN.id, NOON) as change_id:
            records.races.add(ANN.id, PAIRS["races"][0])
            records.races.add(BEN.id, PAIRS["races"][0])
        result = records.undo(ANN.id, change_id, LATER)
        return result, len(records.races.of(ANN.id)), len(records.races.of(BEN.id))

    assert await store.run(work) == (UndoResult.DONE, 0, 1)


async def test_what_is_written_outside_a_change_is_no_part_of_the_next_one(store: WholeStore) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        do(records, [("races", "add", 0)])
        records.races.add(ANN.id, PAIRS["races"][0])
        change_id = do(records, [("races", "add", 1)])
        return records.undo(ANN.id, change_id, LATER), [race for _, race in records.races.of(ANN.id)]

    assert await store.run(work) == (UndoResult.DONE, [PAIRS["races"][0]] * 2)


async def test_undo_leaves_alone_whether_and_where_a_runner_can_be_reached(store: WholeStore) -> None:
    def work(records: Records) -> object:
        with records.change(ANN.id, NOON) as change_id:
            records.save_runner(replace(ANN, profile=PROFILES[1]))
        records.save_runner(replace(ANN, profile=PROFILES[1], reachable=False, chat_id=77))
        return records.undo(ANN.id, change_id, LATER), records.runner(ANN.id)

    assert await store.run(work) == (UndoResult.DONE, replace(ANN, reachable=False, chat_id=77))


async def test_verdicts_are_no_part_of_a_change(store: WholeStore) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        with records.change(ANN.id, NOON) as change_id:
            records.verdicts.add(ANN.id, PAIRS["verdicts"][0])
        return records.undo(ANN.id, change_id, LATER), records.last_verdict(ANN.id)

    assert await store.run(work) == (UndoResult.UNKNOWN, PAIRS["verdicts"][0])


async def test_a_stranger_cannot_make_a_change(store: WholeStore) -> None:
    def work(records: Records) -> None:
        with records.change(999, NOON):
            pass

    with pytest.raises(KeyError):
        await store.run(work)


async def test_a_block_that_failed_does_not_leave_its_change_open(store: WholeStore) -> None:
    def fail(records: Records) -> None:
        with records.change(ANN.id, NOON):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.run(fail)
    await store.run(lambda records: records.races.add(ANN.id, PAIRS["races"][0]))
    change_id = await store.run(lambda records: do(records, [("lifts", "add", 0)]))

    assert await store.run(lambda records: records.undo(ANN.id, change_id, LATER)) is UndoResult.DONE
    assert len(await store.run(lambda records: records.races.of(ANN.id))) == 1


async def test_old_changes_can_be_forgotten_and_young_ones_stay(store: WholeStore) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        old = do(records, [("races", "add", 0)])
        with records.change(ANN.id, LATER) as young:
            records.lifts.add(ANN.id, PAIRS["lifts"][0])
        pruned = records.prune(LATER)
        return pruned, [records.undo(ANN.id, change_id, LATER) for change_id in (old, young)]

    assert await store.run(work) == (1, [UndoResult.UNKNOWN, UndoResult.DONE])


@pytest.mark.parametrize("name", UNDOABLE)
async def test_a_change_tells_what_it_touched_until_it_is_undone(store: WholeStore, name: str) -> None:
    def work(records: Records) -> tuple[Any, ...]:
        start(records)
        added = do(records, [(name, "add", 1)])
        told = records.changed(ANN.id, added)
        removed = do(records, [(name, "clear", 0)])
        gone = records.changed(ANN.id, removed)
        others = records.changed(BEN.id, removed)
        records.undo(ANN.id, removed, LATER)
        return told, gone, others, records.changed(ANN.id, removed)

    told, gone, others, after = await store.run(work)

    assert told == (PAIRS[name][1],)
    assert gone == (PAIRS[name][0], PAIRS[name][1])
    assert others == after == ()
