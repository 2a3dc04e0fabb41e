"""What holds for every runner: the verdict is a minimum, it depends on its inputs alone, and time is only relative."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.answering import answer_adapter, situation_adapter
from bot.guidance import engine
from bot.guidance.answer import Answer, answer_day, answer_moment
from bot.guidance.engine import RuleBook, decide, decide_day
from bot.guidance.rules import RULES, Rule
from bot.guidance.search import next_window
from bot.guidance.situation import Book, Situation
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Decision, Finding, Verdict
from bot.training.body import Layoff, RedFlag, Soreness
from bot.training.health import CLINICIANS_NO, HealthFact
from bot.training.lifts import Lift
from bot.training.runs import DatedRun, RunSpec
from bot.training.time import local_date
from tests.guidance.cases import Case, instant_of, situation_of
from tests.guidance.strategies import (
    MOST_WEEKS,
    PROPERTY,
    SLOW_PROPERTY,
    any_situation,
    breaks,
    days,
    hard_specs,
    lifts_without_effort,
    moments,
    moved,
    red_flags,
    seldom_lifting,
    soreness,
    told_in,
    with_known_week,
    zones,
)

NOT_ABOUT_FATIGUE = frozenset({"R91", "R92"})
"""Rules that a logged lift may end: the runner is less new, or less long away."""


@PROPERTY
@given(situation=any_situation, at=moments, order=st.permutations(RULES))
def test_order_of_the_rules_does_not_matter(
    situation: Situation, at: dt.datetime, order: list[Rule], thresholds: Thresholds
) -> None:
    book = Book(situation, thresholds)
    usual = decide(book, at)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "RULE_BOOK", RuleBook(order))
        assert decide(Book(situation, thresholds), at) == usual


@PROPERTY
@given(situation=any_situation, at=moments)
def test_verdict_is_the_lowest_cap_of_sorted_findings(
    situation: Situation, at: dt.datetime, thresholds: Thresholds
) -> None:
    decision = decide(Book(situation, thresholds), at)
    assert decision.verdict is min((f.cap for f in decision.findings), default=Verdict.HEAVY)
    weights = [(finding.cap, int(finding.code[1:-1]), int(finding.code[1:])) for finding in decision.findings]
    assert weights == sorted(weights)


@PROPERTY
@given(situation=any_situation, at=moments)
def test_main_reason_is_of_the_lowest_group_at_the_lowest_cap(
    situation: Situation, at: dt.datetime, thresholds: Thresholds
) -> None:
    decision = decide(Book(situation, thresholds), at)
    lowest = [f.code for f in decision.findings if f.cap is decision.verdict and f.cap is not Verdict.HEAVY]
    expected = min(lowest, key=lambda code: (int(code[1:-1]), int(code[1:])), default=None)
    assert (decision.main.code if decision.main else None) == expected


@PROPERTY
@given(situation=any_situation.map(with_known_week), at=moments, spec=hard_specs, day=days(-2, 9))
def test_another_hard_run_never_raises_a_verdict(
    situation: Situation, at: dt.datetime, spec: RunSpec, day: dt.date, thresholds: Thresholds
) -> None:
    entry = DatedRun(date=day, run=spec)
    harder = replace(situation, dated_runs=(*situation.dated_runs, entry))
    for one in _week_from(at):
        assert _verdict(harder, one, thresholds) <= _verdict(situation, one, thresholds)


@PROPERTY
@given(situation=any_situation.map(with_known_week), at=moments, lift=lifts_without_effort)
def test_another_lift_never_raises_what_other_rules_than_novelty_and_breaks_say(
    situation: Situation, at: dt.datetime, lift: Lift, thresholds: Thresholds
) -> None:
    busier = replace(situation, lifts=(*situation.lifts, lift))
    for one in _week_from(at):
        assert _tiredness(busier, one, thresholds) <= _tiredness(situation, one, thresholds)


@PROPERTY
@given(situation=any_situation.map(with_known_week), at=moments, report=soreness)
def test_soreness_of_who_reported_none_never_raises_a_verdict(
    situation: Situation, at: dt.datetime, report: Soreness, thresholds: Thresholds
) -> None:
    fresh = replace(situation, checkins=tuple(c for c in situation.checkins if not isinstance(c, Soreness)))
    sore = replace(fresh, checkins=tuple(sorted((*fresh.checkins, report), key=lambda checkin: checkin.at)))
    for one in _week_from(at):
        assert _verdict(sore, one, thresholds) <= _verdict(fresh, one, thresholds)


@PROPERTY
@given(situation=any_situation | seldom_lifting, at=moments, told=breaks)
def test_a_break_that_is_told_never_raises_a_verdict(
    situation: Situation, at: dt.datetime, told: Layoff, thresholds: Thresholds
) -> None:
    checkins = sorted((*situation.checkins, told), key=lambda checkin: checkin.at)
    longer_away = replace(situation, checkins=tuple(checkins))
    for one in _week_from(at):
        assert _verdict(longer_away, one, thresholds) <= _verdict(situation, one, thresholds)


@PROPERTY
@given(situation=any_situation, at=moments, flag=red_flags)
def test_standing_red_flag_refers_whatever_else_is_known(
    situation: Situation, at: dt.datetime, flag: RedFlag, thresholds: Thresholds
) -> None:
    flagged = replace(situation, red_flags=(*situation.red_flags, flag))
    expected = Verdict.REFER if flag.at <= at else _verdict(situation, at, thresholds)
    assert _verdict(flagged, at, thresholds) is expected


forbidden = st.builds(
    HealthFact,
    topic=st.sampled_from(sorted(CLINICIANS_NO)),
    said_on=days(-40, 0),
    until=st.none() | days(-2, 9),
    cleared_on=st.none() | days(-2, 3),
)


@PROPERTY
@given(situation=any_situation, at=moments, fact=forbidden)
def test_a_clinicians_no_holds_through_its_last_day_or_until_they_say_yes_and_then_no_more(
    situation: Situation, at: dt.datetime, fact: HealthFact, thresholds: Thresholds
) -> None:
    others = tuple(one for one in situation.health if not one.topic.is_clinicians_no)
    free, told = (replace(situation, health=facts) for facts in (others, (fact, *others)))
    zone = Book(told, thresholds).zone
    for one in _week_from(at):
        over = fact.cleared_on is not None or (fact.until is not None and local_date(one, zone) > fact.until)
        most = Verdict.HEAVY if over else Verdict.NO
        assert _verdict(told, one, thresholds) is min(_verdict(free, one, thresholds), most)


AFTER_GONE = [
    pytest.param([{"at": "2026-03-04 08:00", "level": 0}], id="gone is said again the next day"),
    pytest.param([{"at": "2026-03-04 08:00", "level": 1}], id="another joint has a niggle the next day"),
    pytest.param([], id="nothing more is said"),
]


@pytest.mark.parametrize("later", AFTER_GONE)
def test_low_back_stays_a_no_for_two_full_days_after_gone_whatever_is_said_then(
    later: list[Case], thresholds: Thresholds
) -> None:
    told = [{"at": "2026-03-02 08:00", "level": 5, "site": "low_back"}, {"at": "2026-03-03 08:00", "level": 0}]
    case: Case = {"weekly": [], "pain": [*told, *later]}
    for at in ("2026-03-04 18:00", "2026-03-05 18:00"):
        assert _verdict(situation_of(case), instant_of(case, at), thresholds) is Verdict.NO


@SLOW_PROPERTY
@given(situation=any_situation, now=moments, at=moments)
def test_same_inputs_give_the_same_answer(
    situation: Situation, now: dt.datetime, at: dt.datetime, thresholds: Thresholds
) -> None:
    once, again = (Book(situation, thresholds) for _ in range(2))
    decide(again, at)
    assert answer_day(once, now.date(), now=now) == answer_day(again, now.date(), now=now)
    assert answer_moment(once, at, now=now) == answer_moment(again, at, now=now)


@PROPERTY
@given(situation=any_situation, at=moments, zone=zones, weeks=st.integers(1, MOST_WEEKS))
def test_the_same_life_some_weeks_later_gets_the_same_verdict(
    situation: Situation, at: dt.datetime, zone: str, weeks: int, thresholds: Thresholds
) -> None:
    now, later = (Book(told_in(situation, zone, by), thresholds) for by in (0, weeks))
    for one in _week_from(at):
        assert _gist(decide(later, moved(one, zone, weeks))) == _gist(decide(now, moved(one, zone)))


@PROPERTY
@given(situation=any_situation, at=moments, zone=zones)
def test_the_same_local_times_in_another_zone_get_the_same_verdict(
    situation: Situation, at: dt.datetime, zone: str, thresholds: Thresholds
) -> None:
    here, there = Book(situation, thresholds), Book(told_in(situation, zone), thresholds)
    for one in _week_from(at):
        assert _gist(decide(there, moved(one, zone))) == _gist(decide(here, one))


@SLOW_PROPERTY
@given(situation=any_situation, now=moments, zone=zones, ahead=st.integers(0, 1))
def test_day_is_as_good_as_its_best_moment_and_its_windows_hold_all_of_those(
    situation: Situation, now: dt.datetime, zone: str, ahead: int, thresholds: Thresholds
) -> None:
    book = Book(told_in(situation, zone), thresholds)
    day, now = now.date() + dt.timedelta(days=ahead), moved(now, zone)
    verdicts = {at: decide(book, at).verdict for at in _moments_left(book, day, now)}
    best = max(verdicts.values())
    answer = decide_day(book, day, now=now)
    inside = {at for at in verdicts for window in answer.windows if window.first <= at <= window.last}
    assert answer.verdict is best
    assert inside == {at for at, verdict in verdicts.items() if verdict is best}
    assert all({window.first, window.last} <= inside for window in answer.windows)


@SLOW_PROPERTY
@given(situation=any_situation, after=moments, zone=zones, verdict=st.sampled_from([Verdict.NO, Verdict.LIGHT]))
def test_next_window_is_what_trying_every_slot_finds(
    situation: Situation, after: dt.datetime, zone: str, verdict: Verdict, thresholds: Thresholds
) -> None:
    book, after = Book(told_in(situation, zone), thresholds), moved(after, zone)
    tried = [decide(book, at) for at in _slots(book, after)]
    heavy = next((one for one in tried if one.verdict is Verdict.HEAVY), None)
    light = next((one for one in tried if one.verdict is Verdict.LIGHT), None)
    helps = light is not None and verdict is Verdict.NO and (heavy is None or light.at < heavy.at)
    found = next_window(book, after=after, verdict=verdict)
    assert (found.heavy, found.light) == (heavy, light if helps else None)


@SLOW_PROPERTY
@given(situation=any_situation, after=moments, zone=zones)
def test_what_stands_in_the_way_holds_all_of_the_best_slots(
    situation: Situation, after: dt.datetime, zone: str, thresholds: Thresholds
) -> None:
    book, after = Book(told_in(situation, zone), thresholds), moved(after, zone)
    found = next_window(book, after=after, verdict=Verdict.LIGHT)
    end = after.astimezone(book.zone).date() + dt.timedelta(days=7)
    tried = [decide(book, at) for at in _slots(book, after)]
    free = [one for one in tried if all(finding.code != "R73" for finding in one.findings)]
    week = [one for one in free if one.at.astimezone(book.zone).date() < end]
    assert found.blocking == (None if found.heavy else _held_by(free))
    assert found.week_blocking == (None if any(one.verdict is Verdict.HEAVY for one in week) else _held_by(week))


def _held_by(decisions: list[Decision]) -> Finding | None:
    """Return the first reason of the first of the best decisions that holds all of these, else its main reason."""
    best = [one for one in decisions if one.verdict is max(other.verdict for other in decisions)]
    if not best:
        return None
    all_of_them = set.intersection(*({finding.code for finding in one.capping} for one in best))
    return next((one for one in best[0].capping if one.code in all_of_them), best[0].main)


@PROPERTY
@given(situation=any_situation)
def test_stored_inputs_are_read_back_as_they_were(situation: Situation) -> None:
    assert situation_adapter().validate_json(situation_adapter().dump_json(situation)) == situation


@SLOW_PROPERTY
@given(situation=any_situation, now=moments, at=moments, zone=zones)
def test_stored_answer_is_read_back_and_replayed_from_its_inputs(
    situation: Situation, now: dt.datetime, at: dt.datetime, zone: str, thresholds: Thresholds
) -> None:
    told, now, at = told_in(situation, zone), moved(now, zone), moved(at, zone)
    replayed = situation_adapter().validate_json(situation_adapter().dump_json(told))
    answers = _answers(told, now, at, thresholds)
    assert _answers(replayed, now, at, thresholds) == answers
    assert [answer_adapter().validate_json(answer_adapter().dump_json(one)) for one in answers] == answers


def _week_from(at: dt.datetime) -> list[dt.datetime]:
    """Return a moment, told in UTC, and the same clock time on the six days after it."""
    return [at + dt.timedelta(days=days) for days in range(7)]


def _verdict(situation: Situation, at: dt.datetime, thresholds: Thresholds) -> Verdict:
    return decide(Book(situation, thresholds), at).verdict


def _tiredness(situation: Situation, at: dt.datetime, thresholds: Thresholds) -> Verdict:
    findings = decide(Book(situation, thresholds), at).findings
    return min((f.cap for f in findings if f.code not in NOT_ABOUT_FATIGUE), default=Verdict.HEAVY)


def _gist(decision: Decision) -> list[object]:
    """Return a decision without its dates."""
    found = [(f.code, f.cap, f.variant, f.hours, f.days, f.number, f.level, f.max_sets) for f in decision.findings]
    return [decision.verdict, decision.phase, found]


def _moments_left(book: Book, day: dt.date, now: dt.datetime) -> list[dt.datetime]:
    """Return the moments of a day's answer as section 3 lists them."""
    start = dt.datetime.combine(day, dt.time(6), tzinfo=book.zone).astimezone(dt.UTC)
    quarters = [start + n * dt.timedelta(minutes=15) for n in range(61)]
    if day != local_date(now, book.zone) or now < quarters[0]:
        return quarters
    return [now, *(at for at in quarters if at > now)]


def _slots(book: Book, after: dt.datetime) -> list[dt.datetime]:
    """Return all slots after a moment to the end of day +14, in order."""
    profile, first = book.situation.profile, local_date(after, book.zone)
    every = (first + dt.timedelta(days=n) for n in range(15))
    days = [day for day in every if day.weekday() in profile.days]
    local = [dt.datetime.combine(day, at, tzinfo=book.zone) for day in days for at in profile.slots]
    return sorted(at.astimezone(dt.UTC) for at in local if at > after)


def _answers(situation: Situation, now: dt.datetime, at: dt.datetime, thresholds: Thresholds) -> list[Answer]:
    book = Book(situation, thresholds)
    return [answer_day(book, local_date(now, book.zone), now=now), answer_moment(book, at, now=now)]
