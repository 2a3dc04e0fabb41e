"""What was different of a logged lift is read bit by bit, and nothing else is taken for it."""

import pytest

from bot.language.lift_amends import Amend, Amends, read_lift_amends
from bot.training.profile import MassUnit
from tests.language.conftest import shipped


def read(text: str, *, loose: bool = False, unit: MassUnit = MassUnit.KG) -> tuple[Amend, ...]:
    return read_lift_amends(text, vocabulary=shipped(), mass_unit=unit, loose=loose)


@pytest.mark.parametrize(
    ("text", "amends"),
    [
        ("it was 4 sets, not 3", [Amend(what=Amends.SETS, count=4, before=3)]),
        ("I only did two sets", [Amend(what=Amends.SETS, count=2)]),
        ("it was 4, not 3 sets", [Amend(what=Amends.SETS, count=4, before=3)]),
        ("one more set", [Amend(what=Amends.ADD, count=1)]),
        ("I forgot a set", [Amend(what=Amends.ADD, count=1)]),
        ("add a set of 3 at 80", [Amend(what=Amends.ADD, count=1, reps=3, weight_kg=80)]),
        ("add 3 at 80 kg", [Amend(what=Amends.ADD, count=1, reps=3, weight_kg=80)]),
        ("one set too many", [Amend(what=Amends.LESS)]),
        ("remove the last set", [Amend(what=Amends.LESS)]),
        ("the last set was only 3 reps", [Amend(what=Amends.ONE_SET, reps=3)]),
        ("set 2 was 4 reps at 77,5", [Amend(what=Amends.ONE_SET, place=1, reps=4, weight_kg=77.5)]),
        ("it was 3x4 at 80", [Amend(what=Amends.ALL, count=3, reps=4, weight_kg=80)]),
        ("rpe 8 not 7", [Amend(what=Amends.EFFORT, rir=2)]),
        ("was rpe 8, not 7", [Amend(what=Amends.EFFORT, rir=2)]),
        ("2 left not 3", [Amend(what=Amends.EFFORT, rir=2)]),
        ("no, it was 3 reps, not 4", [Amend(what=Amends.VALUE, reps=3, before=4)]),
        ("80kg not 85", [Amend(what=Amends.VALUE, weight_kg=80, before_kg=85)]),
        (
            "it was 4 sets actually, the last one 3 reps at 80",
            [Amend(what=Amends.SETS, count=4), Amend(what=Amends.ONE_SET, reps=3, weight_kg=80)],
        ),
    ],
)
def test_what_was_different_is_read(text: str, amends: list[Amend]) -> None:
    assert list(read(text)) == amends


@pytest.mark.parametrize("text", ["80 not 85", "not 85 but 80", "85 should be 80", "it was 80 instead of 85"])
def test_what_it_was_not_stays_beside_what_it_was(text: str) -> None:
    [amend] = read(text)
    assert (amend.number, amend.before) == (80, 85)


def test_weights_are_in_the_unit_that_is_said_or_else_the_runners() -> None:
    [bare], [told] = (read(text, unit=MassUnit.LB) for text in ("185 not 175", "85 kg not 80 kg"))
    assert bare.weight_kg == pytest.approx(83.9, abs=0.05)
    assert told.weight_kg == 85


@pytest.mark.parametrize("text", ["4 sets", "80", "75 kg", "3x5 at 80", "4 reps", "delete it", "it was 80"])
def test_what_may_be_anything_is_a_change_only_where_a_lift_is_put_right(text: str) -> None:
    assert read(text) == ()
    assert read(text, loose=True) != ()


@pytest.mark.parametrize(
    "text",
    [
        *("how many sets?", "it was great", "tempo 40 min", "8km not 10", "5k easy", "2 sets of 3 tomorrow"),
        *("I ran 5 not 8", "30 min not 40", "deadlift 3x5 at 80", "can I do one more set?", "6am not 7am"),
        *("it was 0 sets", "add 40 sets", "tuesday not wednesday", ""),
    ],
)
def test_other_things_are_no_change_of_a_lift(text: str) -> None:
    assert read(text) == ()
    assert read(text, loose=True) == ()


def test_another_lift_is_not_told_as_one_that_was_wrong() -> None:
    assert read("I did 3x5 at 80") == ()
