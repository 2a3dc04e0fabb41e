"""What was different of a logged lift, bit by bit: "it was 4 sets, the last one 3 reps at 80", "80 not 85"."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from bot.language.counts import TO_TEN
from bot.language.pieces import pieces_of
from bot.language.text import normalise
from bot.language.values_meant import read_value_meant
from bot.language.vocabulary import Vocabulary
from bot.language.whole_sentences import kept_of
from bot.training.profile import MassUnit, unit_kg

_LONGEST = 120
_MOST_SETS = 20
_MOST_REPS = 50
_HARDEST = 10
_LONGEST_DENIAL = 3
LEAST_BARE_KG = 20
"""A number without a unit that is smaller may be reps, sets or an effort."""


class Amends(StrEnum):
    """What a bit of a text puts right."""

    SETS = "sets"
    ALL = "all"
    ADD = "add"
    LESS = "less"
    ONE_SET = "one_set"
    VALUE = "value"
    EFFORT = "effort"
    DELETE = "delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend:
    """One thing that was different. `count` are sets; `place` is a set from 0 on, -1 the last one.

    A `number` without a unit may be kilograms (`weight_kg` then), repetitions or sets: `before`, what it was not,
    tells which. `told` is what can mean nothing but a lift that was logged wrong.
    """

    what: Amends
    count: int = 0
    place: int = -1
    reps: int | None = None
    weight_kg: float | None = None
    number: float | None = None
    before: float | None = None
    before_kg: float | None = None
    rir: float | None = None
    told: bool = True


_COUNTS = {word: str(number) for word, number in TO_TEN.items() if number > 1}
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "final": -1}
_CUTS = frozenset(",;.:!\n")
_JOINTS = frozenset({"and", "but"})
_DENIALS = ("not ", "instead of ", "rather than ")
_DONE = frozenset({"did", "got", "had"})
_MORE = frozenset({"add", "added", "forgot", "missed", "another", "more", "extra", "additional", "missing"})

Said = Mapping[str, str]


def _read_sets(said: Said, _: MassUnit) -> Amend | None:
    return Amend(what=Amends.SETS, count=_whole(said, "n"), before=_number(said, "m"), told=_is_told(said))


def _read_all(said: Said, unit: MassUnit) -> Amend | None:
    # "I did 3x5 at 80" may be another lift.
    told = said.get("told", "").split()
    sure = bool(told) and _DONE.isdisjoint(told[: 1 + (told[0] == "i")])
    reps, kg = _whole(said, "reps"), _kg(said, "kg", unit)
    return Amend(what=Amends.ALL, count=_whole(said, "n"), reps=reps, weight_kg=kg, told=sure)


def _read_more(said: Said, unit: MassUnit) -> Amend | None:
    count = _whole(said, "n") if said.get("n", "").isdecimal() else 1
    return Amend(what=Amends.ADD, count=count, reps=_count(said, "reps"), weight_kg=_kg(said, "kg", unit))


def _read_less(_: Said, __: MassUnit) -> Amend | None:
    return Amend(what=Amends.LESS)


def _read_one(said: Said, unit: MassUnit) -> Amend | None:
    place = _whole(said, "nth") - 1 if "nth" in said else _ORDER[said["order"]]
    return Amend(what=Amends.ONE_SET, place=place, reps=_count(said, "reps"), weight_kg=_kg(said, "kg", unit))


def _read_one_weight(said: Said, unit: MassUnit) -> Amend | None:
    return _read_one(said, unit) if "kg_unit" in said or float(said["kg"]) >= LEAST_BARE_KG else None


def _read_value(said: Said, unit: MassUnit) -> Amend | None:
    """Read what is right and what is not; where neither has a unit the lift tells what they are."""
    number, before = _number(said, "kg"), _number(said, "not")
    told_unit = said.get("kg_unit") or said.get("not_unit")
    kilos = unit_kg(MassUnit(_short(told_unit)) if told_unit else unit)
    return Amend(
        what=Amends.VALUE,
        weight_kg=None if number is None else number * kilos,
        before_kg=None if before is None else before * kilos,
        number=None if told_unit else number,
        before=None if told_unit else before,
        told=before is not None,
    )


def _read_reps(said: Said, _: MassUnit) -> Amend | None:
    before = _number(said, "m")
    return Amend(what=Amends.VALUE, reps=_whole(said, "n"), before=before, told=before is not None)


def _read_effort(said: Said, _: MassUnit) -> Amend | None:
    rir = _HARDEST - float(said["rpe"]) if "rpe" in said else float(said["left"])
    return Amend(what=Amends.EFFORT, rir=rir) if 0 <= rir <= _HARDEST else None


def _read_delete(_: Said, __: MassUnit) -> Amend | None:
    return Amend(what=Amends.DELETE, told=False)


_READERS: Mapping[str, Callable[[Said, MassUnit], Amend | None]] = {
    "amend_sets": _read_sets,
    "amend_all": _read_all,
    "amend_more": _read_more,
    "amend_less": _read_less,
    "amend_one_set": _read_one,
    "amend_one_weight": _read_one_weight,
    "amend_reps": _read_reps,
    "amend_value": _read_value,
    "amend_effort": _read_effort,
    "amend_delete": _read_delete,
}
"""What each sentence of the content says, in the order in which they are tried."""


def read_lift_amends(text: str, *, vocabulary: Vocabulary, mass_unit: MassUnit, loose: bool) -> tuple[Amend, ...]:
    """Read what was different of a lift; nothing where any bit says something else, or asks.

    `loose` takes a bare "80" or "4 sets" as well: only where it is clear that a lift is being put right.
    """
    said = normalise(text).strip(" .!\n")
    if "?" in said or len(said) > _LONGEST:
        return ()
    found = [_read(bit, vocabulary, mass_unit) for bit in _bits(said, vocabulary)]
    amends = tuple(one for one in found if one is not None)
    clear = len(amends) == len(found) and all(map(_is_possible, amends))
    if clear and (loose or any(one.told for one in amends)):
        return amends
    return _meant(said, vocabulary, mass_unit)


def _meant(said: str, vocabulary: Vocabulary, unit: MassUnit) -> tuple[Amend, ...]:
    """Read "no, 110" and "i meant 110": what the number is of the lift tells."""
    meant = read_value_meant(said, vocabulary)
    if meant is None or meant.in_hours:
        return ()
    value = {"kg": f"{meant.value:g}"} | ({"kg_unit": meant.unit} if meant.unit else {})
    amend = _read_value(value, unit)
    return (amend,) if amend is not None and _is_possible(amend) else ()


def _bits(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the bits of a text, without what stands around them; what is denied stays with what is right."""
    kept: list[str] = []
    for bit in _cut(text):
        said = kept_of("amend", bit, vocabulary)
        bare = "" if said is None else said["bit"]
        if bare.startswith(_DENIALS) and kept:
            kept[-1] = f"{kept[-1]} {bare}"
        elif bare and kept and _is_denial(kept[-1]):
            kept[-1] = f"{kept[-1]} but {bare}"
        elif bare:
            kept.append(bare)
    yield from kept


