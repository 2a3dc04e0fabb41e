"""Short questions about what is known: a day's sessions, the weeks to a race, another day meant."""

import datetime as dt
from dataclasses import dataclass

from bot.language.day_marks import with_days
from bot.language.items import Clock, Context, Dated, Days, Item, PartOfDay, Word
from bot.language.scan import scan
from bot.language.text import normalise
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import is_said, kept_of, typed

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
    paused: bool = False
    """Whether there is a pause."""


def is_moment_alone(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is no more than a day, a date or a time. No text raises."""
    items = with_days(scan(Context(text=normalise(text), today=today, dotted=True), vocabulary))
    return bool(items) and all(_is_of_moment(item) for item in items) and any(not item.text for item in items)


def _is_of_moment(item: Item) -> bool:
    return item.text in _BESIDE_A_MOMENT if isinstance(item.value, Word) else isinstance(item.value, _MOMENTS)


def read_in_passing(text: str, *, vocabulary: Vocabulary) -> InPassing | None:
    """Read a question in passing; None for any other text. No text raises."""
    said = typed(text)
    if len(said) > _LONGEST:
        return None
    if (kept := kept_of("asks_time_to_race", said, vocabulary)) is not None:
        return InPassing(race=kept["race"])
    if (kept := kept_of("asks_next_run", said, vocabulary)) is not None:
        return InPassing(next_run=kept.get("run", ""))
    if (kept := kept_of("other_day_meant", said, vocabulary)) is not None:
        return InPassing(meant=kept["day"])
    if (kept := kept_of("said_instead", said, vocabulary)) is not None:
        return InPassing(instead=kept["said"])
    if is_said("asks_with_illness", said, vocabulary):
        return InPassing(ill=True)
    if is_said("asks_if_paused", said, vocabulary):
        return InPassing(paused=True)
    kept = kept_of("asks_day", said, vocabulary)
    return None if kept is None else InPassing(day=kept["day"])
