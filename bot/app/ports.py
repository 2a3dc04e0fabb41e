"""The ports that the use cases need; `bot/store` implements them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from bot.app.records import (
    Derivation,
    Dialogue,
    Due,
    DueState,
    ImportDraft,
    OutMessage,
    OutState,
    Override,
    Pause,
    Queued,
    Runner,
    ToldLift,
    UndoResult,
    VerdictRecord,
)
from bot.app.workout import Workout
from bot.training.body import CheckIn, RedFlag
from bot.training.health import HealthFact
from bot.training.lifts import FixedLift, Lift, LiftChange, PlannedLift
from bot.training.runs import DatedRun, Race, WeeklyPattern

T = TypeVar("T")

Kept = (
    WeeklyPattern
    | DatedRun
    | Race
    | Lift
    | FixedLift
    | CheckIn
    | RedFlag
    | HealthFact
    | Override
    | PlannedLift
    | LiftChange
    | Pause
)
"""What stands on the shelves whose changes can be undone."""


class StoreError(Exception):
    """The storage failed; the message is one sentence that says what is wrong and what to do. Nothing was kept."""


class StoreBusy(StoreError):
    """Another program holds the database locked; trying again later can help."""


class StoreInUse(StoreError):
    """Another bot runs on the same database."""


class StoreDamaged(StoreError):
    """The file is no database, or its pages contradict each other."""


class StoreFull(StoreError):
    """There is no room left to write."""


class StoreUnwritable(StoreError):
    """The file or its folder cannot be opened for writing."""


class StoreUnsuitable(StoreError):
    """This SQLite is too old, or the file belongs to another program or to a newer version of the bot."""


class Shelf(Protocol[T]):
    """The records of one kind that belong to runners. A row of another runner is as if it were not there."""

    def of(self, runner_id: int) -> tuple[tuple[int, T], ...]:
        """Return a runner's records with their ids, oldest entry first."""

    def get(self, runner_id: int, row_id: int) -> T | None:
        """Return one record, or None when the runner has none of that id."""

    def add(self, runner_id: int, value: T) -> int:
        """Keep a new record and return its id."""

    def add_all(self, runner_id: int, values: Sequence[T]) -> None:
        """Keep many new records at once, in the time of a few."""

    def replace(self, runner_id: int, row_id: int, value: T) -> None:
        """Put another value in a record's place; KeyError when the runner has none of that id."""

    def remove(self, runner_id: int, row_id: int) -> bool:
        """Remove a record; tell whether it was there."""

    def clear(self, runner_id: int) -> int:
        """Remove all of a runner's records of this kind; tell how many."""


