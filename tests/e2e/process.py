"""`python -m bot` in a process of its own."""

import asyncio
import datetime as dt
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from tests.e2e.forking import Order
from tests.e2e.forks import Fork

ROOT = Path(__file__).parents[2]
SECRET_HALF = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"  # noqa: S105 - opens nothing: its server is in this process
TOKEN = f"123456789:{SECRET_HALF}"
PATIENCE_S = 30.0
"""How long a condition may take that takes a moment on an idle machine."""

START_S = 90.0
"""How long a start may take where much else runs."""


ENVIRONMENT = {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TZ": "UTC"}


class BotProcess:
    """A bot that runs in a folder of its own; what it prints goes to files there.

    `started_at` is the loop's time, a moment before the process began.
    """

    def __init__(self, process: asyncio.subprocess.Process | Fork, *, out: Path, err: Path, started_at: float) -> None:
        self._process = process
        self._out = out
        self._err = err
        self.started_at = started_at

    @classmethod
    async def start(
        cls,
        folder: Path,
        variables: dict[str, str],
        *,
        typed: bool = False,
        through: Sequence[str] = (),
    ) -> Self:
        """Start a bot that sees only these variables; `typed` opens a pipe to `type` lines into.

        `through` is a command that runs it.
        """
        out, err = _new_files(folder)
        started_at = asyncio.get_running_loop().time()
        with out.open("wb") as stdout, err.open("wb") as stderr:
            process = await asyncio.create_subprocess_exec(
                *through,
                sys.executable,
                "-m",
                "bot",
                cwd=folder,
                env=ENVIRONMENT | variables,
                stdin=asyncio.subprocess.PIPE if typed else asyncio.subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
            )
        return cls(process, out=out, err=err, started_at=started_at)

    @classmethod
    async def fork(cls, folder: Path, variables: dict[str, str], *, forks: Path) -> Self:
        """Start a bot that sees only these variables from the process with the socket `forks`."""
        out, err = _new_files(folder)
        for file in (out, err):
            file.touch()
        started_at = asyncio.get_running_loop().time()
        order = Order(folder=str(folder), variables=ENVIRONMENT | variables, out=str(out), err=str(err))
        return cls(await Fork.start(forks, order), out=out, err=err, started_at=started_at)

    @property
    def printed(self) -> str:
        """Return what came on standard output so far."""
        return self._out.read_text(encoding="utf-8")

    @property
    def logged(self) -> str:
        """Return what came on standard error so far."""
        return self._err.read_text(encoding="utf-8")

    @property
    def pid(self) -> int:
        """Return the id of the process."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Tell whether the process has not ended."""
        return self._process.returncode is None

    async def type(self, *lines: str) -> None:
        """Write lines into the bot's standard input."""
        assert self._process.stdin is not None
        self._process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        await self._process.stdin.drain()

    def end_input(self) -> None:
        """Close the bot's standard input."""
        assert self._process.stdin is not None
        self._process.stdin.close()

    async def ended(self, *, within: float = PATIENCE_S) -> int:
        """Wait until the process has ended and return its exit code."""
        try:
            async with asyncio.timeout(within):
                return await self._process.wait()
        except TimeoutError:
            raise AssertionError(f"the bot still ran after {within} s; it said: {self.logged}") from None

    async def stop(self, number: signal.Signals = signal.SIGTERM, *, within: float = PATIENCE_S) -> int:
        """Send a signal, wait for the end and return the exit code."""
        self._process.send_signal(number)
        return await self.ended(within=within)

    async def kill(self) -> None:
        """Kill the process, unless it has ended."""
        if self.runs:
            self._process.kill()
        await self._process.wait()

    async def until(self, reached: Callable[[], bool], *, within: float = PATIENCE_S, every_s: float = 0.02) -> None:
        """Wait until a condition holds, but not when the process has ended meanwhile."""
        try:
            async with asyncio.timeout(within):
                while not reached() and self.runs:  # noqa: ASYNC110 - another process tells nobody what it does
                    await asyncio.sleep(every_s)
        except TimeoutError:
            pass
        if not reached():
            raise AssertionError(f"waited in vain; exit code {self._process.returncode}: {self.printed}{self.logged}")


def _new_files(folder: Path) -> tuple[Path, Path]:
    number = len(list(folder.glob("*.out")))
    return folder / f"{number}.out", folder / f"{number}.err"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def faketime() -> Path | None:
    """Return the library that gives a process a clock of its own, or None where it is not installed."""
    return next(iter(sorted(Path(os.sep, "usr", "lib").glob("*/faketime/libfaketimeMT.so.1"))), None)


def faked(library: Path, at: dt.datetime, *, speed: int) -> dict[str, str]:
    """Return the variables that let a process's clock begin at an instant and run so many times as fast."""
    return {"LD_PRELOAD": str(library), "FAKETIME": f"@{at.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S} x{speed}"}
