"""Whether a message asks whether or when to lift, where its words do not say so plainly.

It is learnt from messages that ask it, and from all others (`content/en/asked.txt`, `not_asked.txt`, `own.txt`,
`elsewhere.txt`). It only decides about messages that name a lift and a moment, and that nothing else understands.
"""

from collections.abc import Collection
from typing import Final

from bot.language.learnt import Learnt
from bot.language.text import normalise

ASKED: Final = 1.5
"""The leaning from which a question asks it: nine in ten of those that were missed, and 2 in 100 of the others."""

_TOLD: Final = 1.9
"""The leaning from which a message asks it that has not the form of a question."""


class LiftQuestions(Learnt):
    """Learnt from questions whether or when to lift and from messages that ask nothing of the kind."""

    openings = True

    def __init__(self, ones: Collection[str] = (), others: Collection[str] = ()) -> None:
        """Take both sorts; what asks beside what it tells is no example of the others. Of nothing nothing is learnt."""
        asked = frozenset(ones)
        super().__init__(ones, [text for text in others if text not in asked])

    def asks(self, text: str, *, question: bool) -> bool:
        """Tell whether a text leans to asking, as a question or not. Takes time linear in the text; no text raises."""
        return self.leaning(normalise(text)) >= (ASKED if question else _TOLD)
