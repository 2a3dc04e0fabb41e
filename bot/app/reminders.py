"""Keeping the due table in line with the records: reminders come, move and go with lifts and settings."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.app.kinds import in_quiet_hours
from bot.app.lift_days import lift_from
from bot.app.occurrences import Facts, gather, lift_named, occurrences
from bot.app.occurrences import due as occurrence
from bot.app.pauses import falls_into, last_pause, open_pauses
from bot.app.ports import Records
from bot.app.records import Due, DueKind, DueState, Runner
from bot.guidance.thresholds import Thresholds
from bot.training.lift_times import LiftTime


def replan(records: Records, runner_id: int, *, now: dt.datetime, limits: Thresholds) -> None:
    """Make the pending reminders those that the records ask for now; settled ones stay as they are.

    One that is due already keeps its place in the queue; a time that was set into the past waits for its next day.
    """
    runner = records.runner(runner_id)
    if runner is None or not runner.reachable:
        records.drop_pending_due(runner_id)
        return
    pending = records.due_of(runner_id, DueState.PENDING)
    wanted = _wanted(records, runner, pending, now=now, limits=limits)
    for due in pending:
        if wanted.pop(_key(due), None) is None:
            records.drop_due(due.id)
    for due in wanted.values():
        records.plan_due(due)


def _wanted(
    records: Records, runner: Runner, pending: tuple[Due, ...], *, now: dt.datetime, limits: Thresholds
) -> dict[tuple[object, ...], Due]:
    kept = last_pause(records, runner, now)
    pause = None if kept is None else kept[1]
    pauses = [one for _, one in open_pauses(records, runner, now)]
    facts = gather(records, runner, now=now, limits=limits, pause=pause)
    waiting = {_moment(due) for due in pending if due.due_at <= now}
    return {
        _key(due): due
        for due in (*occurrences(facts), *_put_off(records, facts, pending))
        if (due.due_at > now or _moment(due) in waiting)
        and not any(falls_into(one, runner, due.due_at) for one in pauses)
        and not in_quiet_hours(due.local_time, runner.reminders.quiet)
    }


def _put_off(records: Records, facts: Facts, pending: tuple[Due, ...]) -> Iterator[Due]:
    """Yield the reminders that were put off and are still wanted, each at its instant, for a lift that is where it was.

    Where the runner went to another zone that is the lift of the same local time.
    """
    for due in pending:
        lift = _unmoved(records, facts.runner, due) if due.kind is DueKind.SNOOZE else None
        if lift is not None and facts.on(due.kind) and not any(one.forbids(lift.date) for one in facts.forbidden):
            at, lift_at = due.due_at, lift.at(facts.zone)
            yield occurrence(facts, due.kind, item=due.item, day=due.local_date, at=at, lift_at=lift_at)


def _unmoved(records: Records, runner: Runner, due: Due) -> LiftTime | None:
    """Return the lift of a reminder if it is at the local time that the reminder was made for."""
    origin = lift_named(due.item)
    lift = None if origin is None else lift_from(records, runner, origin)
    return lift if lift is not None and lift.at(ZoneInfo(due.zone)) == due.lift_at else None


def _key(due: Due) -> tuple[object, ...]:
    return due.item, due.kind, due.local_date, due.due_at, due.deadline, due.lift_at, due.zone


def _moment(due: Due) -> tuple[object, ...]:
    """Return what tells a reminder that waits to be sent, if only for another time, from one set into the past."""
    return due.kind, due.local_date, due.lift_at
