"""Messages on their way out."""

import datetime as dt
import json
import logging
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from bot.app.records import OutMessage, OutState, Queued
from bot.store.codec import FieldCodec, Row, stamp
from bot.store.tables import existing, fetch, insert

_LOG = logging.getLogger(__name__)

_CODEC = FieldCodec(OutMessage)

# A message waits while it is pending, or unknown after its first attempt. In the statements below, `state IN (…)` comes
# first because it is what the partial indices of the outbox are made for. What is settled for good loses its content:
# people have it in their chat, and nobody needs a second copy.
#
# `attempts` counts the calls that may have arrived. One that is proved not to have arrived gives its attempt back, so
# that a refusal or a lost connection before it does not cost a message its second chance.

_EXPIRE = """
UPDATE outbox
SET state = 'expired', settled_at = :at, payload = '{}', document = NULL, file_name = NULL
WHERE state IN ('pending', 'unknown') AND (state = 'pending' OR attempts = 1) AND expires_at < :at
RETURNING id, due_id, state, attempts
"""

# Answers before bulk ('answer' < 'bulk'), oldest first.
_WAITING = """
SELECT * FROM outbox
WHERE state IN ('pending', 'unknown') AND (state = 'pending' OR attempts = 1)
    AND chat_id NOT IN (SELECT value FROM json_each(:skip))
ORDER BY lane, id
LIMIT :limit
"""

_SENDING = """
UPDATE outbox SET state = 'sending', attempts = attempts + 1
WHERE state IN ('pending', 'unknown') AND id IN (SELECT value FROM json_each(?))
"""

# What is final stays final: a late answer must not bring a message back that was given up.
_SETTLE_FOR_RETRY = """
UPDATE outbox
SET state = :state, error = :error, settled_at = :settled_at,
    attempts = attempts - (:state = 'pending' AND state = 'sending')
WHERE id = :id AND state NOT IN ('sent', 'failed', 'expired')
RETURNING id, due_id, state, attempts
"""

_SETTLE_FOR_GOOD = """
UPDATE outbox
SET state = :state, error = :error, settled_at = :settled_at, payload = '{}', document = NULL, file_name = NULL
WHERE id = :id AND state NOT IN ('sent', 'failed', 'expired')
RETURNING id, due_id, state, attempts
"""

_RECOVER = "UPDATE outbox SET state = 'unknown' WHERE state = 'sending' RETURNING id, due_id, state, attempts"

# The occurrences whose reminder got no answer that it arrived, and will not be sent again.
_DOUBT = "UPDATE due SET state = 'unknown' WHERE state = 'queued' AND id IN (SELECT value FROM json_each(?))"

# Who shut the bot out knows why nothing came.
_NO_DOUBT = """
UPDATE due SET state = 'queued'
WHERE state = 'unknown' AND runner_id IN (SELECT id FROM runners WHERE chat_id = ?)
"""

_EMPTY = """
UPDATE outbox SET payload = '{}', document = NULL, file_name = NULL WHERE id IN (SELECT value FROM json_each(?))
"""

_REFUSED = """
UPDATE outbox SET state = 'failed', error = 'unreachable', payload = '{}', document = NULL, file_name = NULL
WHERE chat_id = ? AND state IN ('pending', 'unknown')
"""

_BULK_WAITING = """
SELECT count(*) AS waiting
FROM (
    SELECT 1 FROM outbox
    WHERE state IN ('pending', 'unknown') AND lane = 'bulk' AND error IS NULL
    LIMIT ?
)
"""

_DROP_BULK = """
UPDATE outbox SET state = 'expired', error = 'dropped', payload = '{}', document = NULL, file_name = NULL
WHERE chat_id = ? AND lane = 'bulk' AND state IN ('pending', 'unknown')
"""

_SILENCE = "UPDATE runners SET reachable = 0 WHERE chat_id = ?"

# Whoever writes again gets them derived anew.
_NO_REMINDERS = """
DELETE FROM due WHERE +state = 'pending' AND runner_id IN (SELECT id FROM runners WHERE chat_id = ?)
"""

# Some parameters name the chat once more.
_MOVE_MESSAGES = """
UPDATE outbox SET chat_id = :new, payload = json_replace(payload, '$.chat_id', :new) WHERE chat_id = :old
"""

_MOVE_RUNNERS = "UPDATE runners SET chat_id = :new WHERE chat_id = :old"

_MOVE_UPDATES = "UPDATE inbox SET chat_id = :new WHERE chat_id = :old"

