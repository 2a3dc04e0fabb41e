"""Group 8: soreness, which is not pain."""

import datetime as dt

from bot.guidance.rules.base import rule
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding, Verdict
from bot.training.body import Soreness


@rule("R80", told=(Soreness,), variants=("some", "very"), judgement=True)
def sore(m: Moment) -> Finding | None:
    """Sore legs or back: 4 to 6 of 10 is light only for a day, 7 and more a no for two; the newest report counts.

    Good week: soreness 3 on the morning of the lift.
    Bad week: soreness 8 on Tuesday morning, heavy on Wednesday.
    """
    report, limits = m.newest(Soreness), m.thresholds.sore
    if report is None:
        return None
    age = m.at - report.at
    if report.level >= limits.no_level and age < dt.timedelta(hours=limits.no_hours):
        return Finding(code="R80", cap=Verdict.NO, variant="very", level=report.level)
    if limits.light_level <= report.level < limits.no_level and age < dt.timedelta(hours=limits.light_hours):
        return Finding(code="R80", cap=Verdict.LIGHT, variant="some", level=report.level)
    return None


RULES = (sore,)
