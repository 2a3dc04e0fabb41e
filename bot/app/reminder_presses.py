"""The buttons under reminders: what they do edits the reminder, so that one reminder stays one message."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.app import as_planned, checkins, moving_lifts, next_lift, overriding, red_flags, running, snoozing
from bot.app import messages as m
from bot.app.due_lifts import lift_of
from bot.app.occurrences import lift_named
from bot.app.pressing import Outcome, Press, StaleButton, read_number, read_when
from bot.app.records import Due, DueKind, DueState
from bot.app.reminder_buttons import MOST_SORE, UNKNOWN, WHEN, back_button, log_buttons, places, read_effort
from bot.app.replies import alert, unable
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.unasked.after_lift import ask_hard
from bot.app.unasked.before_lift import say_alert, say_morning
from bot.app.why import why_of_day
from bot.app.workout import Stage, Workout
from bot.app.workout_views import view
from bot.app.workouts import opened, plan_for, planned
from bot.guidance.engine import decide
from bot.language.meaning import SorenessReading
from bot.training.lift_times import LiftTime


class NoLift(Exception):
    """There is nothing to do about a lift any more; the notice says why."""

    def __init__(self, notice: Reply) -> None:
        """Keep the notice."""
        super().__init__()
        self.notice = notice


def _of_lift(do: Callable[..., Replies]) -> Callable[..., Outcome]:
    """Return what a button does with its reminder, which must be this runner's and about a lift."""

    def press(turn: Turn, row: str, *args: str) -> Outcome:
        due = turn.records.due(turn.runner.id, read_number(row))
        if due is None or lift_named(due.item) is None:
            raise StaleButton
        try:
            return tuple(
                replace(reply, in_place=True) if place == 0 else reply
                for place, reply in enumerate(do(turn, due, *args))
            )
        except NoLift as gone:
            return (gone.notice,)

    return press


def _advising(do: Callable[..., Replies]) -> Callable[..., Outcome]:
    """Return what a button does that leads to a verdict or a lift: while a red flag stands there is only help."""

    def advise(turn: Turn, due: Due, *args: str) -> Replies:
        return red_flags.keep_flag(turn) if red_flags.standing_flags(turn) else do(turn, due, *args)

    return _of_lift(advise)


def _standing(turn: Turn, due: Due) -> LiftTime:
    lift = lift_of(turn, due)
    if lift is None:
        raise NoLift(alert(m.LIFT_GONE))
    return lift


def _coming(turn: Turn, due: Due) -> LiftTime:
    """Return the lift of a reminder, which must be still to come."""
    lift = _standing(turn, due)
    if lift.at(turn.zone) <= turn.now:
        raise NoLift(alert(m.LIFT_PASSED, at=lift.at(turn.zone)))
    return lift


def _not_logged(turn: Turn, at: dt.datetime) -> None:
    """Make sure that no deadlift is logged on the day of an instant."""
    if as_planned.is_logged(turn, at):
        raise NoLift(alert(m.LIFT_IS_LOGGED))


def _again(turn: Turn, due: Due) -> Replies:
    """Show the reminder as it is now."""
    if due.kind is DueKind.AFTER:
        return (ask_hard(due),)
    lift = _coming(turn, due)
    _not_logged(turn, lift.at(turn.zone))
    decision = decide(turn.book(), lift.at(turn.zone))
    return ((say_alert if due.kind is DueKind.ALERT else say_morning)(turn, due, lift, decision),)


def _prescribed(turn: Turn, due: Due, stage: Stage = Stage.OFFERED) -> Workout:
    """Return the lift of a reminder as it was prescribed; whoever logs it against advice has lifted."""
    lift_at = _stood_at(turn, due)
    at = min(lift_at, turn.now)
    _not_logged(turn, at)
    plan = plan_for(turn, lift_at, lifted=True)
    if plan is None:
        raise NoLift(alert(m.NOTHING_PRESCRIBED))
    return planned(turn, plan, at=at, stage=stage)


def _stood_at(turn: Turn, due: Due) -> dt.datetime:
    """Return when the lift of a reminder was to be: it may have moved since, but not since it was asked about."""
    lift = None if due.kind is DueKind.AFTER else lift_of(turn, due)
    return due.lift_at if lift is None else lift.at(turn.zone)


def _done(turn: Turn, due: Due) -> Replies:
    """Open the log, filled in with what was prescribed."""
    lift = _prescribed(turn, due).meant()
    lines = (say(m.ASK_LOG, at=lift.at, lift=lift), say(m.ASK_LOG_OTHERWISE))
    return (Reply(mark=Mark.ASKS, lines=lines, buttons=log_buttons(due)),)


