"""The search over the form guide: which topic a question means, or that nobody can tell.

Each way of asking in the content is an example. A question is compared with every example and with the whole of each
topic, by words, pairs of words, pieces of words (typing mistakes) and synonyms, each weighed by how rare it is. What
was tried instead stands in benchmarks/README.md.
"""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from threading import Lock
from typing import Final

from bot.app.guide import FormGuide, Found, Request, TopicKind
from bot.library.index import Index, Place, never, normed, resting
from bot.library.scope import Scope

TOPIC: Final = "topic"
NOT_COVERED: Final = "not_covered"
REFUSAL: Final = "refusal"
REQUEST: Final = "request"
COMMON: Final = "deadlift"
"""The synonym that every question may hold: it stands for its words instead of beside them."""

LEAST: Final = 0.65
LEAST_REFUSAL: Final = 0.69
"""The scores from which a place is taken as meant; below them the bot says that it does not know."""

LEAST_UNASKED: Final = 1.2
"""The same for a text that asks nothing: "my back rounds" is about a topic, "my coach says the opposite" is not."""

SURE: Final = 0.85
"""The score from which a topic is beyond doubt, of a text that asks."""

LEAST_REQUEST: Final = 0.8
LEAST_REQUEST_UNASKED: Final = 1.35
"""The same for requests: "remove thursday" is no wish to be deleted, "away next week" none to see the week."""

REQUEST_AHEAD: Final = 0.15
"""By so much a request has to be likelier than any topic."""

REMARKS: Final = frozenset(
    {
        *(Request.VERDICT, Request.EXPLAIN, Request.WRONG, Request.OKAY, Request.BYE),
        *(Request.FRESH, Request.TIRED, Request.LEAVING, Request.BACK),
    }
)
MOST_WORDS: Final = 8
"""A remark is short: "gym this evening yes or no" at the end of a long text is no remark."""

_WORD: Final = re.compile(r"[a-z0-9]+")
_APOSTROPHES: Final = str.maketrans("", "", "'\u2019\u2018`")
_LONGEST: Final = 600  # characters; a question says what it is about long before
_PIECES: Final = (3, 4)
_WITHOUT_PIECES: Final = frozenset(
    {
        *("a", "an", "the", "is", "are", "do", "i", "my", "me", "to", "of", "in", "for", "it", "and", "or", "on", "at"),
        *("so", "u", "you", "can", "that", "this", "with", "be", "im", "am", "if"),
    }
)
_SCOPE: Final = 0.3
"""How much it counts whether a text sounds like the guide's world at all."""

_EXAMPLES: Final = (1.0, 0.5, 0.3, 0.2)
"""How much the best examples of a place count."""

_LIKELIHOOD: Final = 0.2
"""How much a standard deviation of likelihood counts in the order of the places."""

_REMEMBERED: Final = 4
_NEAREST: Final = 3
_OF_THE_BODY: Final = frozenset({"doms", "hydration"})
"""Topics on what comes after a lift that are about no run."""


STRANGE: Final = Place(REFUSAL, "off_topic")
"""What people ask that has nothing to do with the guide; the search learns from it what is not its business."""


DELETION: Final = Place(REQUEST, Request.DELETE)
LEAST_DELETION: Final = 1.5
"""Nobody may be led to delete everything by a word: "delete that 60 kg lift" is about one lift."""


