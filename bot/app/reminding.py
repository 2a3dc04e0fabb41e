"""What a reminder says, decided when its moment has come and not when it was planned."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app import overriding, warmups
from bot.app.answering import day_answer
from bot.app.records import Due, DueKind, DueState
from bot.app.reminders import in_quiet_hours
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.engine import decide
from bot.guidance.verdict import Verdict

IN_TIME = dt.timedelta(minutes=2)
"""Later than this a reminder is late: the dispatcher wakes at least every 30 seconds."""


def remind(turn: Turn, due: Due) -> Replies:
    """Return what to send for a due reminder; nothing in quiet hours, after the lift, or while a red flag stands."""
    if _is_silent(turn, due):
        return ()
    if due.kind is DueKind.MORNING:
        return (_morning(turn, due),)
    return _warmup(turn, due)


def worth_saying(rows: tuple[Due, ...], now: dt.datetime) -> tuple[Due, ...]:
    """Return, of the reminders that wait, those to send.

    All that are in time; of those that a downtime made late only the newest of each runner, and that only when nothing
    of theirs is in time: one message after a downtime, not several.
    """
    useful = [due for due in sorted(rows, key=lambda due: due.due_at) if now <= due.deadline]
    in_time = [due for due in useful if now - due.due_at <= IN_TIME]
    spoken_to = {due.runner_id for due in in_time}
    late = {due.runner_id: due for due in useful if due.runner_id not in spoken_to}
    return (*in_time, *late.values())


def _is_silent(turn: Turn, due: Due) -> bool:
    if in_quiet_hours(turn.now.astimezone(turn.zone).time(), turn.runner.reminders.quiet):
        return True
    findings = decide(turn.book(), max(turn.now, due.lift_at)).findings
    return any(f.code == "R00" or (f.code == "R50" and f.variant == "today") for f in findings)


def _morning(turn: Turn, due: Due) -> Reply:
    planned = decide(turn.book(), due.lift_at)
    reply = day_answer(turn, due.local_date, mark=Mark.REMINDER)
    line = {Verdict.HEAVY: m.PLANNED_YES, Verdict.LIGHT: m.PLANNED_LIGHT}.get(planned.verdict, m.PLANNED_NO)
    return replace(reply, lines=(say(line, at=due.lift_at), *reply.lines))


def _warmup(turn: Turn, due: Due) -> Replies:
    held = decide(turn.book(), due.lift_at).verdict <= Verdict.NO
    if held and _morning_came(turn, due) and not overriding.is_overridden(turn, due.local_date):
        return ()
    minutes = int((due.lift_at - turn.now) / dt.timedelta(minutes=1))
    return warmups.prompt(turn, due.lift_at, asked=False, minutes=minutes)


def _morning_came(turn: Turn, due: Due) -> bool:
    """Tell whether the morning reminder already said that this lift is off."""
    return any(
        other.kind is DueKind.MORNING and other.item == due.item and other.local_date == due.local_date
        for other in turn.records.due_of(turn.runner.id, DueState.QUEUED)
    )
