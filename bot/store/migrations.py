"""The schema, as the steps that lead to it.

A step is a file of statements. One that was released is never edited; the next one changes what it left. Each is
committed together with its record. Every step has a dump of a database as it left it in tests/migrations, which the
tests upgrade with its data intact. A step that renames or drops a column must also empty `changes`: its images of rows
are in terms of the old columns.

Instants are UTC texts of fixed width, so that text order is time order (see `codec.stamp`); days are YYYY-MM-DD, clock
times HH:MM, weekdays 0 (Monday) to 6. Ids are never used again (AUTOINCREMENT): an old button must not meet a new row.
"""

from collections.abc import Iterable

from sqlite_utils import Database, Migrations

from bot.store import step_001, step_002, step_003, step_004, step_005, step_006, step_007, step_008, step_009

MIGRATIONS = Migrations("bot")

# "DLFT": tells our files from those of other programs (PRAGMA application_id, and `file` on the command line).
APPLICATION_ID = 0x444C4654


@MIGRATIONS(name="001")
def _first_schema(db: Database) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _do(db, step_001.STATEMENTS)


@MIGRATIONS(name="002")
def _health_overrides_and_plan(db: Database) -> None:
    _do(db, step_002.STATEMENTS)


@MIGRATIONS(name="003")
def _file_ids(db: Database) -> None:
    _do(db, step_003.STATEMENTS)


@MIGRATIONS(name="004")
def _reminders_of_every_kind(db: Database) -> None:
    _do(db, step_004.STATEMENTS)


@MIGRATIONS(name="005")
def _short_starts(db: Database) -> None:
    _do(db, step_005.STATEMENTS)


@MIGRATIONS(name="006")
def _workouts(db: Database) -> None:
    _do(db, step_006.STATEMENTS)


@MIGRATIONS(name="007")
def _files_that_wait(db: Database) -> None:
    _do(db, step_007.STATEMENTS)


@MIGRATIONS(name="008")
def _pauses_that_begin_later(db: Database) -> None:
    _do(db, step_008.STATEMENTS)


@MIGRATIONS(name="009")
def _what_clinicians_forbade(db: Database) -> None:
    _do(db, step_009.STATEMENTS)


def _do(db: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        db.execute(statement)


def migration_names() -> frozenset[str]:
    """Return the names of all steps of this version."""
    with Database(memory=True, execute_plugins=False) as empty:
        return frozenset(step.name for step in MIGRATIONS.pending(empty))
