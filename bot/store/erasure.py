"""Leaving no trace of a person who was deleted, in the database's free space or in its log.

`secure_delete` overwrites what is deleted, yet not the copies that stay behind in a page's free space when SQLite moves
rows to another page; only a rebuild is free of those. And the write-ahead log keeps old pages until it is cut. Both are
done right after the commit of a deletion. What is still owed is noted in the database itself (`PRAGMA user_version`,
which is part of the transaction), so that a process killed in between does it at its next start.
"""

import logging
import sqlite3

from sqlite_utils import Database

_LOG = logging.getLogger(__name__)

_NOTHING, _CUT, _REBUILD = 0, 1, 2

# Part of the transaction that deletes a person.
OWE = f"PRAGMA user_version = {_REBUILD}"

_OWE_A_CUT = f"PRAGMA user_version = {_CUT}"

_OWE_NOTHING = f"PRAGMA user_version = {_NOTHING}"


class Erasure:
    """What is to be done about deleted people on one connection."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._failed = False
        self._told = False

    def finish(self) -> None:
        """Do what is owed, outside any transaction; what cannot be done now is told once and done later."""
        owed = self._db.execute("PRAGMA user_version").fetchone()[0]
        if owed == _REBUILD and not self._failed:
            self._rebuild()
        if owed != _NOTHING and not self._failed:
            self._cut()

    def _rebuild(self) -> None:
        try:
            self._db.execute("VACUUM")
            self._db.execute(_OWE_A_CUT)
        except sqlite3.Error as error:
            self._failed = True  # trying at every commit would cost more than waiting for the next start
            _LOG.warning("The database could not be rebuilt after a deletion; the next start will try: %s", error)

    def _cut(self) -> None:
        if cut_log(self._db):
            self._db.execute(_OWE_NOTHING)
            self._told = False
        elif not self._told:
            self._told = True
            _LOG.warning("Another program reads the database; its log will be cut once that has ended")


def cut_log(db: Database) -> bool:
    """Move the log into the database and cut it to nothing; False when a reader is in the way."""
    patience = db.execute("PRAGMA busy_timeout").fetchone()[0]
    db.execute("PRAGMA busy_timeout = 0")
    try:
        return bool(db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}")
