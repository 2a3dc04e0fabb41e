"""Between dataclasses and rows: a column for every field, JSON text for the fields that hold several values.

Writing is done here, so that texts sort as what they mean; reading leaves the checking to pydantic, which parses and
checks JSON text in one go: a turn reads all of a runner's lifts, and this takes half the time of doing one after the
other.
"""

import datetime as dt
import json
import math
import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Generic,
    NotRequired,
    Protocol,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BeforeValidator, Json, TypeAdapter, ValidationError
from typing_extensions import TypedDict  # pydantic refuses the one of `typing` before Python 3.12

Cell = str | int | float | bytes | None
Row = dict[str, Any]
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_ONE_CELL = (str, int, float, bytes, dt.date, dt.time, Enum)


class Codec(Protocol[T]):
    """How values of one kind become rows and come back."""

    def row(self, value: T) -> Row:
        """Return the columns that hold a value."""

    def value(self, row: Mapping[str, Any]) -> T:
        """Return the value that a row holds; ValueError when it holds none."""


def stamp(at: dt.datetime) -> str:
    """Write an instant in UTC with a fixed width, so that text order is time order."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def instant(text: str) -> dt.datetime:
    """Read what `stamp` wrote."""
    return dt.datetime.fromisoformat(text).astimezone(dt.UTC)


def cell(value: object) -> Cell:
    """Write one value as SQLite keeps it."""
    match value:
        case Enum():
            return cell(value.value)
        case dt.datetime():
            return stamp(value)
        case dt.time():
            return _clock(value)
        case dt.date():
            return value.isoformat()
        case float() if not math.isfinite(value):
            raise ValueError("a number must be finite")
        case str():
            return _storable(value)
        case int() | float() | bytes() | None:
            return value
    raise TypeError(f"a {type(value).__name__} does not fit into one cell")


def document(value: object) -> str:
    """Write a value of any depth as JSON text."""
    return _storable(json.dumps(value, default=_nested, ensure_ascii=False, allow_nan=False))


def _clock(time: dt.time) -> str:
    whole = time.second == 0 and time.microsecond == 0
    return time.isoformat("minutes" if whole else "auto")


def _storable(text: str) -> str:
    """Replace halves of surrogate pairs, which UTF-8 and therefore SQLite cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _nested(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return dict(value) if isinstance(value, Mapping) else cell(value)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _alternatives(hint: object) -> tuple[object, ...]:
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def _is_one_cell(hint: object) -> bool:
    kinds = [kind for kind in _alternatives(hint) if kind is not NoneType]
    return all(isinstance(kind, type) and issubclass(kind, _ONE_CELL) for kind in kinds)


def _in_utc(hint: Any) -> Any:
    """Return the hint of a value as written, which reads instants as `instant` does."""
    if dt.datetime not in _alternatives(hint):
        return hint
    return _or_none(Annotated[dt.datetime, BeforeValidator(instant)], hint)


def _as_stored(hint: Any) -> Any:
    """Return the hint of a value's cell."""
    return _in_utc(hint) if _is_one_cell(hint) else _or_none(Json[hint], hint)  # type: ignore[misc]  # known at run time only


def _or_none(stored: Any, hint: object) -> Any:
    return stored | None if NoneType in _alternatives(hint) else stored


def _shape(kind: Any, hints: Mapping[str, Any]) -> Any:
    """Return the type of a dictionary with fields of a dataclass; those that have a default may be missing."""
    needed = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}
    parts = {name: hint if name in needed else NotRequired[hint] for name, hint in hints.items()}
    return TypedDict(kind.__name__, parts)  # type: ignore[operator]  # the fields are known at run time only


class FieldCodec(Generic[T]):
    """A column for every field of a dataclass."""

    def __init__(self, kind: type[T]) -> None:
        self._kind = cast("Any", kind)  # a type variable's type counts as one that may not be hashable
        hints = _hints(self._kind)
        self.columns = tuple(hints)
        self._documents = frozenset(name for name, hint in hints.items() if not _is_one_cell(hint))

    def row(self, value: T) -> Row:
        """Return the columns that hold a value."""
        return {name: self._write(name, getattr(value, name)) for name in self.columns}

    def value(self, row: Mapping[str, Any]) -> T:
        """Return the value that a row holds; ValueError when it holds none."""
        value: T = self._kind(**_adapter_of_cells(self._kind).validate_python(row))
        return value

    def salvage(self, row: Mapping[str, Any]) -> tuple[T, frozenset[str]]:
        """Return the value with the default in place of what cannot be read, and the names of those fields."""
        try:
            return self.value(row), frozenset()
        except ValidationError as error:
            bad = frozenset(str(problem["loc"][0]) for problem in error.errors())
        return self.value({name: stored for name, stored in row.items() if name not in bad}), bad

    def _write(self, name: str, value: object) -> Cell:
        return document(value) if name in self._documents and value is not None else cell(value)


class UnionCodec(Generic[T]):
    """Several dataclasses in one table: the kind, the instant `at` that all of them have, the rest as JSON."""

    def __init__(self, union: object) -> None:
        self._kinds = {_snake(kind.__name__): kind for kind in get_args(union)}

    def row(self, value: T) -> Row:
        """Return the columns that hold a value."""
        rest = {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]  # a union of dataclasses, which a type variable cannot say
        at = rest.pop("at")
        return {"kind": _snake(type(value).__name__), "at": stamp(at), "data": document(rest)}

    def value(self, row: Mapping[str, Any]) -> T:
        """Return the value that a row holds; ValueError when it holds none."""
        if row["kind"] not in self._kinds:
            raise ValueError("a kind that this version does not know")
        kind = self._kinds[row["kind"]]
        value: T = kind(at=instant(row["at"]), **_adapter_of_rest(kind).validate_json(row["data"]))
        return value


# An adapter takes a millisecond to make: those of kinds that are never read are not made, and the others once.
@cache
def _adapter_of_cells(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(_shape(kind, {name: _as_stored(hint) for name, hint in _hints(kind).items()}))


@cache
def _adapter_of_rest(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(_shape(kind, {name: _in_utc(hint) for name, hint in _hints(kind).items() if name != "at"}))


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
