"""People and their places in dialogues."""

import logging
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from bot.app.records import Dialogue, ReminderSettings, Runner
from bot.store.codec import FieldCodec, Row, instant, stamp
from bot.store.journal import Journal
from bot.store.tables import existing, fetch, insert, row_of
from bot.training.profile import Profile

_LOG = logging.getLogger(__name__)

_PROFILE = FieldCodec(Profile)
_REMINDERS = FieldCodec(ReminderSettings)
_DIALOGUE = FieldCodec(Dialogue)
_REMIND = "remind_"  # the columns of the reminder settings begin with it

_DIALOGUE_OF = "SELECT * FROM dialogues WHERE runner_id = ?"

_END_DIALOGUE = "DELETE FROM dialogues WHERE runner_id = ?"

_AFTER = "SELECT id FROM runners WHERE id > ? ORDER BY id LIMIT ?"


class Runners:
    """The tables `runners` and `dialogues`."""

    def __init__(self, *, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal
        self._runners = existing(db, "runners")
        self._read: tuple[Row, Runner] | None = None
        self._dialogues = existing(db, "dialogues")

    def get(self, runner_id: int) -> Runner | None:
        """Return a runner, with the default in place of a setting that cannot be read."""
        row = row_of(self._runners, runner_id)
        if row is None:
            return None
        # A turn looks its runner up several times: a row as before means the same runner.
        if self._read is None or self._read[0] != row:
            try:
                self._read = row, _runner(row)
            except ValueError:
                _LOG.warning("Row %s of runners cannot be read and is passed over", runner_id)
                return None
        return self._read[1]

    def before(self, runner_id: int, change_id: int) -> Runner | None:
        """Return a runner with the settings as they were before a change; None where it touched none of them."""
        row, old = row_of(self._runners, runner_id), self._journal.before(runner_id, change_id, "runners", runner_id)
        try:
            return None if row is None or old is None else _runner({**row, **old})
        except ValueError:
            return None

    def after(self, runner_id: int, limit: int) -> tuple[int, ...]:
        """Return the ids of the next runners above an id, in order."""
        return tuple(row["id"] for row in fetch(self._db, _AFTER, [runner_id, limit]))

    def save(self, runner: Runner) -> None:
        """Keep a runner, new or changed; Undo covers a change's settings, not who the runner is."""
        who = {"chat_id": runner.chat_id, "created_at": stamp(runner.created_at), "reachable": runner.reachable}
        settings = _settings(runner)
        before = row_of(self._runners, runner.id)
        if before is None:
            insert(self._runners, {"id": runner.id, **who, **settings})
            return
        self._runners.update(runner.id, who | settings)
        replaced = {column: before[column] for column in settings}
        self._journal.note(runner.id, "runners", runner.id, before=replaced, after=settings)

    def dialogue(self, runner_id: int) -> Dialogue | None:
        """Return where the runner is in a dialogue."""
        row = next(iter(fetch(self._db, _DIALOGUE_OF, [runner_id])), None)
        try:
            return None if row is None else _DIALOGUE.value(row)
        except ValueError:
            _LOG.warning("Row %s of dialogues cannot be read and is passed over", runner_id)
            return None

    def save_dialogue(self, runner_id: int, dialogue: Dialogue | None) -> None:
        """Keep the runner's place in a dialogue; None ends it."""
        self._db.execute(_END_DIALOGUE, [runner_id])
        if dialogue is not None:
            insert(self._dialogues, {"runner_id": runner_id, **_DIALOGUE.row(dialogue)})


def _settings(runner: Runner) -> Row:
    reminders = _REMINDERS.row(runner.reminders)
    return _PROFILE.row(runner.profile) | {_REMIND + name: value for name, value in reminders.items()}


def _runner(row: Mapping[str, Any]) -> Runner:
    profile, bad_profile = _PROFILE.salvage(row)
    reminders, bad_reminders = _REMINDERS.salvage({name: row[_REMIND + name] for name in _REMINDERS.columns})
    if bad := bad_profile | bad_reminders:
        _LOG.warning("Row %s of runners: the default stands in for %s", row["id"], ", ".join(sorted(bad)))
    return Runner(
        id=row["id"],
        chat_id=row["chat_id"],
        created_at=instant(row["created_at"]),
        profile=profile,
        reminders=reminders,
        reachable=bool(row["reachable"]),
    )
