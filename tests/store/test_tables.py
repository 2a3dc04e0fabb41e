"""The tables as they are: strict, mirrored by the dataclasses, and indexed for what is asked of them."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import fields
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.app.records import Due, OutMessage, Override, ReminderSettings, VerdictRecord
from bot.app.workout import Workout
from bot.store import due, inbox, journal, open_store, outbox, records, runners
from bot.store.tables import existing
from bot.training.body import RedFlag
from bot.training.health import HealthFact
from bot.training.lifts import FixedLift, Lift, PlannedLift
from bot.training.profile import Profile
from bot.training.runs import DatedRun, Race, WeeklyPattern

MIRRORS = {
    "weekly_patterns": WeeklyPattern,
    "dated_runs": DatedRun,
    "races": Race,
    "lifts": Lift,
    "fixed_lifts": FixedLift,
    "red_flags": RedFlag,
    "health": HealthFact,
    "overrides": Override,
    "planned_lifts": PlannedLift,
    "workouts": Workout,
    "verdicts": VerdictRecord,
    "due": Due,
    "outbox": OutMessage,
    "runners": Profile,
}


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    """Open the file of a new store, with a connection of the test's own."""
    await (await open_store(tmp_path / "bot.db")).close()
    with Database(tmp_path / "bot.db") as opened:
        yield opened


@pytest.mark.parametrize(("table", "kind"), MIRRORS.items())
def test_every_field_has_a_column(db: Database, table: str, kind: type) -> None:
    assert {field.name for field in fields(kind)} <= set(db.table(table).columns_dict)


def test_every_reminder_setting_has_a_column(db: Database) -> None:
    wanted = {f"remind_{field.name}" for field in fields(ReminderSettings)}

    assert {name for name in db.table("runners").columns_dict if name.startswith("remind_")} == wanted


def test_every_table_is_strict(db: Database) -> None:
    assert [table.name for table in db.tables if not table.strict and table.name != "sqlite_sequence"] == []


def test_every_table_of_a_runner_goes_with_them(db: Database) -> None:
    for table in db.tables:
        if "runner_id" in table.columns_dict:
            (key,) = table.foreign_keys
            assert (key.other_table, key.on_delete) == ("runners", "CASCADE"), table.name


def test_a_mistyped_table_is_an_error_and_not_created(db: Database) -> None:
    with pytest.raises(LookupError, match="lfits"):
        existing(db, "lfits")

    assert "lfits" not in db.table_names()


def test_a_text_that_is_no_json_is_refused_by_the_table(db: Database) -> None:
    db.execute("PRAGMA foreign_keys = OFF")

    with pytest.raises(sqlite3.IntegrityError, match="json_valid"):
        db.table("weekly_patterns").insert({"runner_id": 1, "valid_from": None, "runs": "not JSON"})


@pytest.mark.parametrize(
    ("statement", "parameters", "index"),
    [
        (due._PENDING_BEFORE, ["2026", 9], "due_in_state"),
        (due._NEXT_PENDING, [], "due_in_state"),
        (due._OF_RUNNER_IN_STATE, [1, "pending"], "due_of_runner"),
        (due._OF_RUNNER_BETWEEN, [1, "2026", "2027"], "due_of_runner"),
        (outbox._WAITING, {"skip": "[]", "limit": 9}, "outbox_waiting"),
        (outbox._EXPIRE, {"at": "2026"}, "outbox_expiring"),
        (outbox._BULK_WAITING, [9], "outbox_waiting"),
        (outbox._RECOVER, [], "outbox_sending"),
        (outbox._PRUNE, ["2026"], "outbox_settled"),
        (outbox._PRUNE_UNDATED, [], "outbox_settled"),
        (outbox._NO_REMINDERS, [1], "due_of_runner"),
        (due._PRUNE, ["2026"], "due_by_deadline"),
        (due._REVIVE, ["2026", 9], "due_in_state"),
        (journal._PRUNE, ["2026"], "changes_by_at"),
        (records._OLD_VERDICTS, ["2026"], "verdicts_by_at"),
        (records._OLD_TOLD_LIFTS, ["2026"], "told_lifts_by_at"),
        (records._OLD_WORKOUTS, ["2026"], "workouts_by_touched_at"),
        (runners._AFTER, [0, 9], "PRIMARY KEY"),
        (records._VERDICTS_ABOUT, [1, "2026-03-04"], "verdicts_about_day"),
        (inbox._UNHANDLED, [1], "inbox_waiting"),
        (inbox._PRUNE, ["2026"], "inbox_handled"),
    ],
)
def test_what_is_asked_often_is_answered_by_an_index_without_sorting(
    db: Database, statement: str, parameters: list[object] | dict[str, object], index: str
) -> None:
    plan = [row["detail"] for row in db.query("EXPLAIN QUERY PLAN " + statement, parameters)]

    assert any(index in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan
