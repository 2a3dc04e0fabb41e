"""The numbers of a log entry, and what each is by itself: sets, reps, weight, effort."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.language.held import any_means
from bot.language.lift_roles import (
    ARTICLES,
    Role,
    before,
    before_words,
    is_effort,
    length_of_ten,
    of_range,
    over_words,
    role_of,
)
from bot.language.measures import number_at
from bot.language.tokens import Token, at
from bot.training.profile import MassUnit, unit_kg

BAR_KG = 20.0
# Of two numbers without a unit the larger one above this is the weight: nobody logs 25 reps as "25x5".
LEAST_WEIGHT = 20
_PAIR = 2
_BELLS = frozenset({"kettlebell", "swing", "dumbbells"})
_NO_REPS = frozenset({"overhand", "bodyweight", "leg", "arm", "arms", "progression", "day", "days", "session"})
_SPOKEN_REPS = {"single": 1, "double": 2, "triple": 3}
# "A few singles": more than one, and nobody can tell how many.
_UNCOUNTED = frozenset({"a few", "few", "several", "some", "many"})
# Units of other things than a barbell.
_OTHER_UNITS = frozenset(
    {"st", "stone", "stones", "ton", "tons", "tonne", "tonnes", "g", "grams", "oz", "ounces", "watts", "bpm", "kcal"}
)

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A number, what it would be as a weight in kilograms, what it is, and the words before it.

    `crossed` stands behind "x", `listed` behind a comma or "/" and a number, `follows` right behind a number, `led`
    behind "at" or "with", `goes_on` behind "for" or "all". `bare` has no unit of mass.
    """

    value: float
    role: Role = Role.OPEN
    kg: float = 0.0
    crossed: bool = False
    listed: bool = False
    follows: bool = False
    led: bool = False
    goes_on: bool = False
    bare: bool = True

    @property
    def is_effort(self) -> bool:
        """Tell whether it says how hard the sets were."""
        return self.role in {Role.RPE, Role.RIR}

    @property
    def is_for_each(self) -> bool:
        """Tell whether it is "for triples": one set at each of the weights before it."""
        return self.role is Role.UNTOLD and self.goes_on and self.value > 0

    @property
    def may_be_reps(self) -> bool:
        """Tell whether it can be a number of reps."""
        return self.role is Role.REPS or (self.role is Role.OPEN and self.value <= LEAST_WEIGHT)

    @property
    def is_weight(self) -> bool:
        """Tell whether it can only be a weight."""
        return self.role is Role.WEIGHT or (self.role is Role.OPEN and self.value > LEAST_WEIGHT)

    @property
    def is_two(self) -> bool:
        """Tell whether it may count the bells of a pair."""
        return self.role in {Role.OPEN, Role.RPE} and self.value == _PAIR and not self.crossed


Loads = Sequence[Load]


def loads_in(tokens: Tokens, unit: MassUnit) -> Loads:
    """Return the numbers; `unit` is the unit of weights without one. Minutes and years ("rest 3 min") are none."""
    loads = tuple(_loads(tokens, unit))
    if any_means(tokens, "exercise", *_BELLS) or any_means(tokens, "equipment", *_BELLS):
        loads = tuple(_with_pairs(loads))
    each = sum(load.is_weight for load in loads) > 1
    return tuple(replace(load, role=Role.REPS) if each and load.is_for_each else load for load in loads)


def _with_pairs(loads: Loads) -> Iterator[Load]:
    """Yield "2x24kg" and "two 24kg" of kettlebells and dumbbells as the one weight that both are."""
    index = 0
    while index < len(loads):
        pair = loads[index + 1] if loads[index].is_two and index + 1 < len(loads) else None
        single = index + 2 >= len(loads) or not loads[index + 2].crossed
        if pair is not None and pair.is_weight and (pair.crossed or pair.follows) and single:
            yield replace(pair, kg=pair.kg * 2, role=Role.WEIGHT, crossed=False, led=loads[index].led)
            index += 1
        else:
            yield loads[index]
        index += 1


def _loads(tokens: Tokens, unit: MassUnit) -> Iterator[Load]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if _is_spoken_reps(tokens, index):
            yield _spoken_reps(tokens, index)
        elif token.means("lift_word") == "bar":
            yield Load(value=BAR_KG, kg=BAR_KG, role=Role.WEIGHT, bare=False)
        elif _is_uncounted(tokens, index):
            yield Load(value=0, role=Role.UNTOLD)
        elif token.number is not None and _counts(tokens, index):
            load, index = _load(tokens, index, unit)
            if load is not None:
                yield load
            continue
        index += 1


def _is_spoken_reps(tokens: Tokens, index: int) -> bool:
    """Tell whether "single", "double" or "triple" is a set, and no "double overhand" or "double kettlebell"."""
    following = at(tokens, index + 1)
    other = following.text in _NO_REPS or following.means("exercise") is not None
    return at(tokens, index).means("lift_word") in _SPOKEN_REPS and not other


