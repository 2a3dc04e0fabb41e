"""The most serious thing that a text says about the body (safety.md).

The order, from the most serious: an emergency, an urgent red flag, pain (rule R30), a red flag that may be somebody
else's or old, pain that may be, something unclear, stable slight pain (rule R31); then, when nothing of these is said:
cleared, withdrawn, pain gone, fine.
"""

from dataclasses import replace
from functools import cached_property

from bot.language.matching import Match, Page, Span
from bot.language.meaning import SafetyKind, SafetyReading
from bot.language.safety_claims import Claims
from bot.language.safety_context import Context, Standing
from bot.language.safety_course import Course
from bot.language.safety_finding import Finder, Found
from bot.language.safety_levels import PainLevel, pain_levels
from bot.language.safety_lexicon import Group, SafetyLexicon, SafetyPhrases, Said
from bot.language.safety_nearby import is_nearby_now
from bot.language.safety_talk import TALK, Talk
from bot.language.text import normalise, own_words
from bot.training.body import PainSite

__all__ = ["SafetyLexicon", "SafetyPhrases", "read_safety", "takes_back_pain"]

# Elsewhere an invisible space parts two words; here "che<invisible>st pain" must still be read.
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_STRONG_PAIN = 3
_LONGEST_PLACE = 5
_COMPLAINTS = frozenset({SafetyKind.PAIN, SafetyKind.NIGGLE, SafetyKind.UNCLEAR})


def read_safety(text: str, *, lexicon: SafetyLexicon) -> SafetyReading | None:
    """Return the most serious thing that a text says about the body, or None.

    Raises on no text; takes time linear in its length, but for a logarithm. A miss is worse than a false alarm, and a
    doubtful red flag is asked about rather than passed over: an emergency that is only supposed ("what if I get chest
    pain?") is WHOSE. What is nobody's now is passed over: an animal's, a story's, healed years ago. Phrases and near
    misses are safety.md's.
    """
    said = normalise(text.translate(_INVISIBLE))
    page = Page(said, book=lexicon.book, filler=Group.FILLER)
    if not page.words:
        return None
    reader = _Reader(page, lexicon)
    reading = reader.read()
    if reading is not None and is_nearby_now(said, reading):
        return replace(reading, kind=SafetyKind.FLAG)
    quiet = reading is None or reading.kind is SafetyKind.FINE
    if quiet and lexicon.alarm is not None and lexicon.alarm.rings(said) and lexicon.alarm.rings(reader.not_denied()):
        return SafetyReading(kind=SafetyKind.DOUBTFUL, phrase=own_words(said))
    return reading


def takes_back_pain(text: str, *, lexicon: SafetyLexicon) -> bool:
    """Tell whether a text says of a pain that it is none: "it is only the muscles of the training". No text raises."""
    page = Page(normalise(text), book=lexicon.book, filler=Group.FILLER)
    return bool(page.words) and _Reader(page, lexicon).takes_back_pain()