class Records(Protocol):
    """Everything that one transaction can read and change."""

    @property
    def patterns(self) -> Shelf[WeeklyPattern]: ...
    @property
    def dated_runs(self) -> Shelf[DatedRun]: ...
    @property
    def races(self) -> Shelf[Race]: ...
    @property
    def lifts(self) -> Shelf[Lift]: ...
    @property
    def fixed_lifts(self) -> Shelf[FixedLift]: ...
    @property
    def checkins(self) -> Shelf[CheckIn]: ...
    @property
    def red_flags(self) -> Shelf[RedFlag]: ...
    @property
    def health(self) -> Shelf[HealthFact]: ...
    @property
    def overrides(self) -> Shelf[Override]: ...
    @property
    def planned_lifts(self) -> Shelf[PlannedLift]: ...
    @property
    def lift_changes(self) -> Shelf[LiftChange]: ...
    @property
    def pauses(self) -> Shelf[Pause]: ...
    @property
    def told_lifts(self) -> Shelf[ToldLift]: ...
    @property
    def workouts(self) -> Shelf[Workout]: ...
    @property
    def verdicts(self) -> Shelf[VerdictRecord]: ...

    def runner(self, runner_id: int) -> Runner | None:
        """Return a runner, or None when the bot does not know them."""

    def runners_after(self, runner_id: int, limit: int) -> tuple[int, ...]:
        """Return the ids of the next runners above an id, in order."""

    def derivation(self) -> Derivation | None:
        """Return how far everybody's reminders were derived anew, or None before the first time."""

    def save_derivation(self, derivation: Derivation) -> None:
        """Keep how far everybody's reminders were derived anew."""

    def save_runner(self, runner: Runner) -> None:
        """Keep a runner, new or changed."""

    def delete_runner(self, runner_id: int) -> None:
        """Remove everything about a runner, for good: records, dialogue, due rows, outbox, inbox and changes."""

    def change(self, runner_id: int, at: dt.datetime) -> AbstractContextManager[int]:
        """Remember all writes of a runner's records in this block as one change that can be undone; yields its id.

        Covers shelves other than verdicts, told lifts and workouts, and the runner row (profile and reminder settings).
        """

    def last_change(self, runner_id: int) -> int | None:
        """Return the runner's newest change that is not undone."""

    def last_changes(self, runner_id: int, most: int) -> tuple[int, ...]:
        """Return the runner's newest changes that are not undone, the newest first."""

    def changed(self, runner_id: int, change_id: int) -> tuple[Kept, ...]:
        """Return the records that a change touched, as it left them, or as they were where it removed them.

        The runner row is none of them; of a change that is undone nothing is known any more.
        """

    def runner_before(self, runner_id: int, change_id: int) -> Runner | None:
        """Return the runner with the settings as they were before a change; None where it touched none of them."""

    def last_change_at(self, runner_id: int) -> dt.datetime | None:
        """Return when that change was made."""

    def undo(self, runner_id: int, change_id: int, at: dt.datetime) -> UndoResult:
        """Put back what a change replaced, unless one of its rows was changed again since (`OVERTAKEN`)."""

    def dialogue(self, runner_id: int) -> Dialogue | None:
        """Return where the runner is in a dialogue."""

    def save_dialogue(self, runner_id: int, dialogue: Dialogue | None) -> None:
        """Keep the runner's place in a dialogue; None ends it."""

    def save_import(self, runner_id: int, draft: ImportDraft) -> int:
        """Keep the lifts of a file until they are tapped, in the place of another file's, and return their id."""

    def import_of(self, runner_id: int) -> tuple[int, ImportDraft] | None:
        """Return the file's lifts that wait for the runner's tap, with their id."""

    def drop_import(self, runner_id: int) -> bool:
        """Forget the file's lifts that wait; tell whether there were any."""

    def drop_expired_imports(self, at: dt.datetime) -> int:
        """Forget what waited for a tap until an instant, everybody's; tell how many."""

    def last_verdict(self, runner_id: int) -> VerdictRecord | None:
        """Return the runner's newest verdict."""

    def verdicts_about(self, runner_id: int, day: dt.date) -> tuple[VerdictRecord, ...]:
        """Return the runner's verdicts about a local day, newest first."""

    def deadlifted_at(self, runner_id: int) -> tuple[dt.datetime, ...]:
        """Return when the runner's logged deadlifts were, earliest first, without reading the lifts."""

    def lifts_since(self, runner_id: int, at: dt.datetime) -> tuple[Lift, ...]:
        """Return the runner's logged lifts from an instant on, earliest first."""

    def plan_due(self, due: Due) -> bool:
        """Add an occurrence unless it is there already, in whatever state; tell whether it was added."""

    def due_of(self, runner_id: int, state: DueState | None = None) -> tuple[Due, ...]:
        """Return a runner's occurrences, earliest first, of one state or of all."""

    def due(self, runner_id: int, due_id: int) -> Due | None:
        """Return one occurrence, or None when the runner has none of that id."""

    def due_between(self, runner_id: int, first: dt.datetime, last: dt.datetime) -> tuple[Due, ...]:
        """Return a runner's occurrences with `due_at` in a span, both ends included, earliest first."""

    def drop_due(self, due_id: int) -> None:
        """Remove an occurrence that is still pending."""

    def drop_pending_due(self, runner_id: int) -> None:
        """Remove a runner's occurrences that are still pending."""

    def due_before(self, at: dt.datetime, limit: int) -> tuple[Due, ...]:
        """Return pending occurrences with `due_at` at or before an instant, earliest first."""

    def next_due_at(self) -> dt.datetime | None:
        """Return when the earliest pending occurrence is due."""

    def settle_due(self, due_id: int, state: DueState) -> bool:
        """Move a pending occurrence to its final state; False when it was not pending any more."""

    def revive_due(self, at: dt.datetime, limit: int) -> tuple[int, ...]:
        """Let occurrences after an instant wait again that a clock ahead took for too late; tell whose they are."""

    def take_doubtful_due(self, runner_id: int) -> tuple[Due, ...]:
        """Return the runner's occurrences whose message may not have arrived, and count them as told."""

    def send(self, message: OutMessage) -> int:
        """Put a message into the outbox; it leaves after this transaction is committed. Returns its id."""

    def bulk_waiting(self, most: int) -> int:
        """Return how many bulk messages (reminders) wait for their first attempt, counted up to `most`."""

    def drop_bulk(self, chat_id: int) -> int:
        """Give up the bulk messages (reminders) that still wait for a chat; tell how many."""

    def handled(self, bot_id: int, update_id: int, at: dt.datetime) -> None:
        """Mark an update of the inbox as handled."""

    def prune(self, before: dt.datetime) -> int:
        """Forget changes made, verdicts given or told, workouts left, and occurrences overdue, before an instant.

        Tells how many.
        """


