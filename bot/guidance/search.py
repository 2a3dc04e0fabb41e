"""The next good window: the runner's own slots of the coming days, decided one by one."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bot.guidance.engine import decide
from bot.guidance.situation import Book
from bot.guidance.verdict import Decision, Verdict
from bot.training.time import instant, local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class NextWindow:
    """The first slot that is HEAVY, and the first that is LIGHT where that comes earlier and helps.

    `blocking` is the last slot's decision when no slot is HEAVY: its main rule is what to name.
    """

    heavy: Decision | None
    light: Decision | None
    blocking: Decision | None


def next_window(book: Book, *, after: dt.datetime, verdict: Verdict) -> NextWindow:
    """Search the runner's slots after a moment, to the end of the last search day, assuming no lift in between.

    After a NO the first LIGHT slot counts too; after a LIGHT only HEAVY does. Slots whose hour overlaps a run are
    skipped (guidance.md, section 3).
    """
    light: Decision | None = None
    blocking: Decision | None = None
    for at in slots(book, after=after):
        decision = decide(book, at)
        if decision.verdict is Verdict.HEAVY:
            return NextWindow(heavy=decision, light=light, blocking=None)
        if any(finding.code == "R73" for finding in decision.findings):
            continue
        blocking = decision
        if light is None and verdict is Verdict.NO and decision.verdict is Verdict.LIGHT:
            light = decision
    return NextWindow(heavy=None, light=light, blocking=blocking)


def slots(book: Book, *, after: dt.datetime) -> Iterator[dt.datetime]:
    """Yield the instants of the runner's slots on their days, after a moment, earliest first."""
    profile = book.situation.profile
    today = local_date(after, book.zone)
    for offset in range(book.thresholds.basics.search_days + 1):
        day = today + dt.timedelta(days=offset)
        if day.weekday() in profile.days:
            yield from (at for slot in sorted(profile.slots) if (at := instant(day, slot, book.zone)) > after)
