"""Between dataclasses and rows: a column for every field, JSON text for the fields that hold several values.

Writing is done here, so that texts sort as what they mean; reading leaves the checking to pydantic.
"""

import datetime as dt
import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Generic, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

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


def _alternatives(hint: object) -> tuple[object, ...]:
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def _is_one_cell(hint: object) -> bool:
    kinds = [kind for kind in _alternatives(hint) if kind is not NoneType]
    return all(isinstance(kind, type) and issubclass(kind, _ONE_CELL) for kind in kinds)


class FieldCodec(Generic[T]):
    """A column for every field of a dataclass."""

    def __init__(self, kind: type[T]) -> None:
        hints = get_type_hints(kind)
        self.columns = tuple(hints)
        self._documents = frozenset(name for name, hint in hints.items() if not _is_one_cell(hint))
        self._instants = frozenset(name for name, hint in hints.items() if dt.datetime in _alternatives(hint))
        self._adapter = TypeAdapter(kind)

    def row(self, value: T) -> Row:
        """Return the columns that hold a value."""
        return {name: self._write(name, getattr(value, name)) for name in self.columns}

    def value(self, row: Mapping[str, Any]) -> T:
        """Return the value that a row holds; ValueError when it holds none."""
        return self._adapter.validate_python({name: self._read(name, row[name]) for name in self._present(row)})

    def salvage(self, row: Mapping[str, Any]) -> tuple[T, frozenset[str]]:
        """Return the value with the default in place of what cannot be read, and the names of those fields."""
        try:
            return self.value(row), frozenset()
        except ValidationError as error:
            bad = frozenset(str(problem["loc"][0]) for problem in error.errors())
        return self.value({name: row[name] for name in self._present(row) if name not in bad}), bad

    def _present(self, row: Mapping[str, Any]) -> Iterable[str]:
        return (name for name in self.columns if name in row)

    def _write(self, name: str, value: object) -> Cell:
        return document(value) if name in self._documents and value is not None else cell(value)

    def _read(self, name: str, stored: Any) -> object:
        if stored is None:
            return None
        if name in self._documents:
            return json.loads(stored)
        return instant(stored) if name in self._instants else stored


class UnionCodec(Generic[T]):
    """Several dataclasses in one table: the kind, the instant `at` that all of them have, the rest as JSON."""

    def __init__(self, union: object) -> None:
        self._kinds = {_snake(kind.__name__): TypeAdapter(kind) for kind in get_args(union)}

    def row(self, value: T) -> Row:
        """Return the columns that hold a value."""
        rest = {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]  # a union of dataclasses, which a type variable cannot say
        at = rest.pop("at")
        return {"kind": _snake(type(value).__name__), "at": stamp(at), "data": document(rest)}

    def value(self, row: Mapping[str, Any]) -> T:
        """Return the value that a row holds; ValueError when it holds none."""
        adapter: TypeAdapter[T] | None = self._kinds.get(row["kind"])
        rest = json.loads(row["data"])
        if adapter is None or not isinstance(rest, dict):
            raise ValueError("a kind that this version does not know")
        return adapter.validate_python({**rest, "at": instant(row["at"])})


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
