"""A bot whose machine's clock can be stepped while it runs: python -m tests.e2e.stepping.

The file named by CLOCK_STEP holds by how many seconds the clock is off. Only the clock that tells the time of day
steps, as on a real machine; the monotonic one, which timers run by, goes on.
"""

import datetime as dt
import os
import sys
from pathlib import Path

from apscheduler.schedulers import base

from bot import clock, command

_FILE = Path(os.environ["CLOCK_STEP"])
_true_now = clock.now


def _now(zone: dt.tzinfo | None = dt.UTC) -> dt.datetime:
    return (_true_now() + dt.timedelta(seconds=float(_FILE.read_text()))).astimezone(zone)


class _Stepped(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]  # a plain instant, as everybody else's
        return _now(tz)


if __name__ == "__main__":
    clock.now = _now
    base.datetime = _Stepped
    sys.exit(command.main())
