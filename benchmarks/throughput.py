"""How many updates a second the bot answers beside a bare echo bot: python -m benchmarks.throughput [--updates N].

All bots run one after the other on one core against the same Bot API server on another, which answers at once or after
50 ms. The bot decides each `/today` anew for a runner with a week of runs, stores it and answers it; the echo bots only
send the text back. aiogram is measured where it is installed, with uvloop where that is. Beside other work only the
processor time of an update and its ratio mean anything.
"""

import argparse
import asyncio
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from benchmarks.throughput_server import TOKEN
from bot import clock
from bot.app.ports import Records
from bot.app.records import Runner
from bot.service import PREPARE_AFTER_S
from bot.store import open_store
from bot.training.profile import Profile
from bot.training.runs import RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

ROOT = Path(__file__).parents[1]
SERVER_CORE, BOT_CORE = 0, 1
LATENCIES = (0.0, 0.05)
SINGLES = 200
PATIENCE_S = 120.0
PREPARED_S = PREPARE_AFTER_S + 10.0
"""The bot prepares its search half a minute after the start, which takes some seconds once."""

WARM_UP_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A bot to measure: how it is started, and what people write to it."""

    name: str
    command: Sequence[str]
    text: str
    warm_up_s: float = WARM_UP_S


def subjects() -> Iterator[Subject]:
    """Yield what is measured, the baseline first."""
    for name in ("ptb", "ptb-32", *(("aiogram",) if importlib.util.find_spec("aiogram") else ())):
        yield Subject(name=f"echo: {name}", command=("-m", "benchmarks.throughput_echo", name), text="hello")
    yield Subject(name="the bot: /today", command=("-m", "bot"), text="/today", warm_up_s=PREPARED_S)


def _on(core: int) -> None:
    os.sched_setaffinity(0, {core})


@contextmanager
def process(command: Sequence[str], core: int, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """Run a Python program on one core inside this block."""
    running = subprocess.Popen(  # noqa: S603 - our own programs
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "TZ": "UTC", **variables},
        preexec_fn=lambda: _on(core),  # noqa: PLW1509 - no threads yet
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield running
    finally:
        running.terminate()
        running.wait(timeout=PATIENCE_S)


def asked(url: str) -> dict[str, Any]:
    """Return what the server says of itself."""
    with urlopen(url, timeout=PATIENCE_S) as answer:  # noqa: S310 - our own server
        return dict(json.load(answer))


async def seed(file: Path, runners: int) -> None:
    """Make everybody known who is going to write, with a week of five runs."""
    days = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.SUN)
    kinds = (RunKind.EASY, RunKind.INTERVALS, RunKind.EASY, RunKind.TEMPO, RunKind.LONG)
    week = tuple(WeeklyRun(weekday=day, run=RunSpec(kind=kind)) for day, kind in zip(days, kinds, strict=True))
    pattern = WeeklyPattern(valid_from=None, runs=week)

    def add(records: Records) -> None:
        for person in range(1, runners + 1):
            profile = Profile(timezone="Europe/Berlin", timezone_known=True)
            records.save_runner(Runner(id=person, chat_id=person, created_at=clock.now(), profile=profile))
            records.patterns.add(person, pattern)

    store = await open_store(file)
    await store.run(add)
    await store.close()


def written(url: str, *, first: int, people: int, text: str) -> dict[str, Any]:
    """Let people write, wait until all are answered, and return what the server saw."""
    query = urlencode({"first": first, "people": people, "text": text})
    urlopen(Request(f"{url}/control/write?{query}", method="POST"), timeout=PATIENCE_S).close()  # noqa: S310 - the same
    deadline = time.monotonic() + PATIENCE_S
    while (state := asked(f"{url}/control/state"))["answered"] < people:
        if time.monotonic() > deadline:
            raise TimeoutError(f"only {state['answered']} of {people} were answered")
        time.sleep(0.005 if people == 1 else 0.2)
    return state


def processor_s(process_id: int) -> float:
    """Return how much processor time a process has used, its threads and the system's work for it included."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came out: updates a second and processor time of each, a single answer's times, calls an answer."""

    rate: float
    processor_ms: float
    median_ms: float
    late_ms: float
    calls: float

    def row(self, baseline: "Measured") -> str:
        """Return the figures beside those of the baseline."""
        rate = f"{self.rate:10.0f} {self.rate / baseline.rate:6.2f}"
        processor = f"{self.processor_ms:7.2f} ms {baseline.processor_ms / self.processor_ms:6.2f}"
        return f"{rate} {processor} {self.median_ms:5.1f} ms {self.late_ms:5.1f} ms {self.calls:6.2f}"


def measured(subject: Subject, latency_s: float, updates: int) -> Measured:
    """Run one bot against the server."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        file = Path(folder) / "bot.db"
        asyncio.run(seed(file, updates + SINGLES + 1))
        serving = stack.enter_context(process(("-m", "benchmarks.throughput_server", str(latency_s)), SERVER_CORE))
        url = f"http://127.0.0.1:{serving.stdout.readline().strip() if serving.stdout else 0}"
        variables = {
            "BOT_API_URL": url,
            "TELEGRAM_API_URL": url,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "DATABASE_URL": f"sqlite:///{file}",
            "MESSAGES_PER_SECOND": "10000",
            "LOG_LEVEL": "ERROR",
        }
        bot = stack.enter_context(process(subject.command, BOT_CORE, **variables))
        # The first answer is that of a bot that has just started.
        written(url, first=updates + SINGLES + 1, people=1, text=subject.text)
        time.sleep(subject.warm_up_s)
        before_s = processor_s(bot.pid)
        flood = written(url, first=1, people=updates, text=subject.text)
        used_s = processor_s(bot.pid) - before_s
        singles = sorted(
            written(url, first=updates + number, people=1, text=subject.text)["took_s"][0] * 1000
            for number in range(1, SINGLES + 1)
        )
    return Measured(
        rate=updates / flood["span_s"],
        processor_ms=used_s / updates * 1000,
        median_ms=statistics.median(singles),
        late_ms=singles[len(singles) * 99 // 100],
        calls=flood["calls"] / updates,
    )


def main() -> None:
    """Measure everybody and print the ratios to the first."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--updates", type=int, default=2000, help="how many people write at the same time")
    updates = parser.parse_args().updates
    head = f"{'updates/s':>10} {'ratio':>6} {'processor':>10} {'ratio':>6} {'median':>8} {'p99':>8} {'calls':>6}"
    sys.stdout.write(f"{'API':>6} {'bot':<18} {head}\n")
    for latency_s in LATENCIES:
        baseline: Measured | None = None
        for subject in subjects():
            found = measured(subject, latency_s, updates)
            baseline = baseline or found
            sys.stdout.write(f"{latency_s * 1000:3.0f} ms {subject.name:<18} {found.row(baseline)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
