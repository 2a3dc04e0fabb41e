"""Whether a text sounds like a red flag though no phrase says so: naive Bayes over words, pairs and near pairs.

It never decides: what it hears is asked about once. It is learnt from sentences that tell of a red flag and from others
that do not, among them many that only seem to (`content/en/alarming.txt`, `harmless.txt`).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Final

from bot.language.leaning import leaning, weight

RINGS: Final = 1.35
"""The leaning from which a text is asked about: 1 in 400 ordinary messages, and most red flags in unheard words."""

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_RARE: Final = 0.00015
"""The share of texts that a word is given which one of the two sorts never holds."""

_LEAST: Final = 2
"""What stands in fewer texts says nothing of another one."""

_ILLS: Final = frozenset({"fever", "feverish", "chills", "temperature", "temp"})
"""A red flag only beside what sounds like one itself: alone they are an illness, which is noted."""

_FEWEST_WORDS: Final = 5
_ENDS: Final = re.compile(r"[.!?\n;]+")


class Alarm:
    """Learnt once; `rings` then takes time linear in the text."""

    def __init__(self, alarming: Collection[str], harmless: Collection[str]) -> None:
        """Take the sentences; they are weighed by `prepare`, or else when the first message comes."""
        self._alarming, self._harmless = alarming, harmless

    def prepare(self) -> None:
        """Weigh all sentences now; that takes a third of a second."""
        _ = self._weights

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """Return what each word and pair says, by how much oftener it stands in alarming texts."""
        loud, calm = _counted(self._alarming), _counted(self._harmless)
        known = (one for one in loud | calm if loud[one] + calm[one] >= _LEAST)
        sizes = len(self._alarming), len(self._harmless)
        return {one: weight(one, loud[one] / sizes[0] + _RARE, calm[one] / sizes[1] + _RARE) for one in known}

    def leaning(self, text: str) -> float:
        """Return how far a text leans to the alarming (above 0) or the harmless (below 0)."""
        return leaning(_features(text), self._weights)

    def rings(self, text: str) -> bool:
        """Tell whether a text, or one of its sentences, sounds like a red flag."""
        parts = dict.fromkeys((text, *_ENDS.split(text)))
        return any(len(_words(part)) >= _FEWEST_WORDS and self.leaning(part) >= RINGS for part in parts)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(one for text in texts for one in _features(text))


def _features(text: str) -> set[str]:
    """Return the words of a text, its pairs, and the pairs with one word between; every number is the same."""
    words = _words(text)
    near = (f"{one}..{other}" for one, other in zip(words, words[2:], strict=False))
    return {*words, *(f"{one} {other}" for one, other in pairwise(words)), *near}


def _words(text: str) -> list[str]:
    said = _WORD.findall(text.lower().replace("'", ""))
    return ["#" if word.isdecimal() else word for word in said if word not in _ILLS]
