"""Bots that are forks of one process which has read everything (see `forking`)."""

import asyncio
import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from tests.e2e.forking import Order


class Fork:
    """A bot's process, with what `asyncio.subprocess.Process` says of one."""

    stdin = None

    def __init__(self, pid: int, end: asyncio.Task[int]) -> None:
        self.pid = pid
        self._end = end

    @classmethod
    async def start(cls, forks: Path, order: Order) -> Self:
        """Start a bot; `forks` is the socket of the process that it is a fork of."""
        reader, writer = await asyncio.open_unix_connection(forks)
        writer.write(f"{json.dumps(order)}\n".encode())
        await writer.drain()
        return cls(int(await reader.readline()), asyncio.create_task(_ended(reader, writer)))

    @property
    def returncode(self) -> int | None:
        """Return the exit code, or None while the process runs."""
        return self._end.result() if self._end.done() else None

    async def wait(self) -> int:
        """Wait for the end and return the exit code."""
        return await asyncio.shield(self._end)

    def send_signal(self, number: int) -> None:
        """Send a signal to the process, which runs."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill the process, which runs."""
        self.send_signal(signal.SIGKILL)


async def _ended(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
    code = int(await reader.readline())
    writer.close()
    await writer.wait_closed()
    return code


def forks_in(folder: Path, variables: Mapping[str, str], *, run: int) -> Path:
    """Return the socket of the process that the bots of a run are forks of; its folder is gone soon after the run.

    It takes seconds to get ready, so all processes of the run share one: who asks first starts it, and the others wait.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    socket = folder / "forks"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not socket.exists():
            command = (sys.executable, "-m", "tests.e2e.forking", str(socket), str(run))
            subprocess.run(command, stdin=subprocess.DEVNULL, env=dict(variables), check=True)
    return socket
