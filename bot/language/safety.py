"""The most serious thing that a text says about the body (safety.md).

The order, from the most serious: an emergency, an urgent red flag, pain (rule R30), a red flag that may be somebody
else's or old, pain that may be, something unclear, stable slight pain (rule R31); then, when nothing of these is said:
cleared, withdrawn, pain gone, fine.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.matching import Match, Page, Span
from bot.language.meaning import SafetyKind, SafetyReading
from bot.language.phrases import Phrase
from bot.language.safety_context import Context, Standing
from bot.language.safety_levels import PainLevel, pain_levels
from bot.language.safety_lexicon import DEFAULT_WINDOW, Flag, Group, Said, SafetyLexicon, SafetyPhrases
from bot.language.text import normalise
from bot.training.body import FlagLevel, PainSite

__all__ = ["SafetyLexicon", "SafetyPhrases", "read_safety"]

_STRONG_PAIN = 3
_LINK_REACH = 5
_TALK = (
    (SafetyKind.CLEARED, Said.CLEARED, Said.NOT_CLEARED),
    (SafetyKind.WITHDRAWN, Said.WITHDRAWN, Said.NOT_FINE),
    (SafetyKind.PAIN_GONE, Said.PAIN_GONE, Said.NOT_FINE),
    (SafetyKind.FINE, Said.FINE, Said.NOT_FINE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Something said about the body and how it counts; `flag` None is pain."""

    match: Match
    standing: Standing
    flag: Flag | None = None


def read_safety(text: str, *, lexicon: SafetyLexicon) -> SafetyReading | None:
    """Return the most serious thing that a text says about the body, or None.

    Raises on no text; takes time linear in its length, but for a logarithm. A miss is worse than a false alarm, and a
    doubtful red flag is asked about rather than passed over: an emergency that is only supposed ("what if I get chest
    pain?") is WHOSE. Phrases and near misses are safety.md's.
    """
    page = Page(normalise(text), wordlist=lexicon.wordlist, groups=lexicon.groups, filler=Group.FILLER)
    return _Reader(page, lexicon).read() if page.words else None


