"""Every case of tests/cases, derived by hand from the guidance document, gives its verdict."""

import datetime as dt
from collections import Counter

import pytest

from bot.guidance.answer import answer_day, answer_moment
from bot.guidance.changes import Change, ChangeKind
from bot.guidance.engine import decide, decide_day
from bot.guidance.planner import plan_week
from bot.guidance.rules import RULES
from bot.guidance.search import next_window
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Decision, Verdict
from bot.training.runs import Run
from tests.guidance.cases import Case, all_cases, instant_of, situation_of, zone_of

CASES = list(all_cases())


def _moments() -> list[object]:
    return [pytest.param(case, id=case["id"]) for case in CASES if "at" in case and "changes" not in case]


def _days() -> list[object]:
    return [pytest.param(case, id=case["id"]) for case in CASES if "day" in case and "changes" not in case]


def _named(key: str) -> list[object]:
    return [pytest.param(case, id=case["id"]) for case in CASES if key in case]


@pytest.mark.parametrize("case", _moments())
def test_moment_gets_the_verdict_of_the_document(case: Case, thresholds: Thresholds) -> None:
    decision = decide(Book(situation_of(case), thresholds), instant_of(case, case["at"]))
    expected = case["expect"]
    assert decision.verdict is Verdict[expected["verdict"]]
    assert {finding.code for finding in decision.capping} == set(expected["fired"])
    assert (decision.main.code if decision.main else None) == expected.get("main")
    assert decision.max_sets == expected.get("max_sets")
    if "says" in expected:
        assert decision.main is not None
        assert decision.main.variant == expected["says"]


@pytest.mark.parametrize("case", _days())
def test_day_gets_the_verdict_and_windows_of_the_document(case: Case, thresholds: Thresholds) -> None:
    answer = decide_day(Book(situation_of(case), thresholds), case["day"], now=instant_of(case, case["now"]))
    assert answer.verdict is Verdict[case["expect"]["verdict"]]
    windows = [[_clock(case, window.first), _clock(case, window.last)] for window in answer.windows]
    assert windows == case["expect"]["windows"]


@pytest.mark.parametrize("case", _named("after"))
def test_next_window_is_the_one_of_the_document(case: Case, thresholds: Thresholds) -> None:
    found = next_window(
        Book(situation_of(case), thresholds),
        after=instant_of(case, case["after"]),
        verdict=Verdict[case["asked_verdict"]],
    )
    assert _slot(case, found.heavy) == case["expect"].get("heavy", "none")
    assert _slot(case, found.light) == case["expect"].get("light", "none")


@pytest.mark.parametrize("case", _named("changes"))
def test_smallest_changes_are_those_of_the_document(case: Case, thresholds: Thresholds) -> None:
    book, now = Book(situation_of(case), thresholds), instant_of(case, case["now"])
    if "at" in case:
        answer = answer_moment(book, instant_of(case, case["at"]), now=now)
    else:
        answer = answer_day(book, case["day"], now=now)
    assert [_change(case, one) for one in answer.changes] == case["changes"]


@pytest.mark.parametrize("case", _named("plan"))
def test_plan_is_the_one_of_the_document(case: Case, thresholds: Thresholds) -> None:
    kept = [instant_of(case, lift.rsplit(" ", 1)[0]) for lift in case.get("kept", ())]
    plan = plan_week(Book(situation_of(case), thresholds), now=instant_of(case, case["now"]), kept=kept)
    assert [f"{_when(case, lift.at)} {'heavy' if lift.heavy else 'light'}" for lift in plan] == case["plan"]


def test_case_ids_are_unique() -> None:
    assert [case_id for case_id, count in Counter(case["id"] for case in CASES).items() if count > 1] == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_rule_has_cases_in_which_it_fires_and_in_which_it_does_not(code: str, thresholds: Thresholds) -> None:
    own = [case for case in CASES if case["id"].startswith(f"{code}-") and "at" in case and "changes" not in case]
    fires = {_fires(code, case, thresholds) for case in own}
    assert fires == {True, False}


def _fires(code: str, case: Case, thresholds: Thresholds) -> bool:
    decision = decide(Book(situation_of(case), thresholds), instant_of(case, case["at"]))
    return code in {finding.code for finding in decision.capping}


def _clock(case: Case, at: dt.datetime) -> str:
    return f"{at.astimezone(zone_of(case)):%H:%M}"


def _when(case: Case, at: dt.datetime) -> str:
    return f"{at.astimezone(zone_of(case)):%Y-%m-%d %H:%M}"


def _change(case: Case, change: Change) -> str:
    if change.at is not None:
        return f"slot {_when(case, change.at)}"
    assert change.run is not None
    run = _run(case, change.run)
    match change.kind:
        case ChangeKind.MOVE:
            return f"move {run} to {change.to}"
        case ChangeKind.EXCHANGE:
            assert change.other is not None
            return f"exchange {run} with {_run(case, change.other)}"
    return f"drop {run}"


def _run(case: Case, run: Run) -> str:
    time = "??:??" if run.start is None else _clock(case, run.start)
    return f"{run.date} {time} {run.kind.value}"


def _slot(case: Case, decision: Decision | None) -> str:
    return "none" if decision is None else _when(case, decision.at)
