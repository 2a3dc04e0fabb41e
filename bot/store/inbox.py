"""Updates received from Telegram."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from bot.store.codec import stamp
from bot.store.tables import fetch

_RECEIVE = """
INSERT INTO inbox (bot_id, update_id, user_id, chat_id, payload, received_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (bot_id, update_id) DO NOTHING
"""

# In the order received: Telegram starts its ids anew after a quiet week. Without a payload there is nothing to handle.
_UNHANDLED = """
SELECT update_id, payload, attempts FROM inbox
WHERE bot_id = ? AND handled_at IS NULL AND payload <> ''
ORDER BY id
"""

# Both write the row anew when it is gone, because its person deleted everything while it was being handled.
_ATTEMPT = """
INSERT INTO inbox (bot_id, update_id, payload, attempts) VALUES (:bot_id, :update_id, '', 1)
ON CONFLICT (bot_id, update_id) DO UPDATE SET attempts = attempts + 1
RETURNING attempts
"""

_HANDLED = """
INSERT INTO inbox (bot_id, update_id, payload, handled_at) VALUES (:bot_id, :update_id, '', :at)
ON CONFLICT (bot_id, update_id) DO UPDATE
SET handled_at = excluded.handled_at, payload = '', user_id = NULL, chat_id = NULL
"""

_PRUNE = "DELETE FROM inbox WHERE handled_at < ?"

_OF_PERSON = "DELETE FROM inbox WHERE user_id = :user_id OR chat_id = :chat_id"


class InboxTable:
    """The table `inbox`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def receive(self, bot_id: int, updates: Mapping[int, str], at: dt.datetime) -> frozenset[int]:
        """Keep the payloads of updates by their ids; return the ids that were not received before."""
        received_at = stamp(at)
        return frozenset(
            update_id
            for update_id, payload in updates.items()
            if self._db.execute(_RECEIVE, (bot_id, update_id, *_whose(payload), payload, received_at)).rowcount == 1
        )

    def unhandled(self, bot_id: int) -> tuple[tuple[int, str, int], ...]:
        """Return (update_id, payload, attempts) of updates not handled yet, in order."""
        rows = fetch(self._db, _UNHANDLED, [bot_id])
        return tuple((row["update_id"], row["payload"], row["attempts"]) for row in rows)

    def attempt(self, bot_id: int, update_id: int) -> int:
        """Count one more attempt at handling an update and return the number."""
        (row,) = fetch(self._db, _ATTEMPT, {"bot_id": bot_id, "update_id": update_id})
        return int(row["attempts"])

    def handled(self, bot_id: int, update_id: int, at: dt.datetime) -> None:
        """Mark an update as handled, and keep no more of it than that."""
        self._db.execute(_HANDLED, {"bot_id": bot_id, "update_id": update_id, "at": stamp(at)})

    def prune(self, before: dt.datetime) -> int:
        """Forget updates handled before an instant; tell how many."""
        return self._db.execute(_PRUNE, [stamp(before)]).rowcount

    def forget(self, user_id: int, chat_id: int) -> None:
        """Remove every update from a person or their private chat."""
        self._db.execute(_OF_PERSON, {"user_id": user_id, "chat_id": chat_id})


def _whose(payload: str) -> tuple[int | None, int | None]:
    """Return the ids of the person and the chat in an update, of whatever type it is."""
    try:
        update = json.loads(payload)
    except ValueError:
        return None, None
    parts = [part for part in update.values() if isinstance(part, dict)] if isinstance(update, dict) else []
    content = parts[0] if parts else {}  # an update has an id and one object
    user = _id(content.get("from")) or _id(content.get("user"))
    message = content.get("message")
    return user, _id(content.get("chat")) or _id(message.get("chat") if isinstance(message, dict) else None)


def _id(part: Any) -> int | None:
    found = part.get("id") if isinstance(part, dict) else None
    return found if isinstance(found, int) else None
