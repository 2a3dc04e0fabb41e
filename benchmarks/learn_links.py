"""Learn which run and which time belong to a day of a week, from the samples in tests/language.

python -m benchmarks.learn_links [--without twentieth …]   writes content/en/week_links.txt

Every day of a sample's week asks for its sort of run and its time; what stands in the sample is right. Each choice is a
multinomial logistic regression over the features of `bot.language.week_links`, learnt by AdaGrad; whether a day is told
of at all is a logistic regression. The same samples give the same weights.
"""

import argparse
import datetime as dt
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.language import NOW, ROOT, SAMPLES, vocabulary
from bot.language.clocks import other_half
from bot.language.items import Clock, PartOfDay
from bot.language.runs import settled
from bot.language.understand import as_message
from bot.language.week_links import TOLD, WeekLinks, candidates, features, told_features
from bot.language.week_sketch import KIND, TIME, Sketch
from bot.training.profile import DistanceUnit, MassUnit
from bot.training.runs import RunKind
from tests.language import scoring

FILE = ROOT / "content" / "en" / "week_links.txt"
NOTE = """\
# What links the days of a week with their runs and times, learnt by `python -m benchmarks.learn_links`: nothing here is
# written by hand. Each line is a sort (K a sort of run, T a time, told whether a day is told of), a weight in
# hundredths, and a feature (bot/language/week_links.py).
"""
ROUNDS = 5
FEWEST = 3
LEAST = 0.15
RATE = 0.3
DECAY = 1e-5
SEED = 1

Line = dict[str, Any]
Choice = tuple[Sequence[tuple[str, ...]], frozenset[int]]
"""The features of each candidate, and which of them are right."""


@dataclass(slots=True)
class Regression:
    """Weights that are being learnt, by steps of some rate; the decay keeps those small that little speaks for."""

    rate: float = RATE
    decay: float = DECAY
    weights: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    squares: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def score(self, said: Iterable[str]) -> float:
        """Return the sum of the weights of some features."""
        return sum(self.weights[one] for one in said)

    def choose(self, options: Sequence[tuple[str, ...]], right: frozenset[int]) -> None:
        """Learn from one choice, of which any option that is `right` will do."""
        scores = [self.score(said) for said in options]
        most = max(scores)
        shares = [math.exp(score - most) for score in scores]
        whole, good = sum(shares), sum(shares[place] for place in right)
        for place, said in enumerate(options):
            self._step(said, shares[place] / whole - (shares[place] / good if place in right else 0.0))

    def judge(self, said: tuple[str, ...], *, true: bool) -> None:
        """Learn from one yes or no."""
        self._step(said, 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(said))))) - true)

    def _step(self, said: Iterable[str], slope: float) -> None:
        for one in said:
            slant = slope + self.decay * self.weights[one]
            self.squares[one] += slant * slant
            self.weights[one] -= self.rate * slant / math.sqrt(self.squares[one] + 1e-6)


def learn(lines: Sequence[tuple[Line, Sketch]]) -> dict[str, dict[str, float]]:
    """Return the weights of each sort."""
    order = random.Random(SEED)  # noqa: S311 - the same weights from the same samples
    found: dict[str, dict[str, float]] = {}
    for sort in (KIND, TIME):
        found[sort] = chosen(
            [one for line, sketch in lines for one in _choices(line, sketch, sort)], order, Regression()
        )
    told = [one for line, sketch in lines for one in _told(line, sketch, WeekLinks(found))]
    common = _common(said for said, _ in told)
    judged = [(_kept(said, common), true) for said, true in told]
    regression = Regression()
    for _ in range(ROUNDS):
        order.shuffle(judged)
        for said, true in judged:
            regression.judge(said, true=true)
    found[TOLD] = _worth(regression)
    return found


def chosen(
    choices: Sequence[Choice], order: random.Random, regression: Regression, *, fewest: int = FEWEST
) -> dict[str, float]:
    """Return the weights by which the right ones of all choices are chosen, of features that stand often enough."""
    common = _common((said for options, _ in choices for said in options), fewest)
    known = [([_kept(said, common) for said in options], right) for options, right in choices]
    for _ in range(ROUNDS):
        order.shuffle(known)
        for options, right in known:
            regression.choose(options, right)
    return _worth(regression)


