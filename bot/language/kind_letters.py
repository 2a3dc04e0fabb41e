"""A coach's letters for kinds of runs: "50min E", "13 mi L", "4 @ T", and weeks of them ("Mon E, Tue I, Sun L")."""

from dataclasses import replace

from bot.language.frames import Items, is_day, is_spelled
from bot.language.items import Clock, Distance, Duration, Item, PartOfDay, Repeats, Word

# "Wed: push. Fri: pull." names what a lifter trains on a day.
_GYM = "gym"
_ENDS = ",.;:/|+&()\n\t"
_LABELS = ":-=|\t"
_OPENS = ":-|\t=,("
# A letter that is all that is said of a day is a kind only where other days have one too.
_LEAST = 2


def with_kind_letters(items: Items) -> Items:
    """Return the items with a kind in place of each letter that stands for one."""
    known = (index for index, item in enumerate(items) if "kind_letter" in item.senses)
    letters = [index for index in known if _ends_there(items, index)]
    gym = {index for index in letters if items[index].means("kind_letter") == _GYM}
    letters = [index for index in letters if index not in gym]
    measured = {index for index in letters if _beside_measure(items, index)}
    alone = {index for index in letters if _behind_day(items, index)} - measured
    found = measured | (alone if len(measured | alone) >= _LEAST else set())
    found |= {index for index in gym if items[index - 1].is_mark(_LABELS) and _behind_day(items, index)}
    if not found:
        return items
    return tuple(_as_kind(item) if index in found else item for index, item in enumerate(items))


def _ends_there(items: Items, index: int) -> bool:
    """Tell whether a letter ends what is said there, or a measure follows; "5k I think" is no kind."""
    if index + 1 == len(items):
        return True
    item = items[index + 1]
    said = isinstance(item.value, Clock | PartOfDay) or item.means("run_part") or item.is_word("at", "and", "every")
    return bool(said) or item.is_mark(_ENDS) or _measures(item) or is_day(item) or bool(item.means("weekday_letter"))


def _beside_measure(items: Items, index: int) -> bool:
    before, behind = items[max(0, index - 1) : index], items[index + 1 : index + 2]
    if not before or _measures(before[0]) or before[0].is_mark("@"):
        return bool(before)
    opens = is_day(before[0]) or before[0].is_mark(":-") or isinstance(before[0].value, Clock)
    return opens and bool(behind) and isinstance(behind[0].value, Distance | Duration | Repeats)


def _behind_day(items: Items, index: int) -> bool:
    before = index - 1
    while before > 0 and items[before].is_mark(_OPENS):
        before -= 1
    return before >= 0 and is_day(items[before])


def _measures(item: Item) -> bool:
    return isinstance(item.value, Distance | Duration | Repeats) or (item.number is not None and not is_spelled(item))


def _as_kind(item: Item) -> Item:
    if not isinstance(item.value, Word):
        return item
    letter = item.senses["kind_letter"]
    senses = {"not_run": "training"} if letter == _GYM else {"kind": letter}
    return replace(item, value=Word(replace(item.value.token, senses=senses)))
