"""What a text says of getting well: cleared, withdrawn, pain gone, fine."""

from collections.abc import Iterator, Mapping

from bot.language.matching import Match, Page
from bot.language.meaning import SafetyKind
from bot.language.safety_claims import Claims
from bot.language.safety_context import Context
from bot.language.safety_lexicon import DEFAULT_WINDOW, Group, SafetyLexicon, Said

# In the order in which they count, with the phrases that say them and those that only seem to.
TALK: Mapping[SafetyKind, tuple[Said, Said]] = {
    SafetyKind.CLEARED: (Said.CLEARED, Said.NOT_CLEARED),
    SafetyKind.WITHDRAWN: (Said.WITHDRAWN, Said.NOT_FINE),
    SafetyKind.PAIN_GONE: (Said.PAIN_GONE, Said.NOT_FINE),
    SafetyKind.FINE: (Said.FINE, Said.NOT_FINE),
}


class Talk:
    """The claims of one text that something is well."""

    def __init__(self, page: Page, lexicon: SafetyLexicon, *, context: Context, claims: Claims) -> None:
        """Keep what the claims are read from."""
        self._page = page
        self._lexicon = lexicon
        self._context = context
        self._claims = claims

    def first(self) -> tuple[SafetyKind, Match] | None:
        """Return the claim that counts most, and where it stands."""
        claims = ((self._as_of_now(kind, match), match) for kind in TALK for match in self._claimed(kind))
        return next(claims, None)

    def cleared_ends(self) -> frozenset[int]:
        """Return where "my doctor cleared me after" ends: what follows it is what was cleared."""
        links = {span.start: span.end for span in self._page.spans(Group.LINK)}
        cleared = (match for match in self._claimed(SafetyKind.CLEARED) if not self._context.is_dated_old(match))
        return frozenset(links[match.end] for match in cleared if match.end in links)

    def _claimed(self, kind: SafetyKind) -> Iterator[Match]:
        """Yield where getting well is stated as a fact of the runner's own."""
        said, unless = TALK[kind]
        covered = self._context.covered(unless)
        if kind is SafetyKind.PAIN_GONE:
            covered |= self._context.near_misses
        keep = self._context.outside(covered)
        for phrase in self._page.likely(self._lexicon.said[said]):
            for match in self._page.find(phrase, window=DEFAULT_WINDOW, keep=keep):
                if self._claims.is_fact(match, is_taken_back=kind is SafetyKind.WITHDRAWN):
                    yield match

    def _as_of_now(self, kind: SafetyKind, match: Match) -> SafetyKind:
        """Return FINE for an old clearance: it says nothing of what stands now, and is asked about."""
        is_old = kind is SafetyKind.CLEARED and self._context.is_dated_old(match)
        return SafetyKind.FINE if is_old else kind
