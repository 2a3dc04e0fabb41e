"""How long the night was that was told to be bad: asked until it is said, and heard in a few words."""

import datetime as dt
from contextlib import suppress
from typing import Final

from bot.app import dialogues
from bot.app.reply import Action, Reply
from bot.app.turn import Turn
from bot.language.hours_slept import read_hours_slept
from bot.training.body import Sleep
from bot.training.time import local_date

WAITS: Final = "night"
"""Where it is kept since when the question waits."""

SHORT: Final = Action(name="ci", args=("sleep3",))
"""A button of the question."""


def asked(turn: Turn) -> None:
    """Keep that it was asked how long the last night was."""
    dialogues.hold(turn, turn.said_at.isoformat(), WAITS)


def waits(turn: Turn) -> bool:
    """Tell whether that was asked on this day and is not answered."""
    at = None
    with suppress(ValueError):
        at = dt.datetime.fromisoformat(dialogues.draft_of(turn, WAITS) or "")
    if at is None or local_date(at, turn.zone) != turn.local_now.date():
        return False
    return not any(isinstance(one, Sleep) and one.at >= at for _, one in turn.records.checkins.of(turn.runner.id))


def is_asked_in(reply: Reply) -> bool:
    """Tell whether a reply asks how long the last night was."""
    return any(one.action == SHORT for row in reply.buttons for one in row)


def hours_said(turn: Turn, text: str) -> float | None:
    """Return the hours that a text answers the question with: a bare number only right behind it."""
    said = read_hours_slept(text, turn.knowledge.vocabulary)
    if said is None:
        return None
    shown = SHORT in dialogues.taps(turn)
    return said.hours if shown or (said.has_unit and waits(turn)) else None
