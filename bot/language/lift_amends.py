"""What was different of a logged lift, bit by bit: "it was 4 sets, the last one 3 reps at 80", "80 not 85"."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.language.counts import TO_TEN
from bot.language.text import normalise
from bot.training.profile import MassUnit, unit_kg

_LONGEST = 120
_MOST_SETS = 20
_MOST_REPS = 50
_HARDEST = 10
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
_COUNT_WORDS = re.compile(rf"\b(?:{'|'.join(_COUNTS)})\b")
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "final": -1}
_CUT = re.compile(r"\s*(?:[,;.:!\n](?:\s+|$)|\b(?:and|but)\b)\s*")
_LEAD = re.compile(
    r"(?:(?:no+|nope|sorry|oops|wait|actual+y|hm+|ah|oh|hey|correction|my bad|my mistake|i meant|i mean|please|pls"
    r"|also|then|edit|mistake|typo)\b[ :,-]*)+"
)
_TAIL = re.compile(r"(?: (?:actual+y|sorry|please|pls|i think|though|in total|total|tbh|too|as well|in fact))+$")
_IT = (
    r"(?:only |just |really )*(?P<told>(?:(?:it|that|this|there|they|i) (?:only |just )?)?"
    r"(?:was|were|did|got|had|should be|should have been|should say|make it|make that|change (?:it|that) to|must be|is)"
    r" (?:only |just |really |actually |like )*)?"
)
_NOT = r"(?:(?P<denied>,? ?(?:not|instead of|rather than)) "
_W = r"(?P<{0}>\d{{1,3}}(?:[.,]\d{{1,2}})?) ?(?P<{0}_unit>kgs?|kilos?|lbs?|pounds)?"
_REPS = r"(?P<reps>\d{1,2})(?: ?reps?)?"
_AT = rf"(?: ?(?:at|@|x|with) ?{_W.format('kg')})?"
_DENIED = re.compile(rf"not {_W.format('kg')}")
_DID = re.compile(r"(?:i )?(?:did|got|had)\b")
_MORE = re.compile(r"\b(?:add|added|forgot|missed|another|more|extra|additional|missing)\b")


def _read_sets(said: re.Match[str], _: MassUnit) -> Amend | None:
    return Amend(what=Amends.SETS, count=int(said["n"]), before=_number(said["m"]), told=_is_told(said))


def _read_all(said: re.Match[str], unit: MassUnit) -> Amend | None:
    reps, kg = int(said["reps"]), _kg(said, "kg", unit)
    # "I did 3x5 at 80" may be another lift.
    told = bool(said["told"]) and _DID.match(said["told"]) is None
    return Amend(what=Amends.ALL, count=int(said["n"]), reps=reps, weight_kg=kg, told=told)


def _read_more(said: re.Match[str], unit: MassUnit) -> Amend | None:
    if _MORE.search(said[0]) is None:
        return None
    known = said.groupdict()
    count = int(known["n"]) if (known["n"] or "").isdecimal() else 1
    return Amend(what=Amends.ADD, count=count, reps=_count(known["reps"]), weight_kg=_kg(said, "kg", unit))


def _read_less(_: re.Match[str], __: MassUnit) -> Amend | None:
    return Amend(what=Amends.LESS)


def _read_one(said: re.Match[str], unit: MassUnit) -> Amend | None:
    number = said["nth"] or ""
    place = _ORDER.get(said["order"] or "", int(re.sub(r"\D", "", number)) - 1 if number else -1)
    return Amend(what=Amends.ONE_SET, place=place, reps=_count(said["reps"]), weight_kg=_kg(said, "kg", unit))


def _read_one_weight(said: re.Match[str], unit: MassUnit) -> Amend | None:
    known, number = _read_one(said, unit), float(said["kg"].replace(",", "."))
    return known if said["kg_unit"] or number >= LEAST_BARE_KG else None


def _read_value(said: re.Match[str], unit: MassUnit) -> Amend | None:
    """Read what is right and what is not; where neither has a unit the lift tells what they are."""
    number, before = (_number(said[name]) for name in ("kg", "not"))
    has_unit = bool(said["kg_unit"] or said["not_unit"])
    told_unit = MassUnit(_short(said["kg_unit"] or said["not_unit"])) if has_unit else unit
    return Amend(
        what=Amends.VALUE,
        weight_kg=None if number is None else number * unit_kg(told_unit),
        before_kg=None if before is None else before * unit_kg(told_unit),
        number=None if has_unit else number,
        before=None if has_unit else before,
        told=before is not None,
    )


def _read_reps(said: re.Match[str], _: MassUnit) -> Amend | None:
    before = _number(said["m"])
    return Amend(what=Amends.VALUE, reps=int(said["n"]), before=before, told=before is not None)


def _read_effort(said: re.Match[str], _: MassUnit) -> Amend | None:
    known = said.groupdict()
    effort, left = known.get("rpe"), known.get("left")
    rir = _HARDEST - float(effort.replace(",", ".")) if effort else float(left or 0)
    return Amend(what=Amends.EFFORT, rir=rir) if 0 <= rir <= _HARDEST else None


def _read_delete(_: re.Match[str], __: MassUnit) -> Amend | None:
    return Amend(what=Amends.DELETE, told=False)


_Read = Callable[[re.Match[str], MassUnit], Amend | None]

_READERS: Mapping[str, _Read] = {
    rf"{_IT}(?P<n>\d{{1,2}}) sets?(?: {_NOT}(?P<m>\d{{1,2}})(?: sets?)?)?)?": _read_sets,
    rf"{_IT}(?P<n>\d{{1,2}}) {_NOT}(?P<m>\d{{1,2}}) sets?)": _read_sets,
    rf"{_IT}(?P<n>\d{{1,2}}) ?(?:x|sets? of) ?{_REPS}{_AT}": _read_all,
    r"(?:(?:i|there was|you) )?(?:(?:did|do|done|add|added|forgot|missed|log|make it|had|have|in) )*"
    r"(?P<n>an?|1|one|another|\d)? ?(?:(?:more|extra|additional|forgotten|missing|another) )*sets?"
    rf"(?: (?:of|with|x) {_REPS})?{_AT}(?: more)?": _read_more,
    rf"(?:add|plus|also add)(?: (?P<n>\d) ?x)? ?{_REPS} ?(?:at|@|x|with) ?{_W.format('kg')}": _read_more,
    r"(?:(?:i )?(?:did |do )?(?:1|one|a) set (?:less|fewer|too many|too much)"
    r"|(?:i )?(?:did )?(?:1|one) (?:less|fewer) set"
    r"|(?:remove|delete|drop|take (?:away|off|out)|scratch) (?:(?:the|a|one|1|my) )?(?:last )?set)": _read_less,
    r"(?:(?:on|in|for) )?(?:the |my )?(?:(?P<order>last|final|first|second|third|fourth|fifth)(?: (?:set|one))?"
    rf"|(?P<nth>set \d{{1,2}}|\d(?:st|nd|rd|th)(?: set)?)) ?(?:i )?{_IT}{_REPS}{_AT}": _read_one,
    r"(?:(?:on|in|for) )?(?:the |my )?(?:(?P<order>last|final|first|second|third|fourth|fifth)(?: (?:set|one))?"
    rf"|(?P<nth>set \d{{1,2}}|\d(?:st|nd|rd|th)(?: set)?)) ?(?:i )?{_IT}(?:at )?(?P<reps>(?!))?{_W.format('kg')}": (
        _read_one_weight
    ),
    rf"{_IT}(?P<n>\d{{1,2}}) ?reps?(?: (?:each|per set))?(?: {_NOT}(?P<m>\d{{1,2}})(?: reps?)?)?)?": _read_reps,
    rf"{_IT}(?P<n>\d{{1,2}}) {_NOT}(?P<m>\d{{1,2}}) ?reps?)": _read_reps,
    rf"{_IT}(?:at )?{_W.format('kg')}(?: {_NOT}{_W.format('not')}))?": _read_value,
    rf"not {_W.format('not')} but {_W.format('kg')}": _read_value,
    rf"{_W.format('not')} (?:should be|should have been|is really|was really) {_W.format('kg')}": _read_value,
    rf"{_IT}(?:felt )?(?:like )?(?:(?:an?|more like) )*rpe ?(?P<rpe>\d{{1,2}}(?:[.,]5)?)"
    rf"(?: {_NOT}(?:rpe ?)?\d{{1,2}}(?:[.,]5)?)?)?": _read_effort,
    rf"{_IT}(?:felt )?(?:like )?(?:(?:an?|more like) )*(?P<left>\d) ?(?:rir|(?:reps? )?(?:in reserve|left|in the tank))"
    rf"(?: {_NOT}\d{{1,2}}(?: ?rir)?)?)?": _read_effort,
    r"(?:delete|remove|erase|scratch) (?:it|this|that)(?: (?:one|lift|entry))?": _read_delete,
}
_PATTERNS = tuple((re.compile(pattern), read) for pattern, read in _READERS.items())


def read_lift_amends(text: str, *, mass_unit: MassUnit, loose: bool) -> tuple[Amend, ...]:
    """Read what was different of a lift; nothing where any bit says something else, or asks.

    `loose` takes a bare "80" or "4 sets" as well: only where it is clear that a lift is being put right.
    """
    typed = _COUNT_WORDS.sub(lambda word: _COUNTS[word[0]], normalise(text).lower().strip(" .!\n"))
    if "?" in typed or len(typed) > _LONGEST:
        return ()
    found = [_read(clause, mass_unit) for clause in _clauses(typed)]
    amends = tuple(one for one in found if one is not None)
    clear = len(amends) == len(found) and all(map(_is_possible, amends))
    return amends if clear and (loose or any(one.told for one in amends)) else ()


def _clauses(text: str) -> Iterator[str]:
    """Yield the bits of a text; what is denied stays with what is right."""
    kept: list[str] = []
    for piece in _CUT.split(text):
        bare = _TAIL.sub("", _LEAD.sub("", piece, count=1) if _LEAD.match(piece) else piece).strip()
        if bare.startswith(("not ", "instead of ", "rather than ")) and kept:
            kept[-1] = f"{kept[-1]} {bare}"
        elif bare and kept and _DENIED.fullmatch(kept[-1]):
            kept[-1] = f"{kept[-1]} but {bare}"
        elif bare:
            kept.append(bare)
    yield from kept


def _read(clause: str, unit: MassUnit) -> Amend | None:
    for pattern, read in _PATTERNS:
        said = pattern.fullmatch(clause)
        found = None if said is None else read(said, unit)
        if found is not None:
            return found
    return None


def _is_possible(one: Amend) -> bool:
    sets = one.what not in {Amends.SETS, Amends.ALL, Amends.ADD} or 0 < one.count <= _MOST_SETS
    return sets and (one.reps is None or 0 < one.reps <= _MOST_REPS)


def _is_told(said: re.Match[str]) -> bool:
    known = said.groupdict()
    return bool(known.get("told") or known.get("denied"))


def _number(text: str | None) -> float | None:
    return None if text is None else float(text.replace(",", "."))


def _count(text: str | None) -> int | None:
    return None if text is None else int(text)


def _short(unit: str) -> str:
    return "lb" if unit.startswith(("lb", "pound")) else "kg"


def _kg(said: re.Match[str], name: str, unit: MassUnit) -> float | None:
    number, told = _number(said[name]), said[f"{name}_unit"]
    return None if number is None else number * unit_kg(MassUnit(_short(told)) if told else unit)
