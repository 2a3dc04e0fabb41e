"""What can go wrong with the disk and the database under a bot, for a while."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from tests.e2e.process import BotProcess
from tests.e2e.seeding import database

Trouble = Callable[[BotProcess, Path], AbstractContextManager[None]]
"""Makes trouble for a bot that runs in a folder."""


@contextmanager
def no_room(bot: BotProcess, folder: Path) -> Iterator[None]:
    """Let no file of the bot grow: what a full disk does, without filling one."""
    before = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
    size = database(folder).with_name("bot.db-wal").stat().st_size
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def locked(_bot: BotProcess, folder: Path) -> Iterator[None]:
    """Hold the database as another program."""
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
