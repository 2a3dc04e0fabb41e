"""Lifts that are only told of, with a moment but no question: "I never deadlift on fridays"."""

from bot.language.asking import is_question
from bot.language.frames import GIVEN_UP, Items, is_lift

_NEVER = frozenset({"never", "rarely", "seldom", "hardly ever", "don't ever", "dont ever"})
_CHEERS = frozenset({"luck", "excited", "hyped", "pumped", "psyched", "stoked", "buzzing", "yay", "lfg", "fingers"})
_PLANS = frozenset({"going to", "gonna", "will", "i'll", "going", "i'm", "im", "am"})
_ME = frozenset({"i", "i'm", "im", "i'll", "me", "we", "us"})
_SAID = frozenset({"told", "said", "says", "reckons", "thinks", "lets", "let", "gave"})
_REACH = 2


def only_tells(items: Items) -> bool:
    """Tell whether a lift is told of as a thing that is settled, and nothing is asked."""
    lifts = [index for index, item in enumerate(items) if is_lift(item)]
    before = [item.text for index in lifts for item in items[max(0, index - _REACH) : index]]
    never = not _NEVER.isdisjoint(before)
    cheers = not _PLANS.isdisjoint(before) and any(item.text in _CHEERS for item in items)
    thanked = any(item.means("talk") == "thanks" for item in items) and not any(item.means("ask") for item in items)
    cheers = cheers or (not _PLANS.isdisjoint(before) and thanked)
    settled = any(item.means("talk") == "settled" or item.means("action") == "remind" for item in items)
    watched = any(item.means("unsure") == "onlooker" for item in items[: lifts[0] if lifts else 0])
    kept = any(item.means("action") == "for_good" for item in items) or _is_left_out(items, lifts)
    told = kept or never or cheers or settled or watched or _is_theirs(items, lifts) or _is_reported(items, lifts)
    return told and not is_question(items)


def _is_left_out(items: Items, lifts: list[int]) -> bool:
    """Tell whether a lift is called off, and nothing is put in its place: "skipping deads tonight, too tired"."""
    before = [item for index in lifts for item in items[max(0, index - _REACH) : index]]
    left = any(item.means("action") in GIVEN_UP for item in before)
    return left and not any(
        item.means("ask") or item.means("unsure") or item.means("action") == "instead" or item.is_word("or", "and")
        for item in items
    )


def _is_reported(items: Items, lifts: list[int]) -> bool:
    """Tell whether it is told what somebody allows: "coach told me I could lift friday", "you said I can pull"."""
    before = items[: lifts[0]] if lifts else ()
    said = next((index for index, item in enumerate(before) if item.text in _SAID), len(before))
    told = any(_ME & set(item.text.split()) for item in before[said + 1 :])
    return told and not any(item.means("ask") for item in items)


def _is_theirs(items: Items, lifts: list[int]) -> bool:
    """Tell whether somebody else lifts, and the runner is not named: "my mate deadlifts on fridays"."""
    others = bool(lifts) and any(item.means("unsure") == "others" for item in items[: lifts[0]])
    return others and not any(_ME & set(item.text.split()) for item in items)