class Search:
    """The port `Finder` over one language's guide."""

    def __init__(self, guide: FormGuide, synonyms: Mapping[str, Iterable[str]]) -> None:
        """Take the examples; they are weighed by `prepare`, or else when the first question comes."""
        self._guide = guide
        self._said_plainly = set(_said_plainly(guide))
        self._about_when = {Place(TOPIC, topic.slug) for topic in guide.of_kind(TopicKind.SCHEDULE)}
        self._synonyms = {word: key for key, words in synonyms.items() for word in words}
        self._rest: Callable[[], None] = never
        # A message is looked up as a question, as a remark and beside what it tells: it is compared once.
        self.ranked = lru_cache(maxsize=_REMEMBERED)(self._ranked)
        self._learning = Lock()
        self._learnt: _Learnt | None = None

    def prepare(self, rest: Callable[[], None]) -> None:
        """Weigh all examples now; that takes two seconds, with many a rest until a question waits for it."""
        self._rest = rest
        self._learn()

    def _at_once(self) -> "_Learnt":
        """Return what was learnt; whoever learns it now has no more rest."""
        if self._learnt is None:
            self._rest = never
            return self._learn()
        return self._learnt

    def _learn(self) -> "_Learnt":
        with self._learning:
            if self._learnt is None:
                said = {_key(text): place for place, text in _examples(self._guide)}
                self._learnt = _Learnt(index=self._weighed(), scope=self._scoped(), said=said)
            return self._learnt

    def _weighed(self) -> Index:
        # One string for each feature, and not one for each time that it stands somewhere: half the memory.
        kept = cache(lambda word: tuple(map(sys.intern, _of_word(word))))
        examples = ((place, map(sys.intern, self._features(text, kept))) for place, text in _examples(self._guide))
        counted = [(place, Counter(features)) for place, features in resting(examples, self._take_rest)]
        return Index(counted, rest=self._take_rest)

    def _scoped(self) -> Scope:
        inside: list[list[str]] = []
        outside: list[list[str]] = []
        for place, text in _examples(self._guide):
            if place.sort == REQUEST:
                continue
            (outside if place == STRANGE else inside).append(_words(text))
        return Scope(inside, outside)

    def _take_rest(self) -> None:
        self._rest()

    def find(self, text: str, *, asked: bool = True) -> Found:
        """Return what a question is about; a text that asks nothing has to be far surer of it. No text raises."""
        ranked = _requests_behind(self.ranked(text), words=len(text.split()))
        nearest = tuple(place.key for place, _ in ranked if place.sort == TOPIC)[:_NEAREST]
        certainty = self.certainty(text, *ranked[0]) if ranked else 0.0
        ahead = (
            ranked[0][1] - next((score for place, score in ranked[1:] if place in self._about_when), 0.0)
            if ranked
            else 0.0
        )
        known = Found(nearest=nearest, ahead=ahead, sure=certainty >= SURE)
        said = self._at_once().said.get(_key(text[:_LONGEST]))
        if said is not None and (asked or said in self._said_plainly):
            return _found(said, known)
        if certainty < LEAST or not (asked or ranked[0][0] in self._said_plainly):
            return Found(nearest=nearest if asked else ())
        place = ranked[0][0]
        if certainty >= _least(place, asked=asked):
            return _found(place, known)
        if asked:
            return Found(nearest=nearest)
        return Found(nearest=(place.key,) if place.sort == TOPIC else ())

    def certainty(self, text: str, place: Place, score: float) -> float:
        """Return the score of a place, for one of the guide's world more or less by how far the text sounds like it."""
        foreign = place == STRANGE or place.sort == REQUEST
        return score if foreign else score + _SCOPE * self._at_once().scope.leaning(_words(text[:_LONGEST]))

    def _ranked(self, question: str) -> tuple[tuple[Place, float], ...]:
        """Return the places that a question may mean with their scores, likeliest first.

        The order follows the likelihood as well, unless the score alone finds nothing of the guide's in it; the score
        says how certain a place is.
        """
        index = self._at_once().index
        features = Counter(self._features(question[:_LONGEST], _of_word))
        vector = normed(index.weighed(features), beside=index.unknown(features))
        scores, likely = index.like_wholes(vector)
        for number, found in index.like_examples(vector).items():
            scores[number] += sum(share * score for share, score in zip(_EXAMPLES, found, strict=False))
        ranked = [
            (place, score, like) for place, score, like in zip(index.places, scores, likely, strict=True) if score
        ]
        ranked.sort(key=lambda one: (-one[1], one[0].key))
        if next((place.sort for place, _, _ in ranked if place.sort != REQUEST), None) == TOPIC:
            ranked.sort(key=lambda one: -one[1] - _LIKELIHOOD * one[2])
        return tuple((place, score) for place, score, _ in ranked)

    def _features(self, text: str, of_word: Callable[[str], tuple[str, ...]]) -> list[str]:
        words = [COMMON if self._synonyms.get(word) == COMMON else word for word in _words(text)]
        pairs = [f"{one} {other}" for one, other in pairwise(words)]
        known = (self._synonyms[one] for one in (*words, *pairs) if self._synonyms.get(one, COMMON) != COMMON)
        features = [f"p:{pair}" for pair in pairs] + [f"s:{key}" for key in known]
        for word in words:
            features += of_word(word)
        return features


