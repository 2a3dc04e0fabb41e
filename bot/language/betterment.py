"""Whether a text says nothing but that one is well again, and which level from 0 to 10 it says alone."""

import re
from enum import StrEnum

from bot.language.counts import TO_TEN
from bot.language.text import normalise

_MOST = 10
_LONGEST = 120
_LEAD = (
    r"(?:(?:ok|okay|yes|yeah|yep|nah|no|nope|actually|oh|so|hey|lol|haha|now|today|and|but|thank god|thankfully|finally"
    r"|all|luckily|bro)[\s,.!]+)*"
)
_ME = r"(?:i'?m|i am|i feel|i'?m feeling|i am feeling|feeling|feel)"
_IT = r"(?:it'?s|it is|it feels|it has|it'?s all|that'?s|this is|everything is|everything'?s)"
_ILLNESS = r"(?:(?:my |the )?(?:cold|flu|fever|cough|bug|illness|throat)(?:'?s)?(?: is| has| feels)?)"
_PART = (
    r"(?:(?:my |the )?(?:pain|ache|niggle|twinge|knee|back|calf|foot|ankle|hip|hamstring|achilles|shin|shoulder)"
    r"(?:'?s)?(?: is| has| feels)?)"
)
_DEGREE = r"(?:(?:all|totally|completely|quite|really|pretty|feeling|back to|now|already|fully|absolutely|just|so)\s+)*"
_FULL = (
    r"(?:well|good|fine|ok|okay|great|healthy|recovered|normal|gone|over|alright|all right|healed|100 ?%|fit"
    r"|finish(?:ed)?|done|passed|away|nothing)"
)
_LESS = r"(?:much better|a lot better|lots better|way better|a bit better|better|improving|getting better|on the mend)"
_ALONE = (
    r"(?:(?:well|healthy|recovered|gone|(?:all|totally|completely) (?:well|healthy|recovered|gone|better))"
    r"(?: again| now)?|(?:all |back to )(?:good|fine|normal)|(?:good|fine|ok|okay) (?:again|now)"
    r"|(?:it )?(?:went away|passed|disappeared))"
)
_NOW = r"[\s,.!]+(?:now|again|already)"
_TAIL = (
    r"(?:[\s,.!;)(:-]*(?:now|again|today|already|thanks?|thank you|thank god|finally|lol|haha|bro|mate|i think|so far"
    r"|i was (?:just )?(?:being )?(?:silly|dramatic|overreacting|paranoid)|i overreacted|false alarm|it was nothing"
    r"|was nothing|no worries|honestly|since (?:yesterday|today|this morning)"
    r"|the (?:fever|cold|flu|cough) is (?:finish(?:ed)?|gone|over|away)"
    r"|(?:it'?s|it is|it has|it was) (?:gone|fine|nothing|over|ok|okay|away)))*[\s,.!)]*"
)


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(f"{_LEAD}(?:{said}){_TAIL}", re.IGNORECASE)


class Betterment(StrEnum):
    """How well one says to be: WELL is over it, BETTER may not be; PART is said of a part of the body alone."""

    WELL = "well"
    BETTER = "better"
    PART = "part"


_SAID = {
    Betterment.WELL: _pattern(rf"(?:{_ME}|{_ILLNESS})\s+{_DEGREE}{_FULL}|{_IT}\s+{_DEGREE}{_FULL}{_NOW}|{_ALONE}"),
    Betterment.PART: _pattern(rf"{_PART}\s+{_DEGREE}(?:{_FULL}|{_LESS})"),
    Betterment.BETTER: _pattern(
        rf"(?:(?:{_ME}|{_IT}|{_ILLNESS})\s+(?:now |really |feeling )?)?{_LESS}|{_IT}\s+{_DEGREE}{_FULL}"
    ),
}
_NUMBERS = {"zero": 0, **TO_TEN}
_LEVEL = re.compile(
    r"(?:(?:lol|haha|hm+|um+|uh|oh|ok|idk|maybe|like|about|around|roughly|approx|only|just"
    r"|probably|prob|say|i'?d say|i think|its|it'?s|it is|a|an|more like|level|perhaps|bro"
    r"|nothing|nothing much|not much|not bad|no big deal|minor|slight|small|tiny|barely|actually|no|nah)[\s,.]+)*"
    rf"(?P<level>\d{{1,2}}|{'|'.join(_NUMBERS)})(?:\s*(?:-?ish|/\s*10|(?:out )?of (?:10|ten)))?"
    r"(?:[\s,.!]*(?:maybe|lol|haha|i think|i guess|or so|probably|prob|ish|today|now|bro|idk"
    r"|i'?d say|at most|max))*[\s,.!]*",
    re.IGNORECASE,
)


def betterment(text: str) -> Betterment | None:
    """Return what a text says that says nothing else ("nah it's good now", "much better"); None for any other."""
    said = normalise(text).strip()
    if len(said) > _LONGEST:
        return None
    return next((how for how, pattern in _SAID.items() if pattern.fullmatch(said)), None)


def level_alone(text: str) -> int | None:
    """Return the level that is all that a text says: "like 3", "lol 7 maybe", "about two out of ten"."""
    said_alone = normalise(text).strip()
    found = _LEVEL.fullmatch(said_alone) if len(said_alone) <= _LONGEST else None
    if found is None:
        return None
    said = found["level"].lower()
    level = int(said) if said.isdecimal() else _NUMBERS[said]
    return level if level <= _MOST else None
