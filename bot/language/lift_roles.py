"""What a number of a log entry is by the words beside it: sets, reps, a weight, an effort."""

from collections.abc import Sequence
from enum import StrEnum

from bot.language.tokens import Token, at

MOST_EFFORT = 10.0
ARTICLES = frozenset({"a", "an"})
_LEAST_GRADE = 5
_COULD = frozenset({"could", "could've", "couldve", "coulda"})
_COULD_REACH = 5
_BESIDE_COUNT = frozenset(
    {
        "work",
        "working",
        "back off",
        "backoff",
        "top",
        "heavy",
        "light",
        "hard",
        "easy",
        "good",
        "clean",
        "solid",
        "more",
    }
)

Tokens = Sequence[Token]


class Role(StrEnum):
    """What a number is. COUNT is a number of sets, UNTOLD sets that nobody counted, SHARE a percentage."""

    OPEN = "open"
    COUNT = "count"
    REPS = "reps"
    WEIGHT = "weight"
    RPE = "rpe"
    RIR = "rir"
    SHARE = "share"
    UNTOLD = "untold"
    WRONG = "wrong"


_AFTER = {"sets": Role.COUNT, "reps": Role.REPS, "rpe": Role.RPE, "rir": Role.RIR}
_BEFORE = {"rpe": Role.RPE, "rir": Role.RIR, "felt": Role.RPE}


def role_of(tokens: Tokens, index: int, after: int, value: float) -> Role:
    """Tell what a number without a mass is by the words beside it."""
    if at(tokens, after).text in {"%", "percent", "pct"}:
        return Role.SHARE
    beside = _beside(tokens, index, after)
    if beside is not None:
        return beside
    led = before(tokens, index)
    if _could_do_more(tokens, index, after):
        return Role.RIR
    if length_of_ten(tokens, after, Role.RPE) or _is_grade(tokens, index, after):
        return Role.RPE
    if led.text == "@" or led.is_word("at"):
        return Role.RPE if value <= MOST_EFFORT else Role.WEIGHT
    if at(tokens, after).is_word("times") or over_words(tokens, after).text in {"sets", "set"}:
        return Role.COUNT
    return Role.OPEN


def _beside(tokens: Tokens, index: int, after: int) -> Role | None:
    """Return what "reps" or "rpe" right before or behind a number makes of it."""
    end = _end_of_range(tokens, after)
    following = at(tokens, end)
    for word, roles in ((following, _AFTER), (over_words(tokens, after), _AFTER), (before(tokens, index), _BEFORE)):
        named = roles.get(word.means("lift_word") or "")
        effort = named in {Role.RPE, Role.RIR} and roles is _AFTER
        felt = roles is _BEFORE and word.means("lift_word") == "felt" and (at(tokens, index).number or 0) > MOST_EFFORT
        if named is not None and not felt and not (effort and _number_follows(tokens, end + 1)):
            return named
    return None


def _is_grade(tokens: Tokens, index: int, after: int) -> bool:
    """Tell whether a number grades the sets: "that was an 8"; not "was an 8 rep set"."""
    number, following = at(tokens, index).number or 0, at(tokens, after)
    led = at(tokens, index - 1).text in ARTICLES and at(tokens, index - 2).text in {"was", "is", "like"}
    return led and _LEAST_GRADE <= number <= MOST_EFFORT and not (following.is_name and following.means("lift_word"))


def _could_do_more(tokens: Tokens, index: int, after: int) -> bool:
    """Tell whether these are reps left: "could have done two more"."""
    could = any(at(tokens, index - step).text in _COULD for step in range(1, _COULD_REACH))
    return could and at(tokens, after).text == "more" and over_words(tokens, after).text not in {"sets", "sets of"}


def _number_follows(tokens: Tokens, index: int) -> bool:
    """Tell whether the effort's number is still to come: in "225 rpe 8" the 225 is none."""
    return at(tokens, index + (at(tokens, index).text in {":", "=", "@", "of"})).number is not None


def _end_of_range(tokens: Tokens, after: int) -> int:
    """Return the index after "-8" in "7-8", of which both are efforts."""
    joint, end = at(tokens, after), at(tokens, after + 1)
    joined = joint.text == "-" or joint.is_word("to", "or")
    return after + 2 if joined and end.number is not None and end.number <= MOST_EFFORT else after


def of_range(tokens: Tokens, after: int, role: Role, value: float) -> tuple[float, int]:
    """Return the harder end of "rpe 7-8" and "1-2 in reserve": what was not felt costs nobody anything."""
    end = _end_of_range(tokens, after) if role in {Role.RPE, Role.RIR} else after
    if end == after:
        return value, after
    other = float(at(tokens, after + 1).number or 0)
    return (max(value, other) if role is Role.RPE else min(value, other)), end


def length_of_ten(tokens: Tokens, after: int, role: Role) -> int:
    """Return how many tokens "/10" and "out of ten" take behind an effort."""
    if role is not Role.RPE:
        return 0
    joint = at(tokens, after).text
    length = {"/": 2, "out": 3, "out of": 2}.get(joint, 0)
    return length if length and at(tokens, after + length - 1).number == MOST_EFFORT else 0


def before(tokens: Tokens, index: int) -> Token:
    """Return the token before a number, over "of", "an" and the like."""
    index -= 1
    while at(tokens, index).text in {"a", "an", "of", "=", ":", "~", "about", "around", "was", "is", "like", "the"}:
        index -= 1
    return at(tokens, index)


def before_words(tokens: Tokens, index: int) -> Token:
    """Return the token before a place, over the words that describe sets."""
    index -= 1
    while _describes(at(tokens, index)):
        index -= 1
    return at(tokens, index)


def over_words(tokens: Tokens, index: int) -> Token:
    """Return the token from a place on, over the words that describe sets: "3 heavy sets"."""
    while _describes(at(tokens, index)):
        index += 1
    return at(tokens, index)


def _describes(token: Token) -> bool:
    return token.text.replace("-", " ") in _BESIDE_COUNT


def is_effort(tokens: Tokens, index: int) -> bool:
    """Tell whether a number behind "rpe" or "@" is small enough for an effort."""
    led = before(tokens, index)
    marked = led.means("lift_word") in _BEFORE or led.text == "@"
    return marked and (at(tokens, index).number or 0) <= MOST_EFFORT
