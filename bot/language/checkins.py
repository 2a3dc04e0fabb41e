"""How the body is: "soreness 6", "slept 4 hours", "I have a fever", "flew 8 hours, 6 time zones"."""

import datetime as dt
from collections.abc import Callable, Iterator

from bot.language.frames import Items
from bot.language.items import Clock, Context, Distance, Duration, Item, Repeats, Word
from bot.language.meaning import (
    Doubt,
    GymReading,
    HeatIllnessReading,
    IllnessReading,
    SleepReading,
    SorenessReading,
    TravelReading,
    Unread,
    WellReading,
)
from bot.language.moments import clauses_of
from bot.language.numbers import is_negative, numbers_in
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary

State = (
    SorenessReading
    | SleepReading
    | IllnessReading
    | WellReading
    | TravelReading
    | GymReading
    | HeatIllnessReading
    | Unread
)

_MOST = 10
_OUT_OF = frozenset({10})
_MINUTES = 60
_FAHRENHEIT_FROM = {"fever": 90.0, "gym": 60.0}
_LIMITS = {
    "sleep": (0.0, 24.0),
    "fever": (34.0, 43.0),
    "gym": (-10.0, 60.0),
    "zones": (0.0, 24.0),
    "travel": (0.0, 48.0),
}

"""What can be right: hours, degrees Celsius, time zones."""

_NOT = frozenset({"not", "never", "without"})


def read_checkin(text: str, *, now: dt.datetime, vocabulary: Vocabulary) -> tuple[State, ...]:
    """Read the text behind `/checkin`: "soreness 6", "sleep 4.5", "ill 38.5", "well", "travel 8h 5 zones", "gym 33".

    Fahrenheit is taken where it is said or where the number can be nothing else. A number that cannot be right is
    Unread (VALUE); nothing readable gives nothing. No text raises.
    """
    if too_long(text):
        return (Unread(text=own_words(text), doubt=Doubt.TOO_LONG),)
    items = scan(Context(text=normalise(text), today=now.date()), vocabulary)
    return merged(tuple(one for clause in clauses_of(items) for one in states_in(clause, commanded=True)))


def states_in(clause: Items, *, commanded: bool = False) -> Iterator[State]:
    """Yield what one clause reports; a bare word ("ill", "well", "gym") counts only where it is `commanded`."""
    for state in dict.fromkeys(_states(clause, commanded=commanded)):
        yield from _READERS[state](clause)
    sore = read_soreness(clause)
    if commanded and sore is None and any(item.means("body") == "sore" for item in clause):
        yield _impossible(clause)
    if sore is not None and (commanded or sore.level is not None):
        yield sore


def merged(found: tuple[State, ...]) -> tuple[State, ...]:
    """Return reports with those of one journey, and of one illness, as one."""
    journeys = [one for one in found if isinstance(one, TravelReading)]
    ills = [one for one in found if isinstance(one, IllnessReading)]
    others: list[State] = [one for one in found if not isinstance(one, TravelReading | IllnessReading)]
    if journeys:
        hours, zones = max(one.travel_hours for one in journeys), max(one.zones for one in journeys)
        others.append(TravelReading(travel_hours=hours, zones=zones))
    if ills:
        fever = next((one.fever_c for one in ills if one.fever_c is not None), None)
        said = [one.head_only for one in ills if one.head_only is not None]
        others.append(IllnessReading(fever_c=fever, head_only=all(said) if said else None))
    return tuple(dict.fromkeys(others))


def _states(clause: Items, *, commanded: bool) -> Iterator[str]:
    for index, item in enumerate(clause):
        state = item.means("state") or (item.means("state_word") if commanded else None)
        negated = any(before.is_word("no") or _text(before) in _NOT for before in clause[max(0, index - 2) : index])
        if state is not None and not negated:
            yield state


def _sleep(clause: Items) -> Iterator[State]:
    yield from _measured(clause, "sleep", lambda hours: SleepReading(hours=hours))


def _travel(clause: Items) -> Iterator[State]:
    yield from _measured(clause, "travel", lambda hours: TravelReading(travel_hours=hours))


def _measured(clause: Items, what: str, make: Callable[[float], State]) -> Iterator[State]:
    """Yield a length of time in hours, where exactly one is said."""
    hours = [hours for item in clause if (hours := _hours(item)) is not None]
    counted = {"zones"}
    bare = [
        one.value
        for one in numbers_in(clause)
        if not any(item.means("state") in counted for item in clause[one.end : one.end + 2])
    ]
    said = hours or [value for value in bare if what == "sleep" or not _names(clause, "zones")]
    if len(said) == 1:
        yield make(round(said[0], 2)) if _is_possible(what, said[0]) else _impossible(clause)


