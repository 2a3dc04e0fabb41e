"""Bots with a fast clock, people who are to be reminded, and a server to which accidents happen."""

import datetime as dt
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.local.person import Person
from tests.e2e.accidents import AccidentServer
from tests.e2e.forks import forks_in
from tests.e2e.process import ENVIRONMENT, START_S, TOKEN, BotProcess, faked
from tests.e2e.seeding import MONDAY, seed
from tests.e2e.stepping import STEP

SPEED = 10
SEVEN = dt.time(7)


def fast_forks_in(folder: Path, library: Path, *, run: int) -> Path:
    """Return the socket of what bots with a clock of their own are forks of; `library` is the false clock's."""
    clock = faked(library, MONDAY, speed=1) | {"FAKETIME_NO_CACHE": "1"}
    return forks_in(folder, ENVIRONMENT | clock, run=run)


@contextmanager
def fast_forking(library: Path) -> Iterator[Path]:
    """Run what bots with a clock of their own are forks of for as long as the block, and give its socket."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield fast_forks_in(Path(folder), library, run=os.getpid())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rig:
    """Starts bots in a folder against a server; their clocks run `speed` times as fast as the server's."""

    folder: Path
    library: Path
    forks: Path
    server: AccidentServer
    started: list[BotProcess]
    speed: int = SPEED

    async def remind(self, *people: Person, at: dt.time = SEVEN) -> None:
        """Let people be known to the bot, who are reminded on Monday at a time."""
        await seed(self.folder, {person.id: at for person in people})

    async def serve(self, clock: str, **variables: str) -> BotProcess:
        """Start a bot on Monday at a UTC time and wait until it waits for updates."""
        at = dt.datetime.combine(MONDAY, dt.time.fromisoformat(clock), tzinfo=dt.UTC)
        usual = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": self.server.url}
        polls = self.server.polls
        faketime = faked(self.library, at, speed=self.speed)
        bot = await BotProcess.fork(self.folder, usual | faketime | variables, forks=self.forks)
        self.started.append(bot)
        await bot.until(lambda: self.server.polls > polls, within=START_S)
        return bot

    async def serve_stepped(self, clock: str) -> BotProcess:
        """Start a bot whose clock can be stepped: nothing comes due before, however long a start takes."""
        self.step(dt.timedelta())
        return await self.serve(clock, **{STEP: str(self._step)})

    def step(self, off: dt.timedelta) -> None:
        """Let the clock be so much fast of what it would show had nobody stepped it."""
        new = self._step.with_suffix(".new")
        new.write_text(str(off.total_seconds()))
        new.replace(self._step)  # in one go: the bot reads it all the time

    @property
    def _step(self) -> Path:
        return self.folder / "step"

    def came(self, person: Person) -> int:
        """Return how many reminders arrived in a person's chat."""
        return self.tally()[person.id]

    def tally(self) -> Counter[int]:
        """Count the reminders that arrived, by chat."""
        sent = (call.params for call in self.server.arrivals)
        return Counter(int(str(params["chat_id"])) for params in sent if str(params["text"]).startswith("⏰"))

    def all_came(self, people: Iterable[Person]) -> bool:
        """Tell whether each of some people got a reminder."""
        came = self.tally()
        return all(came[person.id] for person in people)
