"""Bots that are forks of one process which has read everything (see `forking`)."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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


@contextmanager
def forking(variables: Mapping[str, str]) -> Iterator[Path]:
    """Run what bots are forks of and give its socket; no bot starts after the block."""
    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder) / "forks"
        command = (sys.executable, "-m", "tests.e2e.forking", str(socket))
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(variables)) as parent:
            assert parent.stdin is not None
            assert parent.stdout is not None
            assert parent.stdout.readline() == b"ready\n"
            yield socket
            parent.stdin.close()
