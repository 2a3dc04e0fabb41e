"""Occurrences of reminders."""

import datetime as dt
import logging
from collections.abc import Iterable

from sqlite_utils import Database

from bot.app.records import Due, DueState
from bot.store.codec import FieldCodec, Row, instant, stamp
from bot.store.tables import existing, fetch, insert

_LOG = logging.getLogger(__name__)

_CODEC = FieldCodec(Due)

_IS_PLANNED = """
SELECT 1 FROM due
WHERE runner_id = :runner_id AND item = :item AND local_date = :local_date AND kind = :kind
"""

_OF_RUNNER = "SELECT * FROM due WHERE runner_id = ? ORDER BY due_at, id"

_OF_RUNNER_IN_STATE = "SELECT * FROM due WHERE runner_id = ? AND state = ? ORDER BY due_at, id"

_OF_RUNNER_BETWEEN = "SELECT * FROM due WHERE runner_id = ? AND due_at BETWEEN ? AND ? ORDER BY due_at, id"

_OF_RUNNER_BY_ID = "SELECT * FROM due WHERE runner_id = ? AND id = ?"

_DROP_ONE = "DELETE FROM due WHERE id = ? AND state = 'pending'"

_DROP_PENDING = "DELETE FROM due WHERE runner_id = ? AND state = 'pending'"

_PENDING_BEFORE = "SELECT * FROM due WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id LIMIT ?"

_NEXT_PENDING = "SELECT due_at FROM due WHERE state = 'pending' ORDER BY due_at LIMIT 1"

_SETTLE = "UPDATE due SET state = ? WHERE id = ? AND state = 'pending'"

_REVIVE = """
UPDATE due SET state = 'pending'
WHERE id IN (SELECT id FROM due WHERE state = 'expired' AND due_at > ? LIMIT ?)
RETURNING runner_id
"""

# The index of a runner's rows, not that of a state's: an outage can leave many people in doubt.
_IN_DOUBT = "SELECT * FROM due WHERE runner_id = ? AND +state = 'unknown' ORDER BY due_at, id"

_TOLD = "UPDATE due SET state = 'queued' WHERE runner_id = ? AND +state = 'unknown'"

_PRUNE = "DELETE FROM due WHERE deadline < ?"


class DueTable:
    """The table `due`."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._table = existing(db, "due")

    def plan(self, due: Due) -> bool:
        """Add an occurrence unless it is there already, in whatever state; tell whether it was added."""
        row = _CODEC.row(due)
        del row["id"]
        if next(iter(fetch(self._db, _IS_PLANNED, row)), None) is not None:
            return False
        insert(self._table, row)
        return True

    def of(self, runner_id: int, state: DueState | None) -> tuple[Due, ...]:
        """Return a runner's occurrences, earliest first, of one state or of all."""
        if state is None:
            return self._read(fetch(self._db, _OF_RUNNER, [runner_id]))
        return self._read(fetch(self._db, _OF_RUNNER_IN_STATE, [runner_id, state.value]))

    def get(self, runner_id: int, due_id: int) -> Due | None:
        """Return one occurrence, or None when the runner has none of that id that can be read."""
        return next(iter(self._read(fetch(self._db, _OF_RUNNER_BY_ID, [runner_id, due_id]))), None)

    def between(self, runner_id: int, first: dt.datetime, last: dt.datetime) -> tuple[Due, ...]:
        """Return a runner's occurrences with `due_at` in a span, both ends included, earliest first."""
        return self._read(fetch(self._db, _OF_RUNNER_BETWEEN, [runner_id, stamp(first), stamp(last)]))

    def drop(self, due_id: int) -> None:
        """Remove an occurrence that is still pending."""
        self._db.execute(_DROP_ONE, [due_id])

    def drop_pending(self, runner_id: int) -> None:
        """Remove a runner's occurrences that are still pending."""
        self._db.execute(_DROP_PENDING, [runner_id])

    def before(self, at: dt.datetime, limit: int) -> tuple[Due, ...]:
        """Return pending occurrences with `due_at` at or before an instant, earliest first."""
        rows = fetch(self._db, _PENDING_BEFORE, [stamp(at), limit])
        read = self._read(rows)
        # One that cannot be read cannot be sent either: left pending it would come back for ever.
        for row_id in {row["id"] for row in rows} - {due.id for due in read}:
            self.settle(row_id, DueState.EXPIRED)
        return read

    def next_at(self) -> dt.datetime | None:
        """Return when the earliest pending occurrence is due."""
        row = next(iter(fetch(self._db, _NEXT_PENDING)), None)
        return None if row is None else instant(row["due_at"])

    def settle(self, due_id: int, state: DueState) -> bool:
        """Move a pending occurrence to its final state; False when it was not pending any more."""
        return self._db.execute(_SETTLE, [state.value, due_id]).rowcount == 1

    def revive(self, at: dt.datetime, limit: int) -> tuple[int, ...]:
        """Let occurrences after an instant wait again that were given up as too late; tell whose they are."""
        return tuple({row["runner_id"]: None for row in fetch(self._db, _REVIVE, [stamp(at), limit])})

    def take_doubtful(self, runner_id: int) -> tuple[Due, ...]:
        """Return the occurrences whose message may not have arrived, earliest first, and count them as told."""
        doubtful = self._read(fetch(self._db, _IN_DOUBT, [runner_id]))
        if doubtful:
            self._db.execute(_TOLD, [runner_id])
        return doubtful

    def prune(self, before: dt.datetime) -> int:
        """Forget occurrences whose deadline was before an instant; tell how many."""
        return self._db.execute(_PRUNE, [stamp(before)]).rowcount

    def _read(self, rows: Iterable[Row]) -> tuple[Due, ...]:
        read = []
        for row in rows:
            try:
                read.append(_CODEC.value(row))
            except ValueError:
                _LOG.warning("Row %s of due cannot be read and is passed over", row["id"])
        return tuple(read)
