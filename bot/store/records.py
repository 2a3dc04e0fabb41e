"""Everything that one transaction can read and change: the port `Records`."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from typing import Any

from sqlite_utils import Database

from bot.app.ports import Kept
from bot.app.records import (
    Derivation,
    Dialogue,
    Due,
    DueState,
    ImportDraft,
    OutMessage,
    Override,
    Pause,
    Runner,
    ToldLift,
    UndoResult,
    VerdictRecord,
)
from bot.app.workout import Workout
from bot.store import erasure
from bot.store.codec import Codec, FieldCodec, UnionCodec, document, instant, stamp
from bot.store.derivation import DerivationTable
from bot.store.due import DueTable
from bot.store.file_ids import FileIds
from bot.store.imports import ImportTable
from bot.store.inbox import InboxTable
from bot.store.journal import Journal
from bot.store.outbox import OutboxTable
from bot.store.runners import Runners
from bot.store.shelf import SqliteShelf, T
from bot.store.tables import fetch
from bot.training.body import CheckIn, RedFlag
from bot.training.health import HealthFact
from bot.training.lifts import Exercise, FixedLift, Lift, LiftChange, PlannedLift
from bot.training.runs import DatedRun, Race, WeeklyPattern

_DEADLIFTS = document([exercise for exercise in Exercise if exercise.is_deadlift])

# Everything about a person hangs on this row (ON DELETE CASCADE), except the messages to and from them.
_DELETE_RUNNER = "DELETE FROM runners WHERE id = ?"

_VERDICTS_ABOUT = "SELECT * FROM verdicts WHERE runner_id = ? AND asked_day = ? ORDER BY at DESC, id DESC"

_LIFTS_SINCE = "SELECT * FROM lifts WHERE runner_id = ? AND at >= ? ORDER BY at, id"

_DEADLIFTED_AT = "SELECT at FROM lifts WHERE runner_id = ? AND exercise IN (SELECT value FROM json_each(?)) ORDER BY at"

_OLD_TOLD_LIFTS = "DELETE FROM told_lifts WHERE at < ?"

_OLD_VERDICTS = "DELETE FROM verdicts WHERE at < ?"

_OLD_WORKOUTS = "DELETE FROM workouts WHERE touched_at < ?"


class SqliteRecords:
    """The records on the writer's connection. Use it only inside the transaction that it was handed to."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._journal = Journal(db)
        self._runners = Runners(db=db, journal=self._journal)
        self._due = DueTable(db)
        self._derivation = DerivationTable(db)
        self._imports = ImportTable(db)
        self._shelves: dict[str, SqliteShelf[Any]] = {}
        self.outbox = OutboxTable(db)
        self.file_ids = FileIds(db)
        self.inbox = InboxTable(db)
        self.patterns = self._shelf("weekly_patterns", FieldCodec(WeeklyPattern))
        self.dated_runs = self._shelf("dated_runs", FieldCodec(DatedRun))
        self.races = self._shelf("races", FieldCodec(Race))
        self.lifts = self._shelf("lifts", FieldCodec(Lift))
        self.fixed_lifts = self._shelf("fixed_lifts", FieldCodec(FixedLift))
        self.checkins: SqliteShelf[CheckIn] = self._shelf("checkins", UnionCodec(CheckIn))
        self.red_flags = self._shelf("red_flags", FieldCodec(RedFlag))
        self.health = self._shelf("health", FieldCodec(HealthFact))
        self.overrides = self._shelf("overrides", FieldCodec(Override))
        self.planned_lifts = self._shelf("planned_lifts", FieldCodec(PlannedLift))
        self.lift_changes = self._shelf("lift_changes", FieldCodec(LiftChange))
        self.pauses = self._shelf("pauses", FieldCodec(Pause))
        self.told_lifts = SqliteShelf(db=db, table="told_lifts", codec=FieldCodec(ToldLift), journal=None)
        self.workouts = SqliteShelf(db=db, table="workouts", codec=FieldCodec(Workout), journal=None)
        self.verdicts = SqliteShelf(db=db, table="verdicts", codec=FieldCodec(VerdictRecord), journal=None)

    def _shelf(self, table: str, codec: Codec[T]) -> SqliteShelf[T]:
        shelf = SqliteShelf(db=self._db, table=table, codec=codec, journal=self._journal)
        self._shelves[table] = shelf
        return shelf

    def runner(self, runner_id: int) -> Runner | None:
        """Return a runner, or None when the bot does not know them."""
        return self._runners.get(runner_id)

    def runners_after(self, runner_id: int, limit: int) -> tuple[int, ...]:
        """Return the ids of the next runners above an id, in order."""
        return self._runners.after(runner_id, limit)

    def derivation(self) -> Derivation | None:
        """Return how far everybody's reminders were derived anew, or None before the first time."""
        return self._derivation.get()

    def save_derivation(self, derivation: Derivation) -> None:
        """Keep how far everybody's reminders were derived anew."""
        self._derivation.put(derivation)

    def save_runner(self, runner: Runner) -> None:
        """Keep a runner, new or changed."""
        self._runners.save(runner)

    def delete_runner(self, runner_id: int) -> None:
        """Remove everything about a runner, for good."""
        runner = self.runner(runner_id)
        # A private chat has its person's id, should the runner's row be gone.
        chat_id = runner_id if runner is None else runner.chat_id
        self.outbox.forget(chat_id)
        self.inbox.forget(runner_id, chat_id)
        self._db.execute(_DELETE_RUNNER, [runner_id])
        self._db.execute(erasure.OWE)

    def change(self, runner_id: int, at: dt.datetime) -> AbstractContextManager[int]:
        """Remember all writes of a runner's records in this block as one change that can be undone; yields its id."""
        return self._journal.change(runner_id, at)

    def last_change(self, runner_id: int) -> int | None:
        """Return the runner's newest change that is not undone."""
        return self._journal.newest(runner_id)

    def last_changes(self, runner_id: int, most: int) -> tuple[int, ...]:
        """Return the runner's newest changes that are not undone, the newest first."""
        return self._journal.recent(runner_id, most)

    def changed(self, runner_id: int, change_id: int) -> tuple[Kept, ...]:
        """Return the records that a runner's change touched: as it left them, or as they were before it."""
        images = self._journal.images(runner_id, change_id)
        return tuple(
            value for table, row in images if table in self._shelves for _, value in self._shelves[table].read([row])
        )

    def runner_before(self, runner_id: int, change_id: int) -> Runner | None:
        """Return the runner with the settings as they were before a change; None where it touched none."""
        return self._runners.before(runner_id, change_id)

    def last_change_at(self, runner_id: int) -> dt.datetime | None:
        """Return when that change was made."""
        return self._journal.newest_at(runner_id)

    def undo(self, runner_id: int, change_id: int, at: dt.datetime) -> UndoResult:
        """Put back what a change replaced, unless one of its rows was changed again since."""
        return self._journal.undo(runner_id, change_id, at)

    def dialogue(self, runner_id: int) -> Dialogue | None:
        """Return where the runner is in a dialogue."""
        return self._runners.dialogue(runner_id)

    def save_dialogue(self, runner_id: int, dialogue: Dialogue | None) -> None:
        """Keep the runner's place in a dialogue; None ends it."""
        self._runners.save_dialogue(runner_id, dialogue)

    def save_import(self, runner_id: int, draft: ImportDraft) -> int:
        """Keep the lifts of a file until they are tapped, in the place of another file's, and return their id."""
        return self._imports.save(runner_id, draft)

    def import_of(self, runner_id: int) -> tuple[int, ImportDraft] | None:
        """Return the file's lifts that wait for the runner's tap, with their id."""
        return self._imports.of(runner_id)

    def drop_import(self, runner_id: int) -> bool:
        """Forget the file's lifts that wait; tell whether there were any."""
        return self._imports.drop(runner_id)

    def drop_expired_imports(self, at: dt.datetime) -> int:
        """Forget what waited for a tap until an instant, everybody's; tell how many."""
        return self._imports.drop_expired(at)

    def last_verdict(self, runner_id: int) -> VerdictRecord | None:
        """Return the runner's newest verdict."""
        return self.verdicts.latest(runner_id)

    def verdicts_about(self, runner_id: int, day: dt.date) -> tuple[VerdictRecord, ...]:
        """Return the runner's verdicts about a local day, newest first."""
        rows = fetch(self._db, _VERDICTS_ABOUT, [runner_id, day.isoformat()])
        return tuple(verdict for _, verdict in self.verdicts.read(rows))

    def deadlifted_at(self, runner_id: int) -> tuple[dt.datetime, ...]:
        """Return when the runner's logged deadlifts were, earliest first, without reading the lifts."""
        return tuple(_instants(row["at"] for row in fetch(self._db, _DEADLIFTED_AT, [runner_id, _DEADLIFTS])))

    def lifts_since(self, runner_id: int, at: dt.datetime) -> tuple[Lift, ...]:
        """Return the runner's logged lifts from an instant on, earliest first."""
        rows = fetch(self._db, _LIFTS_SINCE, [runner_id, stamp(at)])
        return tuple(lift for _, lift in self.lifts.read(rows))

    def plan_due(self, due: Due) -> bool:
        """Add an occurrence unless it is there already, in whatever state; tell whether it was added."""
        return self._due.plan(due)

    def due_of(self, runner_id: int, state: DueState | None = None) -> tuple[Due, ...]:
        """Return a runner's occurrences, earliest first, of one state or of all."""
        return self._due.of(runner_id, state)

    def due(self, runner_id: int, due_id: int) -> Due | None:
        """Return one occurrence, or None when the runner has none of that id."""
        return self._due.get(runner_id, due_id)

    def due_between(self, runner_id: int, first: dt.datetime, last: dt.datetime) -> tuple[Due, ...]:
        """Return a runner's occurrences with `due_at` in a span, both ends included, earliest first."""
        return self._due.between(runner_id, first, last)

    def drop_due(self, due_id: int) -> None:
        """Remove an occurrence that is still pending."""
        self._due.drop(due_id)

    def drop_pending_due(self, runner_id: int) -> None:
        """Remove a runner's occurrences that are still pending."""
        self._due.drop_pending(runner_id)

    def due_before(self, at: dt.datetime, limit: int) -> tuple[Due, ...]:
        """Return pending occurrences with `due_at` at or before an instant, earliest first."""
        return self._due.before(at, limit)

    def next_due_at(self) -> dt.datetime | None:
        """Return when the earliest pending occurrence is due."""
        return self._due.next_at()

    def settle_due(self, due_id: int, state: DueState) -> bool:
        """Move a pending occurrence to its final state; False when it was not pending any more."""
        return self._due.settle(due_id, state)

    def revive_due(self, at: dt.datetime, limit: int) -> tuple[int, ...]:
        """Let occurrences after an instant wait again that a clock ahead took for too late; tell whose they are."""
        return self._due.revive(at, limit)

    def take_doubtful_due(self, runner_id: int) -> tuple[Due, ...]:
        """Return the runner's occurrences whose message may not have arrived, and count them as told."""
        return self._due.take_doubtful(runner_id)

    def send(self, message: OutMessage) -> int:
        """Put a message into the outbox; it leaves after this transaction is committed. Returns its id."""
        return self.outbox.add(message)

    def bulk_waiting(self, most: int) -> int:
        """Return how many bulk messages (reminders) wait for their first attempt, counted up to `most`."""
        return self.outbox.bulk_waiting(most)

    def drop_bulk(self, chat_id: int) -> int:
        """Give up the bulk messages (reminders) that still wait for a chat; tell how many."""
        return self.outbox.drop_bulk(chat_id)

    def handled(self, bot_id: int, update_id: int, at: dt.datetime) -> None:
        """Mark an update of the inbox as handled."""
        self.inbox.handled(bot_id, update_id, at)

    def prune(self, before: dt.datetime) -> int:
        """Forget changes made, verdicts given or told, and occurrences whose deadline was, before an instant."""
        statements = (_OLD_VERDICTS, _OLD_TOLD_LIFTS, _OLD_WORKOUTS)
        others = (self._db.execute(statement, [stamp(before)]).rowcount for statement in statements)
        return self._journal.prune(before) + self._due.prune(before) + sum(others)


def _instants(texts: Iterable[str]) -> Iterator[dt.datetime]:
    """Yield the instants among some cells; a row that holds none is told of when it is read as a whole."""
    for text in texts:
        with suppress(ValueError):
            yield instant(text)
