"""The moment that a question names: a day, a time, a part of the day, or a run that it hangs on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.language.clocks import other_half
from bot.language.date_orders import behind_run, not_over, on_weekday
from bot.language.items import Clock, Context
from bot.language.loose_clocks import with_loose_clocks
from bot.language.meaning import Doubt, MomentReading, Part, Side, Unread
from bot.language.moment_clauses import (
    Clause,
    adds_time,
    clauses_in,
    day_of,
    is_over,
    is_past,
    is_run_off,
    is_to_come,
    names_run,
    offers_days,
)
from bot.language.runs import settled
from bot.language.said import Said, moment_of
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind

_HOURS = 12  # on a dial
_NOON = dt.time(12)
# Nobody lifts in the small hours where the afternoon will do.
_EARLIEST = dt.time(5)
_WEEK = 7
_HALVES = frozenset({Part.MORNING, Part.AFTERNOON, Part.EVENING})
_SOON = 2


def read_moment(text: str, *, now: dt.datetime, vocabulary: Vocabulary) -> MomentReading | Unread | None:
    """Read the moment that a text asks about; `now` is the runner's local time.

    A weekday is the coming one (today counts), "next Tuesday" the Tuesday of next week. None when no moment is named;
    Unread when one is named that could be several, or none. "Friday or saturday" is the first day with the others in
    `also`; several days without "or" are Unread (DATE), but for those that belong to a run that is told. Midnight ends
    the day named with it. In a text of several clauses the clause about lifting decides: "got intervals tomorrow, can I
    lift today?" is about today; what it leaves open, a clause of a bare moment fills in: "…, around 6". No text raises.
    """
    context = Context(text=normalise(text), today=now.date(), dotted=True)
    if too_long(text) or too_long(context.text):
        return Unread(text=own_words(text), doubt=Doubt.TOO_LONG)
    items = with_loose_clocks(scan(context, vocabulary), context.text)
    found = _chosen(clauses_in(items, now), now)
    return on_weekday(found, items) if isinstance(found, Unread) else not_over(found, items, now.date())


def _chosen(clauses: tuple[Clause, ...], now: dt.datetime) -> MomentReading | Unread | None:
    """Choose the clause that says when: about lifting first, then one that is not about a run."""
    today = now.date()
    lifting = _lifting(clauses)
    # "Best day to pull with a 28k on Sunday": the day is the run's.
    own = sorted(
        (one for one in lifting if not (one.is_open and one.runs)), key=lambda one: (one.is_reason, not one.asks)
    )
    named = next((clause for clause in own if clause.moment is not None and not is_past(clause, today)), None)
    others = [clause for clause in clauses if not (named is not None and clause.is_alternative)]
    if named is not None and _only_hangs(named):
        # "Ok to squat on the same day as a run? I run tomorrow at 7am and wanted to go at 6pm".
        named = next(
            (one for one in own if one.said.names_day and not _only_hangs(one) and not is_past(one, today)), named
        )
    asked = next((clause for clause in others if _asks_about(clause, today)), None)
    if asked is not None and (named is None or (not named.asks and _stands_behind(asked, named, clauses))):
        named = asked
    if named is not None and not named.asks and named.said.clock is not None:
        named = _at_other_time(named, clauses)
    others = (one for one in clauses if not (one.lifts or (one.is_off and not one.is_supposed)))
    awaited = next((one.moment for one in others if is_to_come(one.moment, today)), None)
    dated = named is not None and named.asks and bool(named.said.days) and not named.at_once
    if isinstance(awaited, MomentReading) and not dated and any(one.at_once and not one.is_open for one in own):
        return _that_day(awaited, named, clauses, now)
    if named is not None:
        return _completed(named, clauses, now)
    return _unnamed(clauses, own, now)


def _only_hangs(clause: Clause) -> bool:
    """Tell whether a clause says no more of when than "on the day of a run", whose day is not known."""
    relation = clause.said.relation
    return relation is not None and relation.side is None and relation.date is None and not clause.said.days


def _stands_behind(asked: Clause, named: Clause, clauses: tuple[Clause, ...]) -> bool:
    """Tell whether a day is asked about behind a lift; what was asked before is another thing: "friday's a holiday?"."""
    return asked.lifts or clauses.index(asked) > clauses.index(named)


def _at_other_time(named: Clause, clauses: tuple[Clause, ...]) -> Clause:
    """Return a lift that is told at the time that is asked about instead: "gonna lift at 6, would 8 be too late"."""
    asking = (
        one for one in clauses if one.asks and one.said.clock and not (one.lifts or one.runs or one.said.names_day)
    )
    said = next((one.said for one in asking), None)
    return named if said is None else replace(named, said=replace(named.said, clock=said.clock, part=said.part))


def _timed(clauses: tuple[Clause, ...]) -> Clause | None:
    """Return the clause of a time alone: "track thurs 6pm. Deads right after, 7.45?"."""
    timed = (clause for clause in clauses if clause.said.clock and not clause.said.days)
    return next((clause for clause in timed if clause.is_bare or clause.is_offered), None)


def _that_day(
    awaited: MomentReading, named: Clause | None, clauses: tuple[Clause, ...], now: dt.datetime
) -> MomentReading | Unread | None:
    """Return "that evening" on the day of a run that is told, or the moment of the run where it is "straight after"."""
    side = Side.BEFORE if any(clause.leads_up for clause in clauses) else Side.AFTER
    if side is Side.BEFORE and (before := _bare_before(awaited.date, clauses)) is not None:
        return _completed(before, clauses, now)
    own = named is not None and (named.said.clock is not None or named.said.part not in (None, Part.NOW))
    if not own:
        named = _timed(clauses)
    if named is None or awaited.date is None:
        return awaited
    run = awaited.time or next((one.run_time for one in clauses if one.moment == awaited), None)
    said = replace(named.said, days=(awaited.date,), clock=_beside(named.said.clock, run, side))
    return behind_run(moment_of(said, now), awaited) if side is Side.AFTER else moment_of(said, now)


def _bare_before(awaited: dt.date, clauses: tuple[Clause, ...]) -> Clause | None:
    """Return a weekday alone as the last one before a day: "wedding saturday week, deads beforehand, on the thursday"."""
    bare = next((one for one in clauses if one.is_bare and one.said.by_weekday and one.said.days), None)
    day = None if bare is None else bare.said.days[0]
    if bare is None or not isinstance(day, dt.date):
        return None
    ahead = (awaited - day).days
    days = (awaited - dt.timedelta(days=ahead % _WEEK or _WEEK),)
    return replace(bare, said=replace(bare.said, days=days)) if ahead > 0 else None


def _beside(clock: Clock | None, run: dt.time | None, side: Side) -> Clock | None:
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


def _unnamed(clauses: tuple[Clause, ...], lifting: list[Clause], now: dt.datetime) -> MomentReading | Unread | None:
    """Return the moment where no clause about lifting names one that is to come."""
    offered = next((clause.moment for clause in clauses if offers_days(clause)), None)
    if any(clause.is_open for clause in clauses):
        timed = next((one.moment for one in clauses if one.is_open and not one.runs and one.moment is not None), None)
        return offered or timed or MomentReading(date=None)
    others = [one for one in clauses if not (names_run(one) or one.rests_now or is_past(one, now.date()))]
    others = [one for one in others if one.asks or not one.is_sore]
    named = [clause for clause in others if clause.moment is not None]
    arriving = (clause for clause in named if clause.arrives and clause.said.clock is not None)
    plain = (clause for clause in named if not clause.is_reason)
    bare = (clause for clause in named if clause.is_bare and clause.said.days)
    free = next(arriving, None) or next(bare, None) or next(plain, next(iter(named), None))
    if free is not None:
        return _completed(free, clauses, now)
    if lifting or any(clause.lifts for clause in clauses):
        # "Can I go heavy again? Last deads were sunday".
        apart = any(clause.asks for clause in lifting)
        own = (clause.moment for clause in lifting if not (apart and clause.is_told and not clause.asks))
        return next((moment for moment in own if moment is not None), None)
    return next((clause.moment for clause in clauses if clause.moment is not None), None)


def _lifting(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Return the clauses about lifting; "legs are tired" beside "when can I deadlift" is none."""
    lifting = [clause for clause in clauses if clause.lifts]
    return [clause for clause in lifting if not clause.is_sore] or lifting


