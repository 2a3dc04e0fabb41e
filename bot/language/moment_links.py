"""Which day and which time a question asks about: learnt from questions that people wrote.

Each day that is named, and none, is weighed by the words around it, by where the lifts, the runs and the question mark
stand, and by the other days; then each time, beside the day that was chosen. The weights are in
`content/en/moment_links.txt`; `benchmarks/learn_moments.py` learns them.
"""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.language.items import Clock
from bot.language.moment_sketch import CLAUSE, DAY, LIFT, RUN, SENTENCE, TIME, MomentSketch

_FAR: Final = 12
_BESIDE: Final = 7
_MOST: Final = 3
_WEEK: Final = 7

Feature = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The day or time that is asked about, as a place in the sketch (None is none), and how sure that is, 0 to 1."""

    place: int | None
    sure: float


class MomentLinks:
    """The weights of what was learnt, of days and of times."""

    def __init__(self, weights: Mapping[str, Mapping[Feature, float]]) -> None:
        """Take the weights."""
        self.weights = weights

    def day(self, sketch: MomentSketch) -> Choice:
        """Return the likeliest day; days that mean the same date count together."""
        return self._likeliest(sketch, DAY, None, {place: sketch.date(place) for place in sketch.places(DAY)})

    def time(self, sketch: MomentSketch, day: int | None) -> Choice:
        """Return the likeliest time beside a day; times that mean the same count together."""
        return self._likeliest(sketch, TIME, day, {place: sketch.times(place) for place in sketch.places(TIME)})

    def _likeliest(
        self, sketch: MomentSketch, sort: str, day: int | None, values: Mapping[int | None, Hashable]
    ) -> Choice:
        known = self.weights.get(sort, {})
        places = (*sketch.places(sort), None)
        scores = {at: sum(known.get(one, 0.0) for one in features(sketch, at, sort, day)) for at in places}
        most = max(scores.values())
        shares: defaultdict[Hashable, float] = defaultdict(float)
        for place, score in scores.items():
            shares[values.get(place)] += math.exp(score - most)
        best = max(shares, key=lambda value: shares[value])
        place = max((at for at in places if values.get(at) == best), key=lambda at: scores[at])
        return Choice(place=place, sure=shares[best] / sum(shares.values()))


def features(sketch: MomentSketch, place: int | None, sort: str, day: int | None) -> tuple[Feature, ...]:
    """Return what tells whether a day, or a time beside the `day`, is asked about; None is none of them."""
    if place is None:
        return tuple(_of_none(sketch, sort, day))
    rank = _rank(sketch, place, sort)
    own = _of_day(sketch, place, rank) if sort == DAY else _of_time(sketch, place, rank, day)
    return (*_of_words(sketch, place), *_of_place(sketch, place, rank), *_of_others(sketch, place, sort, rank), *own)


def _rank(sketch: MomentSketch, place: int, sort: str) -> str:
    first, *_, last = (*sketch.places(sort), sketch.places(sort)[-1])
    if first == last:
        return "only"
    return "first" if place == first else "last" if place == last else "mid"


def _of_none(sketch: MomentSketch, sort: str, day: int | None) -> Iterator[Feature]:
    yield from ("none", f"none of {min(len(sketch.places(sort)), _MOST)}", f"none day {day is not None}")
    yield f"none {bool(sketch.places(LIFT))} {bool(sketch.places(RUN))}"
    yield from (f"none {word}" for word in set(sketch.words))


def _of_words(sketch: MomentSketch, place: int) -> Iterator[Feature]:
    word = sketch.word
    yield from (f"{step} {word(place + step)}" for step in (-3, -2, -1, 1, 2, 3))
    yield from (f"before {word(place - 2)} {word(place - 1)}", f"behind {word(place + 1)} {word(place + 2)}")
    yield f"around {word(place - 1)} {word(place + 1)}"
    clause, sentence = sketch.around(place, CLAUSE), sketch.around(place, SENTENCE)
    yield from (f"b {one}" for one in set(sketch.words[max(clause.start, place - _BESIDE) : place]))
    yield from (f"a {one}" for one in set(sketch.words[place + 1 : min(clause.stop, place + _BESIDE + 1)]))
    wide = slice(max(sentence.start, place - 2 * _FAR), min(sentence.stop, place + 2 * _FAR))
    yield from (f"s {one}" for one in set(sketch.words[wide]))
    yield from (f"opens {word(clause.start)}", f"opens {word(clause.start)} {word(clause.start + 1)}")
    yield from (f"first {word(sentence.start)}", f"stop {word(clause.stop)}")


def _of_place(sketch: MomentSketch, place: int, rank: str) -> Iterator[Feature]:
    clause, sentence = sketch.around(place, CLAUSE), sketch.around(place, SENTENCE)
    end, left = sketch.word(sentence.stop), sketch.stops[sentence.stop + 1 :].count(SENTENCE)
    yield from (f"rank {rank}", f"ends {end}", f"ends {end} {rank}", f"left {min(left, 2)} {rank}")
    inside = [sort in sketch.sorts[part.start : part.stop] for part in (clause, sentence) for sort in (LIFT, RUN)]
    for sort, near, far in zip((LIFT, RUN), inside[:2], inside[2:], strict=True):
        yield from (f"in {sort} {near}", f"in {sort} {near} {rank}", f"with {sort} {far} {end}")
    yield from (f"clause {inside[0]} {inside[1]}", f"sentence {inside[2]} {inside[3]} {rank}")


def _of_others(sketch: MomentSketch, place: int, sort: str, rank: str) -> Iterator[Feature]:
    for other in (LIFT, RUN):
        places = sketch.places(other)
        if not places:
            yield f"no {other}"
            continue
        near = min(places, key=lambda one: abs(one - place))
        gap, side = sketch.between(place, near), f"{other} {'a' if near > place else 'b'}"
        own = gap.days if sort == DAY else gap.times
        yield from (f"{side} {gap.stop}", f"{side} {gap.stop} {gap.days}{gap.times}", f"{side} own {own} {gap.stop}")
        yield from (f"{side} far {min(gap.length, _FAR) // 2}", f"{side} {gap.days} {rank}")
        yield f"{other} {places[0] < place} {places[-1] > place} {rank}"


def _of_day(sketch: MomentSketch, place: int, rank: str) -> Iterator[Feature]:
    date = sketch.date(place)
    when = _ahead(date, sketch.now.date())
    yield from (f"day {when}", f"day {when} {rank}")
    others = [sketch.date(one) for one in sketch.places(DAY) if one != place]
    known = [one for one in others if one is not None]
    yield f"again {date in others}"
    if date is not None and known:
        yield from (f"earliest {date <= min(known)}", f"latest {date >= max(known)}")
    yield from _beside(sketch, place, TIME)


def _ahead(date: dt.date | None, today: dt.date) -> str:
    if date is None:
        return "?"
    days = (date - today).days
    return "past" if days < 0 else str(days) if days <= 1 else "soon" if days < _WEEK else "far"


def _of_time(sketch: MomentSketch, place: int, rank: str, day: int | None) -> Iterator[Feature]:
    clock, value = sketch.clock(place), sketch.items[place].value
    yield from (f"padded {clock.padded}", f"until {clock.until is not None}", f"noon {not isinstance(value, Clock)}")
    yield f"hour {clock.time.hour // 3 if clock.sure else '?'}"
    others = [max(sketch.times(one)) for one in sketch.places(TIME) if one != place]
    if others:
        own = max(sketch.times(place))
        yield from (f"latest {own >= max(others)} {rank}", f"earliest {own <= min(others)} {rank}")
    yield from _beside(sketch, place, DAY)
    if day is not None:
        near = min(sketch.places(DAY), key=lambda one: abs(one - place))
        same, stop = sketch.date(near) == sketch.date(day), sketch.between(place, near).stop
        gap, side = sketch.between(place, day), "a" if day > place else "b"
        yield from (f"own {same}", f"own {same} {stop}", f"own {same} {rank}")
        yield from (f"day {side} {gap.stop} {gap.days}{gap.times}", f"day far {min(gap.length, 8) // 2} {gap.stop}")


def _beside(sketch: MomentSketch, place: int, sort: str) -> Iterable[Feature]:
    """Return how the nearest time of a day stands to it, or the nearest day of a time."""
    near = min(sketch.places(sort), key=lambda one: abs(one - place), default=None)
    if near is None:
        return (f"no {sort}",)
    gap, side = sketch.between(place, near), "a" if near > place else "b"
    return (f"{sort} {side} {gap.stop} {gap.days}{gap.times} {min(gap.length, 6) // 2}",)
