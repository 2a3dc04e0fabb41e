"""Write the dump of the newest step, from the repository's folder: python -m tests.migrations.make"""

import asyncio
import sqlite3
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path

from bot.store import open_store
from bot.store.migrations import APPLICATION_ID, migration_names
from tests.migrations.sample import BOT, UPDATE, live
from tests.store.samples import NOON

FOLDER = Path(__file__).parent
NEWEST = max(migration_names())


async def fill(path: Path) -> None:
    """Make a database in which the sample people lived."""
    store = await open_store(path)
    await store.run(partial(live, until=NEWEST))
    await store.inbox.receive(BOT, {1: UPDATE}, NOON)
    await store.close()


def dump(path: Path) -> str:
    """Return a database as SQL; its application id is no part of what SQLite itself dumps."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE _sqlite_migrations SET applied_at = '2026-03-04 12:00:00.000000+00:00'")
        return "\n".join([f"PRAGMA application_id = {APPLICATION_ID};", *db.iterdump(), ""])


def main() -> None:
    """Write the newest dump, never another one: the older ones are what old versions left."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(fill(Path(folder) / "bot.db"))
        (FOLDER / f"{NEWEST}.sql").write_text(dump(Path(folder) / "bot.db"))


if __name__ == "__main__":
    main()
