"""What other clauses add to the one that asks: the day, the time, the run that it hangs on and its day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.language.clocks import other_half
from bot.language.items import Clock
from bot.language.meaning import MomentReading, Part, Side, Unread
from bot.language.moment_clauses import (
    Clause,
    adds_time,
    day_of,
    is_over,
    is_past,
    is_run_off,
    is_to_come,
    names_run,
)
from bot.language.runs import settled
from bot.language.said import Said, moment_of
from bot.training.runs import RunKind

_HOURS = 12  # on a dial
_NOON = dt.time(12)
# Nobody lifts in the small hours where the afternoon will do.
_EARLIEST = dt.time(5)
_WEEK = 7
_HALVES = frozenset({Part.MORNING, Part.AFTERNOON, Part.EVENING})
_SOON = 2
_NEAR_NOON = 3


def completed(chosen: Clause, clauses: tuple[Clause, ...], now: dt.datetime) -> MomentReading | Unread | None:
    """Fill in what the chosen clause leaves to others: the day, the time, the run and its day."""
    said = _without_event(_in_week(chosen.said, clauses, now.date()), chosen, clauses)
    if said.later and (run := _run_before(clauses, now)) is not None:
        at = dt.datetime.combine(run.date or now.date(), run.time or dt.time()) + dt.timedelta(hours=said.ahead or 0)
        return MomentReading(date=at.date(), time=at.time())
    if len(said.days) > 1:
        said = replace(said, days=tuple(dict.fromkeys((*_offered_before(chosen, clauses), *said.days))))
    if not said.names_day:
        said = _with_day(said, chosen, clauses, now)
    if said.clock is None and said.ahead is None and not said.midnight:
        said = _with_time(said, _timed_beside(said, chosen, clauses))
    if _is_only_before(said) and (told := _dated_elsewhere(chosen, clauses, now.date())):
        said = replace(said if said.names_time else told, days=told.days, relation=None)
    if said.relation is None:
        return moment_of(_behind_told(said, chosen, clauses), now)
    return _hung(replace(chosen, said=said), clauses, now)


def _timed_beside(said: Said, chosen: Clause, clauses: tuple[Clause, ...]) -> list[Clause]:
    """Return the other clauses that may say at what time; "it's at 8pm" says when the run is, where one hangs on it."""
    others = [one for one in clauses if one is not chosen and not (one.it and said.relation is not None)]
    bare = [one for one in others if one.is_bare or one.is_offered or adds_time(one)]
    # "Kids nap at 1 so could I deadlift then".
    then = any(one.then and (one.lifts or one is chosen) for one in clauses)
    return [*bare, *(one for one in others if then and one.said.clock and not (one.runs or one.lifts or one.is_bare))]


def _without_event(said: Said, chosen: Clause, clauses: tuple[Clause, ...]) -> Said:
    """Leave open the day of what is no run, another clause says when that is: "physio friday, can I squat after it"."""
    relation = said.relation
    event = relation is not None and relation.kind is None and not relation.days
    ran = any(one.runs or one.kind is not None for one in clauses if one is not chosen)
    return replace(said, relation=None) if event and not ran else said


def _is_only_before(said: Said) -> bool:
    """Tell whether a run that is named with its day only bounds when: "too tight before friday's tempo"."""
    relation = said.relation
    return relation is not None and relation.side is Side.BEFORE and relation.run_day is not None and not said.days


def _dated_elsewhere(chosen: Clause, clauses: tuple[Clause, ...], today: dt.date) -> Said | None:
    """Return what the first other clause says that names a day, and is neither about a run nor why, nor over."""
    told = (one for one in clauses if one is not chosen and not (one.runs or one.is_sore or one.is_reason))
    return next((one.said for one in told if one.said.days and not is_past(one, today)), None)


def _behind_told(said: Said, chosen: Clause, clauses: tuple[Clause, ...]) -> Said:
    """Take an hour that is left open for the one right behind a time that is told: "off at 11 pm, lift at 11:30?"."""
    free = next((one.said for one in clauses if one is not chosen and _is_free_from(one, said)), None)
    told = None if free is None or free.clock is None else settled(free.clock, free.part)
    if said.clock is None or said.clock.padded or told is None:
        return said
    later = (
        time for time in (said.clock.time, other_half(said.clock.time)) if 0 <= time.hour - told.time.hour <= _SOON
    )
    near = next((time for time in sorted(later) if time > told.time), None)
    return said if near is None else replace(said, clock=replace(said.clock, time=near, sure=True, padded=True))


def _is_free_from(clause: Clause, said: Said) -> bool:
    """Tell whether a clause names a sure time on the same day from which one is free, and no run."""
    clock = clause.said.clock
    same = not clause.said.days or clause.said.days == said.days
    sure = clock is not None and (clock.padded or clause.said.part not in (None, Part.NOW))
    return same and sure and not names_run(clause)


def _run_before(clauses: tuple[Clause, ...], now: dt.datetime) -> MomentReading | None:
    """Return the run to come that "two hours later" counts from, where its time is told."""
    runs = (one.moment for one in clauses if one.runs and not one.lifts and isinstance(one.moment, MomentReading))
    timed = (replace(run, time=_NOON) if run.part is Part.NOON and run.time is None else run for run in runs)
    return next((run for run in timed if run.time is not None and not is_over(run, now.date())), None)


def _in_week(said: Said, clauses: tuple[Clause, ...], today: dt.date) -> Said:
    """Put a weekday into the week that another clause names alone: "the week after next, deads on the sunday?"."""
    apart = (one for one in clauses if not (one.runs or one.lifts or one.is_told or one.is_off))
    week = next((one.said.week for one in apart if one.said.week and not _date_in(one.said.days)), None)
    if week is None or said.week is not None or not said.by_weekday:
        return said
    monday = today + dt.timedelta(days=_WEEK * week - today.weekday())
    days = (monday + dt.timedelta(days=day.weekday()) if isinstance(day, dt.date) else day for day in said.days)
    return replace(said, days=tuple(days))


def _date_in(days: tuple[dt.date | Unread, ...]) -> bool:
    return any(isinstance(day, dt.date) for day in days)


def _offered_before(chosen: Clause, clauses: tuple[Clause, ...]) -> Iterator[dt.date | Unread]:
    """Yield the days that stand before the last ones of a list: "thurs, fri or sat for deads"."""
    for clause in clauses[: clauses.index(chosen)]:
        if clause.is_bare and not clause.said.names_time:
            yield from clause.said.days


def _with_day(said: Said, chosen: Clause, clauses: tuple[Clause, ...], now: dt.datetime) -> Said:
    days = next((one.said.days for one in clauses if one is not chosen and one.is_bare and one.said.days), ())
    days = days or next(_days_told(chosen, clauses, now), ()) or _day_of_run_apart(said, clauses, now.date())
    told = None if days else _dated_elsewhere(chosen, clauses, now.date())
    days = days if told is None else told.days
    return replace(said, days=days) if days else said


def _day_of_run_apart(said: Said, clauses: tuple[Clause, ...], today: dt.date) -> tuple[dt.date, ...]:
    """Return the day of a run to come in its other half: "tomorrow intervals at 7am, can I lift in the evening"."""
    runs = (one.moment for one in clauses if names_run(one) and not one.lifts and is_to_come(one.moment, today))
    run = next((run for run in runs if isinstance(run, MomentReading) and (run.time or run.part in _HALVES)), None)
    if run is None or run.date is None or said.part not in {*_HALVES, Part.NOON}:
        return ()
    early = run.part is Part.MORNING if run.time is None else run.time.hour < _HOURS
    return () if (said.part is Part.MORNING) == early else (run.date,)


def _days_told(chosen: Clause, clauses: tuple[Clause, ...], now: dt.datetime) -> Iterator[tuple[dt.date | Unread, ...]]:
    """Yield the days of what is told around a lift, with a time before its own: "PT ends 7 tomorrow, deads 7:30?"."""
    for clause in clauses:
        hung = clause.said.relation
        if clause is not chosen and hung is not None and hung.date is not None and hung.side is Side.AFTER:
            yield (hung.date,)
        elif clause is not chosen and hung is not None and hung.side is Side.AFTER and clause.said.days:
            yield clause.said.days
        rests = clause.kind is RunKind.REST or (hung is not None and hung.kind is RunKind.REST) or is_run_off(clause)
        same = clause.is_supposed and clause.said.names_time and chosen.said.names_time
        if clause is chosen or (clause.runs and not (rests or same)):
            continue
        if is_past(clause, now.date()):
            continue
        reason = chosen.follows and clauses[clauses.index(chosen) - 1] is clause
        if clause.said.days and (clause.is_free or rests or same or reason or _is_before(clause.said, chosen.said)):
            yield clause.said.days


def _is_before(told: Said, own: Said) -> bool:
    """Tell whether one time comes before another on the same dial: "finish at 4, lift at 5pm"."""
    if told.part is Part.NOON and own.clock is not None:
        return not own.clock.padded or own.clock.time.hour >= _HOURS
    if told.clock is None or own.clock is None:
        return False
    times = [(one.time.hour % _HOURS, one.time.minute) for one in (told.clock, own.clock)]
    both = told.clock.sure and own.clock.sure
    return told.clock.time <= own.clock.time if both else times[0] <= times[1]


def _with_time(said: Said, bare: list[Clause]) -> Said:
    for clause in sorted(bare, key=lambda one: (one.said.clock is None, not one.is_offered)):
        days = said.days or (() if said.relation is None else (said.relation.date or clause.said.days[:1],))
        same = not clause.said.days or clause.said.days in (days, *days)
        same = same and (said.part is not Part.NOON or clause.said.clock is None or _is_of_noon(clause.said.clock))
        if same and clause.said.names_time and clause.said.ahead is None:
            part = said.part or clause.said.part
            return replace(said, clock=clause.said.clock, part=part, midnight=clause.said.midnight)
    return said


def _is_of_noon(clock: Clock) -> bool:
    """Tell whether a time may be one at lunch: "club at 7 on thursday, can I lift at lunch, 1pm"."""
    both = (clock.time,) if clock.padded else (clock.time, other_half(clock.time))
    return any(_HOURS - 1 <= time.hour <= _HOURS + _NEAR_NOON for time in both)


def _hung(chosen: Clause, clauses: tuple[Clause, ...], now: dt.datetime) -> MomentReading | Unread | None:
    """Fill in what "after it" refers to, and the day of the run that the moment hangs on, from other clauses."""
    moment, relation = moment_of(chosen.said, now), chosen.said.relation
    if not isinstance(moment, MomentReading) or relation is None:
        return moment
    run = next((one for one in clauses if one.moment is not chosen.moment and _is_run_of(one, chosen)), None)
    if run is not None:
        kind = relation.kind or run.kind or RunKind.OTHER
        known = day_of(run)
        date = moment.date or (None if known is None else known + dt.timedelta(days=relation.days))
        ran = run.moment.time if isinstance(run.moment, MomentReading) else None
        clock = beside(chosen.said.clock, ran, chosen.side) if chosen.side is not None else None
        time = moment.time if clock is None else settled(clock, chosen.said.part).time
        time = time or (None if ran is None else relation.time_from(ran))
        return replace(moment, date=date, time=time, relation=(kind, relation.days), side=chosen.side)
    named = (one for one in clauses if one.moment is not chosen.moment and one.said.days)
    bare = next((one for one in named if one.is_bare or one.is_offered), None)
    day = None if bare is None else bare.said.days[0]
    if moment.date is not None or bare is None or not isinstance(day, dt.date):
        return moment
    return replace(moment, date=day + dt.timedelta(days=relation.days) if bare.it else day)


def _is_run_of(clause: Clause, chosen: Clause) -> bool:
    """Tell whether a clause names the run that the chosen one hangs on: any run, or its day where the kind is known."""
    relation = chosen.said.relation
    if relation is None or not clause.runs:
        return False
    timed = relation.hours is not None and clause.said.clock is not None
    return relation.kind is None or (clause.kind is relation.kind and (bool(clause.said.days) or timed))


def beside(clock: Clock | None, run: dt.time | None, side: Side) -> Clock | None:
    """Return an hour that is left open as the one of its two on its side of a run: "track at 7. lift before, at 5"."""
    if clock is None or clock.padded or run is None:
        return clock
    both = sorted((clock.time, other_half(clock.time)))
    fair = [time for time in both if (_EARLIEST <= time < run if side is Side.BEFORE else time > run)]
    if side is Side.AFTER and not fair:
        # "Training at 7pm, could I lift about 5 the same day": as near before it as can be.
        fair = both[::-1] if both[-1] < run else both[:1]
    sure = fair and (side is Side.AFTER or len(fair) == 1)
    return replace(clock, time=fair[0], sure=True, padded=True) if sure else clock
