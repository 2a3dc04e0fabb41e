"""Files' lifts that wait for a tap."""

import datetime as dt
import logging

from sqlite_utils import Database

from bot.app.records import ImportDraft
from bot.store.codec import FieldCodec, stamp
from bot.store.tables import existing, insert

_LOG = logging.getLogger(__name__)

_CODEC = FieldCodec(ImportDraft)

_DROP = "DELETE FROM imports WHERE runner_id = ?"

_DROP_EXPIRED = "DELETE FROM imports WHERE expires_at <= ?"


class ImportTable:
    """The table `imports`, with one row for each runner at most."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._table = existing(db, "imports")

    def save(self, runner_id: int, draft: ImportDraft) -> int:
        """Keep a draft in the place of the runner's other one, and return its id."""
        self.drop(runner_id)
        return insert(self._table, {"runner_id": runner_id, **_CODEC.row(draft)})

    def of(self, runner_id: int) -> tuple[int, ImportDraft] | None:
        """Return the runner's draft with its id; None when there is none that can be read."""
        row = next(iter(self._table.rows_where("runner_id = ?", [runner_id])), None)
        try:
            return None if row is None else (row["id"], _CODEC.value(row))
        except ValueError:
            _LOG.warning("The row of imports of one runner cannot be read and is passed over")
            return None

    def drop(self, runner_id: int) -> bool:
        """Forget the runner's draft; tell whether there was one."""
        return self._db.execute(_DROP, [runner_id]).rowcount > 0

    def drop_expired(self, at: dt.datetime) -> int:
        """Forget the drafts that waited until an instant; tell how many."""
        return self._db.execute(_DROP_EXPIRED, [stamp(at)]).rowcount