def _spoken_reps(tokens: Tokens, index: int) -> Load:
    """Read "a triple", "three singles", and "singles" of which nobody knows how many."""
    token, count = at(tokens, index), before_words(tokens, index)
    reps = _SPOKEN_REPS[token.means("lift_word") or ""]
    many = token.text.endswith("s")
    counted = count.number is not None and count.number <= LEAST_WEIGHT and count.text not in _UNCOUNTED
    role = Role.UNTOLD if many and not counted else Role.REPS
    return Load(value=reps, role=role, crossed=many and counted, goes_on=at(tokens, index - 1).text in {"for", "all"})


def _is_uncounted(tokens: Tokens, index: int) -> bool:
    """Tell whether sets begin here that nobody counted: "a few sets of 5", "100 for sets of 5"."""
    token = at(tokens, index)
    if token.text in _UNCOUNTED:
        return over_words(tokens, index + 1).text in {"sets", "sets of"}
    return token.text == "sets of" and before_words(tokens, index).number is None


def _counts(tokens: Tokens, index: int) -> bool:
    """Tell whether a number counts: "a" and "one" only beside sets, reps or an effort."""
    token, following = at(tokens, index), at(tokens, index + 1)
    if token.text in _UNCOUNTED:
        return False
    if not token.spelled or token.text not in {*ARTICLES, "one"}:
        return True
    if following.is_word("x") or following.text == "set":
        return True
    named = following.means("lift_word") is not None or at(tokens, index - 1).text in {"for", "of"}
    return token.text == "one" and (named or at(tokens, index - 1).is_word("x"))


def _load(tokens: Tokens, index: int, unit: MassUnit) -> tuple[Load | None, int]:
    value, after = _value(tokens, index)
    lead, following = before(tokens, index), at(tokens, after)
    crossed = at(tokens, index - 1).is_word("x")
    lasts = following.means("duration") in {"h", "min"} or following.means("span") is not None
    if (lasts or following.text in {"sec", "secs", "seconds"}) and not crossed:
        return None, after + 1
    mass = following.means("mass")
    role = Role.WEIGHT if mass else role_of(tokens, index, after, value)
    if _is_negative(tokens, index) or _ends_a_range(tokens, index, value) or (not mass and _is_other_unit(following)):
        role = Role.WRONG
    value, after = of_range(tokens, after, role, value)
    load = Load(
        value=value,
        role=role,
        kg=_kg(value, unit if mass is None else MassUnit(mass)),
        crossed=crossed,
        listed=_is_listed(tokens, index, after),
        follows=at(tokens, index - 1).number is not None,
        led=lead.text in {"@", "with"} or lead.is_word("at"),
        goes_on=lead.text in {"for", "all"},
        bare=mass is None,
    )
    return load, after + (mass is not None) + length_of_ten(tokens, after, role)


def _is_listed(tokens: Tokens, index: int, after: int) -> bool:
    """Tell whether a number goes on with a list: "5,5,4", "5/5/4", "5, 5 and 4"."""
    before = at(tokens, index - 1)
    joined = before.text in {",", "/"} or before.is_word("and")
    return joined and at(tokens, index - 2).number is not None and not at(tokens, after).is_word("x")


def _is_negative(tokens: Tokens, index: int) -> bool:
    """Tell whether a minus stands at a number ("3x4 -100kg") and not between two things ("deadlift - 100kg")."""
    return at(tokens, index).glued and at(tokens, index - 1).text == "-" and not at(tokens, index - 1).glued


def _ends_a_range(tokens: Tokens, index: int, value: float) -> bool:
    """Tell whether a number ends "8-10" reps: how many they were nobody said."""
    joined = at(tokens, index - 1).text == "-" and at(tokens, index - 1).glued and at(tokens, index).glued
    return joined and at(tokens, index - 2).number is not None and value <= LEAST_WEIGHT


def _is_other_unit(word: Token) -> bool:
    """Tell whether a number counts something else: "100 st", "4 k", "100xy"."""
    if word.means("distance") or word.means("duration"):
        return True
    return word.text in _OTHER_UNITS or (word.glued and word.is_name and not word.senses)


def _kg(value: float, unit: MassUnit) -> float:
    return round(value * unit_kg(unit), 2)


def _value(tokens: Tokens, index: int) -> tuple[float, int]:
    """Return a number; a comma makes decimals in masses ("82,5kg") and efforts ("@8,5"), else lists reps."""
    found = number_at(tokens, index)
    whole = float(at(tokens, index).number or 0)
    if found is None or found[1] == index + 1:
        return whole, index + 1
    decimal = at(tokens, index + 1).text == "." or at(tokens, found[1]).means("mass") is not None
    decimal = decimal or (is_effort(tokens, index) and at(tokens, index + 2).text == "5")
    return found if decimal and at(tokens, index - 1).text != "," else (whole, index + 1)
