"""`/pause` and `/resume`: nothing unasked until a day, or until the runner wants it again."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.lift_days import lift_times
from bot.app.occurrences import AHEAD_DAYS
from bot.app.pauses import standing_pause
from bot.app.records import Pause
from bot.app.replies import asked, button, refused, stored, unable
from bot.app.reply import Button, Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import PauseReading, ResumeReading, Unread
from bot.language.pauses import read_pause

LONGEST = dt.timedelta(days=366)
LENGTHS = (7, 14, 28)
"""How many days a tap can pause."""


def pause(turn: Turn, text: str) -> Replies:
    """Pause for some days or until a day; alone it shows the pause, or asks how long."""
    if not text.strip():
        return (_shown(turn),)
    reading = read_pause(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if isinstance(reading, ResumeReading):
        return resume(turn, "")
    return store(turn, reading)


def store(turn: Turn, reading: PauseReading | Unread | None) -> Replies:
    """Pause as it was read; nothing is sent before the day that is named."""
    if isinstance(reading, Unread):
        return (ask_back(reading),)
    if reading is None:
        return (refused(m.PAUSE_EXPECTS),)
    if reading.until is None:
        return (_shown(turn),)
    if not turn.today < reading.until <= turn.today + LONGEST:
        return (refused(m.PAUSE_EXPECTS),)
    return (_paused(turn, reading.until),)


def pause_days(turn: Turn, days: int) -> Replies:
    """Pause for so many days, today among them."""
    return store(turn, PauseReading(until=turn.today + dt.timedelta(days=min(days, LONGEST.days))))


def resume(turn: Turn, _: str) -> Replies:
    """End the pause now."""
    standing = standing_pause(turn.records, turn.runner, turn.now)
    if standing is None:
        return (unable(m.NO_PAUSE),)
    row, kept = standing
    with turn.change() as change_id:
        turn.records.pauses.replace(turn.runner.id, row, replace(kept, ended_at=turn.said_at))
    return (stored(change_id, say(m.RESUMED), *_next_lift(turn)),)


def _paused(turn: Turn, until: dt.date) -> Reply:
    """Keep a pause in the place of the one that stands; what still waits to be sent is given up."""
    standing = standing_pause(turn.records, turn.runner, turn.now)
    wished = Pause(at=turn.said_at, until=until)
    with turn.change() as change_id:
        if standing is None:
            turn.records.pauses.add(turn.runner.id, wished)
        else:
            turn.records.pauses.replace(turn.runner.id, standing[0], wished)
    turn.records.drop_bulk(turn.runner.chat_id)
    return stored(change_id, say(m.PAUSED, day=until))


def _shown(turn: Turn) -> Reply:
    standing = standing_pause(turn.records, turn.runner, turn.now)
    if standing is not None:
        return Reply(lines=(say(m.PAUSE_SHOWN, day=standing[1].until),), buttons=((button(say(m.RESUME), "resume"),),))
    return asked(say(m.ASK_PAUSE), buttons=(tuple(map(_length, LENGTHS)),))


def _length(days: int) -> Button:
    return button(say(m.PAUSE_DAYS, count=days), "pause", str(days))


def _next_lift(turn: Turn) -> tuple[Line, ...]:
    coming = lift_times(turn.records, turn.runner, first=turn.today, days=AHEAD_DAYS)
    at = next((at for lift in coming if (at := lift.at(turn.zone)) > turn.now), None)
    return () if at is None else (say(m.NEXT_LIFT, at=at),)
