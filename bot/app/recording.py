"""What a text says was done: runs and lifts, stored together, whatever else the text says."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.app import logbook, races, runs
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    LiftReading,
    Meaning,
    MovedRunReading,
    RunReportReading,
)
from bot.language.understand import understand
from bot.training.profile import MassUnit

DATED = (DatedRunReading, MovedRunReading)
RUNS = (*DATED, DroppedRaceReading)
HARDEST = 10
"""Of efforts (RPE) and of pain alike."""

EFFORT = re.compile(r"\b(?:rpe|rir)\b|@|reserve", re.IGNORECASE)
COMMAND = re.compile(r"^/(?:log|add)(?:@\w+)?\s+", re.IGNORECASE)


def meanings(turn: Turn, text: str, *, unit: MassUnit | None = None) -> tuple[Meaning, ...]:
    """Return what a text means to this runner; bare weights are in their unit, or another `unit`."""
    profile = turn.runner.profile
    return understand(
        text,
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=profile.distance,
        mass_unit=unit or profile.units,
    )


def recorded(turn: Turn, text: str, *, pain: int | None = None) -> Replies:
    """Store what a text, or the text of `/log` and `/add`, says was done or changed.

    The level of a `pain` told beside it is no effort: "3x5 at 100, knee hurts 2/10" says nothing of reps in reserve.
    """
    if text.startswith("/") and not COMMAND.match(text):
        return ()
    found = meanings(turn, COMMAND.sub("", text))
    return store(turn, found if pain is None else tuple(_without_effort(one, HARDEST - pain) for one in found))


def _without_effort(meaning: Meaning, rir: float) -> Meaning:
    """Return a lift without an effort that is the level of a pain; one that is called an effort stays."""
    if not isinstance(meaning, LiftReading) or EFFORT.search(meaning.text):
        return meaning
    return replace(meaning, sets=tuple(replace(one, rir=None if one.rir == rir else one.rir) for one in meaning.sets))


def store(turn: Turn, found: Iterable[Meaning]) -> Replies:
    """Store the runs among some meanings, and the lifts."""
    known = tuple(found)
    dated = tuple(meaning for meaning in known if isinstance(meaning, DATED))
    dropped = (meaning for meaning in known if isinstance(meaning, DroppedRaceReading))
    lifted = tuple(meaning for meaning in known if isinstance(meaning, LiftReading))
    felt = any(isinstance(meaning, RunReportReading) for meaning in known)
    return (
        *(runs.store(turn, dated, felt=felt) if dated else ()),
        *(reply for meaning in dropped for reply in races.give_up(turn, meaning)),
        *(logbook.store(turn, lifted) if lifted else ()),
    )
