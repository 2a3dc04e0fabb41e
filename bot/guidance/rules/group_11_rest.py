"""Group 11: sleep, travel and heat."""

import datetime as dt

from bot.guidance.rules.base import rule
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding, Verdict
from bot.training.body import GymHeat, Sleep, Travel


@rule("R110", told=(Sleep,), variants=("too_little", "little"), judgement=True)
def sleep(m: Moment) -> Finding | None:
    """Under 4 hours of sleep last night: no. Under 6: light. The next day is another one.

    Good week: 6 hours before the heavy day.
    Bad week: up with the baby, 3 hours, and heavy pulls at noon.
    """
    report, limits = m.newest(Sleep), m.thresholds.rest
    if report is None or report.hours >= limits.sleep_light_h or m.date_of(report.at) != m.day.date:
        return None
    none = report.hours < limits.sleep_no_h
    return Finding(
        code="R110",
        cap=Verdict.NO if none else Verdict.LIGHT,
        variant="too_little" if none else "little",
        hours=report.hours,
    )


@rule("R111", told=(Travel, GymHeat), variants=("zones", "journey", "hot_gym"), judgement=True)
def travel_or_heat(m: Moment) -> Finding | None:
    """Three time zones or six hours of travel within 24 hours, or 32 °C where the lift is: light.

    Good week: flew on Monday, lifts heavy on Wednesday.
    Bad week: off an eight-hour flight, straight to the bar.
    """
    return _journey(m) or _hot(m)


def _journey(m: Moment) -> Finding | None:
    limits = m.thresholds.rest
    for one in m.said(Travel):
        if m.at - one.at >= dt.timedelta(hours=limits.travel_counts_h):
            continue
        if one.zones >= limits.travel_zones:
            return Finding(code="R111", cap=Verdict.LIGHT, variant="zones", number=one.zones)
        if one.travel_hours >= limits.travel_h:
            return Finding(code="R111", cap=Verdict.LIGHT, variant="journey", hours=one.travel_hours)
    return None


def _hot(m: Moment) -> Finding | None:
    report = m.newest(GymHeat)
    if report is None or m.date_of(report.at) != m.day.date or report.celsius < m.thresholds.rest.gym_c:
        return None
    return Finding(code="R111", cap=Verdict.LIGHT, variant="hot_gym", level=round(report.celsius))


RULES = (sleep, travel_or_heat)
