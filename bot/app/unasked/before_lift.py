"""Before a lift: the morning reminder (and the one that was put off), the warm-up prompt, the alert on the eve."""

import datetime as dt
import math
from dataclasses import replace

from bot.app import messages as m
from bot.app import overriding, warmups
from bot.app.answering import day_answer, moment_answer
from bot.app.due_lifts import is_off, lifted_that_day, stands
from bot.app.expecting import expected
from bot.app.records import Due, DueKind, DueState
from bot.app.reminder_buttons import alert_buttons, morning_buttons
from bot.app.replies import worth
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.told import note_told
from bot.app.turn import Turn
from bot.guidance.engine import decide
from bot.guidance.verdict import Decision, Verdict
from bot.training.lift_times import LiftTime


def morning(turn: Turn, due: Due) -> Replies:
    """Say the day's verdict, and what it is at the time of the lift; nothing of a lift that is done, moved or off."""
    lift, decision = stands(turn, due), decide(turn.book(), due.lift_at)
    if lift is None or lifted_that_day(decision):
        return ()
    return (say_morning(turn, due, lift, decision),)


def say_morning(turn: Turn, due: Due, lift: LiftTime, decision: Decision) -> Reply:
    """Return the morning reminder of a lift."""
    lines = (*_planned(turn, lift, decision), *_moved_here(turn, lift))
    reply = day_answer(turn, lift.date, mark=Mark.REMINDER, below=morning_buttons(turn, due, decision))
    note_told(turn, [(decision.at, decision.verdict)])
    return replace(reply, lines=(*lines, *reply.lines))


def _planned(turn: Turn, lift: LiftTime, decision: Decision) -> tuple[Line, ...]:
    """Say what the time of the lift is worth; where that is news, why it has to move."""
    off = decision.verdict <= Verdict.NO
    if off and decision.main is not None and expected(turn, lift) > Verdict.NO:
        return (say(m.PLANNED_MOVED, at=decision.at, reason=decision.main),)
    return (worth(decision.verdict, decision.at),)


def _moved_here(turn: Turn, lift: LiftTime) -> tuple[Line, ...]:
    if not lift.moved:
        return ()
    was = replace(lift, date=lift.from_date, time=lift.from_time)
    return (say(m.PLANNED_HERE, before=was.at(turn.zone)),)


def warm_up(turn: Turn, due: Due) -> Replies:
    """Open the warm-up; nothing when the lift is done or moved, or when the morning said that it is off."""
    decision = decide(turn.book(), due.lift_at)
    if stands(turn, due) is None or lifted_that_day(decision):
        return ()
    if is_off(turn, due, decision) and _morning_came(turn, due):
        return ()
    # A prompt is sent some moments after its time: a minute that has begun still counts.
    minutes = math.ceil((due.lift_at - turn.now) / dt.timedelta(minutes=1))
    return warmups.prompt(turn, due.lift_at, asked=False, minutes=minutes)


def _morning_came(turn: Turn, due: Due) -> bool:
    """Tell whether the morning reminder already said that this lift is off."""
    day = turn.records.due_between(turn.runner.id, due.lift_at - dt.timedelta(days=1), due.lift_at)
    return any(
        other.kind is DueKind.MORNING and other.lift_at == due.lift_at and other.state is DueState.QUEUED
        for other in day
    )


def alert(turn: Turn, due: Due) -> Replies:
    """Warn of a lift whose verdict got worse than the runner was told; nothing when that is no news."""
    known = news(turn, due)
    return () if known is None else (say_alert(turn, due, *known),)


def news(turn: Turn, due: Due) -> tuple[LiftTime, Decision] | None:
    """Return the lift of an alert and its verdict where that is worse by now than the runner was told."""
    lift, decision = stands(turn, due), decide(turn.book(), due.lift_at)
    if lift is None or decision.verdict >= expected(turn, lift) or overriding.is_overridden(turn, lift.date):
        return None
    return lift, decision


def say_alert(turn: Turn, due: Due, lift: LiftTime, decision: Decision) -> Reply:
    """Return the alert about a lift."""
    note_told(turn, [(decision.at, decision.verdict)])
    lines = (say(m.ALERT_NEW), *_moved_here(turn, lift))
    return moment_answer(turn, decision.at, mark=Mark.REMINDER, lines=lines, below=alert_buttons(due))