def _log(turn: Turn, due: Due, rir: str) -> Replies:
    lift = as_planned.with_effort(_prescribed(turn, due).meant(), None if rir == UNKNOWN else read_effort(rir))
    return next_lift.finished(turn, lift)


def _set_by_set(turn: Turn, due: Due) -> Replies:
    """Log the lift set by set, from what was prescribed for its time."""
    return (view(turn, *opened(turn, _prescribed(turn, due, Stage.WORK))),)


def _where(turn: Turn, due: Due) -> Replies:
    """Ask where a lift shall go, each place with what it is worth."""
    lift = _coming(turn, due)
    found = moving_lifts.places_for(turn, lift)
    lines = (say(m.ASK_MOVE_LIFT, at=lift.at(turn.zone)), *(line for _, line in found))
    return (Reply(mark=Mark.ASKS, lines=lines, buttons=places(due, (at for at, _ in found))),)


def _move(turn: Turn, due: Due, when: str) -> Replies:
    lift, to = _coming(turn, due), read_when(when, WHEN)
    reply = moving_lifts.move(turn, lift, to.date(), to.time())
    return (reply if reply.mark is Mark.STORED else replace(reply, alert=True),)


def _skip(turn: Turn, due: Due) -> Replies:
    """Leave a lift out; what is asked after its time may say so too. One that is done is not left out."""
    lift = _standing(turn, due) if due.kind is DueKind.AFTER else _coming(turn, due)
    _not_logged(turn, lift.at(turn.zone))
    return (moving_lifts.skip(turn, lift),)


def _snooze(turn: Turn, due: Due) -> Replies:
    """Let the reminder come again a little later."""
    lift = _coming(turn, due)
    again = turn.now + dt.timedelta(minutes=turn.knowledge.thresholds.reminders.snooze_min)
    refusal = snoozing.refusal(turn, lift, again)
    if refusal is not None:
        raise NoLift(refusal)
    snoozing.put_off(turn, lift, again)
    (reply,) = _again(turn, due)
    return (replace(reply, notes=(say(m.SNOOZED, at=again),)),)


def _anyway(turn: Turn, due: Due) -> Replies:
    """Note that the runner lifts against the advice of the reminder, on the day of its lift."""
    return overriding.lift_anyway(turn, _coming(turn, due).date)


def snooze_newest(turn: Turn) -> Replies:
    """Put the newest morning reminder off, for who writes "snooze"."""
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    lately = turn.records.due_between(turn.runner.id, turn.now - dt.timedelta(days=1), turn.now)
    sent = [due for due in lately if due.kind in {DueKind.MORNING, DueKind.SNOOZE} and due.state is DueState.QUEUED]
    if not sent:
        return (unable(m.NOTHING_TO_SNOOZE),)
    try:
        return _snooze(turn, sent[-1])
    except NoLift as gone:
        return (gone.notice,)


def _why(turn: Turn, due: Due) -> Replies:
    """Explain the verdict of the reminder in its place: it was about a day of the zone that it was made for."""
    reply = why_of_day(turn, due.lift_at.astimezone(ZoneInfo(due.zone)).date())
    return (replace(reply, buttons=((back_button(due),),)),)


def _effort(turn: Turn, row: str, rir: str) -> Outcome:
    reply = as_planned.keep_effort(turn, read_number(row), read_effort(rir))
    if reply is None:
        raise StaleButton
    return (reply,)


def _sore(turn: Turn, row: str, level: str) -> Outcome:
    """Keep how sore the runner is, on the day of the question; what that means for the run that is near is told."""
    due, number = turn.records.due(turn.runner.id, read_number(row)), read_number(level)
    if due is None or due.kind is not DueKind.SORE or due.local_date != turn.today or number > MOST_SORE:
        raise StaleButton
    echo, *others = checkins.keep(turn, (SorenessReading(level=number),))
    matters = number >= turn.knowledge.thresholds.after_lift.sore_shorter_level
    return (replace(echo, in_place=True), *others, *(running.ask(turn) if matters else ()))


PRESSES: Mapping[str, Press] = {
    "rdone": Press(do=_advising(_done), args=1),
    "rlog": Press(do=_advising(_log), args=2),
    "rsets": Press(do=_advising(_set_by_set), args=1),
    "rmove": Press(do=_advising(_where), args=1),
    "rto": Press(do=_advising(_move), args=2),
    "rskip": Press(do=_of_lift(_skip), args=1),
    "rlate": Press(do=_advising(_snooze), args=1),
    "rwhy": Press(do=_advising(_why), args=1),
    "rback": Press(do=_advising(_again), args=1),
    "effort": Press(do=_effort, args=2),
    "ranyway": Press(do=_advising(_anyway), args=1),
    "rsore": Press(do=_sore, args=2),
}
