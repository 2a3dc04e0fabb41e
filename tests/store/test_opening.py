"""Opening a database that cannot be used, or failing while it is used: one clear error each."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app.ports import (
    Records,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreInUse,
    StoreUnsuitable,
    StoreUnwritable,
)
from bot.store import SqliteStore, connection, open_store
from tests.store.samples import ANN, BEN, NOON, PAIRS, greet, message

ROOT = Path(__file__).parents[2]
NOBODY = 65534


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[SqliteStore]:
    """Open a store that waits a tenth of a second for locks, and close it."""
    store = await open_store(path, busy_timeout_ms=100)
    yield store
    await store.close()


async def fill(path: Path) -> None:
    """Make a database with Ann, Ben and some hundred lifts."""
    async with opened(path) as store:
        await store.run(greet)
        await store.run(lambda records: [records.lifts.add(ANN.id, PAIRS["lifts"][0]) for _ in range(300)])


@contextmanager
def without_privileges() -> Iterator[None]:
    """Obey file permissions: the superuser, whom they do not bind, acts as nobody meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def rights_of_others(folder: Path) -> dict[str, int]:
    """Return what everybody but the owner may do with each file of a folder."""
    return {path.name: path.stat().st_mode & 0o077 for path in folder.iterdir()}


def make_read_only(path: Path) -> None:
    """Let everybody enter a database's folder and hold its lock, and nobody write to the file."""
    path.chmod(0o444)
    path.parent.chmod(0o777)
    path.with_name(path.name + ".lock").chmod(0o666)


async def test_what_was_kept_is_there_after_opening_again_in_a_folder_made_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "bot.db"
    await fill(path)

    async with opened(path) as store:
        assert len(await store.run(lambda records: records.lifts.of(ANN.id))) == 300


async def test_a_store_in_memory_works_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(Path(":memory:")) as store, opened(Path(":memory:")) as other:
        await store.run(greet)
        await store.run(lambda records: records.delete_runner(BEN.id))

        assert await store.run(lambda records: records.runners_after(0, 9)) == (ANN.id,)
        assert await other.run(lambda records: records.runners_after(0, 9)) == ()
    assert rights_of_others(tmp_path) == {}


async def test_nobody_else_may_read_the_database(tmp_path: Path) -> None:
    async with opened(tmp_path / "bot.db") as store:
        await store.run(greet)

        modes = rights_of_others(tmp_path)

    assert modes == {"bot.db": 0, "bot.db-wal": 0, "bot.db-shm": 0, "bot.db.lock": 0}


async def test_the_settings_that_keep_data_safe_are_on(tmp_path: Path) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 100}

    async with opened(tmp_path / "bot.db") as store:
        found = await store.run(lambda records: _pragmas(records, list(wanted)))

    assert found == wanted


def _pragmas(records: Any, names: list[str]) -> dict[str, object]:
    return {name: records._db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


async def test_a_second_bot_on_one_database_is_refused_also_by_another_name(tmp_path: Path) -> None:
    (tmp_path / "alias.db").symlink_to(tmp_path / "bot.db")

    async with opened(tmp_path / "bot.db"):
        for name in ("bot.db", "alias.db"):
            with pytest.raises(StoreInUse, match="Another bot is using this database"):
                await open_store(tmp_path / name)


async def test_a_bot_in_another_process_is_refused_until_the_first_one_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    script = (
        "import asyncio, pathlib, sys; from bot.app.ports import StoreInUse; from bot.store import open_store\n"
        "try: asyncio.run(open_store(pathlib.Path(sys.argv[1])))\n"
        "except StoreInUse: sys.exit(3)"
    )
    command = [sys.executable, "-c", script, str(path)]

    async with opened(path):
        refused = await asyncio.to_thread(subprocess.run, command, cwd=ROOT, check=False)
    let_in = await asyncio.to_thread(subprocess.run, command, cwd=ROOT, check=False)

    assert (refused.returncode, let_in.returncode) == (3, 0)


async def test_a_failed_opening_frees_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    path.write_bytes(b"not a database, by its looks" * 100)
    with pytest.raises(StoreDamaged):
        await open_store(path)
    path.unlink()

    async with opened(path) as store:
        await store.run(greet)


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    path.write_bytes(b"dear diary, today I lifted " * 100)

    with pytest.raises(StoreDamaged, match="not a database"):
        await open_store(path)

    assert path.read_bytes() == b"dear diary, today I lifted " * 100


@pytest.mark.parametrize("pages", [1, 10])
async def test_a_damaged_database_is_refused_even_if_only_its_last_page_is_wrong(tmp_path: Path, pages: int) -> None:
    path = tmp_path / "bot.db"
    await fill(path)
    content, damage = path.read_bytes(), b"\xff" * 4096 * pages
    path.write_bytes(content[: -len(damage)] + damage)

    with pytest.raises(StoreDamaged, match="damaged"):
        await open_store(path)


async def test_a_start_does_not_read_the_whole_of_a_large_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "bot.db"
    await fill(path)
    content = path.read_bytes()
    path.write_bytes(content[:-4096] + b"\xff" * 4096)
    monkeypatch.setattr(connection, "CHECKED_MB", 0)
    async with opened(path) as store:
        assert await store.run(lambda records: records.runners_after(0, 9)) == (ANN.id, BEN.id)

    assert "check a backup instead" in caplog.text


async def test_the_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE runners (name TEXT)")
    before = path.read_bytes()

    with pytest.raises(StoreUnsuitable, match="another program"):
        await open_store(path)

    assert path.read_bytes() == before


async def test_the_database_of_a_newer_bot_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    await fill(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('bot', '999', '')")
        newer.commit()

    with pytest.raises(StoreUnsuitable, match="newer version"):
        await open_store(path)


async def test_an_sqlite_without_strict_tables_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))

    with pytest.raises(StoreUnsuitable, match=r"3\.37 or newer"):
        await open_store(tmp_path / "bot.db")