def _common(said: Iterable[Iterable[str]], fewest: int = FEWEST) -> frozenset[str]:
    """Return the features that stand often enough to learn from."""
    counts = Counter(one for features_ in said for one in features_)
    return frozenset(one for one, count in counts.items() if count >= fewest)


def _kept(said: Iterable[str], common: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in said if one in common)


def _worth(regression: Regression) -> dict[str, float]:
    return {one: weight for one, weight in sorted(regression.weights.items()) if abs(weight) >= LEAST}


def _choices(line: Line, sketch: Sketch, sort: str) -> Iterator[Choice]:
    """Yield the choice of each day of which the sample tells, where one of the candidates is right."""
    for day in sketch.days:
        own = [[entry for entry in line["expect"] if entry["weekday"] == one.key] for one in sketch.marks[day].days]
        places = candidates(sketch, day, sort)
        fits: Callable[[int | None, list[Line]], bool] = (
            (lambda place, entries: _is_kind(sketch, place, entries))
            if sort == KIND
            else (lambda place, entries, day=day: _is_time(line, sketch, day, place, entries))
        )
        right = frozenset(at for at, place in enumerate(places) if own and all(one and fits(place, one) for one in own))
        if right:
            yield [features(sketch, day, place, sort) for place in places], right


def _is_kind(sketch: Sketch, place: int | None, entries: list[Line]) -> bool:
    kind = RunKind.OTHER if place is None else sketch.marks[place].item.means("kind")
    return any(kind in entry.get("kind_ok", [entry["kind"]]) for entry in entries)


def _is_time(line: Line, sketch: Sketch, day: int, place: int | None, entries: list[Line]) -> bool:
    if place is None:
        return any(None in entry.get("time_ok", [entry["time"]]) for entry in entries)
    if sketch.marks[place].is_same:
        before = [one for one in sketch.days if one < day][-1:]
        keys = {one.key for at in before for one in sketch.marks[at].days}
        times = {entry["time"] for entry in line["expect"] if entry["weekday"] in keys and entry["time"]}
    else:
        times = set(_times(sketch, place))
    return any(times & set(entry.get("time_ok", [entry["time"]])) for entry in entries)


def _times(sketch: Sketch, place: int) -> Iterator[str]:
    """Yield the time at a place, and where that is open its other half."""
    beside = sketch.part_beside(place)
    said = None if beside is None else sketch.marks[beside].item.value
    part = said.part if isinstance(said, PartOfDay) else None
    value = sketch.marks[place].item.value
    if isinstance(value, Clock):
        clock = settled(value, part)
        yield _written(clock.time)
        if not clock.sure:
            yield _written(other_half(clock.time))


def _written(time: dt.time) -> str:
    return f"{time:%H:%M}"


def _told(line: Line, sketch: Sketch, links: WeekLinks) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield what is seen of each day, and whether the sample tells of it; what it only allows teaches nothing."""
    wanted = {entry["weekday"] for entry in line["expect"]}
    fair = {entry["weekday"] for entry in line.get("extra_ok", [])}
    for day in sketch.days:
        keys = {one.key for one in sketch.marks[day].days}
        if keys <= wanted or not keys & (wanted | fair):
            kind, time = links.chosen(sketch, day, KIND)[0], links.chosen(sketch, day, TIME)[0]
            yield told_features(sketch, day, kind, time), keys <= wanted


def samples(without: Collection[str]) -> Iterator[tuple[Line, Sketch]]:
    """Yield the weeks of all samples but some, as they are sketched."""
    words = vocabulary()
    for file in sorted(SAMPLES.glob("*/**/schedules.jsonl")):
        if file.parent.name in without:
            continue
        for line in scoring.lines(file):
            message = as_message(
                line["text"], now=NOW, vocabulary=words, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM
            )
            yield line, Sketch(message.items)


def write(weights: dict[str, dict[str, float]], file: Path, note: str = NOTE) -> None:
    """Write the weights behind a note."""
    rows = (f"{sort}\t{round(weight * 100)}\t{one}" for sort, known in weights.items() for one, weight in known.items())
    file.write_text(note + "\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.learn_links", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--without", nargs="*", default=[], help="samples to leave out, so that they stay unseen")
    parser.add_argument("--to", type=Path, default=FILE)
    asked = parser.parse_args()
    write(learn(tuple(samples(asked.without))), asked.to)


if __name__ == "__main__":
    main()
