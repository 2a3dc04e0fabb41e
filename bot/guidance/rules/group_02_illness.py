"""Group 2: illness and heat illness. Nothing overrides them."""

import datetime as dt

from bot.guidance.rules.base import light, no, rule, strictest
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding
from bot.training.body import HeatIllness, Illness, Well


@rule("R20", told=(Illness,), variants=("ill", "fever", "not_long_well", "first_days", "head_cold"), judgement=True)
def ill(m: Moment) -> Finding | None:
    """Fever or anything below the neck: no until 24 hours after "well", then light for three days; a head cold light.

    Good week: a head cold, light swings on Tuesday, "well" on Thursday, heavy on Friday.
    Bad week: fever until Monday evening, heavy deadlifts on Thursday.
    """
    return strictest(_of_one(m, *one) for one in _illnesses(m))


def is_more_than_a_cold(m: Moment, report: Illness) -> bool:
    """Tell whether an illness is below the neck, or a fever, or may be."""
    return not report.head_only or (report.fever_c is not None and report.fever_c >= m.thresholds.ill.fever_c)


def _illnesses(m: Moment) -> list[tuple[list[Illness], list[Well]]]:
    """Return every illness, newest first: its reports and the "well"s before the next one, oldest first.

    Both at one minute means ill before and well now.
    """
    found: list[tuple[list[Illness], list[Well]]] = []
    reports: list[Illness | Well] = [*m.said(Illness), *m.said(Well)]
    for one in sorted(reports, key=lambda one: (one.at, isinstance(one, Well))):
        if isinstance(one, Illness) and (not found or found[-1][1]):
            found.append(([one], []))
        elif isinstance(one, Illness):
            found[-1][0].append(one)
        elif found:
            found[-1][1].append(one)
    return found[::-1]


def _of_one(m: Moment, reports: list[Illness], wells: list[Well]) -> Finding | None:
    """Return what one illness holds back: while it lasts, and after its last "well", the one without medicine."""
    limits = m.thresholds.ill
    worse = [one for one in reports if is_more_than_a_cold(m, one)]
    if not wells:
        return _standing(m, worse)
    over = wells[-1].at + dt.timedelta(hours=limits.well_hours)
    if not worse or m.day.days_since(m.date_of(over)) > limits.light_days:
        return None
    return no("R20", "not_long_well") if m.at < over else light("R20", "first_days")


def _standing(m: Moment, worse: list[Illness]) -> Finding:
    if not worse:
        return light("R20", "head_cold")
    fever = any(one.fever_c is not None and one.fever_c >= m.thresholds.ill.fever_c for one in worse)
    return no("R20", "fever" if fever else "ill")


@rule("R21", told=(HeatIllness,), variants=("not_cleared", "first_days"), judgement=True)
def heat_illness(m: Moment) -> Finding | None:
    """After heat exhaustion or heat stroke: no until a clinician says yes, and for seven days at least.

    Good week: collapsed in the heat ten days ago, seen and cleared since.
    Bad week: heat stroke on Sunday, feeling fine on Wednesday.
    """
    reports = m.said(HeatIllness)
    if any(one.cleared_at is None or one.cleared_at > m.at for one in reports):
        return no("R21", "not_cleared")
    recent = any(m.day.days_since(m.date_of(one.at)) < m.thresholds.ill.heat_illness_days for one in reports)
    return no("R21", "first_days") if recent else None


RULES = (ill, heat_illness)
