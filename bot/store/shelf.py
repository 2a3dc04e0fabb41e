"""The one implementation of the port `Shelf`, for whatever table and dataclass."""

import logging
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from sqlite_utils import Database

from bot.store.codec import Codec, Row
from bot.store.journal import Journal
from bot.store.tables import existing, insert, insert_all, rows_where

_LOG = logging.getLogger(__name__)

T = TypeVar("T")


class SqliteShelf(Generic[T]):
    """The records of one kind, in a table with the columns `id`, `runner_id` and those of the codec."""

    def __init__(self, *, db: Database, table: str, codec: Codec[T], journal: Journal | None) -> None:
        self._table = existing(db, table)
        self._codec = codec
        self._journal = journal

    def of(self, runner_id: int) -> tuple[tuple[int, T], ...]:
        """Return a runner's records with their ids, oldest entry first, without those that cannot be read."""
        return self.read(self._rows(runner_id))

    def get(self, runner_id: int, row_id: int) -> T | None:
        """Return one record, or None when the runner has none of that id that can be read."""
        row = self._row(runner_id, row_id)
        return None if row is None else self._read(row)

    def latest(self, runner_id: int) -> T | None:
        """Return the record with the latest `at`, of those that can be read."""
        rows = self._table.rows_where("runner_id = ?", [runner_id], order_by="at DESC, id DESC")
        return next((value for row in rows if (value := self._read(row)) is not None), None)

    def add(self, runner_id: int, value: T) -> int:
        """Keep a new record and return its id; KeyError when the bot does not know the runner."""
        row = {"runner_id": runner_id, **self._codec.row(value)}
        row_id = insert(self._table, row)
        self._note(runner_id, row_id, before=None, after={"id": row_id, **row})
        return row_id

    def add_all(self, runner_id: int, values: Sequence[T]) -> None:
        """Keep many new records at once; KeyError when the bot does not know the runner."""
        rows = insert_all(self._table, [{"runner_id": runner_id, **self._codec.row(value)} for value in values])
        if self._journal is not None:
            self._journal.note_added(runner_id, self._table.name, rows)

    def replace(self, runner_id: int, row_id: int, value: T) -> None:
        """Put another value in a record's place; KeyError when the runner has none of that id."""
        before = self._row(runner_id, row_id)
        if before is None:
            raise KeyError(row_id)
        columns = self._codec.row(value)
        self._table.update(row_id, columns)
        self._note(runner_id, row_id, before=before, after=before | columns)

    def remove(self, runner_id: int, row_id: int) -> bool:
        """Remove a record; tell whether it was there."""
        before = self._row(runner_id, row_id)
        if before is None:
            return False
        self._table.delete(row_id)
        self._note(runner_id, row_id, before=before, after=None)
        return True

    def clear(self, runner_id: int) -> int:
        """Remove all of a runner's records of this kind; tell how many."""
        rows = self._rows(runner_id)
        self._table.delete_where("runner_id = ?", [runner_id])
        for row in rows:
            self._note(runner_id, row["id"], before=row, after=None)
        return len(rows)

    def read(self, rows: Iterable[Row]) -> tuple[tuple[int, T], ...]:
        """Return the records in rows of the table with their ids, without those that cannot be read."""
        read = ((row["id"], self._read(row)) for row in rows)
        return tuple((row_id, value) for row_id, value in read if value is not None)

    def _rows(self, runner_id: int) -> list[Row]:
        return rows_where(self._table, "runner_id = ?", [runner_id])

    def _row(self, runner_id: int, row_id: int) -> Row | None:
        return next(iter(rows_where(self._table, "id = ? AND runner_id = ?", [row_id, runner_id])), None)

    def _read(self, row: Row) -> T | None:
        try:
            return self._codec.value(row)
        except ValueError:
            # It stays: another version of the bot, or a person, may yet make sense of it.
            _LOG.warning("Row %s of %s cannot be read and is passed over", row["id"], self._table.name)
            return None

    def _note(self, runner_id: int, row_id: int, *, before: Row | None, after: Row | None) -> None:
        if self._journal is not None:
            self._journal.note(runner_id, self._table.name, row_id, before=before, after=after)
