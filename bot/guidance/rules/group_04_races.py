"""Group 4: races, before and after (guidance.md, section 4)."""

from bot.guidance import phases
from bot.guidance.rules.base import day_rule, strictest
from bot.guidance.situation import Day
from bot.guidance.verdict import Finding, Verdict
from bot.training.runs import Race


@day_rule(
    "R40",
    told=(Race,),
    claims=("C128", "C129"),
    variants=("race_day", "before_no", "before_light", "after_no", "after_light"),
    judgement=True,
)
def race(d: Day) -> Finding | None:
    """The race table: light, then nothing before a race; nothing, then light after it; longer for longer races.

    Good week: a 10 k in 12 days, heavy today.
    Bad week: a marathon in 12 days: light only; in 4 days: nothing.
    """
    return strictest(_one(d, one) for one in d.book.races)


def _one(d: Day, one: Race) -> Finding | None:
    days = -d.days_since(one.date)
    return _before(d, one, days) if days > 0 else _after(d, one, -days)


def _before(d: Day, one: Race, days: int) -> Finding | None:
    races = d.thresholds.races
    if days <= phases.no_before(one, races):
        return Finding(code="R40", cap=Verdict.NO, variant="before_no", race=one, days=days)
    if days <= phases.light_before(one, races):
        return Finding(code="R40", cap=Verdict.LIGHT, variant="before_light", race=one, days=days)
    return None


def _after(d: Day, one: Race, days: int) -> Finding | None:
    row = phases.row_of(one, d.thresholds.races)
    if days <= row.no_after:
        variant = "race_day" if days == 0 else "after_no"
        return Finding(code="R40", cap=Verdict.NO, variant=variant, race=one, days=days)
    if days <= row.light_after:
        return Finding(code="R40", cap=Verdict.LIGHT, variant="after_light", race=one, days=days)
    return None


RULES = (race,)
