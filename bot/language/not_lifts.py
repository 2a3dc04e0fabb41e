"""Words of lifting that mean something else: a ride, an elevator, a price, another load, what a gym costs or owns."""

from itertools import pairwise

from bot.language.asking import is_modal
from bot.language.clauses import is_moment
from bot.language.frames import Items, is_lift, run_kind
from bot.language.items import Item, Word

_VERBS = frozenset({"lift", "lifting", "lifts", "pull", "pulling"})
_RIDES = frozenset({"lift", "lifts"})
_GYM = "gym"
_SOMEBODY = frozenset({"me", "us", "him", "her", "them", "you", "u", "get", "got", "getting", "need", "want", "share"})
# "A lift up the road", "a lift home", "a lift to the start"; "a lift on friday" may be a session.
_ON_THE_WAY = frozenset({"up", "home", "there", "back", "from", "to", "tae", "share", "off", "down"})
_DETERMINERS = frozenset({"a", "an", "the", "my", "his", "her", "their", "your", "our", "some", "up"})
_TO = frozenset({"to", "from", "tae", "home"})
_WORKS = frozenset({"working", "broken", "broke", "out", "down", "stuck", "got stuck"})
# Beside one of these "the lift" carries people.
_BUILDINGS = frozenset(
    {"building", "floor", "floors", "fixed", "repair", "repaired", "escalator", "elevator", "mall"}
) | {
    *("hotel", "broken", "stuck"),
}
_OPENING = frozenset({"open", "opens", "opening", "close", "closes", "closing", "shut", "shuts"})
_CONTESTS = frozenset({"final", "finals", "championship", "championships", "olympics", "share", "seminar", "workshop"})
_OURS = frozenset({"the", "our"})
_IS_BEHIND = frozenset({"is", "was", "at", "isn't", "isnt", "to"})
_WHEN = frozenset({"fortnight"})
_CROWDED = frozenset({"busy", "quiet", "packed", "crowded", "rammed", "mobbed", "heaving", "dead"})
_HOW_IS = (["how's", "the"], ["hows", "the"], ["how's", "my"])
_THERE = (["to", "the"], ["to", "my"], ["at", "the"], ["at", "my"], ["in", "the"], ["into", "the"])
_REACH = 5


def without_other_senses(items: Items) -> Items:
    """Leave out what only sounds like lifting: "a lift home", "stuck in the lift", "my gym membership"."""
    if not any(map(is_lift, items)):
        return items
    housed = any(word in _BUILDINGS for item in items for word in item.text.split())
    return tuple(
        item for index, item in enumerate(items) if not (is_lift(item) and _is_other(items, index, housed=housed))
    )


def _is_other(items: Items, index: int, *, housed: bool) -> bool:
    if any(item.text in _CONTESTS for item in items[index + 1 : index + 2]):
        return True
    if items[index].text == _GYM:
        return _is_what_gyms_have(items, index)
    return items[index].text.removesuffix("'s") in _VERBS and (
        _is_a_ride(items, index) or _is_an_elevator(items, index, housed=housed) or _takes_another_load(items, index)
    )


def is_strange(item: Item) -> bool:
    """Tell whether a word is one that the vocabulary does not know."""
    return isinstance(item.value, Word) and not item.senses and item.text.isalpha() and len(item.text) > 1


def _is_what_gyms_have(items: Items, index: int) -> bool:
    """Tell whether something strange is asked or told of a gym: "gym membership", "can I bring my dog to the gym"."""
    before, behind = items[max(0, index - 2) : index], items[index + 1 : index + 1 + _REACH]
    if any(map(is_strange, behind[:1])) or any(item.text in _CROWDED for item in behind):
        return True
    if any(item.text in _OPENING for item in before):
        # "When opens the gym tomorrow".
        return True
    if [item.text for item in before] in _HOW_IS:
        return True
    there = [item.text for item in items[max(0, index - 2) : index]] in _THERE
    pairs = pairwise(items[:index])
    return there and any((is_modal(one) or one.text == "there") and is_strange(two) for one, two in pairs)


def _is_a_ride(items: Items, index: int) -> bool:
    before, behind = items[max(0, index - 3) : index], items[index + 1 : index + 2]
    if before and behind and behind[0].text in _TO and not any(map(_is_when, items[index + 2 : index + 3])):
        # "My lift to training cancelled on me".
        return True
    if not before or before[-1].text not in {"a", "another"} or items[index].text not in _RIDES:
        return False
    asked = any(item.text in _SOMEBODY for item in before[:-1])
    onward = any(item.text in _ON_THE_WAY for item in behind)
    return onward or (asked and not any(map(is_moment, behind)) and behind != () and behind[0].text != "in")


def _is_when(item: Item) -> bool:
    return is_moment(item) or item.number is not None or item.means("ask") is not None or bool(run_kind(item))


def _is_an_elevator(items: Items, index: int, *, housed: bool) -> bool:
    """Tell whether "the lift" is a thing in a place: "in the lift", "the lift at the station", "our lift is broken"."""
    before, behind = items[max(0, index - 2) : index], items[index + 1 : index + 4]
    works = any(item.text in _WORKS for item in behind[:1])
    if not before or before[-1].text not in _OURS:
        return works and housed
    inside = any(item.is_word("in") for item in before[:-1])
    placed = bool(behind) and behind[0].text in _IS_BEHIND and any(map(is_strange, behind[1:]))
    return inside or placed or works or housed or any(map(is_strange, behind[:1]))


def _takes_another_load(items: Items, index: int) -> bool:
    """Tell whether something else is lifted: "lift a 19 stone fella", "lifting the parking ban", "lift my spirits"."""
    behind = items[index + 1 : index + 1 + _REACH]
    if not behind or behind[0].text not in _DETERMINERS:
        return False
    for item in behind[1:]:
        if is_strange(item):
            return item.text not in _WHEN
        if item.number is None and not item.means("filler"):
            return False
    return False
