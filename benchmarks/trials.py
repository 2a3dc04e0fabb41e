"""What the trials of reliability.py share: a bot with people to remind, what became of it, and a small disk."""

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.local.person import Person
from bot.local.service import LocalTelegram
from tests.e2e.accidents import AccidentServer
from tests.e2e.kill_loop import FIRST
from tests.e2e.limits import Limits
from tests.e2e.process import TOKEN, BotProcess, faketime
from tests.e2e.rig import Rig, fast_forking
from tests.e2e.seeding import in_doubt, waiting

PATIENCE_S = 1200.0
MOST = 2
"""The promise: no reminder comes more often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of the reminders of one trial. `told` are those that may be missing and of which the bot will say so.

    `off` are those of people who cannot be reached, `refused` those that passed Telegram's limits.
    """

    what: str
    reminders: int
    once: int
    twice: int
    told: int = 0
    off: int = 0
    lost: int = 0
    more: int = 0
    refused: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A rig with people who are reminded at seven."""

    rig: Rig
    people: list[Person]

    async def settled(self, bot: BotProcess) -> None:
        """Wait until nothing is due and nothing may still be sent."""
        await bot.until(lambda: waiting(self.rig.folder) == 0, within=PATIENCE_S, every_s=0.5)

    def row(self, what: str, people: Sequence[Person], *, off: bool = False, note: str = "") -> Row:
        """Count what arrived."""
        doubtful, came = in_doubt(self.rig.folder), self.rig.tally()
        known = Counter(came[person.id] for person in people if person.id not in doubtful)
        return Row(
            what=what,
            reminders=len(people),
            once=known[1],
            twice=known[2],
            told=sum(1 for person in people if person.id in doubtful),
            off=known[0] if off else 0,
            lost=0 if off else known[0],
            more=sum(1 for person in people if came[person.id] > MOST),
            note=note,
        )


@asynccontextmanager
async def trial(count: int, *, limits: Limits | None = None, speed: int = 10) -> AsyncIterator[Trial]:
    """Set everything up in a folder that is gone afterwards."""
    telegram = LocalTelegram(now=lambda: FIRST, token=TOKEN)
    server = AccidentServer(telegram, limits=limits)
    people = [telegram.private_chat(user_id=1001 + number) for number in range(count)]
    with tempfile.TemporaryDirectory() as name, fast_forking(library()) as forks:
        rig = Rig(folder=Path(name), library=library(), forks=forks, server=server, started=[], speed=speed)
        await rig.remind(*people)
        async with server.running():
            try:
                yield Trial(rig=rig, people=people)
            finally:
                for bot in rig.started:
                    await bot.kill()


def library() -> Path:
    """Return the library of the false clock."""
    found = faketime()
    if found is None:
        sys.exit("libfaketimeMT.so.1 is not installed; it comes with the Debian package faketime")
    return found


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """Put a disk of 4 MB in the place of a folder, with what the folder holds; None when this user may not."""
    with tempfile.TemporaryDirectory() as name:
        kept = shutil.copytree(folder, Path(name) / "kept")
        command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603 - a fixed command
            yield None
            return
        try:
            yield shutil.copytree(kept, folder, dirs_exist_ok=True)
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607 - the same


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Leave no byte free on a disk inside this block."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
    yield
    filler.unlink()


def progress(line: str) -> None:
    """Say how far it is."""
    print(line, file=sys.stderr, flush=True)
