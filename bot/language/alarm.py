"""Whether a text sounds like a red flag though no phrase says so: naive Bayes over words, pairs and near pairs.

It never decides: what it hears is asked about once. It is learnt from sentences that tell of a red flag and from others
that do not, among them many that only seem to (`content/en/alarming.txt`, `harmless.txt`).
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import Final

RINGS: Final = 1.5
"""The leaning from which a text is asked about: 1 in 140 ordinary messages, and most red flags in unheard words."""

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_RARE: Final = 0.00015
"""The share of texts that a word is given which one of the two sorts never holds."""

_MOST: Final = 2.5
"""How much one word can count; a single one may not decide."""

_LESS: Final = 0.5
"""How much pairs count beside words."""

_LEAST: Final = 2
"""What stands in fewer texts says nothing of another one."""

_FEWEST_WORDS: Final = 5
_OF_A_SENTENCE: Final = 5
_ENDS: Final = re.compile(r"[.!?\n;]+")


class Alarm:
    """Learnt once; `rings` then takes time linear in the text."""

    def __init__(self, alarming: Collection[str], harmless: Collection[str]) -> None:
        """Weigh each word and pair by how much oftener it stands in alarming texts."""
        loud, calm = _counted(alarming), _counted(harmless)
        known = (one for one in loud | calm if loud[one] + calm[one] >= _LEAST)
        self._weights = {one: _weight(one, loud[one] / len(alarming), calm[one] / len(harmless)) for one in known}

    def leaning(self, text: str) -> float:
        """Return how far a text leans to the alarming (above 0) or the harmless (below 0)."""
        features = _features(text)
        return sum(self._weights.get(one, 0.0) for one in features) / math.sqrt(len(features) or 1)

    def rings(self, text: str) -> bool:
        """Tell whether a text, or one of its sentences, sounds like a red flag."""
        sentences = (one for one in _ENDS.split(text) if len(_WORD.findall(one)) >= _OF_A_SENTENCE)
        return len(_WORD.findall(text)) >= _FEWEST_WORDS and any(
            self.leaning(part) >= RINGS for part in (text, *sentences)
        )


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(one for text in texts for one in _features(text))


def _features(text: str) -> set[str]:
    """Return the words of a text, its pairs, and the pairs with one word between; every number is the same."""
    words = ["#" if word.isdecimal() else word for word in _WORD.findall(text.lower().replace("'", ""))]
    near = (f"{one}..{other}" for one, other in zip(words, words[2:], strict=False))
    return {*words, *(f"{one} {other}" for one, other in pairwise(words)), *near}


def _weight(feature: str, loud: float, calm: float) -> float:
    leaning = math.log((loud + _RARE) / (calm + _RARE))
    is_pair = " " in feature or ".." in feature
    return max(-_MOST, min(_MOST, leaning)) * (_LESS if is_pair else 1.0)
