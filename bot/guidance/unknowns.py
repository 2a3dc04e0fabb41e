"""Which unknown is worth asking about: the one whose best and worst answers differ most (guidance.md, section 1)."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bot.guidance.engine import decide
from bot.guidance.situation import Book, Situation
from bot.guidance.verdict import Decision, Finding, Unknown, Verdict
from bot.training.body import FreeDays, Pain, Unclear
from bot.training.edits import instead
from bot.training.runs import DatedRun, Run, RunKind, RunSpec

HARD = RunSpec(kind=RunKind.TEMPO)
YEARS_AGO = dt.timedelta(days=3650)
ANY_TIME = (dt.time(0, 1), *(dt.time(hour) for hour in range(3, 24, 3)), dt.time(23, 59))


def question(book: Book, decision: Decision) -> Finding | None:
    """Return the finding whose unknown matters most to a decision, the lowest code of equals; None if none does."""
    spreads = {one: spread(book, decision, one) for one in decision.findings if one.asks is not None}
    worth = [one for one in spreads if spreads[one] > 0]
    return max(worth, key=lambda one: (spreads[one], -int(one.code[1:])), default=None)


def spread(book: Book, decision: Decision, finding: Finding) -> int:
    """Return by how many steps the verdict differs between the best and the worst answer to a finding's unknown."""
    if finding.asks is None:
        return 0
    verdicts = [
        decide(Book(answered, book.thresholds), decision.at).verdict
        for answered in ANSWERS[finding.asks](book, decision, finding)
    ]
    return max(verdicts, default=Verdict.NO) - min(verdicts, default=Verdict.NO)


def _schedule(book: Book, decision: Decision, _: Finding) -> Iterator[Situation]:
    situation, day = book.situation, decision.at.astimezone(book.zone).date()
    yield replace(situation, checkins=(*situation.checkins, FreeDays(at=decision.at, date=day)))
    hard = DatedRun(date=day + dt.timedelta(days=1), run=HARD)
    yield replace(situation, dated_runs=(*situation.dated_runs, hard))


def _lifting_since(book: Book, decision: Decision, _: Finding) -> Iterator[Situation]:
    day = decision.at.astimezone(book.zone).date()
    for since in (day - YEARS_AGO, day):
        yield replace(book.situation, profile=replace(book.situation.profile, lifting_since=since))


def _run_time(book: Book, _: Decision, finding: Finding) -> Iterator[Situation]:
    if finding.run is not None:
        for at in ANY_TIME:
            yield _described(book, finding.run, replace(finding.run.spec, time=at))


def _run_kind(book: Book, _: Decision, finding: Finding) -> Iterator[Situation]:
    if finding.run is not None:
        for kind in (RunKind.EASY, RunKind.INTERVALS, RunKind.LONG):
            yield _described(book, finding.run, replace(finding.run.spec, kind=kind))


def _described(book: Book, run: Run, spec: RunSpec) -> Situation:
    entries = instead(book.calendar, run, spec, done=run.done)
    return replace(book.situation, dated_runs=(*book.situation.dated_runs, *entries))


def _unclear_pain(book: Book, decision: Decision, _: Finding) -> Iterator[Situation]:
    clear = tuple(c for c in book.situation.checkins if not isinstance(c, Unclear))
    yield replace(book.situation, checkins=clear)
    yield replace(book.situation, checkins=(*clear, Pain(at=decision.at, concerning=True)))


ANSWERS: Mapping[Unknown, Callable[[Book, Decision, Finding], Iterator[Situation]]] = {
    Unknown.SCHEDULE: _schedule,
    Unknown.LIFTING_SINCE: _lifting_since,
    Unknown.RUN_TIME: _run_time,
    Unknown.RUN_KIND: _run_kind,
    Unknown.UNCLEAR_PAIN: _unclear_pain,
}
"""For each unknown, the situations after its answers, the best and the worst among them."""
