"""The next good window: the runner's own slots of the coming days, decided one by one."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.guidance.engine import decide_on, reaches_on
from bot.guidance.situation import Book, Day
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.training.time import instant, local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class NextWindow:
    """The first slot that is HEAVY, and the first that is LIGHT where that comes earlier and helps.

    `blocking` is what to name when no slot is HEAVY: the rule that holds all of the best slots, else the first one's
    main reason. `week_blocking` is the same for the week that begins on the day asked about, None when it has a HEAVY
    slot; `strength_helps` says that putting strength first would give that week one (R60).
    """

    heavy: Decision | None
    light: Decision | None
    blocking: Finding | None
    week_blocking: Finding | None = None
    strength_helps: bool = False


def next_window(book: Book, *, after: dt.datetime, verdict: Verdict) -> NextWindow:
    """Search the runner's slots after a moment, to the end of the last search day, assuming no lift in between.

    After a NO the first LIGHT slot counts too; after a LIGHT only HEAVY does. Slots whose hour overlaps a run are
    skipped (guidance.md, section 3). The search is exact: every slot before the first HEAVY one is decided.
    """
    limits = book.thresholds
    before: list[tuple[Day, dt.datetime]] = []
    heavy: Decision | None = None
    for day, at in slots(book, after=after, days=limits.basics.search_days + 1):
        if reaches_on(day, at, Verdict.HEAVY):
            heavy = decide_on(day, at)
            break
        before.append((day, at))
    light = _first_light(before) if verdict is Verdict.NO else None
    end = local_date(after, book.zone) + dt.timedelta(days=limits.week.days)
    if heavy is not None and local_date(heavy.at, book.zone) < end:
        return NextWindow(heavy=heavy, light=light, blocking=None)
    return _without_heavy(heavy, light, [decide_on(day, at) for day, at in before], book, end)


def _first_light(before: list[tuple[Day, dt.datetime]]) -> Decision | None:
    place = next((one for one in before if reaches_on(*one, Verdict.LIGHT)), None)
    return None if place is None else decide_on(*place)


def _without_heavy(
    heavy: Decision | None, light: Decision | None, held: list[Decision], book: Book, end: dt.date
) -> NextWindow:
    """Return a window with what holds the week, and with what holds all of the slots when none is HEAVY."""
    free = [one for one in held if all(finding.code != "R73" for finding in one.findings)]
    week = [one for one in free if local_date(one.at, book.zone) < end]
    return NextWindow(
        heavy=heavy,
        light=light,
        blocking=None if heavy else blocking(free),
        week_blocking=blocking(week),
        strength_helps=any(waits_for_priority(one) for one in week),
    )


def waits_for_priority(decision: Decision) -> bool:
    """Tell whether only a hard run later that day, with the hours between that strength first needs, holds a lift."""
    return [(one.code, one.cap) for one in decision.capping] == [("R60", Verdict.LIGHT)]


def blocking(held: Iterable[Decision]) -> Finding | None:
    """Return the rule that holds all of the best of some decisions, else the first one's main reason."""
    known = list(held)
    best = max((decision.verdict for decision in known), default=Verdict.NO)
    decisions = [decision for decision in known if decision.verdict is best]
    if not decisions:
        return None
    everywhere = set.intersection(*({finding.code for finding in one.capping} for one in decisions))
    return next((finding for finding in decisions[0].capping if finding.code in everywhere), decisions[0].main)


def slots(book: Book, *, after: dt.datetime, days: int) -> Iterator[tuple[Day, dt.datetime]]:
    """Yield the instants of the runner's slots on their days after a moment, earliest first, each with its day.

    Looks at so many local days, beginning with the moment's own.
    """
    today = local_date(after, book.zone)
    for offset in range(days):
        date = today + dt.timedelta(days=offset)
        if date.weekday() in book.profile.days:
            yield from ((book.day(date), at) for at in slots_of_day(book, date) if at > after)


def slots_of_day(book: Book, date: dt.date) -> list[dt.datetime]:
    """Return the instants of the runner's slots on a local day, earliest first."""
    return [instant(date, slot, book.zone) for slot in sorted(book.profile.slots)]
