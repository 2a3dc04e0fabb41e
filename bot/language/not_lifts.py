"""Words of lifting that mean something else: a ride, an elevator, a price, another load, what a gym costs or owns."""

from bot.language.clauses import is_moment
from bot.language.frames import Items, is_lift
from bot.language.items import Item, Word

_RIDES = frozenset({"a lift", "lift", "lifts"})
_VERBS = frozenset({"lift", "lifting", "lifts"})
_GYM = "gym"
_HELD_BY = frozenset({"the", "in", "my", "a", "another", "our"})
_SOMEBODY = frozenset({"me", "us", "him", "her", "them", "you", "u", "get", "got", "getting", "need", "want", "share"})
# "A lift up the road", "a lift home", "a lift to the start"; "a lift on friday" may be a session.
_ON_THE_WAY = frozenset({"up", "home", "there", "back", "from", "to", "tae", "share", "off", "down"})
_DETERMINERS = frozenset({"a", "an", "the", "my", "his", "her", "their", "your", "our", "some", "up"})
_IS_BEHIND = frozenset({"is", "was", "at", "isn't", "isnt", "to"})
_WHEN = frozenset({"fortnight"})
_REACH = 5


def without_other_senses(items: Items) -> Items:
    """Leave out what only sounds like lifting: "a lift home", "stuck in the lift", "my gym membership"."""
    if not any(map(is_lift, items)):
        return items
    return tuple(item for index, item in enumerate(items) if not (is_lift(item) and _is_other(items, index)))


def _is_other(items: Items, index: int) -> bool:
    if items[index].text == _GYM:
        return _is_what_gyms_have(items, index)
    return items[index].text in _VERBS and (
        _is_a_ride(items, index) or _is_an_elevator(items, index) or _takes_another_load(items, index)
    )


def is_strange(item: Item) -> bool:
    """Tell whether a word is one that the vocabulary does not know."""
    return isinstance(item.value, Word) and not item.senses and item.text.isalpha() and len(item.text) > 1


def _is_what_gyms_have(items: Items, index: int) -> bool:
    """Tell whether a strange word behind it says what of the gym is meant: "gym membership", "is the gym crowded"."""
    return any(map(is_strange, items[index + 1 : index + 2]))


def _is_a_ride(items: Items, index: int) -> bool:
    before, behind = items[max(0, index - 3) : index], items[index + 1 : index + 2]
    if not before or before[-1].text not in {"a", "another"}:
        return False
    asked = any(item.text in _SOMEBODY for item in before[:-1])
    onward = any(item.text in _ON_THE_WAY for item in behind)
    return onward or (asked and not any(map(is_moment, behind)) and behind != () and behind[0].text != "in")


def _is_an_elevator(items: Items, index: int) -> bool:
    """Tell whether "the lift" is a thing in a place: "in the lift", "the lift at work", "the lift is broke"."""
    before, behind = items[max(0, index - 2) : index], items[index + 1 : index + 3]
    if not before or before[-1].text != "the":
        return False
    inside = any(item.is_word("in") for item in before[:-1])
    placed = bool(behind) and behind[0].text in _IS_BEHIND and any(map(is_strange, behind[1:]))
    return inside or placed


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
