"""`/export` sent back: an empty record takes over all that the document holds, as one change."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.kinds import FOLLOWING, is_on
from bot.app.records import DueKind, Runner, WeeklyMoment
from bot.app.replies import refused, stored
from bot.app.reply import Line, Replies, say
from bot.app.restored import Restored
from bot.app.settings import SETTINGS, WrongValue
from bot.app.turn import Turn
from bot.training.time import Weekday, local_date

OFF_WITHOUT = frozenset({"reminder", "warmup", "quiet", "run_time"})
"""Settings for which a document that names no value says that they are off."""

SINCE = {"lifting": "lifting_since", "running": "running_since"}
OTHERS: Mapping[str, type[int]] = {"began_as_new": bool, "auto_lifts": bool, "fewer_sets": int}
MOST_FEWER = 5


def restore(turn: Turn, found: Restored) -> Replies:
    """Take over what an export holds, unless something is known of the runner already: nothing is mixed or lost."""
    if not _is_empty(turn):
        return (refused(m.RESTORE_NOT_EMPTY),)
    runner, left = _settings(turn, found)
    with turn.change() as change_id:
        turn.save(runner)
        _add(turn, found)
    day = local_date(found.exported_at, ZoneInfo(runner.profile.timezone))
    counts = say(
        m.RESTORED_WHAT,
        runs=len(found.patterns[-1].runs) if found.patterns else 0,
        dated=len(found.dated_runs),
        races=len(found.races),
        lifts=len(found.lifts),
        checkins=len(found.checkins) + len(found.red_flags) + len(found.health),
    )
    return (stored(change_id, say(m.RESTORED, day=day), counts, *left), today_answer(turn.fresh()))


def _is_empty(turn: Turn) -> bool:
    """Tell whether nothing is known but what the set-up asks first: a place, and how the runner wants to be told."""
    records, owner = turn.records, turn.runner.id
    shelves = (records.patterns, records.dated_runs, records.races, records.lifts, records.fixed_lifts)
    bodies = (records.checkins, records.red_flags, records.health)
    return not any(shelf.of(owner) for shelf in (*shelves, *bodies))


def _add(turn: Turn, found: Restored) -> None:
    records, owner = turn.records, turn.runner.id
    records.patterns.add_all(owner, found.patterns)
    records.dated_runs.add_all(owner, found.dated_runs)
    records.races.add_all(owner, found.races)
    records.lifts.add_all(owner, found.lifts)
    records.checkins.add_all(owner, found.checkins)
    records.red_flags.add_all(owner, found.red_flags)
    records.health.add_all(owner, found.health)
    records.overrides.add_all(owner, found.overrides)
    records.pauses.add_all(owner, found.pauses)
    records.planned_lifts.add_all(owner, found.planned_lifts)
    records.fixed_lifts.add_all(owner, found.fixed_lifts)
    records.lift_changes.add_all(owner, found.lift_changes)


def _settings(turn: Turn, found: Restored) -> tuple[Runner, tuple[Line, ...]]:
    """Return the runner with the settings of a document, and a line that names those it holds a wrong value for."""
    wrong = []
    for name, value in found.settings.items():
        try:
            turn = replace(turn, runner=_with(turn, name, value))
        except (WrongValue, ValueError, TypeError):
            wrong.append(name)
    runner = turn.runner
    for name, said in found.kinds.items():
        try:
            runner = _with_kind(runner, name, said)
        except (WrongValue, ValueError, KeyError):
            wrong.append(f"remind {name}")
    return runner, (say(m.RESTORED_WITHOUT, names=", ".join(wrong)),) if wrong else ()


def _with(turn: Turn, name: str, value: Any) -> Runner:
    """Return the runner with one setting of a document; a name that this version does not know changes nothing."""
    profile = turn.runner.profile
    if value is None:
        return SETTINGS[name].read(turn, "off") if name in OFF_WITHOUT else turn.runner
    if name == "timezone":
        return replace(turn.runner, profile=replace(profile, timezone=_zone(value), timezone_known=True))
    if name in SINCE:
        since = dt.date.fromisoformat(str(value).removeprefix("since "))
        dated: dict[str, Any] = {SINCE[name]: min(since, turn.today)}
        return replace(turn.runner, profile=replace(profile, **dated))
    if name in OTHERS:
        plain: dict[str, Any] = {name: _plain(name, value)}
        return replace(turn.runner, profile=replace(profile, **plain))
    if name == "plates" or name not in SETTINGS:
        # The plates stand with the equipment too.
        return turn.runner
    return SETTINGS[name].read(turn, _typed(value)) if value != [] else turn.runner


def _zone(name: Any) -> str:
    try:
        return ZoneInfo(str(name)).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise WrongValue from None


def _plain(name: str, value: Any) -> int:
    number: int = value if isinstance(value, OTHERS[name]) else -1
    if not 0 <= number <= MOST_FEWER:
        raise WrongValue
    return number


def _typed(value: Any) -> str:
    """Return a value as a person would type it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _with_kind(runner: Runner, name: str, said: str) -> Runner:
    kind = DueKind(name)
    if kind is DueKind.WEEK:
        day, _, at = said.partition(" ")
        week = None if said == "off" else WeeklyMoment(weekday=Weekday[day.upper()], time=dt.time.fromisoformat(at))
        return replace(runner, reminders=replace(runner.reminders, week=week))
    if said not in {"on", "off"}:
        raise WrongValue
    if is_on(runner.reminders, kind) is (said == "on"):
        # It goes with the morning reminder as it did.
        return runner
    switched: dict[str, Any] = {FOLLOWING[kind]: said == "on"}
    return replace(runner, reminders=replace(runner.reminders, **switched))
