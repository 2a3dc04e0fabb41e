"""A time that may be one before or after noon: two buttons ask for it, and "evening" or "7pm" can be typed for them."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from bot.app import dialogues
from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.pressing import StaleButton, read_time
from bot.app.reply import Action, Button, Reply, say
from bot.app.turn import Turn
from bot.language.clocks import as_text, other_half
from bot.language.follow_ups import read_time_alone
from bot.language.meaning import DatedRunReading, MomentReading, Part, Unread
from bot.training.time import instant

BOTH = 2
LATER = frozenset({Part.NOON, Part.AFTERNOON, Part.EVENING})

PLACE = "\x1f"
"""Stands in a message that waits for the time that is open in it; nobody can type it."""


def ask_of_lift(turn: Turn, reading: Unread, day: dt.date) -> Reply:
    """Ask at which of two times of a day one means to lift."""

    def answer(at: str) -> Action:
        when = instant(day, dt.time.fromisoformat(at), turn.zone).astimezone(dt.UTC)
        return Action(name="at", args=(f"{when:%Y%m%d%H%M}",))

    return _asked(reading, answer)


def ask_of_run(turn: Turn, reading: Unread, told: DatedRunReading) -> Reply:
    """Ask at which of two times a run that was just kept is."""
    where = (turn.today.isoformat(), told.date.isoformat(), told.run.kind.value)
    return _asked(reading, lambda at: Action(name="time", args=(*where, _digits(at))))


def ask_of_setting(reading: Unread, name: str) -> Reply:
    """Ask which of two times a setting is to have."""
    return _asked(reading, lambda at: Action(name="set", args=(name, _digits(at))))


def ask_of_text(turn: Turn, reading: Unread, text: str) -> Reply:
    """Ask at which of two times it is what a message tells; the message waits, to be taken anew with that time."""
    if len(reading.options) != BOTH or reading.text not in text:
        return ask_back(reading)
    dialogues.hold(turn, text.replace(reading.text, PLACE, 1), dialogues.HALF)
    return _asked(reading, lambda at: Action(name=dialogues.HALF, args=(_digits(at),)))


def _asked(reading: Unread, answer: Callable[[str], Action]) -> Reply:
    """Ask back with a button for each time."""
    buttons = tuple(Button(label=say(m.PLAIN, text=at), action=answer(at)) for at in reading.options)
    return replace(ask_back(reading), buttons=(buttons,))


def _digits(at: str) -> str:
    """Return a time as buttons carry it: without its colon, which parts what they carry."""
    return at.replace(":", "")


def told(turn: Turn, time: str) -> str | None:
    """Return the message that waits, with the time that was chosen in it; None where none does, or it is no time."""
    try:
        chosen = as_text(read_time(time))
    except StaleButton:
        return None
    text = dialogues.held(turn, dialogues.HALF)
    return None if text is None else text.replace(PLACE, f"at {chosen}", 1)


def typed(turn: Turn, text: str) -> Action | None:
    """Return the button that a typed time, or half of the day, means; None where no two such times wait."""
    waiting = dialogues.typed_labels(turn)
    halves = sorted(_times(waiting))
    if not halves or len(halves) != len(waiting) or [other_half(time) for time in halves] != halves[::-1]:
        return None
    said = read_time_alone(text, now=turn.local_now, vocabulary=turn.knowledge.vocabulary)
    meant = None if said is None else _meant(said, halves)
    return None if meant is None else waiting[as_text(meant)]


def _times(labels: Iterable[str]) -> Iterator[dt.time]:
    for label in labels:
        with suppress(ValueError):
            yield dt.time.fromisoformat(label)


def _meant(said: MomentReading, halves: list[dt.time]) -> dt.time | None:
    """Return the one of two times that is meant; None where another time is named, or no half of the day."""
    if said.time in halves:
        return said.time
    if said.part is Part.MORNING:
        return halves[0]
    return halves[-1] if said.part in LATER else None
