"""Another day, time or value that was meant, said right behind what it was told for: it holds instead."""

import datetime as dt
import re
from typing import Final

from bot.app.answered import answer as answer_all
from bot.app.just_told import just_made, just_told
from bot.app.recording import meanings
from bot.app.reply import Replies
from bot.app.settings import NAMES, PlaceWanted, set_value, setting_line, takes
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, MovedRunReading, RaceReading
from bot.training.runs import DatedRun, Race, RunKind

SETTINGS: Final = frozenset({"reminder", "run_time", "warmup", "quiet"})
"""Settings whose value is a time or a length of time: it may be said alone."""

NUMBER: Final = re.compile(r"(?:an? )?\d+(?:[.,]\d+)?", re.IGNORECASE)
"""Of a run or a race it may be anything."""

DAY_OF_MONTH: Final = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)


def answer(turn: Turn, words: str) -> Replies:
    """Tell what was told last once more with other words for its day or value; nothing where that changes nothing.

    It is read and echoed like anything else that is told. Nothing either behind a verdict: the words may be of that.
    """
    at, verdict = turn.records.last_change_at(turn.runner.id), turn.records.last_verdict(turn.runner.id)
    if at is None or not just_made(turn) or (verdict is not None and verdict.at >= at):
        return ()
    said = _moved(turn, words)
    if said is None:
        return _set(turn, words)
    if NUMBER.fullmatch(words):
        return ()
    found = meanings(turn, said)
    changes = len(found) == 1 and isinstance(found[0], MovedRunReading | DatedRunReading | RaceReading)
    replies = answer_all(turn, said, found) if changes else ()
    return () if isinstance(replies, PlaceWanted) else replies


def _moved(turn: Turn, words: str) -> str | None:
    """Return what moves the one run or race that the newest change is about."""
    kept = just_told(turn)
    races = [one for one in kept if isinstance(one, Race)]
    runs = [one for one in kept if isinstance(one, DatedRun) and one.run.kind is not RunKind.REST]
    if len(races) == 1 and not runs:
        return f"move my race on {races[0].date.isoformat()} to {_in_month(words, races[0].date)}"
    if len(runs) == 1 and not races:
        return f"move {runs[0].date.isoformat()} {_name(runs[0])} to {_in_month(words, runs[0].date)}"
    return None


def _in_month(words: str, told: dt.date) -> str:
    """Return words with the month that was told, where they name only its day: "no, the 11th"."""
    found = DAY_OF_MONTH.fullmatch(words)
    try:
        return words if found is None else told.replace(day=int(found[1])).isoformat()
    except ValueError:
        return words


def _name(one: DatedRun) -> str:
    return "run" if one.run.kind is RunKind.OTHER else one.run.kind.value.replace("_", " ")


def _set(turn: Turn, words: str) -> Replies:
    """Set the one setting that the newest change is about to another value."""
    newest = turn.records.last_change(turn.runner.id)
    before = None if newest is None else turn.records.runner_before(turn.runner.id, newest)
    if before is None:
        return ()
    changed = [name for name in NAMES if setting_line(before, name) != setting_line(turn.runner, name)]
    if len(changed) != 1 or changed[0] not in SETTINGS or not takes(turn, changed[0], words):
        return ()
    return set_value(turn, changed[0], words)
