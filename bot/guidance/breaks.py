"""Breaks: the days on which nobody expects a lift, because of a pause, an illness or another stop for health."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from bot.guidance.situation import Book
from bot.training.body import CheckIn, HeatIllness, Illness, Pain, PainSite, RedFlag, Well
from bot.training.health import HealthFact, HealthTopic
from bot.training.time import local_date

R = TypeVar("R", bound=Illness | Well | Pain | RedFlag | HeatIllness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Local days from the first to the last, both included; without a last one it goes on."""

    first: dt.date
    last: dt.date | None = None


def health_breaks(book: Book, *, now: dt.datetime) -> tuple[Span, ...]:
    """Return the days of illness, heat illness, stopping pain, red flags and health answers that hold back.

    They are the states of groups 0 to 3 (guidance.md, section 3), by whole local days from their report to their end.
    """
    return (*_ill(book, now), *_hurt(book, now), *_stopped(book, now), *_lasting(book))


def _ill(book: Book, now: dt.datetime) -> Iterator[Span]:
    """Yield each illness, from its first report to the first "well" after it."""
    reports: tuple[Illness | Well, ...] = (*book.said(Illness), *book.said(Well))
    return _spells(book, ((one, isinstance(one, Illness)) for one in _in_order(reports, now)))


def _hurt(book: Book, now: dt.datetime) -> Iterator[Span]:
    """Yield pain that stops lifting (R30), from its report to the next that does not."""
    return _spells(book, ((one, _stops(book, one)) for one in _in_order(book.said(Pain), now)))


def _spells(book: Book, reports: Iterable[tuple[CheckIn, bool]]) -> Iterator[Span]:
    """Yield the spans from a report that stops lifting to the next one that does not, in the order of reports."""
    first: CheckIn | None = None
    for one, stops in reports:
        if stops:
            first = first or one
        elif first is not None:
            yield _span(book, first.at, one.at)
            first = None
    if first is not None:
        yield _span(book, first.at, None)


def _stops(book: Book, pain: Pain) -> bool:
    if pain.level == 0:
        return False
    back = pain.site is PainSite.LOW_BACK
    return pain.concerning or back or pain.level is None or pain.level >= book.thresholds.pain.stop_level


def _stopped(book: Book, now: dt.datetime) -> Iterator[Span]:
    """Yield red flags until they ended, and heat illnesses until cleared and for some days at least."""
    for flag in _in_order(book.said(RedFlag), now):
        yield _span(book, flag.at, flag.ended_at)
    least = dt.timedelta(days=book.thresholds.ill.heat_illness_days)
    for heat in _in_order(book.said(HeatIllness), now):
        yield _span(book, heat.at, None if heat.cleared_at is None else max(heat.cleared_at, heat.at + least))


def _lasting(book: Book) -> Iterator[Span]:
    """Yield the health answers of which the engine says no (R10, R11, R13, R14), until the runner is cleared."""
    limits = book.thresholds.health
    weeks = {HealthTopic.SURGERY: limits.surgery_weeks, HealthTopic.BIRTH: limits.birth_no_weeks}
    for fact in book.situation.health:
        if fact.topic in weeks:
            yield Span(first=_since(fact), last=_healed(fact, weeks[fact.topic]))
        elif not fact.topic.is_age and fact.topic is not HealthTopic.NONE:
            yield Span(first=fact.said_on, last=_ended(fact))


def _ended(fact: HealthFact) -> dt.date | None:
    """Return the day on which a clinician cleared the runner, or the last one of what they forbade."""
    return min((day for day in (fact.cleared_on, fact.until) if day is not None), default=None)


def _healed(fact: HealthFact, weeks: int) -> dt.date:
    healed = _since(fact) + dt.timedelta(weeks=weeks, days=-1)
    return healed if fact.cleared_on is None else min(healed, fact.cleared_on)


def _since(fact: HealthFact) -> dt.date:
    return fact.since or fact.said_on


def _span(book: Book, first: dt.datetime, last: dt.datetime | None) -> Span:
    return Span(
        first=local_date(first, book.zone),
        last=None if last is None else local_date(last, book.zone),
    )


def _in_order(reports: Iterable[R], now: dt.datetime) -> list[R]:
    """Return reports up to an instant, earliest first; ill before well at one minute."""
    return sorted((one for one in reports if one.at <= now), key=lambda one: (one.at, isinstance(one, Well)))
