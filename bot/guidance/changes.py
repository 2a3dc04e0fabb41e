"""The smallest change that raises a verdict: another slot, a run moved, two exchanged, one dropped."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from typing import NamedTuple

from bot.guidance.asked import Asked
from bot.guidance.day_runs import FIRST_OFFSET, LAST_OFFSET
from bot.guidance.engine import verdict_on
from bot.guidance.situation import Book
from bot.guidance.verdict import Decision, Verdict
from bot.training.runs import Run, RunClass, RunKind
from bot.training.time import instant, local_date

HARD = frozenset({RunClass.QUALITY, RunClass.LONG})
DAY = dt.timedelta(days=1)
MOST_AT_ONCE = 2
"""How many runs one change takes from their places."""

NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)
Runs = Mapping[dt.date, tuple[Run, ...]]


class ChangeKind(StrEnum):
    """What is changed, smallest first."""

    SLOT = "slot"
    MOVE = "move"
    EXCHANGE = "exchange"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change and the verdict it leads to.

    SLOT lifts at `at` instead. MOVE takes `run` to the local date `to`, EXCHANGE gives `run` and `other` each other's
    dates, DROP leaves `run` out. Runs keep their clock times and their classes.
    """

    kind: ChangeKind
    verdict: Verdict
    at: dt.datetime | None = None
    run: Run | None = None
    to: dt.date | None = None
    other: Run | None = None


def smallest_changes(book: Book, asked: Asked, decisions: Sequence[Decision]) -> tuple[Change, ...]:
    """Return the first changes that raise a verdict, in the document's order (guidance.md, section 3).

    `decisions` are those of the moment asked about, or of every stretch of the day. None for a HEAVY verdict, and none
    while a rule of safety (groups 0 to 3) caps it. The search is exact: a candidate is passed over undecided only where
    leaving its runs out altogether would not raise the verdict either.
    """
    best = max(decisions, key=lambda one: one.verdict)
    if best.verdict is Verdict.HEAVY or not best.overridable:
        return ()
    return tuple(islice(_Search(book, asked, best.verdict, decisions).found(), book.thresholds.changes.most))


class _Standing(NamedTuple):
    """A day as it stands: runs that may be moved, runs that let no other come, and whether any is hard or long."""

    movable: Sequence[Run]
    keeping: Sequence[Run]
    hard: bool


