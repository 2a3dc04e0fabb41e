"""`/lifts`: the runner's fixed lift times."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app import weeks
from bot.app.doubts import ask_back
from bot.app.replies import refused, stored
from bot.app.reply import Line, Replies, Reply, say
from bot.app.turn import Turn, values
from bot.guidance.engine import decide
from bot.guidance.situation import Book
from bot.guidance.verdict import Verdict
from bot.language.meaning import FixedLiftsReading, Unread
from bot.language.values import read_fixed_lifts
from bot.training.lifts import FixedLift
from bot.training.time import instant

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
    return Reply(lines=(say(m.LIFTS_SHOWN), *table) if table else (say(m.NO_LIFT_TIMES),))


def _table(turn: Turn) -> tuple[Line, ...]:
    book = turn.book()
    times = sorted(values(turn.records.fixed_lifts.of(turn.runner.id)), key=lambda lift: (lift.weekday, lift.time))
    return tuple(_row(turn, book, lift) for lift in times)


def _row(turn: Turn, book: Book, lift: FixedLift) -> Line:
    """Say what the coming occurrence of a lift time would be answered: a fixed time is warned about, never moved."""
    ahead = (lift.weekday - turn.today.weekday()) % 7
    days = (ahead, ahead + 7)
    at = next(
        at
        for offset in days
        if (at := instant(turn.today + dt.timedelta(days=offset), lift.time, turn.zone)) > turn.now
    )
    decision = decide(book, at)
    verdict = {Verdict.HEAVY: m.LIFT_ROW_YES, Verdict.LIGHT: m.LIFT_ROW_LIGHT}.get(decision.verdict, m.LIFT_ROW_NO)
    return say(verdict, lift=lift, at=at)


def _reminder_note(turn: Turn) -> tuple[Line, ...]:
    return () if turn.runner.reminders.morning else (say(m.NO_REMINDER_TIME),)
