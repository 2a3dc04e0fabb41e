"""Whether a text answers no to the urgent question in words: "no, nothing like that", "jk, it's just tight shoes"."""

import re

from bot.language.text import normalise

_LONGEST = 160
_LEAD = r"(?:(?:lol|haha|ha|oh|ah|sorry|actually|um|uh|well|ok|okay|hey|so|bro|mate)[\s,.!]+)*"
_NO = r"(?:no+|nope|nah|naw|none|not really|not at all)"
_SYMPTOM = r"(?:chest|numb\w*|pain|weak\w*|faint\w*|dizz\w*|headache|symptoms?|blood|bladder|dark urine)"
_GOES_ON_WITH = (
    r"(?:nothing|none|not|i'?m|i am|i feel|i was|i did(?:n'?t| not)|i do(?:n'?t| not)|i have(?:n'?t| no)|it'?s|it is"
    rf"|it was|that'?s|that was|this is|all|just|only|thanks?|thank|way|worries|really|lol|sorry|such|{_SYMPTOM})\b"
)
_JOKE = (
    r"(?:jk|jks|j/k|just (?:kidding|joking)|only (?:kidding|joking)|kidding|joking|i was (?:kidding|joking)"
    r"|false alarm)\b"
)
_WELL = (
    r"(?:i'?m|i am|i feel|it'?s|it is|all|everything'?s?|everything is|that'?s)\s+"
    r"(?:(?:all|totally|completely|just|really|absolutely|now)\s+)*"
    r"(?:fine|ok|okay|good|alright|nothing|gone|over|passed|tight shoes|my shoes|the shoes)\b"
)
_DENIAL = re.compile(
    rf"{_LEAD}(?:{_NO}(?=\s*(?:[,.!;:-]|$)|\s+{_GOES_ON_WITH})|(?:nothing|none|not any) (?:like|of)\b|{_JOKE}|{_WELL})",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:but|although|though|except|however|yet|still|worse|worry|worried|scared|getting|almost|nearly|sometimes"
    r"|a bit|a little|slightly|yes|yeah)\b(?! (?:it'?s|i'?m|that'?s) (?:fine|ok|okay|gone|nothing))|\?",
    re.IGNORECASE,
)


def denies(text: str) -> bool:
    """Tell whether a text says no, that it was a joke or that all is well; what it takes back in part is no answer."""
    said = normalise(text).strip()
    return len(said) <= _LONGEST and _DENIAL.match(said) is not None and _TAKEN_BACK.search(said) is None
