"""What is said of the last answer on second thoughts: what it changed is to be undone, what it offered to be done."""

from collections.abc import Mapping
from typing import Final

from bot.app import dialogues
from bot.app.just_told import just_told
from bot.app.reply import Action, Replies
from bot.app.turn import Turn
from bot.language.whole_sentences import is_said, typed
from bot.training.runs import DatedRun, RunKind

LONGEST: Final = 60

OFFERS: Final = frozenset({"mv", "dr", "ex", "plan"})
"""Buttons that change the runs or plan the lifts, as the line above them offers."""

UNDO: Final = "undo"


def shown(replies: Replies) -> Mapping[str, str]:
    """Return the one change that some replies offer, and the one that they tell of, as they are remembered."""
    buttons = (one for reply in replies for row in reply.buttons for one in row)
    actions = [one.action for one in buttons if isinstance(one.action, Action)]
    sorts = ((dialogues.OFFER, OFFERS), (dialogues.CHANGE, frozenset({UNDO})))
    found = ((key, [one for one in actions if one.name in names]) for key, names in sorts)
    return {key: alike[0].encode() for key, alike in found if len(alike) == 1}


def button_meant(turn: Turn, text: str) -> Action | None:
    """Return the button of the last answer that a text says to go ahead with, or by which it takes its words back."""
    if len(text) > LONGEST or "?" in text:
        return None
    words, vocabulary = typed(text), turn.knowledge.vocabulary
    offer, change = (dialogues.draft_of(turn, key) for key in (dialogues.OFFER, dialogues.CHANGE))
    if offer is not None and is_said("go_ahead", words, vocabulary):
        return Action.decode(offer)
    if change is None:
        return None
    back = is_said("taken_back", words, vocabulary) or (is_said("ran_after_all", words, vocabulary) and _left_out(turn))
    return Action.decode(change) if back else None


def _left_out(turn: Turn) -> bool:
    """Tell whether the newest change is that one run is left out."""
    runs = [one for one in just_told(turn) if isinstance(one, DatedRun)]
    return len(runs) == 1 and runs[0].run.kind is RunKind.REST
