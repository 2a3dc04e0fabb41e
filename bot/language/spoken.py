"""Logs as people dictate them become logs as they are typed: "three by five at ninety five" is "three x five at 95"."""

import re
from collections.abc import Iterator, Sequence

from bot.language.tokens import Token, at, tokenize
from bot.language.vocabulary import Vocabulary

_HUNDRED = 100
_TEN = 10
_FIRST_TENS = 20
_MOST_SETS = 20
_MOST_REPS = 50
# "One twenty" is 120, "three fifteen" 315; "five thirty" is rather a time, and more than a deadlift.
_MOST_HUNDREDS = 4
_MOST_DECIMALS = 2
# Numbers that people say without counting.
VAGUE = frozenset({"a", "an", "couple", "a couple", "a couple of", "couple of", "a few", "few", "twice", "thrice"})
_ZERO = frozenset({"oh", "o"})
# Behind these comes a number of reps, and "three ninety" is none: "3 by three ninety kilos".
_BEFORE_REPS = frozenset({"by", "for", "of"})
_SETS_OF_REPS = frozenset({"for", "in"})

# "405 2x3 lb", "405x3x2" (three repetitions, twice): the weight stands before its sets, the unit behind them.
_WEIGHT_FIRST = re.compile(
    r"^(?P<lead>(?:(?:did|hit|pulled|deads?|deadlifts?|dl|just|today|yesterday|log|i|:|-) ?)*)"
    r"(?P<weight>[4-9]\d|[1-9]\d\d)(?P<half>[.,]5)?"
    r"(?: (?P<sets>\d{1,2}) ?x ?(?P<reps>\d{1,2})| ?x ?(?P<each>\d{1,2}) ?x ?(?P<times>\d{1,2}))"
    r"(?: ?(?P<unit>lbs?|pounds|kgs?|kilos))?(?P<effort>(?:,? ?(?:@ ?\d{1,2}(?:\.5)?|rpe ?\d{1,2}(?:\.5)?|easy|hard))?)"
    # Where and how it was done holds no more numbers.
    r"(?P<tail>[ .!]*|[ ,.!-][^\d:@%?]*)$",
    re.IGNORECASE,
)

Tokens = Sequence[Token]
Amount = tuple[float, int]
"""A number and the index of the first token after it."""

_Change = tuple[int, int, str]
"""The tokens from and to which something else is written, and what."""


def as_typed(text: str, vocabulary: Vocabulary) -> str:
    """Return a normalised text with numbers of several words in digits, and "by" between sets and reps as "x".

    Single number words stay. No text raises; linear in its length.
    """
    text = _WEIGHT_FIRST.sub(_sets_first, text)
    tokens = tokenize(text, vocabulary)
    parts: list[str] = []
    end = 0
    for start, after, written in _changes(tokens, vocabulary):
        parts += (text[end : tokens[start].start], written)
        end = tokens[after - 1].end
    return "".join((*parts, text[end:]))


def _sets_first(said: re.Match[str]) -> str:
    weight, unit = f"{said['weight']}{said['half'] or ''}", said["unit"] or ""
    sets, reps = said["sets"] or said["times"], said["reps"] or said["each"]
    return f"{said['lead']}{sets}x{reps} at {weight} {unit}".rstrip() + said["effort"] + said["tail"]


def _changes(tokens: Tokens, vocabulary: Vocabulary) -> Iterator[_Change]:
    index = 0
    last: Amount = (0, -1)
    while index < len(tokens):
        found = _amount(tokens, index)
        if found is not None:
            last = found
            if found[1] > index + 1:
                yield index, found[1], f"{found[0]:g}"
            index = found[1]
            continue
        if last[1] == index and _is_cross(tokens, index, last[0]):
            yield index, index + 1, "x"
        elif reps := _reps_of_each(tokens, index, vocabulary):
            yield index, index + 1, f"x {reps}" if last[1] == index else reps
        index += 1


def _amount(tokens: Tokens, index: int) -> Amount | None:
    """Return a number in digits or words and where it ends, with the half or the decimals behind it."""
    token = at(tokens, index)
    found = _hundreds(tokens, index) or _tens(tokens, index)
    if found is None and token.number is not None and not token.spelled:
        found = (float(token.number), index + 1)
    return None if found is None else _with_decimals(tokens, *found)


def _hundreds(tokens: Tokens, index: int) -> Amount | None:
    """Read "a hundred", "one hundred and ten", "one oh five", "two twenty five"."""
    first, second = at(tokens, index), at(tokens, index + 1)
    if _is_hundred(first):
        return _with_rest(tokens, _HUNDRED, index + 1)
    if _is_hundred(second) and (_is_unit(first) or first.text == "a"):
        return _with_rest(tokens, (first.number or 1) * _HUNDRED, index + 2)
    return _paired(tokens, index)