def _asks_about(clause: Clause, today: dt.date) -> bool:
    """Tell whether a clause asks about a day, and about no run: "skipped my lift yesterday, is tonight ok?"."""
    named = bool(clause.said.days) and clause.said.relation is None
    runs = clause.runs and not clause.said.apart
    return named and clause.asks and not (runs or clause.is_open or clause.is_reason or is_past(clause, today))


def _completed(chosen: Clause, clauses: tuple[Clause, ...], now: dt.datetime) -> MomentReading | Unread | None:
    """Fill in what the chosen clause leaves to others: the day, the time, the run and its day."""
    said = _in_week(chosen.said, clauses, now.date())
    if said.later and (run := _run_before(clauses, now)) is not None:
        at = dt.datetime.combine(run.date or now.date(), run.time or dt.time()) + dt.timedelta(hours=said.ahead or 0)
        return MomentReading(date=at.date(), time=at.time())
    bare = [one for one in clauses if one is not chosen and (one.is_bare or one.is_offered or adds_time(one))]
    if said.relation is not None:
        # "Before my run tonight, it's at 8pm": the run is.
        bare = [clause for clause in bare if not clause.it]
    if len(said.days) > 1:
        said = replace(said, days=tuple(dict.fromkeys((*_offered_before(chosen, clauses), *said.days))))
    if not said.names_day:
        said = _with_day(said, chosen, clauses, now)
    if said.clock is None and said.ahead is None and not said.midnight:
        said = _with_time(said, bare)
    if _is_only_before(said) and (days := _other_days(chosen, clauses, now.date())):
        said = replace(said, days=days, relation=None)
    if said.relation is None:
        return moment_of(_behind_told(said, chosen, clauses), now)
    return _hung(replace(chosen, said=said), clauses, now)


