"""One bot per database: a lock on a file beside it, which the system frees when the process ends, however it ends."""

import os
import sys
from pathlib import Path

from bot.app.ports import StoreInUse, StoreUnwritable

if sys.platform != "win32":
    import fcntl


class InstanceLock:
    """The right to be the only bot on a database, from construction until `release`."""

    def __init__(self, database: Path) -> None:
        try:
            self._handle = os.open(database.with_name(database.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreUnwritable(f"The lock file beside the database cannot be opened: {error.strerror}.") from error
        try:
            self._take()
        except BaseException:
            self.release()
            raise

    def _take(self) -> None:
        if sys.platform != "win32":
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise StoreInUse("Another bot is using this database: stop it, or give this one its own.") from error
            except OSError as error:
                raise StoreUnwritable(f"The database cannot be locked where it is: {error.strerror}.") from error

    def release(self) -> None:
        """Let another bot use the database."""
        # The file stays: removing it would let two bots hold locks on two files of the same name.
        os.close(self._handle)
