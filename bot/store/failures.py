"""SQLite's failures in the words of the port: what the machine did wrong, not what the code did wrong."""

import sqlite3

from bot.app.ports import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreUnwritable

_PRIMARY_CODE = 0xFF  # extended result codes keep the primary one in their low byte

_FAILURES: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, "The database is locked by another program; try again when it has finished."),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "The database is locked by another program; try again when it has finished."),
    sqlite3.SQLITE_FULL: (StoreFull, "The database cannot grow: free some disk space."),
    sqlite3.SQLITE_READONLY: (StoreUnwritable, "The database is read-only: give the bot the right to write to it."),
    sqlite3.SQLITE_PERM: (StoreUnwritable, "The database is read-only: give the bot the right to write to it."),
    sqlite3.SQLITE_CANTOPEN: (StoreUnwritable, "The database cannot be opened: check its path and permissions."),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, "The database is damaged: restore it from a backup."),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, "The file is not a database: check its path, or restore it from a backup."),
    sqlite3.SQLITE_IOERR: (StoreError, "The disk reported an error while the database was read or written."),
    sqlite3.SQLITE_NOMEM: (StoreError, "There is not enough memory to use the database."),
}


def translated(error: BaseException) -> BaseException:
    """Return the storage failure that an exception stands for, or the exception itself when it is none."""
    if isinstance(error, StopIteration):  # asyncio cannot carry it: whoever waits would wait for ever
        return RuntimeError("the work raised StopIteration")
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(error, sqlite3.Error) or code is None or code & _PRIMARY_CODE not in _FAILURES:
        return error
    kind, sentence = _FAILURES[code & _PRIMARY_CODE]
    failure = kind(sentence)
    failure.__cause__ = error
    return failure