def _is_only_before(said: Said) -> bool:
    """Tell whether a run that is named with its day only bounds when: "too tight before friday's tempo"."""
    relation = said.relation
    return relation is not None and relation.side is Side.BEFORE and relation.run_day is not None and not said.days


def _other_days(chosen: Clause, clauses: tuple[Clause, ...], today: dt.date) -> tuple[dt.date | Unread, ...]:
    """Return the first days that another clause names which is neither about a run nor why, nor over."""
    told = (
        one
        for one in clauses
        if one is not chosen and not (one.runs or one.is_sore or one.is_reason or is_past(one, today))
    )
    return next((one.said.days for one in told if one.said.days), ())


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
    days = days or _other_days(chosen, clauses, now.date())
    return replace(said, days=days) if days else said


def _day_of_run_apart(said: Said, clauses: tuple[Clause, ...], today: dt.date) -> tuple[dt.date, ...]:
    """Return the day of a run to come in its other half: "tomorrow intervals at 7am, can I lift in the evening"."""
    runs = (one.moment for one in clauses if names_run(one) and not one.lifts and is_to_come(one.moment, today))
    run = next((run for run in runs if isinstance(run, MomentReading) and (run.time or run.part in _HALVES)), None)
    if run is None or run.date is None or said.part not in _HALVES:
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
    for clause in sorted(bare, key=lambda one: one.said.clock is None):
        days = said.days or (() if said.relation is None else (said.relation.date or clause.said.days[:1],))
        same = not clause.said.days or clause.said.days in (days, *days)
        if same and clause.said.names_time and clause.said.ahead is None:
            part = said.part or clause.said.part
            return replace(said, clock=clause.said.clock, part=part, midnight=clause.said.midnight)
    return said


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
        clock = _beside(chosen.said.clock, ran, chosen.side) if chosen.side is not None else None
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
