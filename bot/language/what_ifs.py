"""What is only supposed: a run left out, on another day, exchanged or one more of it, or a lift before another."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from bot.language.day_marks import with_days
from bot.language.frames import Items
from bot.language.in_passing import is_moment_alone
from bot.language.items import Context
from bot.language.scan import scan
from bot.language.unnamed_lifts import SOME_DAY
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import is_said, kept_of, typed

_LONGEST = 90
_MAY_SUPPOSE = re.compile(r"\b(?:if|about|suppos\w*|say|imagine|assum\w*|without)\b", re.IGNORECASE)


class Supposed(StrEnum):
    """What of the runs is supposed to be otherwise; OTHER is what cannot be worked out."""

    LIFTED = "asks_lift_again"
    WITHOUT = "asks_without_run"
    SWAPPED = "asks_runs_swapped"
    MOVED = "asks_run_moved"
    ADDED = "asks_run_added"
    OTHER = "asks_other_run"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What is supposed, in the words that say it.

    `run` is the run that is meant, or the one that is added; `day` where it goes or a lift is done, `other` what it is
    exchanged with, `then` the day that is asked about.
    """

    supposed: Supposed
    run: str = ""
    day: str = ""
    other: str = ""
    then: str = ""


def read_what_if(text: str, *, today: dt.date, vocabulary: Vocabulary) -> WhatIf | None:
    """Read what is supposed of the runs; None for any other text. No text raises."""
    said = typed(text)
    if len(said) > _LONGEST or _MAY_SUPPOSE.search(said) is None:
        return None
    items = with_days(scan(Context(text=said, today=today), vocabulary))
    found = (_read(one, said, vocabulary, items) for one in Supposed)
    return next((one for one in found if one is not None), None)


def _are_days(first: str, then: str, vocabulary: Vocabulary) -> bool:
    """Tell whether both are no more than a day or a time: "what if i lift thursday, can i run on friday" is else."""
    return all(is_moment_alone(one, today=SOME_DAY, vocabulary=vocabulary) for one in (first, then))


def _read(supposed: Supposed, said: str, vocabulary: Vocabulary, items: Items) -> WhatIf | None:
    if supposed is Supposed.OTHER:
        return WhatIf(supposed=supposed) if is_said(supposed, said, vocabulary, items) else None
    kept = kept_of(supposed, said, vocabulary, items)
    if kept is None or (supposed is Supposed.LIFTED and not _are_days(kept["day"], kept["then"], vocabulary)):
        return None
    run = kept.get("added") or kept.get("run", "")
    return WhatIf(
        supposed=supposed,
        run=run,
        day=kept.get("day", ""),
        other=kept.get("other", ""),
        then=kept.get("then", ""),
    )
