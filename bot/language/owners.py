"""Whose week a list of days is not: the elites', one of another year, one that is only thought of or laughed at."""

from itertools import pairwise

from bot.language.frames import Items, is_day, is_now
from bot.language.held import any_item, any_text

# Whoever reads about these tells of no own week.
_OTHERS = frozenset(
    {"elites", "pros", "kenyans", "kipchoge", "bekele", "farah", "ingebrigtsen", "kipyegon", "jakob", "eliud"}
) | {"influencer", "influencers", "celebs", "magazine"}
# Nor does whoever asks who does it.
_ANYBODY = frozenset({"anyone", "anybody", "who", "nobody"})
_READS = frozenset({"reading", "read", "saw", "watched", "heard"})
_PROPOSES = frozenset({"could", "might", "may"})
_BEHIND_PROPOSAL = frozenset({"be", "do", "look", "try", "run", "go", "go with", "look like"})
_WAS = frozenset({"was", "were", "had", "did", "ran", "used to", "looked", "looked like"})
# A quotation ends too: "… Sun long" is what the pros would do.
_ENDS = '.!?;\n"\u201d'
_YEARS = range(1950, 2100)
_LONGEST_WORDS = 40
_DISOWNING = (
    *(
        "ignoring it",
        "not for me",
        "too soft for me",
        "too much for me",
        "too hard for me",
        "not doing that",
        "i'm not .",
        "im not .",
    ),
    *(
        "not sure yet",
        "haven't decided",
        "havent decided",
        "not decided",
        "undecided",
        "insane",
        "madness",
        "mental",
        "crazy",
    ),
    *(
        "yeah right",
        "as if",
        "no chance",
        "no thanks",
        "not mine",
        "proud of",
        "i just drive",
        "in my dreams",
        "dream on",
    ),
    *("would do", "would run", "would say", "does every week"),
    *("good times", "best times", "happy days", "those were", "miss that", "miss those"),
)


def is_of_others(lead: Items) -> bool:
    """Tell whether what stands before the first day gives the week to others, to another year, or only proposes it."""
    texts = {item.text for item in lead}
    if (
        not texts.isdisjoint(_OTHERS)
        or any_text(_last_sentence(lead), _ANYBODY)
        or (not texts.isdisjoint(_READS) and any_text(lead, ("about",)))
    ):
        return True
    if any(one.text in _PROPOSES and two.text in _BEHIND_PROPOSAL for one, two in pairwise(lead)):
        return True
    year = any(one.text == "in" and two.number in _YEARS for one, two in pairwise(lead))
    return year and not texts.isdisjoint(_WAS) and not any_item(lead, is_now)


def _last_sentence(lead: Items) -> Items:
    """Return the last sentence before a week: "nobody asked but here goes. My week: …" asks for nobody's."""
    begin = next((at for at in range(len(lead) - 1, 0, -1) if lead[at - 1].is_mark(".!?\n")), 0)
    return lead[begin:]


def is_disowned(items: Items) -> bool:
    """Tell whether the last sentence, behind all days, says that the week is none: "not sure yet", "insane"."""
    last = max((index for index, item in enumerate(items) if is_day(item)), default=len(items))
    end = next((index for index in range(last, len(items)) if items[index].is_mark(_ENDS)), len(items))
    said = " ".join("." if item.is_mark(".,!;") else item.text for item in items[end : end + _LONGEST_WORDS])
    return bool(said) and any(f" {phrase}" in f" {said} ." for phrase in _DISOWNING)
