"""What Undo takes back: images of the rows that a change touched, as they were and as it left them."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database
from sqlite_utils.db import Table

from bot.app.records import UndoResult
from bot.store.codec import Row, instant, stamp
from bot.store.tables import existing, fetch, insert

# One image pair for each row and change: the first `before`, the last `after`.
_NOTE = """
INSERT INTO change_rows (change_id, table_name, row_id, before, after)
VALUES (:change_id, :table_name, :row_id, :before, :after)
ON CONFLICT (change_id, table_name, row_id) DO UPDATE SET after = excluded.after
"""

# Rows that ended as they began (added and removed again) need no undoing.
_DROP_UNTOUCHED_ROWS = "DELETE FROM change_rows WHERE change_id = ? AND before IS after"

_DROP_EMPTY_CHANGE = """
DELETE FROM changes WHERE id = :id AND NOT EXISTS (SELECT 1 FROM change_rows WHERE change_id = :id)
"""

_CHANGE_OF_RUNNER = "SELECT undone_at FROM changes WHERE id = ? AND runner_id = ?"

_NEWEST_AT = "SELECT max(at) AS at FROM changes WHERE runner_id = ? AND undone_at IS NULL"

_NEWEST = "SELECT max(id) AS id FROM changes WHERE runner_id = ? AND undone_at IS NULL"

_RECENT = "SELECT id FROM changes WHERE runner_id = ? AND undone_at IS NULL ORDER BY id DESC LIMIT ?"

_IMAGES = """
SELECT table_name, coalesce(after, before) AS image FROM change_rows JOIN changes ON changes.id = change_id
WHERE change_id = ? AND runner_id = ? ORDER BY change_rows.id
"""

_BEFORE = """
SELECT before FROM change_rows JOIN changes ON changes.id = change_id
WHERE change_id = ? AND runner_id = ? AND table_name = ? AND row_id = ?
"""

_ROWS_OF_CHANGE = "SELECT table_name, row_id, before, after FROM change_rows WHERE change_id = ? ORDER BY id DESC"

_TOUCHED = "id IN (SELECT row_id FROM change_rows WHERE change_id = ? AND table_name = ?)"

_NEW = "id IN (SELECT row_id FROM change_rows WHERE change_id = ? AND table_name = ? AND before IS NULL)"

# The change itself stays, so that a second tap is told ALREADY.
_DROP_IMAGES = "DELETE FROM change_rows WHERE change_id = ?"

_MARK_UNDONE = "UPDATE changes SET undone_at = ? WHERE id = ?"

_PRUNE = "DELETE FROM changes WHERE at < ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    id: int
    runner_id: int


class Journal:
    """The changes of one connection; at most one is open at a time."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._changes = existing(db, "changes")
        self._open: _Open | None = None

    @contextmanager
    def change(self, runner_id: int, at: dt.datetime) -> Iterator[int]:
        """Note all writes of a runner's rows in this block as one change; one inside another joins it."""
        outer = self._open
        if outer is not None and outer.runner_id == runner_id:
            yield outer.id
            return
        change_id = insert(self._changes, {"runner_id": runner_id, "at": stamp(at)})
        self._open = _Open(id=change_id, runner_id=runner_id)
        try:
            yield change_id
        finally:
            self._open = outer
        self._db.execute(_DROP_UNTOUCHED_ROWS, [change_id])
        self._db.execute(_DROP_EMPTY_CHANGE, {"id": change_id})

    def note(self, runner_id: int, table: str, row_id: int, *, before: Row | None, after: Row | None) -> None:
        """Keep the images of a row that was written, if a change of its runner is open."""
        if self._open is None or self._open.runner_id != runner_id:
            return
        images = {"before": _image(before), "after": _image(after)}
        self._db.execute(_NOTE, {"change_id": self._open.id, "table_name": table, "row_id": row_id, **images})

    def note_added(self, runner_id: int, table: str, rows: Sequence[Row]) -> None:
        """Keep the images of new rows, if a change of their runner is open."""
        if self._open is None or self._open.runner_id != runner_id:
            return
        same = {"change_id": self._open.id, "table_name": table, "before": None}
        notes = [{**same, "row_id": row["id"], "after": _image(row)} for row in rows]
        self._db.conn.executemany(_NOTE, notes)

    def newest(self, runner_id: int) -> int | None:
        """Return the newest change of a runner that is not undone."""
        newest: int | None = next(iter(fetch(self._db, _NEWEST, [runner_id])))["id"]
        return newest

    def recent(self, runner_id: int, most: int) -> tuple[int, ...]:
        """Return the newest changes of a runner that are not undone, the newest first."""
        return tuple(row["id"] for row in fetch(self._db, _RECENT, [runner_id, most]))

    def images(self, runner_id: int, change_id: int) -> tuple[tuple[str, Row], ...]:
        """Return the table and the row of all that a runner's change touched: as it left it, or as it was before."""
        rows = fetch(self._db, _IMAGES, [change_id, runner_id])
        return tuple((row["table_name"], json.loads(row["image"])) for row in rows)

    def before(self, runner_id: int, change_id: int, table: str, row_id: int) -> Row | None:
        """Return a row as it was before a runner's change; None where the change did not touch it, or added it."""
        rows = fetch(self._db, _BEFORE, [change_id, runner_id, table, row_id])
        image: str | None = next((row["before"] for row in rows), None)
        row: Row | None = None if image is None else json.loads(image)
        return row

    def newest_at(self, runner_id: int) -> dt.datetime | None:
        """Return when a runner's newest change was made that is not undone."""
        at: str | None = next(iter(fetch(self._db, _NEWEST_AT, [runner_id])))["at"]
        return None if at is None else instant(at)

    def undo(self, runner_id: int, change_id: int, at: dt.datetime) -> UndoResult:
        """Put back what a change replaced, unless one of its rows was written again since."""
        change = next(iter(fetch(self._db, _CHANGE_OF_RUNNER, [change_id, runner_id])), None)
        if change is None:
            return UndoResult.UNKNOWN
        if change["undone_at"] is not None:
            return UndoResult.ALREADY
        notes = fetch(self._db, _ROWS_OF_CHANGE, [change_id])
        tables = {note["table_name"]: existing(self._db, note["table_name"]) for note in notes}
        if not all(_are_as_left(table, change_id, notes) for table in tables.values()):
            return UndoResult.OVERTAKEN
        for table in tables.values():
            table.delete_where(_NEW, [change_id, table.name])
        for note in notes:
            _put_back(tables[note["table_name"]], note)
        self._db.execute(_DROP_IMAGES, [change_id])
        self._db.execute(_MARK_UNDONE, [stamp(at), change_id])
        return UndoResult.DONE

    def prune(self, before: dt.datetime) -> int:
        """Forget changes made before an instant; tell how many."""
        return self._db.execute(_PRUNE, [stamp(before)]).rowcount


def _are_as_left(table: Table, change_id: int, notes: Iterable[Row]) -> bool:
    """Tell whether the rows of a table are as a change left them; they are read at once."""
    now = {row["id"]: row for row in table.rows_where(_TOUCHED, [change_id, table.name])}
    return all(_is_as_left(now.get(note["row_id"]), note) for note in notes if note["table_name"] == table.name)


def _is_as_left(now: Row | None, note: Row) -> bool:
    after = None if note["after"] is None else json.loads(note["after"])
    if now is None or after is None:
        return now is after
    # Columns that a migration added since are not in the image.
    return all(now.get(column) == value for column, value in after.items())


def _put_back(table: Table, note: Row) -> None:
    """Restore a row that was there before."""
    if note["before"] is None:
        return
    before = json.loads(note["before"])
    if note["after"] is None:
        table.insert(before)
    else:
        table.update(note["row_id"], before)


def _image(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, sort_keys=True)