class _Reader:
    """Reads one text."""

    def __init__(self, page: Page, lexicon: SafetyLexicon) -> None:
        self._page = page
        self._lexicon = lexicon
        self._context = Context(page, lexicon)
        self._sites = frozenset(p for span in page.spans(Group.SITE) for p in range(span.start, span.end))
        self._near_misses = self._context.covered(Said.NEAR_MISS)
        self._cleared = self._cleared_ends()

    def read(self) -> SafetyReading | None:
        """Return the most serious reading."""
        doubtful: list[_Found] = []
        for found in self._flags():
            if found.standing is Standing.OWN:
                return self._flag_reading(found, SafetyKind.FLAG)
            doubtful.append(found)
        return self._below_flags(doubtful[0] if doubtful else None)

    def _below_flags(self, doubtful: _Found | None) -> SafetyReading | None:
        pains = self._pains()
        own = [found.match for found in pains if found.standing is Standing.OWN]
        levels = pain_levels(self._page)
        if (pain := self._pain(own, levels)) is not None and pain.kind is SafetyKind.PAIN:
            return pain
        if doubtful is not None:
            return self._flag_reading(doubtful, SafetyKind.WHOSE)
        for found in pains:
            if found.standing is Standing.DOUBTFUL:
                return self._reading(SafetyKind.WHOSE, found.match)
        return self._unclear() or pain or self._talk()

    def _flags(self) -> Iterator[_Found]:
        """Yield the red flags that are not denied, emergencies first; an urgent one that is only supposed is none."""
        for level in (FlagLevel.EMERGENCY, FlagLevel.URGENT):
            for flag in self._lexicon.flags:
                if flag.level is level:
                    yield from self._flag_matches(flag)

    def _flag_matches(self, flag: Flag) -> Iterator[_Found]:
        covered = self._near_misses
        if flag.unless:
            covered |= self._page.covered(flag.unless, window=flag.window)
        for match in self._matches(flag.phrases, covered, window=flag.window):
            standing = self._context.standing(match)
            if standing is not Standing.SUPPOSED or flag.level is FlagLevel.EMERGENCY:
                yield _Found(match=match, standing=standing, flag=flag)

    def _pains(self) -> list[_Found]:
        covered = self._near_misses | self._context.covered(Said.PAIN_NEAR_MISS) | self._context.covered(Said.PAIN_GONE)
        matches = self._matches(self._lexicon.said[Said.PAIN], covered)
        return [_Found(match=match, standing=self._context.standing(match)) for match in matches]

    def _matches(
        self, phrases: tuple[Phrase, ...], covered: frozenset[int], *, window: int = DEFAULT_WINDOW
    ) -> Iterator[Match]:
        def keep(span: Span) -> bool:
            return covered.isdisjoint(range(span.start, span.end)) and not self._context.is_negated(span)

        for phrase in phrases:
            for match in self._page.find(phrase, window=window, keep=keep, blocks=self._sites):
                if not self._is_cleared(match):
                    yield match

    def _cleared_ends(self) -> frozenset[int]:
        """Return where "my doctor cleared me after" ends: what follows it is what was cleared."""
        links = {span.start: span.end for span in self._page.spans(Group.LINK)}
        covered = self._context.covered(Said.NOT_CLEARED)
        ends: set[int] = set()
        for phrase in self._lexicon.said[Said.CLEARED]:
            for match in self._page.find(phrase, window=DEFAULT_WINDOW):
                if match.start not in covered and match.end in links:
                    ends.add(links[match.end])
        return frozenset(ends)

    def _is_cleared(self, match: Match) -> bool:
        return any(place in self._cleared for place in range(match.start - _LINK_REACH + 1, match.start + 1))

    def _pain(self, own: list[Match], levels: tuple[PainLevel, ...]) -> SafetyReading | None:
        """Return PAIN or NIGGLE for the runner's own pain, by its words and by the number stated."""
        stated = max((level for level in levels if level.level > 0), key=lambda found: found.level, default=None)
        if stated is None:
            return self._pain_reading(SafetyKind.PAIN, own, None) if own else None
        at = Match(main=(Span(stated.place, stated.place + 1),), spans=(Span(stated.place, stated.place + 1),))
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
            phrase=self._page.said(matches[0]),
            pain_level=level,
            site=self._site(matches),
            concerning=kind is SafetyKind.PAIN and (len(matches) > 1 or level is None),
        )

    def _unclear(self) -> SafetyReading | None:
        for match in self._matches(self._lexicon.said[Said.UNCLEAR], self._near_misses):
            if self._context.standing(match) is Standing.OWN:
                return self._reading(SafetyKind.UNCLEAR, match)
        return None

    def _talk(self) -> SafetyReading | None:
        for kind, said, unless in _TALK:
            for match in self._matches(self._lexicon.said[said], self._context.covered(unless)):
                return self._reading(kind, match)
        return None if not any(level.level == 0 for level in pain_levels(self._page)) else self._gone()

    def _gone(self) -> SafetyReading:
        return SafetyReading(kind=SafetyKind.PAIN_GONE, phrase=self._page.text.strip(), pain_level=0)

    def _flag_reading(self, found: _Found, kind: SafetyKind) -> SafetyReading:
        level = found.flag.level if found.flag else None
        return SafetyReading(
            kind=kind, phrase=self._page.said(found.match), level=level, site=self._site([found.match])
        )

    def _reading(self, kind: SafetyKind, match: Match) -> SafetyReading:
        return SafetyReading(kind=kind, phrase=self._page.said(match), site=self._site([match]))

    def _site(self, matches: list[Match]) -> PainSite:
        """Return where it hurts: as the match says, otherwise as its sentence does."""
        backs = {
            p for span in self._page.spans(Group.LOW_BACK) for p in range(span.start, span.end)
        } - self._near_misses
        return PainSite.LOW_BACK if any(self._is_back(match, backs) for match in matches) else PainSite.OTHER

    def _is_back(self, match: Match, backs: set[int]) -> bool:
        inside = range(match.start, match.end)
        if any(place in self._sites for place in inside):
            return any(place in backs for place in inside)
        sentence = self._page.sentences[match.start]
        return any(self._page.sentences[place] == sentence for place in backs)
