"""A bot whose machine's clock can be stepped while it runs.

The file named by CLOCK_STEP holds by how many seconds the clock is off. Only the clock that tells the time of day
steps, as on a real machine; the monotonic one, which timers run by, goes on.
"""

import datetime as dt
import os
from pathlib import Path

from apscheduler.schedulers import base

from bot import clock

STEP = "CLOCK_STEP"
_true_now = clock.now


def _now(zone: dt.tzinfo | None = dt.UTC) -> dt.datetime:
    return (_true_now() + dt.timedelta(seconds=float(Path(os.environ[STEP]).read_text()))).astimezone(zone)


class _Stepped(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]  # a plain instant, as everybody else's
        return _now(tz)


def follow() -> None:
    """Let this process go by the clock that steps."""
    clock.now = _now
    base.datetime = _Stepped
