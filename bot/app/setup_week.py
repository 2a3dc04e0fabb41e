"""A week that is told day by day while the set-up is open: every message adds to what was told before."""

import re
from dataclasses import replace

from bot.app import checkins, schedule
from bot.app import messages as m
from bot.app.just_told import WHILE
from bot.app.replies import stored
from bot.app.reply import Line, Replies, say
from bot.app.turn import Turn
from bot.language.bare_days import names_only_days
from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    DayEntry,
    Doubt,
    FixedLiftsReading,
    HealthReading,
    LiftQuestion,
    LiftReading,
    Meaning,
    OverrideReading,
    PauseReading,
    RaceReading,
    RunReportReading,
    SettingReading,
    SmallTalk,
    TimeOffReading,
    Unread,
    WeekReading,
)
from bot.training.runs import RunKind, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday

RECENT = 6
"""Among so many changes is the one of the week: an answer to the next step may have come between."""

APART_MIN = 180
"""Runs of one day that are closer are one, told anew."""

OTHERS = (
    *(LiftQuestion, AfterLiftQuestion, OverrideReading, HealthReading, RunReportReading, *checkins.READINGS),
    *(LiftReading, FixedLiftsReading, RaceReading, SettingReading, PauseReading, TimeOffReading),
)
"""What is no week, whatever days it names."""

OF_A_LIFT = frozenset({Doubt.SETS, Doubt.WEIGHT, Doubt.EFFORT})
"""What is in doubt where a lift is told."""

