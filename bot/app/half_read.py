"""A week that was half read and waits: it is kept by a yes, corrected behind it, or completed by what was missing."""

from dataclasses import replace

from bot.app import dialogues, run_fixes, schedule
from bot.app import messages as m
from bot.app.replies import asked
from bot.app.reply import Mark, Replies, say
from bot.app.turn import Turn
from bot.language.agreeing import behind_yes
from bot.language.meaning import DayEntry
from bot.training.runs import RunKind, RunSpec

KEEP, DROP = "keepweek", "dropweek"
"""The buttons of a week that was half read."""

WAITS = "week"
"""Where it waits."""

FEWEST = 2
"""One day alone is no new week in the place of the one that waits."""


def is_agreed(turn: Turn, text: str) -> bool:
    """Tell whether a text says yes to a week that was half read, whatever follows."""
    return {KEEP, DROP} <= dialogues.tap_names(turn) and behind_yes(text) is not None


def answered(turn: Turn, text: str) -> Replies:
    """Keep what was understood of the week that waits, with what a text adds; nothing for any other text."""
    waiting = dialogues.draft_of(turn, WAITS)
    if waiting is None or not {KEEP, DROP} <= dialogues.tap_names(turn):
        return ()
    more = behind_yes(text)
    return _completed(turn, waiting, text) if more is None else _kept_with(turn, waiting, more)


def _kept_with(turn: Turn, waiting: str, more: str) -> Replies:
    """Keep the week, then correct it by what stands behind the yes; what is not understood there is asked about."""
    kept = schedule.keep_understood(turn, waiting)
    if not more or kept[0].mark is not Mark.STORED:
        return kept
    corrected = run_fixes.apply(turn.fresh(), run_fixes.read(turn, more).fixes)
    return (*kept, *(corrected or (asked(say(m.CORRECTION_UNREAD, text=more)),)))


def _completed(turn: Turn, waiting: str, text: str) -> Replies:
    """Add the days that were not understood, said alone: "Thursday is a tempo run"."""
    said, known = schedule.read(turn, text), schedule.read(turn, waiting)
    named = {entry.weekday for entry in said.entries if entry.date is None}
    whole = len(named) >= max(FEWEST, len({entry.weekday for entry in known.entries}))
    if said.unread or not named or whole:
        return ()
    others = tuple(entry for entry in known.entries if entry.date is not None or entry.weekday not in named)
    return (schedule.store_week(turn, (*others, *(_as_known(entry, known.entries) for entry in said.entries))),)


def _as_known(said: DayEntry, known: tuple[DayEntry, ...]) -> DayEntry:
    """Return a day with the run that was told of it before, where no more than its time is said now."""
    before = [entry.run for entry in known if entry.date is None and entry.weekday is said.weekday]
    only_timed = said.run == RunSpec(kind=RunKind.OTHER, time=said.run.time, text=said.run.text)
    return replace(said, run=replace(before[0], time=said.run.time)) if only_timed and len(before) == 1 else said
