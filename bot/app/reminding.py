"""What a reminder says, decided when its moment has come and not when it was planned."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app import warmups
from bot.app.answering import day_answer
from bot.app.records import Due, DueKind, DueState
from bot.app.reminders import in_quiet_hours
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.engine import decide
from bot.guidance.verdict import Verdict


def remind(turn: Turn, due: Due) -> Replies:
    """Return what to send for a due reminder; nothing in quiet hours, after the lift, or while a red flag stands."""
    if _is_silent(turn, due):
        return ()
    if due.kind is DueKind.MORNING:
        return (_morning(turn, due),)
    return _warmup(turn, due)


def latest_of_each_lift(rows: tuple[Due, ...]) -> tuple[Due, ...]:
    """Return, of reminders that wait together after a downtime, the newest of each runner: one message, not several."""
    newest = {due.runner_id: due for due in sorted(rows, key=lambda due: due.due_at)}
    return tuple(newest.values())


def _is_silent(turn: Turn, due: Due) -> bool:
    if in_quiet_hours(turn.local_now.time(), turn.runner.reminders.quiet):
        return True
    findings = decide(turn.book(), max(turn.now, due.lift_at)).findings
    return any(f.code == "R00" or (f.code == "R50" and f.variant == "today") for f in findings)


def _morning(turn: Turn, due: Due) -> Reply:
    planned = decide(turn.book(), due.lift_at)
    reply = day_answer(turn, due.local_date, mark=Mark.REMINDER)
    if reply.answer is not None and planned.verdict is reply.answer.verdict:
        return reply
    line = {Verdict.HEAVY: m.PLANNED_YES, Verdict.LIGHT: m.PLANNED_LIGHT}.get(planned.verdict, m.PLANNED_NO)
    return replace(reply, lines=(say(line, at=due.lift_at), *reply.lines))


def _warmup(turn: Turn, due: Due) -> Replies:
    if decide(turn.book(), due.lift_at).verdict <= Verdict.NO and _morning_came(turn, due):
        return ()
    return warmups.prompt(turn, due.lift_at, asked=False)


def _morning_came(turn: Turn, due: Due) -> bool:
    """Tell whether the morning reminder already said that this lift is off."""
    return any(
        other.kind is DueKind.MORNING and other.item == due.item and other.local_date == due.local_date
        for other in turn.records.due_of(turn.runner.id, DueState.QUEUED)
    )


def is_over(due: Due, now: dt.datetime) -> bool:
    """Tell whether a reminder comes too late to be of use."""
    return now > due.deadline