async def test_a_folder_in_the_databases_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable):
        await open_store(tmp_path)


async def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreUnwritable):
        await open_store(tmp_path / "file" / "bot.db")


async def test_a_read_only_file_is_refused(public_folder: Path) -> None:
    path = public_folder / "bot.db"
    await fill(path)
    make_read_only(path)

    with without_privileges(), pytest.raises(StoreUnwritable):
        await open_store(path)


def test_a_folder_without_the_right_to_write_is_refused(public_folder: Path) -> None:
    public_folder.chmod(0o555)

    with without_privileges(), pytest.raises(StoreUnwritable, match="Permission denied"):
        asyncio.run(open_store(public_folder / "bot.db"))


async def test_a_database_locked_by_another_program_is_busy_and_works_again_after(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with opened(path) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreBusy, match="locked by another program"):
                await store.run(greet)
            other.execute("ROLLBACK")

        await store.run(greet)
        assert await store.run(lambda records: records.runner(ANN.id)) == ANN


async def test_a_transaction_is_immediate_so_that_nobody_writes_between_its_reads_and_writes(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"

    def work(records: Records) -> None:
        records.runner(ANN.id)
        with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other:
            other.execute("DELETE FROM runners")

    async with opened(path) as store:
        with pytest.raises(StoreBusy):
            await store.run(work)


async def test_a_locked_database_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    await fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            await open_store(path, busy_timeout_ms=100)


async def test_a_full_disk_is_told_nothing_is_kept_and_room_lets_it_work_again(tmp_path: Path) -> None:
    def limit(records: Any, pages: int) -> None:
        records._db.conn.execute(f"PRAGMA max_page_count = {pages}").fetchone()

    big = message(document=bytes(1_000_000))
    async with opened(tmp_path / "bot.db") as store:
        await store.run(greet)
        await store.run(lambda records: limit(records, 1))  # rounded up to what the database has

        outcomes = await asyncio.gather(
            store.run(lambda records: records.send(message())),
            store.run(lambda records: records.send(big)),
            return_exceptions=True,
        )
        assert isinstance(outcomes[1], StoreFull)
        kept = [] if isinstance(outcomes[0], StoreFull) else [outcomes[0]]
        assert [queued.id for queued in await store.outbox.take(9, NOON, skip=frozenset())] == kept

        await store.run(lambda records: limit(records, 1_000_000))
        await store.run(lambda records: records.send(big))
        assert len(await store.outbox.take(9, NOON, skip=frozenset())) == len(kept) + 1


async def test_a_closed_store_says_so_and_can_be_closed_again(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "bot.db")
    await store.close()
    await store.close()

    with pytest.raises(StoreError, match="closed"):
        await store.run(greet)


async def test_closing_finishes_what_is_waiting(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "bot.db")
    await store.run(greet)
    works = [asyncio.ensure_future(store.run(lambda records: records.send(message()))) for _ in range(200)]
    await asyncio.sleep(0)

    await store.close()

    assert len(set(await asyncio.gather(*works))) == 200
