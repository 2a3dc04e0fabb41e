"""What only makes sense behind an answer: "and light?", "what if I take only 60 kg", "k can i lift then", "and now"."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from bot.language.held import any_item
from bot.language.items import Ahead, Clock, Context, Doubtful, Item, PartOfDay
from bot.language.meaning import MomentReading, Part
from bot.language.moments import read_moment
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.unnamed_lifts import only_a_moment
from bot.language.vocabulary import Vocabulary
from bot.training.profile import MassUnit, unit_kg

_LONGEST = 14
_WORD = re.compile(r"[a-z']+|\d+(?:[.,]\d+)?|%|\?")
_OPENERS = frozenset({"ok", "okay", "k", "and", "so", "but", "then", "hmm", "well", "right", "alright", "yeah", "n"})
_CUES = frozenset({"what", "wat", "wht", "how", "hows", "if", "can", "could", "may", "should", "would", "is", "just"})
# "Just 60 kg" corrects a log, "just 60 kg?" asks.
_ASKING = frozenset({"?", "if", "what", "wat", "how", "can", "could"})
_SMALL = frozenset(
    {
        *("about", "bout", "abt", "i", "we", "it", "its", "it's", "go", "going", "do", "doing", "did", "keep", "kept"),
        *("take", "took", "taking", "use", "used", "make", "made", "stay", "only", "just", "really", "very", "super"),
        *("a", "an", "the", "some", "with", "maybe", "be", "that", "fine", "allowed", "instead", "possible", "still"),
        *("weight", "weights", "session", "one", "day", "thing", "on", "at", "to", "least", "i'd", "i'll", "happens"),
        *("stuff", "there", "work", "sets", "for", "me", "am", "that's", "thats", "even"),
    }
)
_LIFTS = frozenset(
    {"lift", "lifts", "lifting", "deadlift", "deadlifts", "deadlifting", "dl", "dls", "deads", "pull", "pulls", "gym"}
)
_LIGHT = frozenset({"light", "lighter", "lite", "easy", "easier", "lightly", "technique"})
_HEAVY = frozenset({"heavy", "heavier", "hard"})
_AMOUNTS = re.compile(
    r"\b(?:how (?:heavy|hard|much|many (?:sets|reps|kg|kgs|kilos))"
    r"|(?:what|which|how much) (?:weight|weights|load|sets|reps))\b"
)
_OF_AMOUNTS = frozenset({"much", "many", "which", "reps", "load", "kg", "kgs", "kilos", "go", "put"})
_HOURS = re.compile(r"\b(?:(?:what|which) (?:time|hour)|when (?:then|exactly|(?:on )?that day))\b")
_OF_HOURS = frozenset({"which", "time", "hour", "when", "exactly", "best", "better", "good", "ideal"})
_THEN = frozenset({"then"})
_NOW = frozenset({"now"})
_KG = frozenset({"kg", "kgs", "kilo", "kilos"})
_LB = frozenset({"lb", "lbs", "pounds"})
_RIGHT = frozenset({"right", "rn"})


class Follow(Enum):
    """What is asked of the answer before: the same lightly or heavily, how much, at which hour, again, or now."""

    LIGHT = "light"
    HEAVY = "heavy"
    AMOUNT = "amount"
    HOUR = "hour"
    SAME = "same"
    NOW = "now"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A question behind an answer; `weight_kg` is the load that somebody would take."""

    asks: Follow
    weight_kg: float | None = None


def read_follow_up(text: str) -> FollowUp | None:
    """Read a question that hangs on an answer before it; None for one that stands by itself. No text raises.

    Every word must have its place in it, so that nothing that names a day, a run or the body is taken for one.
    """
    words = _WORD.findall(normalise(text).lower())
    if not words or len(words) > _LONGEST:
        return None
    weight, rest = _weight_in(words)
    framed = _OPENERS | _CUES | _SMALL | _LIFTS | _LIGHT | _HEAVY | _THEN | _NOW | _RIGHT | {"?"}
    for asks, pattern, own in ((Follow.AMOUNT, _AMOUNTS, _OF_AMOUNTS), (Follow.HOUR, _HOURS, _OF_HOURS)):
        if framed.union(own).issuperset(rest) and pattern.search(" ".join(rest)):
            return FollowUp(asks=asks)
    if not _is_led(rest) or not framed.issuperset(rest):
        return None
    return _of(frozenset(rest), rest, weight)


def _of(said: frozenset[str], words: list[str], weight: float | None) -> FollowUp | None:
    if said & _NOW:
        return None if said & _LIGHT or said & _LIFTS else FollowUp(asks=Follow.NOW)
    if said & _LIGHT or weight is not None:
        return FollowUp(asks=Follow.LIGHT, weight_kg=weight)
    if said & _HEAVY:
        return FollowUp(asks=Follow.HEAVY)
    # "Then can I lift" begins anew; "can I lift then" is about that day.
    back = [place for place, word in enumerate(words) if word in _THEN]
    lifts = [place for place, word in enumerate(words) if word in _LIFTS]
    return FollowUp(asks=Follow.SAME) if back and lifts and back[-1] > lifts[-1] and "can" in said else None


def _is_led(words: list[str]) -> bool:
    """Tell whether a text opens as a question about what was said, or ends as one."""
    first = next((word for word in words if word not in _OPENERS - {"and"}), "")
    return first in _CUES | {"and", "only", "light", "lighter", "heavy", "heavier"} and (
        len(words) > 1 or words[-1] == "?"
    )


def _weight_in(words: list[str]) -> tuple[float | None, list[str]]:
    """Take a load out of what is said: "60 kg", "130 pounds"; a bare number may be anything."""
    for place, (one, unit) in enumerate(pairwise(words)):
        if one[0].isdigit() and unit in _KG | _LB and _ASKING.intersection(words):
            kg = float(one.replace(",", ".")) * unit_kg(MassUnit.LB if unit in _LB else MassUnit.KG)
            return kg, words[:place] + words[place + 2 :]
    return None, words


def read_time_alone(text: str, *, now: dt.datetime, vocabulary: Vocabulary) -> MomentReading | None:
    """Read a time of day that is all that is asked, on a day that was named before: "and in the evening?", "18:00?".

    "Tonight", "now" and "in two hours" name their day themselves. No text raises.
    """
    if too_long(text):
        return None
    items = scan(Context(text=normalise(text), today=now.date(), dotted=True), vocabulary)
    own = [item for item in items if isinstance(item.value, Clock | PartOfDay)]
    if not own or any_item(items, names_its_day) or not only_a_moment(items):
        return None
    reading = read_moment(text, now=now, vocabulary=vocabulary)
    return reading if isinstance(reading, MomentReading) and reading.relation is None and not reading.also else None


def names_its_day(item: Item) -> bool:
    """Tell whether an item says which day it is: "tonight", "now" and "in two hours" do."""
    part = item.value.part if isinstance(item.value, PartOfDay) else None
    return item.names_day or isinstance(item.value, Ahead | Doubtful) or part in {Part.NOW, Part.TONIGHT}