# Not what waits or is being sent. What was settled without an instant (after a crash, or with its chat) goes at once.
_PRUNE = """
DELETE FROM outbox
WHERE state NOT IN ('pending', 'sending') AND NOT (state = 'unknown' AND attempts = 1) AND settled_at < ?
"""

_PRUNE_UNDATED = """
DELETE FROM outbox
WHERE state NOT IN ('pending', 'sending') AND NOT (state = 'unknown' AND attempts = 1) AND settled_at IS NULL
"""

_OF_CHAT = "DELETE FROM outbox WHERE chat_id = ?"


class OutboxTable:
    """The table `outbox`."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._table = existing(db, "outbox")

    def add(self, message: OutMessage) -> int:
        """Put a message into the outbox and return its id."""
        return insert(self._table, _CODEC.row(message))

    def take(self, limit: int, at: dt.datetime, skip: frozenset[int]) -> tuple[Queued, ...]:
        """Return messages to send, after settling the expired ones."""
        self._doubt(fetch(self._db, _EXPIRE, {"at": stamp(at)}))
        rows = fetch(self._db, _WAITING, {"skip": json.dumps(sorted(skip)), "limit": limit})
        return tuple(queued for row in rows if (queued := self._read(row, at)) is not None)

    def sending(self, ids: Sequence[int]) -> None:
        """Note that the calls are about to be made."""
        self._db.execute(_SENDING, [json.dumps(list(ids))])

    def settle(self, message_id: int, state: OutState, at: dt.datetime, error: str | None) -> None:
        """Note what became of a message."""
        may_be_sent_again = state in {OutState.PENDING, OutState.UNKNOWN}
        settled_at = None if state is OutState.PENDING else stamp(at)
        values = {"id": message_id, "state": state.value, "error": error, "settled_at": settled_at}
        self._doubt(fetch(self._db, _SETTLE_FOR_RETRY if may_be_sent_again else _SETTLE_FOR_GOOD, values))

    def recover(self) -> int:
        """Call unknown what was being sent when the process died; tell how many."""
        rows = fetch(self._db, _RECOVER)
        self._doubt(rows)
        return len(rows)

    def unreachable(self, chat_id: int) -> None:
        """Give up what waits for a chat, and its runner's reminders until they write again."""
        for statement in (_REFUSED, _SILENCE, _NO_REMINDERS, _NO_DOUBT):
            self._db.execute(statement, [chat_id])

    def bulk_waiting(self, most: int) -> int:
        """Return how many bulk messages wait for their first attempt, counted up to `most`."""
        (counted,) = fetch(self._db, _BULK_WAITING, [most])
        return int(counted["waiting"])

    def drop_bulk(self, chat_id: int) -> int:
        """Give up the bulk messages that still wait for a chat; tell how many."""
        return self._db.execute(_DROP_BULK, [chat_id]).rowcount

    def moved(self, old: int, new: int) -> None:
        """Let everything follow a chat to its new id."""
        for statement in (_MOVE_MESSAGES, _MOVE_RUNNERS, _MOVE_UPDATES):
            self._db.execute(statement, {"old": old, "new": new})

    def prune(self, before: dt.datetime) -> int:
        """Forget messages settled before an instant; tell how many."""
        return self._db.execute(_PRUNE, [stamp(before)]).rowcount + self._db.execute(_PRUNE_UNDATED).rowcount

    def forget(self, chat_id: int) -> None:
        """Remove every message to a chat."""
        self._db.execute(_OF_CHAT, [chat_id])

    def _doubt(self, settled: Iterable[Row]) -> None:
        """Empty what is not sent again, and note on its occurrence which reminder may not have arrived."""
        doubtful = [row for row in settled if _is_doubtful(row)]
        if doubtful:
            self._db.execute(_EMPTY, [json.dumps([row["id"] for row in doubtful])])
            self._db.execute(_DOUBT, [json.dumps([row["due_id"] for row in doubtful])])

    def _read(self, row: Row, at: dt.datetime) -> Queued | None:
        try:
            message = _CODEC.value(row)
            return Queued(id=row["id"], message=message, state=OutState(row["state"]), attempts=row["attempts"])
        except ValueError:
            _LOG.warning("Row %s of outbox cannot be read and is given up", row["id"])
            self.settle(row["id"], OutState.FAILED, at, "unreadable")
            return None


def _is_doubtful(settled: Row) -> bool:
    """Tell whether a message is given up although nothing says that it arrived; one never tried was only too late."""
    match OutState(settled["state"]):
        case OutState.UNKNOWN:
            return bool(settled["attempts"] > 1)
        case OutState.EXPIRED:
            return bool(settled["attempts"] > 0)
        case state:
            return state is OutState.FAILED
