"""A number that is said to have been meant, alone: "no, a 5", "i meant 110", "6.5 hours, sorry"."""

from dataclasses import dataclass

from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of, typed

_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueMeant:
    """The number, and its unit as it was written ("kg", "hours"), None without one."""

    value: float
    unit: str | None = None

    @property
    def in_hours(self) -> bool:
        """Tell whether it is a length of time."""
        return self.unit is not None and self.unit.startswith("h")


def read_value_meant(text: str, vocabulary: Vocabulary) -> ValueMeant | None:
    """Return the number by which a text puts right what was told before; None for any other text, and for a question.

    What it is a number of only what was told before can say. No text raises.
    """
    if len(text) > _LONGEST or "?" in text:
        return None
    said = kept_of("value_meant", typed(text), vocabulary)
    return None if said is None else ValueMeant(value=float(said["value"].replace(",", ".")), unit=said.get("unit"))
