"""The log filled in already: a lift as it was prescribed, of which only the effort is still to be said."""

import datetime as dt
from dataclasses import replace

from bot.app.due_lifts import lifted_that_day
from bot.app.logbook import echo, with_edit
from bot.app.replies import stored
from bot.app.reply import Reply
from bot.app.turn import Turn
from bot.guidance.engine import decide
from bot.training.lifts import Lift


def is_logged(turn: Turn, at: dt.datetime) -> bool:
    """Tell whether a deadlift is logged on the day of an instant already."""
    return lifted_that_day(decide(turn.book(), at))


def with_effort(lift: Lift, rir: float | None, *, again: bool = False) -> Lift:
    """Return a lift with the reps in reserve of the sets of which nothing was said; then its name counts no more.

    They were those after the last set: of others they say nothing, unless all were alike. `again` takes the place of
    what was said before.
    """
    if rir is None:
        return lift
    last = len(lift.sets) - 1
    alike = len({(work.reps, work.weight_kg) for work in lift.sets}) == 1
    sets = tuple(
        replace(work, rir=rir) if (again or work.rir is None) and (alike or place == last) else work
        for place, work in enumerate(lift.sets)
    )
    return replace(lift, sets=sets, called=None)


def keep_effort(turn: Turn, row: int, rir: float) -> Reply | None:
    """Store how hard a logged lift was; None when there is no such lift any more."""
    lift = turn.records.lifts.get(turn.runner.id, row)
    if lift is None:
        return None
    known = with_effort(lift, rir)
    with turn.change() as change_id:
        turn.records.lifts.replace(turn.runner.id, row, known)
    return replace(with_edit(stored(change_id, *echo(turn, known)), row), in_place=True)
