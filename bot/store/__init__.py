"""Storage in SQLite through sqlite-utils. Nothing outside this package speaks SQL.

A call goes through these modules: `sqlite` (the ports' face) hands work to `writer` (one thread, one connection,
transactions), which runs it over `records` (what a transaction can do), which is built from `shelf`, `due`, `journal`
and `codec`. `connection` opens and checks the file, `migrations` brings its schema up to date (a file `step_…` for each
step), `erasure` sees to it that nothing is left of the deleted.

To keep a new kind of record: add its dataclass to the training types, a table in a new step (with a chapter and a dump
beside the others in tests/migrations), and one line in `records`. `codec` does the rest.
"""

from bot.store.sqlite import SqliteInbox, SqliteOutbox, SqliteStore, open_store

__all__ = ["SqliteInbox", "SqliteOutbox", "SqliteStore", "open_store"]
