"""Sets, reps, weights and effort out of a log entry's tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.language.meaning import Doubt
from bot.language.measures import number_at
from bot.language.tokens import Token, at
from bot.training.profile import MassUnit

POUND_KG = 0.45359237
BAR_KG = 20.0
_MOST_SETS = 20
_MOST_REPS = 50
_LEAST_KG = 1.0
_MOST_KG = 500.0
_MOST_EFFORT = 10.0
# Of two numbers without a unit the larger one above this is the weight: nobody logs 25 reps as "25x5".
_LEAST_WEIGHT = 20
_LONGEST_UNIT = 5
_WRONG = "wrong"
_SPOKEN_REPS = {"single": 1, "double": 2, "triple": 3}

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Work sets of one weight: the reps of each. `rir` is reps in reserve, None not said."""

    reps: tuple[int, ...]
    weight_kg: float | None = None
    rir: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """A number, what it would be as a weight in kilograms, what it is, and the signs before it."""

    value: float
    kg: float = 0.0
    role: str = ""
    crossed: bool = False
    listed: bool = False


def read_sets(tokens: Tokens, unit: MassUnit) -> tuple[Sets, ...] | Doubt:
    """Return the work sets, or why they cannot be taken.

    SETS: none said. WEIGHT: counted in plates. VALUE: impossible numbers (1 to 20 sets, 1 to 50 reps, 1 to 500 kg), a
    unit that nobody knows, or a number that belongs to nothing. `unit` is the unit of weights without one. Effort said
    once counts for all sets before it that have none.
    """
    if any(token.means("lift_word") == "plates" for token in tokens):
        return Doubt.WEIGHT
    groups, left = _grouped(tuple(_numbers(tokens, unit)))
    if not groups:
        return Doubt.SETS
    if len(left) == 1 and left[0].role == "weight" and any(found.weight_kg is None for found in groups):
        groups = [replace(found, weight_kg=found.weight_kg or left[0].kg) for found in groups]
        left = []
    return Doubt.VALUE if left or not all(_is_possible(found) for found in groups) else tuple(groups)


def _is_possible(found: Sets) -> bool:
    reps = 0 < len(found.reps) <= _MOST_SETS and all(0 < reps <= _MOST_REPS for reps in found.reps)
    weight = found.weight_kg is None or _LEAST_KG <= found.weight_kg <= _MOST_KG
    return reps and weight and (found.rir is None or 0 <= found.rir <= _MOST_EFFORT)


def _numbers(tokens: Tokens, unit: MassUnit) -> Iterator[_Number]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if spoken := _SPOKEN_REPS.get(token.means("lift_word") or ""):
            yield _Number(value=spoken, role="reps")
        elif token.means("lift_word") == "bar":
            yield _Number(value=BAR_KG, kg=BAR_KG, role="weight")
        elif token.number is not None and not (token.spelled and token.text in {"a", "an", "one"}):
            number, index = _number(tokens, index, unit)
            yield number
            continue
        index += 1


def _number(tokens: Tokens, index: int, unit: MassUnit) -> tuple[_Number, int]:
    value, after = _value(tokens, index)
    before, following = at(tokens, index - 1), at(tokens, after)
    crossed = before.is_word("x") or before.text == "x"
    listed = before.text in {",", "/"} and at(tokens, index - 2).number is not None and not following.is_word("x")
    mass = following.means("mass")
    kg = _kg(value, unit if mass is None else MassUnit(mass))
    role = "weight" if mass else _role(tokens, index, after, value)
    if _is_negative(tokens, index) or (mass is None and _is_strange_unit(following)):
        role = _WRONG
    if role == "rpe" and following.text == "/":
        after += 2
    return _Number(value=value, kg=kg, role=role, crossed=crossed, listed=listed), after + (mass is not None)


def _is_negative(tokens: Tokens, index: int) -> bool:
    """Tell whether a minus stands at a number ("3x4 -100kg") and not between two things ("deadlift - 100kg")."""
    return at(tokens, index).glued and at(tokens, index - 1).text == "-" and not at(tokens, index - 1).glued


def _is_strange_unit(word: Token) -> bool:
    """Tell whether a word behind a number may be a unit that nobody here knows ("100 st")."""
    return word.is_name and not word.senses and 1 < len(word.text) <= _LONGEST_UNIT


def _kg(value: float, unit: MassUnit) -> float:
    return round(value * (POUND_KG if unit is MassUnit.LB else 1.0), 2)


def _value(tokens: Tokens, index: int) -> tuple[float, int]:
    """Return a number; a comma makes decimals in masses ("82,5kg") and efforts ("@8,5"), else lists reps."""
    found = number_at(tokens, index)
    whole = float(at(tokens, index).number or 0)
    if found is None or found[1] == index + 1:
        return whole, index + 1
    decimal = at(tokens, index + 1).text == "." or at(tokens, found[1]).means("mass") is not None
    decimal = decimal or (_is_effort(tokens, index) and at(tokens, index + 2).text == "5")
    return found if decimal and at(tokens, index - 1).text != "," else (whole, index + 1)


def _is_effort(tokens: Tokens, index: int) -> bool:
    before = _before(tokens, index)
    marked = before.means("lift_word") in _BEFORE or before.text == "@"
    return marked and (at(tokens, index).number or 0) <= _MOST_EFFORT


def _role(tokens: Tokens, index: int, after: int, value: float) -> str:
    """Tell what a number without a mass is by the words beside it."""
    before, following = _before(tokens, index), at(tokens, after)
    for word, role in ((following, _AFTER), (before, _BEFORE)):
        named = role.get(word.means("lift_word") or "")
        if named is not None and not (word is following and named in _EFFORTS and _number_follows(tokens, after + 1)):
            return named
    if following.text == "/" and at(tokens, after + 1).number == _MOST_EFFORT:
        return "rpe"
    if before.text in {"@", "at"} or before.is_word("at"):
        return "rpe" if value <= _MOST_EFFORT else "weight"
    if following.is_word("times") or following.text == "sets":
        return "sets"
    return ""


