"""What is said between the sets and during the warm-up instead of a button: "ok finish", "what goes on the bar"."""

import re
from enum import StrEnum

from bot.language.text import normalise

_LONGEST = 60


class GymOrder(StrEnum):
    """What somebody wants who is lifting."""

    DONE = "done"
    NEXT = "next"
    FINISH = "finish"
    MORE = "more"
    PLATES = "plates"
    SKIP = "skip"


_LEAD = re.compile(r"(?:(?:ok(?:ay)?|right|so|and|now|well|let'?s|yes|yep|alright|good|cool|please|pls)\b[ ,.!-]*)+")
_TAIL = re.compile(r"(?:[ ,]+(?:please|pls|thanks|thank you|now|then|already|mate|bro))+$")
_AM = r"(?:(?:i'?m|i am|im|we'?re|that'?s|thats|that is|that was|this is|it'?s) )?"
_ORDERS = {
    GymOrder.DONE: (
        r"(?:done|ticked|tick|check)(?: (?:that|it|this|with (?:that|it|this))(?: (?:one|set|step))?)?"
        r"|(?:i'?m |i am )?(?:done|finished) with (?:that|it|this)(?: (?:one|set|step))?"
        r"|(?:(?:that|this)(?: (?:one|set|step))?|it|set|step)(?: is|'s|s)? (?:done|finished)|(?:it'?s|that'?s) done"
        r"|(?:did|finished) (?:it|that|this)(?: (?:one|set|step))?|✓|✅|☑|✔"
    ),
    GymOrder.NEXT: (
        r"next(?: (?:one|step|exercise))?|(?:go|move|moving) on|on to the next(?: (?:one|step))?|continue|carry on"
        r"|what'?s next|(?:i'?m |i am )?ready"
    ),
    GymOrder.FINISH: (
        rf"(?:i (?:want to|wanna|will|'ll) |i'?ll )?(?:finish|end|stop)(?: (?:up|here|it|this|the|my|now))*"
        r"(?: (?:workout|session|lift|training))?"
        rf"|{_AM}(?:all done|(?:me )?(?:done|finished)(?: (?:here|for (?:today|now|the day)|lifting"
        r"|training|with (?:the|my) (?:workout|session|lift|sets))))"
        rf"|{_AM}(?:me )?(?:all )?finished|that'?s (?:it|all|enough|me)(?: for (?:today|now))?|thats (?:it|all|enough)"
        r"(?: for (?:today|now))?|i'?m done|im done|i am done|i'?m finished|call it(?: a day)?|no more(?: sets)?"
        r"|enough(?: for today)?|workout (?:done|over|finished)"
    ),
    GymOrder.MORE: (
        r"(?:(?:i (?:want to|wanna|will)|i'?ll|i'?d like to|do|doing|add|adding|gonna|going to|make it) )*"
        r"(?:(?:one|1) (?:more|extra)(?: set)?|another(?: one| set)?|(?:an? )?(?:extra|additional|bonus|more) set)"
        r"|add (?:a|one|1) set"
    ),
    GymOrder.PLATES: (
        r"(?:what|how much|how many(?: plates)?|which plates|what plates|what weight|which weight|how much weight)"
        r"(?:'s|s)?(?: (?:is|are|goes?|go|do i (?:put|need|load|use)|should i (?:put|load|use)|to (?:put|load)"
        r"|should be|should go|i put|i load))?(?: (?:up|loaded))? (?:on|onto)"
        r"(?: (?:the bar|the barbell|it|each side|a side|each end|per side|one side|there|my bar))"
        r"|(?:what|which|how many) plates(?: (?:do i (?:need|use|put on|load)|should i (?:use|load)|now|is it"
        r"|per side|a side|each side|go on))*"
        r"|(?:the )?plates(?: (?:per|a|each) side)?|how (?:do|should) i load (?:it|the bar|this)"
        r"|how much (?:per|a|each|on each|on a|on one) side|(?:load|loading)(?: the bar)?"
        r"|what(?:'s| is|s) (?:the weight|the load|my weight|on the bar|the next weight)"
        r"|how heavy is (?:it|this|the next)(?: (?:one|set))?|what weight|which weight"
    ),
    GymOrder.SKIP: (
        r"(?:(?:i want to|i'?ll|i will|i'?m|can we|let me) )?(?:skip|skipping|leave out|pass on|not doing)"
        r" (?:this|that|the next|it|the)(?: (?:one|set|step|exercise|part|bit|stretch))?|leave (?:this|that|it)"
        r"(?: (?:one|set|step))? out|skip (?:one|a set|a step|set|step)"
    ),
}
_PATTERNS = tuple((order, re.compile(pattern)) for order, pattern in _ORDERS.items())


def read_gym_order(text: str) -> GymOrder | None:
    """Read what is wanted while a lift is being done; None for any other text."""
    typed = normalise(text).lower().strip(" .!?\n")
    if len(typed) > _LONGEST:
        return None
    lead = _LEAD.match(typed)
    bare = _TAIL.sub("", typed[lead.end() :] if lead else typed).strip(" .!?,")
    return next((order for order, pattern in _PATTERNS if pattern.fullmatch(bare)), None)
