"""Group 9: how long the runner has been running and lifting."""

import datetime as dt

from bot.guidance.rules.base import rule
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding, Verdict


@rule("R90", claims=("C130", "C131"), variants=("very_new", "new"))
def new_to_both(m: Moment) -> Finding | None:
    """New to running and to lifting (under 8 weeks of each): bodyweight only for 4 weeks of running, then light.

    Good week: running for 3 months, first deadlift.
    Bad week: second week of running, first deadlift.
    """
    limits = m.thresholds.novice
    running, lifting = _weeks(m, m.profile.running_since), _weeks(m, m.profile.lifting_since)
    if running is None or lifting is None or max(running, lifting) >= limits.new_weeks:
        return None
    if running < limits.very_new_weeks:
        return Finding(code="R90", cap=Verdict.NO, variant="very_new", count=int(running))
    return Finding(code="R90", cap=Verdict.LIGHT, variant="new", count=int(running))


@rule("R91", claims=("C024", "C090", "C120", "C148", "C151"), variants=("weeks", "sessions"))
def new_to_lifting(m: Moment) -> Finding | None:
    """New to lifting: light, with a novice variation, for 8 weeks, and until 12 sessions are logged by who began here.

    Good week: lifting for two years.
    Bad week: tenth week since "new", seven sessions logged: still light.
    """
    limits = m.thresholds.novice
    lifting = _weeks(m, m.profile.lifting_since)
    if lifting is None:
        return None
    if m.profile.began_as_new and m.sessions < limits.sessions:
        return Finding(
            code="R91", cap=Verdict.LIGHT, variant="sessions", count=m.sessions, needed=float(limits.sessions)
        )
    if lifting < limits.new_weeks:
        return Finding(code="R91", cap=Verdict.LIGHT, variant="weeks", count=int(lifting))
    return None


@rule("R92", claims=("C123",), variants=("still_off", "first_back"), judgement=True)
def back_from_a_break(m: Moment) -> Finding | None:
    """After 28 days without a deadlift, light until two sessions are logged; nothing logged yet says nothing.

    Good week: sessions on 1, 8 and 15 March.
    Bad week: one session on 1 February, the next on 10 March: the second one back is light as well.
    """
    days, limits = m.deadlift_days, m.thresholds.novice
    if not days:
        return None
    off = (m.day - days[-1].date).days
    if off >= limits.break_days:
        return Finding(code="R92", cap=Verdict.LIGHT, variant="still_off", days=off)
    if len(days) > 1 and (gap := (days[-1].date - days[-2].date).days) >= limits.break_days:
        return Finding(code="R92", cap=Verdict.LIGHT, variant="first_back", days=gap)
    return None


def _weeks(m: Moment, since: dt.date | None) -> float | None:
    return None if since is None else (m.day - since).days / 7


RULES = (new_to_both, new_to_lifting, back_from_a_break)
