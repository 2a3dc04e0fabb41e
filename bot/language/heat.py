"""How hot it is inside, or the runner is, where no unit is said."""

from collections.abc import Iterator

from bot.language.amounts import Degrees, degrees_in
from bot.language.frames import Items
from bot.language.held import any_means, any_text
from bot.language.items import Dated, Days, Item, PartOfDay
from bot.language.numbers import numbers_in

_WARM_C = 26
_HOTTEST_C = 48
_WARM_OUTSIDE_C = 28
_WARM_OUTSIDE_F = (84, 122)
_HERE = frozenset({"already", "here", "out here", "in the shade"})
_LEAST_YEAR = 1900
_AROUND = 15
_WEEK = 7
_OF_BODY = frozenset({"gym", "hot_gym", "fever", "temperature", "ill", "cold"})
_NEXT = 2
_NO_WEATHER = frozenset(
    {"oven", "water", "pool", "coffee", "tea", "wash", "bend", "angle", "incline", "turn", "when"}
) | {
    *(
        "preheat",
        "bake",
        "spin",
        "slope",
        "longitude",
        "latitude",
        "film",
        "movie",
        "heard",
        "read",
        "fever",
        "temperature",
        "temp",
    ),
}
_FEW = 4
_CROWDED = frozenset({"packed", "busy", "rammed", "full", "crowded", "heaving", "people", "empty"})
_INSIDE = frozenset(
    {"here", "there", "gym", "garage", "inside", "shed", "weight room", "flat", "house", "room", "basement"}
)
_WARM_F = (79, 122)
_BEFORE_HEAT = frozenset(
    {
        "was",
        "have",
        "it was",
        "in",
        "hitting",
        "be",
        "been",
        "it's",
        "its",
        "is",
        "like",
        "hit",
        "hits",
        "about",
        "around",
        "to be",
    }
)


def bare_heat(items: Items) -> Iterator[Degrees]:
    """Yield the degrees of "must be 33 in there": no unit is said, but nothing else can be meant."""
    if any_text(items, _CROWDED):
        return
    for index, item in enumerate(items):
        behind = items[index + 1 : index + 4]
        inside = bool(behind) and behind[0].text == "in" and any_text(behind[1:], _INSIDE)
        warm = item.number is not None and _WARM_C <= item.number <= _HOTTEST_C
        if warm and inside and (index == 0 or items[index - 1].text in _BEFORE_HEAT):
            yield Degrees(value=float(item.number or 0), unit="celsius")


def is_bare_heat(items: Items) -> bool:
    """Tell whether "its 38 here" is all that is said: only what follows can tell that it is the heat."""
    numbers = [at for at, item in enumerate(items) if _WARM_C <= (item.number or 0) <= _HOTTEST_C]
    return len(items) <= _FEW and any(items[at - 1].text in _BEFORE_HEAT for at in numbers if at)


def is_inside(items: Items) -> bool:
    """Tell whether it is said to be hot where one lifts, or at least inside."""
    return any(item.text.rpartition(" ")[2] in _INSIDE for item in items)


def warm_in(items: Items) -> Iterator[float]:
    """Yield the degrees Celsius of a clause that speaks of heat: those with a unit, else a number that counts nothing.

    A clause about a run or a lift has too many other numbers.
    """
    said = degrees_in(items)
    units = [one for one in said if one.unit]
    trains = any_means(items, "kind") or any_means(items, "lift_word")
    trains = trains or any(item.means("action") not in {None, "mine"} for item in items)
    for one in units or (() if trains else said):
        fahrenheit = one.unit == "fahrenheit" or (one.unit != "celsius" and one.value >= _WARM_F[0])
        celsius = round((one.value - 32) / 1.8, 1) if fahrenheit else one.value
        if _WARM_C <= celsius <= _HOTTEST_C:
            yield celsius


def is_hot_outside(items: Items, place: int) -> bool:
    """Tell whether the degrees of the weather begin here: "34C here this week", "its 104 out here", "it was 95F"."""
    number, behind = items[place].number, items[place + 1 : place + 2 + _FEW]
    if number is None:
        return False
    unit = behind[0].means("state_word") if behind else None
    fahrenheit = unit == "fahrenheit" or (unit != "celsius" and number > _HOTTEST_C)
    least, most = _WARM_OUTSIDE_F if fahrenheit else (_WARM_OUTSIDE_C, _HOTTEST_C)
    if not least <= number <= most:
        return False
    led = any(item.text in _BEFORE_HEAT or item.is_word("in") for item in items[max(0, place - 1) : place])
    here = any_text(behind if unit else behind[:_NEXT], _HERE)
    if unit in {"celsius", "degrees", "fahrenheit"}:
        told = led or here or any(isinstance(item.value, Days) and len(item.value.days) == _WEEK for item in behind)
    else:
        open_air = any_means(behind[:_NEXT], "state_word", "open_air")
        told = open_air and (led or behind[0].text == "in the shade")
    return told and not any(map(_is_no_weather, items[max(0, place - _AROUND) : place + _AROUND]))


def _is_no_weather(item: Item) -> bool:
    """Tell whether a word says that the degrees are those of something else, or of another time."""
    lifts = item.means("lift_word") or item.means("exercise") or item.means("ask") == "form"
    inside = item.means("state") in _OF_BODY or item.means("state_word") == "ill"
    return bool(lifts or inside) or item.text in _NO_WEATHER or (item.number or 0) >= _LEAST_YEAR


def is_body_heat(items: Items, place: int) -> bool:
    """Tell whether "temperature 38.1" stands here, and no weather: nothing but a day may follow."""
    if items[place].text not in {"temperature", "temp"}:
        return False
    number = next((one for one in numbers_in(items) if one.start == place + 1), None)
    behind = items[number.end :] if number is not None else items[place:]
    return number is not None and all(
        isinstance(one.value, Dated | PartOfDay) or one.means("state_word") for one in behind
    )
