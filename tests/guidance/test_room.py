"""Whether there is room for heavy lifts: what lasts holds them back, and what passes in a day or two does not."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from bot.guidance.room import held_back
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Finding
from tests.guidance.cases import Case, instant_of, situation_of

FRIDAY = dt.date(2026, 3, 6)


def held(days: Sequence[str], thresholds: Thresholds, **case: Any) -> Finding | None:
    """Return what holds heavy lifts back on Friday noon, after a heavy deadlift on some days at 18:00."""
    told: Case = {"lifts": [{"at": f"{day} 18:00", "called": "heavy"} for day in days], **case}
    return held_back(Book(situation_of(told), thresholds), now=instant_of(told, "2026-03-06 12:00"))


NEW = {"lifting_since": dt.date(2026, 1, 1), "began_as_new": True}
HELD = [
    pytest.param({"profile": NEW}, ("R91", "sessions"), id="a novice, until 12 sessions are logged"),
    pytest.param({"profile": {"lifting_since": dt.date(2026, 2, 1)}}, ("R91", "weeks"), id="lifting for five weeks"),
    pytest.param({"profile": {"lifting_since": "unknown"}}, ("R123", "never_said"), id="experience unknown"),
    pytest.param({"health": [{"topic": "heart", "said": FRIDAY}]}, ("R10", "heart"), id="not cleared"),
    pytest.param({"health": [{"topic": "pelvic", "said": FRIDAY}]}, ("R11", "symptoms"), id="after a birth"),
    pytest.param({"health": [{"topic": "age_13_to_17", "said": FRIDAY}]}, ("R12", "under_18"), id="under 18"),
    pytest.param(
        {"health": [{"topic": "stress_fracture", "said": FRIDAY, "cleared": FRIDAY}]},
        ("R13", "stress_fracture_back"),
        id="cleared less than four weeks ago",
    ),
    pytest.param({"ill": [{"at": "2026-03-06 08:00"}]}, ("R20", None), id="ill"),
    pytest.param({"pain": [{"at": "2026-03-06 08:00", "level": 6}]}, ("R30", None), id="pain"),
    pytest.param({"health": [{"topic": "age_65_up", "said": FRIDAY}]}, None, id="two days between lifts from 65 on"),
    pytest.param({"soreness": [{"at": "2026-03-06 08:00", "level": 8}]}, None, id="sore for a day or two"),
    pytest.param({"weekly": [{"day": "sat", "kind": "tempo"}]}, None, id="a hard run tomorrow"),
]


@pytest.mark.parametrize(("case", "why"), HELD)
def test_what_lasts_leaves_no_room_for_heavy_lifts(
    case: Case, why: tuple[str, str | None] | None, thresholds: Thresholds
) -> None:
    """A deadlift two days ago: what only holds for a day or two is no reason."""
    found = held(["2026-03-04"], thresholds, **case)
    assert (None if found is None else found.code) == (None if why is None else why[0])
    assert found is None or why is None or why[1] in {None, found.variant}


@pytest.mark.parametrize(
    ("days", "code"),
    [
        pytest.param(("2026-02-06",), "R92", id="28 days off"),
        pytest.param(("2026-02-07",), None, id="27 days off"),
        pytest.param(("2026-01-05", "2026-02-20"), "R92", id="one session after a break"),
        pytest.param(("2026-01-05", "2026-02-20", "2026-02-27"), None, id="two sessions after it"),
    ],
)
def test_after_a_break_there_is_no_room_until_two_sessions_are_logged(
    days: Sequence[str], code: str | None, thresholds: Thresholds
) -> None:
    found = held(days, thresholds)
    assert (None if found is None else found.code) == code


def test_the_twelfth_session_of_a_novice_makes_room(thresholds: Thresholds) -> None:
    days = [f"{dt.date(2026, 1, 30) + dt.timedelta(days=3 * n)}" for n in range(12)]
    profile = {**NEW, "lifting_since": dt.date(2025, 12, 1)}
    for count, code in ((11, "R91"), (12, None)):
        found = held(days[:count], thresholds, profile=profile)
        assert (None if found is None else found.code) == code
