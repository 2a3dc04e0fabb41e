"""A morning reminder that is put off comes again a little later, decided anew."""

import datetime as dt

from bot.app import as_planned
from bot.app import messages as m
from bot.app.kinds import in_quiet_hours, is_on
from bot.app.occurrences import Facts, due, lift_item
from bot.app.pauses import falls_into, open_pauses
from bot.app.records import DueKind, DueState
from bot.app.replies import alert
from bot.app.reply import Reply
from bot.app.turn import Turn
from bot.training.lift_times import LiftTime


def refusal(turn: Turn, lift: LiftTime, again: dt.datetime) -> Reply | None:
    """Return why a reminder cannot come again then: the lift is over or begun by then, or nothing is sent."""
    if again >= lift.at(turn.zone):
        return alert(m.SNOOZE_TOO_LATE, at=lift.at(turn.zone))
    if as_planned.is_logged(turn, lift.at(turn.zone)):
        return alert(m.LIFT_IS_LOGGED)
    return _silence(turn, again)


def _silence(turn: Turn, again: dt.datetime) -> Reply | None:
    """Return why nothing is sent at an instant."""
    settings = turn.runner.reminders
    if not is_on(settings, DueKind.SNOOZE):
        return alert(m.NO_REMINDER_TIME)
    pauses = (one for _, one in open_pauses(turn.records, turn.runner, turn.now))
    paused = next((one for one in pauses if falls_into(one, turn.runner, again)), None)
    if paused is not None:
        return alert(m.PAUSE_SHOWN, day=paused.until)
    local = again.astimezone(turn.zone).time()
    return alert(m.REMINDER_IS_QUIET, time=local) if in_quiet_hours(local, settings.quiet) else None


def put_off(turn: Turn, lift: LiftTime, again: dt.datetime) -> None:
    """Let the reminder of a lift come at an instant, in the place of an earlier wish."""
    item = lift_item(lift)
    for known in turn.records.due_of(turn.runner.id, DueState.PENDING):
        if known.kind is DueKind.SNOOZE and known.item.startswith(item):
            turn.records.drop_due(known.id)
    facts = Facts(runner=turn.runner, now=turn.now, limits=turn.knowledge.thresholds)
    once = f"{item} again {again:%H:%M:%S}"
    turn.records.plan_due(due(facts, DueKind.SNOOZE, item=once, day=lift.date, at=again, lift_at=lift.at(turn.zone)))
