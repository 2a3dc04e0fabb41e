"""A lift that was half told: what its sets were is asked, and what is said next is read together with it."""

from typing import Final

from bot.app import dialogues
from bot.app.doubts import ask_back
from bot.app.just_told import fresh, stamped
from bot.app.recording import meanings
from bot.app.reply import Reply
from bot.app.turn import Turn
from bot.language.meaning import Doubt, LiftReading, Unread

WAITS: Final = "lift half told"
LONGEST: Final = 80


def ask(turn: Turn, unread: Unread, text: str) -> Reply:
    """Ask for the sets of a lift that was told without them; its text waits."""
    dialogues.hold(turn, stamped(turn.said_at, text), WAITS)
    return ask_back(unread)


def asks(unread: Unread) -> bool:
    """Tell whether the sets of a lift are what is missing."""
    return unread.doubt is Doubt.SETS


def whole(turn: Turn, text: str) -> str:
    """Return a text with the half of the lift that waits before it, where both are one lift; else the text alone."""
    held = dialogues.held(turn, WAITS)
    if held is None or len(text) > LONGEST or "?" in text:
        return text
    half = fresh(turn, held)
    both = text if half is None else f"{half} {text}"
    return both if both != text and _is_lift(turn, both) else text


def _is_lift(turn: Turn, text: str) -> bool:
    found = meanings(turn, text)
    return bool(found) and all(isinstance(one, LiftReading) for one in found)
