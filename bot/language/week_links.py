"""Which run and which time belong to a day of a week: learnt from weeks that people wrote.

Each day looks at the sorts of run around it, and at the times; what tells how likely one is its own are the stops and
the other days between them, the words beside them, and how the whole message begins. Rules read most weeks; where they
leave days or times over, this reads them. The weights are in `content/en/week_links.txt`; `benchmarks/learn_links.py`
learns them.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.language.items import Clock
from bot.language.week_sketch import KIND, TIME, Sketch
from bot.training.runs import RunKind

TOLD: Final = "told"
"""The sort of weights that tell whether a day has a run, or a rest, of its own at all."""

_NEAREST: Final = 4
"""So many sorts of run, or times, are looked at on either side of a day, and the first and last of the message."""

_MOST: Final = 3
_FAR: Final = 12

Feature = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A day with its own sort of run and time, as places in the sketch, and how sure that is, 0 to 1."""

    day: int
    kind: int | None
    time: int | None
    sure_kind: float
    sure_time: float
    told: float

    @property
    def certainty(self) -> float:
        """Return how sure all of it is, 0 to 1."""
        return min(self.sure_kind, self.sure_time, max(self.told, 1 - self.told))

    @property
    def is_told(self) -> bool:
        """Tell whether the day has a run, or a rest, at all: "weekends are for the grandkids" only names days."""
        return self.told > 1 / 2


class WeekLinks:
    """The weights of what was learnt; without any, nothing is linked."""

    def __init__(self, weights: Mapping[str, Mapping[Feature, float]]) -> None:
        """Take the weights of each sort: of sorts of run, of times, and of whether a day is told of."""
        self.weights = weights

    def links(self, sketch: Sketch) -> tuple[Link, ...]:
        """Return what belongs to each day of a sketch. Quadratic in the days; nothing raises."""
        return tuple(self._link(sketch, day) for day in sketch.days) if self.weights else ()

    def _link(self, sketch: Sketch, day: int) -> Link:
        kind, sure_kind = self.chosen(sketch, day, KIND)
        time, sure_time = self.chosen(sketch, day, TIME)
        score = self._score(TOLD, told_features(sketch, day, kind, time))
        told = 1 / (1 + math.exp(-score))
        return Link(day=day, kind=kind, time=time, sure_kind=sure_kind, sure_time=sure_time, told=told)

    def chosen(self, sketch: Sketch, day: int, sort: str) -> tuple[int | None, float]:
        """Return the likeliest sort of run, or time, of a day, None for none, and its share of the likelihood."""
        places = candidates(sketch, day, sort)
        scores = [self._score(sort, features(sketch, day, place, sort)) for place in places]
        most = max(scores)
        best = scores.index(most)
        return places[best], 1 / sum(math.exp(score - most) for score in scores)

    def _score(self, sort: str, said: Iterable[Feature]) -> float:
        weights = self.weights.get(sort, {})
        return sum(weights.get(feature, 0.0) for feature in said)


def candidates(sketch: Sketch, day: int, sort: str) -> tuple[int | None, ...]:
    """Return what may belong to a day: the nearest on either side, the first and the last of all, or none."""
    places = sketch.kinds if sort == KIND else sketch.times
    before = [place for place in places if place < day]
    behind = [place for place in places if place > day]
    near = {*before[-_NEAREST:], *behind[:_NEAREST], *before[:1], *behind[-1:]}
    return (*sorted(near), None)


def features(sketch: Sketch, day: int, place: int | None, sort: str) -> tuple[Feature, ...]:
    """Return what tells whether something belongs to a day; None is nothing at all."""
    if place is None:
        return tuple(_of_none(sketch, day, sketch.kinds if sort == KIND else sketch.times))
    return tuple(_of_place(sketch, day, place, sort))


def _of_none(sketch: Sketch, day: int, places: tuple[int, ...]) -> Iterator[Feature]:
    yield from ("none", f"none opening {sketch.opening}", f"none of {min(len(places), _MOST)}")
    yield from (f"none next {sketch.word(day + 1)}", f"none last {sketch.word(day - 1)}")
    behind = next((place for place in places if place > day), None)
    before = next((place for place in reversed(places) if place < day), None)
    for side, near in (("a", behind), ("b", before)):
        if near is None:
            yield f"none {side} -"
            continue
        span = sketch.between(day, near)
        yield f"none {side} {min(span.days, 2)} {span.stop}"
        if side == "a":
            yield f"none a {span.outline[:6]}"


