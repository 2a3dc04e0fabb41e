"""The index of the search: all examples weighed once, by how rare each of their features is.

A feature is named by its sort and itself: "w:" a word, "p:" a pair of words, "s:" a synonym, "c:" a piece of a word.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from typing import Final, TypeVar

_WEIGHTS: Final = {"w": 1.0, "p": 0.7, "s": 0.8, "c": 0.35}
_UNKNOWN: Final = 0.6
"""How much a word counts that no example holds: the more of them, the less sure anything is."""

_MOST_EXAMPLES: Final = {"w": 400, "p": 400, "s": 400, "c": 40}
"""What more examples hold than this helps to choose a place, not an example; that makes it three times as fast."""

_LEAST_EXAMPLES: Final = {"w": 1, "p": 2, "s": 1, "c": 2}
"""What fewer examples hold is left out: a pair or piece that stands once says nothing of another text."""

_WHOLE: Final = 1.5
"""How much the whole of a place counts; its best example counts 1."""

_SMOOTHING: Final = 0.05
"""What every feature counts in every place, there or not, when places are compared by likelihood."""

_KEPT: Final = 80

_BETWEEN_RESTS: Final = 50

Vector = Mapping[str, float]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an example belongs: a topic's slug, a subject that is not covered, a refusal, a request."""

    sort: str
    key: str


class _InPlaces:
    """Numbers of places, each with what a feature weighs in the whole of it and what it adds to its likelihood.

    Arrays take a twelfth of the room that a list of tuples does.
    """

    __slots__ = ("_likelihoods", "_numbers", "_weights")

    def __init__(self) -> None:
        self._numbers, self._weights, self._likelihoods = array("I"), array("f"), array("f")

    def put(self, number: int, weight: float, likelihood: float) -> None:
        """Add a place."""
        self._numbers.append(number)
        self._weights.append(weight)
        self._likelihoods.append(likelihood)

    def __iter__(self) -> Iterator[tuple[int, float, float]]:
        """Yield the numbers with their weights and likelihoods."""
        return zip(self._numbers, self._weights, self._likelihoods, strict=True)


_NOWHERE: Final = _InPlaces()


