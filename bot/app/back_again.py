"""A run that was just left out, changed or moved, and is as it was after all: the change is taken back."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping

from bot.app import schedule, setup
from bot.app.just_told import just_told
from bot.app.reply import Action
from bot.app.turn import Turn
from bot.app.what_if import day_named
from bot.language.back_again import Again, BackAgain, kind_named, read_back_again
from bot.training.runs import DatedRun, RunKind

UNDO = "undo"
FRAME = frozenset({"the", "my", "a", "run", "session", "is", "training", "that", "this", "it", "run's", "its", "it's"})
"""Words that name no run in particular."""

Changed = tuple[DatedRun, ...]


def button_meant(turn: Turn, text: str) -> Action | None:
    """Return what undoes the newest change, where that is about the run that a text says is as it was.

    A question may have been asked in between; anything that was told since is newer.
    """
    said = read_back_again(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    newest = turn.records.last_change(turn.runner.id)
    if said is None or newest is None or setup.step_of(turn) is not None:
        return None
    touched = just_told(turn)
    changed = tuple(one for one in touched if isinstance(one, DatedRun) and not one.done)
    if not changed or len(changed) != len(touched) or not MEANS[said.how](turn, said, changed):
        return None
    return Action(name=UNDO, args=(str(newest),))


def _is_on(turn: Turn, said: BackAgain, changed: Changed) -> bool:
    """Tell whether a run that was left out is the one that is on again."""
    left_out = [one for one in changed if one.run.kind is RunKind.REST]
    return len(changed) == len(left_out) == 1 and _is_named(turn, said.words, changed)


def _is_kind(turn: Turn, said: BackAgain, changed: Changed) -> bool:
    """Tell whether the one run that was changed, or left out, was of the kind that it is to be after all."""
    return len(changed) == 1 and _kind(turn, said.words) is not None and _is_named(turn, said.words, changed)


def _is_back(turn: Turn, said: BackAgain, changed: Changed) -> bool:
    """Tell whether a run that was moved left the day to which it goes back."""
    day = day_named(turn, said.words)
    left = [one.date for one in changed if one.run.kind is RunKind.REST]
    timed = day is None or day.time is not None or day.part is not None
    return not timed and len(left) == 1 and len(changed) > 1 and day is not None and day.date == left[0]


def _is_named(turn: Turn, words: str, changed: Changed) -> bool:
    """Tell whether words can name the run that was planned for the day of a change."""
    day, kind = day_named(turn, words), _kind(turn, words)
    dates = {one.date for one in changed}
    if day is not None and day.date not in dates:
        return False
    if kind not in {None, RunKind.OTHER}:
        return any(kind in _planned(turn, date) for date in dates)
    return day is not None or FRAME.issuperset(words.lower().split())


def _kind(turn: Turn, words: str) -> RunKind | None:
    return kind_named(words, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)


def _planned(turn: Turn, day: dt.date) -> Collection[RunKind]:
    """Return the kinds of the runs that the weekly pattern has on a day."""
    pattern = schedule.current(turn)
    return () if pattern is None else [one.run.kind for one in pattern.runs if one.weekday == day.weekday()]


MEANS: Mapping[Again, Callable[[Turn, BackAgain, Changed], bool]] = {
    Again.ON: _is_on,
    Again.KIND: _is_kind,
    Again.DAY: _is_back,
}
