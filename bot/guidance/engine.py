"""The engine: all rules on one moment, and the day's answer over all of its moments."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from bot.guidance.day_runs import run_bit
from bot.guidance.rules import RULES, Rule
from bot.guidance.rules.base import OfDay, OfMoment
from bot.guidance.situation import TOLD_BITS, Book, Day, Moment, Ruling
from bot.guidance.thresholds import DayHours
from bot.guidance.turning_points import turning_points
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.training.time import instant, local_date


class RuleBook:
    """Rules ready to be evaluated: those of whole days that read no runs, those that do, and those of moments."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sort the rules; their order does not matter to any verdict."""
        known = tuple(rules)
        self._of_life = _Rules(rule for rule in known if rule.of_day is not None and not rule.runs)
        self._others = _Rules(rule for rule in known if rule.of_day is None or rule.runs)

    def life(self, day: Day) -> Ruling:
        """Return what the rules of whole days find that read no runs."""
        if day.life is None:
            day.life = day.book.life.get(day.date)
        if day.life is None:
            of_life, _ = self._of_life.fitting(day.book.told)
            found = _found(of_life, day)
            day.life = day.book.life[day.date] = Ruling(found, _lowest(found), ())
        return day.life

    def rule(self, day: Day) -> Ruling:
        """Work out what holds for all of a local day, and which rules are left for its moments."""
        findings, cap, _ = self.life(day)
        of_day, of_moment = self._others.fitting(day.inputs)
        found = _found(of_day, day)
        return (
            Ruling((*findings, *found), min(cap, _lowest(found)), of_moment)
            if found
            else Ruling(findings, cap, of_moment)
        )


class _Rules:
    """Some rules, and which of them can fire with some inputs; those are few, so each is worked out once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._fitting: dict[int, tuple[tuple[OfDay, ...], tuple[OfMoment, ...]]] = {}

    def fitting(self, inputs: int) -> tuple[tuple[OfDay, ...], tuple[OfMoment, ...]]:
        """Return the rules of days and of moments that read any of the inputs, or that always read something."""
        found = self._fitting.get(inputs)
        if found is None:
            rules = [rule for rule in self._rules if _bits(rule) == 0 or _bits(rule) & inputs]
            found = self._fitting[inputs] = (
                tuple(rule.of_day for rule in rules if rule.of_day is not None),
                tuple(rule.of_moment for rule in rules if rule.of_moment is not None),
            )
        return found


def _bits(rule: Rule) -> int:
    return sum(run_bit(*runs) for runs in rule.runs) + sum(TOLD_BITS[kind] for kind in rule.told)


def _found(rules: Iterable[OfDay], day: Day) -> tuple[Finding, ...]:
    return tuple([found for rule in rules if (found := rule(day)) is not None])


def _lowest(findings: Iterable[Finding]) -> Verdict:
    return min([one.cap for one in findings], default=Verdict.HEAVY)


RULE_BOOK = RuleBook(RULES)

_NUMBERS = {rule.code: int(rule.code[1:]) for rule in RULES}


def decide(book: Book, at: dt.datetime) -> Decision:
    """Decide the moment `at` (aware) at which the first work set would start.

    The verdict is the lowest cap of all rules that fire, HEAVY without any; rules never raise one another's cap, so
    their order does not matter (guidance.md, section 2).
    """
    return decide_on(book.day(local_date(at, book.zone)), at)


def decide_on(day: Day, at: dt.datetime) -> Decision:
    """Decide an instant of a local day that is known to lie in it."""
    ruling = _ruling(day)
    findings = [*ruling.findings]
    if ruling.rules:
        moment = Moment(day, at)
        findings += (found for rule in ruling.rules if (found := rule(moment)) is not None)
    if len(findings) > 1:
        findings.sort(key=_weight)
    verdict = findings[0].cap if findings else Verdict.HEAVY
    return Decision(at=at, verdict=verdict, findings=tuple(findings), phase=day.phase)


def verdict_on(day: Day, at: dt.datetime) -> Verdict:
    """Return the verdict of an instant of a local day, without saying why."""
    ruling = _ruling(day)
    verdict = ruling.cap
    if ruling.rules:
        moment = Moment(day, at)
        for rule in ruling.rules:
            found = rule(moment)
            if found is not None and found.cap < verdict:
                verdict = found.cap
    return verdict


def reaches_on(day: Day, at: dt.datetime, verdict: Verdict) -> bool:
    """Tell whether an instant of a local day gets a verdict or a better one, without saying why."""
    if day.ruling is None and best_without_runs(day) < verdict:
        return False
    ruling = _ruling(day)
    if ruling.cap < verdict:
        return False
    moment = Moment(day, at)
    for rule in ruling.rules:
        found = rule(moment)
        if found is not None and found.cap < verdict:
            return False
    return True


def best_without_runs(day: Day) -> Verdict:
    """Return the best verdict that a day could get if it were not for its runs, which no run makes better."""
    return RULE_BOOK.life(day).cap


def holds_without_runs(day: Day, code: str) -> bool:
    """Tell whether a rule that reads no runs holds back all of a day."""
    return any(one.code == code and one.cap < Verdict.HEAVY for one in RULE_BOOK.life(day).findings)


def _ruling(day: Day) -> Ruling:
    if day.ruling is None:
        day.ruling = RULE_BOOK.rule(day)
    return day.ruling


def _weight(finding: Finding) -> tuple[int, int]:
    """Return what sorts findings: the lowest cap first, then the lowest code, and so the lowest group."""
    return finding.cap, _NUMBERS[finding.code]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of a day in which one verdict holds: its first and last moments (UTC), both inclusive."""

    first: dt.datetime
    last: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer:
    """The answer about a whole day: the best verdict that any of its moments reaches, and where.

    `best` decides the first moment of the first window, `decisions` one moment of every stretch in which nothing
    changes, earliest first; `last` is the last moment there is. `open_start` and `open_end` say that the first window
    opens and the last one closes the moments there are.
    """

    verdict: Verdict
    windows: tuple[Window, ...]
    best: Decision
    decisions: tuple[Decision, ...]
    last: dt.datetime
    open_start: bool
    open_end: bool


