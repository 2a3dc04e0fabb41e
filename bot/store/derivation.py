"""How far everybody's reminders were derived by the rules of now."""

from sqlite_utils import Database

from bot.app.records import Derivation
from bot.store.tables import existing, row_of

_ONLY = 1


class DerivationTable:
    """The table `derivation`, which has one row."""

    def __init__(self, db: Database) -> None:
        self._table = existing(db, "derivation")

    def get(self) -> Derivation | None:
        """Return how far it got, or None before the first time."""
        row = row_of(self._table, _ONLY)
        return None if row is None else Derivation(basis=row["basis"], reached=row["reached"])

    def put(self, derivation: Derivation) -> None:
        """Keep how far it got."""
        self._table.upsert({"id": _ONLY, "basis": derivation.basis, "reached": derivation.reached})
