"""The screens of `/settings` and `/remind`: what their buttons say, and what their lines say anew, can be typed."""

import re
from typing import Final

from bot.app import dialogues, remind, settings
from bot.app.reply import Action, Mark, Replies
from bot.app.turn import Turn

REMIND: Final = "rkind"
SET: Final = "set"
SWITCHES: Final = frozenset({REMIND, SET})
"""What the buttons of these screens are called."""

ALONE: Final = re.compile(r"\d{1,2}[:.]\d\d|off", re.IGNORECASE)
"""Below the reminders this is the time of the morning one."""


def button_meant(turn: Turn, text: str) -> Action | None:
    """Return the button of a screen whose label a text is, word for word."""
    return dialogues.on_screen(turn).get(" ".join(text.lower().split()).strip(" .!"))


def answer(turn: Turn, text: str) -> Replies:
    """Take a line as the screen has it ("week sun 18:00", "units lb") for what it says; nothing for any other text."""
    names = {action.name for action in dialogues.on_screen(turn).values()}
    if not names or "?" in text:
        return ()
    said = text.strip().replace(": ", " ", 1)
    name, _, value = said.lower().partition(" ")
    if REMIND in names and ((value and name in {*remind.NAMES, "quiet"}) or ALONE.fullmatch(said)):
        return _if_stored(remind.remind(turn, said))
    takes = SET in names and value and name in settings.SETTINGS
    return _if_stored(settings.set_value(turn, name, value)) if takes else ()


def _if_stored(replies: Replies) -> Replies:
    """Return the replies where something was stored; what is no setting's value was meant as something else."""
    return replies if any(reply.mark is Mark.STORED for reply in replies) else ()
