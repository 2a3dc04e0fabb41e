"""No mutated sample raises in any reader of messages; `python -m benchmarks.fuzz` goes on for as long as one likes."""

import datetime as dt
from itertools import cycle, product

from bot.language.understand import understand
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit, MassUnit
from tests.language.mutated import mutated
from tests.language.safety.reading import read as read_safety

SEEDS = [f"held:{number}" for number in range(150)]


def test_the_same_seed_gives_the_same_text() -> None:
    assert [mutated(seed) for seed in SEEDS[:20]] == [mutated(seed) for seed in SEEDS[:20]]
    assert len({mutated(seed) for seed in SEEDS}) > len(SEEDS) * 0.9


def test_no_mutated_sample_raises(vocabulary: Vocabulary, now: dt.datetime) -> None:
    units = cycle(product(MassUnit, DistanceUnit))
    for seed, (mass, distance) in zip(SEEDS, units, strict=False):
        text = mutated(seed)
        assert understand(text, now=now, vocabulary=vocabulary, mass_unit=mass, distance_unit=distance), seed
        read_safety(text)
