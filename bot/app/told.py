"""What the runner was shown beside a lift, wherever lifts are listed with their verdicts."""

import datetime as dt
from collections.abc import Iterable

from bot.app.records import ToldLift
from bot.app.turn import Turn
from bot.guidance.verdict import Verdict


def note_told(turn: Turn, lifts: Iterable[tuple[dt.datetime, Verdict]]) -> None:
    """Remember the verdicts that are shown beside lifts, each at its instant."""
    shelf, owner = turn.records.told_lifts, turn.runner.id
    known = {(told.date, told.time): row for row, told in shelf.of(owner)}
    for at, verdict in lifts:
        local = at.astimezone(turn.zone)
        date, time = local.date(), local.time().replace(fold=0)
        told = ToldLift(at=turn.now, date=date, time=time, verdict=verdict)
        if (date, time) in known:
            shelf.replace(owner, known[date, time], told)
        else:
            shelf.add(owner, told)
