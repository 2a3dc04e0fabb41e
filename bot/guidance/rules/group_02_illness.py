"""Group 2: illness and heat illness. Nothing overrides them."""

import datetime as dt

from bot.guidance.rules.base import light, no, rule
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding
from bot.training.body import HeatIllness, Illness, Well


@rule("R20", told=(Illness,), variants=("ill", "fever", "not_long_well", "first_days", "head_cold"), judgement=True)
def ill(m: Moment) -> Finding | None:
    """Fever or anything below the neck: no until 24 hours after "well", then light for three days; a head cold light.

    Good week: a head cold, light swings on Tuesday, "well" on Thursday, heavy on Friday.
    Bad week: fever until Monday evening, heavy deadlifts on Thursday.
    """
    reports, wells = m.said(Illness), m.said(Well)
    if not reports:
        return None
    since_well = tuple(one for one in reports if not wells or one.at > wells[0].at)
    return _standing(m, since_well) if since_well else _after(m, reports, wells)


def is_more_than_a_cold(m: Moment, report: Illness) -> bool:
    """Tell whether an illness is below the neck, or a fever, or may be."""
    return not report.head_only or (report.fever_c is not None and report.fever_c >= m.thresholds.ill.fever_c)


def _standing(m: Moment, reports: tuple[Illness, ...]) -> Finding:
    worse = [one for one in reports if is_more_than_a_cold(m, one)]
    if not worse:
        return light("R20", "head_cold")
    fever = any(one.fever_c is not None and one.fever_c >= m.thresholds.ill.fever_c for one in worse)
    return no("R20", "fever" if fever else "ill")


def _after(m: Moment, reports: tuple[Illness, ...], wells: tuple[Well, ...]) -> Finding | None:
    """Return what the last illness still holds back, counted from the newest "well": the one without medicine."""
    limits = m.thresholds.ill
    before = next((one.at for one in wells if one.at < reports[0].at), None)
    if not any(is_more_than_a_cold(m, one) for one in reports if before is None or one.at > before):
        return None
    over = wells[0].at + dt.timedelta(hours=limits.well_hours)
    if m.at < over:
        return no("R20", "not_long_well")
    return light("R20", "first_days") if m.day.days_since(m.date_of(over)) <= limits.light_days else None


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
