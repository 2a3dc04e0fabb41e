"""The next good window: the runner's own slots of the coming days, decided one by one."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bot.guidance.engine import decide
from bot.guidance.situation import Book
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.training.time import instant, local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class NextWindow:
    """The first slot that is HEAVY, and the first that is LIGHT where that comes earlier and helps.

    `blocking` is what to name when no slot is HEAVY: the rule that holds all of the best slots, else the first one's
    main reason.
    """

    heavy: Decision | None
    light: Decision | None
    blocking: Finding | None


def next_window(book: Book, *, after: dt.datetime, verdict: Verdict) -> NextWindow:
    """Search the runner's slots after a moment, to the end of the last search day, assuming no lift in between.

    After a NO the first LIGHT slot counts too; after a LIGHT only HEAVY does. Slots whose hour overlaps a run are
    skipped (guidance.md, section 3).
    """
    light: Decision | None = None
    held: list[Decision] = []
    for at in slots(book, after=after):
        decision = decide(book, at)
        if decision.verdict is Verdict.HEAVY:
            return NextWindow(heavy=decision, light=light, blocking=None)
        if any(finding.code == "R73" for finding in decision.findings):
            continue
        held.append(decision)
        if light is None and verdict is Verdict.NO and decision.verdict is Verdict.LIGHT:
            light = decision
    return NextWindow(heavy=None, light=light, blocking=_blocking(held))


def _blocking(held: list[Decision]) -> Finding | None:
    best = max((decision.verdict for decision in held), default=Verdict.NO)
    decisions = [decision for decision in held if decision.verdict is best]
    if not decisions:
        return None
    everywhere = set.intersection(*({finding.code for finding in one.capping} for one in decisions))
    return next((finding for finding in decisions[0].capping if finding.code in everywhere), decisions[0].main)


def slots(book: Book, *, after: dt.datetime) -> Iterator[dt.datetime]:
    """Yield the instants of the runner's slots on their days, after a moment, earliest first."""
    profile = book.situation.profile
    today = local_date(after, book.zone)
    for offset in range(book.thresholds.basics.search_days + 1):
        day = today + dt.timedelta(days=offset)
        if day.weekday() in profile.days:
            yield from (at for slot in sorted(profile.slots) if (at := instant(day, slot, book.zone)) > after)
