"""`/race`: races to taper for."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from bot.app import messages as m
from bot.app import race_days, race_runs
from bot.app.doubts import ask_back
from bot.app.replies import alert, button, refused, stored
from bot.app.reply import Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import DroppedRaceReading, MovedRunReading, RaceReading, Unread
from bot.language.races import read_race, wrong_in_race
from bot.language.races_ahead import race_ahead
from bot.training.runs import Priority, Race, Run, RunKind, is_as_long

MOST = 30


def race(turn: Turn, text: str) -> Replies:
    """Add a race, or list the races with remove buttons."""
    if not text.strip():
        return (shown(turn),)
    ahead = race_ahead(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if ahead is not None:
        return race_days.ask_day(turn, ahead)
    wrong = wrong_in_race(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if wrong is not None:
        return (ask_back(wrong, right=say(m.RACE_RIGHT)),)
    reading = read_race(
        text,
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=turn.runner.profile.distance,
    )
    return store(turn, reading)


def store(turn: Turn, reading: RaceReading | Unread) -> Replies:
    """Store a race as it was read."""
    if isinstance(reading, Unread):
        return (ask_back(reading, right=say(m.RACE_RIGHT)),)
    if sum(race.date >= turn.today for _, race in turn.records.races.of(turn.runner.id)) >= MOST:
        return (refused(m.TOO_MANY, most=MOST),)
    value = Race(
        date=reading.date,
        distance_km=reading.distance_km,
        priority=reading.priority,
        time=reading.time,
        name=reading.name,
    )
    same = race_days.ask_same(turn, value)
    return (_keep(turn, value) if same is None else same,)


def confirm(turn: Turn, day: dt.date, km: float | None, priority: Priority = Priority.A) -> Reply:
    """Make a race that was only a dated run one to taper for, as much as it matters."""
    said = next((r.run for _, r in turn.records.dated_runs.of(turn.runner.id) if r.date == day), None)
    return _keep(turn, Race(date=day, distance_km=km, time=said.time if said else None, priority=priority))


def put_right(turn: Turn, value: Race) -> Reply:
    """Keep a race that was just told as it is told now."""
    return _keep(turn, value)


def another(turn: Turn, day: dt.date, km: float | None) -> Reply:
    """Keep the race that was asked about as one of its own."""
    return _keep(turn, race_days.told(turn, day, km))


def _keep(turn: Turn, value: Race) -> Reply:
    """Keep a race; said again for the same day it takes the other one's place."""
    same_day = [row for row, race in turn.records.races.of(turn.runner.id) if race.date == value.date]
    with turn.change() as change_id:
        for row in same_day:
            turn.records.races.remove(turn.runner.id, row)
        turn.records.races.add(turn.runner.id, value)
    return stored(change_id, say(m.RACE_REPLACED if same_day else m.RACE_STORED, race=value))


def on(turn: Turn, day: dt.date) -> Race | None:
    """Return the race of a local day."""
    return next((race for _, race in turn.records.races.of(turn.runner.id) if race.date == day), None)


def meant(turn: Turn, reading: MovedRunReading) -> Race | None:
    """Return the race that somebody means who moves one: of the day it leaves, else the next one of its distance."""
    if reading.from_date is not None:
        return on(turn, reading.from_date)
    km = reading.run.distance_km
    coming = sorted(
        (race for _, race in turn.records.races.of(turn.runner.id) if race.date >= turn.today),
        key=lambda race: race.date,
    )
    named = reading.run.kind is RunKind.RACE or km is not None
    alike = (race for race in coming if is_as_long(race.distance_km, km))
    return next(alike, None) if named else None


def move(turn: Turn, race: Race, reading: MovedRunReading) -> Line:
    """Move a race within a change that is already open."""
    moved = replace(race, date=reading.date, time=reading.run.time or race.time)
    turn.records.races.replace(turn.runner.id, _row_of(turn, race), moved)
    return say(m.RACE_MOVED, race=moved, before=race.date)


def drop(turn: Turn, race: Race) -> Line:
    """Take a race out of the calendar within a change that is already open."""
    turn.records.races.remove(turn.runner.id, _row_of(turn, race))
    return say(m.RACE_REMOVED, race=race)


def give_up(turn: Turn, reading: DroppedRaceReading) -> Replies:
    """Take the one coming race that is meant out of the calendar; else show the races with their remove buttons."""
    coming = (race for _, race in turn.records.races.of(turn.runner.id) if race.date >= turn.today)
    meant = [race for race in coming if _is_called(race, reading)]
    if len(meant) != 1:
        return (shown(turn),)
    with turn.change() as change_id:
        line = drop(turn, meant[0])
    return (stored(change_id, line),)


def _is_called(race: Race, reading: DroppedRaceReading) -> bool:
    """Tell whether a race may be the one that is named: by its length, and its name where both have one."""
    km, names = race.distance_km, set(race.name.lower().split())
    alike = is_as_long(km, reading.distance_km)
    said = set(reading.name.lower().split())
    return alike and not (names and said and names.isdisjoint(said))


def _row_of(turn: Turn, race: Race) -> int:
    return next(row for row, value in turn.records.races.of(turn.runner.id) if value == race)


def shown(turn: Turn) -> Reply:
    """List the races, soonest first."""
    races = sorted(turn.records.races.of(turn.runner.id), key=lambda row: row[1].date)
    only_runs = tuple(race_runs.row(turn, run) for run in race_runs.coming(turn))
    if not races and not only_runs:
        return Reply(lines=(say(m.NO_RACES),))
    lines = (*(_row(turn, value) for _, value in races), *only_runs)
    buttons = tuple((button(say(m.REMOVE, race=value), "norace", str(row)),) for row, value in races)
    return Reply(lines=(say(m.RACES_HEAD), *lines), buttons=buttons)


def until(turn: Turn, meant: Collection[Race], runs: Collection[Run] = ()) -> Replies:
    """Say how far off some races are, and some that are only runs, soonest first; nothing where there are none."""
    rows = [(race.date, _row(turn, race)) for race in meant]
    rows += [(run.date, race_runs.row(turn, run)) for run in runs]
    lines = tuple(line for _, line in sorted(rows, key=lambda one: one[0]))
    return (Reply(lines=lines),) if lines else ()


def _row(turn: Turn, race: Race) -> Line:
    days = (race.date - turn.today).days
    return say(m.RACE_ROW_IN, race=race, days=days) if days > 1 else say(m.RACE_ROW, race=race)


def remove(turn: Turn, row_id: int) -> Replies:
    """Remove a race by its button."""
    value = turn.records.races.get(turn.runner.id, row_id)
    if value is None:
        return (alert(m.BUTTON_STALE),)
    with turn.change() as change_id:
        turn.records.races.remove(turn.runner.id, row_id)
    return (stored(change_id, say(m.RACE_REMOVED, race=value)),)
