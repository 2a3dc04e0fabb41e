"""Is it a lift that is logged here? Few repeats at a number that nobody runs are sets: "3 by 5 at 105" is no track."""

from collections.abc import Sequence

from bot.language.spoken import VAGUE, as_typed
from bot.language.text import normalise
from bot.language.tokens import END, Token, at, tokenize
from bot.language.vocabulary import Vocabulary

_LEAST_KG = 20
# "120 for 3" and "150 single" say less than "3x5 at 120" does.
_LEAST_KG_ALONE = 40
_MOST_SETS = 20
_MOST_REPS = 30
_LIST = 3
_MOST_KG = 350
_TRACK = frozenset({200, 300})
_PAIRS = 2
_NO_WEIGHTS = frozenset({":", "'", '"', "%", "percent", "bpm", "kmh", "kph", "mph", "watts", "rpm", "spm", "degrees"})
_TO_WEIGHT = frozenset({"with", ",", "-", ":"})
_SPOKEN_REPS = frozenset({"single", "double", "triple"})
_BEHIND_REPS = ("near_day", "part", "weekday", "lift_word", "talk", "month")

Tokens = Sequence[Token]


def tells_load(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a normalised text holds sets and the weight on the bar, whatever else it says.

    True for "3 by 4 at 105", "110 for 3 sets of 4", "140 for 3", "140x3,3,2", "100/3 115/3", "5 5 5 at 100", "a heavy
    single at 150"; False for metres, minutes, paces and times ("5x1k at 4:10", "8x400 at 90", "3 by 10 minutes"). A
    weight with a unit needs no such proof. No text raises; linear in its length.
    """
    if not any(map(_may_weigh, tokenize(text, vocabulary))):
        return False
    tokens = tokenize(as_typed(text, vocabulary), vocabulary)
    pairs = sum(_is_pair(tokens, index) for index in range(len(tokens)))
    lifts = _is_of_lifting(tokens)
    return pairs >= _PAIRS or any(_loads_at(tokens, index, lifts=lifts) for index in range(len(tokens)))


def names_lift(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text names an exercise or says that somebody lifted: "3x5 at 80" alone does neither."""
    return any(token.means("exercise") or token.means("lift") for token in tokenize(normalise(text), vocabulary))


def _may_weigh(token: Token) -> bool:
    """Tell at a glance whether a number is large enough for a weight, or may be with others ("one oh five")."""
    number = token.number
    return number is not None and (number >= _LEAST_KG or (token.spelled and token.text not in VAGUE))


def _is_of_lifting(tokens: Tokens) -> bool:
    """Tell whether a lift is named, or nothing else is: "pulled 140 for 3", "140 for 3", but not "walked 100 for 3"."""
    named = any(token.means(group) for token in tokens for group in ("lift", "exercise", "lift_word"))
    return named or not any(token.is_name and _is_of_else(token) and len(token.text) > 1 for token in tokens)


def _is_of_else(token: Token) -> bool:
    return not token.senses or token.means("not_run") is not None


def _loads_at(tokens: Tokens, index: int, *, lifts: bool) -> bool:
    token = tokens[index]
    if token.text == "sets of" and 0 < (at(tokens, index + 1).number or 0) <= _MOST_REPS:
        return _is_weight(tokens, _after_at(tokens, index + 2), led=index + 2)
    if token.means("lift_word") in {"sets", "reps"}:
        return _is_weight(tokens, _after_at(tokens, index + 1), led=index + 1)
    if token.means("lift_word") in _SPOKEN_REPS:
        return _is_weight(tokens, _after_at(tokens, index + 1), least=_LEAST_KG_ALONE, led=index + 1)
    if token.number is None:
        return False
    if (after := _sets_at(tokens, index)) is not None:
        return _is_weight(tokens, _to_weight(tokens, after))
    if _is_crossed_weight(tokens, index):
        return True
    listed = _end_of_list(tokens, index)
    if listed is not None and _is_weight(tokens, _after_at(tokens, listed), led=listed):
        return True
    weighs = _is_weight(tokens, index, least=_LEAST_KG_ALONE)
    return weighs and _has_reps(tokens, _end_of_number(tokens, index), lifts=lifts)


def _sets_at(tokens: Tokens, index: int) -> int | None:
    """Return where "3x5" ends; 8x400 and 5x1k are no sets."""
    sets, reps = tokens[index], at(tokens, index + 2)
    if not at(tokens, index + 1).is_word("x", "times") or sets.number is None or reps.number is None:
        return None
    small = 0 < sets.number <= _MOST_SETS and 0 < reps.number <= _MOST_REPS
    if not small or _is_measured(at(tokens, index + 3)) or at(tokens, index - 1).is_word("x"):
        return None
    return index + 3 + (at(tokens, index + 3).means("lift_word") == "reps")


def _is_crossed_weight(tokens: Tokens, index: int) -> bool:
    """Tell whether "140x3" stands here; "400x3" may be a track session written the wrong way round."""
    weight, end = tokens[index].number or 0, _end_of_number(tokens, index)
    cross, reps, behind = at(tokens, end), at(tokens, end + 1).number or 0, at(tokens, end + 2)
    crossed = cross.is_word("x") and not at(tokens, index - 1).is_word("x") and 0 < reps <= _MOST_SETS
    return crossed and _LEAST_KG_ALONE <= weight <= _MOST_KG and weight not in _TRACK and not _is_measured(behind)


def _end_of_list(tokens: Tokens, index: int) -> int | None:
    """Return where "5 5 5" or "5,5,4" ends, three sets at least."""
    if at(tokens, index - 1 - _is_joint(at(tokens, index - 1))).number is not None:
        return None
    end, count = index, 0
    while 0 < (at(tokens, end).number or 0) <= _MOST_SETS:
        count += 1
        end += 1 + _is_joint(at(tokens, end + 1))
    return end if count >= _LIST else None


def _is_joint(token: Token) -> bool:
    return token.text in {",", "/"} or token.is_word("and")


def _has_reps(tokens: Tokens, index: int, *, lifts: bool) -> bool:
    """Tell whether reps stand behind a weight: "for 3", "for 3 sets of 5", "for a triple", "single"."""
    index += at(tokens, index).text == "all"
    if at(tokens, index).means("lift_word") in _SPOKEN_REPS:
        return True
    if at(tokens, index).text != "for":
        return False
    index += 1
    if at(tokens, index).means("lift_word") in _SPOKEN_REPS or _sets_at(tokens, index) is not None:
        return True
    reps, behind = at(tokens, index), at(tokens, index + 1)
    counted = 0 < (reps.number or 0) <= _MOST_SETS and reps.text not in {"a", "an"}
    return lifts and counted and _ends_reps(behind) and not _is_measured(behind)


def _ends_reps(token: Token) -> bool:
    """Tell whether a number before this counts nothing else: "for 3.", "for 3 and", "for 3 yesterday"."""
    ends = token is END or not (token.is_name or token.number) or token.is_word("and", "clause")
    return ends or token.text == "then" or any(token.means(group) for group in _BEHIND_REPS)


def _is_pair(tokens: Tokens, index: int) -> bool:
    """Tell whether "100/3" stands here, a weight and its reps."""
    weight, joint, reps = tokens[index], at(tokens, index + 1), at(tokens, index + 2)
    written = joint.text == "/" and joint.glued and reps.glued and at(tokens, index + 3).text not in {"/", "%"}
    return written and (weight.number or 0) >= _LEAST_KG_ALONE and 0 < (reps.number or 0) <= _MOST_SETS


def _to_weight(tokens: Tokens, index: int) -> int:
    """Return where the weight of sets begins, over "at", "with" or a comma."""
    index += at(tokens, index).text == "done"
    return index + (at(tokens, index).is_word("at") or at(tokens, index).text in _TO_WEIGHT)


def _after_at(tokens: Tokens, index: int) -> int:
    return index + at(tokens, index).is_word("at")


def _is_weight(tokens: Tokens, index: int, *, least: int = _LEAST_KG, led: int | None = None) -> bool:
    """Tell whether a number may be kilograms or pounds; `led` is where an "at" must stand before it."""
    if led is not None and led == index:
        return False
    weighs = (at(tokens, index).number or 0) >= least and not at(tokens, index).is_word("at")
    return weighs and not _is_measured(at(tokens, _end_of_number(tokens, index)))


def _end_of_number(tokens: Tokens, index: int) -> int:
    """Return the index after "132.5" and "140 kg"."""
    decimal = at(tokens, index + 1).text in {".", ","} and at(tokens, index + 2).glued
    end = index + (3 if decimal and at(tokens, index + 2).number is not None else 1)
    return end + (at(tokens, end).means("mass") is not None)


def _is_measured(unit: Token) -> bool:
    measured = any(unit.means(group) for group in ("distance", "duration", "span", "half", "race_distance"))
    return measured or unit.text in _NO_WEIGHTS or unit.is_word("per")
