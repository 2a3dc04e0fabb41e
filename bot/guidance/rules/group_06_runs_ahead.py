"""Group 6: runs to come, which the lift must not spoil."""

import datetime as dt

from bot.guidance.rules.base import rule, strictest
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding, Unknown, Verdict
from bot.training.profile import Aim
from bot.training.runs import Run, RunClass
from bot.training.time import hours_between, instant


@rule(
    "R60",
    runs=[(0, RunClass.QUALITY)],
    claims=("C045", "C046", "C111"),
    variants=("overlap", "too_close", "later", "strength_first"),
    judgement=True,
)
def hard_later_today(m: Moment) -> Finding | None:
    """Before a hard run on the same day: no within 6 hours of the lift's end, light from 6 hours on.

    With strength as the priority 6 hours are enough for a full session of at most 3 sets.

    Good week: lift light at 07:00, intervals at 18:00.
    Bad week: lift at 12:00, intervals at 18:00: only 5 hours lie between.
    """
    return strictest(_hard_later(m, run) for run in m.day.runs_of(0, RunClass.QUALITY))


def _hard_later(m: Moment, run: Run) -> Finding | None:
    hours, limits = m.hours_until(run), m.thresholds.ahead
    if hours is None:
        return None
    if hours < limits.hard_today_h:
        variant = "overlap" if hours < 0 else "too_close"
        return Finding(code="R60", cap=Verdict.NO, variant=variant, run=run, hours=hours, needed=limits.hard_today_h)
    if m.day.profile.priority is Aim.STRENGTH:
        return Finding(
            code="R60", cap=Verdict.HEAVY, variant="strength_first", run=run, hours=hours, max_sets=limits.max_sets
        )
    return Finding(code="R60", cap=Verdict.LIGHT, variant="later", run=run, hours=hours)


@rule("R61", runs=[(1, RunClass.QUALITY)], claims=("C023",), variants=("tomorrow",))
def hard_tomorrow(m: Moment) -> Finding | None:
    """No deadlift on the day before a hard run, whatever its time.

    Good week: tempo on Thursday, lift on Thursday evening.
    Bad week: lift on Wednesday, tempo on Thursday.
    """
    return strictest(
        Finding(code="R61", cap=Verdict.NO, variant="tomorrow", run=run, hours=_hours_ahead(m, run))
        for run in m.day.runs_of(1, RunClass.QUALITY)
    )


@rule(
    "R62",
    runs=[(2, RunClass.QUALITY)],
    claims=("C112",),
    variants=("in_two_days", "in_two_days_untimed", "time_unknown"),
)
def hard_in_two_days(m: Moment) -> Finding | None:
    """Light only when a hard run in two days starts less than 48 hours after the lift; unknown times count as 07:00.

    Good week: lift on Monday at 06:00, intervals on Wednesday at 18:30.
    Bad week: lift on Tuesday at 18:00, tempo on Thursday at 06:30: 36.5 hours.
    """
    return strictest(_in_two_days(m, run) for run in m.day.runs_of(2, RunClass.QUALITY))


def _in_two_days(m: Moment, run: Run) -> Finding | None:
    limits = m.thresholds.ahead
    untimed = run.start is None
    hours = hours_between(m.at, run.start or instant(run.date, limits.assumed_time, m.book.zone))
    near = hours < limits.hard_in_two_days_h
    if not near and not untimed:
        return None
    return Finding(
        code="R62",
        cap=Verdict.LIGHT if near else Verdict.HEAVY,
        variant=("in_two_days_untimed" if near else "time_unknown") if untimed else "in_two_days",
        run=run,
        hours=hours,
        needed=limits.hard_in_two_days_h,
        asks=Unknown.RUN_TIME if untimed and run.race is None else None,
    )


@rule(
    "R63",
    runs=[(0, RunClass.LONG), (1, RunClass.LONG)],
    claims=("C061",),
    variants=("today", "today_untimed", "tomorrow"),
    judgement=True,
)
def long_ahead(m: Moment) -> Finding | None:
    """No deadlift before the long run of the same day; light only on the day before it.

    Good week: lift on Friday, long run on Sunday.
    Bad week: lift on Sunday morning, long run on Sunday afternoon.
    """
    return strictest((*(_long_today(m, run) for run in m.day.runs_of(0, RunClass.LONG)), _long_tomorrow(m)))


def _long_today(m: Moment, run: Run) -> Finding | None:
    hours = m.hours_until(run)
    if hours is not None:
        return Finding(code="R63", cap=Verdict.NO, variant="today", run=run, hours=hours)
    if m.is_untimed(run):
        variant = "today" if run.done else "today_untimed"
        return Finding(code="R63", cap=Verdict.NO, variant=variant, run=run)
    return None


def _long_tomorrow(m: Moment) -> Finding | None:
    run = next(iter(m.day.runs_of(1, RunClass.LONG)), None)
    if run is None:
        return None
    return Finding(code="R63", cap=Verdict.LIGHT, variant="tomorrow", run=run, hours=_hours_ahead(m, run))


@rule(
    "R64",
    runs=[(1, RunClass.HILLY), (0, RunClass.STEADY)],
    claims=("C057",),
    variants=("hilly_tomorrow", "steady_overlap", "steady_soon", "steady_untimed"),
    judgement=True,
)
def hills_or_steady_ahead(m: Moment) -> Finding | None:
    """Light only before a hilly run tomorrow, or a steady run that starts within 3 hours of the lift's end.

    Good week: lift at 12:00, steady run at 18:00.
    Bad week: heavy on Friday, mountain trail on Saturday.
    """
    hilly = (
        Finding(code="R64", cap=Verdict.LIGHT, variant="hilly_tomorrow", run=run, hours=_hours_ahead(m, run))
        for run in m.day.runs_of(1, RunClass.HILLY)
    )
    return strictest((*hilly, *(_steady_today(m, run) for run in m.day.runs_of(0, RunClass.STEADY))))


def _steady_today(m: Moment, run: Run) -> Finding | None:
    hours, limits = m.hours_until(run), m.thresholds.ahead
    if hours is not None and hours < limits.steady_today_h:
        return Finding(
            code="R64",
            cap=Verdict.LIGHT,
            variant="steady_overlap" if hours < 0 else "steady_soon",
            run=run,
            hours=hours,
            needed=limits.steady_today_h,
        )
    if m.is_untimed(run) and not run.done:
        return Finding(code="R64", cap=Verdict.LIGHT, variant="steady_untimed", run=run)
    return None


def _hours_ahead(m: Moment, run: Run) -> float | None:
    """Return the real hours from L to a run on a later day, start to start; None when its time is unknown."""
    at: dt.datetime | None = run.start
    return None if at is None else hours_between(m.at, at)


RULES = (hard_later_today, hard_tomorrow, hard_in_two_days, long_ahead, hills_or_steady_ahead)
