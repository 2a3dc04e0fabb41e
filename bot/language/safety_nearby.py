"""Whether somebody lost consciousness beside the runner just now, so that nobody is asked whose it is."""

import re

from bot.language.meaning import SafetyKind, SafetyReading
from bot.training.body import FlagLevel

_UNCONSCIOUS = re.compile(
    r"\b(?:pass\w* out|faint\w*|collaps\w*|black\w* out|seizures?|unconscious|unresponsive"
    r"|(?:not|stopped|isn'?t) breathing)\b",
    re.IGNORECASE,
)
_NEARBY = re.compile(
    r"\b(?:just|right now|now|help"
    r"|wak(?:e|es|ing)(?: up)?|(?:is|are) (?:unconscious|unresponsive|having)|breathing|respond\w*"
    r"|what (?:do|should|can) (?:i|we) do)\b",
    re.IGNORECASE,
)
_ANOTHER_TIME = re.compile(
    r"\b(?:yesterday|last|ago|once|earlier|other day|years?|months?|weeks?|used to|when|while|if|in (?:19|20)\d\d"
    r"|always|sometimes|often|keeps?|ever|film|movie|video|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|woke"
    r"|fine|finally|baby|toddler|in my arms|on my (?:lap|chest)"
    r"|ok|okay|better|nearly|almost|did not|didn'?t|never|asleep|sofa|couch|bed|drunk|party|pub)\b",
    re.IGNORECASE,
)


def is_nearby_now(said: str, reading: SafetyReading) -> bool:
    """Tell whether a sign that may be anybody's is of somebody who needs help now: "my mate just passed out".

    What was at another time, or may be, is asked about.
    """
    if reading.kind is not SafetyKind.WHOSE or reading.level is not FlagLevel.EMERGENCY:
        return False
    out = _UNCONSCIOUS.search(reading.phrase) is not None
    return out and _NEARBY.search(said) is not None and _ANOTHER_TIME.search(said) is None
