"""The next good window: the runner's own slots of the coming days, decided one by one."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from bot.guidance.engine import best_without_runs, decide_on, holds_without_runs, reaches_on
from bot.guidance.situation import Book, Day
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.training.time import instant, local_date

Slot = tuple[Day, dt.datetime]
"""An instant at which the runner may lift, with its day."""


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
    before: list[Slot] = []
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
    week = [one for one in before if one[0].date < end]
    decided = cache(decide_on)
    return NextWindow(
        heavy=heavy,
        light=light,
        blocking=None if heavy else _blocking(before, decided),
        week_blocking=_blocking(week, decided),
        strength_helps=any(
            waits_for_priority(decided(*one)) for one in week if best_without_runs(one[0]) is Verdict.HEAVY
        ),
    )


def _first_light(before: list[Slot]) -> Decision | None:
    place = next((one for one in before if reaches_on(*one, Verdict.LIGHT)), None)
    return None if place is None else decide_on(*place)


def _blocking(held: Sequence[Slot], decided: Callable[[Day, dt.datetime], Decision]) -> Finding | None:
    """Return what `blocking` says of slots whose hour overlaps no run, and decide no more of them than can change it.

    Where one rule holds back every day that is left, whatever its runs, it stays the reason.
    """
    known: list[Decision] = []
    for date, slots_of_it in groupby(held, key=lambda one: one[0].date):
        known += (one for one in (decided(*slot) for slot in slots_of_it) if _is_free(one))
        found = blocking(known)
        later = (day for day, _ in held if day.date > date)
        if found is not None and all(_stays(found, max(one.verdict for one in known), day) for day in later):
            return found
    return blocking(known)


def _is_free(decision: Decision) -> bool:
    return all(finding.code != "R73" for finding in decision.findings)


def _stays(reason: Finding, best: Verdict, day: Day) -> bool:
    """Tell, without a look at its runs, that a day's slots cannot change the reason that holds the best ones so far."""
    return best_without_runs(day) <= best and holds_without_runs(day, reason.code)


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
