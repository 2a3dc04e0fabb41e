"""How much a text sounds like the guide's world at all, whatever it asks: naive Bayes over words and pairs of words."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SMOOTHING: Final = 0.4
_MOST: Final = 2.5
"""How much one word can count; a single one may not decide."""

_PAIR: Final = 0.5

_UNKNOWN: Final = -0.4
"""What a word counts that stands in no text of either sort, not even with one letter changed."""

_SHORTEST_GUESS: Final = 4
"""Shorter words are too like each other to be taken for one another."""


class Scope:
    """Learnt from ways of asking what the guide answers, and from what people ask that is none of its business."""

    def __init__(self, inside: Sequence[Sequence[str]], outside: Sequence[Sequence[str]]) -> None:
        """Count in how many texts of each sort a word or pair stands."""
        self._inside, self._outside = _counted(inside), _counted(outside)
        self._words = [word for word in {**self._inside, **self._outside} if " " not in word]
        self._sizes = (len(inside) + 2 * _SMOOTHING, len(outside) + 2 * _SMOOTHING)

    def leaning(self, words: Sequence[str]) -> float:
        """Return how far a text leans to the inside (above 0) or the outside (below 0)."""
        features = _features([self._meant(word) for word in words])
        return sum(map(self._weight, features)) / math.sqrt(len(features) or 1)

    def _meant(self, word: str) -> str:
        """Return the word that a misspelt one probably is: one slip away."""
        if len(word) < _SHORTEST_GUESS or word in self._inside or word in self._outside:
            return word
        found = process.extractOne(word, self._words, scorer=OSA.distance, score_cutoff=1)
        return word if found is None else found[0]

    def _weight(self, feature: str) -> float:
        share = _PAIR if " " in feature else 1.0
        if feature not in self._inside and feature not in self._outside:
            return _UNKNOWN * share
        inside = math.log((self._inside[feature] + _SMOOTHING) / self._sizes[0])
        outside = math.log((self._outside[feature] + _SMOOTHING) / self._sizes[1])
        return max(-_MOST, min(_MOST, inside - outside)) * share


def _counted(texts: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(feature for words in texts for feature in set(_features(words)))


def _features(words: Sequence[str]) -> list[str]:
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]
