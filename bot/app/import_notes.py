"""Notes in an export, read for red flags: they are a place where people tell how they are (safety.md)."""

import datetime as dt

from bot.app import safety
from bot.app.files import FileRead
from bot.app.knowledge import Knowledge
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.meaning import SafetyKind, SafetyReading
from bot.language.safety import read_safety
from bot.training.body import FlagLevel
from bot.training.exports import Export

MATTER = dt.timedelta(days=8)
"""What is older than seven days raises no flag; a day more, for days begin elsewhere at another hour."""


def flag_in(read: FileRead, knowledge: Knowledge, now: dt.datetime) -> SafetyReading | None:
    """Return the gravest red flag in the notes of the last days. Reading many takes a while: hold up nobody with it."""
    if not isinstance(read, Export):
        return None
    oldest = (now - MATTER).date()
    readings = [read_safety(note.text, lexicon=knowledge.safety) for note in read.notes if note.date >= oldest]
    flags = [one for one in readings if one is not None and one.kind is SafetyKind.FLAG]
    return min(flags, key=lambda one: one.level is not FlagLevel.EMERGENCY, default=None)


def answer(turn: Turn, flag: SafetyReading) -> Replies:
    """Raise a red flag of a file's, once: when the file is sent again the runner has been told where to get help."""
    since = turn.now - MATTER
    known = {one.phrase for _, one in turn.records.red_flags.of(turn.runner.id) if one.at >= since}
    if flag.phrase in known:
        return ()
    return safety.raise_flag(turn, flag.level or FlagLevel.URGENT, flag.phrase)
