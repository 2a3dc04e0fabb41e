"""`/log` alone: what was prescribed, to be logged with a tap, and the last lifts, to be changed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from bot.app import logbook, red_flags
from bot.app import messages as m
from bot.app.as_planned import is_logged
from bot.app.lift_days import lift_times
from bot.app.replies import button
from bot.app.reply import Line, Mark, Replies, Reply, Rows, say
from bot.app.turn import Turn, values
from bot.app.workout import Stage, Workout
from bot.app.workout_views import left, offered, offered_again
from bot.app.workouts import begun, opened, plan_for, planned
from bot.training.lifts import Lift


def log(turn: Turn, text: str) -> Replies:
    """Log a lift from `/log <text>`; alone, open what can be logged with a tap."""
    if text.strip():
        return logbook.log(turn, text)
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    open_one = begun(turn)
    if open_one is not None:
        return (left(turn, *open_one),)
    return (_with_recent(turn, _offer(turn)),)


def is_due(turn: Turn) -> bool:
    """Tell whether a lift is being done, or its time of today has come and it is not logged."""
    return begun(turn) is not None or (bool(_earlier_today(turn)) and not is_logged(turn, turn.now))


def _offer(turn: Turn) -> Reply:
    """Offer what is prescribed for now or was for today's lift, else the same as last time, else how to write it."""
    if is_logged(turn, turn.now):
        return Reply(mark=Mark.ASKS, lines=(say(m.LOG_EMPTY),))
    for at in (turn.now, *_earlier_today(turn)):
        plan = plan_for(turn, at)
        if plan is not None:
            row, workout = opened(turn, planned(turn, plan, at=at, stage=Stage.OFFERED))
            return offered(turn, row, workout)
    last = _last_deadlift(turn)
    if last is None:
        return Reply(mark=Mark.ASKS, lines=(say(m.LOG_EMPTY),))
    return offered_again(*opened(turn, _again(turn, last)))


def _earlier_today(turn: Turn) -> tuple[dt.datetime, ...]:
    """Return the instants of today's lifts whose time has come, the latest first."""
    lifts = lift_times(turn.records, turn.runner, first=turn.today, days=1)
    return tuple(sorted((at for lift in lifts if (at := lift.at(turn.zone)) <= turn.now), reverse=True))


def _last_deadlift(turn: Turn) -> Lift | None:
    lifts = (lift for lift in values(turn.records.lifts.of(turn.runner.id)) if lift.exercise.is_deadlift)
    return max(lifts, key=lambda lift: lift.at, default=None)


def _again(turn: Turn, last: Lift) -> Workout:
    """Return a workout with the sets of another day; how hard they were then says nothing of now."""
    low, high = turn.knowledge.thresholds.doses.heavy.rest_min
    return Workout(
        at=turn.now,
        stage=Stage.OFFERED,
        touched_at=turn.now,
        exercise=last.exercise,
        plan=tuple(replace(work, rir=None) for work in last.sets),
        rest_s=(round(low * 60), round(high * 60)),
        called=last.called,
    )


def _with_recent(turn: Turn, reply: Reply) -> Reply:
    """Show the newest lifts below an offer, each with a button that changes it."""
    lines, edits = newest_of(turn, turn.records.lifts.of(turn.runner.id))
    return replace(reply, notes=lines, buttons=(*reply.buttons, *edits))


def _edit_of(lift: Lift, times: list[dt.datetime]) -> Line:
    """Name the button that changes a lift by its time, and by its sets too where several were at that time."""
    return say(m.EDIT_NAMED, at=lift.at) if times.count(lift.at) == 1 else say(m.EDIT_LIFT_NAMED, at=lift.at, lift=lift)


def newest_of(turn: Turn, entries: Iterable[tuple[int, Lift]]) -> tuple[tuple[Line, ...], Rows]:
    """Return the newest of some logged lifts as lines, and for each a button that changes it."""
    every = sorted(entries, key=lambda entry: entry[1].at)
    recent = every[-turn.knowledge.thresholds.gym.last_lifts :][::-1]
    lines = tuple(say(m.LOG_RECENT, at=lift.at, lift=lift) for _, lift in recent)
    times = [lift.at for _, lift in recent]
    edits = tuple((button(_edit_of(lift, times), "ledit", str(row)),) for row, lift in recent)
    return lines, edits
