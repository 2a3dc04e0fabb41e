"""What a clinician forbade or allowed again: "physio forbade deadlifts for 2 weeks", "I'm allowed to lift again"."""

import datetime as dt
import re
from typing import Final

from bot.language.forbidden_days import until_said
from bot.language.meaning import HealthReading
from bot.language.text import normalise, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.health import HealthTopic

_WHO: Final = (
    r"(?:doctor|dr|doc|gp|physio|physiotherapist|physical therapist|surgeon|consultant|midwife|cardiologist|specialist"
    r"|orthopa?edist|neurologist|gyna?ecologist|osteopath|chiropractor|clinician|hospital)s?"
)
_DEADLIFTS: Final = r"(?:deadlift\w*|dead lift\w*|deads)"
_SQUATS: Final = r"(?:squat\w*)"
_ALL_LIFTING: Final = r"(?:lift\w*|gym|train\w*|exercis\w*|weights?|sport|strength)"
_HARDER: Final = r"(?:heavy|pull\w*|bar|barbell)"
_TRAINING: Final = rf"(?:{_DEADLIFTS}|{_SQUATS}|{_ALL_LIFTING}|{_HARDER})"
_SAYS: Final = r"(?:said|says|say|told me|tells me|ordered|orders|insists?(?: on)?|wants|recommend(?:s|ed)|advise[ds])"
_NOT: Final = (
    r"(?:not to|no|never|to stop|(?:to )?avoid|don'?t|do not|(?:to )?stay (?:off|away from)"
    r"|(?:that )?i (?:can'?t|cannot|must ?n'?t|must not|should ?n'?t|should not|may not|am not allowed"
    r"|'?m not allowed))"
)
_WHEN: Final = r"(?: (?:yesterday|today|this morning|last \w+|on \w+|\w+ (?:days?|weeks?) ago))?"
_FINE: Final = (
    r"(?!\s*(?:worr|problem|need|issue|restriction|limit|reason|harm|stop|skip|miss|give up|weight (?:loss|gain)"
    r"|(?:run|jog)\w*(?! (?:or|and|nor)\b)))"
)
_REFUSES: Final = (
    r"(?:forbade|forbids?|forbidden|banned|bans|advise[ds] against|(?:has|have|had) ?(?:n'?t|not) cleared"
    r"|did ?(?:n'?t| not) clear|won'?t clear|does ?(?:n'?t| not) want me|wants me (?:to stop|off))"
)
_GAP: Final = r"[^.;!?\n]{0,25}?\s"
_BEHIND: Final = rf"(?=\s*(?:$|[,.;:!?\n-]|(?:and|but|so|for|until|till|yet)\b|(?:\w+\s+){{0,2}}{_TRAINING}\b))"
_DENIED: Final = (
    r"(?:not allowed|forbidden|banned|not cleared|told not|advised not|told to stop|(?:can'?t|must ?n'?t) lift"
    r"|no lifting)"
)
_PASSIVE: Final = (
    rf"\b{_DENIED}\b(?P<what>[^.;!?\n]{{0,40}}?)(?:\b(?:by|per|from) (?:my |the )?{_WHO}\b|\b{_WHO}'?s? orders\b)"
)
_ORDERS: Final = rf"\b{_WHO}'?s? orders?\b\W{{0,3}}(?:(?:is|are|were) )?{_NOT}{_FINE}{_BEHIND}"
_FORBIDS: Final = re.compile(
    rf"\b{_WHO}\b(?:{_GAP}|\s)(?:{_SAYS}{_WHEN} {_NOT}{_FINE}{_BEHIND}|{_REFUSES})|{_PASSIVE}|{_ORDERS}", re.IGNORECASE
)
_OF_TRAINING: Final = re.compile(rf"\b{_TRAINING}\b", re.IGNORECASE)
_OF_DEADLIFTS: Final = re.compile(rf"\b{_DEADLIFTS}\b", re.IGNORECASE)
_OF_ALL: Final = re.compile(rf"\b{_ALL_LIFTING}\b", re.IGNORECASE)
_OVER: Final = re.compile(
    r"\b(?:now|since|then|later|today)[^.;!?\n]{0,20} cleared me|cleared me (?:now|since|again|today)|last year"
    rf"|years ago|used to|back then|\b(?:his|her|their) {_WHO}\b|\bfor (?:him|her|them)\b",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(rf"\b(?:my|the) \w+'s {_WHO}\b", re.IGNORECASE)
# Whose doctor it is is open: "my wife is pregnant, doctor says no lifting".
_SOMEBODY: Final = re.compile(
    r"\b(?:my|our) (?:wife|husband|partner|girlfriend|boyfriend|mum|mom|mother|dad|father|parents?|son|daughter|kid"
    r"|child|brother|sister|friend|mate|buddy|client|colleague|coach|grand\w+|uncle|aunt|cousin)\b",
    re.IGNORECASE,
)
# Only supposed: "what if my doctor says no lifting".
_SUPPOSED: Final = re.compile(
    r"\b(?:if|suppose|supposing|in case|unless|whether|when)\b[^.;!?\n]{0,20}$", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"[.;!?]\s|\n")
_CLAUSE_END: Final = re.compile(r"[,.;!?\n]|\b(?:but|so|can|could|may|should)\b", re.IGNORECASE)

_BARE: Final = re.compile(
    rf"(?:i'?m |i am )?(?:no|not allowed to|forbidden to|must ?n'?t) (?:heavy |more )?{_TRAINING}\b", re.IGNORECASE
)
_CLEARED: Final = re.compile(rf"cleared\b.*\b{_TRAINING}\b", re.IGNORECASE)

_AGAIN: Final = re.compile(
    r"\b(?:allowed|cleared|permitted|fit|free|ok|okay|good) to (?:\w+ )?(?:lift|deadlift|train|squat|pull)\b"
    r"|\bi can (?:finally |now |officially )?(?:lift|deadlift|train)(?: heavy)? (?:again|now)\b"
    r"|\b(?:lifting|deadlift|training) ban (?:is |has been )?(?:over|lifted|gone)\b",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    r"\?|^(?:am|is|are|can|could|may|might|when|should|shall|do|does|did|will|would|what|who|how)\b"
    r"|\b(?:not|never|no|until|till|if|when|once|hope|hoping|soon|think|maybe|probably|will|would)\b|n't\b",
    re.IGNORECASE,
)
_NOT_ME: Final = re.compile(r"\b(?:she|he|they|we|you|partner|everybody|people)\b|\b(?:last|ago)\b", re.IGNORECASE)
_RESTRICTED: Final = re.compile(
    r"\b(?:light\w*|easy|gent\w+|only|bodyweight|except|but|upper|kettlebells?|machines?|next|tomorrow"
    r"|without(?! (?:any )?(?:restrict|limit|problem|pain))|in \w+ (?:days?|weeks?|months?)"
    r"|(?:from|as of|on) (?:the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"(?<=\w)[,.;!]?\s+(?:so |and |but )?(?:can|could|may|should|what|when|how|do|am|is|will) (?:i|it|we|you|about)"
    r"\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_SPORT: Final = re.compile(
    r"\b(?:run\w*|jog\w*|walk\w*|swim\w*|cycl\w*|bik\w+|yoga|pilates|work|fly\w*|driv\w+|travel\w*)\b", re.IGNORECASE
)


def forbids_lifting(text: str) -> bool:
    """Tell whether a clinician is said to want no lifting; not of others, nor what was once. No text raises."""
    return _forbidding(normalise(text)) is not None


def read_clinicians_no(text: str, *, today: dt.date, vocabulary: Vocabulary) -> HealthReading | None:
    """Read what a clinician forbade and until when; None where it is only supposed, over, or about squats alone.

    Nor where it may be somebody else's. `today` is the runner's local date. No text raises.
    """
    said = normalise(text)
    found = None if too_long(text) else _forbidding(said)
    before = "" if found is None else said[: found.start()]
    if found is None or _SUPPOSED.search(before) or _SOMEBODY.search(before):
        return None
    behind = _clause_behind(said, found.start())
    topic = _topic(behind if _OF_TRAINING.search(behind) else said)
    told = (before, (found["what"] or "") + said[found.end() :])
    return None if topic is None else _reading(topic, told, today, vocabulary)


def told_beside(text: str) -> str:
    """Return the sentences of a text but the one in which a clinician forbids something. No text raises."""
    said = normalise(text)
    found = _forbidding(said)
    if found is None:
        return said
    before, behind = _SENTENCE.split(said[: found.start()]), _SENTENCE.split(said[found.end() :], maxsplit=1)
    return ". ".join(part.strip() for part in (*before[:-1], *behind[1:]) if part.strip())


def read_forbidden(text: str, *, today: dt.date, vocabulary: Vocabulary) -> HealthReading | None:
    """Read the same behind `/health`, where no clinician need be named: "no lifting until 20 march", "cleared lifting".

    No text raises.
    """
    said = normalise(text).strip()
    if too_long(text):
        return None
    if _CLEARED.match(said):
        return HealthReading(topic=HealthTopic.NO_LIFTING, cleared=True)
    bare = _BARE.match(said)
    topic = None if bare is None else _topic(bare[0])
    if bare is None or topic is None:
        return read_clinicians_no(text, today=today, vocabulary=vocabulary)
    return _reading(topic, ("", said[bare.end() :]), today, vocabulary)


def may_lift_again(text: str) -> bool:
    """Tell whether somebody says, and does not ask or hope, that they are allowed to lift again. No text raises."""
    said = _told(text)
    others = _SOMEBODY.search(said) or _OVER.search(said) or _NOT_ME.search(said)
    return _AGAIN.search(said) is not None and not others and _UNSURE.search(said) is None


def clears_lifting(text: str) -> bool:
    """Tell whether a clinician's yes is one to all lifting: not "light only", not "to run". No text raises."""
    said = _told(text)
    other = _OTHER_SPORT.search(said) is not None and _OF_TRAINING.search(said) is None
    return not other and _RESTRICTED.search(said) is None


def _told(text: str) -> str:
    """Return a text without a question at its end."""
    return _ASKS.sub("", normalise(text).strip())


def _forbidding(said: str) -> re.Match[str] | None:
    found = _FORBIDS.search(said)
    if found is None or _OF_TRAINING.search(said) is None:
        return None
    return None if _OVER.search(said) or _OTHERS.search(said) else found


def _clause_behind(said: str, start: int) -> str:
    """Return what is said from a place to the end of its clause."""
    end = _CLAUSE_END.search(said, start)
    return said[start:] if end is None else said[start : end.start()]


def _topic(said: str) -> HealthTopic | None:
    """Return what is forbidden; squats alone are no matter of the engine."""
    if _OF_ALL.search(said):
        return HealthTopic.NO_LIFTING
    if _OF_DEADLIFTS.search(said):
        return HealthTopic.NO_DEADLIFTS
    return None if re.search(rf"\b{_SQUATS}\b", said, re.IGNORECASE) else HealthTopic.NO_LIFTING


def _reading(
    topic: HealthTopic, around: tuple[str, str], today: dt.date, vocabulary: Vocabulary
) -> HealthReading | None:
    """Return what is forbidden until the day that the words before and behind name; None where that day is over."""
    until = until_said(*around, today=today, vocabulary=vocabulary)
    return None if until is not None and until < today else HealthReading(topic=topic, until=until)
