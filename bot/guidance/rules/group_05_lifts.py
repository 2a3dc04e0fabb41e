"""Group 5: what was lifted in the last days."""

from bot.guidance.rules.base import day_rule, light, no
from bot.guidance.situation import Day
from bot.guidance.verdict import Finding, Verdict
from bot.training.lifts import Lift
from bot.training.profile import Phase


@day_rule("R50", told=(Lift,), claims=("C022",), variants=("today", "heavy_yesterday"))
def lifted(d: Day) -> Finding | None:
    """No second deadlift session on a day, and none on the day after a heavy one.

    Good week: heavy on Monday, again on Thursday.
    Bad week: heavy on Monday evening, again on Tuesday morning.
    """
    if d.deadlift(0) is not None:
        return no("R50", "today")
    return no("R50", "heavy_yesterday") if d.deadlift(1) else None


@day_rule("R51", told=(Lift,), claims=("C022",), variants=("light_deadlift", "heavy_squat"))
def lifted_light(d: Day) -> Finding | None:
    """Light only on the day after a light deadlift or heavy squats.

    Good week: swings on Monday, heavy deadlifts on Wednesday.
    Bad week: heavy squats on Monday, heavy deadlifts on Tuesday.
    """
    if d.deadlift(1) is False:
        return light("R51", "light_deadlift")
    return light("R51", "heavy_squat") if d.squat(1) else None


@day_rule("R52", told=(Lift,), claims=("C021", "C044", "C113", "C149"), variants=("count",))
def count(d: Day) -> Finding | None:
    """Two deadlift days in seven in base and build, one in peak, taper and recovery.

    Good week in base: Monday and Thursday.
    Bad week in base: Monday, Thursday, and again on Saturday.
    """
    limits = d.thresholds.lifting
    most = limits.lifts_in_base_or_build if d.phase in {Phase.BASE, Phase.BUILD} else limits.lifts_otherwise
    days = len(d.deadlifts(limits.window_days))
    if days < most:
        return None
    return Finding(code="R52", cap=Verdict.NO, variant="count", number=days, phase=d.phase)


@day_rule("R53", told=(Lift,), claims=("C021", "C044"), variants=("one_heavy", "too_soon_in_base", "after_today"))
def one_heavy(d: Day) -> Finding | None:
    """One heavy deadlift in seven days; in base a second one when the last is at least three days ago.

    Good week in base: heavy on Monday and on Thursday.
    Bad week in build: heavy on Monday and on Friday.
    """
    limits = d.thresholds.lifting
    last = next((ago for ago in d.deadlifts(limits.window_days) if d.deadlift(ago)), None)
    if last is None:
        return None
    if d.deadlift(0):
        # The last heavy one is this day's, whatever came before it.
        return light("R53", "after_today")
    if d.phase is Phase.BASE and last >= limits.heavy_apart_days_in_base:
        return None
    variant = "too_soon_in_base" if d.phase is Phase.BASE else "one_heavy"
    return Finding(code="R53", cap=Verdict.LIGHT, variant=variant, days=last)


RULES = (lifted, lifted_light, count, one_heavy)