class Index:
    """All examples, weighed once: what each feature counts, and the examples and places that hold it."""

    def __init__(self, examples: Sequence[tuple[Place, Mapping[str, int]]], *, rest: Callable[[], None]) -> None:
        documents = Counter(chain.from_iterable(features for _, features in examples))
        self._rarest = math.log(len(examples) + 1)
        self._weight = {
            one: _WEIGHTS[one[0]] * (self._rarest - math.log(count + 0.5))
            for one, count in documents.items()
            if count >= _LEAST_EXAMPLES[one[0]]
        }
        self.places = list(dict.fromkeys(place for place, _ in examples))
        # Numbers instead of places in what follows: a question comes upon some ten thousand of them.
        numbers = {place: number for number, place in enumerate(self.places)}
        self._place_of = [numbers[place] for place, _ in examples]
        self._squares = {one: weight * weight for one, weight in self._weight.items()}
        # The examples that hold a feature, by number, and what it counts in those that hold it more than once.
        self._holding = {one: array("I") for one in self._weight if documents[one] <= _MOST_EXAMPLES[one[0]]}
        self._oftener: dict[str, dict[int, float]] = defaultdict(dict)
        self._shares = array("d")
        shares: list[dict[str, float]] = [defaultdict(float) for _ in self.places]
        for number, (_, features) in resting(zip(self._place_of, examples, strict=True), rest):
            self._add(features, shares[number])
        self._by_place: dict[str, _InPlaces] = defaultdict(_InPlaces)
        self._sizes = [self._add_place(number, held) for number, held in resting(enumerate(shares), rest)]

    def _add(self, features: Mapping[str, int], held: dict[str, float]) -> None:
        """Take in an example, and add to the features that its place holds.

        What a feature weighs in an example of length 1 is its own weight times the same share for all of them: to add
        the shares of 800,000 features, and weigh the sums, takes half of the time of weighing each.
        """
        number, holding, squares = len(self._shares), self._holding, self._squares
        known = [one for one in features if one in squares]
        oftener = {one: 1 + math.log(n) for one, n in features.items() if n > 1 and one in squares}
        square = sum(map(squares.__getitem__, known)) + sum(squares[one] * (n * n - 1) for one, n in oftener.items())
        share = 1 / (math.sqrt(square) or 1.0)
        self._shares.append(share)
        for one in known:
            held[one] += share
        for one in holding.keys() & features.keys():
            holding[one].append(number)
        for one, times in oftener.items():
            held[one] += share * (times - 1)
            if one in holding:
                self._oftener[one][number] = times

    def _add_place(self, number: int, held: Mapping[str, float]) -> float:
        """Take in the features of a place, and return the logarithm of what they count together."""
        total = {one: share * self._weight[one] for one, share in held.items()}
        for feature, weight in normed(total).items():
            self._by_place[feature].put(number, weight, math.log1p(total[feature] / _SMOOTHING))
        return math.log(sum(total.values()) + _SMOOTHING * len(self._weight))

    def like_wholes(self, vector: Vector) -> tuple[list[float], list[float]]:
        """Return for each place how like the whole of it a text is, and how much likelier than in others it is there.

        The first is an angle between vectors, the second a multinomial naive Bayes in standard deviations from the
        mean of all places: they fail on different questions.
        """
        alike = [0.0] * len(self.places)
        length = sum(vector.values())
        likely = [-length * size for size in self._sizes]
        for feature, weight in vector.items():
            for number, other, likelihood in self._by_place.get(feature, _NOWHERE):
                alike[number] += _WHOLE * weight * other
                likely[number] += weight * likelihood
        return alike, _standardised(likely)

    def like_examples(self, vector: Vector) -> dict[int, list[float]]:
        """Return how like a text the nearest examples are, best first, by the number of their place."""
        scores = [0.0] * len(self._place_of)
        shares = self._shares
        for feature, weight in vector.items():
            weighed, oftener = weight * self._weight.get(feature, 0.0), self._oftener.get(feature, {})
            for example in self._holding.get(feature, ()):
                scores[example] += weighed * shares[example]
            for example, times in oftener.items():
                scores[example] += weighed * shares[example] * (times - 1)
        nearest = nlargest(_KEPT, (example for example, score in enumerate(scores) if score), key=scores.__getitem__)
        best: dict[int, list[float]] = defaultdict(list)
        for example in nearest:
            best[self._place_of[example]].append(scores[example])
        return best

    def weighed(self, features: Mapping[str, int]) -> dict[str, float]:
        """Return what each known feature of a text weighs."""
        weight = self._weight
        return {
            one: weight[one] if count == 1 else (1 + math.log(count)) * weight[one]
            for one, count in features.items()
            if one in weight
        }

    def unknown(self, features: Mapping[str, int]) -> float:
        """Return the square of what the words weigh that no example holds."""
        unknown = (one for one in features if one[0] == "w" and one not in self._weight and not one[2:].isdecimal())
        return sum(_UNKNOWN * self._rarest**2 for _ in unknown)


def _standardised(numbers: Sequence[float]) -> list[float]:
    """Return numbers in standard deviations from their mean; all 0 where they are alike."""
    mean = sum(numbers) / len(numbers)
    deviation = math.sqrt(sum((one - mean) ** 2 for one in numbers) / len(numbers))
    return [(one - mean) / deviation if deviation else 0.0 for one in numbers]


def never() -> None:
    """Take no rest: somebody waits."""


def resting(items: Iterable[T], rest: Callable[[], None]) -> Iterator[T]:
    """Yield items, with a rest after every few hundredths of a second's worth."""
    for number, item in enumerate(items):
        if number % _BETWEEN_RESTS == 0:
            rest()
        yield item


def normed(vector: Vector, *, beside: float = 0.0) -> dict[str, float]:
    """Return a vector of length 1; `beside` is the square of what it holds that is nowhere in the index."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()) + beside) or 1.0
    return {feature: weight / length for feature, weight in vector.items()}
