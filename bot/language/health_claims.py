"""Whether a condition that is named behind `/health` is the runner's, and one at all: fine, denied, or somebody else's.

Where that is not plain it is asked about, never left out: "my heart is fine with beta blockers".
"""

import re
from itertools import takewhile

from bot.language.frames import Items
from bot.language.held import any_means, any_text
from bot.language.items import Item
from bot.language.meaning import Claim
from bot.language.text import normalise

_SELF = re.compile(r"\b(?:i|im|ive|me|myself|mine|we|weve|us|both)\b", re.IGNORECASE)
_REPORTS = frozenset({"say", "says", "said", "told", "tells", "thinks", "found", "diagnosed", "reckons"})
_NO_PEOPLE = frozenset({"has", "baby", "child", "children", "toddler"})
"""Words of "others" that may tell of the runner: "has high blood pressure", "leaking since the baby"."""
_FAMILY = re.compile(r"\b(?:run(?:s|ning)? in (?:the|my|our) family|family history|in (?:the|my|our) family)\b", re.I)
_ORGANS = frozenset({"heart", "cardiac", "blood pressure", "bp", "bones", "pelvic floor", "pelvic"})
"""They name a part of the body or a measure, and no condition of it."""
_WELL = frozenset(
    {"fine", "ok", "okay", "good", "great", "well", "healthy", "normal", "strong", "alright", "perfect", "excellent"}
) | {"solid", "super", "top", "ideal", "no problem", "no problems", "no issue", "no issues", "no trouble", "all good"}
_LIKEWISE = frozenset({"too", "also", "likewise", "same", "as well", "as", "ditto"})
_AROUND_WELL = _LIKEWISE | {
    *("my", "the", "a", "all", "both", "is", "are", "it's", "its", "seems", "looks", "feels", "has", "been", "always"),
    *("totally", "perfectly", "completely", "absolutely", "really", "very", "quite", "pretty", "just", "and", "so"),
    *("yes", "right", "at", "in", "health", ":", "-", "'s", "'", "everything", "rate"),
}
_DENYING = frozenset({"no", "none", "nope", "never", "negative"})
_NONE_OF = frozenset({"history", "problem", "problems", "issue", "issues", "trouble", "troubles", "signs"}) | {
    *("of", "with", "any", "known", "a", "an", "my", "the", "in", "kind", "ever", "sort", "past", "previous", "had"),
}
"""What may stand between "no" and what is denied: "no history of …", "never any trouble with my …"."""
_ALTERNATIVES = frozenset({"or", "nor"})
_BOTH = frozenset({"and", "&", "plus", "+"})
_DOUBTED = frozenset(
    {"worried", "concerned", "unsure", "wonder", "wondering", "think", "might", "may", "could", "maybe"}
)

_CONTROLLED = re.compile(
    r"\b(?:controlled|under control|normal now|(?:fine|ok|okay|normal|good) (?:with|on) (?:my |the )?"
    r"(?:tablets?|pills?|med\w*|drugs?))\b",
    re.IGNORECASE,
)
_NOT_CONTROLLED = re.compile(
    r"(?:\b(?:not|never|badly|poorly|barely|hardly)\b|n't\b)[^.;!?\n]{0,25}\b(?:controlled|control|normal|fine|ok|okay|good)\b",
    re.IGNORECASE,
)


def is_controlled(text: str) -> bool:
    """Tell whether a condition is said to be under control: "tablets, it is well controlled", not "uncontrolled"."""
    said = normalise(text)
    return _CONTROLLED.search(said) is not None and _NOT_CONTROLLED.search(said) is None


def is_fine(clauses: tuple[Items, ...], place: int) -> bool:
    """Tell whether a clause says of a part of the body that it is well, and nothing else; "too" says it once more."""
    clause = clauses[place]
    rest = [item for item in clause if item.text.removesuffix("'s") not in _ORGANS]
    if len(rest) == len(clause) or any(not _goes_with_fine(item) for item in rest):
        return False
    if any_text(rest, _WELL):
        return True
    return bool(place) and any_text(rest, _LIKEWISE) and is_fine(clauses, place - 1)


def _goes_with_fine(item: Item) -> bool:
    return item.text in _WELL or item.text in _AROUND_WELL


