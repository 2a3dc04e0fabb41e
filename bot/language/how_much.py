"""Clauses that only say how long, how hot or how sore what is named before them is."""

from collections.abc import Iterator

from bot.language.frames import Items
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Dated, Doubtful, Duration, Item, PartOfDay
from bot.language.nights import is_small

_FEW = 4
# "Must be 33 in there" names no degrees.
_WITHOUT_UNIT = frozenset({"must", "must've", "mustve", "been", "felt", "there", "here", "be"})
_HOT = frozenset({"boiling", "roasting", "baking", "hot", "sweltering", "scorching", "melting", "oven"})
_RATING = frozenset(
    {"say", "i'd", "id", "call", "about", "maybe", "like a", "out", "of", "/", "give", "rate", "solid", "prob"}
)


def with_length(clauses: tuple[Items, ...]) -> Iterator[Items]:
    """Yield a night and, further on, how long it was as one: "barely slept, teenager had a party. Maybe 4 hours"."""
    night = next((place for place, clause in enumerate(clauses) if _is_night_without_length(clause)), None)
    long = next((place for place, clause in enumerate(clauses) if is_how_long(clause)), None)
    apart = night is not None and long is not None and long > night
    for place, clause in enumerate(clauses):
        if place == night and apart and long is not None:
            yield (*clause, *clauses[long])
        elif not (place == long and apart):
            yield clause


def _is_night_without_length(clause: Items) -> bool:
    return any_means(clause, "state", "sleep", "bad_night") and not any_value(clause, Duration)


def is_how_sore(clause: Items) -> bool:
    """Tell whether a clause is a level alone: "4", "I say 5 of 10", "like a 6/10"."""
    levels = [item for item in clause if item.number is not None and not item.means("filler")]
    levels = levels or [item for item in clause if item.number is not None]
    doubts = [item for item in clause if isinstance(item.value, Doubtful)]
    return bool(levels or doubts) and all(
        item in levels or item in doubts or item.text in _RATING or item.means("filler") for item in clause
    )


def is_only_hot(clause: Items) -> bool:
    """Tell whether a clause goes on about the heat, before it says how hot: "it's boiling"."""
    return len(clause) <= _FEW and (any_text(clause, _HOT) or any_means(clause, "state", "hot"))


def is_how_long(clause: Items) -> bool:
    spans = [item for item in clause if isinstance(item.value, Duration)]
    small = (item in spans or is_small(item) or _is_of_journey(item) or _is_near(item) for item in clause)
    return len(spans) == 1 and all(small)


def _is_near(item: Item) -> bool:
    """Tell whether an item is "today" or "last night"."""
    return isinstance(item.value, Dated | PartOfDay) and not (isinstance(item.value, Dated) and item.value.named)


def _is_of_journey(item: Item) -> bool:
    """Tell whether an item belongs to how long a journey was: "2 flights", "door to door"."""
    legs = item.number is not None and item.number <= _FEW
    return legs or item.means("state") == "travel" or item.text in {"door", "stops", "stop", "layover", "connection"}


def is_how_hot(clause: Items) -> bool:
    units = [item for item in clause if item.means("state_word") in {"degrees", "celsius", "fahrenheit"}]
    units = units or [item for item in clause if item.text in _WITHOUT_UNIT]
    return bool(units) and all(item in units or item.number is not None or is_small(item) for item in clause)
