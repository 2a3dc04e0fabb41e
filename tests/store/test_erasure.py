"""A person who is deleted leaves no trace: not in any table, not in the bytes of any file."""

import json
import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.app.ports import Records
from bot.app.records import Dialogue, OutState, Override, Runner
from bot.store import SqliteStore, erasure, open_store
from bot.training.body import FlagLevel, Pain, RedFlag
from bot.training.lifts import Exercise, Lift, LiftSet
from bot.training.profile import Profile
from bot.training.runs import Race
from tests.store.samples import ANN, BEN, DRAFT, NOON, PAIRS, SHELVES, greet, message, occurrence, shelf

BOT = 7001
MARK = "zyxwvut"  # in every text of Ann's


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(path)
    await opened.run(greet)
    yield opened
    await opened.close()


def bytes_of(folder: Path) -> bytes:
    """Return the bytes of the database and of whatever lies beside it."""
    return b"".join(found.read_bytes() for found in sorted(folder.iterdir()))


def update_from(user: int, text: str) -> str:
    """Return an update with a message from a person in their private chat."""
    return json.dumps({"update_id": 1, "message": {"from": {"id": user}, "chat": {"id": 1000 + user}, "text": text}})


def live(who: int, mark: str, round_: int, records: Records) -> None:
    """Let a person use everything that keeps something: add, change, remove, talk, get reminders and answers."""
    with records.change(who, NOON):
        for name in SHELVES:
            shelf(records, name).add(who, PAIRS[name][round_ % 2])
        lift = Lift(
            at=NOON, exercise=Exercise.SUMO, sets=(LiftSet(reps=3),) * (round_ % 9), text=f"{mark} {round_}" * 30
        )
        ids = [records.lifts.add(who, lift) for _ in range(4)]
        records.lifts.replace(who, ids[0], replace(lift, text=f"short {mark}"))
        records.lifts.remove(who, ids[1])
        records.races.add(who, Race(date=NOON.date(), distance_km=5.0, name=mark * (round_ + 1)))
        records.checkins.add(who, Pain(at=NOON, level=3, text=mark))
        records.overrides.add(who, Override(at=NOON, day=NOON.date(), codes=(mark,)))
        records.red_flags.add(who, RedFlag(at=NOON, level=FlagLevel.URGENT, phrase=mark))
        runner = records.runner(who)
        assert runner is not None
        records.save_runner(replace(runner, profile=Profile(equipment=(mark, str(round_)))))
    records.save_dialogue(who, Dialogue(name="log", step="sets", draft={"text": f"{mark} {round_}"}))
    records.save_import(who, DRAFT)
    records.plan_due(occurrence(who, item=f"{mark} {round_}"))
    records.send(message(1000 + who, payload={"text": mark * 50}, document=mark.encode() * 3000))


def delete(who: int, records: Records) -> None:
    """Delete a person."""
    records.delete_runner(who)


async def test_nothing_of_a_deleted_person_is_left_in_any_table_or_file(store: SqliteStore, path: Path) -> None:
    for round_ in range(30):
        for who, mark in ((ANN.id, MARK), (BEN.id, "bens text")):
            await store.run(partial(live, who, mark, round_))
            await store.inbox.receive(BOT, {who * 1000 + round_: update_from(who, mark)}, NOON)
    await store.outbox.sending([queued.id for queued in await store.outbox.take(20, NOON, skip=frozenset())])
    assert MARK.encode() in bytes_of(path.parent)

    def delete_as_asked(records: Records) -> None:
        delete(ANN.id, records)
        records.handled(BOT, ANN.id * 1000 + 29, NOON)

    await store.run(delete_as_asked)

    assert MARK.encode() not in bytes_of(path.parent)
    assert b"bens text" in bytes_of(path.parent)
    assert cells_that_name(path, {ANN.id, ANN.chat_id}) == []