def _is_denial(bit: str) -> bool:
    """Tell whether a bit only says what it was not: "not 85"."""
    words = bit.split()
    return 1 < len(words) <= _LONGEST_DENIAL and words[0] == "not" and words[1][0].isdecimal()


def _cut(text: str) -> Iterator[str]:
    """Cut a text at its marks, and at "and" and "but", into plain words with numbers in figures."""
    words: list[str] = []
    pieces = tuple(pieces_of(text))
    for piece, behind in zip_longest(pieces, pieces[1:]):
        if piece.plain in _JOINTS or (piece.plain in _CUTS and (behind is None or behind.gap or behind.plain == "\n")):
            yield " ".join(words)
            words = []
        else:
            words.append(_COUNTS.get(piece.plain, piece.plain))
    yield " ".join(words)


def _read(bit: str, vocabulary: Vocabulary, unit: MassUnit) -> Amend | None:
    for name, read in _READERS.items():
        said = kept_of(name, bit, vocabulary)
        if said is None or (name == "amend_more" and _MORE.isdisjoint(bit.split())):
            continue
        if (found := read(said, unit)) is not None:
            return found
    return None


def _is_possible(one: Amend) -> bool:
    sets = one.what not in {Amends.SETS, Amends.ALL, Amends.ADD} or 0 < one.count <= _MOST_SETS
    return sets and (one.reps is None or 0 < one.reps <= _MOST_REPS)


def _is_told(said: Said) -> bool:
    return bool(said.get("told") or said.get("denied"))


def _number(said: Said, name: str) -> float | None:
    return float(said[name]) if name in said else None


def _whole(said: Said, name: str) -> int:
    """Return a count; half a set is none."""
    return int(said[name]) if said[name].isdecimal() else 0


def _count(said: Said, name: str) -> int | None:
    return _whole(said, name) if name in said else None


def _short(unit: str) -> str:
    return "lb" if unit.startswith(("lb", "pound")) else "kg"


def _kg(said: Said, name: str, unit: MassUnit) -> float | None:
    number, told = _number(said, name), said.get(f"{name}_unit")
    return None if number is None else number * unit_kg(MassUnit(_short(told)) if told else unit)
