"""What is said of the last answer on second thoughts: what it changed is to be undone, what it offered to be done."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from bot.app import dialogues, setup
from bot.app import messages as m
from bot.app.just_told import fresh, just_told, stamped
from bot.app.reply import Action, Replies
from bot.app.turn import Turn
from bot.language.whole_sentences import is_said, typed
from bot.training.body import CheckIn, RedFlag
from bot.training.health import HealthFact
from bot.training.runs import DatedRun, RunKind

LONGEST: Final = 60

OFFERS: Final = frozenset({"mv", "dr", "ex"})
"""Buttons that change the runs as the line above them supposes; those of a verdict are no offer."""

SUPPOSED: Final = frozenset({m.WHAT_IF, m.WHAT_IF_MOVED, m.WHAT_IF_SWAPPED})

UNDO: Final = "undo"


def shown(replies: Replies, at: dt.datetime) -> Mapping[str, str]:
    """Return the one change that some replies offer, and the one that they tell of, as they are remembered."""
    supposing = [reply for reply in replies if any(line.message in SUPPOSED for line in reply.lines)]
    sorts = ((dialogues.OFFER, supposing, OFFERS), (dialogues.CHANGE, replies, frozenset({UNDO})))
    found = ((key, _actions(tuple(told), names)) for key, told, names in sorts)
    return {key: stamped(at, alike[0].encode()) for key, alike in found if len(alike) == 1}


def _actions(replies: Replies, names: frozenset[str]) -> list[Action]:
    buttons = (one for reply in replies for row in reply.buttons for one in row)
    return [one.action for one in buttons if isinstance(one.action, Action) and one.action.name in names]


def changed(turn: Turn) -> Action | None:
    """Return what undoes the one change that the last answer told of, while that is fresh."""
    return _fresh(turn, dialogues.CHANGE)


def button_meant(turn: Turn, text: str) -> Action | None:
    """Return the button of the last answer that a text says to go ahead with, or by which it takes its words back.

    Nothing told of the body is taken back in passing, nor a step of the set-up.
    """
    if len(text) > LONGEST or "?" in text:
        return None
    words, vocabulary = typed(text), turn.knowledge.vocabulary
    offer, change = _fresh(turn, dialogues.OFFER), changed(turn)
    if offer is not None and is_said("go_ahead", words, vocabulary):
        return offer
    if change is None or setup.step_of(turn) is not None:
        return None
    if is_said("taken_back", words, vocabulary):
        return None if any(isinstance(one, CheckIn | RedFlag | HealthFact) for one in just_told(turn)) else change
    return change if _left_out(turn) and is_said("ran_after_all", words, vocabulary) else None


def _fresh(turn: Turn, key: str) -> Action | None:
    action = fresh(turn, dialogues.draft_of(turn, key))
    return None if action is None else Action.decode(action)


def _left_out(turn: Turn) -> bool:
    """Tell whether the newest change is that one run is left out of a day that has begun."""
    runs = [one for one in just_told(turn) if isinstance(one, DatedRun)]
    return len(runs) == 1 and runs[0].run.kind is RunKind.REST and runs[0].date <= turn.today