class Store(Protocol):
    """The records behind one writer."""

    async def run(self, work: Callable[[Records], T]) -> T:
        """Run work in one immediate transaction on the writer's thread; an exception rolls everything back."""


class Inbox(Protocol):
    """Updates received from Telegram, kept before they are handled."""

    async def receive(self, bot_id: int, updates: Mapping[int, str], at: dt.datetime) -> frozenset[int]:
        """Keep the payloads of updates by their ids, all or none; return the ids that were not received before."""

    async def unhandled(self, bot_id: int) -> Sequence[tuple[int, str, int]]:
        """Return (update_id, payload, attempts) of updates not handled yet, in order."""

    async def attempt(self, bot_id: int, update_id: int) -> int:
        """Count one more attempt at handling an update and return the number."""

    async def prune(self, before: dt.datetime) -> int:
        """Forget updates handled before an instant; tell how many."""


class Outbox(Protocol):
    """Messages on their way out."""

    async def take(self, limit: int, at: dt.datetime, *, skip: frozenset[int]) -> Sequence[Queued]:
        """Return messages to send, answers before bulk, oldest first, without those to the chats in `skip`.

        These are the `pending` ones and the `unknown` ones with one attempt; expired ones are settled, not returned.
        """

    async def sending(self, ids: Sequence[int]) -> None:
        """Commit that the calls are about to be made, counting an attempt for each."""

    async def settle(self, message_id: int, state: OutState, at: dt.datetime, *, error: str | None = None) -> None:
        """Commit what became of a message.

        Back to `pending`, after an error that proves it did not arrive, takes its attempt back. The occurrence of a
        reminder that is given up although it may not have arrived becomes `unknown`.
        """

    async def recover(self) -> int:
        """At start: what was `sending` when the process died becomes `unknown`; tell how many."""

    async def unreachable(self, chat_id: int) -> None:
        """Telegram refuses messages to this chat: stop its reminders, keep its data."""

    async def moved(self, old_chat_id: int, new_chat_id: int) -> None:
        """A group became a supergroup: messages and data follow."""

    async def prune(self, before: dt.datetime) -> int:
        """Forget settled messages from before an instant; tell how many."""


class FileIds(Protocol):
    """Telegram's ids of files that the bot uploaded once, by the hash of their content."""

    async def get(self, bot_id: int, digest: str) -> str | None:
        """Return the id under which Telegram knows a content, or None."""

    async def put(self, bot_id: int, digest: str, file_id: str) -> None:
        """Keep an id; a newer one takes the older one's place."""
