"""Databases of every version, upgraded to this one with their data intact."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.app.records import DueState, UndoResult
from bot.store import open_store
from bot.store.migrations import MIGRATIONS, migration_names
from tests.migrations.sample import BOT, RAISED, UPDATE, everything, live
from tests.store.samples import ANN, NOON, PAIRS, message

DUMPS = sorted(Path(__file__).parent.glob("*.sql"))


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


def test_every_step_has_a_dump() -> None:
    assert {dump.stem for dump in DUMPS} == migration_names()


async def test_everything_that_was_kept_is_there_after_the_upgrade(old: Path, tmp_path: Path) -> None:
    fresh, upgraded = await open_store(tmp_path / "fresh.db"), await open_store(old)
    await fresh.run(live)

    assert await upgraded.run(everything) == await fresh.run(everything)
    for store in (fresh, upgraded):
        await store.close()


async def test_the_mail_goes_on_after_the_upgrade(old: Path) -> None:
    store = await open_store(old)

    assert await store.inbox.unhandled(BOT) == ((1, UPDATE, 0),)
    assert await store.inbox.receive(BOT, 2, "{}", NOON) is False
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
