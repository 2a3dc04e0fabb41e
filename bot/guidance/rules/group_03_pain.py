"""Group 3: pain. Soreness is not pain and has its own rule (R80)."""

import datetime as dt
from itertools import takewhile

from bot.guidance.rules.base import no, rule, strictest
from bot.guidance.situation import Moment
from bot.guidance.thresholds import Pain as Limits
from bot.guidance.verdict import Finding, Unknown, Verdict
from bot.training.body import Pain, PainSite, Unclear


@rule(
    "R30",
    told=(Pain, Unclear),
    claims=("C072",),
    variants=("pain", "pain_long", "gone_low_back", "gone_other", "unclear", "doubtful"),
)
def pain(m: Moment) -> Finding | None:
    """Sharp, joint, limping, worsening or low-back pain, or 3/10 and more: no lifting until a later report.

    After "gone", low-back pain stays a no for two full local days, other pain is light only for two. A complaint that
    may be pain or only tired muscle is a no until it is answered, and so is one that may be a red flag.

    Good week: knee 4/10 on Monday, "gone" on Tuesday; Friday is free again.
    Bad week: low back 3/10 on Monday, "gone" on Wednesday; Thursday and Friday are still a no.
    """
    reports, unclear = m.said(Pain), m.newest(Unclear)
    if any(one.urgent for one in m.said(Unclear)):
        return Finding(code="R30", cap=Verdict.NO, variant="doubtful")
    if unclear is not None and not (reports and reports[0].at > unclear.at):
        return Finding(code="R30", cap=Verdict.NO, variant="unclear", asks=Unknown.UNCLEAR_PAIN)
    if not reports:
        return None
    return strictest((_standing(m, reports), *(_after_gone(m, reports[n:]) for n in range(len(reports)))))


@rule("R31", told=(Pain,), claims=("C072",), variants=("niggle",))
def niggle(m: Moment) -> Finding | None:
    """Stable pain of 1 or 2 out of 10, not in the low back for the first time: light only, until a later report.

    Good week: "knee gone" since Tuesday.
    Bad week: knee 2/10, no worse than last week; every lift stays light.
    """
    reports = m.said(Pain)
    if not reports or reports[0].level == 0 or _stops(reports, m.thresholds.pain):
        return None
    return Finding(code="R31", cap=Verdict.LIGHT, variant="niggle", level=reports[0].level)


def _stops(reports: tuple[Pain, ...], limits: Limits) -> bool:
    """Tell whether the first of some reports, newest first, stops lifting; low-back pain does when it is new."""
    report, *earlier = reports
    known_back = any(one.site is PainSite.LOW_BACK for one in _episode(tuple(earlier)))
    new_back = report.site is PainSite.LOW_BACK and not known_back
    return report.concerning or new_back or report.level is None or report.level >= limits.stop_level


def _episode(reports: tuple[Pain, ...]) -> tuple[Pain, ...]:
    """Return the newest run of reports, newest first, back to the last 'gone'."""
    return tuple(takewhile(lambda report: report.level != 0, reports))


def _standing(m: Moment, reports: tuple[Pain, ...]) -> Finding | None:
    """Return what the newest report says, unless it is 'gone'."""
    limits = m.thresholds.pain
    if reports[0].level == 0 or not _stops(reports, limits):
        return None
    first = _episode(reports)[-1]
    long = m.at - first.at >= dt.timedelta(days=limits.clinician_days)
    variant = "pain_long" if long else "pain"
    days = m.day.days_since(m.date_of(first.at))
    return Finding(code="R30", cap=Verdict.NO, variant=variant, level=reports[0].level, days=days)


def _after_gone(m: Moment, reports: tuple[Pain, ...]) -> Finding | None:
    """Return what a 'gone', the first of some reports, still holds back, whatever was said after it."""
    gone, *before = reports
    days = m.day.days_since(m.date_of(gone.at))
    if gone.level != 0 or days > m.thresholds.pain.days_after_gone:
        return None
    episode = _episode(tuple(before))
    serious = [episode[n] for n in range(len(episode)) if _stops(episode[n:], m.thresholds.pain)]
    if not serious:
        return None
    if any(report.site is PainSite.LOW_BACK for report in serious):
        return no("R30", "gone_low_back")
    return Finding(code="R30", cap=Verdict.LIGHT, variant="gone_other", days=days)


RULES = (pain, niggle)
