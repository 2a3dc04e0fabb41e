"""How long somebody has not lifted: "I haven't deadlifted in 3 months", "no lifting for six weeks"."""

from collections.abc import Mapping
from typing import Final

from bot.language.counts import TO_TEN
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of, typed

_LONGEST: Final = 80
_FEW, _COUPLE = 3, 2
_DAYS: Final[Mapping[str, int]] = {"week": 7, "month": 30, "year": 365}


def read_time_off_lifting(text: str, vocabulary: Vocabulary) -> int | None:
    """Return the days that a text says, and nothing else, to be without a lift; None for any other. No text raises."""
    if len(text) > _LONGEST or "?" in text:
        return None
    said = kept_of("long_off", typed(text), vocabulary)
    if said is None:
        return None
    return _count(said.get("count", "a").lower()) * _DAYS[said["unit"].lower().rstrip("s")]


def _count(said: str) -> int:
    if said.isdecimal():
        return int(said)
    if "couple" in said:
        return _COUPLE
    return TO_TEN.get(said, _FEW if said in {"a few", "few", "several", "many", "some"} else 1)
