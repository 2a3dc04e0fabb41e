"""The week at a glance: lifts proposed or fixed, a verdict for each day, what holds it (guidance.md, 3 and 6)."""

import datetime as dt

import pytest

from bot.guidance.changes import ChangeKind
from bot.guidance.planner import PlanLift
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Verdict
from bot.guidance.week import Week, fixed_week, planned_week
from bot.training.runs import Priority
from tests.guidance.cases import Case, instant_of, situation_of

NOW = "2026-03-02 06:00"
"""Monday; the week goes to Sunday 8 March."""
MONDAY = dt.date(2026, 3, 2)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NO, LIGHT, HEAVY = Verdict.NO, Verdict.LIGHT, Verdict.HEAVY
FREE: Case = {"weekly": []}
TEMPO_TONIGHT: Case = {"weekly": [], "dated": [{"date": MONDAY, "time": "18:00", "kind": "tempo"}]}
"""A lift at 07:00 ends ten hours before: LIGHT (R60)."""


def planned(case: Case, thresholds: Thresholds, **lifts: bool) -> Week:
    """Plan lifts at 07:00, each named by its weekday and heavy or not."""
    times = {name: instant_of(case, f"2026-03-{2 + DAYS.index(name):02} 07:00") for name in lifts}
    plan = tuple(PlanLift(at=times[name], heavy=heavy) for name, heavy in lifts.items())
    return planned_week(Book(situation_of(case), thresholds), plan, now=instant_of(case, NOW))


def fixed(case: Case, thresholds: Thresholds, *times: str) -> Week:
    book = Book(situation_of(case), thresholds)
    return fixed_week(book, [instant_of(case, time) for time in times], now=instant_of(case, NOW))


AFTER_A_LIFT = [
    # In the base phase: NO the day after a heavy lift (R50), LIGHT on the second (R53), then HEAVY.
    pytest.param({"mon": True}, [HEAVY, NO, LIGHT, HEAVY], id="heavy on Monday"),
    # LIGHT the day after a light lift (R51), and no more than that.
    pytest.param({"mon": False}, [HEAVY, LIGHT, HEAVY, HEAVY], id="light on Monday"),
    # Two days with deadlifts in the six before hold Thursday and Friday at NO (R52).
    pytest.param({"mon": True, "wed": False}, [HEAVY, NO, LIGHT, NO, NO], id="heavy on Monday, light on Wednesday"),
]


@pytest.mark.parametrize(("lifts", "verdicts"), AFTER_A_LIFT)
def test_planned_lifts_count_as_done_on_the_days_after_them(
    lifts: dict[str, bool], verdicts: list[Verdict], thresholds: Thresholds
) -> None:
    week = planned(FREE, thresholds, **lifts)
    assert [day.verdict for day in week.days][: len(verdicts)] == verdicts


def test_each_lift_stands_on_its_own_day(thresholds: Thresholds) -> None:
    week = planned(FREE, thresholds, mon=True, thu=False)
    shown = {day.date.isoformat(): [(one.at, one.verdict) for one in day.lifts] for day in week.days if day.lifts}
    assert shown == {
        "2026-03-02": [(instant_of(FREE, "2026-03-02 07:00"), HEAVY)],
        "2026-03-05": [(instant_of(FREE, "2026-03-05 07:00"), LIGHT)],
    }


def test_week_has_seven_days_from_today_on_with_their_runs(thresholds: Thresholds) -> None:
    week = planned(TEMPO_TONIGHT, thresholds)
    assert [(day.date, len(day.runs)) for day in week.days] == [
        (MONDAY + dt.timedelta(days=n), 1 if n == 0 else 0) for n in range(7)
    ]


FIXED = [
    pytest.param(
        FREE,
        ("2026-03-02 07:00", "2026-03-03 07:00"),
        [(HEAVY, None), (NO, "R50")],
        id="heavy, and no second one the next day",
    ),
    pytest.param(
        TEMPO_TONIGHT,
        ("2026-03-02 07:00", "2026-03-03 07:00"),
        [(LIGHT, "R60"), (LIGHT, "R51")],
        id="light before tonight's tempo, and light the day after it",
    ),
    pytest.param(
        FREE,
        # Thursday has two deadlift days before it only if Tuesday's NO counted as one.
        ("2026-03-02 07:00", "2026-03-03 07:00", "2026-03-05 07:00"),
        [(HEAVY, None), (NO, "R50"), (HEAVY, None)],
        id="a no is not done",
    ),
]


