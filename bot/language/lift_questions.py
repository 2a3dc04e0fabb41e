"""Whether a message asks whether or when to lift, where its words do not say so plainly.

It is learnt from messages that ask it, and from all others (`content/en/asked.txt`, `not_asked.txt`, `own.txt`,
`elsewhere.txt`): a logistic regression over words, pairs and near pairs, in which all days are one word, and so are all
times, lifts and runs. It only decides about messages that nothing else understands.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import groupby, pairwise
from typing import Final

from bot.language.regression import learnt, resting
from bot.language.text import normalise


class Stand(StrEnum):
    """How plainly a message that names a lift may ask about it, as far as rules tell."""

    PLAIN = "plain"
    """A question that names a moment too, and asks nothing else that a rule knows."""

    ASKED = "asked"
    TOLD = "told"
    DOUBTED = "doubted"
    """A run seems to be asked about, or the lift only told of."""


LEAST: Final[Mapping[Stand, float]] = {Stand.PLAIN: 2.0, Stand.ASKED: 4.0, Stand.TOLD: 2.5, Stand.DOUBTED: 7.0}
"""The leaning from which each asks whether to lift: two in three of those that no rule reads, 1 in 100 others."""

_CLASSES: Final[Mapping[str, tuple[str, ...]]] = {
    "@day": ("weekday", "near_day", "weekday_habit", "days"),
    "@lift": ("lift", "exercise"),
    "@run": ("kind", "race_distance"),
    "@part": ("part",),
    "@gear": ("equipment",),
    "@body": ("body",),
    "@else": ("plain",),
    "#": ("number",),
}
UPPER: Final = frozenset({"upper body", "upper"})
"""What one lifts for above the legs."""

_COUNTED: Final = ("@day", "@lift", "@run", "@part", "@time")
_MOST: Final = 2
_LONGEST_PHRASE: Final = 3
_LENGTHS: Final = range(0, 35, 5)
_ENDS: Final = ".!?\n;"
_END: Final = "|"
_WORD: Final = re.compile(rf"@time|[^\W\d_]+|\d+|[{_ENDS}]+")
_TIME: Final = re.compile(
    r"\b\d{1,2}[:.h]\d\d ?(?:[ap]\.?m\b)?|\b\d{1,2} ?[ap]\.?m\b|\b(?:half|quarter) (?:past|to|[a-z]+)\b"
)


class LiftQuestions:
    """Learnt once from messages that ask whether or when to lift and from others; then linear in a text."""

    def __init__(
        self, ones: Collection[str] = (), others: Collection[str] = (), classes: Mapping[str, str] | None = None
    ) -> None:
        """Take both sorts; what asks beside what it tells is no example of the others. Of nothing nothing is learnt.

        `classes` puts one word for all phrases of a class (`classes_of`).
        """
        asked = frozenset(ones)
        self._ones, self._others = ones, [text for text in others if text not in asked]
        self.classes = classes or {}
        self._sizes = _sizes_by_first_word(self.classes)

    def asks(self, text: str, stand: Stand) -> bool:
        """Tell whether a text leans to asking as far as its stand wants. Linear in the text; no text raises."""
        return self.leaning(text, question=stand is not Stand.TOLD) >= LEAST[stand]

    def leaning(self, text: str, *, question: bool = False) -> float:
        """Return how far a text leans to asking (above 0) or not: the logarithm of the odds."""
        return sum(self._weights.get(said, 0.0) for said in self._features(text, question=question))

    def prepare(self, rest: Callable[[], None] = lambda: None) -> None:
        """Learn now, which takes about a second; `rest` is called often meanwhile."""
        self._learn(rest)

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        return self._learn(lambda: None)

    def _learn(self, rest: Callable[[], None]) -> Mapping[str, float]:
        if "_weights" not in self.__dict__:
            sorts = ((self._ones, True), (self._others, False))
            texts = ((text, asks) for texts, asks in sorts for text in texts)
            examples = [(self._features(text), asks) for text, asks in resting(texts, rest)]
            self.__dict__["_weights"] = learnt(examples, rest=rest)
        return self._weights

    def _features(self, text: str, *, question: bool = False) -> Collection[str]:
        """Return what is seen of a text, each once, in a fixed order."""
        plain = _TIME.sub(" @time ", normalise(text).lower()).replace("'", "")
        said = self._words(plain)
        words = [word for word in said if word != _END]
        found = dict.fromkeys((*words, *_pairs(words), *_outline(words), "?" if question or "?" in plain else "."))
        for end, part in groupby(said, _END.__eq__):
            found.update(() if end else dict.fromkeys(_ends(list(part))))
        return found

    def _words(self, text: str) -> list[str]:
        """Return the words of a text, one for all of a class, and where sentences end; every number is "#"."""
        said, found, at = _WORD.findall(text), [], 0
        while at < len(said):
            word, size = said[at], 1
            if word in self._sizes:
                word, size = self._class_at(said, at)
            found.append("#" if word.isdecimal() else _END if word[0] in _ENDS else word)
            at += size
        return found

    def _class_at(self, said: list[str], at: int) -> tuple[str, int]:
        """Return the class of the longest phrase that begins at a word, or the word, and how many words it has."""
        for size in self._sizes[said[at]]:
            phrase = said[at] if size == 1 else " ".join(said[at : at + size])
            if (known := self.classes.get(phrase)) is not None:
                return known, min(size, len(said) - at)
        return said[at], 1


def classes_of(senses: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Return the word that is put for each phrase of the vocabulary that names a day, a lift, a run or the like."""
    found = dict.fromkeys(UPPER, "@lift")
    for phrase, groups in senses.items():
        known = next((name for name, members in _CLASSES.items() if any(one in groups for one in members)), None)
        if known is not None:
            found[phrase.replace("'", "")] = known
    return found


def _sizes_by_first_word(phrases: Iterable[str]) -> dict[str, list[int]]:
    """Return how many words the phrases have that begin with a word, the most first; longer ones are never heard."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        found.setdefault(words[0], set()).update(() if len(words) > _LONGEST_PHRASE else (len(words),))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


def _pairs(words: list[str]) -> list[str]:
    near = [f"{one}..{other}" for one, other in zip(words, words[2:], strict=False)]
    return [f"{one} {other}" for one, other in pairwise(words)] + near


def _outline(words: list[str]) -> Iterator[str]:
    """Yield how many days, lifts and the like are named, in which order, and how long the text is."""
    yield from (f"{name} {min(words.count(name), _MOST)}" for name in _COUNTED)
    named = [word for word in words if word.startswith("@")]
    yield from (f"~{''.join(one)}" for one in (*pairwise(named), *zip(named, named[1:], named[2:], strict=False)))
    yield f"long {sum(len(words) > one for one in _LENGTHS)}"


def _ends(words: list[str]) -> tuple[str, ...]:
    """Return the first word of a sentence and its first two, the last and the last two, marked as such."""
    return (f"^{words[0]}", f"^ {' '.join(words[:2])}", f"${words[-1]}", f"$ {' '.join(words[-2:])}")
