"""How much a text sounds like the guide's world at all, whatever it asks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.leaning import leaning, weight

_SMOOTHING: Final = 0.4

_UNKNOWN: Final = -0.4
"""What a word counts that stands in no text of either sort, not even with one letter changed."""

_SHORTEST_GUESS: Final = 4
"""Shorter words are too like each other to be taken for one another."""


class Scope:
    """Learnt from ways of asking what the guide answers, and from what people ask that is none of its business."""

    def __init__(self, inside: Sequence[Sequence[str]], outside: Sequence[Sequence[str]]) -> None:
        """Weigh each word and pair by how much oftener it stands in texts of the inside."""
        ours, others = _counted(inside), _counted(outside)
        our_size, other_size = len(inside) + 2 * _SMOOTHING, len(outside) + 2 * _SMOOTHING
        self._weights = {
            one: weight(one, (ours[one] + _SMOOTHING) / our_size, (others[one] + _SMOOTHING) / other_size)
            for one in {**ours, **others}
        }
        self._words = [word for word in self._weights if " " not in word]

    def leaning(self, words: Sequence[str]) -> float:
        """Return how far a text leans to the inside (above 0) or the outside (below 0)."""
        return leaning(_features([self._meant(word) for word in words]), self._weights, unknown=_UNKNOWN)

    def _meant(self, word: str) -> str:
        """Return the word that a misspelt one probably is: one slip away."""
        if len(word) < _SHORTEST_GUESS or word in self._weights:
            return word
        found = process.extractOne(word, self._words, scorer=OSA.distance, score_cutoff=1)
        return word if found is None else found[0]


def _counted(texts: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(feature for words in texts for feature in set(_features(words)))


def _features(words: Sequence[str]) -> list[str]:
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]
