"""One lift goes to another time, or is left out: the weekly times and the plan stay as they are."""

import datetime as dt
from collections.abc import Collection, Iterator

from bot.app import messages as m
from bot.app.lift_days import lift_times
from bot.app.parts_of_day import hour_of
from bot.app.replies import refused, stored, unable, worth
from bot.app.reply import Line, Replies, Reply, say
from bot.app.told import note_told
from bot.app.turn import Turn
from bot.guidance.planner import decided, free_slot
from bot.guidance.verdict import Verdict
from bot.language.meaning import MovedLiftReading, SkippedLiftReading
from bot.training.lift_times import LiftTime
from bot.training.lifts import LiftChange
from bot.training.time import instant

FARTHEST = dt.timedelta(days=21)
"""A single lift goes no farther than that."""

AHEAD_DAYS = 1 + FARTHEST.days
"""So many days' lifts are known, today's among them: also one that was moved as far as can be."""

DAY = dt.timedelta(days=1)


def places_for(turn: Turn, lift: LiftTime) -> tuple[tuple[dt.datetime, Line], ...]:
    """Return where a lift can go: the next two days at its time, and the next good window, each with its verdict.

    Where another lift stands there is no place for it.
    """
    others = _others(turn, lift)
    times = dict.fromkeys(at for at in _places(turn, lift, others) if at > turn.now and at not in others)
    return tuple((at.astimezone(turn.zone), worth(_worth(turn, others, at), at)) for at in times)


def _places(turn: Turn, lift: LiftTime, others: Collection[dt.datetime]) -> Iterator[dt.datetime]:
    yield from (instant(lift.date + n * DAY, lift.time, turn.zone) for n in (1, 2))
    coming = [other for other in others if other > turn.now]
    good = free_slot(turn.book(), coming, after=max(turn.now, lift.at(turn.zone)))
    if good is not None:
        yield good


def _others(turn: Turn, lift: LiftTime) -> tuple[dt.datetime, ...]:
    """Return when the other lifts are that are known."""
    known = lift_times(turn.records, turn.runner, first=turn.today, days=AHEAD_DAYS)
    return tuple(other.at(turn.zone) for other in known if other != lift)


def _worth(turn: Turn, others: Collection[dt.datetime], at: dt.datetime) -> Verdict:
    before = [other for other in others if turn.now < other < at]
    return [decision.verdict for decision in decided(turn.book(), (*before, at))][-1]


def move(turn: Turn, lift: LiftTime, date: dt.date, time: dt.time) -> Reply:
    """Let one lift stand at another local date and time."""
    at = instant(date, time, turn.zone)
    if not turn.now < at <= turn.now + FARTHEST:
        return refused(m.LIFT_TO_WHEN, at=at)
    verdict = _worth(turn, _others(turn, lift), at)
    change_id = _keep(turn, LiftChange(date=lift.from_date, time=lift.from_time, to_date=date, to_time=time))
    note_told(turn, [(at, verdict)])
    moved = say(m.LIFT_MOVED, at=at, before=lift.at(turn.zone))
    return stored(change_id, moved, worth(verdict, at))


def skip(turn: Turn, lift: LiftTime) -> Reply:
    """Leave one lift out."""
    change_id = _keep(turn, LiftChange(date=lift.from_date, time=lift.from_time))
    return stored(change_id, say(m.LIFT_SKIPPED, at=lift.at(turn.zone)))


def _keep(turn: Turn, change: LiftChange) -> int:
    """Keep what becomes of a lift; what was said of it before stays known, and counts no more."""
    with turn.change() as change_id:
        turn.records.lift_changes.add(turn.runner.id, change)
    return change_id


def move_in_words(turn: Turn, reading: MovedLiftReading) -> Replies:
    """Move the lift of a day, or the next one, as a sentence says it."""
    lift = _meant(turn, reading.from_date)
    if lift is None:
        return (_no_lift(turn, reading.from_date),)
    to = reading.to_date or lift.date
    if reading.part is not None:
        return (move(turn, lift, to, hour_of(turn, reading.part)),)
    return (move(turn, lift, to, reading.time or lift.time),)


def skip_in_words(turn: Turn, reading: SkippedLiftReading) -> Replies:
    """Leave the lift of a day out."""
    lift = _meant(turn, reading.date)
    return (_no_lift(turn, reading.date) if lift is None else skip(turn, lift),)


def _meant(turn: Turn, day: dt.date | None) -> LiftTime | None:
    """Return the lift of a local day that is still to come (of today: also the one that was), or the next one."""
    known = lift_times(turn.records, turn.runner, first=turn.today, days=AHEAD_DAYS)
    found = [lift for lift in known if day in {None, lift.date}]
    coming = [lift for lift in found if lift.at(turn.zone) > turn.now]
    return next(iter((*coming, *(found if day is not None else ()))), None)


def _no_lift(turn: Turn, day: dt.date | None) -> Reply:
    nowhere = not lift_times(turn.records, turn.runner, first=turn.today, days=AHEAD_DAYS)
    return unable(m.NO_LIFT_TIMES) if nowhere or day is None else unable(m.NO_LIFT_ON, day=day)