class _Reader:
    """Reads one text."""

    def __init__(self, page: Page, lexicon: SafetyLexicon) -> None:
        self._page = page
        self._context = Context(page, lexicon)
        self._sites = page.places_of(Group.SITE)
        self._claims = Claims(page, context=self._context)
        self._told = Talk(page, lexicon, context=self._context, claims=self._claims)
        self._finder = Finder(page, lexicon, context=self._context, talk=self._told)
        no_back = self._context.near_misses | self._context.covered(Said.NOT_THE_BACK)
        self._backs = page.places_of(Group.LOW_BACK) - no_back
        self._back_sentences = {page.sentences[place] for place in self._backs}

    def read(self) -> SafetyReading | None:
        """Return the most serious reading."""
        doubtful: list[Found] = []
        asked: list[Match] = []
        for found in self._finder.flags():
            if found.standing is not Standing.OWN:
                doubtful.append(found)
            elif not found.asked:
                return self._flag_reading(found, SafetyKind.FLAG)
            else:
                asked.append(found.match)
        return self._asked(self._masked(self._below_flags(doubtful[0] if doubtful else None)), asked)

    def takes_back_pain(self) -> bool:
        """Tell whether pain is taken back, and nothing else told that stops."""
        reading = self.read()
        return self._course.not_pain() is not None and (reading is None or reading.kind in TALK)

    def not_denied(self) -> str:
        """Return the text without the symptoms that it denies ("no chest pain and no dizziness"), and near misses."""
        spans = self._context.denied(self._page.spans(Group.SYMPTOM))
        denied = {place for span in spans for place in range(span.start, self._end_of_place(span.end))}
        denied |= self._context.covered(Said.NEAR_MISS)
        left = [place for place in range(len(self._page.words)) if place not in denied]
        small = (self._page.places_of(group) for group in (Group.FILLER, Group.BREAKER, Group.LIST_END))
        if frozenset().union(*small).issuperset(left):
            return ""
        ends = (*(word.start for word in self._page.words[1:]), len(self._page.text))
        return "".join(self._page.text[self._page.words[place].start : ends[place]] for place in left)

    def _end_of_place(self, place: int) -> int:
        """Return where the place ends that is told behind a symptom: "no pain | down my left leg", and nothing more."""
        where = self._sites.union(*(self._page.places_of(group) for group in (Group.FILLER, Group.TOWARDS)))
        sentence = self._page.sentences[place - 1]
        both = self._page.places("both")
        for end in range(place, min(place + _LONGEST_PLACE, len(self._page.words))):
            if end not in where or end in both or self._page.sentences[end] != sentence:
                return place
            if end in self._sites:
                return end + 1
        return place

    @cached_property
    def _course(self) -> Course:
        # Most messages say nothing about the body, and need no such marks.
        return Course(self._page, context=self._context, claims=self._claims)

    def _masked(self, reading: SafetyReading | None) -> SafetyReading | None:
        """Return pain for one that is well only with medicine: "took ibuprofen, so my back is fine now"."""
        if reading is not None and reading.kind not in {SafetyKind.PAIN_GONE, SafetyKind.FINE, SafetyKind.NIGGLE}:
            return reading
        if not self._course.is_masked() or not (self._sites or reading) or not self._course.is_better():
            return reading
        site = PainSite.LOW_BACK if self._backs else PainSite.OTHER
        return SafetyReading(kind=SafetyKind.PAIN, phrase=own_words(self._page.text), site=site, concerning=True)

    def _asked(self, reading: SafetyReading | None, asked: list[Match]) -> SafetyReading | None:
        """Return a reading that the urgent question goes with, where something may be a red flag."""
        if reading is not None and reading.kind in {SafetyKind.FLAG, SafetyKind.WHOSE}:
            return reading
        if asked and reading is None:
            return self._reading(SafetyKind.DOUBTFUL, asked[0])
        match = asked[0] if asked else self._course.urgent(self._context.near_misses)
        if match is None:
            return reading
        if reading is None or reading.kind not in _COMPLAINTS:
            reading = self._reading(SafetyKind.UNCLEAR, match)
        return replace(reading, urgent=True)

    def _below_flags(self, doubtful: Found | None) -> SafetyReading | None:
        pains = self._finder.pains()
        own = [found.match for found in pains if found.standing is Standing.OWN]
        levels = pain_levels(self._page)
        pain = self._pain(own, levels)
        if pain is not None and pain.kind is SafetyKind.PAIN:
            is_over = pain.pain_level is None and self._course.is_over(own)
            return replace(pain, kind=SafetyKind.PAIN_GONE, over=True) if is_over else pain
        if doubtful is not None:
            return self._flag_reading(doubtful, SafetyKind.WHOSE)
        for found in pains:
            if found.standing is Standing.DOUBTFUL:
                return self._reading(SafetyKind.WHOSE, found.match)
        return self._unclear(pain, levels) or pain or self._unclear_whose() or self._talk(levels)

    def _pain(self, own: list[Match], levels: tuple[PainLevel, ...]) -> SafetyReading | None:
        """Return PAIN or NIGGLE for the runner's own pain, by its words and by the number stated."""
        stated = max((level for level in levels if level.level > 0), key=lambda found: found.level, default=None)
        if stated is None:
            return self._pain_reading(SafetyKind.PAIN, own, None) if own else None
        at = _at(stated.place)
        if self._context.standing(at) is not Standing.OWN:
            return None
        kind = SafetyKind.NIGGLE if self._is_niggle(stated, own, at) else SafetyKind.PAIN
        return self._pain_reading(kind, [*own, at], stated.level)

    def _is_niggle(self, stated: PainLevel, own: list[Match], at: Match) -> bool:
        """Tell whether a stated level is slight and stable, and all that is said of pain."""
        sentence = self._page.sentences[stated.place]
        elsewhere = any(self._page.sentences[match.start] != sentence for match in own)
        if stated.level >= _STRONG_PAIN or elsewhere or self._is_said(Group.CONCERNING, sentence):
            return False
        return self._site([at]) is not PainSite.LOW_BACK or self._is_said(Group.STABLE, sentence)

    def _is_said(self, group: Group, sentence: int) -> bool:
        spans = (span for span in self._page.spans(group) if self._page.sentences[span.start] == sentence)
        return any(not self._context.is_negated(span) for span in spans)

    def _pain_reading(self, kind: SafetyKind, matches: list[Match], level: int | None) -> SafetyReading:
        return SafetyReading(
            kind=kind,
            phrase=self._said(matches[0]),
            pain_level=level,
            site=self._site(matches),
            concerning=kind is SafetyKind.PAIN and (len(matches) > 1 or level is None),
        )

    def _unclear(self, niggle: SafetyReading | None, levels: tuple[PainLevel, ...]) -> SafetyReading | None:
        """Return what is unclear; a niggle with a number is not."""
        clear = {self._page.sentences[level.place] for level in levels} if niggle else set()
        for match in self._finder.complaints(Said.UNCLEAR):
            if self._context.standing(match) is Standing.OWN and self._page.sentences[match.start] not in clear:
                return self._reading(SafetyKind.UNCLEAR, match)
        return None

    def _unclear_whose(self) -> SafetyReading | None:
        """Return what may be a complaint of somebody else, or an old one."""
        for said in (Said.URGENT, Said.UNCLEAR):
            for match in self._finder.complaints(said):
                if self._context.standing(match) is Standing.DOUBTFUL:
                    return self._reading(SafetyKind.WHOSE, match)
        return None

    def _talk(self, levels: tuple[PainLevel, ...]) -> SafetyReading | None:
        claim = self._told.first()
        if claim is not None:
            return self._reading(*claim)
        nothing = next((level.place for level in levels if level.level == 0), None)
        return None if nothing is None else self._reading(SafetyKind.PAIN_GONE, _at(nothing))

    def _flag_reading(self, found: Found, kind: SafetyKind) -> SafetyReading:
        level = found.flag.level if found.flag else None
        return SafetyReading(kind=kind, phrase=self._said(found.match), level=level, site=self._site([found.match]))

    def _reading(self, kind: SafetyKind, match: Match) -> SafetyReading:
        return SafetyReading(kind=kind, phrase=self._said(match), site=self._site([match]))

    def _said(self, match: Match) -> str:
        return own_words(self._page.said(match))

    def _site(self, matches: list[Match]) -> PainSite:
        """Return where it hurts: as the match says, otherwise as its sentence does."""
        return PainSite.LOW_BACK if any(map(self._is_back, matches)) else PainSite.OTHER

    def _is_back(self, match: Match) -> bool:
        inside = range(match.start, match.end)
        if self._sites.isdisjoint(inside):
            return self._page.sentences[match.start] in self._back_sentences
        return not self._backs.isdisjoint(inside)


def _at(place: int) -> Match:
    span = Span(place, place + 1)
    return Match(main=(span,), spans=(span,))
