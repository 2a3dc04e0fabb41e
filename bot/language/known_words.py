"""What was done, slept or moved, said in the words that the readers know."""

import re

from bot.language.frames import Items, is_day
from bot.language.items import Context, Item

# "Can you please move …": so far into a message, and behind it, an act makes it a request.
OPENING = 4
_CUT_SHORT = re.compile(r"\bcut (?:my |the )?((?:[\w']+ ){1,4})short\b(?! to| at)", re.IGNORECASE)
_BAILED = re.compile(
    r"\b(?:had to )?(?:bail(?:ed)?|bailing|stop(?:ped)?|pull(?:ed)? up|gave up) (?:on|out of|in|during) "
    r"(?:my |the )?((?:[\w']+ ){0,3}?(?:run|tempo|intervals|session|one)) (?:at|after) (?=\d)",
    re.IGNORECASE,
)
_SHORT_NIGHT = re.compile(
    r"\b(?:only |just |barely )?(?:got|had) (?:only |just |barely |about |maybe |around |like )*"
    r"(?=\d+(?:\.\d+)?(?: and a half)? ?(?:h|hrs?|hours?) last night\b)",
    re.IGNORECASE,
)
_CHANGES = frozenset({"change", "changing", "switch", "put"})
_DOING_IT = re.compile(
    r"^(?:skipping|skip|not doing|can'?t do|can'?t make) ([^,.;!?]{3,40}?)(?: this week)?,? (?:and |so |but )?"
    r"(?:i'?ll (?:be )?|will |gonna |going to )?(?:do|doing|run|running) (?:them|it|that|those)(?: on)? "
    r"([^,.;!?]{3,30}?)(?: instead)?[.!]?$",
    re.IGNORECASE,
)
_MOVING_IT = re.compile(
    r"^(?:my |the )?([^,.;!?]{3,40}?) is off(?: this week)?,? (?:so |but )?(?:i'?m |i'?ll )?(?:be )?"
    r"(?:moving|move|doing|do|running|run|shifting|pushing) it (?:to |on )?([^,.;!?]{3,30}?)(?: instead)?[.!]?$",
    re.IGNORECASE,
)
_DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_FROM_TO = re.compile(rf"\bfrom (?:the )?({_DAY_OF_MONTH}) to (?:the )?({_DAY_OF_MONTH})\b", re.IGNORECASE)
_MEANT = re.compile(
    r"\b(?:was |were )?(?:meant|supposed|due|going) to be ([^,.;!?]+?),? "
    r"but (?:i |we )?(?=(?:did|ran|jogged)\b)([^.;!?]+)",
    re.IGNORECASE,
)


def in_known_words(context: Context, items: Items) -> str:
    """Say "cut my long run short" and "got 5 hours last night" as what was done and slept.

    A race "from 20 sept to 11 october" goes to the latter instead of the former.
    """
    if any(item.means("race_distance") or item.means("kind") == "race" for item in items):
        return _FROM_TO.sub(r"to \2 instead of \1", context.text)
    text = _BAILED.sub(r"did \1 ", _MEANT.sub(r"\2 instead of \1", _as_move(context.text, items)))
    return _SHORT_NIGHT.sub("slept ", _CUT_SHORT.sub(r"did \1", text))


def _as_move(text: str, items: Items) -> str:
    """Say "change my wed tempo to thursday" and "skipping thu hills, doing them sat instead" as a move."""
    for index, item in enumerate(items[:OPENING]):
        behind = items[index + 1 : index + 2 + OPENING]
        to = next((at for at, one in enumerate(behind) if one.is_word("to")), len(behind))
        new = behind[to + 1 : to + 2] or items[index + 2 + to : index + 3 + to]
        led = all(one.means("ask") == "may" or one.means("talk") or one.means("filler") for one in items[:index])
        if led and item.text in _CHANGES and any(map(is_run, behind[:to])) and any(map(is_day, new)):
            return f"move {text[item.end :].strip()}"
    return _MOVING_IT.sub(r"move \1 to \2", _DOING_IT.sub(r"move \1 to \2", text))


def is_run(item: Item) -> bool:
    return item.means("kind") not in {None, "rest"} or item.means("race_distance") is not None
