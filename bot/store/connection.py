"""Opening the database: the settings that keep what was committed, the checks that refuse what cannot be trusted."""

import logging
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from bot.app.ports import StoreDamaged, StoreUnsuitable, StoreUnwritable
from bot.store.migrations import APPLICATION_ID, MIGRATIONS, migration_names

IN_MEMORY = Path(":memory:")

_LOG = logging.getLogger(__name__)

_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables

CHECKED_MB = 256
"""A database up to this size is read whole at every start, which takes a second or two."""

# secure_delete: what a person deleted must not be left in free pages. FULL: a commit survives a loss of power.
_SETTINGS = (
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
)


def connect(path: Path, *, busy_timeout_ms: int) -> Database:
    """Open a database with its schema brought up to date, on the thread that will use it."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreUnsuitable(f"SQLite {sqlite3.sqlite_version} is too old: 3.37 or newer is needed.")
    # No isolation level: transactions begin where the writer says so, and immediately.
    connection = sqlite3.connect(path, isolation_level=None, timeout=busy_timeout_ms / 1000)
    try:
        db = Database(connection, execute_plugins=False, strict=True)
        _prepare(db, in_memory=path == IN_MEMORY)
    except BaseException:
        connection.close()
        raise
    return db


def create_private(path: Path) -> None:
    """Create the file and its folder if they are missing; nobody else may read what runners tell the bot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise StoreUnwritable(f"The database cannot be opened for writing: {error.strerror}.") from error


def _prepare(db: Database, *, in_memory: bool) -> None:
    for setting in _SETTINGS:
        db.execute(setting)
    _refuse_damage(db)
    _refuse_strangers(db)
    _refuse_unwritable(db)
    if not in_memory:
        _write_ahead(db)
    MIGRATIONS.apply(db)


def _refuse_damage(db: Database) -> None:
    (size,) = db.query("SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size")
    if size["bytes"] > CHECKED_MB * 1_000_000:
        _LOG.warning("The database is over %d MB: a start does not look for damage; check a backup instead", CHECKED_MB)
        return
    rows = [next(iter(row.values())) for row in db.query("PRAGMA quick_check(1)")]
    if rows != ["ok"]:
        raise StoreDamaged("The database is damaged: restore it from a backup.")


def _refuse_strangers(db: Database) -> None:
    (owner,) = db.query("PRAGMA application_id")
    # The table of migrations alone is what a first start leaves that was killed before its first migration.
    if set(db.table_names()) - {MIGRATIONS.migrations_table} and owner["application_id"] != APPLICATION_ID:
        raise StoreUnsuitable("The database belongs to another program: give the bot its own file.")
    if {step.name for step in MIGRATIONS.applied(db)} - migration_names():
        raise StoreUnsuitable("The database was written by a newer version of this bot: run that one.")


def _refuse_unwritable(db: Database) -> None:
    # Beginning alone proves nothing: of a file that may only be read SQLite makes a transaction that only reads.
    (noted,) = db.query("PRAGMA user_version")
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"PRAGMA user_version = {noted['user_version']}")
    db.execute("ROLLBACK")


def _write_ahead(db: Database) -> None:
    (mode,) = db.query("PRAGMA journal_mode = WAL")
    if mode["journal_mode"] != "wal":
        raise StoreUnwritable("The database cannot keep a write-ahead log where it is: use a local disk.")
