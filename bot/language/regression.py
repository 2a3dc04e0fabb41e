"""A yes or no that is learnt from what is seen: logistic regression, by AdaGrad. The same examples give the same."""

import math
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

_ROUNDS: Final = 2
_FEWEST: Final = 3
"""What is seen in fewer examples than these says nothing of another one."""

_RATE: Final = 0.3
_SURE: Final = 0.01
"""So near to the truth nothing more is learnt of an example."""

_LEAST: Final = 0.02
"""A weight below this is left out."""

_STEEPEST: Final = 30.0
_SEED: Final = 1
_OFTEN: Final = 256
Example = tuple[Collection[str], bool]


def learnt(examples: Sequence[Example], *, rest: Callable[[], None] = lambda: None) -> Mapping[str, float]:
    """Return the weight of everything that is seen often enough; `rest` is called often. Of nothing nothing is learnt.

    The sum of the weights of what is seen is the logarithm of the odds of a yes.
    """
    counts = Counter(one for seen, _ in examples for one in seen)
    places = {one: place for place, one in enumerate(one for one, count in counts.items() if count >= _FEWEST)}
    known = [([places[one] for one in seen if one in places], true) for seen, true in examples]
    weights, squares = [0.0] * len(places), [1e-6] * len(places)
    order = random.Random(_SEED)  # noqa: S311 - the same weights from the same examples
    for _ in range(_ROUNDS):
        order.shuffle(known)
        for at, (seen, true) in enumerate(known):
            _step(seen, weights, squares, true=true)
            if at % _OFTEN == 0:
                rest()
    return {one: weights[place] for one, place in places.items() if abs(weights[place]) >= _LEAST}


def _step(seen: Iterable[int], weights: list[float], squares: list[float], *, true: bool) -> None:
    score = sum([weights[one] for one in seen])
    slope = 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, score)))) - true
    if abs(slope) < _SURE:
        return
    square = slope * slope
    for one in seen:
        squares[one] += square
        weights[one] -= _RATE * slope / math.sqrt(squares[one])
