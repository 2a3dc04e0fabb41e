"""What a text is as the answer to a step of the set-up."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from bot.app import dialogues, run_fixes, schedule, settings
from bot.app.turn import Turn
from bot.language.clocks import as_text
from bot.language.how_long import read_how_long
from bot.language.meaning import Part
from bot.language.run_fixes import BOTH_LIKELY, RunFix, settled_by

MOST_PLACE_WORDS = 7
# "1010 Vienna" is a place, "it was 65" none.
_POSTAL_CODE = 4
NOTHING = frozenset({"none", "nothing", "no", "nope", "n/a", "na", "-"})

ANSWERED = (
    dialogues.YES
    | dialogues.NO
    | NOTHING
    | {"ok", "okay", "thanks", "please", "idk", "what", "why", "home", "here", "work", "same", "nowhere"}
)
"""Words that are no place."""

_NAMED = re.compile(
    r"\A(?:(?:hi|hello|hey|hiya|howdy|good (?:morning|evening|afternoon))\b[\s,.!]*)*"
    r"(?:i['\u2019]?m|i am|my name(?:['\u2019]?s| is)|call me)\s+"
    r"(?P<name>[^\W\d_]+(?: [^\W\d_]+)?)(?: here)?\s*(?:[,.!;]+\s*(?:(?:and|&)\s+)?(?P<rest>.*))?\Z",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"\b(?:from|in|near|at|by|around|living|live|based|located|currently|now|a|an|the|on)\b", re.IGNORECASE
)
_COURTESY = re.compile(r"[\s,.!]+(?:please|pls|plz|thanks|thank you|thx|cheers)[\s.!]*\Z", re.IGNORECASE)

LENGTHS = frozenset({"running", "lifting"})
_TIME = re.compile(r"\d|\b(?:morning|evening|night|noon|afternoon|early|late|after|before|work|o'?clock|off|on)", re.I)
_LENGTH = re.compile(
    r"\b(?:while|ages?|long|forever|always|life|lifetime|years?|yrs?|months?|weeks?|days?|decades?|since|started|begin\w*"
    r"|began|school|kid|child|never|lot)\b",
    re.IGNORECASE,
)
LOOKS_LIKE: Mapping[str, re.Pattern[str]] = {
    "week": re.compile(r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun)|\bday\b|\brun", re.IGNORECASE),
    "run_time": _TIME,
    "running": _LENGTH,
    "lifting": _LENGTH,
    "health": re.compile(r"(?!)"),
    "reminder": _TIME,
}
"""What an answer to a step has in it; anything may be a place."""

PART = "part"
HALF = "half"
"""Under these names an open step keeps the part of the day without its time, and the hour without its half."""


def how_long(turn: Turn, step: str, text: str) -> dict[str, str]:
    """Return how long somebody has run and lifted, by the names of the settings."""
    return read_how_long(text, step, today=turn.today, vocabulary=turn.knowledge.vocabulary)


def is_nothing(text: str) -> bool:
    """Tell whether an answer says only "none" or "nothing", which is no length of time."""
    return text.strip(" .!").lower() in NOTHING


def reminder(turn: Turn, text: str) -> str | None:
    """Return the reminder time that a text says and nothing else; one of the evening rather asks about a lift."""
    fixes = run_fixes.read(turn, text).fixes
    evening = any(fix.part not in {None, Part.MORNING} or not fix.is_usual for fix in fixes)
    if evening or len(fixes) > 1 or (not fixes and not settings.takes(turn, "reminder", text)):
        return None
    time = fixes[0].time if fixes else None
    return text if time is None else as_text(time)


def run_times(turn: Turn, text: str) -> tuple[RunFix, ...]:
    """Return when a text says that the runs of the week are; nothing where it names another day, or says more."""
    known = schedule.current(turn)
    days = set() if known is None else {run.weekday for run in known.runs}
    fixes = run_fixes.read(turn, text).fixes or _bare_hour(text)
    told = all(fix.is_usual or fix.time is not None for fix in fixes)
    if not told or any(not days.issuperset(fix.days) for fix in fixes):
        return ()
    half = dialogues.draft_of(turn, HALF)
    if half and len(fixes) == 1 and fixes[0].part and fixes[0].time is None:
        fixes = (replace(fixes[0], time=dt.time.fromisoformat(half), sure=False),)
        return settled_by(fixes, fixes[0].part.value if fixes[0].part else None)
    return settled_by(fixes, dialogues.draft_of(turn, PART))


def _bare_hour(text: str) -> tuple[RunFix, ...]:
    """Return the usual time of "6", which may be in either half of the day."""
    word = text.strip(" .!").lower().removeprefix("at ").removesuffix("ish")
    likely = word.isascii() and word.isdecimal() and int(word) in BOTH_LIKELY
    return (RunFix(time=dt.time(int(word)), sure=False),) if likely else ()


def place_in(text: str) -> str:
    """Return where somebody says that they live, without a "please"; nothing where they only say their name."""
    plain = _COURTESY.sub("", text)
    told = _NAMED.match(plain)
    return plain if told is None or _NO_NAME.search(told["name"]) else (told["rest"] or "")


def is_polite(text: str) -> bool:
    """Tell whether a place may be named with a "please", which asks nothing."""
    return _COURTESY.search(text) is not None and not is_no_place(_COURTESY.sub("", text))


def is_no_place(text: str) -> bool:
    """Tell whether a text cannot name a place: an answer, a question, a long sentence, or one that counts something."""
    word, words = text.strip(" .!").lower(), text.split()
    counts = word.isdecimal() or any(one.isdecimal() and len(one) < _POSTAL_CODE for one in words)
    return word in ANSWERED or counts or "?" in text or len(words) > MOST_PLACE_WORDS


def may_answer(step: str, text: str) -> bool:
    """Tell whether a text that is no answer to a step looks like one, so that it is told what would be."""
    looks = LOOKS_LIKE.get(step)
    return looks is None or looks.search(text) is not None or (step in LENGTHS and is_nothing(text))
