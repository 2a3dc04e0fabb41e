"""Group 10: the part of the season."""

from bot.guidance.rules.base import rule
from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding, Verdict
from bot.training.profile import Phase


@rule("R100", claims=("C114", "C115"), variants=("peak", "taper", "recovery"))
def phase(m: Moment) -> Finding | None:
    """Base and build change nothing; peak cuts the sets; taper and recovery are light.

    Good week: base, two lifts.
    Bad week: recovery after a race, heavy lifts as before.
    """
    if m.phase in {Phase.BASE, Phase.BUILD}:
        return None
    cap = Verdict.HEAVY if m.phase is Phase.PEAK else Verdict.LIGHT
    return Finding(code="R100", cap=cap, variant=m.phase.value, phase=m.phase)


RULES = (phase,)
