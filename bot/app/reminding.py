"""What a reminder says, decided when its moment has come and not when it was planned."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from bot.app.kinds import RANK, in_quiet_hours
from bot.app.pauses import begins_at, open_pauses, standing_pause
from bot.app.records import Due, DueKind, DueState
from bot.app.red_flags import standing_flags
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.app.unasked import after_lift, before_lift, of_the_day
from bot.training.time import instant

IN_TIME = dt.timedelta(minutes=2)
"""Later than this a reminder is late: the dispatcher wakes at least every 30 seconds."""

ASIDE = frozenset({DueKind.WARMUP, DueKind.SNOOZE, DueKind.WEEK})
"""They crowd out nothing: the one opens the lift, the others were asked for."""

ALWAYS = ASIDE | {DueKind.TAPER}
"""They are sent however near another message is: the runner chose their time, or they come once in a season."""

SAYERS: Mapping[DueKind, Callable[[Turn, Due], Replies]] = {
    DueKind.MORNING: before_lift.morning,
    DueKind.SNOOZE: before_lift.morning,
    DueKind.WARMUP: before_lift.warm_up,
    DueKind.ALERT: before_lift.alert,
    DueKind.AFTER: after_lift.after,
    DueKind.SORE: after_lift.soreness,
    DueKind.DAILY: of_the_day.daily,
    DueKind.WEEK: of_the_day.week,
    DueKind.TAPER: of_the_day.taper,
    DueKind.BACK: of_the_day.back,
}


def remind(turn: Turn, due: Due) -> Replies:
    """Return what to send for a due reminder.

    Nothing in quiet hours, in a pause or while a red flag stands, nor right beside a message that matters more.
    """
    if _is_quiet(turn) or _is_crowded(turn, due):
        return ()
    return SAYERS[due.kind](turn, due)


def useful_until(turn: Turn, due: Due) -> dt.datetime:
    """Return until when the message of a reminder may be sent: it may be held up into quiet hours, or a pause."""
    return min((due.deadline, *_silences(turn)))


def _silences(turn: Turn) -> Iterator[dt.datetime]:
    """Yield the instants to come from which nothing is sent."""
    quiet = turn.runner.reminders.quiet
    if quiet is not None:
        starts = (instant(turn.today + dt.timedelta(days=n), quiet[0], turn.zone) for n in (0, 1))
        yield next(at for at in starts if at > turn.now)
    pauses = open_pauses(turn.records, turn.runner, turn.now)
    yield from (begins_at(pause, turn.runner) for _, pause in pauses)


def in_turn(
    rows: tuple[Due, ...], now: dt.datetime, *, queued: dt.timedelta = dt.timedelta()
) -> Iterator[tuple[Due, bool]]:
    """Yield the reminders that wait and are still of use, in the order in which they may speak, each with "is late".

    `queued` is for how long others have stood before them: that makes none of them late.

    First those in time, the more important one of a moment first; then those that a downtime made late, the newest
    first: of these a runner hears the first that has something to say, and only when nothing of theirs was in time.
    """
    useful = [due for due in rows if now <= due.deadline]
    in_time = [due for due in useful if now - due.due_at <= IN_TIME + queued]
    late = [due for due in useful if now - due.due_at > IN_TIME + queued]
    yield from ((due, False) for due in sorted(in_time, key=lambda due: (due.due_at, RANK[due.kind])))
    yield from ((due, True) for due in sorted(late, key=lambda due: (now - due.due_at, RANK[due.kind])))


def _is_quiet(turn: Turn) -> bool:
    if in_quiet_hours(turn.now.astimezone(turn.zone).time(), turn.runner.reminders.quiet):
        return True
    return standing_pause(turn.records, turn.runner, turn.now) is not None or bool(standing_flags(turn))


def _is_crowded(turn: Turn, due: Due) -> bool:
    """Tell whether a message that goes first comes, or came, at nearly the same time."""
    if due.kind in ALWAYS:
        return False
    apart = dt.timedelta(minutes=turn.knowledge.thresholds.reminders.apart_min)
    near = turn.records.due_between(turn.runner.id, due.due_at - apart, due.due_at + apart)
    return any(_goes_first(turn, other, due) for other in near if abs(other.due_at - due.due_at) < apart)


def _goes_first(turn: Turn, other: Due, due: Due) -> bool:
    """Tell whether one reminder holds another back; a morning reminder gives way only to another of its day."""
    if other.id == due.id or other.kind in ASIDE:
        return False
    if due.kind is DueKind.MORNING:
        return other.kind is DueKind.MORNING and other.state is DueState.QUEUED and other.local_date == due.local_date
    if other.state is DueState.QUEUED:
        return True
    return other.state is DueState.PENDING and RANK[other.kind] < RANK[due.kind] and _will_speak(turn, other)


def _will_speak(turn: Turn, due: Due) -> bool:
    """Tell whether a reminder that is to come has something to say, by what is known now: an alert seldom has."""
    return due.kind is not DueKind.ALERT or before_lift.news(turn, due) is not None
