"""Whether a text tells nothing of the sender's own training at all, though it shares the words.

It never decides: what seems to be of something else is asked about once before it is stored. It is learnt from messages
that tell something to note, and from others that tell nothing of the kind (`content/en/own.txt`, `elsewhere.txt`).
"""

import re
from typing import Final

from bot.language.learnt import Learnt
from bot.language.text import normalise

DOUBTED: Final = -0.28
"""The leaning from which a text is asked about: 2 in 100 of those that tell something, and most of the others."""

_FEWEST_WORDS: Final = 3
_FEWEST_OF_A_SENTENCE: Final = 4
_QUESTION: Final = re.compile(r"[^.!?\n;]*\?")


class OwnTraining(Learnt):
    """Learnt from texts of other things and from those of somebody's own training."""

    least = 1
    openings = True

    def doubts(self, text: str) -> bool:
        """Tell whether neither a text nor any sentence of it seems to be of the sender's own training.

        What it asks beside tells nothing of who the rest is about. Takes time linear in the text; no text raises.
        """
        told = _QUESTION.sub("", normalise(text))
        if len(self._words(told)) < _FEWEST_WORDS:
            return False
        return all(self.leaning(part) >= DOUBTED for part in (told, *self.parts(told, fewest=_FEWEST_OF_A_SENTENCE)))
