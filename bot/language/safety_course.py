"""How a complaint goes on in the same message: it is over, only medicine holds it down, or it may be a red flag."""

from collections.abc import Collection, Iterator

from bot.language.matching import Match, Page
from bot.language.safety_claims import Claims
from bot.language.safety_context import Context, Standing
from bot.language.safety_lexicon import Said

_GOES_ON = frozenset({"still", "again", "back", "returns", "returned", "sometimes", "until", "but", "worse"})


class Course:
    """What one text says of how its complaints go on."""

    def __init__(self, page: Page, *, context: Context, claims: Claims) -> None:
        """Keep what the marks are read from; most messages need none."""
        self._page = page
        self._context = context
        self._claims = claims

    def is_over(self, pains: Collection[Match]) -> bool:
        """Tell whether all pains are told before it is said that they went: "a twinge on Sunday, but it is gone now".

        What goes on is not over, nor what is only held down by medicine or comes back.
        """
        if not pains or self.is_masked() or self._comes_back():
            return False
        last = max(match.end for match in pains)
        return any(match.start >= last for match in self._stated(Said.OVER))

    def is_masked(self) -> bool:
        """Tell whether medicine was taken against pain: "I took ibuprofen, so my back is fine now"."""
        return any(True for _ in self._stated(Said.MASKED))

    def is_better(self) -> bool:
        """Tell whether something is said to be well or gone."""
        return any(True for said in (Said.OVER, Said.PAIN_GONE, Said.FINE) for _ in self._stated(said))

    def not_pain(self) -> Match | None:
        """Return where pain is taken back: "it is only the muscles"."""
        return next(self._stated(Said.NOT_PAIN), None)

    def urgent(self, covered: frozenset[int]) -> Match | None:
        """Return what may be a red flag, outside of some words; None where nothing is."""
        for match in self._context.matches(Said.URGENT):
            free = covered.isdisjoint(range(match.start, match.end)) and not self._context.denies(match)
            if free and self._context.standing(match) is Standing.OWN:
                return match
        return None

    def _stated(self, said: Said) -> Iterator[Match]:
        covered = self._context.covered(Said.NOT_FINE) if said is not Said.NOT_PAIN else frozenset()
        for match in self._context.matches(said):
            free = covered.isdisjoint(range(match.start, match.end))
            if free and not self._context.denies(match) and self._claims.is_fact(match):
                yield match

    def _comes_back(self) -> bool:
        last = max((match.end for match in self._stated(Said.OVER)), default=0)
        return any(word.plain in _GOES_ON for word in self._page.words[last:])
