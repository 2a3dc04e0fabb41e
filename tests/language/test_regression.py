"""What is learnt from yes and no: weights that tell them apart, and the same ones each time."""

from bot.language.regression import learnt

DRY = [({"sun": None, "sky": None}, True)] * 40 + [({"rain": None, "sky": None}, False)] * 40


def test_what_stands_in_one_sort_alone_weighs_for_it() -> None:
    weights = learnt(DRY)
    assert weights["sun"] > abs(weights.get("sky", 0.0))
    assert weights["rain"] < -abs(weights.get("sky", 0.0))


def test_the_same_examples_give_the_same_weights() -> None:
    assert learnt(DRY) == learnt(list(DRY))


def test_what_is_seen_seldom_weighs_nothing_and_of_nothing_nothing_is_learnt() -> None:
    assert "hail" not in learnt([*DRY, ({"hail": None}, False)])
    assert learnt([]) == {}


def test_it_rests_while_it_learns() -> None:
    rests: list[None] = []
    learnt(DRY, rest=lambda: rests.append(None))
    assert rests
