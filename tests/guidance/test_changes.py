"""The smallest change, compared with trying every change there is on random weeks: the search is exact.

The trial is another program: it writes each change into the runner's own entries and makes the calendar anew.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.guidance.answer import answer_day, answer_moment
from bot.guidance.changes import Change, ChangeKind
from bot.guidance.engine import decide, decide_day
from bot.guidance.situation import Book, Situation
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Verdict
from bot.training.runs import DatedRun, Race, Run, RunClass, RunKind, RunSpec, WeeklyPattern, WeeklyRun
from bot.training.time import Weekday
from tests.guidance.strategies import EXPERIENCED, MONDAY, SLOW_PROPERTY, maybe, moments, some, times

KINDS = (RunKind.EASY, RunKind.STEADY, RunKind.TEMPO, RunKind.INTERVALS, RunKind.LONG, RunKind.OTHER)
UTC = dt.UTC
Told = tuple[str, Verdict]

weeks = st.lists(
    st.tuples(st.sampled_from(Weekday), st.builds(RunSpec, kind=st.sampled_from(KINDS), time=maybe(times))),
    max_size=6,
    unique_by=lambda one: (one[0], one[1].kind),
)


@st.composite
def runners(draw: st.DrawFn) -> Situation:
    """Return an experienced runner with a week of runs, each of its kind the only one of its day, and maybe a race."""
    runs = tuple(WeeklyRun(weekday=day, run=spec) for day, spec in draw(weeks))
    race = st.builds(
        Race, date=st.integers(0, 12).map(lambda n: MONDAY + dt.timedelta(days=n)), distance_km=st.just(5.0)
    )
    return Situation(
        profile=replace(EXPERIENCED, run_time=draw(maybe(times))),
        patterns=(WeeklyPattern(valid_from=None, runs=runs),),
        races=draw(some(race, most=1)),
    )


@SLOW_PROPERTY
@given(situation=runners(), now=moments, hours=st.integers(0, 40))
def test_changes_for_a_moment_are_those_that_trying_all_finds(
    situation: Situation, now: dt.datetime, hours: int, thresholds: Thresholds
) -> None:
    at = now + dt.timedelta(hours=hours)
    answer = answer_moment(Book(situation, thresholds), at, now=now)
    trial = Trial(situation, thresholds, day=at.date(), now=now, at=at)
    assert [_told(one) for one in answer.changes] == list(islice(trial.found(), 2))


@SLOW_PROPERTY
@given(situation=runners(), now=moments, ahead=st.integers(0, 3))
def test_changes_for_a_day_are_those_that_trying_all_finds(
    situation: Situation, now: dt.datetime, ahead: int, thresholds: Thresholds
) -> None:
    day = now.date() + dt.timedelta(days=ahead)
    answer = answer_day(Book(situation, thresholds), day, now=now)
    trial = Trial(situation, thresholds, day=day, now=now, at=None)
    assert [_told(one) for one in answer.changes] == list(islice(trial.found(), 2))


class Trial:
    """Every change in the document's order, each decided in a world made anew."""

    def __init__(
        self, situation: Situation, thresholds: Thresholds, *, day: dt.date, now: dt.datetime, at: dt.datetime | None
    ) -> None:
        """Ask once as things stand."""
        self.situation, self.thresholds = situation, thresholds
        self.day, self.now, self.at = day, now, at
        self.book = Book(situation, thresholds)
        self.verdict = self.asked({})

    def asked(self, runs: dict[dt.date, list[RunSpec]]) -> Verdict:
        """Return the verdict with other runs on some days."""
        entries: list[DatedRun] = []
        for day, specs in runs.items():
            entries.append(DatedRun(date=day, run=RunSpec(kind=RunKind.REST), replaces=True))
            entries += [DatedRun(date=day, run=spec) for spec in specs]
        told = replace(self.situation, dated_runs=(*self.situation.dated_runs, *entries))
        book = Book(told, self.thresholds)
        if self.at is not None:
            return decide(book, self.at).verdict
        return decide_day(book, self.day, now=self.now).verdict

    def found(self) -> Iterator[Told]:
        """Yield what raises the verdict."""
        if self.verdict is Verdict.HEAVY or any(int(code[1:-1]) < 4 for code in self.codes()):
            return
        yield from self.slots()
        for text, runs in (*self.moves(), *self.exchanges(), *self.drops()):
            if (verdict := self.asked(runs)) > self.verdict:
                yield text, verdict

    def codes(self) -> list[str]:
        """Return the rules that cap the answer."""
        if self.at is not None:
            return [one.code for one in decide(self.book, self.at).capping]
        return [one.code for one in decide_day(self.book, self.day, now=self.now).best.capping]

    def slots(self) -> Iterator[Told]:
        """Yield other slots of the day."""
        near = self.at or self.now
        every = [dt.datetime.combine(self.day, slot, tzinfo=UTC) for slot in self.situation.profile.slots]
        for at in sorted(every, key=lambda one: (abs(one - near), one)):
            if at > self.now and at != self.at and (verdict := decide(self.book, at).verdict) > self.verdict:
                yield f"slot {at}", verdict

    def moves(self) -> Iterator[tuple[str, dict[dt.date, list[RunSpec]]]]:
        """Yield each run moved by one, two, three days."""
        for distance in (1, 2, 3):
            for days in (distance, -distance):
                for run in self.near():
                    to = run.date + dt.timedelta(days=days)
                    runs = {run.date: self.without(run), to: [*self.specs(to), run.spec]}
                    if self.ahead(run.spec, to) and self.takes(to) and not self.crowds(runs):
                        yield f"move {run.date} {run.kind} {to}", runs

    def exchanges(self) -> Iterator[tuple[str, dict[dt.date, list[RunSpec]]]]:
        """Yield each pair of runs with their dates exchanged."""
        every = [run for n in range(-10, 14) for run in self.future(self.day + dt.timedelta(days=n))]
        pairs = [(a, b) for a in every for b in every if a.date < b.date and (b.date - a.date).days <= 7]
        pairs = [(a, b) for a, b in pairs if a in self.near() or b in self.near()]
        for a, b in sorted(pairs, key=lambda pair: ((pair[1].date - pair[0].date).days, pair[0].date, *map(_at, pair))):
            runs = {a.date: [*self.without(a), b.spec], b.date: [*self.without(b), a.spec]}
            free = self.takes(a.date, but=a) and self.takes(b.date, but=b)
            if free and self.ahead(a.spec, b.date) and self.ahead(b.spec, a.date) and not self.crowds(runs):
                yield f"exchange {a.date} {a.kind} {b.date} {b.kind}", runs

    def drops(self) -> Iterator[tuple[str, dict[dt.date, list[RunSpec]]]]:
        """Yield each run left out."""
        for run in self.near():
            yield f"drop {run.date} {run.kind}", {run.date: self.without(run)}

    def near(self) -> list[Run]:
        """Return the future runs of the day and the two after it, by date and time."""
        return [run for n in range(3) for run in sorted(self.future(self.day + dt.timedelta(days=n)), key=_at)]

    def future(self, day: dt.date) -> list[Run]:
        """Return a day's runs that are still to come."""
        return [run for run in self.book.calendar.runs_on(day) if run.race is None and self.ahead(run.spec, day)]

    def ahead(self, spec: RunSpec, day: dt.date) -> bool:
        """Tell whether a run would still be to come on a day."""
        at = spec.time or self.situation.profile.run_time
        return day >= self.now.date() if at is None else dt.datetime.combine(day, at, tzinfo=UTC) > self.now

    def specs(self, day: dt.date) -> list[RunSpec]:
        """Return what is planned on a day."""
        return [run.spec for run in self.book.calendar.runs_on(day)]

    def without(self, gone: Run) -> list[RunSpec]:
        """Return what is planned on a run's day but for the run."""
        return [run.spec for run in self.book.calendar.runs_on(gone.date) if run != gone]

    def takes(self, day: dt.date, but: Run | None = None) -> bool:
        """Tell whether no race, hard or long run stands on a day, but for one that leaves."""
        return not any(run.race or _is_hard(run) for run in self.book.calendar.runs_on(day) if run != but)

    def crowds(self, runs: dict[dt.date, list[RunSpec]]) -> bool:
        """Tell whether two days in a row become hard that were not both hard before."""
        first = min(runs) - dt.timedelta(days=2)
        days = [first + dt.timedelta(days=n) for n in range(14)]
        was = {day: any(_is_hard(run) for run in self.book.calendar.runs_on(day)) for day in days}
        now = {day: any(spec.kind in HARD for spec in runs[day]) if day in runs else was[day] for day in days}
        return any(now[a] and now[b] and not (was[a] and was[b]) for a, b in pairwise(days))


HARD = {RunKind.TEMPO, RunKind.INTERVALS, RunKind.LONG}


def _is_hard(run: Run) -> bool:
    return bool(run.classes & {RunClass.QUALITY, RunClass.LONG})


def _at(run: Run) -> dt.datetime:
    return run.start or dt.datetime.max.replace(tzinfo=UTC)


def _told(change: Change) -> Told:
    run = "" if change.run is None else f"{change.run.date} {change.run.kind}"
    match change.kind:
        case ChangeKind.SLOT:
            return f"slot {change.at}", change.verdict
        case ChangeKind.MOVE:
            return f"move {run} {change.to}", change.verdict
        case ChangeKind.EXCHANGE:
            assert change.other is not None
            return f"exchange {run} {change.other.date} {change.other.kind}", change.verdict
    return f"drop {run}", change.verdict
