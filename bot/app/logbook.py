"""`/log`: lifts as they were done."""

import datetime as dt
import re
from dataclasses import replace

from bot.app import dialogues, estimates, running, told_twice, weeks, workouts
from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.replies import alert, button, refused, stored
from bot.app.reply import Kg, Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.situation import Book, Situation
from bot.language.lifts import read_lift
from bot.language.meaning import Doubt, LiftReading, Unread
from bot.training.lifts import HEAVIEST_KG, Lift
from bot.training.profile import MassUnit
from bot.training.strength import is_heavy

HUNDREDS = re.compile(r"(?<![\d.,%])([3-9]\d\d(?:[.,]5)?)(?![\d%])(?! ?(?:kg|lb|%))", re.IGNORECASE)
"""A weight that may be in kg or in lb."""

UNITS = {MassUnit.LB: m.UNIT_LB, MassUnit.KG: m.UNIT_KG}


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
    if doubts and all(map(_lacks_unit, doubts)):
        return (_ask_unit(turn, doubts[0]),)
    if doubts or not sure:
        right = say(m.LIFT_RIGHT, weight=Kg(kg=HEAVIEST_KG))
        return (ask_back(*doubts, right=right) if doubts else refused(m.LOG_EMPTY),)
    return _keep_news(turn, sure)


def _keep_news(turn: Turn, readings: list[LiftReading]) -> Replies:
    """Keep lifts; those that may be in the log already wait until the runner says that they are others."""
    new: list[Lift] = []
    waiting: list[tuple[Lift, Lift]] = []
    for reading in readings:
        lift = lift_of(turn, reading)
        known = told_twice.known_as(turn, lift, dated=reading.at is not None)
        if known is None:
            new.append(lift)
        else:
            waiting.append((lift, known))
    kept = (*keep(turn, new), *weeks.repaired(turn)) if new else ()
    return (*kept, told_twice.ask(turn, waiting)) if waiting else kept


def again(turn: Turn) -> Replies:
    """Keep the lifts that wait because they are in the log already."""
    lifts = told_twice.held(turn)
    return (*keep(turn, lifts), *weeks.repaired(turn)) if lifts else (alert(m.BUTTON_STALE),)


def _lacks_unit(unread: Unread) -> bool:
    """Tell whether a number is a weight in kg or lb: plates and shares of a best are neither."""
    return unread.doubt is Doubt.WEIGHT and HUNDREDS.search(unread.text) is not None


def _ask_unit(turn: Turn, unread: Unread) -> Reply:
    """Ask for the unit of a weight; the lift waits for it."""
    dialogues.hold(turn, unread.text)
    units = tuple(button(say(label), dialogues.UNIT, unit.value) for unit, label in UNITS.items())
    return replace(ask_back(unread), buttons=(units,))


def in_unit(turn: Turn, name: str) -> Replies:
    """Log the lift that waits for the unit of its weight."""
    text = dialogues.held(turn)
    if text is None or name not in set(MassUnit):
        return (alert(m.BUTTON_STALE),)
    unit = MassUnit(name)
    told = HUNDREDS.sub(rf"\1 {unit.value}", text, count=1)
    return store(turn, read_lift(told, now=turn.local_now, vocabulary=turn.knowledge.vocabulary, mass_unit=unit))


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


def lift_of(turn: Turn, reading: LiftReading) -> Lift:
    """Return a lift as it was read; one without a time was when it was told."""
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
