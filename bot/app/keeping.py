"""What is to stay as it is: "keep it", "leave it as it is", "don't change anything"."""

import re

from bot.app import dialogues, half_read, red_flags
from bot.app import messages as m
from bot.app.reply import Action, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.whole_sentences import is_said, typed

LONGEST = 60

OF_THE_BODY = frozenset({dialogues.CALM, "mine", "notmine", "tired", "pain", "nopain", "ci", "withdrawn", "cleared"})
"""Buttons of questions that only an answer in so many words settles."""

NOT_OWN = frozenset({dialogues.SETUP, dialogues.LEFT, "question"})
"""Dialogues that nothing is closed of by leaving things as they are."""

STAYS = re.compile(r"\b(?:leave|leaving|change|changes|touch|alone|be)\b", re.IGNORECASE)
"""So one says it of what is; "keep it" may also be said of what is offered."""

KEEPS = re.compile(r"\b(?:keep|leave) (?:it|everything|both|the old)\b", re.IGNORECASE)


def means_it(turn: Turn, text: str) -> bool:
    """Tell whether a text says, as a whole, that all shall stay as it is."""
    return len(text) <= LONGEST and is_said("keeps", typed(text), turn.knowledge.vocabulary)


def button_meant(turn: Turn, text: str) -> Action | None:
    """Return the button that leaves things as they are, of what is open; None for any other text, or without one."""
    labels = dialogues.typed_labels(turn)
    names = {action.name for action in labels.values()}
    if not labels or names & OF_THE_BODY or not means_it(turn, text):
        return None
    stays = STAYS.search(text) is not None
    if {half_read.KEEP, half_read.DROP} <= names:
        return Action(name=half_read.DROP if stays else half_read.KEEP)
    keeping = [action for label, action in labels.items() if KEEPS.search(label)]
    denying = [action for label, action in labels.items() if dialogues.is_no(label)]
    meant = (denying, keeping) if stays else (keeping, denying)
    return next((found[0] for found in meant if len(found) == 1), None)


def answer(turn: Turn, text: str) -> Replies:
    """Leave all as it is, where no button says so, and let go of what is open; nothing for any other text."""
    if dialogues.tap_names(turn) & OF_THE_BODY or not means_it(turn, text):
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    dialogue = turn.records.dialogue(turn.runner.id)
    if dialogue is not None and dialogue.name not in NOT_OWN:
        dialogues.leave(turn)
    elif dialogue is not None and half_read.WAITS in dialogue.draft:
        dialogues.drop_draft(turn)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.KEPT),)),)
