"""Whether a text sounds like a red flag though no phrase says so.

It never decides: what it hears is asked about once. It is learnt from sentences that tell of a red flag and from others
that do not, among them many that only seem to (`content/en/alarming.txt`, `harmless.txt`).
"""

from typing import ClassVar, Final

from bot.language.learnt import Learnt

RINGS: Final = 1.35
"""The leaning from which a text is asked about: 1 in 400 ordinary messages, and most red flags in unheard words."""

_FEWEST_WORDS: Final = 5


class Alarm(Learnt):
    """Learnt from alarming texts and from harmless ones."""

    unheard: ClassVar[frozenset[str]] = frozenset({"fever", "feverish", "chills", "temperature", "temp"})
    """A red flag only beside what sounds like one itself: alone they are an illness, which is noted."""

    def rings(self, text: str) -> bool:
        """Tell whether a text, or one of its sentences, sounds like a red flag."""
        return any(self.leaning(part) >= RINGS for part in self.parts(text, fewest=_FEWEST_WORDS))