def cells_that_name(path: Path, ids: set[int]) -> list[tuple[str, object]]:
    """Return every cell of every table that holds a person's id or chat, save the numbers of rows."""
    with closing(sqlite3.connect(path)) as reader:
        reader.row_factory = sqlite3.Row
        tables = [row["name"] for row in reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return [
            (f"{table}.{column}", row[column])
            for table in tables
            for row in reader.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # names from the schema itself
            for column in row.keys()  # noqa: SIM118  # a Row is no mapping
            if column in {"runner_id", "user_id", "chat_id"} and row[column] in ids
        ]


async def test_no_shelf_keeps_a_row_of_a_deleted_person(store: SqliteStore) -> None:
    await store.run(partial(live, ANN.id, MARK, 0))
    kept = await store.run(lambda records: [name for name in SHELVES if shelf(records, name).of(ANN.id)])
    await store.run(partial(delete, ANN.id))

    assert kept == list(SHELVES)
    assert await store.run(lambda records: [name for name in SHELVES if shelf(records, name).of(ANN.id)]) == []


async def test_the_rest_of_the_people_keep_everything(store: SqliteStore) -> None:
    for who in (ANN, BEN):
        await store.run(partial(live, who.id, "mark", 0))
    before = await store.run(lambda records: [shelf(records, name).of(BEN.id) for name in SHELVES])

    await store.run(lambda records: records.delete_runner(ANN.id))

    assert await store.run(lambda records: [shelf(records, name).of(BEN.id) for name in SHELVES]) == before
    assert await store.run(lambda records: records.runners_after(0, 9)) == (BEN.id,)
    assert len(await store.outbox.take(9, NOON, skip=frozenset())) == 1
    assert len(await store.run(lambda records: records.due_before(NOON, 9))) == 1


@pytest.mark.parametrize("deleted_first", [True, False])
async def test_the_update_that_asked_for_deletion_stays_handled(store: SqliteStore, *, deleted_first: bool) -> None:
    await store.inbox.receive(BOT, {1: update_from(ANN.id, "/delete")}, NOON)
    await store.inbox.receive(BOT, {2: update_from(ANN.id, "one more thing")}, NOON)

    def delete_as_asked(records: Records) -> None:
        steps = [partial(records.delete_runner, ANN.id), partial(records.handled, BOT, 1, NOON)]
        for step in steps if deleted_first else reversed(steps):
            step()

    await store.run(delete_as_asked)

    assert await store.inbox.unhandled(BOT) == ()
    assert await store.inbox.receive(BOT, {1: update_from(ANN.id, "/delete")}, NOON) == frozenset()


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"from": {"id": ANN.id}, "text": MARK}},
        {"callback_query": {"from": {"id": ANN.id}, "message": {"chat": {"id": -5}}, "data": MARK}},
        {"my_chat_member": {"from": {"id": ANN.id}, "chat": {"id": -5}, "text": MARK}},
        {"poll_answer": {"user": {"id": ANN.id}, "poll_id": MARK}},
        {"edited_message": {"chat": {"id": ANN.chat_id}, "text": MARK}},
    ],
)
async def test_updates_of_every_sort_are_known_as_a_persons(
    store: SqliteStore, path: Path, update: dict[str, object]
) -> None:
    await store.inbox.receive(BOT, {1: json.dumps({"update_id": 1, **update})}, NOON)

    await store.run(lambda records: records.delete_runner(ANN.id))

    assert await store.inbox.unhandled(BOT) == ()
    assert MARK.encode() not in bytes_of(path.parent)


async def test_what_was_handled_or_sent_is_emptied_at_once(store: SqliteStore, path: Path) -> None:
    await store.inbox.receive(BOT, {1: update_from(ANN.id, MARK)}, NOON)
    await store.run(lambda records: records.handled(BOT, 1, NOON))
    sent = await store.run(lambda records: records.send(message(-5, payload={"text": MARK}, document=MARK.encode())))
    await store.outbox.sending([sent])
    await store.outbox.settle(sent, OutState.SENT, NOON)

    await store.close()

    assert MARK.encode() not in bytes_of(path.parent)


