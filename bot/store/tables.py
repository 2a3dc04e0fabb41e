"""Small steps on tables that sqlite-utils leaves to its callers."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlite_utils import Database
from sqlite_utils.db import Table

from bot.store.codec import Row

# Tables with AUTOINCREMENT, which all shelves have, never give an id twice.
_LAST_ID = "SELECT seq FROM sqlite_sequence WHERE name = ?"


def existing(db: Database, name: str) -> Table:
    """Return a table, which must exist: inserting into a mistyped one would create it."""
    table = db.table(name)
    if not table.exists():
        raise LookupError(f"there is no table {name}")
    return table


def fetch(db: Database, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
    """Return the rows of a statement, all at once: one that also writes is over then.

    A turn makes dozens of these: the checks and savepoints with which sqlite-utils guards each would cost more than
    the statement itself. They have no use inside the writer's transactions.
    """
    cursor = db.conn.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def rows_where(table: Table, where: str, parameters: Sequence[Any]) -> list[Row]:
    """Return the rows of a table that a condition holds for, by id."""
    return fetch(table.db, f"SELECT * FROM {table.name} WHERE {where} ORDER BY id", parameters)  # noqa: S608 - our own words


def insert(table: Table, row: Mapping[str, Any]) -> int:
    """Insert a row and return its id; KeyError when it belongs to a runner whom the bot does not know."""
    with _referring():
        row_id = table.db.conn.execute(_insertion(table.name, tuple(row)), tuple(row.values())).lastrowid
    if row_id is None:
        raise LookupError(f"{table.name} gave the new row no id")
    return row_id


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that inserts a row; tables and columns are named by our own code, never by people."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' for _ in columns)})"  # noqa: S608


def insert_all(table: Table, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Insert rows together and return them with their ids; KeyError as of `insert`.

    Inside an immediate transaction nobody else takes the ids that follow the last one ever given.
    """
    last: int = next((row["seq"] for row in fetch(table.db, _LAST_ID, [table.name])), 0)
    numbered = tuple({"id": row_id, **row} for row_id, row in enumerate(rows, start=last + 1))
    with _referring():
        table.insert_all(numbered)
    return numbered


@contextmanager
def _referring() -> Iterator[None]:
    """Raise KeyError where a row of this block refers to one that is not there."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise KeyError("the row refers to something that is not there") from error
        raise


def row_of(table: Table, row_id: int) -> Row | None:
    """Return the row of an id, or None."""
    return next(iter(rows_where(table, "id = ?", [row_id])), None)
