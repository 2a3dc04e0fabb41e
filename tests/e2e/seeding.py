"""A database with people who are reminded, written without a conversation, and what it says afterwards."""

import datetime as dt
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from bot.app.ports import Records
from bot.app.records import ReminderSettings, Runner
from bot.app.reminders import replan
from bot.library.library import load_thresholds
from bot.settings import CONTENT
from bot.store import open_store
from bot.training.lifts import FixedLift
from bot.training.time import Weekday

MONDAY = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
LIFT = FixedLift(weekday=Weekday.MON, time=dt.time(20))


def database(folder: Path) -> Path:
    """Return the database of a bot that runs in a folder."""
    return folder / "data" / "bot.db"


async def seed(folder: Path, reminded: Mapping[int, dt.time]) -> None:
    """Keep people, by their ids, who lift on Monday at 20:00 UTC and are reminded at these times."""
    limits = load_thresholds(CONTENT / "thresholds.toml")

    def keep(records: Records) -> None:
        for person, time in reminded.items():
            wishes = ReminderSettings(
                morning=time, warmup_min=None, alert=False, after=False, sore=False, taper=False, back=False
            )
            known_since = MONDAY - dt.timedelta(days=1)
            records.save_runner(Runner(id=person, chat_id=person, created_at=known_since, reminders=wishes))
            records.fixed_lifts.add(person, LIFT)
            replan(records, person, now=known_since, limits=limits)

    store = await open_store(database(folder))
    await store.run(keep)
    await store.close()


def copied(folder: Path, statement: str) -> list[tuple[object, ...]]:
    """Ask a copy of the database, so that nothing is recovered or written in the one that a bot was killed on."""
    with tempfile.TemporaryDirectory() as name:
        for file in database(folder).parent.glob("bot.db*"):
            shutil.copy(file, name)
        with closing(sqlite3.connect(Path(name) / "bot.db")) as db:
            return db.execute(statement).fetchall()


def out_states(folder: Path) -> Counter[str]:
    """Count the outgoing messages by state."""
    return Counter(str(state) for (state,) in copied(folder, "SELECT state FROM outbox"))


def in_doubt(folder: Path) -> set[int]:
    """Return the people whose reminder may not have arrived."""
    return {int(str(person)) for (person,) in copied(folder, "SELECT runner_id FROM due WHERE state = 'unknown'")}


def waiting(folder: Path) -> int:
    """Return how many reminders of Monday are not settled, and how many messages may still be sent."""
    due = f"SELECT count(*) FROM due WHERE state = 'pending' AND local_date = '{MONDAY:%Y-%m-%d}'"  # noqa: S608
    out = "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending') OR (state = 'unknown' AND attempts = 1)"
    return sum(int(str(count)) for statement in (due, out) for (count,) in copied(folder, statement))
