"""After a lift: how hard it was, and how sore it left the runner when a hard run is near."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.app import messages as m
from bot.app.due_lifts import is_off, lift_of
from bot.app.records import Due
from bot.app.reminder_buttons import after_buttons, effort_buttons, soreness_buttons
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workout_views import left
from bot.app.workouts import begun
from bot.guidance.engine import decide
from bot.training.body import Soreness
from bot.training.lifts import Lift
from bot.training.runs import Run, RunClass
from bot.training.time import hours_between, local_date


def after(turn: Turn, due: Due) -> Replies:
    """Ask how hard the lift was: of one that is logged without its effort only that, of one that is not logged all.

    One that is open in the gym is asked about as it stands.
    """
    logged = [(row, lift) for row, lift in turn.records.lifts.of(turn.runner.id) if _was_on(turn, lift, due.local_date)]
    if logged:
        open_ones = [(row, lift) for row, lift in logged if lacks_effort(lift)]
        return tuple(_ask_effort(row, lift) for row, lift in open_ones[-1:])
    if under_way := [one for one in (begun(turn),) if one and local_date(one[1].at, turn.zone) == due.local_date]:
        return tuple(replace(left(turn, *one), mark=Mark.REMINDER) for one in under_way)
    if lift_of(turn, due) is None or is_off(turn, due, decide(turn.book(), due.lift_at)):
        return ()
    return (ask_hard(due),)


def ask_hard(due: Due) -> Reply:
    """Ask how hard a lift was that is not logged."""
    return Reply(mark=Mark.REMINDER, lines=(say(m.ASK_HARD, at=due.lift_at),), buttons=after_buttons(due))


def lacks_effort(lift: Lift) -> bool:
    """Tell whether nothing was said of how hard a lift was."""
    return lift.called is None and all(one.rir is None for one in lift.sets)


def _was_on(turn: Turn, lift: Lift, day: dt.date) -> bool:
    return lift.exercise.is_deadlift and local_date(lift.at, turn.zone) == day


def _ask_effort(row: int, lift: Lift) -> Reply:
    return Reply(mark=Mark.REMINDER, lines=(say(m.ASK_EFFORT, lift=lift),), buttons=effort_buttons(row))


def soreness(turn: Turn, due: Due) -> Replies:
    """Ask how sore yesterday's lift left the runner, when a hard run or a race is near; not when they told already."""
    lifted = any(_was_on(turn, lift, _day_lifted(due)) for lift in _lately(turn))
    told = any(local_date(one.at, turn.zone) == turn.today for one in turn.book().said(Soreness))
    run = next(_hard_runs(turn), None)
    if run is None or not lifted or told:
        return ()
    return (Reply(mark=Mark.REMINDER, lines=(say(m.ASK_SORE_BEFORE, run=run),), buttons=soreness_buttons(due)),)


def _day_lifted(due: Due) -> dt.date:
    return dt.date.fromisoformat(due.item.split()[-1])


def _lately(turn: Turn) -> tuple[Lift, ...]:
    return turn.records.lifts_since(turn.runner.id, turn.now - dt.timedelta(days=3))


def _hard_runs(turn: Turn) -> Iterator[Run]:
    """Yield the hard runs and races that come within the hours that matter; one at an unknown time by its day."""
    within = turn.knowledge.thresholds.reminders.sore_ahead_h
    calendar = turn.book().calendar
    for day in (turn.today + dt.timedelta(days=n) for n in range(int(within // 24) + 1)):
        for run in calendar.runs_on(day):
            hours = None if run.start is None else hours_between(turn.now, run.start)
            near = day < turn.today + dt.timedelta(hours=within) if hours is None else 0 < hours <= within
            if near and not run.done and run.classes & {RunClass.QUALITY, RunClass.RACE}:
                yield run
