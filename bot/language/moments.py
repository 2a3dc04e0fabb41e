"""The moment that a question names: a day, a time, a part of the day, or a run that it hangs on."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from bot.language.chosen_moments import with_choice
from bot.language.date_orders import behind_run, next_morning, not_over, on_weekday
from bot.language.items import Context
from bot.language.loose_clocks import with_loose_clocks
from bot.language.meaning import Doubt, MomentReading, Part, Side, Unread
from bot.language.moment_clauses import (
    Clause,
    clauses_in,
    is_past,
    is_to_come,
    names_run,
    offers_days,
)
from bot.language.moment_context import beside, completed
from bot.language.said import moment_of
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind

_WEEK = 7


def read_moment(text: str, *, now: dt.datetime, vocabulary: Vocabulary) -> MomentReading | Unread | None:
    """Read the moment that a text asks about; `now` is the runner's local time.

    A weekday is the coming one (today counts), "next Tuesday" the Tuesday of next week. None when no moment is named;
    Unread when one is named that could be several, or none. "Friday or saturday" is the first day with the others in
    `also`; several days without "or" are Unread (DATE), but for those that belong to a run that is told. Midnight ends
    the day named with it. In a text of several clauses the clause about lifting decides: "got intervals tomorrow, can I
    lift today?" is about today; what it leaves open, a clause of a bare moment fills in: "…, around 6". Where
    a day or a time is left over, what was learnt decides which one is asked about. No text raises.
    """
    context = Context(text=normalise(text), today=now.date(), dotted=True)
    if too_long(text) or too_long(context.text):
        return Unread(text=own_words(text), doubt=Doubt.TOO_LONG)
    items = with_loose_clocks(scan(context, vocabulary), context.text)
    found = _chosen(clauses_in(items, now), now)
    if isinstance(found, Unread):
        found = on_weekday(found, items)
    else:
        found = next_morning(not_over(found, items, now.date()), items, now)
    return with_choice(found, items, now, vocabulary.moment_weights)


def _chosen(clauses: tuple[Clause, ...], now: dt.datetime) -> MomentReading | Unread | None:
    """Choose the clause that says when: about lifting first, then one that is not about a run."""
    today = now.date()
    lifting = _lifting(clauses)
    # "Best day to pull with a 28k on Sunday": the day is the run's.
    own = sorted(
        (one for one in lifting if not (one.is_open and one.runs)),
        key=lambda one: (one.is_reason, not one.asks, not _is_full(one)),
    )
    named = next((one for one in own if not (one.moment is None or _is_of_no_day(one) or is_past(one, today))), None)
    named = _asked_instead(named, own, clauses, today)
    if named is not None and named.said.part is Part.NOW and not named.asks:
        # "Now she has me deadlifting! She wants to take me on saturday at 2pm".
        named = next((one for one in clauses if _is_full(one) and not (one.runs or is_past(one, today))), named)
    others = (one for one in clauses if not (one.lifts or (one.is_off and not one.is_supposed)))
    awaited = next((one.moment for one in others if is_to_come(one.moment, today)), None)
    dated = named is not None and named.asks and bool(named.said.days) and not named.at_once
    if isinstance(awaited, MomentReading) and not dated and any(one.at_once and not one.is_open for one in own):
        return _that_day(awaited, named, clauses, now)
    if named is not None:
        return completed(named, clauses, now)
    return _unnamed(clauses, own, now)


def _is_full(clause: Clause) -> bool:
    """Tell whether a clause says both the day and the time."""
    return bool(clause.said.days) and clause.said.clock is not None


def _is_of_no_day(clause: Clause) -> bool:
    """Tell whether a clause names only days that are over: "we have the gym since last week"."""
    return isinstance(clause.moment, Unread) and clause.moment.doubt is Doubt.DAY and not clause.moment.options


def _asked_instead(
    named: Clause | None, own: list[Clause], clauses: tuple[Clause, ...], today: dt.date
) -> Clause | None:
    """Return the clause that says better when than the one chosen: its day is asked about, or the only one known."""
    others = [clause for clause in clauses if not (named is not None and clause.is_alternative)]
    if named is not None and _only_hangs(named):
        # "Ok to squat on the same day as a run? I run tomorrow at 7am and wanted to go at 6pm".
        dated = (one for one in own if one.said.names_day and not _only_hangs(one) and not is_past(one, today))
        named = next(dated, named)
    asked = next((one for one in others if _asks_about(one, today) and not _is_beside(one, named)), None)
    if asked is not None and (named is None or (not named.asks and _stands_behind(asked, named, clauses))):
        named = asked
    if named is not None and not named.asks and named.said.clock is not None:
        named = _at_other_time(named, clauses)
    return named


def _is_beside(clause: Clause, named: Clause | None) -> bool:
    """Tell whether a clause names no other day for a lift that has one: "would it be grand now", "will I regret it"."""
    beside = clause.said.part is Part.NOW or clause.is_what_then
    return beside and (clause.is_sore or not clause.lifts) and named is not None and bool(named.said.days)


def _only_hangs(clause: Clause) -> bool:
    """Tell whether a clause says no more of when than "on the day of a run", whose day is not known."""
    relation = clause.said.relation
    return relation is not None and relation.side is None and relation.date is None and not clause.said.days


def _stands_behind(asked: Clause, named: Clause, clauses: tuple[Clause, ...]) -> bool:
    """Tell whether a day is asked about behind a lift; before it another thing was asked: "friday's a holiday?"."""
    return asked.lifts or clauses.index(asked) > clauses.index(named)


def _at_other_time(named: Clause, clauses: tuple[Clause, ...]) -> Clause:
    """Return a lift that is told at the time that is asked about instead: "gonna lift at 6, would 8 be too late"."""
    asking = (
        one
        for one in clauses
        if one.asks and one.said.clock and not (one.lifts or one.runs or one.it or one.said.names_day)
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
    own = named is not None and (named.said.clock is not None or named.said.part not in (None, Part.NOW))
    if not own:
        named = _timed(clauses)
    if named is None or awaited.date is None:
        return awaited
    run = awaited.time or next((one.run_time for one in clauses if one.moment == awaited), None)
    said = replace(named.said, days=(awaited.date,), clock=beside(named.said.clock, run, side))
    return behind_run(moment_of(said, now), awaited) if side is Side.AFTER else moment_of(said, now)


def _unnamed(clauses: tuple[Clause, ...], lifting: list[Clause], now: dt.datetime) -> MomentReading | Unread | None:
    """Return the moment where no clause about lifting names one that is to come."""
    offered = next((clause.moment for clause in clauses if offers_days(clause)), None)
    if any(clause.is_open for clause in clauses):
        timed = next((one.moment for one in clauses if one.is_open and not one.runs and one.moment is not None), None)
        return offered or timed or _day_before(clauses, now.date()) or MomentReading(date=None)
    if (free := _free_in(clauses, now.date())) is not None:
        return completed(free, clauses, now)
    if lifting or any(clause.lifts for clause in clauses):
        # "Can I go heavy again? Last deads were sunday".
        apart = any(clause.asks for clause in lifting)
        own = (clause.moment for clause in lifting if not (apart and clause.is_told and not clause.asks))
        return next((moment for moment in own if moment is not None), _behind_run_told(clauses))
    return next((clause.moment for clause in clauses if clause.moment is not None), None)


def _behind_run_told(clauses: tuple[Clause, ...]) -> MomentReading | None:
    """Return the moment that hangs on a run which is told apart: "the day after my half, is it fine to deadlift"."""
    hung = (one for one in clauses if one.hangs_on_run and not (one.lifts or one.is_told or one.is_reason))
    if (beside := next((one.moment for one in hung if isinstance(one.moment, MomentReading)), None)) is not None:
        return beside
    # "If I come home from my long run, could I then deadlift".
    run = next((one for one in clauses if one.runs and not one.lifts and one.moment is None), None)
    if run is None or not any(one.then and one.lifts for one in clauses):
        return None
    return MomentReading(date=None, relation=(run.kind or RunKind.OTHER, 0), side=Side.AFTER)


def _day_before(clauses: tuple[Clause, ...], today: dt.date) -> MomentReading | None:
    """Return the one day that stands right before "when": "thursday, which hour is best"."""
    for day, opened in pairwise(clauses):
        apart = day.is_bare or day.is_free
        if opened.is_open and apart and day.said.days and not (names_run(day) or is_past(day, today)):
            return day.moment if isinstance(day.moment, MomentReading) and not day.moment.also else None
    return None


def _free_in(clauses: tuple[Clause, ...], today: dt.date) -> Clause | None:
    """Return the clause of a moment that is told beside a lift: when one arrives, a day alone, else the first one."""
    others = (one for one in clauses if not (names_run(one) or one.rests_now or is_past(one, today)))
    others = (one for one in others if not _is_of_no_day(one))
    named = [one for one in others if one.moment is not None and (one.asks or not one.is_sore)]
    arriving = (clause for clause in named if clause.arrives and clause.said.clock is not None)
    plain = (clause for clause in named if not clause.is_reason)
    bare = (clause for clause in named if clause.is_bare and clause.said.days)
    full = (clause for clause in named if _is_full(clause) and not clause.is_reason)
    return next(arriving, None) or next(bare, None) or next(full, None) or next(plain, next(iter(named), None))


def _lifting(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Return the clauses about lifting; "legs are tired" beside "when can I deadlift" is none."""
    lifting = [clause for clause in clauses if clause.lifts]
    return [clause for clause in lifting if not clause.is_sore] or lifting


def _asks_about(clause: Clause, today: dt.date) -> bool:
    """Tell whether a clause asks about a day, and about no run: "skipped my lift yesterday, is tonight ok?"."""
    named = bool(clause.said.days) and clause.said.relation is None
    runs = clause.runs and not clause.said.apart
    return named and clause.asks and not (runs or clause.is_open or clause.is_reason or is_past(clause, today))