def _requests_behind(ranked: Iterable[tuple[Place, float]], *, words: int) -> list[tuple[Place, float]]:
    """Put a request behind everything when a topic is nearly as likely, or the text too long for a remark."""
    least = next((score for place, score in ranked if place.sort == TOPIC), 0.0) + REQUEST_AHEAD

    def behind(place: Place, score: float) -> bool:
        if place.sort != REQUEST:
            return False
        return score < least or (place.key in REMARKS and words > MOST_WORDS)

    return sorted(ranked, key=lambda one: behind(*one))


def _found(place: Place, known: Found) -> Found:
    if place.sort == TOPIC:
        return replace(known, topic=place.key)
    if place.sort == NOT_COVERED:
        return replace(known, not_covered=place.key)
    if place.sort == REQUEST:
        return replace(known, request=Request(place.key))
    return replace(known, refusal=place.key)


def _least(place: Place, *, asked: bool) -> float:
    """Return how certain a place has to be."""
    if place == DELETION:
        return LEAST_DELETION
    if place.sort == REQUEST:
        return LEAST_REQUEST if asked else LEAST_REQUEST_UNASKED
    if not asked:
        return LEAST_UNASKED
    return LEAST_REFUSAL if place.sort == REFUSAL else LEAST


def _of_word(word: str) -> tuple[str, ...]:
    """Return the features of one word: itself and its pieces."""
    if word in _WITHOUT_PIECES:
        return (f"w:{word}",)
    edged = f"<{word}>"
    pieces = (edged[start : start + size] for size in _PIECES for start in range(len(edged) - size + 1))
    return (f"w:{word}", *(f"c:{piece}" for piece in pieces))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Learnt:
    """What is made of the examples: their index, whose world a text is of, and each word for word with its place."""

    index: Index
    scope: Scope
    said: Mapping[str, Place]


def _examples(guide: FormGuide) -> Iterator[tuple[Place, str]]:
    for slug, topic in guide.topics.items():
        yield from ((Place(TOPIC, slug), text) for text in (topic.title, *topic.names, *topic.asks))
    for key, subject in guide.not_covered.items():
        yield from ((Place(NOT_COVERED, key), text) for text in (subject.title, *subject.asks))
    for key, refusal in guide.refusals.items():
        yield from ((Place(REFUSAL, key), text) for text in refusal.asks)
    for request, asked in guide.requests.items():
        yield from ((Place(REQUEST, request.value), text) for text in asked.asks)


def _said_plainly(guide: FormGuide) -> Iterator[Place]:
    """Yield what a text can be about that asks nothing: days and runs are told for other reasons too."""
    about_days = {TopicKind.SCHEDULE, TopicKind.RUNNING_AFTER}
    plain = (slug for slug, topic in guide.topics.items() if topic.kind not in about_days or slug in _OF_THE_BODY)
    yield from (Place(TOPIC, slug) for slug in plain)
    yield from (Place(REFUSAL, key) for key in guide.refusals)
    yield from (Place(REQUEST, request.value) for request in guide.requests)


def _key(text: str) -> str:
    """Return a text's words, or the text itself where it has none that can be read: "👋", "東京"."""
    return " ".join(_words(text)) or text.strip()


def _words(text: str) -> list[str]:
    plain = text.casefold().translate(_APOSTROPHES)
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return _WORD.findall(plain)
