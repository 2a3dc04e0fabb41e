"""Streaks of weeks with a deadlift: what counts, what breaks them, and what does neither (issue "Progress")."""

import datetime as dt
from typing import Any

import pytest

from bot.guidance.breaks import Span, health_breaks
from bot.guidance.lifted_weeks import Streak
from bot.guidance.progress import progress
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from tests.guidance.cases import Case, instant_of, situation_of

NOW = "2026-03-06 12:00"  # a Friday; its week begins on 2 March
W3, W2, W1, W0 = "2026-02-10", "2026-02-17", "2026-02-24", "2026-03-03"
"""A Tuesday of each of the last weeks, the running one last."""


def streak(days: tuple[str, ...], thresholds: Thresholds, *pauses: Span, **case: Any) -> tuple[int, int, int]:
    """Return the streak on Friday noon in Berlin: weeks, longest, weeks left out."""
    told: Case = {"lifts": [{"at": f"{day} 18:00", "called": "light"} for day in days], **case}
    book = Book(situation_of(told), thresholds)
    found = progress(book, now=instant_of(told, NOW), pauses=pauses)
    assert found is not None
    return _plain(found.streak)


def _plain(found: Streak) -> tuple[int, int, int]:
    return found.weeks, found.longest, found.off


@pytest.mark.parametrize(
    ("days", "weeks", "longest"),
    [
        pytest.param((W0,), 1, 1, id="this week alone"),
        pytest.param((W3, W2, W1, W0), 4, 4, id="four weeks"),
        pytest.param((W3, W2, W1), 3, 3, id="the running week is not over"),
        pytest.param((W3, W2), 0, 2, id="a whole week without"),
        pytest.param((W3, W2, W0), 1, 2, id="begun again"),
        pytest.param((W1, "2026-02-25", "2026-02-27", W0), 2, 2, id="several days of one week count once"),
        pytest.param(("2026-02-22", "2026-02-23"), 2, 2, id="Sunday and Monday are two weeks"),
    ],
)
def test_weeks_in_a_row_are_counted(days: tuple[str, ...], weeks: int, longest: int, thresholds: Thresholds) -> None:
    assert streak(days, thresholds)[:2] == (weeks, longest)


def test_a_paused_week_without_a_lift_neither_counts_nor_breaks(thresholds: Thresholds) -> None:
    pause = Span(first=dt.date(2026, 2, 16), last=dt.date(2026, 2, 22))
    assert streak((W3, W1, W0), thresholds, pause) == (3, 3, 1)


def test_a_lift_counts_whatever_else_its_week_held(thresholds: Thresholds) -> None:
    pause = Span(first=dt.date(2026, 2, 16), last=dt.date(2026, 2, 22))
    assert streak((W3, W2, W1, W0), thresholds, pause) == (4, 4, 0)


def test_weeks_off_before_the_streak_are_no_part_of_it(thresholds: Thresholds) -> None:
    """A lift on 3 February, a week without one, a pause, and then the streak."""
    pause = Span(first=dt.date(2026, 2, 16), last=dt.date(2026, 2, 22))
    assert streak(("2026-02-03", W1, W0), thresholds, pause) == (2, 2, 0)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        pytest.param("2026-02-22", "2026-02-23", (2, 2, 2), id="two weeks by a day each"),
        pytest.param("2026-02-20", "2026-02-22", (1, 1, 0), id="one by three days"),
        pytest.param("2026-02-22", None, (2, 2, 2), id="goes on, from the Sunday"),
        pytest.param("2026-03-06", None, (1, 1, 0), id="this week only"),
        pytest.param("2026-03-09", "2026-03-20", (1, 1, 0), id="to come"),
    ],
)
def test_a_week_is_off_when_a_break_touches_it(
    first: str, last: str | None, found: tuple[int, int, int], thresholds: Thresholds
) -> None:
    """Lifts in the weeks of 9 February and 2 March, none in the two between them."""
    span = Span(first=dt.date.fromisoformat(first), last=None if last is None else dt.date.fromisoformat(last))
    assert streak((W3, W0), thresholds, span) == found


HEALTH: list[Any] = [
    pytest.param({"ill": [{"at": f"{W2} 08:00"}], "well": ["2026-02-20 08:00"]}, id="illness"),
    pytest.param({"ill": [{"at": f"{W2} 08:00", "head_only": True}], "well": ["2026-02-20 08:00"]}, id="head cold"),
    pytest.param({"red_flags": [{"at": f"{W2} 08:00", "ended": "2026-02-20 08:00"}]}, id="red flag"),
    pytest.param(
        {"pain": [{"at": f"{W2} 08:00", "level": 5}, {"at": "2026-02-20 08:00", "level": 0}]}, id="pain that stops"
    ),
    pytest.param(
        {"health": [{"topic": "heart", "said": dt.date(2026, 2, 17), "cleared": dt.date(2026, 2, 20)}]}, id="heart"
    ),
]


