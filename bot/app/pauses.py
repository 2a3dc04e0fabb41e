"""Pauses: until when nothing is sent unasked."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.app.ports import Records
from bot.app.records import Pause, Runner
from bot.training.time import instant

Kept = tuple[int, Pause]


def last_pause(records: Records, runner: Runner) -> Kept | None:
    """Return the newest pause that the runner did not end themselves, with its id; it may be over."""
    return next((kept for kept in reversed(records.pauses.of(runner.id)) if kept[1].ended_at is None), None)


def standing_pause(records: Records, runner: Runner, now: dt.datetime) -> Kept | None:
    """Return the pause that holds at an instant, with its id."""
    kept = last_pause(records, runner)
    return kept if kept is not None and now < ends_at(kept[1], runner) else None


def ends_at(pause: Pause, runner: Runner) -> dt.datetime:
    """Return the instant at which a pause ends by itself: when its last day does."""
    return instant(pause.until, dt.time(), ZoneInfo(runner.profile.timezone))
