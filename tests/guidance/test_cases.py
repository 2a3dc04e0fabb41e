"""Every case of tests/cases, derived by hand from the guidance document, gives its verdict."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from operator import itemgetter

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


MOMENTS = [case for case in CASES if "at" in case and "changes" not in case]
DAYS = [case for case in CASES if "day" in case and "changes" not in case]


def _wrong(cases: Iterable[Case], wanted: Callable[[Case], object], got: Callable[[Case], object]) -> dict[str, object]:
    """Return what was got and what was wanted for each case in which they differ.

    All cases of a sort are one test: collecting and reporting each apart takes far longer than deciding it.
    """
    pairs = ((case["id"], got(case), wanted(case)) for case in cases)
    return {name: (found, right) for name, found, right in pairs if found != right}


def _named(key: str) -> list[Case]:
    return [case for case in CASES if key in case]


def test_moments_get_the_verdicts_of_the_document(thresholds: Thresholds) -> None:
    def wanted(case: Case) -> object:
        expected = case["expect"]
        says = (expected["says"],) if "says" in expected else ()
        main, sets = expected.get("main"), expected.get("max_sets")
        return Verdict[expected["verdict"]], set(expected["fired"]), main, sets, *says

    def got(case: Case) -> object:
        decision = decide(Book(situation_of(case), thresholds), instant_of(case, case["at"]))
        says = (decision.main.variant if decision.main else None,) if "says" in case["expect"] else ()
        main, fired = decision.main.code if decision.main else None, {finding.code for finding in decision.capping}
        return decision.verdict, fired, main, decision.max_sets, *says

    assert MOMENTS
    assert _wrong(MOMENTS, wanted, got) == {}


def test_days_get_the_verdicts_and_windows_of_the_document(thresholds: Thresholds) -> None:
    def wanted(case: Case) -> object:
        return Verdict[case["expect"]["verdict"]], case["expect"]["windows"]

    def got(case: Case) -> object:
        answer = decide_day(Book(situation_of(case), thresholds), case["day"], now=instant_of(case, case["now"]))
        return answer.verdict, [[_clock(case, window.first), _clock(case, window.last)] for window in answer.windows]

    assert DAYS
    assert _wrong(DAYS, wanted, got) == {}


def test_next_windows_are_those_of_the_document(thresholds: Thresholds) -> None:
    def wanted(case: Case) -> object:
        return case["expect"].get("heavy", "none"), case["expect"].get("light", "none")

    def got(case: Case) -> object:
        after, verdict = instant_of(case, case["after"]), Verdict[case["asked_verdict"]]
        found = next_window(Book(situation_of(case), thresholds), after=after, verdict=verdict)
        return _slot(case, found.heavy), _slot(case, found.light)

    assert _named("after")
    assert _wrong(_named("after"), wanted, got) == {}


def test_smallest_changes_are_those_of_the_document(thresholds: Thresholds) -> None:
    def got(case: Case) -> object:
        book, now = Book(situation_of(case), thresholds), instant_of(case, case["now"])
        if "at" in case:
            answer = answer_moment(book, instant_of(case, case["at"]), now=now)
        else:
            answer = answer_day(book, case["day"], now=now)
        return [_change(case, one) for one in answer.changes]

    assert _named("changes")
    assert _wrong(_named("changes"), itemgetter("changes"), got) == {}


def test_plans_are_those_of_the_document(thresholds: Thresholds) -> None:
    def got(case: Case) -> object:
        kept = [instant_of(case, lift.rsplit(" ", 1)[0]) for lift in case.get("kept", ())]
        plan = plan_week(Book(situation_of(case), thresholds), now=instant_of(case, case["now"]), kept=kept)
        return [f"{_when(case, lift.at)} {'heavy' if lift.heavy else 'light'}" for lift in plan]

    assert _named("plan")
    assert _wrong(_named("plan"), itemgetter("plan"), got) == {}


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