WHOLE = re.compile(
    r"\b(?:whole|entire|full|complete|new|start over|from scratch|week(?:'?s| is| looks))\b", re.IGNORECASE
)
CORRECTS = re.compile(
    r"\b(?:no|nope|wait|actually|sorry|oops|not|instead|rather|changed?|move[ds]?|i mean|meant|correction)\b",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\b(?:also|too|as well|second|double|another)\b|\+", re.IGNORECASE)


def may_be_week(found: tuple[Meaning, ...]) -> bool:
    """Tell whether a text may be the running week: one that asks, reports or tells of a lift or a race is none."""
    if any(isinstance(one, WeekReading) for one in found):
        return not any(isinstance(one, LiftQuestion | AfterLiftQuestion) for one in found)
    if all(isinstance(one, SmallTalk) for one in found):
        return False
    changed = any(isinstance(one, DatedRunReading) and (one.done or one.replaces) for one in found)
    return not changed and not any(isinstance(one, OTHERS) or tells_lift(one) for one in found)


def only_days(turn: Turn, text: str) -> bool:
    """Tell whether a text names the days of the week and nothing else, which is one where the week is asked for."""
    return names_only_days(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)


def only_off(turn: Turn, text: str, found: tuple[Meaning, ...]) -> bool:
    """Tell whether only days off are named, of every week, where none is known: no run is called off."""
    entries = schedule.read(turn, text).entries
    rests = bool(entries) and all(one.date is None and one.run.kind is RunKind.REST for one in entries)
    called_off = any(not isinstance(one, DatedRunReading) or one.done or one.planned for one in found)
    return rests and not called_off and schedule.current(turn) is None


def tells_lift(one: Meaning) -> bool:
    """Tell whether a lift is told, half of it at least."""
    return isinstance(one, LiftReading) or (isinstance(one, Unread) and one.doubt in OF_A_LIFT)


def further(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> Replies:
    """Add days that are sent behind the week to it; nothing for any other text, or where no week is being told."""
    if step == "week" or not _names_days(found):
        return ()
    # Behind the step that asks for the week it may have been skipped; before it the place may stand beside the days.
    begins = step != "zone" and schedule.current(turn) is None
    if not (begins or _goes_on(turn)):
        return ()
    reading = schedule.read(turn, text)
    days = {entry.weekday for entry in reading.entries}
    weekly = bool(days) and not reading.unread and all(entry.date is None for entry in reading.entries)
    return added(turn, text) if weekly and not _is_anew(turn, text, days) else ()


def added(turn: Turn, text: str) -> Replies:
    """Add the days of a text to the known week, or begin it; a day that is known is told anew, unless it is beside."""
    known = schedule.current(turn)
    if known is None or not _goes_on(turn):
        return schedule.change_week(turn, text)
    entries = schedule.read(turn, text).entries
    kept = tuple(run for run in known.runs if not _gives_way(run, entries, text))
    entries = tuple(_as_before(one, entries, known, kept) for one in entries)
    new = (WeeklyRun(weekday=one.weekday, run=one.run) for one in entries if one.run.kind is not RunKind.REST)
    with turn.change() as change_id:
        table = _keep(turn, (*kept, *new))
    return (stored(change_id, *table),)


def _names_days(found: tuple[Meaning, ...]) -> bool:
    """Tell whether a text names days and what is run on them, and neither a run that is over nor anything else."""
    return all(
        isinstance(one, WeekReading) or (isinstance(one, DatedRunReading) and not (one.done or one.planned))
        for one in found
    )


def _goes_on(turn: Turn) -> bool:
    """Tell whether the week was told or changed a moment ago."""
    at = turn.records.last_change_at(turn.runner.id)
    if at is None or turn.said_at - at > WHILE:
        return False
    recent = turn.records.last_changes(turn.runner.id, RECENT)
    touched = (one for change in recent for one in turn.records.changed(turn.runner.id, change))
    return any(isinstance(one, WeeklyPattern) for one in touched)


def _is_anew(turn: Turn, text: str, days: set[Weekday]) -> bool:
    """Tell whether a text is said to be the whole week, or tells most of the known days anew: that is asked about."""
    known = schedule.current(turn)
    told = set() if known is None else {run.weekday for run in known.runs}
    return len(days) > 1 and (WHOLE.search(text) is not None or len(days & told) > 1)


def _gives_way(run: WeeklyRun, entries: tuple[DayEntry, ...], text: str) -> bool:
    """Tell whether a run of the week is told anew; one of another kind and at another time of its day stays."""
    same_day = [entry for entry in entries if entry.weekday is run.weekday]
    if not same_day or CORRECTS.search(text):
        return bool(same_day)
    return BESIDE.search(text) is None and not all(_is_beside(run, entry) for entry in same_day)


def _as_before(
    entry: DayEntry, entries: tuple[DayEntry, ...], known: WeeklyPattern, kept: tuple[WeeklyRun, ...]
) -> DayEntry:
    """Return the one run of a day that is told anew with what is not said of it now: its time, and what it is."""
    old = [run.run for run in known.runs if run.weekday is entry.weekday and run not in kept]
    alone = len(old) == 1 and sum(one.weekday is entry.weekday for one in entries) == 1
    if not alone or entry.run.kind is RunKind.REST:
        return entry
    run = replace(entry.run, time=entry.run.time or old[0].time)
    if run.kind not in {RunKind.OTHER, old[0].kind}:
        return replace(entry, run=run)
    if run.distance_km is None and run.duration_min is None:
        run = replace(run, distance_km=old[0].distance_km, duration_min=old[0].duration_min)
    return replace(entry, run=replace(run, kind=old[0].kind))


def _is_beside(run: WeeklyRun, entry: DayEntry) -> bool:
    one, other = run.run.time, entry.run.time
    if one is None or other is None or entry.run.kind is run.run.kind or entry.run.kind is RunKind.REST:
        return False
    return abs((one.hour - other.hour) * 60 + one.minute - other.minute) >= APART_MIN


def _keep(turn: Turn, runs: tuple[WeeklyRun, ...]) -> tuple[Line, ...]:
    """Keep the week as it is told by now; it describes the days that the part of it described that was told before."""
    row, known = turn.records.patterns.of(turn.runner.id)[-1]
    if known.valid_from not in {None, turn.today}:
        return schedule.keep_runs(turn, runs)
    whole = replace(known, runs=schedule.by_day(runs))
    turn.records.patterns.replace(turn.runner.id, row, whole)
    return (say(m.WEEK_STORED), *schedule.table(whole))
