"""Another day, time or value that was meant, said right behind what it was told for: it holds instead."""

import datetime as dt
import re
from contextlib import suppress
from typing import Final

from bot.app import fixed_lifts, lift_words, second_thoughts
from bot.app.answered import answer as answer_all
from bot.app.felt_lifts import just_logged
from bot.app.just_told import just_told
from bot.app.recording import meanings
from bot.app.reply import Replies
from bot.app.settings import NAMES, PlaceWanted, set_value, setting_line, takes
from bot.app.turn import Turn
from bot.app.what_if import day_named
from bot.language.in_passing import is_moment_alone
from bot.language.meaning import FixedLiftsReading, LiftRetoldReading, MovedRunReading, RaceReading
from bot.language.own_moments import leaves_day_open
from bot.training.lifts import FixedLift, Lift
from bot.training.runs import DatedRun, Race, RunKind
from bot.training.time import Weekday

SETTINGS: Final = frozenset({"reminder", "run_time", "warmup", "quiet"})
"""Settings whose value is a time or a length of time: it may be said alone."""

VALUE: Final = re.compile(
    r"(?:(?:at|to|till|until|from|and|min|mins|minutes|am|pm|h|noon|off)\b|[\d:.,\s–-])+", re.IGNORECASE
)
"""A time, a stretch of the day, minutes, or off."""

DAY_OF_MONTH: Final = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)


def answer(turn: Turn, words: str) -> Replies:
    """Tell what the last answer kept once more with another day or value; nothing where that changes nothing.

    It is read and echoed like anything else that is told. Words that are more than a day, a time or a value are none.
    """
    if second_thoughts.changed(turn) is None:
        return ()
    if any(isinstance(one, Lift) for one in just_told(turn)):
        return _lifted(turn, words)
    if any(isinstance(one, FixedLift) for one in just_told(turn)):
        return _fixed(turn, words)
    told = _told(turn)
    return _set(turn, words) if told is None else _moved(turn, words, *told)


def _moved(turn: Turn, words: str, named: str, day: dt.date) -> Replies:
    to = _in_month(words, day, turn.today)
    if to is None or not is_moment_alone(to, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary):
        return ()
    said = f"move {named} to {to}"
    found = meanings(turn, said)
    only = found[0] if len(found) == 1 else None
    if not isinstance(only, MovedRunReading | RaceReading) or only.date < turn.today:
        return ()
    if isinstance(only, MovedRunReading) and only.from_date != day:
        return ()
    replies = answer_all(turn, said, found)
    return () if isinstance(replies, PlaceWanted) else replies


def _lifted(turn: Turn, words: str) -> Replies:
    """Put the one lift that was just logged on another day, or at another time."""
    entry = just_logged(turn)
    if entry is None or not is_moment_alone(words, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary):
        return ()
    found = meanings(turn, f"it was {words}")
    only = found[0] if len(found) == 1 else None
    at_another = isinstance(only, LiftRetoldReading) and only.lift is None
    return lift_words.told_anew(turn, entry, only) if isinstance(only, LiftRetoldReading) and at_another else ()


def _fixed(turn: Turn, words: str) -> Replies:
    """Put the one weekly lift time that was just fixed on another day, or at another time."""
    fixed = [one for _, one in turn.records.fixed_lifts.of(turn.runner.id)]
    to = day_named(turn, words)
    alone = is_moment_alone(words, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if len(fixed) != 1 or to is None or to.date is None or to.part is not None or not alone:
        return ()
    day = fixed[0].weekday
    if not leaves_day_open(words, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary):
        day = Weekday(to.date.weekday())
    return fixed_lifts.store(turn, FixedLiftsReading(lifts=(FixedLift(weekday=day, time=to.time or fixed[0].time),)))


def _told(turn: Turn) -> tuple[str, dt.date] | None:
    """Return how the one run or race that the newest change is about is named, and its day."""
    kept = just_told(turn)
    races = [one for one in kept if isinstance(one, Race)]
    runs = [one for one in kept if isinstance(one, DatedRun) and one.run.kind is not RunKind.REST]
    if len(races) == 1 and not runs:
        return f"my race on {races[0].date.isoformat()}", races[0].date
    if len(runs) == 1 and not races:
        return f"{runs[0].date.isoformat()} {_name(runs[0])}", runs[0].date
    return None


def _in_month(words: str, told: dt.date, today: dt.date) -> str | None:
    """Return words with the month that was told, where they name only its day; None where it has no such day."""
    found = DAY_OF_MONTH.fullmatch(words)
    if found is None:
        return words
    with suppress(ValueError):
        day = told.replace(day=int(found[1]))
        return day.isoformat() if day >= today else words
    return None


def _name(one: DatedRun) -> str:
    return "run" if one.run.kind is RunKind.OTHER else one.run.kind.value.replace("_", " ")


def _set(turn: Turn, words: str) -> Replies:
    """Set the one setting that the newest change is about to another value."""
    newest = turn.records.last_change(turn.runner.id)
    before = None if newest is None else turn.records.runner_before(turn.runner.id, newest)
    if before is None:
        return ()
    changed = [name for name in NAMES if setting_line(before, name) != setting_line(turn.runner, name)]
    if len(changed) != 1 or changed[0] not in SETTINGS or not VALUE.fullmatch(words):
        return ()
    if not takes(turn, changed[0], words):
        return ()
    return set_value(turn, changed[0], words)