class _Search:
    """The candidates around one question, each decided when its turn comes."""

    def __init__(self, book: Book, asked: Asked, verdict: Verdict, decisions: Sequence[Decision]) -> None:
        self._book = book
        self._asked = asked
        self._day = book.day(asked.day)
        self._better = Verdict(verdict + 1)
        self._today = local_date(asked.now, book.zone)
        self._days: dict[dt.date, _Standing] = {}
        self._near = tuple(sorted(self._runs(0, book.thresholds.changes.ahead_days), key=_order))
        movable = {id(run): run for run in self._runs(FIRST_OFFSET, LAST_OFFSET)}
        held = {_blockers(decision, verdict) for decision in decisions}
        # What holds a moment must go altogether: three runs are more than any change takes away.
        self._blockers = [runs for runs in held if runs <= movable.keys() and len(runs) <= MOST_AT_ONCE]
        self._holding = frozenset[int]().union(*self._blockers)
        self._held_on = {movable[run].date for run in self._holding}
        self._helps: dict[frozenset[int], bool] = {}

    def found(self) -> Iterator[Change]:
        yield from self._slots()
        if not self._blockers:
            return
        alone = [run for run in self._near if self._may_help(run)]
        yield from self._moves([run for run in alone if not _is_fixed(run)])
        yield from self._exchanges(alone)
        yield from self._drops(alone)

    def _slots(self) -> Iterator[Change]:
        asked = self._asked
        near = asked.at or asked.now
        times = [at for at in self._day.slots if at > asked.now and at != asked.at]
        for at in sorted(times, key=lambda one: (abs(one - near), one)):
            verdict = verdict_on(self._book.day(local_date(at, self._book.zone)), at)
            if verdict >= self._better:
                yield Change(kind=ChangeKind.SLOT, verdict=verdict, at=at)

    def _moves(self, runs_of_use: Sequence[Run]) -> Iterator[Change]:
        distances = range(1, self._book.thresholds.changes.move_days + 1)
        for days, sign, run in product(distances, (1, -1), runs_of_use):
            to = run.date + sign * days * DAY
            if to < self._today or not self._is_free(to):
                continue
            left = self._without(run)
            moved = None if self._crowds({run.date: left, to: (run,)}) else self._moved(run, to)
            if moved is not None:
                runs = {run.date: left, to: (*self._book.runs_on(to), moved)}
                verdict = self._reached(runs)
                if verdict is not None:
                    yield Change(kind=ChangeKind.MOVE, verdict=verdict, run=run, to=to)

    def _exchanges(self, runs_of_use: Sequence[Run]) -> Iterator[Change]:
        for one, other in self._pairs(runs_of_use):
            if _is_fixed(one) or _is_fixed(other):
                continue
            if not (self._may_help(one, other) and self._is_free(one.date, one) and self._is_free(other.date, other)):
                continue
            if self._crowds({one.date: (other,), other.date: (one,)}):
                continue
            there, here = self._moved(one, other.date), self._moved(other, one.date)
            if there is None or here is None:
                continue
            runs = {one.date: (*self._without(one), here), other.date: (*self._without(other), there)}
            verdict = self._reached(runs)
            if verdict is not None:
                yield Change(kind=ChangeKind.EXCHANGE, verdict=verdict, run=one, other=other)

    def _drops(self, runs_of_use: Sequence[Run]) -> Iterator[Change]:
        for run in runs_of_use:
            verdict = self._reached({run.date: self._without(run)})
            if verdict is not None:
                yield Change(kind=ChangeKind.DROP, verdict=verdict, run=run)

    def _reached(self, runs: Runs) -> Verdict | None:
        """Return the verdict with other runs on some days; None where it is no better."""
        day = self._day.changed(runs)
        if not self._asked.reaches(day, self._better):
            return None
        return Verdict.HEAVY if self._asked.reaches(day, Verdict.HEAVY) else self._better

    def _may_help(self, *runs: Run) -> bool:
        """Tell whether the verdict would be better without some runs: putting them elsewhere is never better still."""
        key = frozenset(id(run) for run in runs if self._matters(run.date))
        if not any(blockers <= key for blockers in self._blockers):
            return False
        if key not in self._helps:
            without = self._day.changed({run.date: self._without(run) for run in runs})
            self._helps[key] = self._asked.reaches(without, self._better)
        return self._helps[key]

    def _matters(self, day: dt.date) -> bool:
        return FIRST_OFFSET <= (day - self._asked.day).days <= LAST_OFFSET

    def _runs(self, first: int, last: int) -> Iterator[Run]:
        """Yield the future runs of the days from the question's on, without races."""
        for offset in range(first, last + 1):
            yield from self._at(self._asked.day + offset * DAY)

    def _at(self, day: dt.date, *, far: bool = True) -> Sequence[Run]:
        """Return the future runs of a day, without races; only of days that the rules look at unless `far`."""
        return self._on(day).movable if far or self._matters(day) else ()

    def _on(self, day: dt.date) -> "_Standing":
        """Return what stands on a day before anything is changed."""
        known = self._days.get(day)
        if known is None:
            runs = self._book.runs_on(day)
            known = self._days[day] = _Standing(
                movable=[run for run in runs if run.race is None and self._is_future(run)],
                keeping=[run for run in runs if run.race is not None or _is_hard(run)],
                hard=any(map(_is_hard, runs)),
            )
        return known

    def _is_future(self, run: Run) -> bool:
        if run.done:
            return False
        return run.date >= self._today if run.start is None else run.start > self._asked.now

    def _pairs(self, runs_of_use: Sequence[Run]) -> Iterator[tuple[Run, Run]]:
        """Yield pairs of future runs on two dates, the nearest dates first, at least one run near the question.

        A run far away changes nothing by itself: it is only worth looking for where the near one alone helps. Two runs
        of which neither holds anything back are no pair.
        """
        near = [(run, any(run is one for one in runs_of_use)) for run in self._near]
        for days in range(1, self._book.thresholds.changes.exchange_days + 1):
            away = days * DAY
            pairs: dict[tuple[int, int], tuple[Run, Run]] = {}
            for run, far in near:
                for other in self._beside(run, run.date + away, far=far):
                    pairs[id(run), id(other)] = run, other
                for other in self._beside(run, run.date - away, far=far):
                    pairs[id(other), id(run)] = other, run
            yield from sorted(pairs.values(), key=_dates)

    def _beside(self, run: Run, day: dt.date, *, far: bool) -> Sequence[Run]:
        """Return the runs of a day with which a run makes a pair."""
        if id(run) in self._holding:
            return self._at(day, far=far)
        return [other for other in self._at(day) if id(other) in self._holding] if day in self._held_on else ()

    def _moved(self, run: Run, day: dt.date) -> Run | None:
        """Return a run on another date at its own clock time; None where that has passed."""
        at = run.spec.time or self._book.profile.run_time
        start = None if run.start is None or at is None else instant(day, at, self._book.zone)
        moved = run.moved(day, start)
        return moved if self._is_future(moved) else None

    def _without(self, run: Run) -> tuple[Run, ...]:
        runs = list(self._book.runs_on(run.date))
        runs.remove(run)
        return tuple(runs)

    def _is_free(self, day: dt.date, leaving: Run | None = None) -> bool:
        """Tell whether a run may go to a day: no race, no hard and no long run there, but for the one that leaves."""
        return all(one is leaving for one in self._on(day).keeping)

    def _crowds(self, runs: Runs) -> bool:
        """Tell whether hard or long runs come to stand on consecutive days where they did not.

        `runs` are those of the days that change, without what is neither hard nor long.
        """
        hard = {day: any(map(_is_hard, those)) for day, those in runs.items()}
        for day in (day for day, is_hard in hard.items() if is_hard):
            for beside in (day - DAY, day + DAY):
                was_hard = self._on(beside).hard
                if hard.get(beside, was_hard) and not (was_hard and self._on(day).hard):
                    return True
        return False


def _blockers(decision: Decision, verdict: Verdict) -> frozenset[int]:
    """Return which runs hold a decision at a verdict, by identity; a reason that is no run is one that never goes.

    A rule names one run, the strictest: with that one left in, the rule caps as before whatever else is left out.
    """
    return frozenset(id(finding.run) for finding in decision.findings if finding.cap <= verdict)


def _is_fixed(run: Run) -> bool:
    """Tell whether others set a run's day: a parkrun or race of the week can be left out, but not be held elsewhere."""
    return run.kind is RunKind.RACE


def _is_hard(run: Run) -> bool:
    return not HARD.isdisjoint(run.classes)


def _order(run: Run) -> tuple[dt.date, dt.datetime]:
    return run.date, run.start or NEVER


def _dates(pair: tuple[Run, Run]) -> tuple[dt.date, dt.datetime, dt.datetime]:
    one, other = pair
    return one.date, one.start or NEVER, other.start or NEVER
