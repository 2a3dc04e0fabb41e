"""Short questions about what is known: a day's sessions, the weeks to a race, another day meant."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.language.day_marks import with_days
from bot.language.items import Clock, Context, Dated, Days, Item, PartOfDay, Word
from bot.language.scan import scan
from bot.language.text import normalise
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of, typed

_LONGEST = 90
_BESIDE_A_MOMENT = frozenset({"at", "on", "to", "for", "the", "of", "in", "next", "this", "morning", "evening", ","})
_MOMENTS = (Days, Dated, Clock, PartOfDay)


@dataclass(frozen=True, slots=True, kw_only=True)
class InPassing:
    """What is asked in passing, in the words that say of which day or race; one of them at most is there."""

    day: str | None = None
    race: str | None = None
    meant: str | None = None
    instead: str | None = None
    """Another day or value, said with a no alone: of a change that was just made, or of nothing."""
    next_run: str | None = None
    """What the next run is called that is asked for; "" is any run."""
    ill: bool = False
    to_change: bool = False
    """Which run is to be changed is asked, behind a verdict."""
    why_so: bool = False
    paused: bool = False
    """Whether there is a pause."""


def is_moment_alone(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is no more than a day, a date or a time. No text raises."""
    items = with_days(scan(Context(text=normalise(text), today=today, dotted=True), vocabulary))
    return bool(items) and all(_is_of_moment(item) for item in items) and any(not item.text for item in items)


def _is_of_moment(item: Item) -> bool:
    return item.text in _BESIDE_A_MOMENT if isinstance(item.value, Word) else isinstance(item.value, _MOMENTS)


_READ: Mapping[str, Callable[[Mapping[str, str]], InPassing]] = {
    "asks_time_to_race": lambda kept: InPassing(race=kept["race"]),
    "asks_next_run": lambda kept: InPassing(next_run=kept.get("run", "")),
    "other_day_meant": lambda kept: InPassing(meant=kept["day"]),
    "other_time_meant": lambda kept: InPassing(meant=kept["day"]),
    "said_instead": lambda kept: InPassing(instead=kept["said"]),
    "asks_what_to_change": lambda _: InPassing(to_change=True),
    "asks_why_so": lambda _: InPassing(why_so=True),
    "asks_with_illness": lambda _: InPassing(ill=True),
    "asks_if_paused": lambda _: InPassing(paused=True),
    "asks_day": lambda kept: InPassing(day=kept["day"]),
}
"""What each sentence of the content asks, in the order in which they are tried."""


def read_in_passing(text: str, *, today: dt.date, vocabulary: Vocabulary) -> InPassing | None:
    """Read a question in passing; None for any other text. No text raises."""
    said = typed(text)
    if len(said) > _LONGEST:
        return None
    for name, read in _READ.items():
        kept = kept_of(name, said, vocabulary)
        if kept is None:
            continue
        # "Tempo friday instead" is more than another time.
        if name != "other_time_meant" or is_moment_alone(kept["day"], today=today, vocabulary=vocabulary):
            return read(kept)
    return None
