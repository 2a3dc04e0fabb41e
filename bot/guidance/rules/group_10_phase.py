"""Group 10: the part of the season."""

from bot.guidance.rules.base import day_rule
from bot.guidance.situation import Day
from bot.guidance.verdict import Finding, Verdict
from bot.training.profile import Phase


@day_rule("R100", claims=("C114", "C115"), variants=("peak", "taper", "recovery"))
def phase(d: Day) -> Finding | None:
    """Base and build change nothing; peak cuts the sets; taper and recovery are light.

    Good week: base, two lifts.
    Bad week: recovery after a race, heavy lifts as before.
    """
    if d.phase in {Phase.BASE, Phase.BUILD}:
        return None
    cap = Verdict.HEAVY if d.phase is Phase.PEAK else Verdict.LIGHT
    return Finding(code="R100", cap=cap, variant=d.phase.value, phase=d.phase)


RULES = (phase,)
