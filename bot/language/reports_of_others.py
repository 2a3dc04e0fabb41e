"""Whether what a clause reports is somebody else's."""

from itertools import pairwise

from bot.language.frames import THEY, Items
from bot.language.held import any_item, any_text
from bot.language.items import Item
from bot.language.meaning import (
    GymReading,
    HeatIllnessReading,
    IllnessReading,
    SleepReading,
    TravelReading,
    WellReading,
)
from bot.language.people import is_only_named
from bot.language.run_words import is_stranger
from bot.language.states import State

LEADS = frozenset({"like", "and", "so", "but", "also", "eh", "hmm", "then", "hey", "hi", "well"})
_SUBJECT_REACH = 7
_TRAVELLED = ("flew", "drove", "landed", "travelled", "traveled")
_HAS = frozenset({"is", "has", "was", "has got", "had", "got", "caught", "came", "woke"})
_OWN = frozenset({"i", "i'm", "im", "i've", "ive", "my", "me"})
_OF_BODY = frozenset(
    {
        "chest",
        "throat",
        "nose",
        "head",
        "stomach",
        "tummy",
        "belly",
        "gut",
        "guts",
        "lungs",
        "voice",
        "body",
        "everything",
    }
) | {"test", "tests", "doctor", "doc", "glands", "sinuses", "ears", "ear", "temp", "thermometer", "watch", "garmin"}
_MANY = frozenset(
    {"most", "most of", "everyone", "everybody", "all", "half of", "half the", "loads", "loads of", "lots"}
)
_GROUPS = frozenset({"lads", "girls", "guys", "folks", "crew", "gang", "squad", "team", "mates", "office", "class"}) | {
    *("group", "club", "family", "house", "household", "school", "department", "shift", "ward", "year"),
}
_GROUP_REACH = 3
_THEY_ARE = frozenset({"are", "is", "have", "has", "were", "got", "went", "seem", "seems"})
_I = frozenset({"i", "i'm", "im", "i've", "ive", "me", "us", "we"})
_SAYS = frozenset({"says", "said", "tells", "telling", "told", "reckons", "texted", "writes", "wrote", "complaining"})
_SLEEPS = frozenset({"had", "got", "slept", "only"})


def is_somebody_elses(state: State, clauses: tuple[Items, ...], place: int) -> bool:
    """Tell whether an illness follows on somebody else's: "my son is ill, fever of 39"."""
    before = clauses[place - 1] if place else ()
    if isinstance(state, SleepReading):
        joined = before and before[-1].end + 1 >= clauses[place][0].start - len("and ")
        led = joined and before[0].text in THEY
        return led or any(one.means("unsure") == "others" and two.text in _SLEEPS for one, two in pairwise(before))
    if isinstance(state, GymReading):
        return _is_told_by_another(clauses[place + 1 : place + 2])
    if not isinstance(state, IllnessReading | WellReading | HeatIllnessReading | TravelReading):
        return False
    named = _is_named_traveller if isinstance(state, TravelReading) else _has_named_subject
    if named(clauses[place]) or _is_of_a_group(clauses[place]):
        return True
    own = any_text(clauses[place], ("i", "i'm", "im", "i've", "ive", "my"))
    return (
        not own
        and any(_is_other(item) and not is_only_named(before, item) for item in before)
        and not any_item(before, _is_me)
    )


def _is_told_by_another(behind: tuple[Items, ...]) -> bool:
    """Tell whether who said so stands behind: "41 degrees in Delhi, my cousin is telling me"."""
    return any(any_item(clause[:_GROUP_REACH], _is_other) and any_text(clause, _SAYS) for clause in behind)


def _is_named_traveller(clause: Items) -> bool:
    """Tell whether a word that nobody knows is who travels: "dave flew to Denver"."""
    return any(is_stranger(one) and two.text.startswith(_TRAVELLED) for one, two in pairwise(clause[:_SUBJECT_REACH]))


def _has_named_subject(clause: Items) -> bool:
    """Tell whether a word that nobody knows is who is told of: "Priya is down with flu", "sam has covid"."""
    words = [item for item in clause if item.text not in LEADS]
    for one, two in pairwise(words[:_SUBJECT_REACH]):
        named = is_stranger(one) and one.text not in _OF_BODY
        if named and (two.text in _HAS or (one.text.endswith("'s") and two.means("state") is not None)):
            return True
        if one.text in _OWN:
            return False
    return False


def _is_of_a_group(clause: Items) -> bool:
    """Tell whether a group is told of: "half my tutor group are off sick", "most of the office has covid"."""
    words = tuple(item for item in clause if item.text not in LEADS)[:_SUBJECT_REACH]
    many = bool(words) and (words[0].is_word("half") or words[0].text in _MANY)
    many = many or any_text(words[:_GROUP_REACH], _GROUPS)
    return many and any_text(words[1:], _THEY_ARE) and not any_text(words, _I)


def _is_other(item: Item) -> bool:
    return item.means("unsure") == "others" or item.means("state_word") == "others"


def _is_me(item: Item) -> bool:
    return item.text in {"me", "us", "i"}
