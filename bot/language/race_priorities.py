"""How much a race matters, in words: "b race", "c priority", "just for fun", "my A race"."""

import re
from collections.abc import Iterator

from bot.language.meaning import DatedRunReading, Meaning, RaceReading
from bot.language.text import normalise
from bot.training.runs import Priority, RunKind

_LONGEST_ALONE = 60
_LETTER = re.compile(
    r"\b(?P<before>[abc])[ -](?:priority|prio)\b|\b(?:priority|prio)[ :=-]*(?P<behind>[abc])\b"
    r"|\b(?P<small>[bc])[ -]?races?\b|\b(?:my|an|as an?|the|is an?|its an?) (?P<mine>a)[ -]race\b"
    r"|\b(?P<hyphened>a)-race\b",
    re.IGNORECASE,
)
# "I have a race" says nothing of how much it matters.
_CAPITAL = re.compile(r"(?<=[a-z,;:–-] )A race\b")
_WORDS = (
    (Priority.A, re.compile(r"\b(?:goal|target|main|key|big|peak|most important) race\b", re.IGNORECASE)),
    (
        Priority.B,
        re.compile(
            r"\b(?:tune[ -]?up|warm[ -]?up|build[ -]?up|rust[ -]?buster|secondary|practice|prep|stepping[ -]stone)"
            r"(?: (?:race|half|10k|5k|marathon))\b|\b(?:as|it'?s|is) an? (?:tune[ -]?up|dress rehearsal|rehearsal)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Priority.C,
        re.compile(
            r"\b(?:(?:just|only|purely|mostly) )?for (?:the )?(?:fun|craic|laugh|laughs|medal|giggles)\b"
            r"|(?=\bfun (?:run|race)\b)"
            r"|\b(?:low[ -]key|no[ -]pressure|unimportant|not (?:an? )?(?:important|serious))\b",
            re.IGNORECASE,
        ),
    ),
)
_DENIED = re.compile(r"(?:\bnot|n'?t|\bno|\bnever)(?: \w+){0,2} $", re.IGNORECASE)
_OF_ELSE = re.compile(r"\b(?:lift|deadlift|squat|pull|gym)", re.IGNORECASE)
_FRAME = frozenset(
    {
        *("it's", "its", "that's", "thats", "it", "that", "this", "is", "was", "isn't", "isnt", "not", "but", "just"),
        *("only", "really", "a", "an", "as", "my", "ok", "well", "actually", "for", "me", "though", "race", "oh", "ah"),
        *("and", "the", "one", "so", "call", "make", "please", "sorry", "no", "yes", "tbh", "kind", "of", "more"),
        *("like", "treat", "treating", "fun", "run", "running"),
    }
)


def priority_said(text: str) -> Priority | None:
    """Return the priority that a text says a race has; None where it says none, or two. No text raises."""
    found = {priority for priority, _, _ in _said(normalise(text))}
    return next(iter(found)) if len(found) == 1 else None


def priority_alone(text: str) -> Priority | None:
    """Return the priority that is all that a text says: "it's only a b race"."""
    said = normalise(text)
    found = list(_said(said)) if len(said) <= _LONGEST_ALONE and "?" not in said else []
    if len({priority for priority, _, _ in found}) != 1:
        return None
    rest = said
    for _, begin, end in sorted(found, key=lambda one: one[1], reverse=True):
        rest = f"{rest[:begin]} {rest[end:]}"
    words = re.findall(r"[a-z']+|\d+", rest.lower())
    return found[0][0] if _FRAME.issuperset(words) else None


def is_of_priority(text: str, begin: int, end: int) -> bool:
    """Tell whether a stretch of a normalised text only says how much a race matters: it is no part of its name."""
    return any(first <= begin and end <= last for _, first, last in _said(text))


def with_priority(found: tuple[Meaning, ...], text: str) -> tuple[Meaning, ...]:
    """Return what a message means with its one race to come as one of the priority that is said of it."""
    races = [one for one in found if _is_race(one)]
    said = priority_said(text) if len(races) == 1 else None
    if said is None or _OF_ELSE.search(text):
        return found
    return tuple(_as_race(one, said) if isinstance(one, DatedRunReading) and _is_race(one) else one for one in found)


def _is_race(one: Meaning) -> bool:
    return isinstance(one, RaceReading) or (
        isinstance(one, DatedRunReading) and one.run.kind is RunKind.RACE and not one.done
    )


def _as_race(one: DatedRunReading, priority: Priority) -> RaceReading:
    return RaceReading(date=one.date, distance_km=one.run.distance_km, priority=priority, time=one.run.time)


def _said(text: str) -> Iterator[tuple[Priority, int, int]]:
    """Yield each priority that a text says, from and to; "not my A race" is a race that matters less."""
    for found in _LETTER.finditer(text):
        letter = next(filter(None, found.groups())).upper()
        if _DENIED.search(text[: found.start()]) is None:
            yield Priority(letter), found.start(), found.end()
        elif letter == Priority.A:
            yield Priority.B, found.start(), found.end()
    capital = _CAPITAL.search(text)
    if capital is not None and not any(one.start() <= capital.start() < one.end() for one in _LETTER.finditer(text)):
        yield Priority.A, capital.start(), capital.end()
    for priority, pattern in _WORDS:
        for found in pattern.finditer(text):
            if _DENIED.search(text[: found.start()]) is None:
                yield priority, found.start(), found.end()
