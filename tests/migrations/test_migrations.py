"""Databases of every version, upgraded to this one with their data intact."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from sqlite_utils import Database

from bot.app.ports import Records
from bot.app.records import DueState, UndoResult
from bot.store import SqliteStore, open_store
from bot.store.migrations import MIGRATIONS, migration_names
from bot.training.body import CheckIn, Layoff
from bot.training.profile import Profile
from tests.migrations.sample import ANN_IN_FULL, BOT, CHAPTERS, RAISED, UPDATE, everything, live, silence
from tests.store.samples import ANN, NOON, PAIRS, SHELVES, message, shelf

FOLDER = Path(__file__).parent
DUMPS = sorted(FOLDER.glob("*.sql"))
AFTER_THE_DUMPS = {Layoff}
"""Kinds that came after the newest step and needed none: no dump can hold them."""


@pytest.fixture(params=DUMPS, ids=[dump.stem for dump in DUMPS])
def dump(request: pytest.FixtureRequest) -> Path:
    """Name each dump in turn."""
    found: Path = request.param
    return found


@pytest.fixture
def old(dump: Path, tmp_path: Path) -> Path:
    """Make the database that a version left."""
    path = tmp_path / "bot.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(dump.read_text())
    return path


def shape(db: Database) -> dict[str, str]:
    """Return the statements that made the tables and indices of a database, by name."""
    rows = db.query("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {row["name"]: " ".join(row["sql"].split()) for row in rows}


def test_every_step_has_a_dump_and_a_chapter_in_the_life_that_it_holds() -> None:
    assert {dump.stem for dump in DUMPS} == set(CHAPTERS) == migration_names()


async def test_the_newest_dump_holds_something_of_every_kind() -> None:
    store = await open_store(Path(":memory:"))
    await store.run(partial(live, until=max(CHAPTERS)))

    def kinds(records: Records) -> set[type]:
        return {type(checkin) for _, checkin in records.checkins.of(ANN.id)}

    assert await store.run(lambda records: [name for name in SHELVES if not shelf(records, name).of(ANN.id)]) == []
    assert await store.run(kinds) == set(get_args(CheckIn)) - AFTER_THE_DUMPS
    await store.close()


async def test_everything_that_was_kept_is_there_after_the_upgrade(dump: Path, old: Path, tmp_path: Path) -> None:
    """A life lived under this version, as far as the old one could hold it, is what the upgrade must give."""
    fresh, upgraded = await open_store(tmp_path / "fresh.db"), await open_store(old)
    await fresh.run(partial(live, until=dump.stem))
    await fresh.run(silence)

    assert await upgraded.run(everything) == await fresh.run(everything)
    for store in (fresh, upgraded):
        await store.close()


async def test_the_mail_goes_on_after_the_upgrade(old: Path) -> None:
    store = await open_store(old)

    assert await store.inbox.unhandled(BOT) == ((1, UPDATE, 0),)
    assert await store.inbox.receive(BOT, {2: "{}"}, NOON) == frozenset()
    answer, reminder = await store.outbox.take(9, NOON, skip=frozenset())
    assert answer.message == message()
    assert (reminder.message.document, reminder.message.file_name) == (b"\x00\xff", "week.png")
    assert [due.state for due in await store.run(lambda records: records.due_before(NOON, 9))] == [DueState.PENDING]
    await store.close()


async def test_a_change_from_before_the_upgrade_can_still_be_undone(old: Path) -> None:
    store = await open_store(old)
    lifts = await store.run(lambda records: records.lifts.of(ANN.id))

    result = await store.run(lambda records: records.undo(ANN.id, 1, NOON))

    assert lifts[0][1] == RAISED
    assert result is UndoResult.DONE
    assert [lift for _, lift in await store.run(lambda records: records.lifts.of(ANN.id))] == list(PAIRS["lifts"])
    await store.close()


async def test_settings_changed_before_the_upgrade_can_still_be_undone(old: Path) -> None:
    change_id = change_target_by_hand(old, before=1)
    store = await open_store(old)
    ann = await settings_of_ann(store)

    result = await store.run(lambda records: records.undo(ANN.id, change_id, NOON))

    assert result is UndoResult.DONE
    assert ann.target == 2
    assert await settings_of_ann(store) == replace(ann, target=1)
    await store.close()


@pytest.mark.parametrize("dump", [FOLDER / "001.sql"])
async def test_such_an_undo_leaves_alone_what_only_a_later_step_can_hold(old: Path) -> None:
    change_id = change_target_by_hand(old, before=1)
    store = await open_store(old)
    ann = await settings_of_ann(store)
    with_plates = replace(ANN_IN_FULL, profile=replace(ann, plates=(5.0,), auto_lifts=True))
    await store.run(lambda records: records.save_runner(with_plates))

    result = await store.run(lambda records: records.undo(ANN.id, change_id, NOON))

    assert result is UndoResult.DONE
    assert await settings_of_ann(store) == replace(with_plates.profile, target=1)
    await store.close()


async def settings_of_ann(store: SqliteStore) -> Profile:
    """Return Ann's profile."""
    ann = await store.run(lambda records: records.runner(ANN.id))
    assert ann is not None
    return ann.profile


def change_target_by_hand(path: Path, *, before: int) -> int:
    """Note a change of a setting as the version that left a database would have noted it."""
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        row = dict(db.execute("SELECT * FROM runners WHERE id = ?", [ANN.id]).fetchone())
        after = {name: row[name] for name in row.keys() - {"id", "chat_id", "created_at", "reachable"}}
        change_id = db.execute(
            "INSERT INTO changes (runner_id, at) VALUES (?, ?)", [ANN.id, row["created_at"]]
        ).lastrowid
        images = [json.dumps(image) for image in (after | {"target": before}, after)]
        db.execute(
            "INSERT INTO change_rows (change_id, table_name, row_id, before, after) VALUES (?, 'runners', ?, ?, ?)",
            [change_id, ANN.id, *images],
        )
        db.commit()
    assert change_id is not None
    return change_id


async def test_an_upgraded_database_has_the_shape_of_a_new_one(old: Path, tmp_path: Path) -> None:
    for path in (old, tmp_path / "fresh.db"):
        await (await open_store(path)).close()

    with Database(old) as upgraded, Database(tmp_path / "fresh.db") as fresh:
        assert shape(upgraded) == shape(fresh)


def test_a_released_step_still_makes_what_its_dump_holds(dump: Path, old: Path) -> None:
    later = sorted(name for name in migration_names() if name > dump.stem)

    with Database(memory=True, strict=True) as made, Database(old) as left:
        MIGRATIONS.apply(made, stop_before=later)
        assert shape(made) == shape(left)


async def test_opening_a_database_of_this_version_changes_nothing_in_it(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    await (await open_store(path)).close()
    with Database(path) as db:
        before = list(db.iterdump())

    await (await open_store(path)).close()

    with Database(path) as db:
        assert list(db.iterdump()) == before
