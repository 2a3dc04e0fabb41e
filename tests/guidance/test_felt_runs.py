"""How hard runs went after lifts: counted by their hours, and compared only with enough of them (C116)."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.guidance.felt_runs import Felt, FeltRuns, chance_of, felt_runs
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.training.body import RunReport
from tests.guidance.cases import Case, instant_of, situation_of

NOW = "2026-03-27 12:00"
LIFT = "2026-03-02 18:00"  # a Monday


def counted(case: Case, thresholds: Thresholds, *reports: tuple[str, bool], percent: float | None = None) -> FeltRuns:
    """Count reports of runs by their day, each said in the evening."""
    at = instant_of(case, "2026-03-26 20:00")
    told = tuple(
        RunReport(at=at, run_date=dt.date.fromisoformat(day), felt_worse=worse, percent=percent)
        for day, worse in reports
    )
    book = Book(replace(situation_of(case), checkins=told), thresholds)
    return felt_runs(book, now=instant_of(case, NOW))


def tempo(*days: str) -> Case:
    """Return a lift on Monday at 18:00, and tempo runs at dates and times."""
    runs = [{"date": dt.date.fromisoformat(day[:10]), "kind": "tempo", "time": day[11:]} for day in days]
    return {"lifts": [{"at": LIFT, "called": "heavy"}], "dated": runs}


@pytest.mark.parametrize(
    ("start", "place"),
    [
        pytest.param("2026-03-02 17:59", "others", id="before the lift"),
        pytest.param("2026-03-02 18:00", "soon", id="with it"),
        pytest.param("2026-03-03 18:00", "soon", id="exactly 24 h"),
        pytest.param("2026-03-03 18:01", "later", id="a minute more"),
        pytest.param("2026-03-04 18:00", "later", id="exactly 48 h"),
        pytest.param("2026-03-04 18:01", "others", id="a minute more than 48 h"),
    ],
)
def test_a_run_belongs_to_the_hours_since_the_last_lift(start: str, place: str, thresholds: Thresholds) -> None:
    found = counted(tempo(start), thresholds, (start[:10], True))
    assert {name: getattr(found, name).reported for name in ("soon", "later", "others")} == {
        **dict.fromkeys(("soon", "later", "others"), 0),
        place: 1,
    }
    assert getattr(found, place).worse == 1


def test_the_last_lift_before_the_run_counts_and_squats_do_not(thresholds: Thresholds) -> None:
    case = tempo("2026-03-05 12:00")
    lifts = [*case["lifts"], {"at": "2026-03-04 18:00", "exercise": "squat", "called": "heavy"}]
    assert counted({**case, "lifts": lifts}, thresholds, ("2026-03-05", False)).others.reported == 1
    lifts.append({"at": "2026-03-04 18:00", "exercise": "romanian", "called": "light"})
    assert counted({**case, "lifts": lifts}, thresholds, ("2026-03-05", False)).soon.reported == 1


def test_a_run_without_a_time_or_that_was_not_hard_is_placed_nowhere(thresholds: Thresholds) -> None:
    case = {
        "lifts": [{"at": LIFT, "called": "heavy"}],
        "dated": [
            {"date": dt.date(2026, 3, 3), "kind": "tempo"},
            {"date": dt.date(2026, 3, 4), "kind": "easy", "time": "07:00"},
        ],
    }
    found = counted(case, thresholds, ("2026-03-03", True), ("2026-03-04", True), ("2026-03-05", True))
    assert (found.unplaced, found.reported) == (3, 3)


def test_a_run_reported_twice_counts_once_as_it_was_said_last(thresholds: Thresholds) -> None:
    found = counted(tempo("2026-03-03 07:00"), thresholds, ("2026-03-03", True), ("2026-03-03", False))
    assert found.soon == Felt(worse=0, reported=1)


@pytest.mark.parametrize(("said", "reported"), [(NOW, 1), ("2026-03-27 12:01", 0)])
def test_a_report_counts_from_the_minute_it_is_said(said: str, reported: int, thresholds: Thresholds) -> None:
    case = tempo("2026-03-03 07:00")
    report = RunReport(at=instant_of(case, said), run_date=dt.date(2026, 3, 3), felt_worse=True)
    book = Book(replace(situation_of(case), checkins=(report,)), thresholds)
    assert felt_runs(book, now=instant_of(case, NOW)).reported == reported


@pytest.mark.parametrize(("percent", "worse"), [(2.9, 0), (3.0, 1)])
def test_three_percent_slower_is_worse(percent: float, worse: int, thresholds: Thresholds) -> None:
    found = counted(tempo("2026-03-03 07:00"), thresholds, ("2026-03-03", False), percent=percent)
    assert found.soon.worse == worse


@pytest.mark.parametrize(
    ("one", "others", "chance"),
    [
        pytest.param((5, 5), (0, 5), 1 / 252, id="all against none: 1 of the 252 ways to choose 5 of 10"),
        pytest.param((4, 5), (0, 5), 6 / 252, id="four against none: the fifth is one of 6"),
        pytest.param((4, 5), (1, 5), 26 / 252, id="four against one: 25 ways, and 1 with all five"),
        pytest.param((3, 6), (0, 8), 165 / 3003, id="three of six against none of eight: 11 over 3 of 14 over 6"),
        pytest.param((0, 5), (5, 5), 1.0, id="none against all"),
        pytest.param((0, 5), (0, 5), 1.0, id="nothing bad at all"),
    ],
)
def test_chance_is_that_of_fishers_exact_test(one: tuple[int, int], others: tuple[int, int], chance: float) -> None:
    first, second = (Felt(worse=worse, reported=reported) for worse, reported in (one, others))
    assert chance_of(first, second) == pytest.approx(chance)


def runs(worse: int, reported: int, *, first: int, hour: str) -> tuple[list[str], list[tuple[str, bool]]]:
    """Return runs on days of March, and reports of them, so many of them bad."""
    days = [f"2026-03-{first + 3 * n:02}" for n in range(reported)]
    return [f"{day} {hour}" for day in days], [(day, n < worse) for n, day in enumerate(days)]


@pytest.mark.parametrize(
    ("soon", "others", "clear"),
    [
        pytest.param((4, 5), (0, 5), True, id="clearly worse"),
        pytest.param((4, 5), (1, 5), False, id="may be chance"),
        pytest.param((3, 6), (0, 8), False, id="one in eighteen may be chance too"),
        pytest.param((4, 4), (0, 5), None, id="four soon are too few"),
        pytest.param((5, 5), (0, 4), None, id="four others are too few"),
    ],
)
def test_nothing_is_said_from_too_few_and_little_from_chance(
    soon: tuple[int, int], others: tuple[int, int], thresholds: Thresholds, *, clear: bool | None
) -> None:
    """A lift every third day at 06:00, runs 13 hours later; the others are of weeks without lifts."""
    first, told = runs(*soon, first=2, hour="19:00")
    second, more = runs(*others, first=2, hour="19:00")
    second, more = [day.replace("-03-", "-01-") for day in second], [(d.replace("-03-", "-01-"), w) for d, w in more]
    case = tempo(*first, *second)
    case = {**case, "lifts": [{"at": f"{day[:10]} 06:00", "called": "heavy"} for day in first]}
    found = counted(case, thresholds, *told, *more)
    assert (found.soon_worse, found.later_worse) == (clear, None)
