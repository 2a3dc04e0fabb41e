"""The next good window: the runner's own slots of the coming days, decided one by one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.guidance.engine import best_without_runs, decide_on, holds_without_runs, reaches_on
from bot.guidance.situation import Book, Day
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.training.runs import RunClass
from bot.training.time import local_date


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
    skipped (guidance.md, section 3). The search is exact: a slot before the first HEAVY one is passed over undecided
    only where it cannot change what is said.
    """
    days = _days(book, after=after, days=book.thresholds.basics.search_days + 1)
    heavy = _first(days, after, Verdict.HEAVY)
    light = _first(days, after, Verdict.LIGHT) if verdict is Verdict.NO else None
    if light is not None and heavy is not None and light.at >= heavy.at:
        light = None
    end = local_date(after, book.zone) + dt.timedelta(days=book.thresholds.week.days)
    week = [day for day in days if day.date < end]
    if heavy is not None and local_date(heavy.at, book.zone) < end:
        return NextWindow(heavy=heavy, light=light, blocking=None)
    week_blocking, blocking = _blocking(week, [] if heavy else days[len(week) :], after)
    return NextWindow(
        heavy=heavy,
        light=light,
        blocking=None if heavy else blocking,
        week_blocking=week_blocking,
        strength_helps=any(_waits_for_priority(day, after) for day in week),
    )


def _first(days: Sequence[Day], after: dt.datetime, verdict: Verdict) -> Decision | None:
    """Return the first slot that gets a verdict or a better one."""
    for day in days:
        if best_without_runs(day) >= verdict:
            for at in _slots_after(day, after):
                if reaches_on(day, at, verdict):
                    return decide_on(day, at)
    return None


def _blocking(week: Sequence[Day], later: Sequence[Day], after: dt.datetime) -> tuple[Finding | None, Finding | None]:
    """Return the rule that holds all of the best slots of a week, and that of the week and the days after it.

    No more slots are decided than can change it: where one rule holds back every day that is left, whatever its runs,
    it stays the reason.
    """
    held = _Held()
    known: Finding | None = None
    days = [*week, *later]
    for place, day in enumerate(days, start=1):
        held.look_at(day, after)
        reason = held.reason()
        if reason is not None and all(_stays(reason, held.verdict, other) for other in days[place:]):
            return (reason if place <= len(week) else known), reason
        if place == len(week):
            known = reason
    return known, held.reason()


class _Held:
    """The best of some slots, and the rules that hold back all of these."""

    def __init__(self) -> None:
        self.verdict = Verdict.REFER
        self._first: Decision | None = None
        self._codes: set[str] = set()

    def look_at(self, day: Day, after: dt.datetime) -> None:
        """Take in those of a day's slots whose hour overlaps no run (R73)."""
        for at in _slots_after(day, after):
            # What is worse than the best so far need not be decided: it changes nothing.
            if reaches_on(day, at, self.verdict):
                decision = decide_on(day, at)
                if all(finding.code != "R73" for finding in decision.findings):
                    self._add(decision)

    def _add(self, decision: Decision) -> None:
        codes = {finding.code for finding in decision.capping}
        if self._first is None or decision.verdict > self.verdict:
            self.verdict, self._first, self._codes = decision.verdict, decision, codes
        else:
            self._codes &= codes

    def reason(self) -> Finding | None:
        """Return the rule that holds all of them, else the first one's main reason."""
        if self._first is None:
            return None
        return next((one for one in self._first.capping if one.code in self._codes), self._first.main)


def _stays(reason: Finding, best: Verdict, day: Day) -> bool:
    """Tell, without a look at its runs, that a day's slots cannot change the reason that holds the best ones so far."""
    return best_without_runs(day) <= best and holds_without_runs(day, reason.code)


def _waits_for_priority(day: Day, after: dt.datetime) -> bool:
    """Tell whether at a slot of a day nothing holds a lift but what strength first would allow (R60)."""
    if best_without_runs(day) < Verdict.HEAVY or not day.runs_of(0, RunClass.QUALITY):
        return False
    return any(waits_for_priority(decide_on(day, at)) for at in _slots_after(day, after))


def waits_for_priority(decision: Decision) -> bool:
    """Tell whether only a hard run later that day, with the hours between that strength first needs, holds a lift."""
    return [(one.code, one.cap) for one in decision.capping] == [("R60", Verdict.LIGHT)]


def slots(book: Book, *, after: dt.datetime, days: int) -> Iterator[tuple[Day, dt.datetime]]:
    """Yield the instants of the runner's slots on their days after a moment, earliest first, each with its day.

    Looks at so many local days, beginning with the moment's own.
    """
    for day in _days(book, after=after, days=days):
        yield from ((day, at) for at in _slots_after(day, after))


def _days(book: Book, *, after: dt.datetime, days: int) -> list[Day]:
    """Return the days on which the runner lifts among so many local days, beginning with a moment's own."""
    today = local_date(after, book.zone)
    dates = (today + dt.timedelta(days=offset) for offset in range(days))
    return [book.day(date) for date in dates if date.weekday() in book.profile.days]


def _slots_after(day: Day, after: dt.datetime) -> list[dt.datetime]:
    return [at for at in day.slots if at > after]
