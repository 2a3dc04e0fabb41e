"""A lift that is told once more: the same line sent again, or another one at the minute of one in the log."""

import datetime as dt
from functools import cache

from pydantic import TypeAdapter, ValidationError

from bot.app import dialogues
from bot.app import messages as m
from bot.app.replies import asked, button
from bot.app.reply import Reply, say
from bot.app.turn import Turn
from bot.training.lifts import Lift

AGAIN_WITHIN = dt.timedelta(hours=2)
"""Nobody does the same sets at the same weight twice within it."""

SET_AGAIN_WITHIN = dt.timedelta(minutes=1)
"""Who logs every set by itself tells the same one again after each rest."""


@cache
def lifts_adapter() -> TypeAdapter[list[Lift]]:
    """Return what writes and reads lifts that wait."""
    return TypeAdapter(list[Lift])


def known_as(turn: Turn, lift: Lift, *, dated: bool) -> Lift | None:
    """Return the lift in the log that another may be; `dated` is one whose day or time was told."""
    since = lift.at - AGAIN_WITHIN
    alike = (one for one in turn.records.lifts_since(turn.runner.id, since) if one.exercise is lift.exercise)
    return next((one for one in alike if _is_same(one, lift) or (dated and _is_at_its_minute(one, lift))), None)


def _is_same(known: Lift, lift: Lift) -> bool:
    within = SET_AGAIN_WITHIN if len(lift.sets) == 1 else AGAIN_WITHIN
    return _done(known) == _done(lift) and abs(known.at - lift.at) <= within


def _done(lift: Lift) -> list[tuple[int, float | None]]:
    return [(work.reps, work.weight_kg) for work in lift.sets]


def _is_at_its_minute(known: Lift, lift: Lift) -> bool:
    return known.at.replace(second=0, microsecond=0) == lift.at.replace(second=0, microsecond=0)


def ask(turn: Turn, waiting: list[tuple[Lift, Lift]]) -> Reply:
    """Ask whether lifts shall stand in the log, each beside the one that it may be; they wait for the answer."""
    hold(turn, [lift for lift, _ in waiting])
    same = all(_done(lift) == _done(known) for lift, known in waiting)
    lines = (say(m.LOG_RECENT, at=known.at, lift=known) for _, known in waiting)
    buttons = ((button(say(m.AGAIN_YES), dialogues.AGAIN), button(say(m.AGAIN_NO), "keep")),)
    return asked(say(m.LOG_AGAIN if same else m.LOG_SAME_MINUTE), *lines, buttons=buttons)


def hold(turn: Turn, lifts: list[Lift]) -> None:
    """Let lifts wait for the answer to a question about them."""
    dialogues.hold(turn, lifts_adapter().dump_json(lifts).decode(), dialogues.LIFTS)


def held(turn: Turn) -> list[Lift]:
    """Return the lifts that wait, and let go of them."""
    text = dialogues.held(turn, dialogues.LIFTS)
    try:
        return [] if text is None else lifts_adapter().validate_json(text)
    except ValidationError:
        return []
