"""What was read of the parts of a message so far: cut in several ways, it comes down to the same parts again."""

from dataclasses import dataclass, field

from bot.language.day_marks import with_days
from bot.language.held import Held
from bot.language.items import Context
from bot.language.meaning import Meaning
from bot.language.scan import scan
from bot.language.vocabulary import Vocabulary

Found = dict[object, tuple[Meaning, ...]]
"""What each reader found that was asked."""


@dataclass(frozen=True, slots=True)
class Known:
    """The items of a text, and what was found in it."""

    items: Held
    found: Found = field(default_factory=dict)


class Parts:
    """The texts that were looked at while one message is read."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[Context, Known] = {}

    def of(self, context: Context, vocabulary: Vocabulary) -> Known:
        """Return what is known of a text."""
        known = self._known.get(context)
        if known is None:
            known = self._known[context] = Known(with_days(scan(context, vocabulary)))
        return known