def test_a_week_without_a_lift_breaks_it(thresholds: Thresholds) -> None:
    assert streak((W3, W1, W0), thresholds) == (2, 2, 0)


@pytest.mark.parametrize("case", HEALTH)
def test_illness_and_other_stops_for_health_do_not_break_it(case: Case, thresholds: Thresholds) -> None:
    assert streak((W3, W1, W0), thresholds, **case) == (3, 3, 1)


SPANS: list[Any] = [
    pytest.param({"ill": [{"at": "2026-02-17 08:00"}]}, "2026-02-17", None, id="ill still"),
    pytest.param({"well": ["2026-02-17 08:00"]}, None, None, id="well without an illness"),
    pytest.param(
        {"ill": [{"at": "2026-02-17 08:00"}, {"at": "2026-02-18 08:00"}], "well": ["2026-02-19 08:00"]},
        "2026-02-17",
        "2026-02-19",
        id="two reports of one illness",
    ),
    pytest.param({"pain": [{"at": "2026-02-17 08:00", "level": 2}]}, None, None, id="a niggle stops nothing"),
    pytest.param(
        {"pain": [{"at": "2026-02-17 08:00", "level": 2, "site": "low_back"}]}, "2026-02-17", None, id="low back"
    ),
    pytest.param(
        {"pain": [{"at": "2026-02-17 08:00", "level": 3}, {"at": "2026-02-18 08:00", "level": 2}]},
        "2026-02-17",
        "2026-02-18",
        id="from 3 to 2",
    ),
    pytest.param({"heat_illness": [{"at": "2026-02-17 08:00"}]}, "2026-02-17", None, id="heat illness, not cleared"),
    pytest.param(
        {"heat_illness": [{"at": "2026-02-17 08:00", "cleared": "2026-02-18 08:00"}]},
        "2026-02-17",
        "2026-02-24",
        id="heat illness, cleared at once",
    ),
    pytest.param(
        {"heat_illness": [{"at": "2026-02-17 08:00", "cleared": "2026-02-28 08:00"}]},
        "2026-02-17",
        "2026-02-28",
        id="heat illness, cleared late",
    ),
    pytest.param({"red_flags": [{"at": "2026-02-17 23:30"}]}, "2026-02-17", None, id="red flag stands"),
    pytest.param(
        {"health": [{"topic": "birth", "said": dt.date(2026, 2, 1), "since": dt.date(2026, 1, 7)}]},
        "2026-01-07",
        "2026-02-17",
        id="six weeks after a birth",
    ),
    pytest.param(
        {"health": [{"topic": "surgery", "said": dt.date(2026, 2, 10), "since": dt.date(2025, 12, 1)}]},
        "2025-12-01",
        "2026-02-22",
        id="twelve weeks after a surgery",
    ),
    pytest.param(
        {"health": [{"topic": "no_lifting", "said": dt.date(2026, 2, 17), "until": dt.date(2026, 2, 24)}]},
        "2026-02-17",
        "2026-02-24",
        id="a clinician's no with an end",
    ),
    pytest.param(
        {
            "health": [
                {
                    "topic": "no_deadlifts",
                    "said": dt.date(2026, 2, 17),
                    "until": dt.date(2026, 2, 24),
                    "cleared": dt.date(2026, 2, 20),
                }
            ]
        },
        "2026-02-17",
        "2026-02-20",
        id="a clinician's no that ended before",
    ),
    pytest.param({"health": [{"topic": "none", "said": dt.date(2026, 2, 17)}]}, None, None, id="none of these"),
    pytest.param({"health": [{"topic": "age_65_up", "said": dt.date(2026, 2, 17)}]}, None, None, id="age"),
    pytest.param({"ill": [{"at": NOW}]}, "2026-03-06", None, id="said this minute"),
    pytest.param({"ill": [{"at": "2026-03-06 12:01"}]}, None, None, id="to come"),
]


@pytest.mark.parametrize(("case", "first", "last"), SPANS)
def test_a_stop_lasts_from_its_report_to_its_end(
    case: Case, first: str | None, last: str | None, thresholds: Thresholds
) -> None:
    spans = health_breaks(Book(situation_of(case), thresholds), now=instant_of(case, NOW))
    ends = None if last is None else dt.date.fromisoformat(last)
    assert spans == (() if first is None else (Span(first=dt.date.fromisoformat(first), last=ends),))