@pytest.mark.parametrize(("case", "times", "expected"), FIXED)
def test_fixed_lifts_are_warned_about_with_those_before_them_done(
    case: Case, times: tuple[str, ...], expected: list[tuple[Verdict, str | None]], thresholds: Thresholds
) -> None:
    week = fixed(case, thresholds, *times)
    lifts = [one for day in week.days for one in day.lifts]
    assert [one.at for one in lifts] == [instant_of(case, time) for time in times]
    assert [(one.verdict, one.reason.code if one.reason else None) for one in lifts] == expected


def test_day_after_a_fixed_lift_that_gets_a_no_keeps_its_yes(thresholds: Thresholds) -> None:
    """Tuesday's tempo makes Monday a NO (R61); nothing was lifted, so Tuesday evening is HEAVY (R70: 6 h after)."""
    case: Case = {"weekly": [], "dated": [{"date": dt.date(2026, 3, 3), "time": "06:30", "kind": "tempo"}]}
    week = fixed(case, thresholds, "2026-03-02 07:00")
    assert [day.verdict for day in week.days][:2] == [NO, HEAVY]


ONE_SLOT = {"days": ["mon"], "slots": ["18:00"]}
TEMPO_ON_WEDNESDAY = {"date": dt.date(2026, 3, 4), "time": "06:30", "kind": "tempo"}
"""36.5 h after Monday 18:00: LIGHT (R62)."""


def test_week_without_a_heavy_slot_names_the_rule_and_the_smallest_changes_that_free_one(
    thresholds: Thresholds,
) -> None:
    """Wednesday's tempo a day later is 60.5 h after the slot, two days later 84.5 h; a day earlier it forbids it."""
    week = planned({"weekly": [], "dated": [TEMPO_ON_WEDNESDAY], "profile": ONE_SLOT}, thresholds)
    assert week.blocking is not None
    assert week.blocking.code == "R62"
    assert [(one.kind, one.to, one.verdict) for one in week.changes] == [
        (ChangeKind.MOVE, dt.date(2026, 3, 5), HEAVY),
        (ChangeKind.MOVE, dt.date(2026, 3, 6), HEAVY),
    ]


def test_week_with_a_heavy_slot_offers_no_change(thresholds: Thresholds) -> None:
    """Monday is LIGHT before Wednesday's tempo, Friday is HEAVY."""
    profile = {**ONE_SLOT, "days": ["mon", "fri"]}
    week = planned({"weekly": [], "dated": [TEMPO_ON_WEDNESDAY], "profile": profile}, thresholds)
    assert (week.blocking, week.changes, week.strength_helps) == (None, (), False)


@pytest.mark.parametrize(
    ("time", "helps"),
    [
        pytest.param("14:00", True, id="exactly 6 h after the lift"),
        pytest.param("13:59", False, id="a minute less"),
    ],
)
def test_strength_first_is_offered_where_six_hours_before_a_hard_run_would_do(
    time: str, thresholds: Thresholds, *, helps: bool
) -> None:
    """The only slot is Monday 07:00; its lift ends at 08:00."""
    tempo = {"date": MONDAY, "time": time, "kind": "tempo"}
    case: Case = {"weekly": [], "dated": [tempo], "profile": {"days": ["mon"], "slots": ["07:00"]}}
    week = planned(case, thresholds)
    assert week.blocking is not None
    assert (week.blocking.code, week.strength_helps) == ("R60", helps)


@pytest.mark.parametrize(
    ("dates", "named"),
    [
        (("2026-09-27", "2026-04-12"), "2026-04-12"),
        (("2026-03-01", "2026-04-12"), "2026-04-12"),
        (("2026-03-02", "2026-03-03"), "2026-03-02"),
        (("2026-03-01",), None),
        ((), None),
    ],
)
def test_a_week_names_the_next_race_from_today_on(
    dates: tuple[str, ...], named: str | None, thresholds: Thresholds
) -> None:
    case: Case = {"weekly": [], "races": [{"date": dt.date.fromisoformat(date), "priority": "C"} for date in dates]}
    race = planned(case, thresholds).race
    assert (race and race.date.isoformat()) == named


def test_of_two_races_on_one_day_the_week_names_the_one_that_matters_more(thresholds: Thresholds) -> None:
    races = [{"date": dt.date(2026, 4, 12), "priority": priority} for priority in ("B", "A", "C")]
    race = planned({"weekly": [], "races": races}, thresholds).race
    assert race is not None
    assert race.priority is Priority.A
