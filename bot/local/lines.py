"""Lines of an input, without holding up the event loop while nobody types."""

import asyncio
import contextlib
import os
import threading
from collections.abc import Iterable
from typing import TextIO

_AT_ONCE = 2**16


class Lines:
    """Reads lines from a terminal, a pipe, a file or any other text source."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._rest = b""
        self._watched: int | None = None
        self._start()

    async def next(self) -> str | None:
        """Wait for a line; None at the end of the input, however often it is asked."""
        line = await self._queue.get()
        if line is None:
            self._queue.put_nowait(None)
        return line

    def close(self) -> None:
        """Leave the input alone."""
        if self._watched is not None:
            self._loop.remove_reader(self._watched)
            self._watched = None

    def _start(self) -> None:
        try:
            descriptor = self._source.fileno()
            self._loop.add_reader(descriptor, self._read, descriptor)
        except (OSError, ValueError, NotImplementedError):
            # Files and text in memory cannot be watched, and on some systems nothing can: a thread reads those.
            threading.Thread(target=self._pump, daemon=True).start()
        else:
            self._watched = descriptor

    def _read(self, descriptor: int) -> None:
        try:
            content = os.read(descriptor, _AT_ONCE)
        except OSError:
            # The terminal went away.
            content = b""
        *lines, self._rest = (self._rest + content).split(b"\n")
        self._put(lines)
        if not content:
            self.close()
            self._put([self._rest] if self._rest else [])
            self._queue.put_nowait(None)

    def _pump(self) -> None:
        lines: Iterable[bytes | str] = getattr(self._source, "buffer", self._source)
        # The loop may have ended first.
        with contextlib.suppress(RuntimeError):
            for line in lines:
                self._loop.call_soon_threadsafe(self._put, [line])
            self._loop.call_soon_threadsafe(self._queue.put_nowait, None)

    def _put(self, lines: Iterable[bytes | str]) -> None:
        for line in lines:
            text = line if isinstance(line, str) else line.decode("utf-8", "replace")
            self._queue.put_nowait(text.rstrip("\r\n"))
