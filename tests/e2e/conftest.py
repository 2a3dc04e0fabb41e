"""A Bot API server over HTTP, and bots as processes that talk to it."""

import datetime as dt
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from bot.local.person import Person
from bot.local.service import LocalTelegram
from tests.e2e.accidents import AccidentServer
from tests.e2e.forks import forks_in
from tests.e2e.process import ENVIRONMENT, PATIENCE_S, TOKEN, BotProcess, faketime
from tests.e2e.rig import Rig, fast_forks_in
from tests.e2e.server import BotApiServer

SUNDAY_NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


class Bots:
    """Starts bots on one database against one server; the last one still running is killed at the end.

    They are forks of one process (see `forks_in`), unless a test wants one that starts from nothing.
    """

    def __init__(self, server: BotApiServer, folder: Path, forks: Path) -> None:
        self.server = server
        self.folder = folder
        self._forks = forks
        self._started: list[BotProcess] = []

    async def start(self, *, anew: bool = False, forks: Path | None = None, **variables: str) -> BotProcess:
        """Start a bot that serves the server's people; it may not be ready yet.

        With `anew` it starts from nothing, as its users do; `forks` are others than the usual ones.
        """
        usual = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": self.server.url}
        if anew:
            process = await BotProcess.start(self.folder, usual | variables)
        else:
            process = await BotProcess.fork(self.folder, usual | variables, forks=forks or self._forks)
        self._started.append(process)
        return process

    async def serve(self, *, anew: bool = False, forks: Path | None = None, **variables: str) -> BotProcess:
        """Start a bot and wait until it waits for updates."""
        polls = self.server.polls
        process = await self.start(anew=anew, forks=forks, **variables)
        await process.until(lambda: self.server.polls > polls)
        return process

    async def kill_all(self) -> None:
        """Leave no process behind."""
        for process in self._started:
            await process.kill()


@pytest.fixture(scope="session")
def clock_library() -> Path:
    """Return the library of the false clock."""
    library = faketime()
    if library is None:
        pytest.skip("libfaketimeMT.so.1 is not installed; it comes with the Debian package faketime")
    return library


@dataclass(frozen=True, kw_only=True)
class Run:
    """The run of all tests: the process that its workers are children of, or this one, and a name of its own."""

    pid: int
    name: str

    @classmethod
    def of_this_process(cls) -> "Run":
        """Return the run that this process is part of."""
        name = os.environ.get("PYTEST_XDIST_TESTRUNUID")
        return cls(pid=os.getppid(), name=name) if name else cls(pid=os.getpid(), name=uuid4().hex)

    def folder(self, what: str) -> Path:
        """Return a folder that all processes of the run share, to be made."""
        return Path(tempfile.gettempdir(), f"{what}-{self.name}")


@pytest.fixture(scope="session")
def forks() -> Path:
    """Return the socket of the process that bots are forks of."""
    run = Run.of_this_process()
    return forks_in(run.folder("bots"), ENVIRONMENT, run=run.pid)


@pytest.fixture(scope="session")
def fast_forks(clock_library: Path) -> Path:
    """Return the socket of the process that bots with a clock of their own are forks of."""
    run = Run.of_this_process()
    return fast_forks_in(run.folder("fast-bots"), clock_library, run=run.pid)


@pytest.fixture
def telegram() -> LocalTelegram:
    """Return a Telegram that knows the bot by `TOKEN`."""
    return LocalTelegram(now=lambda: SUNDAY_NOON, token=TOKEN)


@pytest.fixture
async def server(telegram: LocalTelegram) -> AsyncIterator[BotApiServer]:
    """Return a running server."""
    server = BotApiServer(telegram)
    async with server.running():
        yield server


@pytest.fixture
async def bots(server: BotApiServer, tmp_path: Path, forks: Path) -> AsyncIterator[Bots]:
    """Return what starts bots."""
    async with AsyncExitStack() as stack:
        bots = Bots(server, tmp_path, forks)
        stack.push_async_callback(bots.kill_all)
        yield bots


@pytest.fixture
async def rig(telegram: LocalTelegram, clock_library: Path, fast_forks: Path, tmp_path: Path) -> AsyncIterator[Rig]:
    """Return what starts bots with a fast clock against a server to which accidents happen."""
    server, started = AccidentServer(telegram), list[BotProcess]()
    async with server.running():
        yield Rig(folder=tmp_path, library=clock_library, forks=fast_forks, server=server, started=started)
        for process in started:
            await process.kill()


@pytest.fixture
def ada(telegram: LocalTelegram) -> Person:
    """Return somebody whom the bot does not know yet."""
    return telegram.private_chat(first_name="Ada")


async def ask(person: Person, text: str) -> str:
    """Send a text and return the first message that comes after it."""
    seen = person.received
    await person.send(text)
    while person.received == seen:
        await person.next_message(within=PATIENCE_S)
    return person.messages_after(seen)[0].text
