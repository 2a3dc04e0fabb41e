"""Whether an illness that is named is said to have gone, or a state never to have been."""

from bot.language.frames import Items
from bot.language.held import any_item, any_means, any_text
from bot.language.items import Item, Word

ILLS = frozenset({"ill", "cold", "fever"})
_OVER_REACH = 3
_BUGS = frozenset({"bug", "virus", "cold", "flu", "lurgy", "illness", "covid", "sickness", "cough", "infection"})
_POINTING = frozenset({"my", "the", "that", "this"})
_ARTICLES = _POINTING | {"a", "having", "being", "bad", "horrible", "awful", "rough"}
_BEHIND = frozenset({"over", "off", "rid", "beaten", "shot"})

_ENDED = frozenset({"cleared", "better", "finish", "finished", "done", "away", "negative"})
_NOT_YET = frozenset(
    {"getting", "bit", "a bit", "little", "a little", "slightly", "much", "lot", "a lot", "feel", "any"}
)
_RETURNED = frozenset({"back", "returning", "again", "normal"})

_WHENEVER = frozenset({"when", "whenever"})
# "I feel sick when I pull" is no illness, "my flight takes 9 hours" not behind one.
_UNTOLD = {"ill": _WHENEVER, "cold": _WHENEVER, "fever": _WHENEVER, "travel": frozenset({"takes", "lasts", "myth"})}


def is_untold(state: str | None, items: Items, place: int) -> bool:
    """Tell whether what stands behind a state says that it is none: "sick when I pull", "my flight takes 9 hours"."""
    denials = _UNTOLD.get(state or "")
    return denials is not None and any(item.text in denials for item in items[place + 1 :])


def is_over(items: Items, place: int) -> bool:
    """Tell whether an illness is said to have gone: "the flu is over", "fever has gone"."""
    behind = items[place + 1 : place + 1 + _OVER_REACH]
    if _is_back_from(items, place):
        return True
    if any(_is_a_thing(item) for item in behind[:1]):
        return False
    ended = next((index for index, item in enumerate(behind) if _ends(item)), None)
    if ended is not None and _goes_on(behind[ended:], items[place + 1 + ended + 1 : place + 3 + ended]):
        return False
    return ended is not None and not any(item.is_word("no") or item.text in _NOT_YET for item in behind[:ended])


def _goes_on(ended: Items, behind: Items) -> bool:
    """Tell whether an illness only went somewhere else: "cold has gone to my chest", "moved onto my lungs"."""
    went = any_text(ended[:1], ("gone", "shifted", "passed"))
    return went and any_text(behind[:1], ("to", "on", "onto", "into", "down", "from"))


def _ends(item: Item) -> bool:
    return item.means("health_word") == "ended" or item.text in _ENDED


def is_bug(item: Item) -> bool:
    """Tell whether a word names what one is ill with."""
    return item.text.removesuffix("'s") in _BUGS


def has_ended(items: Items, place: int) -> bool:
    """Tell whether an illness lies behind: "over that cold", "the cough has gone"."""
    over = is_bug(items[place]) and is_over(items, place)
    return over or _is_behind_me(items, place) or _has_recovered(items, place)


def _has_recovered(items: Items, place: int) -> bool:
    """Tell whether one is "recovered from" something that is no run and no lift: "fully recovered from malaria"."""
    behind = items[place + 1 : place + 2 + _OVER_REACH]
    if items[place].text != "recovered" or not behind or behind[0].text != "from":
        return False
    named = next((item for item in behind[1:] if item.text not in _ARTICLES), None)
    unknown = named is not None and isinstance(named.value, Word) and named.value.token.is_name and not named.senses
    return unknown or (named is not None and (is_bug(named) or named.means("state") in ILLS))


def _is_behind_me(items: Items, place: int) -> bool:
    """Tell whether an illness is said to lie behind: "over that cold", "shaken off this bug", "rid of the flu"."""
    known = items[place].means("state_word") in ILLS or items[place].means("state") in ILLS
    if not (known or items[place].text in _BUGS):
        return False
    ended, pointed = items[max(0, place - _OVER_REACH) : place], items[place - 1 : place]
    behind = items[place + 1 : place + 2]
    goes_on = any_item(behind, _is_a_thing)
    points = any_text(pointed, _POINTING)
    return points and not goes_on and any_text(ended, _BEHIND)


def _is_back_from(items: Items, place: int) -> bool:
    """Tell whether somebody is "back from the flu", "back after covid" or on the "first run since the bug"."""
    at = place - 1
    while at >= max(0, place - _OVER_REACH) and (not items[at].senses or items[at].text in _ARTICLES):
        at -= 1
    led = items[at].text if at >= 0 else ""
    before = items[at - 1].text if at > 0 else ""
    returned = led.endswith("back from") or (led in {"from", "after", "since"} and before in _RETURNED)
    returned = returned or (led in {"after", "since"} and any_means(items[:at], "state", "well"))
    return returned and not any(_is_a_thing(item) for item in items[place + 1 : place + 2])


def _is_a_thing(item: Item) -> bool:
    """Tell whether a word names something, so that "cold" before it describes it: "over the cold winter"."""
    if not isinstance(item.value, Word) or not item.value.token.is_name:
        return False
    return not any(item.means(group) for group in ("filler", "word", "talk", "health_word", "action", "ask"))
