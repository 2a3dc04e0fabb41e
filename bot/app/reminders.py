"""Reminders: which are due when, and what each says when its moment has come."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.app.ports import Records
from bot.app.records import Due, DueKind, DueState, Runner
from bot.training.lifts import FixedLift
from bot.training.time import instant, local_date

MORNING_LEAD = dt.timedelta(minutes=60)
"""A morning reminder comes at least so long before the lift (conversation.md, 'Answers')."""

GRACE = {DueKind.MORNING: dt.timedelta(hours=2), DueKind.WARMUP: dt.timedelta(minutes=15)}
"""How late a reminder is still of use (architecture.md, decision 6); never after the lift."""

AHEAD_DAYS = 8


def replan(records: Records, runner_id: int, *, now: dt.datetime) -> None:
    """Make the pending reminders those of the fixed lifts of the coming days; settled ones stay as they are.

    One that is due already keeps its place in the queue; a time that was set into the past waits for its next day.
    """
    runner = records.runner(runner_id)
    waiting = {_key(due) for due in records.due_of(runner_id, DueState.PENDING) if due.due_at <= now}
    records.drop_pending_due(runner_id)
    if runner is None:
        return
    for _, fixed in records.fixed_lifts.of(runner_id):
        for due in _of_lift(runner, fixed, now):
            if due.due_at > now or _key(due) in waiting:
                records.plan_due(due)


def _key(due: Due) -> tuple[str, DueKind, dt.date, dt.datetime]:
    return due.item, due.kind, due.local_date, due.due_at


def _of_lift(runner: Runner, fixed: FixedLift, now: dt.datetime) -> Iterator[Due]:
    zone = ZoneInfo(runner.profile.timezone)
    today = local_date(now, zone)
    for day in (today + dt.timedelta(days=n) for n in range(AHEAD_DAYS)):
        if day.weekday() == fixed.weekday:
            planned = (_morning(runner, fixed, day, zone), _warmup(runner, fixed, day, zone))
            yield from (due for due in planned if due is not None)


def _morning(runner: Runner, fixed: FixedLift, day: dt.date, zone: ZoneInfo) -> Due | None:
    wished = runner.reminders.morning
    if wished is None:
        return None
    due_at = min(instant(day, wished, zone), instant(day, fixed.time, zone) - MORNING_LEAD)
    return _due(runner, fixed, day, kind=DueKind.MORNING, due_at=due_at)


def _warmup(runner: Runner, fixed: FixedLift, day: dt.date, zone: ZoneInfo) -> Due | None:
    lead = runner.reminders.warmup_min
    if lead is None:
        return None
    due_at = instant(day, fixed.time, zone) - dt.timedelta(minutes=lead)
    return _due(runner, fixed, day, kind=DueKind.WARMUP, due_at=due_at)


def _due(runner: Runner, fixed: FixedLift, day: dt.date, *, kind: DueKind, due_at: dt.datetime) -> Due:
    zone = ZoneInfo(runner.profile.timezone)
    lift_at = instant(day, fixed.time, zone)
    return Due(
        runner_id=runner.id,
        item=f"fixed {fixed.weekday.key} {fixed.time:%H:%M}",
        kind=kind,
        local_date=day,
        local_time=due_at.astimezone(zone).time().replace(fold=0),
        zone=runner.profile.timezone,
        due_at=due_at,
        deadline=min(due_at + GRACE[kind], lift_at),
        lift_at=lift_at,
    )


def in_quiet_hours(at: dt.time, quiet: tuple[dt.time, dt.time] | None) -> bool:
    """Tell whether a local time lies in the runner's quiet hours, which may span midnight; the end is outside."""
    if quiet is None:
        return False
    start, end = quiet
    return start <= at < end if start <= end else at >= start or at < end