def _with_rest(tokens: Tokens, hundreds: int, after: int) -> Amount:
    """Add what stands behind the hundreds; "a hundred three sets of five" has nothing there."""
    joined = at(tokens, after).is_word("and") and at(tokens, after).is_name
    rest = _tens(tokens, after + joined)
    if rest is None or (rest[0] < _TEN and not joined and _is_count(at(tokens, rest[1]))):
        return float(hundreds), after
    return hundreds + rest[0], rest[1]


def _paired(tokens: Tokens, index: int) -> Amount | None:
    """Read "one twenty" and "one oh five"; "for three ninety" and "three fifteen this afternoon" are no weights."""
    first, zero = at(tokens, index), at(tokens, index + 1).text in _ZERO
    if not _is_unit(first) or (first.number or 0) > _MOST_HUNDREDS:
        return None
    before = at(tokens, index - 1)
    rest = _tens(tokens, index + 1 + zero)
    if rest is None or zero != (rest[0] < _TEN) or before.text in _BEFORE_REPS or before.is_word("x", "times"):
        return None
    following = at(tokens, rest[1])
    if following.means("part") or following.means("half") or following.means("duration") or before.is_word("half"):
        return None
    return (first.number or 0) * _HUNDRED + rest[0], rest[1]


def _tens(tokens: Tokens, index: int) -> Amount | None:
    """Read a number in words below a hundred; "ninety three sets" is 90 and three sets."""
    token = at(tokens, index)
    if token.number is None or not token.spelled or token.text in VAGUE or token.number >= _HUNDRED:
        return None
    hyphen = at(tokens, index + 1).text == "-" and at(tokens, index + 2).glued
    unit = at(tokens, index + 1 + hyphen)
    joins = token.number >= _FIRST_TENS and token.number % _TEN == 0 and _is_unit(unit)
    if not joins or at(tokens, index + 2 + hyphen).text == "sets" or _are_sets_of(at(tokens, index + 2 + hyphen)):
        return float(token.number), index + 1
    return float(token.number + (unit.number or 0)), index + 2 + hyphen


def _with_decimals(tokens: Tokens, value: float, after: int) -> Amount:
    """Add "and a half" and "point five"; "two and a half hours" is no weight."""
    if at(tokens, after).text == "point":
        digits = "".join(_decimals(tokens, after + 1))
        return (float(f"{value:g}.{digits}"), after + 1 + len(digits)) if digits else (value, after)
    half = after + 1 + (at(tokens, after + 1).text == "a")
    if not at(tokens, after).is_word("and") or not at(tokens, half).is_word("half"):
        return value, after
    following = at(tokens, half + 1)
    other = any(following.means(group) for group in ("span", "duration", "distance", "race_distance", "number"))
    return (value, after) if other or following.is_word("past") else (value + 0.5, half + 1)


def _decimals(tokens: Tokens, index: int) -> Iterator[str]:
    """Yield the digits behind "point", each one token."""
    for token in tokens[index : index + _MOST_DECIMALS]:
        if token.number is None or token.number >= _TEN or token.text in VAGUE:
            return
        yield str(token.number)


def _is_cross(tokens: Tokens, index: int, before: float) -> bool:
    """Tell whether "by" stands between sets and reps or weight and reps, and neither metres nor minutes follow."""
    found = _amount(tokens, index + 1) if at(tokens, index).text == "by" else None
    if found is None:
        return False
    unit = at(tokens, found[1])
    measured = any(unit.means(group) for group in ("distance", "duration", "span", "half")) or unit.text in {":", "'"}
    return not measured and found[0] <= (_MOST_REPS if before <= _MOST_SETS else _MOST_SETS)


def _reps_of_each(tokens: Tokens, index: int, vocabulary: Vocabulary) -> str | None:
    """Return the number of "three fives", "sets of fives"."""
    token, before = at(tokens, index), at(tokens, index - 1)
    if not token.is_name or token.senses or not token.text.endswith("s"):
        return None
    counted = before.number is not None and before.number <= _MOST_SETS
    if not counted and not before.is_word("x") and before.text not in _SETS_OF_REPS:
        return None
    ones = (vocabulary.senses.get(token.text.removesuffix(ending), {}).get("number") for ending in ("s", "es"))
    return next((one for one in ones if one is not None), None)


def _is_hundred(token: Token) -> bool:
    return token.spelled and token.number == _HUNDRED


def _is_unit(token: Token) -> bool:
    return token.spelled and token.text not in VAGUE and 0 < (token.number or 0) < _TEN


def _is_count(token: Token) -> bool:
    return token.text in {"sets", "by"} or token.is_word("x", "times")


def _are_sets_of(token: Token) -> bool:
    return token.is_word("x") and token.is_name and token.text != "x"