def _number_follows(tokens: Tokens, index: int) -> bool:
    """Tell whether the effort's number is still to come: in "225 rpe 8" the 225 is none."""
    return at(tokens, index + (at(tokens, index).text in {":", "=", "@", "of"})).number is not None


_EFFORTS = frozenset({"rpe", "rir"})
_AFTER = {"sets": "sets", "reps": "reps", "rpe": "rpe", "rir": "rir"}
_BEFORE = {"rpe": "rpe", "rir": "rir", "felt": "rpe"}


def _before(tokens: Tokens, index: int) -> Token:
    """Return the token before a number, over "of", "an" and the like."""
    index -= 1
    while at(tokens, index).text in {"a", "an", "of", "=", ":", "~", "about"}:
        index -= 1
    return at(tokens, index)


def _grouped(numbers: Sequence[_Number]) -> tuple[list[Sets], list[_Number]]:
    """Return the sets, each with the effort that follows it, and the numbers that belong to none."""
    found: list[Sets] = []
    left: list[_Number] = []
    index = 0
    while index < len(numbers):
        number = numbers[index]
        if number.role in {"rpe", "rir"}:
            rir = _MOST_EFFORT - number.value if number.role == "rpe" else number.value
            found = [one if one.rir is not None else replace(one, rir=rir) for one in found]
            index += 1
            continue
        sets, after = _sets_at(numbers, index)
        wrong = [one for one in numbers[index:after] if one.role == _WRONG]
        left.extend(wrong if sets else numbers[index:after])
        found.extend(sets)
        index = after
    return found, left


def _sets_at(numbers: Sequence[_Number], index: int) -> tuple[list[Sets], int]:
    """Read sets x reps x weight, weight x reps, "3 sets of 4", "140 for 3" from one place on."""
    end = index + 1
    while end < len(numbers) and numbers[end].crossed:
        end += 1
    chain = list(numbers[index:end])
    listed_end = end
    while listed_end < len(numbers) and numbers[listed_end].listed and numbers[listed_end].role in {"", "reps"}:
        listed_end += 1
    more = [int(number.value) for number in numbers[end:listed_end]]
    if len(chain) > 1:
        sets, weight_after = _crossed(chain, more)
        after = listed_end if more else end
        return _with_weight(sets, numbers, after, wanted=weight_after)
    return _uncrossed(numbers, index, more, listed_end)


def _crossed(chain: list[_Number], more: list[int]) -> tuple[Sets, bool]:
    first, second = chain[0], chain[1]
    third = chain[2] if len(chain) > 2 else None  # noqa: PLR2004 - sets, reps, weight
    if third is not None:
        return Sets(reps=_times(first.value, second.value), weight_kg=third.kg), False
    if first.role == "weight" or (first.value > _LEAST_WEIGHT and second.role != "weight"):
        reps = [int(second.value), *more]
        return Sets(reps=tuple(reps), weight_kg=first.kg), False
    if second.role == "weight":
        return Sets(reps=(int(first.value),), weight_kg=second.kg), False
    if more:
        return Sets(reps=_times(first.value, second.value)[: int(first.value)]), True
    return Sets(reps=_times(first.value, second.value)), True


def _times(sets: float, reps: float) -> tuple[int, ...]:
    """Return the reps of every set; more sets than anybody does are kept short and told by their number."""
    return (int(reps),) * min(int(sets), _MOST_SETS + 1)


def _with_weight(sets: Sets, numbers: Sequence[_Number], after: int, *, wanted: bool) -> tuple[list[Sets], int]:
    """Add the weight that follows sets and reps ("3x4 100", "3x4 at 100kg")."""
    if not wanted or after >= len(numbers) or numbers[after].role not in {"", "weight"}:
        return [sets], after
    if after + 1 < len(numbers) and numbers[after + 1].crossed:
        return [sets], after
    return [replace(sets, weight_kg=numbers[after].kg)], after + 1


def _uncrossed(numbers: Sequence[_Number], index: int, more: list[int], after: int) -> tuple[list[Sets], int]:
    number = numbers[index]
    following = numbers[index + 1] if index + 1 < len(numbers) else None
    if number.role == "sets" and following is not None and following.role in {"", "reps"}:
        return _with_weight(Sets(reps=_times(number.value, following.value)), numbers, index + 2, wanted=True)
    if number.role == "reps":
        return _with_weight(Sets(reps=(int(number.value), *more)), numbers, after, wanted=True)
    weighs = number.role == "weight" or (number.role == "" and number.value > _LEAST_WEIGHT)
    if weighs and index + 2 < len(numbers) and numbers[index + 2].crossed:
        sets, end = _sets_at(numbers, index + 1)
        return [replace(one, weight_kg=one.weight_kg or number.kg) for one in sets], end
    if more and not weighs:
        return _with_weight(Sets(reps=(int(number.value), *more)), numbers, after, wanted=True)
    if weighs and following is not None and following.role in {"", "reps"} and not number.listed:
        reps = [int(one.value) for one in numbers[index + 1 : _end_of_list(numbers, index + 1)]]
        return [Sets(reps=tuple(reps), weight_kg=number.kg)], index + 1 + len(reps)
    return [], index + 1


def _end_of_list(numbers: Sequence[_Number], index: int) -> int:
    end = index + 1
    while end < len(numbers) and numbers[end].listed and numbers[end].role in {"", "reps"}:
        end += 1
    return end
