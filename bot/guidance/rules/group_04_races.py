"""Group 4: races, before and after (guidance.md, section 4)."""

from bot.guidance import phases
from bot.guidance.rules.base import rule, strictest
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding, Verdict
from bot.training.runs import Race


@rule(
    "R40",
    claims=("C128", "C129"),
    variants=("race_day", "before_no", "before_light", "after_no", "after_light"),
    judgement=True,
)
def race(m: Moment) -> Finding | None:
    """The race table: light, then nothing before a race; nothing, then light after it; longer for longer races.

    Good week: a 10 k in 12 days, heavy today.
    Bad week: a marathon in 12 days: light only; in 4 days: nothing.
    """
    return strictest(_one(m, one) for one in m.situation.races)


def _one(m: Moment, one: Race) -> Finding | None:
    days = (one.date - m.day).days
    return _before(m, one, days) if days > 0 else _after(m, one, -days)


def _before(m: Moment, one: Race, days: int) -> Finding | None:
    races = m.thresholds.races
    if days <= phases.no_before(one, races):
        return Finding(code="R40", cap=Verdict.NO, variant="before_no", race=one, days=days)
    if days <= phases.light_before(one, races):
        return Finding(code="R40", cap=Verdict.LIGHT, variant="before_light", race=one, days=days)
    return None


def _after(m: Moment, one: Race, days: int) -> Finding | None:
    row = phases.row_of(one, m.thresholds.races)
    if days <= row.no_after:
        variant = "race_day" if days == 0 else "after_no"
        return Finding(code="R40", cap=Verdict.NO, variant=variant, race=one, days=days)
    if days <= row.light_after:
        return Finding(code="R40", cap=Verdict.LIGHT, variant="after_light", race=one, days=days)
    return None


RULES = (race,)
