"""`/lifts`: the runner's fixed lift times."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from bot.app import messages as m
from bot.app import weeks
from bot.app.doubts import ask_back
from bot.app.replies import refused, stored
from bot.app.reply import Line, Replies, Reply, say
from bot.app.told import note_told
from bot.app.turn import Turn, values
from bot.guidance.planner import decided
from bot.guidance.verdict import Decision, Verdict
from bot.language.meaning import FixedLiftsReading, Unread
from bot.language.values import read_fixed_lifts
from bot.training.lifts import FixedLift, LiftChange
from bot.training.time import exists, instant

MOST = 7


def lifts(turn: Turn, text: str) -> Replies:
    """Show the fixed lift times, or replace them with what the text says."""
    if not text.strip():
        return weeks.week(turn) if turn.runner.profile.auto_lifts else (shown(turn),)
    reading = read_fixed_lifts(text, vocabulary=turn.knowledge.vocabulary)
    return store(turn, reading)


def store(turn: Turn, reading: FixedLiftsReading | Unread) -> Replies:
    """Keep the lift times as they were read."""
    if isinstance(reading, Unread):
        return (ask_back(reading),)
    if reading.auto:
        return weeks.auto(turn)
    if len(reading.lifts) > MOST:
        return (refused(m.TOO_MANY, most=MOST),)
    with turn.change() as change_id:
        turn.records.fixed_lifts.clear(turn.runner.id)
        turn.save(replace(turn.runner, profile=replace(turn.runner.profile, auto_lifts=False)))
        for lift in reading.lifts:
            turn.records.fixed_lifts.add(turn.runner.id, lift)
    return (stored(change_id, say(m.LIFTS_STORED), *_table(turn), *_reminder_note(turn)),)


def shown(turn: Turn) -> Reply:
    """Show the fixed lift times."""
    table = _table(turn)
    return Reply(lines=(say(m.LIFTS_SHOWN), *table, *_changed(turn)) if table else (say(m.NO_LIFT_TIMES),))


def _table(turn: Turn) -> tuple[Line, ...]:
    """Say what the coming occurrence of each lift time would be answered, with the lifts before it done.

    A fixed time is warned about, never moved.
    """
    times = sorted(values(turn.records.fixed_lifts.of(turn.runner.id)), key=lambda lift: (lift.weekday, lift.time))
    coming = {lift: next(at for at in _times(turn, lift) if at > turn.now) for lift in times}
    decisions = {one.at: one for one in decided(turn.book(), {*coming.values(), *weeks.fixed_times(turn)})}
    note_told(turn, [(at, decisions[at].verdict) for at in coming.values()])
    return tuple(_row(lift, decisions[at]) for lift, at in coming.items())


def _row(lift: FixedLift, decision: Decision) -> Line:
    """Say what a lift time would be answered, and why it is held back."""
    message = {Verdict.HEAVY: m.LIFT_ROW_YES, Verdict.LIGHT: m.LIFT_ROW_LIGHT}.get(decision.verdict, m.LIFT_ROW_NO)
    if decision.main is None or message is m.LIFT_ROW_YES:
        return say(m.LIFT_ROW_YES, lift=lift, at=decision.at)
    return say(message, lift=lift, at=decision.at, reason=decision.main)


def _times(turn: Turn, lift: FixedLift) -> Iterator[dt.datetime]:
    """Yield when a lift time comes, earliest first, without the weeks in which it was left out or moved away."""
    changed = {(change.date, change.time) for change in values(turn.records.lift_changes.of(turn.runner.id))}
    ahead = (lift.weekday - turn.today.weekday()) % 7
    for week in count():
        day = turn.today + dt.timedelta(days=ahead + 7 * week)
        if (day, lift.time) not in changed and exists(day, turn.zone):
            yield instant(day, lift.time, turn.zone)


def _changed(turn: Turn) -> tuple[Line, ...]:
    """Say which single lifts to come stand elsewhere, and which are left out."""
    known = values(turn.records.lift_changes.of(turn.runner.id))
    changes = {(one.date, one.time): one for one in known}.values()
    return tuple(_change(turn, one) for one in changes if max(one.date, one.to_date or one.date) >= turn.today)


def _change(turn: Turn, change: LiftChange) -> Line:
    before = instant(change.date, change.time, turn.zone)
    if change.to_date is None or change.to_time is None:
        return say(m.LIFT_SKIPPED, at=before)
    return say(m.LIFT_MOVED, at=instant(change.to_date, change.to_time, turn.zone), before=before)


def _reminder_note(turn: Turn) -> tuple[Line, ...]:
    return () if turn.runner.reminders.morning else (say(m.NO_REMINDER_TIME),)
