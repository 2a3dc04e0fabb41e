"""The progress in words and as a card: every sentence that the conversations do not reach, and the same facts drawn."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.app.cards import ProgressCard, ProgressPoint, WeekVolume, decode, encode
from bot.app.reply import Reply
from bot.chat.progress import card, lines
from bot.chat.render import MOST_CAPTION, as_text
from bot.chat.words import Reader
from bot.guidance.feedback import Suffering
from bot.guidance.felt_runs import Felt
from bot.guidance.progress import Progress, progress
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.library.library import Library
from bot.training.profile import MassUnit, Profile
from tests.guidance.cases import Case, instant_of, situation_of

NOW = "2026-03-06 12:00"
KG, LB = MassUnit.KG, MassUnit.LB


def lift(at: str, kg: float = 100.0, **more: Any) -> Case:
    return {"at": at, "sets": [{"reps": 4, "kg": kg, "rir": 2, **more}] * 3}


def found(lifts: Sequence[Case], thresholds: Thresholds, **case: Any) -> Progress:
    told: Case = {"lifts": lifts, **case}
    known = progress(Book(situation_of(told), thresholds), now=instant_of(told, NOW))
    assert known is not None
    return known


def reader_of(library: Library, units: MassUnit = KG) -> Reader:
    profile = Profile(timezone="Europe/Berlin", units=units)
    return Reader(texts=library.texts, profile=profile, now=instant_of({}, NOW))


def told(library: Library, known: Progress) -> list[str]:
    return list(lines(reader_of(library), known))


def test_an_old_estimate_is_told_with_its_day(library: Library, thresholds: Thresholds) -> None:
    said = told(library, found([lift("2025-10-01 18:00")], thresholds))
    assert said[1] == "No estimated 1RM from the last 12 weeks. The last was 118.1 kg ± 5 %, Wed 1 Oct 2025."


def test_too_many_repetitions_make_no_estimate_and_it_says_how_many_do(
    library: Library, thresholds: Thresholds
) -> None:
    said = told(library, found([lift("2026-03-02 18:00", reps=5)], thresholds))
    assert said[1] == "No estimated 1RM yet: it takes a set of at most 6 reps, those left in reserve included."


def test_sets_without_weight_are_counted_and_weigh_nothing(library: Library, thresholds: Thresholds) -> None:
    said = told(library, found([{"at": "2026-03-02 18:00", "sets": [{"reps": 5, "rir": 3}] * 2}], thresholds))
    assert said[1].startswith("No estimated 1RM yet: no set says its weight.")
    assert said[2] == "This week, all deadlifts: 2 sets, 10 reps"


def test_less_than_before_is_told_as_plainly_as_more(library: Library, thresholds: Thresholds) -> None:
    said = told(library, found([lift("2025-12-05 12:00", 100.0), lift("2026-03-02 18:00", 90.0)], thresholds))
    assert "4 weeks ago 118.1 kg: down 10 %." in said
    assert "12 weeks ago 118.1 kg: down 10 %." in said


def test_this_week_stands_beside_a_usual_one(library: Library, thresholds: Thresholds) -> None:
    lifts = [lift(f"{day} 18:00") for day in ("2026-02-09", "2026-02-16", "2026-02-23", "2026-03-02")]
    assert "This week, all deadlifts: 3 sets, 12 reps, 1200 kg in all (usually 1200 kg)" in told(
        library, found(lifts, thresholds)
    )
    assert "This week, all deadlifts: none yet (usually 1200 kg)" in told(
        library, found([*lifts[:3], lift("2026-02-02 18:00")], thresholds)
    )


def test_taper_and_recovery_leave_no_room_for_heavy(library: Library, thresholds: Thresholds) -> None:
    said = told(library, found([lift("2026-03-02 18:00")], thresholds, profile={"phase": "taper"}))
    assert any(line.endswith("Your taper phase keeps every lift light.") for line in said)


@pytest.mark.parametrize(
    ("worse", "said"),
    [
        ((None, None), "Too few to call it a difference: that takes 5 of each."),
        ((False, None), "No clear difference so far; where there are fewer than 5, nobody can say."),
        ((None, False), "No clear difference so far; where there are fewer than 5, nobody can say."),
        ((False, False), "No clear difference."),
        ((True, False), "That is clearly more often within 24 h after a lift than otherwise."),
        ((True, None), "That is clearly more often within 24 h after a lift than otherwise."),
        ((False, True), "That is clearly more often from 24 to 48 h after a lift than otherwise."),
        ((True, True), "That is clearly more often within 48 h after a lift than otherwise."),
    ],
)
def test_runs_are_counted_and_a_sentence_says_what_the_counts_can(
    worse: tuple[bool | None, bool | None], said: str, library: Library, thresholds: Thresholds
) -> None:
    known = found([lift("2026-03-02 18:00")], thresholds)
    runs = replace(
        known.runs,
        soon=Felt(worse=4, reported=5),
        later=Felt(worse=1, reported=5),
        others=Felt(worse=0, reported=6),
        unplaced=2,
        soon_worse=worse[0],
        later_worse=worse[1],
    )
    *_, counts, unplaced = told(library, replace(known, runs=runs))
    assert counts == (
        "Hard runs worse than planned: 4 of 5 within 24 h after a lift, 1 of 5 from there to 48 h, 0 of 6 otherwise. "
        f"{said}"
    )
    assert unplaced == "Reports I cannot place, for want of a hard run with a time on their day: 2."


SUFFERING = Suffering(worse=100, reported=100, days=(), hours=48, weeks=4, needed=2)


@pytest.mark.parametrize(
    ("worse", "reacts"),
    [
        ((None, None), True),
        ((False, None), True),
        ((False, False), True),
        ((True, None), False),
        ((False, True), False),
    ],
)
def test_runs_too_few_to_compare_are_said_to_be_what_the_guide_reacts_to(
    worse: tuple[bool | None, bool | None], library: Library, thresholds: Thresholds, *, reacts: bool
) -> None:
    """The offer after a report says the same; a clear difference needs no such word."""
    known = found([lift("2026-03-02 18:00")], thresholds)
    felt = Felt(worse=2, reported=2)
    runs = replace(known.runs, soon=felt, soon_worse=worse[0], later_worse=worse[1])
    *_, last = told(library, replace(known, runs=runs, suffering=replace(SUFFERING, worse=2)))
    assert reacts == last.endswith(
        " Still, the guide says to react from 2 on: 2 in 4 weeks went worse within 48 h after a lift."
        " Move it, or do a set less."
    )


def test_the_longest_text_fits_under_a_picture(library: Library, thresholds: Thresholds) -> None:
    lifts = [
        {**lift("2025-12-05 12:00", 187.5), "exercise": "single_leg"},
        {**lift("2026-03-02 18:00", 202.5), "exercise": "single_leg"},
        {**lift("2026-03-03 18:00", 232.5, reps=1, rir=0.5), "exercise": "single_leg"},
        {**lift("2026-03-03 19:00", 222.5, reps=10, rir=2.5), "exercise": "single_leg"},
    ]
    surgery = {"topic": "surgery", "said": dt.date(2026, 2, 1), "cleared": dt.date(2026, 3, 1)}
    known = found(lifts, thresholds, ill=[{"at": "2026-02-17 08:00"}], health=[surgery])
    felt = Felt(worse=100, reported=100)
    runs = replace(known.runs, soon=felt, later=felt, others=felt, unplaced=100, soon_worse=False)
    assert known.held_back is not None
    assert known.strength.too_low is not None
    text = as_text(Reply(progress=replace(known, runs=runs, suffering=SUFFERING)), reader_of(library, LB))
    assert len(text) <= MOST_CAPTION


def test_the_card_holds_points_weeks_and_facts_in_the_readers_unit(library: Library, thresholds: Thresholds) -> None:
    """129.87 kg are 286.3 lb. Three sets of four are 1,320 kg or 2,910 lb, and 720 kg or 1,587 lb."""
    lifts = [lift("2025-12-05 12:00"), lift("2026-03-02 18:00", 110.0), lift("2026-03-05 18:00", 60.0, rir=5)]
    drawn = card(reader_of(library, LB), found(lifts, thresholds))
    assert drawn.title == "Progress: deadlift"
    assert (drawn.unit, drawn.share, drawn.empty) == ("lb", 0.05, "")
    assert drawn.points == (ProgressPoint(date=dt.date(2026, 3, 2), value=286.3),)
    assert len(drawn.weeks) == 12
    assert drawn.weeks[-1] == WeekVolume(start=dt.date(2026, 3, 2), heavy=2910, light=1587)
    assert (drawn.volume_title, drawn.heavy_label, drawn.light_label) == (
        "All deadlifts, by week",
        "heavy days",
        "light days",
    )
    assert drawn.facts == (
        "Estimated 1RM 286.3 lb ± 5 %",
        "+10 % in 4 weeks",
        "+10 % in 12 weeks",
        "Weeks in a row with a deadlift: 1",
    )


@pytest.mark.parametrize(
    ("more", "fact"),
    [
        ({"reps": 5, "rir": 3}, "Likely too low: sets over 6 reps show more"),
        ({"reps": 3, "rir": None}, "Likely too low: sets without effort show more"),
    ],
)
def test_the_card_too_says_that_its_number_is_too_low(
    more: Case, fact: str, library: Library, thresholds: Thresholds
) -> None:
    lifts = [lift("2026-02-23 18:00"), lift("2026-03-02 18:00", 120.0, **more)]
    facts = card(reader_of(library), found(lifts, thresholds)).facts
    assert facts[:2] == ("Estimated 1RM 118.1 kg ± 5 %", fact)


def test_line_and_bars_show_the_same_twelve_weeks(library: Library, thresholds: Thresholds) -> None:
    """The twelfth week back, the running one included, begins on 15 December."""
    lifts = [lift(f"{day} 18:00") for day in ("2025-12-14", "2025-12-15", "2026-03-02")]
    drawn = card(reader_of(library), found(lifts, thresholds))
    assert [point.date.isoformat() for point in drawn.points] == ["2025-12-15", "2026-03-02"]
    assert (drawn.first_day, drawn.last_day) == ("Mon 15 Dec 2025", "Sun 8 Mar")


@pytest.mark.parametrize(
    ("first", "weeks"),
    [("2026-03-02", 1), ("2026-03-01", 2), ("2025-12-15", 12), ("2025-12-14", 12), ("2024-01-01", 12)],
)
def test_weeks_before_the_first_lift_of_all_are_not_shown(
    first: str, weeks: int, library: Library, thresholds: Thresholds
) -> None:
    """Without a lift before them they would be blank; with one they were weeks without a lift."""
    drawn = card(reader_of(library), found([lift(f"{first} 18:00"), lift("2026-03-02 18:00")], thresholds))
    assert len(drawn.weeks) == weeks


def test_old_points_are_drawn_for_a_year_and_without_bars(library: Library, thresholds: Thresholds) -> None:
    """52 weeks before 8 October 2025 is 9 October 2024."""
    lifts = [lift(f"{day} 18:00") for day in ("2024-10-08", "2024-10-09", "2025-10-08")]
    drawn = card(reader_of(library), found(lifts, thresholds))
    assert [point.date.isoformat() for point in drawn.points] == ["2024-10-09", "2025-10-08"]
    assert drawn.weeks == ()
    assert (drawn.first_day, drawn.last_day) == ("Wed 9 Oct 2024", "Wed 8 Oct 2025")
    assert drawn.facts == ("Last estimated 1RM 118.1 kg ± 5 %", "Weeks in a row with a deadlift: 0")


def test_a_card_without_points_says_why(library: Library, thresholds: Thresholds) -> None:
    drawn = card(reader_of(library), found([lift("2026-03-02 18:00", rir=None)], thresholds))
    assert drawn.points == ()
    assert drawn.empty.startswith("No estimated 1RM yet: no set says how hard it felt")
    assert drawn.facts == ("Weeks in a row with a deadlift: 1",)


def test_a_small_change_is_none_on_the_card_too(library: Library, thresholds: Thresholds) -> None:
    drawn = card(reader_of(library), found([lift("2026-02-02 18:00"), lift("2026-03-02 18:00", 103.0)], thresholds))
    assert "No clear change in 4 weeks" in drawn.facts


def test_a_card_can_be_carried_in_a_message(library: Library, thresholds: Thresholds) -> None:
    drawn = card(reader_of(library), found([lift("2026-03-02 18:00")], thresholds))
    assert isinstance(drawn, ProgressCard)
    assert decode(encode(drawn)) == drawn