def _hours(item: Item) -> float | None:
    """Return a length of time in hours; "8h" is written like a time of day."""
    if isinstance(item.value, Duration):
        return item.value.minutes / _MINUTES
    return item.value.time.hour + item.value.time.minute / _MINUTES if isinstance(item.value, Clock) else None


def _zones(clause: Items) -> Iterator[State]:
    """Yield the zones: the number before the word, or the hours of a time difference."""
    place = next(index for index, item in enumerate(clause) if item.means("state") == "zones")
    before = [one.value for one in numbers_in(clause) if one.end <= place and one.end >= place - 2]
    hours = [
        item.value.minutes / _MINUTES for item in clause[max(0, place - 2) : place] if isinstance(item.value, Duration)
    ]
    for value in (*before, *hours)[-1:]:
        whole = value == int(value) and _is_possible("zones", value)
        yield TravelReading(zones=int(value)) if whole else _impossible(clause)


def _fever(clause: Items) -> Iterator[State]:
    yield from _temperature(clause, "fever") or (IllnessReading(head_only=False),)


def _ill(clause: Items) -> Iterator[State]:
    if not any(item.means("state") in {"cold", "fever"} for item in clause):
        yield from _temperature(clause, "fever") or (IllnessReading(),)


def _temperature(clause: Items, what: str) -> tuple[State, ...]:
    said = [one.value for one in numbers_in(clause)]
    if len(said) != 1:
        return ()
    fahrenheit = said[0] >= _FAHRENHEIT_FROM[what] or any(item.means("state_word") == "fahrenheit" for item in clause)
    celsius = round((said[0] - 32) / 1.8, 1) if fahrenheit else said[0]
    if not _is_possible(what, celsius):
        return (_impossible(clause),)
    return (IllnessReading(fever_c=celsius),) if what == "fever" else (GymReading(celsius=celsius),)


def _gym(clause: Items) -> Iterator[State]:
    """Yield how hot it is; "gym at 6" says nothing of heat, so without a command degrees have to be named."""
    yield from _temperature(clause, "gym")


def _nothing(_: Items) -> Iterator[State]:
    return iter(())


_READERS: dict[str, Callable[[Items], Iterator[State]]] = {
    "sleep": _sleep,
    "travel": _travel,
    "zones": _zones,
    "fever": _fever,
    "ill": _ill,
    "cold": lambda _: iter((IllnessReading(head_only=True),)),
    "well": lambda _: iter((WellReading(),)),
    "hot_gym": _gym,
    "gym": _gym,
    "heat_illness": lambda _: iter((HeatIllnessReading(),)),
    "fahrenheit": _nothing,
}
"""What reads each state that a clause names."""


def _names(clause: Items, state: str) -> bool:
    return any(item.means("state") == state for item in clause)


def _is_possible(what: str, value: float) -> bool:
    least, most = _LIMITS[what]
    return least <= value <= most


def _impossible(clause: Items) -> Unread:
    return Unread(text=" ".join(_text(item) for item in clause if _text(item)), doubt=Doubt.VALUE)


def read_soreness(items: Items) -> SorenessReading | None:
    """Read leg or back soreness, 0 to 10, from scanned items; None when the text is no such report."""
    if any(item.means("body") == "not_sore" for item in items):
        return SorenessReading(level=0)
    sore = [item for item in items if item.means("body") == "sore"]
    said_sore = any(_text(item) in _SORE_WORDS for item in sore)
    if not sore or (_names_run(items) and not said_sore):
        return None
    levels = _levels(items)
    if len(levels) == 1 and 0 <= levels[0] <= _MOST:
        return SorenessReading(level=levels[0])
    return SorenessReading(level=None) if said_sore and not levels else None


def _names_run(items: Items) -> bool:
    measured = any(isinstance(item.value, Distance | Duration | Repeats) for item in items)
    return measured or any(item.means("kind") for item in items)


_SORE_WORDS = frozenset({"sore", "soreness", "doms", "stiff", "achy", "stiffness"})


def _levels(items: Items) -> list[int]:
    """Return the numbers said, without the 10 of "7/10" and "7 out of 10"."""
    found: list[int] = []
    for index, item in enumerate(items):
        number = item.number
        counted = index + 1 < len(items) and items[index + 1].means("span") is not None
        if number is None or counted or _is_article(item) or (number in _OUT_OF and found and _is_scale(items, index)):
            continue
        found.append(-number if is_negative(items, index) else number)
    return found


def _is_article(item: Item) -> bool:
    return _text(item) in {"a", "an", "one", "a few", "few", "a couple", "couple"}


def _is_scale(items: Items, index: int) -> bool:
    return any(_text(item) in {"/", "of"} for item in items[max(0, index - 1) : index])


def _text(item: Item) -> str:
    return item.value.token.text if isinstance(item.value, Word) else ""
