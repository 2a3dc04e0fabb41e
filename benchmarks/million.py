"""A bot with a million runners against one with a thousand: python -m benchmarks.million [--people N].

Everybody lifts on Monday at 20:00 UTC and is reminded at seven. Each bot is measured in a process of its own: how long
it takes to open the database and to begin to dispatch, how long it takes to find what is due, and its memory.
"""

import argparse
import asyncio
import datetime as dt
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from bot.app.ports import Records
from bot.library.library import Library, load_library
from bot.local.service import LocalTelegram
from bot.reminders.dispatcher import BATCH
from bot.settings import CONTENT
from tests.e2e.seeding import MONDAY, database, seed
from tests.serving import serving

SMALL = 1000
ROUNDS = 200
TABLES = ("runners", "fixed_lifts", "due")
SATURDAY = MONDAY - dt.timedelta(days=2)


async def fill(folder: Path, people: int) -> None:
    """Keep so many runners: one as a bot leaves them, and copies of that one."""
    await seed(folder, {1: dt.time(7)})
    with closing(sqlite3.connect(database(folder))) as db:
        for table in TABLES:
            db.execute(_copies(db, table), [people])
        db.commit()


def _copies(db: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    whose = "id" if table == "runners" else "runner_id"
    own = {whose: "who", "chat_id": "who"} | ({} if table == "runners" else {"id": "NULL"})
    values = ", ".join(own.get(name, name) for name in columns)
    people = "WITH RECURSIVE people(who) AS (SELECT 2 UNION ALL SELECT who + 1 FROM people WHERE who < ?)"
    source = f"{values} FROM people, {table} WHERE {table}.{whose} = 1"
    return f"{people} INSERT INTO {table} ({', '.join(columns)}) SELECT {source}"


async def measure(folder: Path) -> dict[str, float]:
    """Start a bot twice and ask what is due: the first start begins to derive everybody's reminders anew."""
    library = load_library(CONTENT)
    first, _ = await _started(folder, library)
    with closing(sqlite3.connect(database(folder))) as db:
        db.execute("UPDATE derivation SET reached = NULL")
        db.commit()
    again, found = await _started(folder, library)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"start after a change of rules, s": first, "start, s": again, "due found, ms": found, "memory, MiB": peak}


async def _started(folder: Path, library: Library) -> tuple[float, float]:
    """Return how many seconds a start takes, and how many milliseconds it takes to find what is due on Monday."""
    server, begun = LocalTelegram(now=lambda: SATURDAY), time.perf_counter()
    async with serving(server, database(folder), library, lambda: SATURDAY) as (_, store):
        started = time.perf_counter() - begun
        return started, await store.run(_found)


def _found(records: Records) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        due = records.due_before(MONDAY + dt.timedelta(hours=7), BATCH)
        records.next_due_at()
        times.append(time.perf_counter() - begun)
        if len(due) != BATCH:
            raise AssertionError(f"{len(due)} are due")
    return median(times) * 1000


def main() -> None:
    """Measure both, each in a process of its own, and print them side by side."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.folder is not None:
        print(json.dumps(asyncio.run(measure(arguments.folder))))
        return
    small, large = (_apart(people) for people in (SMALL, arguments.people))
    print(f"| | {SMALL:,} runners | {arguments.people:,} runners | ratio |\n|---|---|---|---|")
    for name, value in small.items():
        print(f"| {name} | {value:.3g} | {large[name]:.3g} | {large[name] / value:.2f} |")


def _apart(people: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(fill(Path(name), people))
        command = [sys.executable, "-m", "benchmarks.million", "--folder", name]
        figures: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)  # noqa: S603 - this program
        return figures


if __name__ == "__main__":
    main()
