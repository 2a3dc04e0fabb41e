"""Small steps on tables that sqlite-utils leaves to its callers."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database
from sqlite_utils.db import Table

from bot.store.codec import Row


def existing(db: Database, name: str) -> Table:
    """Return a table, which must exist: inserting into a mistyped one would create it."""
    table = db.table(name)
    if not table.exists():
        raise LookupError(f"there is no table {name}")
    return table


def insert(table: Table, row: Mapping[str, Any]) -> int:
    """Insert a row and return its id; KeyError when it belongs to a runner whom the bot does not know."""
    try:
        row_id = table.insert(dict(row)).last_rowid
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise KeyError("the row refers to something that is not there") from error
        raise
    if row_id is None:
        raise LookupError(f"{table.name} gave the new row no id")
    return row_id


def row_of(table: Table, row_id: int) -> Row | None:
    """Return the row of an id, or None."""
    return next(iter(table.rows_where("id = ?", [row_id])), None)
