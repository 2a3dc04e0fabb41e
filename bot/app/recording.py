"""What a text says was done: runs and lifts, stored together, whatever else the text says."""

import re
from collections.abc import Iterable

from bot.app import logbook, races, runs
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, DroppedRaceReading, LiftReading, Meaning, MovedRunReading
from bot.language.understand import understand

DATED = (DatedRunReading, MovedRunReading)
RUNS = (*DATED, DroppedRaceReading)
COMMAND = re.compile(r"^/(?:log|add)(?:@\w+)?\s+", re.IGNORECASE)


def meanings(turn: Turn, text: str) -> tuple[Meaning, ...]:
    """Return what a text means to this runner."""
    profile = turn.runner.profile
    return understand(
        text,
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=profile.distance,
        mass_unit=profile.units,
    )


def recorded(turn: Turn, text: str) -> Replies:
    """Store what a text, or the text of `/log` and `/add`, says was done or changed."""
    if text.startswith("/") and not COMMAND.match(text):
        return ()
    return store(turn, meanings(turn, COMMAND.sub("", text)))


def store(turn: Turn, found: Iterable[Meaning]) -> Replies:
    """Store the runs among some meanings, and the lifts."""
    known = tuple(found)
    dated = tuple(meaning for meaning in known if isinstance(meaning, DATED))
    dropped = (meaning for meaning in known if isinstance(meaning, DroppedRaceReading))
    lifted = tuple(meaning for meaning in known if isinstance(meaning, LiftReading))
    return (
        *(runs.store(turn, dated) if dated else ()),
        *(reply for meaning in dropped for reply in races.give_up(turn, meaning)),
        *(logbook.store(turn, lifted) if lifted else ()),
    )
