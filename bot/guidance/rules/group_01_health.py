"""Group 1: lasting health answers and age. Nothing overrides them."""

import datetime as dt

from bot.guidance.rules.base import day_rule, light, no, strictest
from bot.guidance.situation import Day
from bot.guidance.verdict import Finding, Verdict
from bot.training.health import CLINICIANS_NO, HealthFact, HealthTopic

CLEARED_OR_NOT = frozenset(
    {HealthTopic.PREGNANT, HealthTopic.BONES, HealthTopic.HEART, HealthTopic.BLOOD_PRESSURE, HealthTopic.SURGERY}
)
RETURNING = frozenset({HealthTopic.STRESS_FRACTURE, HealthTopic.LOW_ENERGY})


@day_rule(
    "R10",
    told=(HealthFact,),
    claims=("C053",),
    variants=tuple(f"{topic}{end}" for topic in sorted(CLEARED_OR_NOT) for end in ("", "_cleared")),
)
def health(d: Day) -> Finding | None:
    """Pregnancy, bones, heart, blood pressure, surgery in the last 12 weeks: no until a clinician says yes, then light.

    Light means that the breath is never held under load.

    Good week: surgery 12 weeks ago to the day, and healed.
    Bad week: high blood pressure, and no clinician asked: no lift at all.
    """
    return strictest(_health(d, fact) for fact in d.book.situation.health if fact.topic in CLEARED_OR_NOT)


def _health(d: Day, fact: HealthFact) -> Finding | None:
    if fact.topic is HealthTopic.SURGERY and _weeks(d, fact.since or fact.said_on) >= d.thresholds.health.surgery_weeks:
        return None
    return no("R10", fact.topic.value) if fact.cleared_on is None else light("R10", f"{fact.topic.value}_cleared")


@day_rule("R11", told=(HealthFact,), claims=("C053",), variants=("symptoms", "first_weeks", "not_cleared", "cleared"))
def postpartum(d: Day) -> Finding | None:
    """After a birth: no for 6 weeks and while anything leaks or feels heavy; light to 12 weeks if a clinician says yes.

    Good week: birth 12 weeks ago, no symptoms.
    Bad week: birth 8 weeks ago, and nobody has looked yet.
    """
    facts = d.book.situation.health
    leaks = (no("R11", "symptoms") for one in facts if one.topic is HealthTopic.PELVIC and one.cleared_on is None)
    births = (_birth(d, one) for one in facts if one.topic is HealthTopic.BIRTH)
    return strictest((*leaks, *births))


def _birth(d: Day, fact: HealthFact) -> Finding | None:
    limits, weeks = d.thresholds.health, _weeks(d, fact.since or fact.said_on)
    if weeks >= limits.birth_light_weeks:
        return None
    if weeks < limits.birth_no_weeks:
        return no("R11", "first_weeks")
    return no("R11", "not_cleared") if fact.cleared_on is None else light("R11", "cleared")


@day_rule("R12", told=(HealthFact,), claims=("C120",), variants=("under_13", "under_18", "older_new", "older_rest"))
def age(d: Day) -> Finding | None:
    """Under 13 no; 13 to 17 light, supervised, never a maximum; from 65 on light at first and two days between lifts.

    Good week from 65 on: deadlifts on Monday and Thursday.
    Bad week from 65 on: deadlifts on Monday and Wednesday.
    """
    facts = sorted((fact for fact in d.book.situation.health if fact.topic.is_age), key=lambda fact: fact.said_on)
    match facts[-1].topic if facts else None:
        case HealthTopic.AGE_UNDER_13:
            return no("R12", "under_13")
        case HealthTopic.AGE_13_TO_17:
            return light("R12", "under_18")
        case HealthTopic.AGE_65_UP:
            return _older(d)
    return None


def _older(d: Day) -> Finding | None:
    limits, since = d.thresholds.health, d.profile.lifting_since
    if d.deadlifts(limits.older_rest_days):
        return no("R12", "older_rest")
    return light("R12", "older_new") if since is not None and _weeks(d, since) < limits.older_new_weeks else None


@day_rule(
    "R13",
    told=(HealthFact,),
    claims=("C120",),
    variants=tuple(f"{topic}{end}" for topic in sorted(RETURNING) for end in ("", "_back")),
)
def coming_back(d: Day) -> Finding | None:
    """After a stress fracture or energy deficiency: no until a clinician says yes, then light for 4 weeks.

    Good week: cleared five weeks ago.
    Bad week: the shin feels fine again, and nobody has looked at it.
    """
    return strictest(_return(d, fact) for fact in d.book.situation.health if fact.topic in RETURNING)


def _return(d: Day, fact: HealthFact) -> Finding | None:
    if fact.cleared_on is None:
        return no("R13", fact.topic.value)
    back = _weeks(d, fact.cleared_on) < d.thresholds.health.return_weeks
    return light("R13", f"{fact.topic.value}_back") if back else None


@day_rule(
    "R14",
    told=(HealthFact,),
    claims=("C053",),
    variants=tuple(f"{topic}{end}" for topic in sorted(CLINICIANS_NO) for end in ("", "_until", "_long")),
)
def clinicians_no(d: Day) -> Finding | None:
    """A clinician said no lifting, or no deadlifts: no until the day that they named, else until they say yes.

    Good week: "no lifting for 2 weeks" ran out on Sunday.
    Bad week: the physio forbade deadlifts, named no day, and has not said yes since.
    """
    standing = [fact for fact in d.book.situation.health if fact.forbids(d.date)]
    return _forbidden(d, max(standing, key=_lasts)) if standing else None


def _lasts(fact: HealthFact) -> tuple[dt.date, bool]:
    """Return what sorts standing noes: the one that ends last counts, and of two that end together the wider one."""
    return fact.until or dt.date.max, fact.topic is HealthTopic.NO_LIFTING


def _forbidden(d: Day, fact: HealthFact) -> Finding:
    if fact.until is not None:
        return Finding(code="R14", cap=Verdict.NO, variant=f"{fact.topic}_until", until=fact.until)
    long_ago = _weeks(d, fact.said_on) >= d.thresholds.health.forbidden_ask_weeks
    return no("R14", f"{fact.topic}_long" if long_ago else fact.topic.value)


def _weeks(d: Day, since: dt.date) -> float:
    return d.days_since(since) / 7


RULES = (health, postpartum, age, coming_back, clinicians_no)
