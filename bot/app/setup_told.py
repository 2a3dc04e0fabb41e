"""What is told at one step of the set-up and answers others: it is kept, and not asked again."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from bot.app import health, settings, setup, setup_answers, setup_week
from bot.app.knowledge import Place
from bot.app.reply import Mark, Replies
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.health import read_health_answer

ZONE = "zone"

LATE = frozenset({"running", "lifting", "health"})
"""At these steps a time alone is the one of the reminder, which comes next."""

Told = tuple[tuple[str, str], ...]
"""Steps of the set-up, each with what answers it."""

_PARTS = (
    re.compile(r"\s*(?:[,;\n]|\.\s)\s*(?:(?:and|&)\s+)?", re.IGNORECASE),
    re.compile(r"\s*(?:[,;\n]|\.\s|\band\b(?! a half\b))\s*", re.IGNORECASE),
)
"""Where a text may be cut: "running 6 years and lifting 3" is one answer, "none and 6:30" is two."""

_LIVES = re.compile(r"\b(?:from|live|living|based|in|near)\b", re.IGNORECASE)
"""Behind these a place is named among more words: "I'm Sam from Leeds"."""

_LONGEST = 400
_MOST_PARTS = 12
_MOST_PLACE_WORDS = 3
_MOST_TIME_WORDS = 4


def told(turn: Turn, step: str, text: str) -> Told:
    """Return what a text answers, where it is more or another than the open step; nothing where a part is left over.

    Beside a place, which only a look-up knows, one part may be left.
    """
    if "?" in text or len(text) > _LONGEST:
        return ()
    at_marks, at_joints = (_cut(turn, step, text, at) for at in _PARTS)
    # "I'm Ann from Leeds and I run tue 6pm": the place stands before an "and".
    placed = any(name == ZONE for name, _ in at_joints) and len(at_joints) > len(at_marks)
    return at_joints if placed else at_marks or at_joints


def answers_several(turn: Turn, step: str, text: str) -> bool:
    """Tell whether a text answers several steps, and says nothing else."""
    return len(told(turn, step, text)) > 1


def _cut(turn: Turn, step: str, text: str, at: re.Pattern[str]) -> Told:
    spans = list(_spans(text, at))
    if len(spans) > _MOST_PARTS:
        return ()
    steps = [(_step_of(turn, step, text[begin:end]), begin, end) for begin, end in spans]
    groups = [list(group) for _, group in groupby(steps, key=lambda one: one[0])]
    joined = tuple((group[0][0], text[group[0][1] : group[-1][2]]) for group in groups)
    names = [name for name, _ in joined]
    if not names or len(set(names)) < len(names) or names in ([step], [ZONE]):
        return ()
    return joined if ZONE not in names or (step == ZONE and may_be_place(dict(joined)[ZONE])) else ()


def take(turn: Turn, step: str, parts: Told) -> Replies | PlaceWanted:
    """Keep all that is told, and ask for what is still open; a place is looked up before."""
    place = next((part for name, part in parts if name == ZONE), None)
    if place is not None:
        return PlaceWanted(name=place, beside=tuple(one for one in parts if one[0] != ZONE))
    kept = keep(turn, parts)
    answered = any(name == step for name, _ in parts) and not any(reply.mark is not Mark.STORED for reply in kept)
    return (*kept, *setup.go_on(turn.fresh(), step)) if answered else setup.ask_again(turn.fresh(), step, kept)


def keep(turn: Turn, parts: Told) -> Replies:
    """Keep what is told, step by step, and ask for nothing."""
    return tuple(reply for name, part in parts for reply in KEEP[name](turn.fresh(), part))


def place_found(turn: Turn, wanted: PlaceWanted, places: tuple[Place, ...]) -> Replies:
    """Go on with the place that a runner named, and with what was told beside it."""
    kept = keep(turn, wanted.beside)
    return (*kept, *setup.place_found(turn.fresh(), wanted.name, places))


def _spans(text: str, at: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a text stand."""
    begin = 0
    for mark in (*at.finditer(text), None):
        end = len(text) if mark is None else mark.start()
        if text[begin:end].strip(" .!"):
            yield begin, end
        begin = end if mark is None else mark.end()


def may_be_place(part: str) -> bool:
    """Tell whether a part of a text can only be a place, which a look-up has to find."""
    most = setup_answers.MOST_PLACE_WORDS if _LIVES.search(part) else _MOST_PLACE_WORDS
    return len(part.split()) <= most and not setup_answers.is_no_place(part)


def _step_of(turn: Turn, step: str, part: str) -> str:
    """Return the step that a part answers, the open one first; what answers none can only be a place."""
    usable = (step, *(name for name in KEEP if name != step))
    return next((name for name in usable if _answers(turn, step, name, part)), ZONE)


def _answers(turn: Turn, step: str, name: str, part: str) -> bool:
    """Tell whether a part answers a step: of another than the open one only what says itself what it is."""
    if name == step:
        return name in KEEP and setup.fits(turn, name, part)
    if name in {"running", "lifting"}:
        return name in setup_answers.how_long(turn, "", part)
    if name == "reminder":
        return step in LATE and is_bare_time(turn, part)
    return name == "week" and step == ZONE and setup.fits(turn, name, part)


def is_bare_time(turn: Turn, part: str) -> bool:
    """Tell whether a part is a time and nothing else: neither "off", nor a number that may count years."""
    words = part.lower().split()
    if len(words) > _MOST_TIME_WORDS or part.strip().isdecimal() or "run" in words or "no" in words:
        return False
    value = setup_answers.reminder(turn, part)
    return value is not None and any(sign.isdecimal() for sign in value) and settings.takes(turn, "reminder", value)


def _keep_lengths(turn: Turn, part: str, name: str) -> Replies:
    lengths = setup_answers.how_long(turn, name, part)
    return tuple(reply for one, value in lengths.items() for reply in settings.set_value(turn.fresh(), one, value))


def _keep_health(turn: Turn, part: str) -> Replies:
    today, vocabulary = turn.local_now.date(), turn.knowledge.vocabulary
    return health.keep_all(turn, read_health_answer(part, today=today, vocabulary=vocabulary))


def _keep_reminder(turn: Turn, part: str) -> Replies:
    return settings.set_value(turn, "reminder", setup_answers.reminder(turn, part) or part)


KEEP: Mapping[str, Callable[[Turn, str], Replies]] = {
    "week": setup_week.added,
    "run_time": lambda turn, part: settings.set_value(turn, "run_time", part),
    "running": lambda turn, part: _keep_lengths(turn, part, "running"),
    "lifting": lambda turn, part: _keep_lengths(turn, part, "lifting"),
    "health": _keep_health,
    "reminder": _keep_reminder,
}
