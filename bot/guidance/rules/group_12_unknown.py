"""Group 12: what the bot does not know, and what it does about it: it holds back a little and asks."""

import datetime as dt

from bot.guidance.rules.base import day_rule, rule, strictest
from bot.guidance.situation import Day, Moment
from bot.guidance.verdict import Finding, Unknown, Verdict
from bot.training.runs import Run, RunClass


@rule("R120", runs=[(0, RunClass.QUALITY)], claims=("C046",), variants=("ahead_or_behind", "done"))
def time_unknown(m: Moment) -> Finding | None:
    """A hard run today at an unknown time: no; light once the runner said that it is done.

    Good week: "intervals on Tuesday at 18:00".
    Bad week: "intervals on Tuesday", and nobody knows when.
    """
    return strictest(_untimed(run) for run in m.day.runs_of(0, RunClass.QUALITY) if m.is_untimed(run))


def _untimed(run: Run) -> Finding:
    cap, variant = (Verdict.LIGHT, "done") if run.done else (Verdict.NO, "ahead_or_behind")
    asks = Unknown.RUN_TIME if run.race is None else None
    return Finding(code="R120", cap=cap, variant=variant, run=run, asks=asks)


@day_rule("R121", runs=[(0, RunClass.UNKNOWN), (1, RunClass.UNKNOWN)], variants=("today", "tomorrow"))
def kind_unknown(d: Day) -> Finding | None:
    """A run today or tomorrow whose kind cannot be read: light, because it may be a hard one.

    Good week: "Wednesday easy 6k".
    Bad week: "Wednesday 6k", lift on Tuesday.
    """
    return strictest(
        Finding(code="R121", cap=Verdict.LIGHT, variant=variant, run=run, asks=Unknown.RUN_KIND)
        for offset, variant in ((0, "today"), (1, "tomorrow"))
        for run in d.runs_of(offset, RunClass.UNKNOWN)
    )


@day_rule("R122", variants=("no_schedule",))
def no_schedule(d: Day) -> Finding | None:
    """No weekly pattern, and a day from the lift's to the second after it without an entry: light, and one question.

    Good week: the week is told once.
    Bad week: nothing is known, and tomorrow may hold intervals.
    """
    calendar = d.book.calendar
    if calendar.has_pattern() or d.is_free:
        return None
    if all(calendar.has_dated_entry(d.date + dt.timedelta(days=offset)) for offset in (0, 1, 2)):
        return None
    return Finding(code="R122", cap=Verdict.LIGHT, variant="no_schedule", asks=Unknown.SCHEDULE)


@day_rule("R123", claims=("C120",), variants=("never_said",))
def experience_unknown(d: Day) -> Finding | None:
    """Lifting experience never told: light, and the question.

    Good week: "lifting for 3 years".
    Bad week: nobody asked, and the load is a guess.
    """
    if d.profile.lifting_since is not None:
        return None
    return Finding(code="R123", cap=Verdict.LIGHT, variant="never_said", asks=Unknown.LIFTING_SINCE)


RULES = (time_unknown, kind_unknown, no_schedule, experience_unknown)
