"""Group 0: red flags. Nothing overrides them."""

from bot.guidance.rules.base import rule
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding, Verdict
from bot.training.body import FlagLevel, RedFlag


@rule("R00", told=(RedFlag,), claims=("C053", "C072", "C134"), variants=("emergency", "urgent"))
def red_flag(m: Moment) -> Finding | None:
    """A red flag stands from its report until a clinician cleared the runner or the runner withdrew it: stop.

    Good week: none was ever reported, or the last one was cleared on Monday.
    Bad week: "numb between the legs" on Monday, nothing said since; Thursday is still a stop, time alone never ends it.
    """
    standing = [f for f in m.said(RedFlag) if (f.ended_at is None or m.at < f.ended_at)]
    if not standing:
        return None
    emergency = any(f.level is FlagLevel.EMERGENCY for f in standing)
    return Finding(code="R00", cap=Verdict.REFER, variant="emergency" if emergency else "urgent")


RULES = (red_flag,)
