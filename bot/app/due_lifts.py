"""The lift that a reminder belongs to: where it stands now, and what the rules say of it."""

from bot.app import overriding
from bot.app.lift_days import lift_from
from bot.app.occurrences import lift_named
from bot.app.records import Due
from bot.app.turn import Turn
from bot.guidance.verdict import Decision, Verdict
from bot.training.lift_times import LiftTime


def lift_of(turn: Turn, due: Due) -> LiftTime | None:
    """Return the lift of a reminder; None when it was left out, or when its time is no lift time any more."""
    origin = lift_named(due.item)
    return None if origin is None else lift_from(turn.records, turn.runner, origin)


def stands(turn: Turn, due: Due) -> LiftTime | None:
    """Return the lift of a reminder if it is still at the time that the reminder was made for."""
    lift = lift_of(turn, due)
    return lift if lift is not None and lift.at(turn.zone) == due.lift_at else None


def lifted_that_day(decision: Decision) -> bool:
    """Tell whether a deadlift was logged on the day of a decision already."""
    return any(one.code == "R50" and one.variant == "today" for one in decision.findings)


def is_off(turn: Turn, due: Due, decision: Decision) -> bool:
    """Tell whether there is no lift, and the runner did not decide to lift anyway."""
    return decision.verdict <= Verdict.NO and not overriding.is_overridden(
        turn, due.lift_at.astimezone(turn.zone).date()
    )
