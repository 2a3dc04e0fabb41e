"""The kinds of message that the bot sends unasked: which are on, when in the day, and how long each is of use."""

import datetime as dt
from collections.abc import Iterator, Mapping

from bot.app.records import DueKind, ReminderSettings
from bot.guidance.thresholds import Thresholds

GRACE: Mapping[DueKind, dt.timedelta] = {
    DueKind.MORNING: dt.timedelta(hours=2),
    DueKind.SNOOZE: dt.timedelta(hours=2),
    DueKind.WARMUP: dt.timedelta(minutes=15),
    DueKind.WEEK: dt.timedelta(hours=3),
    DueKind.ALERT: dt.timedelta(hours=3),
    DueKind.BACK: dt.timedelta(hours=4),
    DueKind.TAPER: dt.timedelta(hours=12),
    DueKind.AFTER: dt.timedelta(hours=3),
    DueKind.SORE: dt.timedelta(hours=4),
    DueKind.DAILY: dt.timedelta(hours=2),
}
"""How late a reminder is still of use (architecture.md, decision 6)."""

BEFORE_LIFT = frozenset({DueKind.MORNING, DueKind.SNOOZE, DueKind.WARMUP, DueKind.ALERT})
"""Of no use once their lift has begun."""

RANK: Mapping[DueKind, int] = {kind: place for place, kind in enumerate(DueKind)}
"""Which goes first of two that come at one time."""

UNDER_REMIND = (DueKind.ALERT, DueKind.AFTER, DueKind.SORE, DueKind.TAPER, DueKind.BACK, DueKind.WEEK)
"""The kinds that have no name in `/set`: `/remind` alone switches them."""

FOLLOWING: Mapping[DueKind, str] = {
    DueKind.ALERT: "alert",
    DueKind.AFTER: "after",
    DueKind.SORE: "sore",
    DueKind.TAPER: "taper",
    DueKind.BACK: "back",
}
"""The kinds that go with the morning reminder until something else is said, by the name of their setting."""


def is_on(settings: ReminderSettings, kind: DueKind) -> bool:
    """Tell whether a runner gets a kind of message."""
    match kind:
        case DueKind.MORNING | DueKind.SNOOZE:
            return settings.morning is not None
        case DueKind.WARMUP:
            return settings.warmup_min is not None
        case DueKind.DAILY:
            return settings.daily
        case DueKind.WEEK:
            return settings.week is not None
    said: bool | None = getattr(settings, FOLLOWING[kind])
    return settings.morning is not None if said is None else said


def kind_text(settings: ReminderSettings, kind: DueKind) -> str:
    """Return how a kind is set, as a person would type it."""
    if kind is DueKind.WEEK and settings.week is not None:
        return f"{settings.week.weekday.key} {settings.week.time:%H:%M}"
    return "on" if is_on(settings, kind) else "off"


def own_times(settings: ReminderSettings, limits: Thresholds) -> Iterator[dt.time]:
    """Yield the local times that the runner chose to hear from the bot at."""
    if settings.morning is not None:
        yield settings.morning
    if settings.week is not None:
        yield settings.week.time
    if settings.alert:
        yield limits.reminders.alert


def morning_of(settings: ReminderSettings, limits: Thresholds) -> dt.time:
    """Return when a runner's mornings begin: at the reminder, else when a morning begins for everybody.

    Where that lies in the quiet hours, it is their end.
    """
    usual, quiet = limits.day.morning, settings.quiet
    return settings.morning or (quiet[1] if quiet is not None and in_quiet_hours(usual, quiet) else usual)


def in_quiet_hours(at: dt.time, quiet: tuple[dt.time, dt.time] | None) -> bool:
    """Tell whether a local time lies in the runner's quiet hours, which may span midnight; the end is outside."""
    if quiet is None:
        return False
    start, end = quiet
    return start <= at < end if start <= end else at >= start or at < end
