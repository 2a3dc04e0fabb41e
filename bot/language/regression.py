"""A yes or no that is learnt from what is seen: logistic regression, by AdaGrad. The same examples give the same."""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, TypeVar

_FEWEST: Final = 3
"""What is seen in fewer examples than these says nothing of another one."""

_RATE: Final = 0.3
_SURE: Final = 0.01
"""So near to the truth nothing more is learnt of an example."""

_LEAST: Final = 0.02
"""A weight below this is left out."""

_STEEPEST: Final = 30.0
_STEPS: Final = (7919, 5407, 61603, 30011)
_MIXED: Final = 104729
"""Each round takes the examples by other steps, so that both sorts come by turns."""

_OFTEN: Final = 256
T = TypeVar("T")
Example = tuple[Collection[str], bool]


def learnt(examples: Sequence[Example], *, rest: Callable[[], None] = lambda: None) -> Mapping[str, float]:
    """Return the weight of everything that is seen often enough; `rest` is called often. Of nothing nothing is learnt.

    The sum of the weights of what is seen is the logarithm of the odds of a yes.
    """
    counts = Counter(chain.from_iterable(seen for seen, _ in examples))
    places = {one: place for place, one in enumerate(one for one, count in counts.items() if count >= _FEWEST)}
    known = [([places[one] for one in seen if one in places], true) for seen, true in examples]
    weights, squares = [0.0] * len(places), [1e-6] * len(places)
    for step in _STEPS:
        order = sorted((place * step % _MIXED, place) for place in range(len(known)))
        for _, place in resting(order, rest):
            _step(known[place][0], weights, squares, true=known[place][1])
    return {one: weights[place] for one, place in places.items() if abs(weights[place]) >= _LEAST}


def resting(items: Iterable[T], rest: Callable[[], None]) -> Iterator[T]:
    """Yield items, with a rest after every few hundredths of a second's worth."""
    for number, item in enumerate(items):
        if number % _OFTEN == 0:
            rest()
        yield item


def _step(seen: Iterable[int], weights: list[float], squares: list[float], *, true: bool) -> None:
    score = sum(map(weights.__getitem__, seen))
    slope = 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, score)))) - true
    if abs(slope) < _SURE:
        return
    square = slope * slope
    for one in seen:
        squares[one] += square
        weights[one] -= _RATE * slope / math.sqrt(squares[one])
