"""How far a text leans to one sort of texts rather than to another: naive Bayes over its words and pairs of words."""

import math
from collections.abc import Collection, Mapping
from typing import Final

_MOST: Final = 2.5
"""How much one word can count; a single one may not decide."""

_PAIR: Final = 0.5
"""How much a pair counts beside a word."""


def word_or_pair(feature: str) -> float:
    """Return what a feature counts by its sort: a pair holds a space, or two dots for the word between."""
    return _PAIR if " " in feature or ".." in feature else 1.0


def weight(feature: str, one: float, other: float) -> float:
    """Return what a feature says for the one sort (above 0), from the shares (above 0) of both that hold it."""
    return max(-_MOST, min(_MOST, math.log(one / other))) * word_or_pair(feature)


def leaning(features: Collection[str], weights: Mapping[str, float], *, unknown: float = 0.0) -> float:
    """Return how far features lean to the one sort (above 0) or the other (below 0), whatever their number.

    `unknown` is what a word counts that has no weight.
    """
    known = (weights[one] if one in weights else unknown * word_or_pair(one) for one in features)
    return sum(known) / math.sqrt(len(features) or 1)
