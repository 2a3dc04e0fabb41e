"""Which of two sorts of texts a text is like, learnt from both: naive Bayes over words, pairs and near pairs."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, Final

from bot.language.leaning import leaning, weight

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_ENDS: Final = re.compile(r"[.!?\n;]+")
_RARE: Final = 0.00015
"""The share of texts that a word is given which one of the two sorts never holds."""


class Learnt:
    """Learnt once from sentences of the one sort and of the other; then it takes time linear in a text."""

    least: ClassVar[int] = 2
    """What stands in fewer texts than these says nothing of another one."""

    openings: ClassVar[bool] = False
    """Whether the first words of a sentence count once more: they tell who it is about."""

    unheard: ClassVar[frozenset[str]] = frozenset()
    """Words that count for nothing."""

    def __init__(self, ones: Collection[str], others: Collection[str]) -> None:
        """Take the sentences; they are weighed by `prepare`, or else when the first message comes."""
        self._ones, self._others = ones, others

    def prepare(self) -> None:
        """Weigh all sentences now; that takes some tenths of a second."""
        _ = self._weights

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """Return what each word and pair says, by how much oftener it stands in texts of the one sort."""
        one, other = self._counted(self._ones), self._counted(self._others)
        known = (said for said in one | other if one[said] + other[said] >= self.least)
        sizes = len(self._ones), len(self._others)
        return {said: weight(said, one[said] / sizes[0] + _RARE, other[said] / sizes[1] + _RARE) for said in known}

    def leaning(self, text: str) -> float:
        """Return how far a text leans to the one sort (above 0) or to the other (below 0)."""
        return leaning(self._features(text), self._weights)

    def _counted(self, texts: Iterable[str]) -> Counter[str]:
        return Counter(said for text in texts for said in self._features(text))

    def _features(self, text: str) -> set[str]:
        """Return the words of a text, its pairs, and the pairs with one word between; every number is the same."""
        words = self._words(text)
        near = (f"{one}..{other}" for one, other in zip(words, words[2:], strict=False))
        found = {*words, *_pairs(words), *near}
        return (
            found | {said for part in _ENDS.split(text) for said in _opening(self._words(part))}
            if self.openings
            else found
        )

    def parts(self, text: str, *, fewest: int) -> tuple[str, ...]:
        """Return a text and its sentences, those that have at least so many words that count."""
        return tuple(part for part in dict.fromkeys((text, *_ENDS.split(text))) if len(self._words(part)) >= fewest)

    def _words(self, text: str) -> list[str]:
        """Return the words of a text in lower case, without apostrophes; every number is "#"."""
        said = _WORD.findall(text.lower().replace("'", ""))
        return ["#" if word.isdecimal() else word for word in said if word not in self.unheard]


def _pairs(words: list[str]) -> Iterable[str]:
    return (f"{one} {other}" for one, other in pairwise(words))


def _opening(words: list[str]) -> Iterable[str]:
    """Return the first word of a sentence, and its first two, marked as such."""
    first = words[:2]
    return {f"^{first[0]}", f"^ {' '.join(first)}"} if first else ()
