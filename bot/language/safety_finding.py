"""Where a text tells of red flags and pain, and how each counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.language.matching import Match, Page, Span
from bot.language.phrases import Phrase
from bot.language.safety_context import Context, Standing
from bot.language.safety_lexicon import DEFAULT_WINDOW, Flag, Group, SafetyLexicon, Said
from bot.language.safety_remote import Remote
from bot.language.safety_talk import Talk
from bot.training.body import FlagLevel

_LINK_REACH = 5
# Beside them a pain is there: "what if my back still hurts".
_THERE = frozenset(
    {"now", "today", "still", "since", "already", "yesterday", "keeps", "keep", "because", "have", "mightve"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something said about the body and how it counts; `flag` None is pain; `asked` about first, no flag yet."""

    match: Match
    standing: Standing
    flag: Flag | None = None
    asked: bool = False


class Finder:
    """Looks for red flags, pain and other complaints in one text, beside what only sounds like them."""

    def __init__(self, page: Page, lexicon: SafetyLexicon, *, context: Context, talk: Talk) -> None:
        """Find first where the body is named, what was cleared, and which red flags may be told."""
        self._page = page
        self._lexicon = lexicon
        self._context = context
        self._likely = frozenset(key for text in page.possible for key in lexicon.raised_by.get(text, ()))
        self._sites = page.places_of(Group.SITE)
        self._cleared = talk.cleared_ends()

    def flags(self) -> Iterator[Found]:
        """Yield the red flags that are not denied, emergencies first; an urgent one that is only supposed is none."""
        for level in (FlagLevel.EMERGENCY, FlagLevel.URGENT):
            for flag in self._lexicon.flags:
                if flag.level is level:
                    yield from self._flag_matches(flag)

    def pains(self) -> list[Found]:
        """Return the pains that are not denied."""
        return [Found(match=match, standing=self._of_pain(match)) for match in self.complaints(Said.PAIN)]

    def complaints(self, said: Said) -> Iterator[Match]:
        """Yield where a list of phrases says that something is wrong, and no near miss takes it up."""
        yield from self._matches(self._page.likely(self._lexicon.said[said]), self._covered)

    def _of_pain(self, match: Match) -> Standing:
        """Return how a pain counts: one that is only supposed or feared is asked about, unless it is there now."""
        standing = self._context.standing(match)
        return Standing.DOUBTFUL if standing is Standing.OWN and self._is_feared(match) else standing

    def _is_feared(self, match: Match) -> bool:
        """Tell whether a word that supposes or fears stands before a pain, or in it, and none says that it is there."""
        sentence = self._page.sentences[match.start]
        marks = (mark for mark in self._fears if self._page.sentences[mark] == sentence and mark < match.end)
        if self._feared.isdisjoint(range(match.start, match.end)) or next(marks, None) is None:
            return False
        said = zip(self._page.words, self._page.sentences, strict=True)
        return not any(word.plain in _THERE for word, place in said if place == sentence)

    @cached_property
    def _feared(self) -> frozenset[int]:
        # Most messages tell of no pain.
        return self._page.covered(self._lexicon.said[Said.FEARED], window=DEFAULT_WINDOW)

    @cached_property
    def _fears(self) -> tuple[int, ...]:
        """Return where the words stand that suppose or fear."""
        groups = (Group.SUPPOSES, Group.FEARS, Group.MAY_THEN)
        return tuple(span.start for group in groups for span in self._page.spans(group))

    def _flag_matches(self, flag: Flag) -> Iterator[Found]:
        if flag.key not in self._likely:
            return
        likely = self._page.likely(flag.phrases)
        # What is nowhere said needs no exceptions: most messages stop here, flag by flag.
        if next(self._matches(likely, self._context.near_misses, flag=flag), None) is None:
            return
        covered = self._context.near_misses | self._page.covered(
            flag.unless, window=flag.window, keep=self._is_affirmed
        )
        asked = self._only_asked(flag)
        for match in self._matches(likely, covered, flag=flag):
            standing = self._context.standing(match)
            if standing is not Standing.SUPPOSED or flag.level is FlagLevel.EMERGENCY:
                is_asked = not asked.isdisjoint(range(match.start, match.end))
                yield Found(match=match, standing=standing, flag=flag, asked=is_asked)

    def _only_asked(self, flag: Flag) -> frozenset[int]:
        """Return the words that a flag is only asked about for: "I leak when I lift", with control never lost."""
        if self._page.covered(flag.certain, window=flag.window):
            return frozenset()
        return self._page.covered(flag.asked, window=flag.window)

    @cached_property
    def _covered(self) -> frozenset[int]:
        gone = self._context.covered(Said.PAIN_GONE) - self._context.covered(Said.NOT_FINE)
        return self._context.near_misses | self._context.covered(Said.PAIN_NEAR_MISS) | gone

    @cached_property
    def _remote(self) -> Remote:
        # Most messages say nothing about the body, and need no such marks.
        return Remote(self._page, context=self._context)

    def _matches(
        self, phrases: Iterable[Phrase], covered: frozenset[int], *, flag: Flag | None = None
    ) -> Iterator[Match]:
        keep = self._context.outside(covered)
        window = flag.window if flag else DEFAULT_WINDOW
        for phrase in phrases:
            for match in self._page.find(phrase, window=window, keep=keep, blocks=self._sites):
                if not self._is_cleared(match) and not self._remote.is_remote(match, is_flag=flag is not None):
                    yield match

    def _is_affirmed(self, span: Span) -> bool:
        return not self._context.is_negated(span)

    def _is_cleared(self, match: Match) -> bool:
        return not self._cleared.isdisjoint(range(match.start - _LINK_REACH + 1, match.start + 1))
