"""What is only supposed: a run left out, on another day, exchanged with another, or one more of it."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from bot.language.day_marks import with_days
from bot.language.frames import Items
from bot.language.items import Context
from bot.language.scan import scan
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import is_said, kept_of, typed

_LONGEST = 90
_MAY_SUPPOSE = re.compile(r"\b(?:if|about|suppos\w*|say|imagine|assum\w*|without)\b", re.IGNORECASE)


class Supposed(StrEnum):
    """What of the runs is supposed to be otherwise; OTHER is what cannot be worked out."""

    WITHOUT = "asks_without_run"
    SWAPPED = "asks_runs_swapped"
    MOVED = "asks_run_moved"
    ADDED = "asks_run_added"
    OTHER = "asks_other_run"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What is supposed, in the words that say it.

    `run` is the run that is meant, or the one that is added; `day` where it goes, `other` what it is exchanged with,
    `then` the day that is asked about.
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


def _read(supposed: Supposed, said: str, vocabulary: Vocabulary, items: Items) -> WhatIf | None:
    if supposed is Supposed.OTHER:
        return WhatIf(supposed=supposed) if is_said(supposed, said, vocabulary, items) else None
    kept = kept_of(supposed, said, vocabulary, items)
    if kept is None:
        return None
    run = kept.get("added") or kept.get("run", "")
    return WhatIf(
        supposed=supposed,
        run=run,
        day=kept.get("day", ""),
        other=kept.get("other", ""),
        then=kept.get("then", ""),
    )
