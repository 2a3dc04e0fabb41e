"""A race of which only the month or the weeks were told: its day is asked for, and what is said next may be it."""

import re
from typing import Final

from bot.app import dialogues, race_days
from bot.app.just_told import fresh, stamped
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.app.what_if import day_named
from bot.language.in_passing import is_moment_alone
from bot.language.meaning import RaceReading
from bot.language.races import read_race
from bot.language.whole_sentences import kept_of, typed

WAITS: Final = "race of some day"
LONGEST: Final = 60


def hold(turn: Turn, text: str) -> None:
    """Let a race wait for its day."""
    dialogues.hold(turn, stamped(turn.said_at, text), WAITS)


def answer(turn: Turn, text: str) -> Replies:
    """Ask whether to taper for the race that waits, on the day that a text tells; nothing for any other text."""
    waiting = dialogues.held(turn, WAITS)
    told = None if waiting is None or len(text) > LONGEST or "?" in text else fresh(turn, waiting)
    kept = None if told is None else kept_of("race_day_told", typed(text), turn.knowledge.vocabulary)
    if told is None or kept is None:
        return ()
    vocabulary, today = turn.knowledge.vocabulary, turn.local_now.date()
    day = day_named(turn, kept["day"])
    if day is None or day.date is None or not is_moment_alone(kept["day"], today=today, vocabulary=vocabulary):
        return ()
    named = read_race(
        f"{_unnamed(told)} {day.date.isoformat()}",
        now=turn.local_now,
        vocabulary=vocabulary,
        distance_unit=turn.runner.profile.distance,
    )
    km = named.distance_km if isinstance(named, RaceReading) else None
    return (race_days.ask_taper(day.date, km),) if day.date > turn.today else ()


def _unnamed(told: str) -> str:
    """Return what was told of a race without when it is."""
    return re.sub(r"\b(?:in|next|this|around)\b.*$", "", told, flags=re.IGNORECASE)
