"""Pauses: the time in which nothing is sent unasked."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.app.ports import Records
from bot.app.records import Pause, Runner
from bot.training.time import instant

Kept = tuple[int, Pause]


def last_pause(records: Records, runner: Runner, now: dt.datetime) -> Kept | None:
    """Return the pause that holds or comes first, else the newest that is over, with its id; none that was ended."""
    kept = [one for one in records.pauses.of(runner.id) if one[1].ended_at is None]
    waiting = open_pauses(records, runner, now)
    return waiting[0] if waiting else kept[-1] if kept else None


def open_pauses(records: Records, runner: Runner, now: dt.datetime) -> tuple[Kept, ...]:
    """Return the pauses that hold or are still to come, the earliest first, with their ids."""
    kept = (one for one in records.pauses.of(runner.id) if one[1].ended_at is None and now < ends_at(one[1], runner))
    return tuple(sorted(kept, key=lambda one: (begins_at(one[1], runner), one[0])))


def standing_pause(records: Records, runner: Runner, now: dt.datetime) -> Kept | None:
    """Return the pause that holds at an instant, with its id."""
    return next((one for one in open_pauses(records, runner, now) if begins_at(one[1], runner) <= now), None)


def begins_at(pause: Pause, runner: Runner) -> dt.datetime:
    """Return the instant from which nothing is sent: when it was said, or when its first day begins."""
    return pause.at if pause.since is None else instant(pause.since, dt.time(), ZoneInfo(runner.profile.timezone))


def ends_at(pause: Pause, runner: Runner) -> dt.datetime:
    """Return the instant at which a pause ends by itself: when its last day does."""
    return instant(pause.until, dt.time(), ZoneInfo(runner.profile.timezone))


def falls_into(pause: Pause, runner: Runner, at: dt.datetime) -> bool:
    """Tell whether a pause keeps quiet what would come at an instant; what waits as it is said goes with it."""
    begun = pause.since is None or begins_at(pause, runner) <= at
    return begun and at < ends_at(pause, runner)
