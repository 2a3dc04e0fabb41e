"""Rows that no longer make sense (another version, a hand-edited file) are passed over, told, and never deleted."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app.records import Dialogue, DueState
from bot.store import SqliteStore, open_store
from bot.training.profile import Phase, Profile
from tests.store.samples import ANN, NOON, PAIRS, greet, message, occurrence, shelf

MARK = "whispered"  # stands in what is edited, and must not be told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(path)
    await opened.run(greet)
    yield opened
    await opened.close()


def edit(path: Path, table: str, row_id: int, **cells: object) -> None:
    """Change a row by hand, beside the running bot."""
    with closing(sqlite3.connect(path, isolation_level=None)) as hand:
        for column, value in cells.items():
            statement = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"  # noqa: S608  # names of this file
            assert hand.execute(statement, [value, row_id]).rowcount == 1


def count(path: Path, table: str) -> int:
    """Return how many rows a table has."""
    with closing(sqlite3.connect(path)) as reader:
        return int(reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608  # names of this file


@pytest.mark.parametrize(
    "spot",
    [
        ("patterns", "weekly_patterns", "runs", f'[{{"weekday": "{MARK}"}}]'),
        ("dated_runs", "dated_runs", "date", MARK),
        ("dated_runs", "dated_runs", "run", f'"{MARK}"'),
        ("races", "races", "priority", MARK),
        ("lifts", "lifts", "sets", f'{{"{MARK}": 1}}'),
        ("lifts", "lifts", "at", MARK),
        ("fixed_lifts", "fixed_lifts", "weekday", 7),
        ("fixed_lifts", "fixed_lifts", "time", "25:00"),
        ("checkins", "checkins", "kind", MARK),
        ("checkins", "checkins", "data", f'["{MARK}"]'),
        ("checkins", "checkins", "data", f'{{"level": "{MARK}"}}'),
        ("red_flags", "red_flags", "level", MARK),
        ("checkins", "checkins", "at", MARK),
        ("health", "health", "topic", MARK),
        ("health", "health", "cleared_on", MARK),
        ("overrides", "overrides", "codes", f'{{"{MARK}": 1}}'),
        ("planned_lifts", "planned_lifts", "date", MARK),
        ("verdicts", "verdicts", "asked_day", MARK),
    ],
)
async def test_an_unreadable_record_is_passed_over_told_without_its_content_and_kept(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture, spot: tuple[str, str, str, object]
) -> None:
    name, table, column, value = spot
    one = PAIRS[name][0]
    bad, good = await store.run(lambda records: [shelf(records, name).add(ANN.id, one) for _ in range(2)])
    edit(path, table, bad, **{column: value})

    assert await store.run(lambda records: shelf(records, name).of(ANN.id)) == ((good, one),)
    assert await store.run(lambda records: shelf(records, name).get(ANN.id, bad)) is None

    assert f"Row {bad} of {table} cannot be read" in caplog.text
    assert MARK not in caplog.text
    assert count(path, table) == 2


async def test_a_deadlift_without_a_readable_instant_is_no_day_of_lifting(store: SqliteStore, path: Path) -> None:
    one = PAIRS["lifts"][0]
    bad, _ = await store.run(lambda records: [records.lifts.add(ANN.id, one) for _ in range(2)])
    edit(path, "lifts", bad, at=MARK)

    assert await store.run(lambda records: records.deadlifted_at(ANN.id)) == (one.at,)


async def test_an_unreadable_record_can_be_replaced_and_removed(store: SqliteStore, path: Path) -> None:
    one, other = PAIRS["races"]
    bad, worse = await store.run(lambda records: [records.races.add(ANN.id, one) for _ in range(2)])
    for row_id in (bad, worse):
        edit(path, "races", row_id, date="soon")

    await store.run(lambda records: records.races.replace(ANN.id, bad, other))

    assert await store.run(lambda records: records.races.remove(ANN.id, worse))
    assert await store.run(lambda records: records.races.of(ANN.id)) == ((bad, other),)


async def test_an_unreadable_verdict_gives_way_to_the_one_before(store: SqliteStore, path: Path) -> None:
    older, newer = PAIRS["verdicts"]
    await store.run(lambda records: records.verdicts.add(ANN.id, older))
    bad = await store.run(lambda records: records.verdicts.add(ANN.id, newer))
    edit(path, "verdicts", bad, asked_day="someday")

    assert await store.run(lambda records: records.last_verdict(ANN.id)) == older


async def test_the_default_stands_in_for_a_setting_that_cannot_be_read(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ann = replace(ANN, profile=Profile(timezone="Asia/Tokyo", phase=Phase.PEAK, target=2))
    await store.run(lambda records: records.save_runner(ann))
    edit(path, "runners", ANN.id, phase=MARK, slots=f'["{MARK}"]', plates=f'"{MARK}"', remind_daily=7)

    found = await store.run(lambda records: records.runner(ANN.id))

    assert found == replace(ann, profile=Profile(timezone="Asia/Tokyo", target=2))
    assert "daily, phase, plates, slots" in caplog.text
    assert MARK not in caplog.text


async def test_a_runner_without_a_readable_beginning_is_passed_over(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    edit(path, "runners", ANN.id, created_at=MARK)

    assert await store.run(lambda records: records.runner(ANN.id)) is None
    assert f"Row {ANN.id} of runners" in caplog.text


async def test_a_dialogue_that_cannot_be_read_is_none(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await store.run(lambda records: records.save_dialogue(ANN.id, Dialogue(name="setup", step="zone")))
    edit(path, "dialogues", ANN.id, draft=f'["{MARK}"]')

    assert await store.run(lambda records: records.dialogue(ANN.id)) is None
    assert f"Row {ANN.id} of dialogues" in caplog.text
    assert MARK not in caplog.text


async def test_an_unreadable_occurrence_expires_instead_of_coming_back_for_ever(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await store.run(lambda records: records.plan_due(occurrence()))
    (due,) = await store.run(lambda records: records.due_of(ANN.id))
    edit(path, "due", due.id, kind=MARK)

    assert await store.run(lambda records: records.due_before(NOON, 9)) == ()

    assert await store.run(lambda records: records.next_due_at()) is None
    assert count(path, f"due WHERE state = '{DueState.EXPIRED}'") == 1
    assert MARK not in caplog.text


async def test_an_unreadable_message_is_given_up_and_holds_up_no_other(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = await store.run(lambda records: [records.send(message()) for _ in range(2)])
    edit(path, "outbox", bad, method=MARK)

    assert await store.outbox.take(1, NOON, skip=frozenset()) == ()
    assert [queued.id for queued in await store.outbox.take(1, NOON, skip=frozenset())] == [good]

    assert count(path, f"outbox WHERE id = {bad} AND state = 'failed'") == 1
    assert f"Row {bad} of outbox" in caplog.text
    assert MARK not in caplog.text
