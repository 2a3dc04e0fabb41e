"""How long a race is, said right behind it: "ah no it's the full marathon", "actually it's a 10k"."""

from dataclasses import dataclass

from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of, typed

_LONGEST = 60
_HALF_KM = 21.0975
_MARATHON_KM = 42.195


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceLength:
    """A length in km; `corrects` says that what was told before is called wrong."""

    km: float
    corrects: bool


def read_race_length(text: str, *, vocabulary: Vocabulary) -> RaceLength | None:
    """Read how long the race is that was just told; None for any other text, and for a question. No text raises."""
    said = typed(text)
    kept = None if len(said) > _LONGEST or "?" in said else kept_of("race_length_meant", said, vocabulary)
    if kept is None:
        return None
    km = _HALF_KM if "half" in kept else _MARATHON_KM if "marathon" in kept else float(kept["km"])
    return RaceLength(km=km, corrects="denied" in kept)
