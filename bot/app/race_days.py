"""Races of which something is in doubt: the day, where only the weeks to it were told, or whether it is a known one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter, ValidationError

from bot.app import dialogues
from bot.app import messages as m
from bot.app.pressing import Outcome, Press, StaleButton, read_day, read_number
from bot.app.replies import asked, button, stored
from bot.app.reply import Button, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, RaceAheadReading
from bot.training.runs import Race, is_as_long
from bot.training.time import WEEKEND

SAME_WITHIN = dt.timedelta(days=4)
"""Two races of one length so close to each other are asked about: nobody races that often."""

AROUND = range(-4, 9)
"""How far from the day that so many weeks make a race may be: "in 3 weeks" is counted by the week."""

MOST_DAYS = 4


def ask_day(turn: Turn, reading: RaceAheadReading) -> Replies:
    """Ask on which day a race is: a known one near it first, then the weekend days nearest to it."""
    near = (one for _, one in turn.records.races.of(turn.runner.id) if _is_near(one, reading))
    known = tuple((button(say(m.IS_RACE, race=one), "notaper"),) for one in near)
    days = [day for offset in AROUND if (day := reading.about + dt.timedelta(days=offset)).weekday() in WEEKEND]
    later = sorted((day for day in days if day > turn.today), key=lambda day: abs(day - reading.about))[:MOST_DAYS]
    buttons = tuple((_taper(say_day, reading.distance_km),) for say_day in sorted(later))
    return (asked(say(m.ASK_RACE_DAY, text=reading.text), buttons=(*known, *buttons)),)


def ask_same(turn: Turn, told: Race) -> Reply | None:
    """Ask whether a race that is told is one that is known, a few days away; None where none is.

    As it was told, with its name, it waits for the answer.
    """
    date, km = told.date, told.distance_km
    for row, one in turn.records.races.of(turn.runner.id):
        apart = abs(one.date - date)
        if dt.timedelta(0) < apart <= SAME_WITHIN and is_as_long(one.distance_km, km) and not _differ(one, told.name):
            dialogues.hold(turn, _adapter().dump_json(told).decode(), dialogues.RACE)
            moved = button(say(m.SAME_RACE_MOVED, day=date), "samerace", str(row), date.isoformat())
            still = button(say(m.SAME_RACE_STILL, day=one.date), "notaper")
            other = button(say(m.ANOTHER_RACE), dialogues.RACE, date.isoformat(), _tenths(km))
            return asked(say(m.ASK_SAME_RACE, race=one, day=date), buttons=((moved,), (still,), (other,)))
    return None


def ask_taper(day: dt.date, km: float | None) -> Reply:
    """Ask whether to taper for a race that is not kept yet."""
    yes = button(say(m.TAPER_YES), "taper", day.isoformat(), _tenths(km))
    small = button(say(m.TAPER_SMALL), "smalltaper", day.isoformat(), _tenths(km))
    return asked(say(m.ASK_TAPER, day=day), buttons=((yes, small), (button(say(m.NO_RACE_YET), "notaper"),)))


def as_race(one: DatedRunReading) -> Race:
    """Return a run that is a race as one to taper for."""
    return Race(date=one.date, distance_km=one.run.distance_km, time=one.run.time)


def told(turn: Turn, day: dt.date, km: float | None) -> Race:
    """Return the race that waits because it may be a known one; what its button says of it where none waits."""
    text = dialogues.held(turn, dialogues.RACE)
    try:
        waiting = None if text is None else _adapter().validate_json(text)
    except ValidationError:
        waiting = None
    return waiting if waiting is not None and waiting.date == day else Race(date=day, distance_km=km)


@cache
def _adapter() -> TypeAdapter[Race]:
    return TypeAdapter(Race)


def _differ(race: Race, name: str) -> bool:
    """Tell whether both races are named, and otherwise."""
    return bool(race.name and name) and set(race.name.lower().split()).isdisjoint(name.lower().split())


def _is_near(race: Race, reading: RaceAheadReading) -> bool:
    days = (race.date - reading.about).days
    return days in AROUND and is_as_long(race.distance_km, reading.distance_km)


def _taper(day: dt.date, km: float | None) -> Button:
    return button(say(m.ON_DAY, day=day), "taper", day.isoformat(), _tenths(km))


def _tenths(km: float | None) -> str:
    return str(round((km or 0) * 10))


def _same(turn: Turn, row: str, day: str) -> Outcome:
    """Move a known race to the day that was told of it."""
    known, date = turn.records.races.get(turn.runner.id, read_number(row)), read_day(turn, day)
    if known is None:
        raise StaleButton
    moved = replace(known, date=date)
    with turn.change() as change_id:
        turn.records.races.replace(turn.runner.id, read_number(row), moved)
    return (stored(change_id, say(m.RACE_MOVED, race=moved, before=known.date)),)


PRESSES: Mapping[str, Press] = {"samerace": Press(do=_same, args=2)}
