"""Telegram's ids of the files that the bot uploaded once."""

from sqlite_utils import Database

from bot.store.tables import existing


class FileIds:
    """The table `file_ids`."""

    def __init__(self, db: Database) -> None:
        self._table = existing(db, "file_ids")

    def get(self, bot_id: int, digest: str) -> str | None:
        """Return the id under which Telegram knows a content, or None."""
        row = next(iter(self._table.rows_where("bot_id = ? AND digest = ?", [bot_id, digest])), None)
        return None if row is None else str(row["file_id"])

    def put(self, bot_id: int, digest: str, file_id: str) -> None:
        """Keep an id; a newer one takes the older one's place."""
        self._table.upsert({"bot_id": bot_id, "digest": digest, "file_id": file_id})
