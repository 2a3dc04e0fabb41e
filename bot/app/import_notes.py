"""Notes in an export, read for red flags: they are a place where people tell how they are (safety.md)."""

import datetime as dt
from dataclasses import dataclass

from bot.app import safety
from bot.app.files import FileRead
from bot.app.knowledge import Knowledge
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.meaning import SafetyKind, SafetyReading
from bot.language.safety import read_safety
from bot.training.body import FlagLevel
from bot.training.exports import Export
from bot.training.time import local_date

MATTER = dt.timedelta(days=8)
"""What is older than seven days raises no flag; a day more, for days begin elsewhere at another hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedFlag:
    """A red flag in a note, and the local day of the note."""

    said: SafetyReading
    date: dt.date


def flag_in(read: FileRead, knowledge: Knowledge, now: dt.datetime) -> NotedFlag | None:
    """Return the gravest red flag in the notes of the last days. Reading many takes a while: hold up nobody with it."""
    if not isinstance(read, Export):
        return None
    oldest = (now - MATTER).date()
    notes = [note for note in read.notes if note.date >= oldest]
    readings = [(note.date, read_safety(note.text, lexicon=knowledge.safety)) for note in notes]
    flags = [
        NotedFlag(said=said, date=date) for date, said in readings if said is not None and said.kind is SafetyKind.FLAG
    ]
    # The newest of equals: an older one may have been cleared since.
    flags.sort(key=lambda one: one.date, reverse=True)
    return min(flags, key=lambda one: one.said.level is not FlagLevel.EMERGENCY, default=None)


def answer(turn: Turn, flag: NotedFlag) -> Replies:
    """Raise a red flag of a file's, once: when the file is sent again the runner has been told where to get help."""
    known = (one for _, one in turn.records.red_flags.of(turn.runner.id) if one.phrase == flag.said.phrase)
    if any(local_date(one.at, turn.zone) >= flag.date for one in known):
        return ()
    return safety.raise_flag(turn, flag.said.level or FlagLevel.URGENT, flag.said.phrase)
