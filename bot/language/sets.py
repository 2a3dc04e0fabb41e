"""Sets, reps, weights and effort out of a log entry's tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.language.held import any_means
from bot.language.lift_roles import MOST_EFFORT, Role
from bot.language.loads import Loads, loads_in
from bot.language.meaning import Doubt
from bot.language.tokens import Token
from bot.training.lifts import HEAVIEST_KG
from bot.training.profile import MassUnit

_MOST_SETS = 20
_MOST_REPS = 50
_LEAST_KG = 1.0
_LEAST_RPE = 1.0
# More than this without a unit is rather pounds.
_MOST_BARE_KG = 300.0
# "5 5 5 at 100" lists reps without commas; of two numbers nobody knows whether the first counts the sets.
_LEAST_LIST = 3

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Work sets of one weight: the reps of each. `rir` is reps in reserve, None not said."""

    reps: tuple[int, ...]
    weight_kg: float | None = None
    rir: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A weight, sets of reps, a number of sets, or an effort.

    `led` is a weight behind "at", or reps and counts that go with what stands before ("x3", "for 3", "/3"); `marked` a
    weight that was called one.
    `schemed` are sets and reps alone, whose weight may be any number. `weight_kg` of reps is theirs already.
    """

    role: Role
    value: float = 0.0
    reps: tuple[int, ...] = ()
    weight_kg: float | None = None
    led: bool = False
    marked: bool = False
    schemed: bool = False


def read_sets(tokens: Tokens, unit: MassUnit) -> tuple[Sets, ...] | Doubt:
    """Return the work sets, or why they cannot be taken.

    SETS: none said, or nobody counted them. WEIGHT: counted in plates or percent, or more than 300 without a unit and
    so rather pounds. VALUE: impossible numbers (1 to 20 sets, 1 to 50 reps, 1 to 500 kg, RPE 1 to 10), an unknown unit,
    or a number that belongs to nothing. `unit` is the unit of weights without one. Effort said once counts for all sets
    before it that have none.
    """
    loads = loads_in(tokens, unit)
    roles = {load.role for load in loads}
    if Role.SHARE in roles or any_means(tokens, "lift_word", "plates"):
        return Doubt.WEIGHT
    if Role.UNTOLD in roles:
        return Doubt.SETS
    if any(load.role is Role.RPE and load.value < _LEAST_RPE for load in loads):
        return Doubt.VALUE
    pieces, left = _pieces(loads)
    groups = _Groups()
    for index in range(len(pieces)):
        groups.take(pieces, index)
    if not groups.found:
        return Doubt.SETS
    if left or not groups.is_done or not all(_is_possible(found) for found in groups.found):
        return Doubt.VALUE
    heaviest = max((load.kg for load in loads if load.is_weight and load.bare), default=0.0)
    return Doubt.WEIGHT if unit is MassUnit.KG and heaviest > _MOST_BARE_KG else tuple(groups.found)


def _is_possible(found: Sets) -> bool:
    reps = 0 < len(found.reps) <= _MOST_SETS and all(0 < reps <= _MOST_REPS for reps in found.reps)
    weight = found.weight_kg is None or _LEAST_KG <= found.weight_kg <= HEAVIEST_KG
    return reps and weight and (found.rir is None or 0 <= found.rir <= MOST_EFFORT)


def _pieces(loads: Loads) -> tuple[list[_Piece], bool]:
    """Return what the numbers say together, and whether any of them belongs to nothing."""
    found: list[_Piece] = []
    left = False
    index = 0
    while index < len(loads):
        pieces, after = _pieces_at(loads, index, found)
        left = left or not pieces or any(load.role is Role.WRONG for load in loads[index:after])
        found.extend(pieces)
        index = after
    return found, left


def _pieces_at(loads: Loads, index: int, found: Sequence[_Piece]) -> tuple[tuple[_Piece, ...], int]:
    load = loads[index]
    end = index + 1 if load.is_effort else _end_of_chain(loads, index)
    if end > index + 1:
        return _of_chain(loads[index:end], _listed(loads, end), end)
    if load.is_effort or load.role is Role.COUNT:
        return (_Piece(role=load.role, value=load.value, led=load.goes_on),), end
    if load.is_weight:
        return (_Piece(role=Role.WEIGHT, value=load.kg, led=load.led, marked=load.role is Role.WEIGHT),), end
    return _of_reps(loads, index, found) if load.may_be_reps else ((), end)


def _end_of_chain(loads: Loads, index: int) -> int:
    end = index + 1
    while end < len(loads) and loads[end].crossed:
        end += 1
    return end


def _listed(loads: Loads, index: int) -> tuple[int, ...]:
    """Return the reps that a list goes on with: the "5,4" of "5,5,4"."""
    end = index
    while end < len(loads) and loads[end].listed and loads[end].may_be_reps:
        end += 1
    return tuple(int(load.value) for load in loads[index:end])


def _of_chain(chain: Loads, more: tuple[int, ...], end: int) -> tuple[tuple[_Piece, ...], int]:
    """Read "3x4x100", "3x4", "3x5,5,4", "5x100kg", "5 reps x 3 sets"; of "100x4,4,3" the list goes with the weight."""
    first, second, *rest = chain
    if len(rest) > 1:
        return (), end
    if first.is_weight and second.role is not Role.WEIGHT:
        return _of_weight_chain(chain, more, end)
    if rest:
        return (_reps(_times(first.value, second.value), weight_kg=rest[0].kg),), end
    if second.role is Role.WEIGHT:
        return (_reps((int(first.value),), weight_kg=second.kg),), end
    if first.role is Role.REPS and second.role is Role.COUNT:
        first, second = second, first
    if more and len(more) + 1 == first.value:
        return (_reps((int(second.value), *more), schemed=True),), end + len(more)
    return (_reps(_times(first.value, second.value), schemed=True, led=first.goes_on),), end


def _of_weight_chain(chain: Loads, more: tuple[int, ...], end: int) -> tuple[tuple[_Piece, ...], int]:
    """Read "100x4x3", "100x4,4,3", "100kg x 3 sets"."""
    first, second, *rest = chain
    weight = _Piece(role=Role.WEIGHT, value=first.kg)
    if rest:
        return (weight, _reps(_times(rest[0].value, second.value), led=True)), end
    if second.role is Role.COUNT:
        return (weight, _Piece(role=Role.COUNT, value=second.value, led=True)), end
    return (weight, _reps((int(second.value), *more), led=True)), end + len(more)


def _of_reps(loads: Loads, index: int, found: Sequence[_Piece]) -> tuple[tuple[_Piece, ...], int]:
    """Read reps that no "x" leads to: "for 3", "5,5,4", "5 5 5", "5 at 100"; a number behind "3x4" is its weight."""
    load = loads[index]
    reps = (int(load.value), *(_listed(loads, index + 1) or _in_a_row(loads, index + 1)))
    end = index + len(reps)
    alone = len(reps) == 1 and load.role is Role.OPEN
    if alone and not (load.listed or load.goes_on) and found and found[-1].schemed:
        return (_Piece(role=Role.WEIGHT, value=load.kg, led=load.led),), end
    weighed = _waits(found) or (end < len(loads) and loads[end].role is Role.WEIGHT)
    in_a_row = len(reps) > 1 and not loads[index + 1].listed
    if (alone or in_a_row) and not load.crossed and not weighed:
        return (), end
    led = load.goes_on or load.crossed or load.listed or (_waits(found) and found[-1].role is Role.WEIGHT)
    return (_reps(reps, led=led),), end


def _waits(found: Sequence[_Piece]) -> bool:
    """Tell whether a number of sets, or a weight that no reps before it have taken, waits for reps."""
    if not found or found[-1].role is not Role.WEIGHT:
        return bool(found) and found[-1].role is Role.COUNT
    before = found[-2] if len(found) > 1 else None
    return before is None or before.role is not Role.REPS or before.led or before.weight_kg is not None


def _in_a_row(loads: Loads, index: int) -> tuple[int, ...]:
    """Return the reps of sets said one after the other: the "5 5" of "5 5 5"."""
    end = index
    while end < len(loads) and loads[end].role is Role.OPEN and loads[end].may_be_reps and loads[end].follows:
        if end + 1 < len(loads) and loads[end + 1].crossed:
            break
        end += 1
    return tuple(int(load.value) for load in loads[index:end]) if end - index + 1 >= _LEAST_LIST else ()


def _reps(reps: tuple[int, ...], *, weight_kg: float | None = None, led: bool = False, schemed: bool = False) -> _Piece:
    return _Piece(role=Role.REPS, reps=reps, weight_kg=weight_kg, led=led, schemed=schemed)


def _times(sets: float, reps: float) -> tuple[int, ...]:
    """Return the reps of every set; more sets than anybody does are kept short and told by their number."""
    return (int(reps),) * min(int(sets), _MOST_SETS + 1)


@dataclass(slots=True)
class _Groups:
    """The sets found so far, and the weights, the number of sets and the effort that wait for theirs."""

    found: list[Sets] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    count: int | None = None
    rir: float | None = None
    after: int = 0

    def take(self, pieces: Sequence[_Piece], index: int) -> None:
        """Take the next piece, looking at those beside it."""
        piece = pieces[index]
        match piece.role:
            case Role.RPE | Role.RIR:
                self._take_effort(piece)
            case Role.WEIGHT if index >= self.after:
                self._take_weight(pieces, index)
            case Role.COUNT:
                self._take_count(pieces, index)
            case Role.REPS:
                self._take_reps(piece)

    @property
    def is_done(self) -> bool:
        """Tell whether every number belongs to something."""
        return not self.weights and self.count is None

    def _take_effort(self, piece: _Piece) -> None:
        rir = MOST_EFFORT - piece.value if piece.role is Role.RPE else piece.value
        if not self.found:
            self.rir = rir
        self.found = [one if one.rir is not None else replace(one, rir=rir) for one in self.found]

    def _take_weight(self, pieces: Sequence[_Piece], index: int) -> None:
        """Give a weight to the sets before it, or keep it for those to come."""
        piece, before = pieces[index], pieces[index - 1] if index else None
        goes_on = index + 1 < len(pieces) and pieces[index + 1].role is Role.REPS and pieces[index + 1].led
        beside = piece.marked or (before is not None and before.role in {Role.REPS, Role.COUNT})
        is_open = bool(self.found) and self.found[-1].weight_kg is None and not self.weights
        if not is_open or not (piece.led or (beside and not goes_on)):
            self.weights.append(piece.value)
            return
        run = _weights_from(pieces, index)
        last = self.found[-1]
        if len(run) > 1 and len(run) == len(last.reps):
            each = zip(last.reps, run, strict=True)
            self.found[-1:] = [replace(last, reps=(reps,), weight_kg=weight) for reps, weight in each]
            self.after = index + len(run)
            return
        self.found = list(_filled(self.found, piece.value))

    def _take_count(self, pieces: Sequence[_Piece], index: int) -> None:
        """Multiply the set before ("5 reps, 3 sets") or wait for the one to come ("3 sets, 5 reps")."""
        piece = pieces[index]
        ahead = [one.role for one in pieces[index + 1 : index + 3]]
        forward = ahead[:1] == [Role.REPS] or ahead == [Role.WEIGHT, Role.REPS]
        last = self.found[-1] if self.found and not self.weights else None
        if last is None or (forward and not piece.led) or len(last.reps) not in {1, piece.value}:
            self.count = int(piece.value)
        elif len(last.reps) == 1:
            self.found[-1] = replace(last, reps=_times(piece.value, last.reps[0]))

    def _take_reps(self, piece: _Piece) -> None:
        reps = piece.reps
        if self.count is not None and len(reps) == 1:
            reps, self.count = _times(self.count, reps[0]), None
        if piece.weight_kg is not None or not self.weights:
            self.found.append(Sets(reps=reps, weight_kg=piece.weight_kg, rir=self.rir))
        else:
            self.found += [Sets(reps=reps, weight_kg=weight, rir=self.rir) for weight in self.weights]
            self.weights = []
        self.rir = None


def _weights_from(pieces: Sequence[_Piece], index: int) -> tuple[float, ...]:
    """Return the weights said one after the other from a place on, without one that has reps of its own."""
    end = index
    while end < len(pieces) and pieces[end].role is Role.WEIGHT:
        end += 1
    end -= end < len(pieces) and pieces[end].role is Role.REPS and pieces[end].led
    return tuple(piece.value for piece in pieces[index:end])


def _filled(found: Sequence[Sets], weight_kg: float) -> Iterator[Sets]:
    """Yield the sets with a weight given to the last ones that have none."""
    heavy = max((index + 1 for index, one in enumerate(found) if one.weight_kg is not None), default=0)
    yield from found[:heavy]
    yield from (replace(one, weight_kg=weight_kg) for one in found[heavy:])
