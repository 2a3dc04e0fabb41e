"""A lift that was half told: what its sets were is asked, and what is said next is read together with it."""

import datetime as dt
from contextlib import suppress
from typing import Final

from bot.app import dialogues
from bot.app.doubts import ask_back
from bot.app.just_told import WHILE
from bot.app.recording import meanings
from bot.app.reply import Reply
from bot.app.turn import Turn
from bot.language.meaning import Doubt, LiftReading, Unread

WAITS: Final = "lift half told"
LONGEST: Final = 80


def ask(turn: Turn, unread: Unread, text: str) -> Reply:
    """Ask for the sets of a lift that was told without them; its text waits."""
    dialogues.hold(turn, f"{turn.said_at.isoformat()} {text}", WAITS)
    return ask_back(unread)


def asks(unread: Unread) -> bool:
    """Tell whether the sets of a lift are what is missing."""
    return unread.doubt is Doubt.SETS


def whole(turn: Turn, text: str) -> str:
    """Return a text with the half of the lift that waits before it, where both are one lift; else the text alone."""
    held = dialogues.held(turn, WAITS)
    if held is None or len(text) > LONGEST or "?" in text:
        return text
    at, _, half = held.partition(" ")
    with suppress(ValueError):
        if turn.said_at - dt.datetime.fromisoformat(at) <= WHILE and _is_lift(turn, f"{half} {text}"):
            return f"{half} {text}"
    return text


def _is_lift(turn: Turn, text: str) -> bool:
    found = meanings(turn, text)
    return bool(found) and all(isinstance(one, LiftReading) for one in found)
