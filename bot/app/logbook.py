"""`/log`: lifts as they were done."""

import datetime as dt
from dataclasses import replace

from bot.app import estimates, running, weeks, workouts
from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.replies import button, refused, stored
from bot.app.reply import Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.situation import Book, Situation
from bot.language.lifts import read_lift
from bot.language.meaning import LiftReading, Unread
from bot.training.lifts import Lift
from bot.training.strength import is_heavy


def log(turn: Turn, text: str) -> Replies:
    """Log a lift from `/log <text>`."""
    readings = read_lift(
        text, now=turn.local_now, vocabulary=turn.knowledge.vocabulary, mass_unit=turn.runner.profile.units
    )
    return store(turn, readings)


def store(turn: Turn, readings: tuple[LiftReading | Unread, ...]) -> Replies:
    """Keep lifts as they were read; one that is in doubt stops all of them."""
    doubts = [reading for reading in readings if isinstance(reading, Unread)]
    sure = [reading for reading in readings if isinstance(reading, LiftReading)]
    if doubts or not sure:
        return (ask_back(*doubts) if doubts else refused(m.LOG_EMPTY),)
    return (*keep(turn, [_lift(turn, reading) for reading in sure]), *weeks.repaired(turn))


def keep(turn: Turn, lifts: list[Lift]) -> Replies:
    """Keep lifts, and advise on running after them."""
    with turn.change() as change_id:
        rows = [turn.records.lifts.add(turn.runner.id, lift) for lift in lifts]
    workouts.give_way(turn, lifts)
    said = stored(change_id, *(line for lift in lifts for line in echo(turn, lift)))
    # Several lifts of one message are told apart in `/log`.
    said = with_edit(said, rows[0]) if len(rows) == 1 else said
    return (said, *running.after_logging(turn, lifts))


def with_edit(said: Reply, row: int) -> Reply:
    """Return the echo of a lift with a button that changes it."""
    undo, *others = said.buttons
    return replace(said, buttons=((*undo, button(say(m.EDIT), "ledit", str(row))), *others))


def _lift(turn: Turn, reading: LiftReading) -> Lift:
    at = turn.said_at if reading.at is None else reading.at.astimezone(dt.UTC)
    return Lift(at=at, exercise=reading.exercise, sets=reading.sets, called=reading.called, text=reading.text)


def echo(turn: Turn, lift: Lift) -> tuple[Line, ...]:
    """Say what was kept of a lift, and what it counts as."""
    thresholds = turn.knowledge.thresholds
    since = lift.at - dt.timedelta(weeks=thresholds.strength.e1rm_weeks)
    known = turn.records.lifts_since(turn.runner.id, since)
    book = Book(Situation(profile=turn.runner.profile, lifts=known), thresholds)
    heavy = is_heavy(lift, book.estimates, thresholds.strength)
    return (
        say(m.LIFT_STORED, lift=lift, at=lift.at),
        say(m.COUNTS_HEAVY if heavy else m.COUNTS_LIGHT),
        *estimates.told(book, lift.exercise, at=lift.at),
    )
