"""Which unknown is worth asking about: the one whose best and worst answers differ most (guidance.md, section 1)."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.guidance.asked import Asked
from bot.guidance.day_runs import LAST_OFFSET
from bot.guidance.situation import Book, Day, Situation
from bot.guidance.verdict import Decision, Finding, Unknown, Verdict
from bot.training.body import FreeDays, Pain, Unclear
from bot.training.runs import DatedRun, Run, RunKind, RunSpec
from bot.training.time import instant, local_date

HARD = RunSpec(kind=RunKind.TEMPO)
YEARS_AGO = dt.timedelta(days=3650)
ANY_TIME = tuple(dt.time(hour) for hour in (6, 9, 12, 15, 18, 21, 5))
"""Times of a run, the usual ones first: of equal answers the first is told."""

KINDS = (RunKind.EASY, RunKind.INTERVALS, RunKind.LONG)
MAY_BE_SKIPPED = frozenset({"R70", "R71", "R72"})
"""Rules about a run behind: planned runs count as run until the runner says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the runner may answer: a time, a kind of run, or a word that the unknown knows.

    Each has a field of its own, because a stored answer is read back: as text "long" is a word and a kind of run.
    """

    word: str = ""
    time: dt.time | None = None
    kind: RunKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The one question: what is asked, the finding it belongs to, and what its best and worst answers would give."""

    asks: Unknown
    about: Finding
    best: Verdict
    best_reply: Reply
    worst: Verdict
    worst_reply: Reply

    @property
    def spread(self) -> int:
        """Return by how many steps the verdict differs between the best and the worst answer."""
        return self.best - self.worst


def question(book: Book, asked: Asked, decision: Decision) -> Question | None:
    """Return what matters most to a decision, of equals the lowest code; None when no answer would change it."""
    candidates = (_asked_about(one, asked, book) for one in decision.findings)
    questions = [
        weigh(book, asked, *candidate, now=decision.verdict) for candidate in candidates if candidate is not None
    ]
    worth = [one for one in questions if one.spread > 0]
    return max(worth, key=lambda one: (one.spread, -int(one.about.code[1:])), default=None)


def _asked_about(finding: Finding, asked: Asked, book: Book) -> tuple[Unknown, Finding] | None:
    if finding.asks is not None:
        return finding.asks, finding
    run = finding.run
    if finding.code in MAY_BE_SKIPPED and run is not None and not run.done and _is_over(run, asked.now, book):
        return Unknown.RUN_DONE, finding
    return None


def _is_over(run: Run, now: dt.datetime, book: Book) -> bool:
    return run.date < local_date(now, book.zone) if run.end is None else run.end <= now


def weigh(book: Book, asked: Asked, asks: Unknown, finding: Finding, *, now: Verdict) -> Question:
    """Work out what each answer to an unknown would give; `now` is the verdict as long as nothing is said."""
    day = book.day(asked.day)
    least, most = _bounds(day, asked, finding) if asks in ABOUT_A_RUN else (Verdict.NO, Verdict.HEAVY)
    outcomes: list[tuple[Verdict, Reply]] = []
    for reply, told in ANSWERS[asks](day, asked, finding):
        outcomes.append((now if told is day else asked.verdict(told), reply))
        best, worst = max(outcomes, key=_verdict), min(outcomes, key=_verdict)
        if best[0] >= most and worst[0] <= least:
            break
    return Question(asks=asks, about=finding, best=best[0], best_reply=best[1], worst=worst[0], worst_reply=worst[1])


def _bounds(day: Day, asked: Asked, finding: Finding) -> tuple[Verdict, Verdict]:
    """Return the worst and the best verdict that any answer about a run can give.

    None is better than without the run, and none raises a red flag. A run two days ahead holds a lift at light (R62).
    """
    most = asked.verdict(_instead(day, finding, ()))
    is_far = (_run_of(finding).date - day.date).days == LAST_OFFSET
    return min(most, Verdict.LIGHT if is_far else Verdict.NO), most


ABOUT_A_RUN = frozenset({Unknown.RUN_TIME, Unknown.RUN_KIND, Unknown.RUN_DONE})
"""Their answers change a run, and nothing that holds a day back without one."""


def _verdict(outcome: tuple[Verdict, Reply]) -> Verdict:
    return outcome[0]


Told = Iterator[tuple[Reply, Day]]


def _schedule(day: Day, asked: Asked, _: Finding) -> Told:
    situation = day.book.situation
    at = asked.at or asked.now
    free = FreeDays(at=at, date=asked.day)
    yield Reply(word="none"), _told(day, replace(situation, checkins=(*situation.checkins, free)))
    hard = DatedRun(date=asked.day + dt.timedelta(days=1), run=HARD)
    yield Reply(word="hard"), _told(day, replace(situation, dated_runs=(*situation.dated_runs, hard)))


def _lifting_since(day: Day, asked: Asked, _: Finding) -> Told:
    for word, since in (("long", asked.day - YEARS_AGO), ("new", asked.day)):
        yield Reply(word=word), day.book.with_lifting_since(since).day(day.date)


def _run_time(day: Day, _: Asked, finding: Finding) -> Told:
    run = _run_of(finding)
    for at in ANY_TIME:
        yield Reply(time=at), _instead(day, finding, (run.moved(run.date, instant(run.date, at, day.book.zone)),))


def _run_kind(day: Day, _: Asked, finding: Finding) -> Told:
    run = _run_of(finding)
    for kind in KINDS:
        told = day.book.calendar.run(run.date, replace(run.spec, kind=kind), done=run.done)
        yield Reply(kind=kind), _instead(day, finding, (told,))


def _run_done(day: Day, _: Asked, finding: Finding) -> Told:
    yield Reply(word="ran"), day
    yield Reply(word="skipped"), _instead(day, finding, ())


def _unclear_pain(day: Day, asked: Asked, _: Finding) -> Told:
    at, situation = asked.at or asked.now, day.book.situation
    clear = tuple(c for c in situation.checkins if not isinstance(c, Unclear))
    yield Reply(word="tired"), _told(day, replace(situation, checkins=clear))
    hurts = (*clear, Pain(at=min(at, asked.now), concerning=True))
    yield Reply(word="pain"), _told(day, replace(situation, checkins=hurts))


def _told(day: Day, situation: Situation) -> Day:
    """Return the day with more told."""
    return Book(situation, day.thresholds).day(day.date)


def _instead(day: Day, finding: Finding, runs: tuple[Run, ...]) -> Day:
    """Return the day with other runs in the place of a finding's run."""
    run = _run_of(finding)
    others = tuple(one for one in day.book.runs_on(run.date) if one != run)
    return day.changed({run.date: (*others, *runs)})


def _run_of(finding: Finding) -> Run:
    if finding.run is None:
        raise ValueError(f"rule {finding.code} asks about a run and names none")
    return finding.run


ANSWERS: Mapping[Unknown, Callable[[Day, Asked, Finding], Told]] = {
    Unknown.SCHEDULE: _schedule,
    Unknown.LIFTING_SINCE: _lifting_since,
    Unknown.RUN_TIME: _run_time,
    Unknown.RUN_KIND: _run_kind,
    Unknown.RUN_DONE: _run_done,
    Unknown.UNCLEAR_PAIN: _unclear_pain,
}
"""For each unknown its answers, and the day after each; the best and the worst are among them."""