def decide_day(book: Book, day: dt.date, *, now: dt.datetime) -> DayAnswer:
    """Answer about all that is left of a local day, or all of another day (guidance.md, section 3).

    Only the moments at which something can change are decided; the others are as those before them.
    """
    steps = moments(book, day, now=now)
    view = book.day(day)
    firsts = [*_firsts(view, steps)]
    lasts = [*(first - 1 for first in firsts[1:]), len(steps) - 1]
    decided = [(first, last, decide_on(view, steps[first])) for first, last in zip(firsts, lasts, strict=True)]
    best = max((decision for _, _, decision in decided), key=lambda one: one.verdict)
    windows = tuple(_windows([(first, last, one.verdict) for first, last, one in decided], steps, best.verdict))
    return DayAnswer(
        verdict=best.verdict,
        windows=windows,
        best=best,
        decisions=tuple(decision for _, _, decision in decided),
        last=steps[-1],
        open_start=windows[0].first == steps[0] and not (day == local_date(now, book.zone) and now < steps[0]),
        open_end=windows[-1].last == steps[-1],
    )


def verdict_of_day(day: Day, *, now: dt.datetime) -> Verdict:
    """Return the best verdict that any moment that is left of a local day reaches, without saying why."""
    most, best = _ruling(day).cap, Verdict.REFER
    steps = moments(day.book, day.date, now=now)
    for first in _firsts(day, steps):
        best = max(best, verdict_on(day, steps[first]))
        if best is most:
            break
    return best


def day_reaches(day: Day, verdict: Verdict, *, now: dt.datetime) -> bool:
    """Tell whether any moment that is left of a local day gets a verdict or a better one."""
    if best_without_runs(day) < verdict or _ruling(day).cap < verdict:
        return False
    steps = moments(day.book, day.date, now=now)
    return any(reaches_on(day, steps[first], verdict) for first in _firsts(day, steps))


def moments(book: Book, day: dt.date, *, now: dt.datetime) -> Sequence[dt.datetime]:
    """Return the moments of a day's answer, earliest first; never none.

    Today: now, when it lies within the day's hours, and every step after it; before them all steps; after them only
    now. Another day: all steps. A local time that a clock change skips gives no moment of its own.
    """
    known = book.moments.get((day, now))
    if known is None:
        steps = _steps(day, book.thresholds.day, book.zone)
        begun = day == local_date(now, book.zone) and now >= steps[0]
        known = book.moments[day, now] = (now, *steps[bisect_right(steps, now) :]) if begun else steps
    return known


@lru_cache(maxsize=256)
def _steps(day: dt.date, hours: DayHours, zone: ZoneInfo) -> Sequence[dt.datetime]:
    """Return all moments of a local day, which are the same for everybody in its zone."""
    first, last = instant(day, hours.first, zone), instant(day, hours.last, zone)
    after = _after_first(hours)
    if last - first == dt.timedelta(minutes=_minutes(hours.last) - _minutes(hours.first)):
        return tuple([first + span for span in after])
    # A clock change in between: some local times do not exist, and others come twice.
    opening = dt.datetime.combine(day, hours.first)
    return tuple(sorted({instant(day, (opening + span).time(), zone) for span in after}))


@cache
def _after_first(hours: DayHours) -> tuple[dt.timedelta, ...]:
    """Return how long after a day's first moment each of its moments comes on the clock."""
    minutes = range(0, _minutes(hours.last) - _minutes(hours.first) + 1, hours.step_min)
    return tuple(dt.timedelta(minutes=number) for number in minutes)


def _minutes(at: dt.time) -> int:
    return at.hour * 60 + at.minute


def _firsts(day: Day, steps: Sequence[dt.datetime]) -> Iterator[int]:
    """Yield the places of moments from each of which on nothing changes until the next of them, the first one first.

    A turning point stands alone, for it may be unlike both its sides. Often the first moment answers a question.
    """
    yield 0
    if len(steps) == 1 or not _ruling(day).rules:
        return
    cuts = set()
    for point in turning_points(day):
        place = bisect_left(steps, point)
        cuts.add(place)
        if place < len(steps) and steps[place] == point:
            cuts.add(place + 1)
    yield from sorted([cut for cut in cuts if 0 < cut < len(steps)])


def _windows(
    stretches: Iterable[tuple[int, int, Verdict]], steps: Sequence[dt.datetime], verdict: Verdict
) -> Iterator[Window]:
    open_at: int | None = None
    end = 0
    for first, last, one in stretches:
        if one is verdict:
            open_at, end = first if open_at is None else open_at, last
        elif open_at is not None:
            yield Window(first=steps[open_at], last=steps[end])
            open_at = None
    if open_at is not None:
        yield Window(first=steps[open_at], last=steps[end])
