"""Weekdays in two or three letters of other languages: "Di 18 Uhr Intervalle", "mar fractionné", "wt interwały"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

_FEWEST = 2
# So many days, each at the beginning of a part, are a week in whatever language their runs are named.
_FEWEST_OPENING = 3
_OPENING = r"(?:^|[\n,;/|.+\u2022])\s*(?:and |en |e |y |et |und |och )?"
_BEHIND = r"(?=[.:]? ?[-:/,+&]? ?(?:\d|[^\W\d_]))"


@dataclass(frozen=True, slots=True)
class _Language:
    """How weekdays are cut short in a language, and words that no other one has for running."""

    days: Mapping[str, str]
    words: re.Pattern[str]
    day: re.Pattern[str]


def _language(days: str, words: str, *, capital: bool = False) -> _Language:
    """Return a language by its short days, Monday first; German ones count with their capital alone."""
    keys = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    named = {said: key for key, cell in zip(keys, days.split(), strict=True) for said in cell.split("/")}
    flags = re.NOFLAG if capital else re.IGNORECASE
    day = re.compile(rf"(?<!\w)({'|'.join(named)})\b{_BEHIND}", flags)
    return _Language(days=named, words=re.compile(rf"\b(?:{words})\b", re.IGNORECASE), day=day)


_LANGUAGES = (
    _language(
        "Mo Di Mi Do Fr Sa So",
        r"uhr|\w*lauf|läufe|intervalle?n?|bahn\w*|ruhetag|locker\w*|ruhig\w*|frei|schwelle\w*|langer|langsam\w*|"
        r"steigerungen|wettkampf|erholung|nichts",
        capital=True,
    ),
    _language("ma di wo do vr za zo", r"\w*duurloop|rustig|rustdag|herstel\w*|intervallen|lange|uur|vrij|kracht\w*"),
    _language("lun mar mer jeu ven sam dim", r"footing|fractionné|repos|sortie|seuil|vma|endurance|longue|récup\w*"),
    _language(
        "lun mar mié/mie jue vie sáb/sab dom", r"rodaje|series|descanso|tirada|suave|cuestas|largo|larga|carrera"
    ),
    _language("lun mar mer gio ven sab dom", r"riposo|corsa|ripetute|lento|lungo|fondo|medio"),
    _language("mån tis ons tor/tors fre lör sön", r"långpass|vila|lugn\w*|intervaller|backe|distans\w*|löpning"),
    _language("man tir ons tor/tors fre lør søn", r"langtur|hvile\w*|rolig|intervaller|bakke\w*|løb\w*|løp\w*"),
    _language("pon wt śr/sr czw pt sob nd/niedz", r"wolne|interwa[łl]y|spokojn\w*|wybieganie|bieg\w*|przerwa"),
)


_ANY_DAY = re.compile(
    rf"(?<!\w)({'|'.join(sorted({day for one in _LANGUAGES for day in one.days}))})\b{_BEHIND}", re.IGNORECASE
)
# "Do", "so", "sam" and the like are words and names of English too.
_OPENING_DAY = re.compile(rf"{_OPENING}(?!(?:do|so|sam|mi|ma)\b)(\w+)", re.IGNORECASE)


def in_english(text: str) -> str:
    """Return a text with its short weekdays in English where it is in one of these languages, else as it is.

    German writes them large: "Do" and "So" are words of English too.
    """
    said = {found.lower() for found in _ANY_DAY.findall(text)}
    if len(said) < _FEWEST:
        return text
    opening = {found.lower() for found in _OPENING_DAY.findall(text)} if len(said) >= _FEWEST_OPENING else set()
    for one in _LANGUAGES:
        own = {day.lower() for day in one.days}
        if len(own & said) < _FEWEST or not (len(own & opening) >= _FEWEST_OPENING or one.words.search(text)):
            continue
        if len({found.lower() for found in one.day.findall(text)}) >= _FEWEST:
            return one.day.sub(partial(_named, one.days), text)
    return text


def _named(english: Mapping[str, str], found: re.Match[str]) -> str:
    return english.get(found[1]) or english[found[1].lower()]
