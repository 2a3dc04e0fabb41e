"""Group 7: runs behind the runner, and the run that the lift would fall into."""

from bot.guidance.rules.base import day_rule, rule, strictest
from bot.guidance.situation import Day, Moment
from bot.guidance.verdict import Finding, Verdict
from bot.training.runs import Run, RunClass
from bot.training.time import hours_between


@rule(
    "R70", runs=[(0, RunClass.QUALITY)], claims=("C045", "C046", "C111"), variants=("overlap", "too_soon", "fewer_sets")
)
def hard_earlier_today(m: Moment) -> Finding | None:
    """After a hard run on the same day: light within 6 hours of its end, then heavy with at most 3 sets.

    Good week: intervals at 06:30, lift at 18:00.
    Bad week: tempo at 12:00, heavy lift at 17:00.
    """
    return strictest(_hard_earlier(m, run) for run in m.day.training_of(0, RunClass.QUALITY))


def _hard_earlier(m: Moment, run: Run) -> Finding | None:
    hours, limits = m.hours_since(run), m.thresholds.behind
    if hours is None:
        return None
    if hours < limits.hard_today_h:
        variant = "overlap" if hours < 0 else "too_soon"
        return Finding(code="R70", cap=Verdict.LIGHT, variant=variant, run=run, hours=hours, needed=limits.hard_today_h)
    return Finding(code="R70", cap=Verdict.HEAVY, variant="fewer_sets", run=run, hours=hours, max_sets=limits.max_sets)


@rule(
    "R71",
    runs=[(0, RunClass.LONG), (-1, RunClass.LONG)],
    claims=("C061", "C111"),
    variants=("today", "yesterday", "yesterday_untimed", "very_long", "fewer_sets"),
    judgement=True,
)
def long_behind(m: Moment) -> Finding | None:
    """No deadlift after the long run of the same day; the day after light, or heavy with 3 sets after 24 hours.

    Light stays the limit when yesterday's long run took 150 minutes or its time is unknown.

    Good week: long run on Sunday at 08:00, lift on Monday at 12:00.
    Bad week: long run on Sunday at 08:00, heavy lift on Monday at 07:00: 23 hours.
    """
    today = (_long_today(m, run) for run in m.day.training_of(0, RunClass.LONG))
    yesterday = (_long_yesterday(m, run) for run in m.day.training_of(-1, RunClass.LONG))
    return strictest((*today, *yesterday))


def _long_today(m: Moment, run: Run) -> Finding | None:
    hours = m.hours_since(run)
    if hours is None and not run.done:
        return None
    return Finding(code="R71", cap=Verdict.NO, variant="today", run=run, hours=hours)


def _long_yesterday(m: Moment, run: Run) -> Finding:
    limits = m.thresholds.behind
    hours = None if run.start is None else hours_between(run.start, m.at)
    if run.minutes >= limits.very_long_min:
        return Finding(code="R71", cap=Verdict.LIGHT, variant="very_long", run=run, hours=hours)
    if hours is None or hours < limits.long_yesterday_h:
        variant = "yesterday_untimed" if hours is None else "yesterday"
        return Finding(
            code="R71", cap=Verdict.LIGHT, variant=variant, run=run, hours=hours, needed=limits.long_yesterday_h
        )
    return Finding(code="R71", cap=Verdict.HEAVY, variant="fewer_sets", run=run, hours=hours, max_sets=limits.max_sets)


@day_rule("R72", runs=[(-1, RunClass.HILLY)], variants=("yesterday",), judgement=True)
def hills_behind(d: Day) -> Finding | None:
    """Light only on the day after a hilly run: descents leave the legs weaker than they feel.

    Good week: trail run on Saturday, heavy on Monday.
    Bad week: trail run on Saturday, heavy on Sunday.
    """
    run = next(iter(d.training_of(-1, RunClass.HILLY)), None)
    return None if run is None else Finding(code="R72", cap=Verdict.LIGHT, variant="yesterday", run=run)


@rule("R73", runs=[(-1, None), (0, None), (1, None)], variants=("overlap",))
def on_the_run(m: Moment) -> Finding | None:
    """No lift in the hour that a planned run takes.

    Good week: run at 07:00 for 45 minutes, lift at 07:45.
    Bad week: run at 07:00, lift at 07:30.
    """
    return strictest(
        Finding(code="R73", cap=Verdict.NO, variant="overlap", run=run)
        for offset in (-1, 0, 1)
        for run in m.day.timed(offset)
        if _overlaps(m, run)
    )


def _overlaps(m: Moment, run: Run) -> bool:
    if run.start is None or run.end is None or run.done:
        return False
    return run.start < m.lift_end and m.at < run.end


RULES = (hard_earlier_today, long_behind, hills_behind, on_the_run)
