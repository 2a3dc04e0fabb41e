"""Group 9: how long the runner has been running and lifting."""

import datetime as dt

from bot.guidance.rules.base import day_rule
from bot.guidance.situation import Day
from bot.guidance.verdict import Finding, Verdict
from bot.training.body import Layoff
from bot.training.lifts import Lift


@day_rule("R90", claims=("C130", "C131"), variants=("very_new", "new"))
def new_to_both(d: Day) -> Finding | None:
    """New to running and to lifting (under 8 weeks of each): bodyweight only for 4 weeks of running, then light.

    Good week: running for 3 months, first deadlift.
    Bad week: second week of running, first deadlift.
    """
    limits = d.thresholds.novice
    running, lifting = _weeks(d, d.profile.running_since), _weeks(d, d.profile.lifting_since)
    if running is None or lifting is None or max(running, lifting) >= limits.new_weeks:
        return None
    if running < limits.very_new_weeks:
        return Finding(code="R90", cap=Verdict.NO, variant="very_new", number=int(running))
    return Finding(code="R90", cap=Verdict.LIGHT, variant="new", number=int(running))


@day_rule("R91", claims=("C024", "C090", "C120", "C148", "C151"), variants=("weeks", "sessions"))
def new_to_lifting(d: Day) -> Finding | None:
    """New to lifting: light, with a novice variation, for 8 weeks, and until 12 sessions are logged by who began here.

    Good week: lifting for two years.
    Bad week: tenth week since "new", seven sessions logged: still light.
    """
    limits = d.thresholds.novice
    lifting = _weeks(d, d.profile.lifting_since)
    if lifting is None:
        return None
    if d.profile.began_as_new and d.sessions < limits.sessions:
        return Finding(
            code="R91", cap=Verdict.LIGHT, variant="sessions", number=d.sessions, needed=float(limits.sessions)
        )
    if lifting < limits.new_weeks:
        return Finding(code="R91", cap=Verdict.LIGHT, variant="weeks", number=int(lifting))
    return None


@day_rule(
    "R92", told=(Lift, Layoff), claims=("C123",), variants=("still_off", "told_off", "first_back"), judgement=True
)
def back_from_a_break(d: Day) -> Finding | None:
    """After 28 days without a deadlift, light until two sessions are logged; nothing logged or told says nothing.

    Good week: sessions on 1, 8 and 15 March.
    Bad week: one session on 1 February, the next on 10 March: the second one back is light as well.
    """
    off, least = d.days_off, d.thresholds.novice.break_days
    if off is None:
        return None
    if off >= least:
        logged = d.deadlift(off) is not None
        return Finding(code="R92", cap=Verdict.LIGHT, variant="still_off" if logged else "told_off", days=off)
    gap = max(((dates[-1] - dates[-2]).days for dates in d.lifts_read if len(dates) > 1), default=0)
    return Finding(code="R92", cap=Verdict.LIGHT, variant="first_back", days=gap) if gap >= least else None


def _weeks(d: Day, since: dt.date | None) -> float | None:
    return None if since is None else d.days_since(since) / 7


RULES = (new_to_both, new_to_lifting, back_from_a_break)