async def test_deleting_somebody_whom_the_bot_does_not_know_is_no_error(store: SqliteStore) -> None:
    await store.run(lambda records: records.delete_runner(999))

    assert await store.run(lambda records: records.runners_after(0, 9)) == (ANN.id, BEN.id)


async def test_rows_that_moved_between_pages_leave_no_copies_in_free_space(store: SqliteStore, path: Path) -> None:
    people = [replace(ANN, id=100 + number, chat_id=1100 + number) for number in range(12)]
    dice = random.Random(2)  # noqa: S311  # a life that is the same in every run
    for person in people:
        await store.run(partial(keep, person))
    for _ in range(400):
        who = dice.choice(people).id
        await store.run(partial(rewrite, who, f"<{MARK}{who}>", dice))

    left = {}
    for person in people:
        await store.run(partial(delete, person.id))
        left[person.id] = bytes_of(path.parent).count(f"<{MARK}{person.id}>".encode())

    assert left == dict.fromkeys(left, 0)


def keep(person: Runner, records: Records) -> None:
    """Let the bot know a person."""
    records.save_runner(person)


def rewrite(who: int, mark: str, dice: random.Random, records: Records) -> None:
    """Let rows grow, shrink and go, so that pages overflow and are balanced."""
    ids = [row_id for row_id, _ in records.lifts.of(who)]
    lift = Lift(at=NOON, exercise=Exercise.SUMO, sets=(), text=mark * dice.randint(1, 60))
    records.lifts.add(who, lift)
    if ids and dice.random() < 0.6:
        records.lifts.replace(who, dice.choice(ids), lift)
    if ids and dice.random() < 0.4:
        records.lifts.remove(who, dice.choice(ids))
    records.races.add(who, Race(date=NOON.date(), distance_km=1.0, name=mark * dice.randint(1, 400)))
    records.save_dialogue(who, Dialogue(name="log", step="sets", draft={"text": mark * dice.randint(1, 300)}))


async def test_a_reader_that_holds_the_log_delays_cutting_it_and_not_the_deletion(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await store.run(partial(live, ANN.id, MARK, 0))
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM lifts").fetchone()
        await store.run(lambda records: records.delete_runner(ANN.id))
        await store.run(lambda records: records.runners_after(0, 9))
        assert [record.levelname for record in caplog.records] == ["WARNING"]
        assert "Another program reads the database" in caplog.text

    await store.run(lambda records: records.runners_after(0, 9))

    assert MARK.encode() not in bytes_of(path.parent)


async def test_a_process_that_dies_right_after_a_deletion_erases_the_traces_at_its_next_start(path: Path) -> None:
    first = await open_store(path)
    await first.run(greet)
    await first.run(partial(live, ANN.id, MARK, 0))
    await first.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as died:
        for setting in ("secure_delete = OFF", "foreign_keys = ON"):  # off: traces for certain
            died.execute(f"PRAGMA {setting}")
        for statement in ("DELETE FROM outbox", "DELETE FROM runners", erasure.OWE):
            died.execute(statement)
    assert MARK.encode() in bytes_of(path.parent)

    await (await open_store(path)).close()

    assert MARK.encode() not in bytes_of(path.parent)


async def test_a_rebuild_that_fails_is_told_and_the_bot_goes_on(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    def begin_reading(records: Any) -> sqlite3.Cursor:
        """Leave a statement unfinished, beside which SQLite refuses to rebuild."""
        cursor: sqlite3.Cursor = records._db.conn.execute("SELECT id FROM runners")
        cursor.fetchone()
        return cursor

    unfinished = await store.run(begin_reading)
    for who in (ANN, BEN):
        await store.run(partial(delete, who.id))

    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "the next start will try" in caplog.text
    assert await store.run(lambda records: records.runners_after(0, 9)) == ()
    del unfinished