def claim(clauses: tuple[Items, ...], place: int, index: int, text: str) -> Claim:
    """Return whose a topic is, and how sure: the item `index` of the clause `place`, in all that was said."""
    clause = clauses[place]
    before, behind = clause[:index], clause[index + 1 :]
    if _is_asked(clause, text):
        return Claim.DOUBTFUL
    if is_fine(clauses, place):
        return Claim.FINE
    own = _SELF.search(text) is not None
    others = any(map(_is_person, before)) or _FAMILY.search(_said(clause, text)) is not None
    if others:
        plain = not own and not any_text(clause, _REPORTS)
        return Claim.OTHERS if plain else Claim.DOUBTFUL
    # "Waiting to be cleared after my surgery" doubts no surgery.
    hedged = any(map(_is_doubt, before)) and not any_means(clause, "health_word", "cleared")
    doubted = hedged or any(map(_is_person, behind))
    doubted = doubted or any_text(before[-3:], ("baby", "child")) or _is_well_told(clause, index)
    return Claim.DOUBTFUL if doubted else Claim.OWN


def denial(clauses: tuple[Items, ...], place: int, index: int) -> bool | None:
    """Tell whether a topic stands in a list that begins with a denial: "no surgery, bone or heart trouble".

    None is open: behind "and", or behind a comma that no "or" follows.
    """
    clause = clauses[place]
    if [item.text for item in clause[index + 1 :] if item.text not in {":", "-", "?"}] in [[one] for one in _DENYING]:
        return True
    if any_text(clause[:index], ("neither",)):
        return True
    last = _last_topic(clause[:index])
    if last is not None:
        return _carried(clauses, place, last, clause[last + 1 : index])
    return _denied_from_afar(clause[:index]) or _from_clause_before(clauses, place, index)


def _denied_from_afar(before: Items) -> bool:
    """Tell whether "no" stands before a topic with only words of its frame between: "no known history of …"."""
    words = tuple(takewhile(lambda item: not (item.is_word("no") or item.text.startswith("no ")), reversed(before)))
    return len(words) < len(before) and all(item.text in _NONE_OF for item in words)


def _carried(clauses: tuple[Items, ...], place: int, last: int, between: Items) -> bool | None:
    before = _is_denied(clauses, place, last)
    if before is False or any(not _is_small(item) for item in between):
        return False
    if any_text(between, _ALTERNATIVES):
        return before
    return None if any_text(between, _BOTH) else False


def _from_clause_before(clauses: tuple[Items, ...], place: int, index: int) -> bool | None:
    """Carry a denial over a comma, where the clause names the topic and nothing else in front of it."""
    led = clauses[place][:index]
    if not place or any(not _is_small(item) or _SELF.search(item.text) or item.text == "but" for item in led):
        return False
    last = _last_topic(clauses[place - 1])
    if last is None or last + 1 < len(clauses[place - 1]):
        return False
    before = _is_denied(clauses, place - 1, last)
    listed = any_text(led, _ALTERNATIVES) or any(any_text(one, _ALTERNATIVES) for one in clauses[place:])
    return before if before is False or listed else None


def _is_denied(clauses: tuple[Items, ...], place: int, index: int) -> bool | None:
    clause = clauses[place]
    for item in reversed(clause[:index]):
        if item.is_word("no"):
            return True
        if not _is_small(item) and item.text not in _NONE_OF:
            break
    return denial(clauses, place, index)


def _last_topic(items: Items) -> int | None:
    return next((at for at in range(len(items) - 1, -1, -1) if _is_topic(items[at])), None)


def _is_topic(item: Item) -> bool:
    return item.means("health") is not None or item.means("health_named") not in {None, "none"}


def _is_small(item: Item) -> bool:
    small = item.text in _ALTERNATIVES | _BOTH or item.means("filler") is not None
    return small or item.means("health_word") is not None or item.means("talk") == "no"


def _is_person(item: Item) -> bool:
    named = item.means("unsure") == "others" or item.means("state_word") == "others"
    return named and item.text not in _NO_PEOPLE


def _is_doubt(item: Item) -> bool:
    hedged = item.means("unsure") in {"word", "past"} or item.means("state_word") == "not_now"
    return (hedged or item.text in _DOUBTED) and not item.is_word("no")


def _is_well_told(clause: Items, index: int) -> bool:
    """Tell whether a part of the body is said to be well beside something else: "my heart is fine with tablets"."""
    return clause[index].text.removesuffix("'s") in _ORGANS and any_text(clause[index + 1 :], _WELL)


def _is_asked(clause: Items, text: str) -> bool:
    return text[clause[-1].end :].lstrip(" )").startswith("?")


def _said(clause: Items, text: str) -> str:
    return text[clause[0].start : clause[-1].end]
