"""Weekdays in two letters of German and Dutch: "Di 18 Uhr Intervalle, Do Dauerlauf", "wo interval, za duurloop"."""

import re
from functools import partial

_BEHIND = r"(?=[.:]? (?:\d|[^\W\d_]))"
_GERMAN = {"Mo": "Mon", "Di": "Tue", "Mi": "Wed", "Do": "Thu", "Fr": "Fri", "Sa": "Sat", "So": "Sun"}
_DUTCH = {"ma": "mon", "di": "tue", "wo": "wed", "do": "thu", "vr": "fri", "za": "sat", "zo": "sun"}
_GERMAN_DAY = re.compile(rf"(?<!\w)({'|'.join(_GERMAN)})\b{_BEHIND}")
_DUTCH_DAY = re.compile(rf"(?<!\w)({'|'.join(_DUTCH)})\b{_BEHIND}", re.IGNORECASE)
# A text is in German where one of these stands in it: no English word is among them.
_GERMAN_WORD = re.compile(
    r"\b(?:uhr|\w*lauf|läufe|intervalle?n?|bahn\w*|ruhetag|locker\w*|ruhig\w*|frei|schwelle\w*|langer|langsam\w*|"
    r"berg\w*|steigerungen|wettkampf|pause|erholung|nichts)\b",
    re.IGNORECASE,
)
_DUTCH_WORD = re.compile(
    r"\b(?:\w*duurloop|rustig|rustdag|rust|herstel\w*|intervallen|lange|uur|vrij)\b", re.IGNORECASE
)
_FEWEST = 2


def in_english(text: str) -> str:
    """Return a text with its German or Dutch short weekdays in English; where it is neither, as it is."""
    for day, word, english in ((_GERMAN_DAY, _GERMAN_WORD, _GERMAN), (_DUTCH_DAY, _DUTCH_WORD, _DUTCH)):
        if word.search(text) and len(set(day.findall(text))) >= _FEWEST:
            return day.sub(partial(_named, english), text)
    return text


def _named(english: dict[str, str], found: re.Match[str]) -> str:
    return english.get(found[1]) or english[found[1].lower()]
