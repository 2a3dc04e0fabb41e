"""Reminders: which are due when, and what each says when its moment has come."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.app.ports import Records
from bot.app.records import Due, DueKind, DueState, Runner
from bot.training.time import instant, local_date

MORNING_LEAD = dt.timedelta(minutes=60)
"""A morning reminder comes at least so long before the lift (conversation.md, 'Answers')."""

GRACE = {DueKind.MORNING: dt.timedelta(hours=2), DueKind.WARMUP: dt.timedelta(minutes=15)}
"""How late a reminder is still of use (architecture.md, decision 6); never after the lift."""

AHEAD_DAYS = 8


def replan(records: Records, runner_id: int, *, now: dt.datetime) -> None:
    """Make the pending reminders those of the lifts of the coming days; settled ones stay as they are.

    With lift times fixed these are the lift days, with the planner choosing those of the plan that was shown last.

    One that is due already keeps its place in the queue; a time that was set into the past waits for its next day.
    """
    runner = records.runner(runner_id)
    waiting = {_key(due) for due in records.due_of(runner_id, DueState.PENDING) if due.due_at <= now}
    records.drop_pending_due(runner_id)
    if runner is None:
        return
    for occurrence in _occurrences(records, runner, now):
        for due in _of_lift(runner, occurrence):
            if due.due_at > now or _key(due) in waiting:
                records.plan_due(due)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Occurrence:
    """One lift to come: the plan item it belongs to, its local date and time."""

    item: str
    day: dt.date
    time: dt.time


def _key(due: Due) -> tuple[str, DueKind, dt.date, dt.datetime]:
    return due.item, due.kind, due.local_date, due.due_at


def _occurrences(records: Records, runner: Runner, now: dt.datetime) -> Iterator[_Occurrence]:
    today = local_date(now, ZoneInfo(runner.profile.timezone))
    if runner.profile.auto_lifts:
        for _, lift in records.planned_lifts.of(runner.id):
            if lift.date >= today:
                yield _Occurrence(item=f"plan {lift.time:%H:%M}", day=lift.date, time=lift.time)
        return
    days = [today + dt.timedelta(days=n) for n in range(AHEAD_DAYS)]
    for _, fixed in records.fixed_lifts.of(runner.id):
        item = f"fixed {fixed.weekday.key} {fixed.time:%H:%M}"
        yield from (_Occurrence(item=item, day=day, time=fixed.time) for day in days if day.weekday() == fixed.weekday)


def _of_lift(runner: Runner, lift: _Occurrence) -> Iterator[Due]:
    zone = ZoneInfo(runner.profile.timezone)
    lift_at = instant(lift.day, lift.time, zone)
    wished, lead = runner.reminders.morning, runner.reminders.warmup_min
    if wished is not None:
        due_at = min(instant(lift.day, wished, zone), lift_at - MORNING_LEAD)
        yield _due(runner, lift, kind=DueKind.MORNING, due_at=due_at)
    if lead is not None:
        yield _due(runner, lift, kind=DueKind.WARMUP, due_at=lift_at - dt.timedelta(minutes=lead))


def _due(runner: Runner, lift: _Occurrence, *, kind: DueKind, due_at: dt.datetime) -> Due:
    zone = ZoneInfo(runner.profile.timezone)
    lift_at = instant(lift.day, lift.time, zone)
    return Due(
        runner_id=runner.id,
        item=lift.item,
        kind=kind,
        local_date=lift.day,
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