def _of_place(sketch: Sketch, day: int, place: int, sort: str) -> Iterator[Feature]:
    side, span = ("a" if place > day else "b"), sketch.between(day, place)
    same, else_ = (span.kinds, span.times) if sort == KIND else (span.times, span.kinds)
    rank, days, stop = f"{side}{min(same, _MOST)}", min(span.days, _MOST), span.stop
    yield from (rank, f"{rank} stop {stop}", f"{rank} days {days}", f"{rank} days {days} stop {stop}")
    yield from (f"{side} {span.outline[:7]}", f"{side} far {min(span.length, _FAR) // 2}")
    yield from (f"{rank} {sketch.opening}", f"{rank} {sketch.opening} {days} {stop}")
    yield from (f"{rank} else {min(else_, 2)} {stop}", f"{side} before {sketch.word(place - 1)}")
    yield from (f"{side} behind {sketch.word(place + 1)}", f"{side} {min(days, 2)} before {sketch.word(place - 1)}")
    yield from (
        f"{side} twice before {sketch.word(place - 2)}",
        f"{side} {min(days, 2)} day then {sketch.word(day + 1)}",
    )
    yield f"{side} {min(days, 2)} day behind {sketch.word(day - 1)}"
    ends = (*sketch.kinds, *sketch.times, *sketch.days)
    end = "last" if place == max(ends) else "first" if place == min(ends) else "mid"
    yield from (f"{side} {end} {days} {stop}", f"{side} {end} {min(same, _MOST)}")
    others = [one for one in sketch.days if one != day]
    near = any(abs(one - place) < abs(day - place) for one in others)
    freer = any(sketch.between(one, place).stop < stop for one in others if abs(one - place) < _FAR * _MOST)
    yield from (f"{side} nearer {near}", f"{side} freer {freer}", f"{rank} {near} {freer}")
    if sort == KIND:
        kind = _of_kind(sketch, place)
        yield from (
            f"{rank} {kind}",
            f"{side} {min(days, 2)} {kind} {stop}",
            f"is {sketch.marks[place].item.means('kind')}",
        )
    else:
        clock = sketch.marks[place].item.value
        yield f"{rank} padded {isinstance(clock, Clock) and clock.padded}"


def _of_kind(sketch: Sketch, place: int) -> str:
    kind = sketch.marks[place].item.means("kind")
    return kind if kind in {RunKind.REST, RunKind.OTHER} else "run"


def told_features(sketch: Sketch, day: int, kind: int | None, time: int | None) -> tuple[Feature, ...]:
    """Return what tells whether a day has a run or a rest, or is only named."""
    return tuple(_of_day(sketch, day, kind, time))


def _of_day(sketch: Sketch, day: int, kind: int | None, time: int | None) -> Iterator[Feature]:
    known = "none" if kind is None else _of_kind(sketch, kind)
    yield from ("day", f"kind {known}", f"time {time is not None}")
    yield from (f"{step} {sketch.word(day + step)}" for step in (-3, -2, -1, 1, 2, 3))
    yield f"around {sketch.word(day - 1)} {sketch.word(day + 1)}"
    yield f"before {sketch.word(day - 2)} {sketch.word(day - 1)}"
    yield f"behind {sketch.word(day + 1)} {sketch.word(day + 2)}"
    if kind is not None:
        span = sketch.between(day, kind)
        side = "a" if kind > day else "b"
        yield f"{side} {min(span.length, _FAR) // 3} {span.stop} {min(span.days, 2)}"
        yield f"called {sketch.marks[kind].item.text}"
    days = sketch.marks[day].days
    again = any(one != day and not set(sketch.marks[one].days).isdisjoint(days) for one in sketch.days)
    yield from (f"names {min(len(days), _MOST)}", f"again {again}", f"again {again} {kind is not None}")
