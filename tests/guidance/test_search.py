"""What holds a week, and a search, without a heavy slot (guidance.md, section 3)."""

import datetime as dt

import pytest

from bot.guidance.search import NextWindow, next_window
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Finding, Verdict
from tests.guidance.cases import Case, instant_of, situation_of

AFTER = "2026-03-02 06:00"
"""Monday: the next 7 days go to Sunday 8 March, the search to Monday 16 March."""
MONDAYS = {"days": ["mon"], "slots": ["07:00"]}


def searched(thresholds: Thresholds, *dated: Case, verdict: Verdict = Verdict.NO, **profile: object) -> NextWindow:
    case: Case = {"weekly": [], "dated": list(dated), "profile": {**MONDAYS, **profile}}
    return next_window(Book(situation_of(case), thresholds), after=instant_of(case, AFTER), verdict=verdict)


def tempo(day: int, time: str) -> Case:
    return {"date": dt.date(2026, 3, day), "time": time, "kind": "tempo"}


def code(finding: Finding | None) -> str | None:
    return None if finding is None else finding.code


def test_heavy_slot_on_the_eighth_day_does_not_save_the_week(thresholds: Thresholds) -> None:
    """Monday 2 March is a NO before Tuesday's tempo (R61), Monday 9 March is free."""
    window = searched(thresholds, tempo(3, "18:00"))
    assert window.heavy is not None
    assert window.heavy.at == instant_of({}, "2026-03-09 07:00")
    assert (code(window.week_blocking), window.blocking) == ("R61", None)


def test_heavy_slot_on_the_seventh_day_does(thresholds: Thresholds) -> None:
    """The tempo holds Monday 2 March; Sunday 8 March is free."""
    window = searched(thresholds, tempo(3, "18:00"), days=["mon", "sun"])
    assert window.heavy is not None
    assert window.heavy.at == instant_of({}, "2026-03-08 07:00")
    assert window.week_blocking is None


def test_rule_that_holds_the_eighth_day_is_not_named_for_the_week(thresholds: Thresholds) -> None:
    """Monday 2 March: NO before a tempo tomorrow (R61). Monday 9 March: LIGHT, 47 h before a tempo (R62)."""
    window = searched(thresholds, tempo(3, "18:00"), tempo(11, "06:00"))
    assert window.heavy is not None
    assert window.heavy.at == instant_of({}, "2026-03-16 07:00")
    assert code(window.week_blocking) == "R61"


STRENGTH_FIRST = [
    pytest.param((tempo(2, "18:00"),), True, id="hard run tonight: ten hours lie between"),
    pytest.param((tempo(2, "13:00"),), False, id="hard run at 13:00: five hours do not do"),
    pytest.param((tempo(3, "18:00"),), False, id="hard run tomorrow"),
    pytest.param((tempo(2, "18:00"), tempo(4, "06:00")), False, id="hard run tonight, and one in 47 h"),
    pytest.param((tempo(3, "18:00"), tempo(9, "18:00")), False, id="a hard run that evening, but on the eighth day"),
]


@pytest.mark.parametrize(("dated", "helps"), STRENGTH_FIRST)
def test_strength_first_helps_the_week_where_a_hard_run_later_that_day_is_all_that_holds_a_slot(
    dated: tuple[Case, ...], thresholds: Thresholds, *, helps: bool
) -> None:
    assert searched(thresholds, *dated).strength_helps is helps


def test_rule_that_holds_every_slot_is_named_although_the_first_has_another_main_reason(
    thresholds: Thresholds,
) -> None:
    """Ten days of lifting hold every slot (R91); Monday also waits for Wednesday's tempo, 47 h later (R62)."""
    window = searched(
        thresholds,
        tempo(4, "06:00"),
        verdict=Verdict.LIGHT,
        days=["mon", "fri"],
        lifting_since=dt.date(2026, 2, 20),
    )
    assert window.heavy is None
    assert (code(window.blocking), code(window.week_blocking)) == ("R91", "R91")
