"""The runs of one local day, sorted once for all rules that read them."""

from collections.abc import Mapping

from bot.training.runs import Run, RunClass

FIRST_OFFSET, LAST_OFFSET = -1, 2
"""No rule looks at runs farther from L's day than that."""

_CLASS_BITS: Mapping[RunClass | None, int] = {kind: 1 << place for place, kind in enumerate((None, *RunClass))}
DAY_BITS = len(_CLASS_BITS)
"""How many bits say what the runs of one day are; those of the days around L's stand behind one another."""


def run_bit(offset: int, kind: RunClass | None) -> int:
    """Return the bit for runs so many days from L's day, of a class or (None) of any class at a known time."""
    return _CLASS_BITS[kind] << DAY_BITS * (offset - FIRST_OFFSET)


class DayRuns:
    """The runs of one local day: all of them, those at a known time, by class, and what there is of them as bits."""

    __slots__ = ("all", "bits", "of", "timed", "training")

    def __init__(self, runs: tuple[Run, ...]) -> None:
        """Sort some runs, once; `training` leaves out the races: what those leave behind is R40's matter."""
        self.all = runs
        self.timed = tuple([run for run in runs if run.start is not None])
        self.of: dict[RunClass, tuple[Run, ...]] = {}
        self.training: dict[RunClass, tuple[Run, ...]] = {}
        self.bits = _CLASS_BITS[None] if self.timed else 0
        for run in runs:
            for kind in run.classes:
                self.bits |= _CLASS_BITS[kind]
                self.of[kind] = (*self.of.get(kind, ()), run)
                if run.race is None:
                    self.training[kind] = (*self.training.get(kind, ()), run)
