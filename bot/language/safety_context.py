"""Whether what was said about the body is denied, supposed, old, or about somebody else."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from bot.language.matching import Match, Page, Span
from bot.language.safety_lexicon import DEFAULT_WINDOW, Group, SafetyLexicon, Said
from bot.language.safety_persons import persons

_FARTHEST_NEGATOR = 12
_LIST_REACH = 8


class Standing(StrEnum):
    """How a match counts: the runner's own and of these days, somebody else's or old, or only supposed."""

    OWN = "own"
    DOUBTFUL = "doubtful"
    SUPPOSED = "supposed"


class Context:
    """The negations, dates and persons of one text."""

    def __init__(self, page: Page, lexicon: SafetyLexicon) -> None:
        """Find every mark that says how a symptom is meant."""
        self._page = page
        self._said = lexicon.said
        self._denied: dict[int, bool] = {}
        not_negation = self.covered(Said.NOT_A_NEGATION)
        self._negators = {span.end: span for span in page.spans(Group.NEGATOR) if span.start not in not_negation}
        # "No back pain": a place of the body may stand between, whatever part of the symptom is looked at.
        self._modifiers = page.places_of(Group.MODIFIER) | page.places_of(Group.SITE)
        self._breakers = page.places_of(Group.BREAKER)
        self._list_ends = page.places_of(Group.LIST_END)
        nothing_like_it = self.covered(Said.NOT_UNTIL_NOW)
        self._until_now = {match.start for match in self.matches(Said.UNTIL_NOW)} - nothing_like_it
        self._denials = {span.start: span.end for span in page.spans(Group.DENIAL)}
        self._jokes = {match.start for match in self.matches(Said.WITHDRAWN)}
        self.clauses = _clauses(page)
        self._persons = persons(page)
        self._person_ends = [span.end for span, _ in self._persons]
        prevention = self.matches(Said.PREVENTION)
        self._prevented = {page.sentences[match.start] for match in prevention}
        self._supposed = _first_in_sentences(page, [*self.matches(Said.HYPOTHETICAL), *prevention])
        self._pointing = {span.end for span in page.spans(Group.POINTING)}
        self._is_me = bool(self.matches(Said.IS_ME))
        self._is_own_after_all = self._is_me or bool(self.matches(Said.SELF_EVIDENCE))
        current = _outside(page.spans(Group.CURRENT), self.covered(Said.NOT_CURRENT))
        self._current = {self.clauses[span.start] for span in current}
        self._old = self._old_clauses()

    def covered(self, said: Said) -> frozenset[int]:
        """Return the words that a list of phrases takes up."""
        return self._page.covered(self._said[said], window=DEFAULT_WINDOW)

    @cached_property
    def near_misses(self) -> frozenset[int]:
        """Return the words that only sound like a symptom: "back at the gym", but not "my back at the gym"."""
        return self.covered(Said.NEAR_MISS) | (self.covered(Said.GOING_BACK) - self.covered(Said.THE_BACK))

    def denies(self, match: Match) -> bool:
        """Tell whether what a match is about is denied."""
        return any(self.is_negated(span) for span in match.main)

    def is_negated(self, span: Span) -> bool:
        """Tell whether a symptom is denied: "no chest pain", "without numbness or tingling", "chest pain? no"."""
        if span.start not in self._denied:
            # Many phrases begin at one word.
            self._denied[span.start] = self._is_denied_before(span.start)
        return self._denied[span.start] or (not self._jokes and self._is_denied_after(span.end))

    def outside(self, covered: frozenset[int]) -> Callable[[Span], bool]:
        """Return what tells whether a span is neither covered nor denied."""

        def keep(span: Span) -> bool:
            return covered.isdisjoint(range(span.start, span.end)) and not self.is_negated(span)

        return keep

    def denied(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Yield each of some spans that is denied, from the word that denies it to its end, or behind it."""
        for span in spans:
            if not self.is_negated(span):
                continue
            before = (self._negators[place].start for place in range(span.start, -1, -1) if place in self._negators)
            if self._denied[span.start]:
                yield Span(next(before), span.end)
            else:
                yield Span(span.start, self._denials[span.end])

    def standing(self, match: Match) -> Standing:
        """Return how a match counts."""
        if self.is_supposed(match):
            return Standing.SUPPOSED
        doubtful = self._is_somebody_elses(match) or self.is_old(match) or self._is_joked_about(match)
        return Standing.DOUBTFUL if doubtful else Standing.OWN

    def is_dated_old(self, match: Match) -> bool:
        """Tell whether an old date stands in the clauses of a match, or beside them."""
        clauses = {self.clauses[match.start], self.clauses[match.end - 1]}
        marks = (mark for clause in clauses for mark in self._old.get(clause, ()))
        return any(all(mark.end <= one.start or one.end <= mark.start for one in match.main) for mark in marks)

    def is_supposed(self, match: Match) -> bool:
        """Tell whether it is only supposed; "what if this chest pain" and "how do I fix my knee pain" are not."""
        sentence = self._page.sentences[match.start]
        is_pointed_at = match.start in self._pointing and sentence not in self._prevented
        if self._is_own_after_all or is_pointed_at:
            return False
        first = self._supposed.get(sentence)
        return first is not None and first < match.start

    def is_old(self, match: Match) -> bool:
        """Tell whether a match is dated old and nothing beside it says that it goes on."""
        clauses = {self.clauses[match.start], self.clauses[match.end - 1]}
        return not clauses & self._current and (self.is_dated_old(match) or self._is_told_and_healed(match))

    def last_person(self, *, before: int) -> tuple[Span, bool] | None:
        """Return the last person named before a word, with whether it is somebody else."""
        index = bisect_left(self._person_ends, before + 1) - 1
        return self._persons[index] if index >= 0 else None

    def matches(self, said: Said) -> list[Match]:
        """Return where any of a list of phrases stands, denied or not."""
        phrases = self._page.likely(self._said[said])
        return [match for phrase in phrases for match in self._page.find(phrase, window=DEFAULT_WINDOW)]

    def _is_denied_before(self, start: int) -> bool:
        """Walk back from a symptom to a negator: through "any", "real" at once, through other symptoms in a list."""
        listed = self._is_in_closed_list(start)
        for place in range(start, max(start - _FARTHEST_NEGATOR, 0), -1):
            pause = self._page.words[place].pause
            # "No, chest pain!" answers a question; a comma inside a list does not end it.
            if pause == "." or (pause == "," and (place in self._negators or not listed)):
                return False
            if place in self._negators:
                return not self._happens_now(start)
            listed = listed or place - 1 in self._list_ends
            if not self._is_passed(place - 1, listed=listed):
                return False
        return False

    def _is_passed(self, place: int, *, listed: bool) -> bool:
        if place in self._modifiers or place in self._list_ends:
            return True
        return listed and place not in self._breakers

    def _is_in_closed_list(self, start: int) -> bool:
        """Tell whether "or" follows in the sentence, so that commas before it separate one list."""
        for place in range(start + 1, min(start + _LIST_REACH, len(self._page.words))):
            if self._page.words[place].pause == "." or place in self._breakers:
                return False
            if place in self._list_ends:
                return True
        return False

    def _happens_now(self, start: int) -> bool:
        """Tell whether "never" is taken back: "never had chest pain like this", "never until today"."""
        return any(place in self._until_now for place in range(start, start + _LIST_REACH))

    def _is_denied_after(self, end: int) -> bool:
        words = self._page.words
        if end >= len(words) or end not in self._denials:
            return False
        after = self._denials[end]
        # "Chest pain no, fainting no" is a list of answers; once alone a pause must part it.
        is_apart = words[end].pause != "" or words[end - 1].question or len(self._denials) > 1
        return is_apart and (after >= len(words) or words[after].pause != "" or after in self._jokes)

    def _is_somebody_elses(self, match: Match) -> bool:
        """Tell whether the last person named up to the match, in its sentence, is not the runner, nor "that's me"."""
        if self._is_me:
            return False
        person = self._person_around(match.start) or self.last_person(before=match.end)
        if person is None:
            return False
        span, is_other = person
        return is_other and self._page.sentences[span.start] == self._page.sentences[match.start]

    def _person_around(self, place: int) -> tuple[Span, bool] | None:
        """Return the person in whose name a sign stands: "my pregnant sister"."""
        index = bisect_right(self._person_ends, place)
        person = self._persons[index] if index < len(self._persons) else None
        return person if person is not None and person[0].start <= place else None

    def _is_joked_about(self, match: Match) -> bool:
        """Tell whether a denial is half a joke: "chest pain? nah, just kidding" is asked about."""
        return bool(self._jokes) and self._is_denied_after(match.end)

    def _old_clauses(self) -> Mapping[int, list[Span]]:
        """Return what dates clauses as old: marks in the clause, or beside it in a clause that says nothing else."""
        marks = [*self._page.spans(Group.OLD), *self._periods_told()]
        dating = self._page.places_of(Group.DATING) | {place for mark in marks for place in range(mark.start, mark.end)}
        content = {clause for place, clause in enumerate(self.clauses) if place not in dating}
        old: dict[int, list[Span]] = {}
        for mark in marks:
            clause = self.clauses[mark.start]
            for dated in _beside(clause, content):
                old.setdefault(dated, []).append(mark)
        return old

    def _is_told_and_healed(self, match: Match) -> bool:
        """Tell whether a match goes on with an old tale that ends well: "heat stroke in 2019, collapsed, ok now"."""
        sentence = self._page.sentences[match.start]
        begun = (mark.end <= match.start for marks in self._old.values() for mark in marks if self._in(sentence, mark))
        if not any(begun):
            return False
        healed = (one for one in self.matches(Said.HEALED) if one.start >= match.end and not self.denies(one))
        return any(self._page.sentences[one.start] == sentence for one in healed)

    def _in(self, sentence: int, span: Span) -> bool:
        return self._page.sentences[span.start] == sentence

    def _periods_told(self) -> list[Span]:
        """Return the months and seasons of which something is told: "I fainted in March", not "my race is in March"."""
        periods = self._page.spans(Group.PERIOD)
        # Most messages name none.
        told = {self.clauses[span.start] for span in self._page.spans(Group.PAST)} if periods else set()
        ahead = {self.clauses[span.start] for span in self._page.spans(Group.AHEAD)} if told else set()
        return [span for span in periods if self.clauses[span.start] in told - ahead]


def _outside(spans: Collection[Span], covered: Collection[int]) -> list[Span]:
    return [span for span in spans if span.start not in covered]


def _beside(clause: int, content: Collection[int]) -> range:
    """Return the clauses that a mark in one dates: those with content on both sides, where it says nothing else."""
    if clause in content:
        return range(clause, clause + 1)
    last = max(content, default=clause)
    after = next((one for one in range(clause, last + 1) if one in content), clause)
    before = next((one for one in range(clause, -1, -1) if one in content), clause)
    return range(before, after + 1)


def _first_in_sentences(page: Page, matches: Collection[Match]) -> Mapping[int, int]:
    first: dict[int, int] = {}
    for match in matches:
        sentence = page.sentences[match.start]
        first[sentence] = min(match.start, first.get(sentence, match.start))
    return first


def _clauses(page: Page) -> tuple[int, ...]:
    """Number the clauses: they end at every pause and where "but" or "can I" begins another."""
    starts = {span.start for span in page.spans(Group.CLAUSE_START)}
    clauses: list[int] = []
    for place, word in enumerate(page.words):
        begins = bool(word.pause) or place in starts
        clauses.append((clauses[-1] if clauses else -1) + begins)
    return tuple(clauses)
