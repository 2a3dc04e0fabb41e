"""The index of the search: all examples weighed once, by how rare each of their features is.

A feature is named by its sort and itself: "w:" a word, "p:" a pair of words, "s:" a synonym, "c:" a piece of a word.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
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


class _Postings:
    """Numbers of examples with a weight each, in a twelfth of the room that a list of pairs takes."""

    __slots__ = ("_numbers", "_weights")

    def __init__(self) -> None:
        self._numbers, self._weights = array("I"), array("f")

    def add(self, number: int, weight: float) -> None:
        """Add a number with its weight."""
        self._numbers.append(number)
        self._weights.append(weight)

    def __iter__(self) -> Iterator[tuple[int, float]]:
        """Yield the numbers with their weights."""
        return zip(self._numbers, self._weights, strict=True)


class _InPlaces(_Postings):
    """Numbers of places, each with what a feature weighs in the whole of it and what it adds to its likelihood."""

    __slots__ = ("_likelihoods",)

    def __init__(self) -> None:
        super().__init__()
        self._likelihoods = array("f")

    def put(self, number: int, weight: float, likelihood: float) -> None:
        """Add a place."""
        self.add(number, weight)
        self._likelihoods.append(likelihood)

    def both(self) -> Iterator[tuple[int, float, float]]:
        """Yield the numbers with their weights and likelihoods."""
        return zip(self._numbers, self._weights, self._likelihoods, strict=True)


_NONE: Final = _Postings()
_NOWHERE: Final = _InPlaces()


class Index:
    """All examples, weighed once: what each feature counts, and the examples and places that hold it."""

    def __init__(self, examples: Sequence[tuple[Place, Mapping[str, int]]], *, rest: Callable[[], None]) -> None:
        documents = Counter(feature for _, features in examples for feature in features)
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
        self._by_example: dict[str, _Postings] = defaultdict(_Postings)
        self._by_place: dict[str, _InPlaces] = defaultdict(_InPlaces)
        sums: list[dict[str, float]] = [defaultdict(float) for _ in self.places]
        numbered = enumerate(zip(self._place_of, examples, strict=True))
        for example, (number, (_, features)) in resting(numbered, rest):
            total = sums[number]
            for feature, weight in normed(self.weighed(features)).items():
                total[feature] += weight
                if documents[feature] <= _MOST_EXAMPLES[feature[0]]:
                    self._by_example[feature].add(example, weight)
        for number, total in resting(enumerate(sums), rest):
            for feature, weight in normed(total).items():
                self._by_place[feature].put(number, weight, math.log1p(total[feature] / _SMOOTHING))
        self._sizes = [math.log(sum(total.values()) + _SMOOTHING * len(self._weight)) for total in sums]

    def like_wholes(self, vector: Vector) -> tuple[list[float], list[float]]:
        """Return for each place how like the whole of it a text is, and how much likelier than in others it is there.

        The first is an angle between vectors, the second a multinomial naive Bayes in standard deviations from the
        mean of all places: they fail on different questions.
        """
        alike = [0.0] * len(self.places)
        length = sum(vector.values())
        likely = [-length * size for size in self._sizes]
        for feature, weight in vector.items():
            for number, other, likelihood in self._by_place.get(feature, _NOWHERE).both():
                alike[number] += _WHOLE * weight * other
                likely[number] += weight * likelihood
        return alike, _standardised(likely)

    def like_examples(self, vector: Vector) -> dict[int, list[float]]:
        """Return how like a text the nearest examples are, best first, by the number of their place."""
        scores = [0.0] * len(self._place_of)
        for feature, weight in vector.items():
            for example, other in self._by_example.get(feature, _NONE):
                scores[example] += weight * other
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
