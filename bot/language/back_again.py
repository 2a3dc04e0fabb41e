"""What is said of a run that was just changed: it is on again, it is a tempo after all, it goes back to Thursday."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.language.in_passing import is_moment_alone
from bot.language.items import Context
from bot.language.scan import scan
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of, typed
from bot.training.runs import RunKind

_LONGEST = 60


class Again(StrEnum):
    """How a run is as it was: it is on, of the kind that it was, or on its day."""

    ON = "run_back_on"
    KIND = "kind_after_all"
    DAY = "back_to_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackAgain:
    """What is said to be as it was; `words` name the run or the day, "" only the one that was changed."""

    how: Again
    words: str = ""


def read_back_again(text: str, *, today: dt.date, vocabulary: Vocabulary) -> BackAgain | None:
    """Read that a run is as it was before; None for any other text, and for a question. No text raises."""
    said = typed(text)
    if len(said) > _LONGEST or "?" in said:
        return None
    if (kept := kept_of(Again.DAY, said, vocabulary)) is not None:
        alone = is_moment_alone(kept["day"], today=today, vocabulary=vocabulary)
        return BackAgain(how=Again.DAY, words=kept["day"]) if alone else None
    if (kept := kept_of(Again.ON, said, vocabulary)) is not None:
        return BackAgain(how=Again.ON, words=kept.get("which", ""))
    kept = kept_of(Again.KIND, said, vocabulary)
    return None if kept is None else BackAgain(how=Again.KIND, words=kept["run"])


def kind_named(words: str, *, today: dt.date, vocabulary: Vocabulary) -> RunKind | None:
    """Return the kind of run that some words name; None for none, and for several."""
    named = (item.means("kind") for item in scan(Context(text=words, today=today), vocabulary))
    found = {kind for kind in named if kind is not None}
    return RunKind(next(iter(found))) if len(found) == 1 else None
