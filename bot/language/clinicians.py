"""Whether a message says that a clinician wants no lifting: "physio forbade deadlifts, can I do them friday?"."""

import re
from typing import Final

from bot.language.text import normalise

_WHO: Final = (
    r"(?:doctor|dr|doc|gp|physio|physiotherapist|physical therapist|surgeon|consultant|midwife|cardiologist|specialist"
    r"|orthopa?edist|neurologist|gyna?ecologist|osteopath|chiropractor|clinician|hospital)s?"
)
_TRAINING: Final = (
    r"(?:lift\w*|deadlift\w*|squat\w*|gym|train\w*|exercis\w*|weights?|heavy|pull\w*|bar|barbell|deads|sport|strength)"
)
_SAYS: Final = r"(?:said|says|say|told me|tells me|ordered|insists?(?: on)?)"
_NOT: Final = r"(?:not to|no|never|to stop|i (?:can'?t|cannot|must ?n'?t|must not|should ?n'?t|should not|may not))"
_FINE: Final = r"(?!\s*(?:worr|problem|need|issue|restriction|limit|reason|harm))"
_REFUSES: Final = (
    r"(?:forbade|forbids?|forbidden|banned|bans|advise[ds] against|(?:has|have|had) ?(?:n'?t|not) cleared"
    r"|did ?(?:n'?t| not) clear|won'?t clear|does ?(?:n'?t| not) want me|wants me to stop)"
)
_GAP: Final = r"[^.;!?\n]{0,25}?\s"
_BEHIND: Final = rf"(?=\s*(?:$|[,.;:!?\n-]|(?:and|but|so|for|until|till|yet)\b|(?:\w+\s+){{0,2}}{_TRAINING}\b))"
_FORBIDS: Final = re.compile(rf"\b{_WHO}\b(?:{_GAP}|\s)(?:{_SAYS} {_NOT}{_FINE}{_BEHIND}|{_REFUSES})", re.IGNORECASE)
_OF_TRAINING: Final = re.compile(rf"\b{_TRAINING}\b", re.IGNORECASE)
_OVER: Final = re.compile(
    r"\b(?:now|since|then|later|today)[^.;!?\n]{0,20} cleared me|cleared me (?:now|since|again|today)|last year"
    r"|years ago|used to|back then|\b(?:his|her|their)\b",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(rf"\b(?:my|the) \w+'s {_WHO}\b", re.IGNORECASE)


def forbids_lifting(text: str) -> bool:
    """Tell whether a clinician is said to want no lifting; not of others, nor what was once. No text raises."""
    said = normalise(text)
    if _FORBIDS.search(said) is None or _OF_TRAINING.search(said) is None:
        return False
    return _OVER.search(said) is None and _OTHERS.search(said) is None
