"""`/pause` and `/resume`: nothing unasked until a day, or until the runner wants it again."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.lift_days import lift_times
from bot.app.occurrences import AHEAD_DAYS
from bot.app.pauses import begins_at, open_pauses
from bot.app.recording import meanings
from bot.app.records import Pause
from bot.app.replies import asked, button, refused, stored, unable
from bot.app.reply import Button, Line, Mark, Replies, Reply, say
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
    if not isinstance(reading, ResumeReading):
        told = meanings(turn, f"pause {text}")
        reading = next((one for one in told if isinstance(one, PauseReading) and one.since), reading)
    if isinstance(reading, ResumeReading):
        return resume(turn, "")
    return store(turn, reading)


def is_paused(turn: Turn) -> Replies:
    """Tell whether there is a pause, and until when."""
    paused = open_pauses(turn.records, turn.runner, turn.now)
    return (_shown(turn) if paused else Reply(mark=Mark.KNOWLEDGE, lines=(say(m.NOT_PAUSED),)),)


def store(turn: Turn, reading: PauseReading | Unread | None) -> Replies:
    """Pause as it was read; nothing is sent before the day that is named."""
    if isinstance(reading, Unread):
        return (ask_back(reading),)
    if reading is None:
        return (refused(m.PAUSE_EXPECTS),)
    if reading.until is None:
        return (_shown(turn),)
    if not (reading.since or turn.today) < reading.until <= turn.today + LONGEST:
        return (refused(m.PAUSE_EXPECTS),)
    since = None if reading.since is None or reading.since <= turn.today else reading.since
    return (_paused(turn, reading.until, since),)


def pause_days(turn: Turn, days: int) -> Replies:
    """Pause for so many days, today among them."""
    return store(turn, PauseReading(until=turn.today + dt.timedelta(days=min(days, LONGEST.days))))


def resume(turn: Turn, _: str) -> Replies:
    """End the pause now, or give up the one that is to come."""
    waiting = open_pauses(turn.records, turn.runner, turn.now)
    if not waiting:
        return (unable(m.NO_PAUSE),)
    row, kept = waiting[0]
    with turn.change() as change_id:
        turn.records.pauses.replace(turn.runner.id, row, replace(kept, ended_at=turn.said_at))
    return (stored(change_id, say(m.RESUMED), *_next_lift(turn)),)


def _paused(turn: Turn, until: dt.date, since: dt.date | None) -> Reply:
    """Keep a pause in the place of the one like it; what still waits to be sent as it begins is given up."""
    waiting = open_pauses(turn.records, turn.runner, turn.now)
    begun = {row: begins_at(one, turn.runner) <= turn.now for row, one in waiting}
    alike = next((row for row, is_begun in begun.items() if is_begun is (since is None)), None)
    wished = Pause(at=turn.said_at, until=until, since=since)
    with turn.change() as change_id:
        if alike is None:
            turn.records.pauses.add(turn.runner.id, wished)
        else:
            turn.records.pauses.replace(turn.runner.id, alike, wished)
    if since is not None:
        return stored(change_id, say(m.PAUSED_FROM, first=since, day=until))
    turn.records.drop_bulk(turn.runner.chat_id)
    return stored(change_id, say(m.PAUSED, day=until))


def _shown(turn: Turn) -> Reply:
    waiting = open_pauses(turn.records, turn.runner, turn.now)
    if waiting:
        return Reply(lines=shown(turn), buttons=((button(say(m.RESUME), "resume"),),))
    return asked(say(m.ASK_PAUSE), buttons=(tuple(map(_length, LENGTHS)),))


def shown(turn: Turn) -> tuple[Line, ...]:
    """Return a line for each pause that holds or is to come."""
    waiting = (one for _, one in open_pauses(turn.records, turn.runner, turn.now))
    return tuple(
        say(m.PAUSE_SHOWN, day=one.until)
        if one.since is None or begins_at(one, turn.runner) <= turn.now
        else say(m.PAUSE_SHOWN_FROM, first=one.since, day=one.until)
        for one in waiting
    )


def _length(days: int) -> Button:
    return button(say(m.PAUSE_DAYS, count=days), "pause", str(days))


def _next_lift(turn: Turn) -> tuple[Line, ...]:
    coming = lift_times(turn.records, turn.runner, first=turn.today, days=AHEAD_DAYS)
    at = next((at for lift in coming if (at := lift.at(turn.zone)) > turn.now), None)
    return () if at is None else (say(m.NEXT_LIFT, at=at),)
