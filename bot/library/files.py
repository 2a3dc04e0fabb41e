"""Content files become checked objects; what is wrong is named by file, key and reason."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")
# An adapter takes milliseconds to make, and many files are of one type.
_adapter: Callable[[object], TypeAdapter[Any]] = cache(TypeAdapter)


class ContentError(Exception):
    """A content file is wrong; the message is one line with file, key and reason."""

    def __init__(self, file: Path, key: str, reason: str) -> None:
        """Name what is wrong and where."""
        super().__init__(f"{file.name}: {key}: {reason}")


def read_text(file: Path) -> str:
    """Read a text file."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(file, "-", "the file is missing") from None
    except (OSError, UnicodeDecodeError) as wrong:
        raise ContentError(file, "-", " ".join(str(wrong).split())) from None


def read_toml(file: Path) -> dict[str, Any]:
    """Read a TOML file."""
    try:
        return tomllib.loads(read_text(file))
    except tomllib.TOMLDecodeError as wrong:
        raise ContentError(file, "-", " ".join(str(wrong).split())) from None


def read_sentences(file: Path) -> tuple[str, ...]:
    """Read a file of sentences, one a line; lines that begin with # are notes."""
    lines = (line.strip() for line in read_text(file).splitlines())
    found = tuple(line for line in lines if line and not line.startswith("#"))
    if not found:
        raise ContentError(file, "-", "there are no sentences")
    return found


def read_weights(file: Path) -> Mapping[str, Mapping[str, float]]:
    """Read what was learnt: "sort weight feature" a line, parted by tabs, the weight in hundredths."""
    weights: dict[str, dict[str, float]] = {}
    for line in read_sentences(file):
        sort, _, rest = line.partition("\t")
        weight, _, feature = rest.partition("\t")
        if not (feature and weight.removeprefix("-").isdecimal()):
            raise ContentError(file, line[:20], "a line is a sort, a weight in hundredths and a feature")
        weights.setdefault(sort, {})[feature] = int(weight) / 100
    return weights


def as_type(file: Path, data: Mapping[str, Any], kind: type[T]) -> T:
    """Check a document against a dataclass: every key known, every value of its type, nothing missing."""
    adapter = _adapter(kind)
    try:
        value: T = adapter.validate_python(data)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise ContentError(file, ".".join(map(str, first["loc"])), first["msg"]) from None
    for key in _unknown(data, adapter.dump_python(value)):
        raise ContentError(file, key, "nobody reads this key; is it misspelt?")
    return value


def _unknown(given: object, read: object, path: str = "") -> Iterator[str]:
    """Yield the keys of a document that did not make it into the object built from it."""
    if isinstance(given, Mapping) and isinstance(read, Mapping):
        for key, value in given.items():
            here = f"{path}.{key}" if path else str(key)
            if key not in read:
                yield here
            else:
                yield from _unknown(value, read[key], here)
    elif isinstance(given, list) and isinstance(read, (list, tuple)):
        for number, (one, other) in enumerate(zip(given, read, strict=False)):
            if isinstance(one, (Mapping, list)):  # most lists hold thousands of texts, which have no keys
                yield from _unknown(one, other, f"{path}.{number}")
