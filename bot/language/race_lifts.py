"""Questions for the last heavy lift before a race, and the first one after it."""

import datetime as dt
from dataclasses import dataclass

from bot.language.held import any_item, any_mark, any_means
from bot.language.items import Clock, Context, Dated, Days, Distance, Item, PartOfDay
from bot.language.meaning import Side
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind

_LONGEST = 14
_HALF_MARATHON_KM = 21.0975
_HEAVY = frozenset({"heavy", "heavies"})
_ENDS = frozenset({"last", "final", "first", "stop", "stopping", "cut", "until", "till"})
_TOLD = frozenset({"was", "were", "did", "yesterday", "ago"})
_HARMS = frozenset({"why", "ruin", "hurt", "wreck", "affect", "help"})
_WHEN = (
    "when",
    "how long",
    "how soon",
    "how many",
    "what day",
    "which day",
    "what date",
    "how far",
    "can i",
    "could i",
)
_REACH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundRace:
    """Which side of a race is asked about; `distance_km` where the race is named by its length."""

    side: Side
    distance_km: float | None = None


def read_around_race(text: str, *, today: dt.date, vocabulary: Vocabulary) -> AroundRace | None:
    """Read a question for the last day of heavy lifts before a race, or the first after it. No text raises.

    One that names a day or an hour is about that; "the last heavy" that was is none.
    """
    if too_long(text):
        return None
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    words = {word for item in items for word in item.text.split()}
    if len(items) > _LONGEST or words & (_TOLD | _HARMS) or any_item(items, _names_a_day):
        return None
    side, race = _beside(items)
    if side is None:
        last = "last" in words and words & _HEAVY and _asks(items)
        return AroundRace(side=Side.BEFORE) if last else None
    asked = bool(words & _HEAVY) or side is Side.AFTER or bool(words & _ENDS)
    lifts = bool(words & _HEAVY) or any(item.means("lift") or item.means("exercise") for item in items)
    return AroundRace(side=side, distance_km=_km(race)) if asked and lifts and _asks(items) else None


def _asks(items: tuple[Item, ...]) -> bool:
    """Tell whether something is asked: with a mark, or by how it begins."""
    begins = any(item.text.startswith(_WHEN) for item in items)
    return begins or (any_mark(items, "?") or any_means(items, "ask", "what"))


def _beside(items: tuple[Item, ...]) -> tuple[Side | None, Item | None]:
    """Return before or after which race something is asked: "before the race", "after my half"."""
    for index, item in enumerate(items):
        if item.is_word("before", "after"):
            race = next((one for one in items[index + 1 : index + 1 + _REACH] if _is_race(one)), None)
            if race is not None:
                return Side.BEFORE if item.is_word("before") else Side.AFTER, race
    return None, None


def _is_race(item: Item) -> bool:
    named = item.means("kind") == RunKind.RACE or item.means("race_distance") is not None or item.is_word("half")
    return named or isinstance(item.value, Distance)


def _km(race: Item | None) -> float | None:
    if race is None or race.is_word("half"):
        return None if race is None else _HALF_MARATHON_KM
    if isinstance(race.value, Distance):
        return race.value.km
    named = race.means("race_distance")
    return float(named) if named else None


def _names_a_day(item: Item) -> bool:
    return isinstance(item.value, Dated | Days | Clock | PartOfDay)
