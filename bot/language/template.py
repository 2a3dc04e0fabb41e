"""What a message is read as: words of its own, and "{run}", or "{when|today}" where that may be missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KEPT = re.compile(r"\{([a-z_]+)(?:\|([^{}]*))?\}")


@dataclass(frozen=True, slots=True)
class Part:
    """Words as they are written, or with a `name` what was kept under it; the words stand where nothing was."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """Stretches of words and what was kept, in order."""

    parts: tuple[Part, ...]

    @classmethod
    def parse(cls, text: str) -> "Template":
        """Read a template. ValueError says what is wrong with it."""
        parts = tuple(_parts(text))
        if any(brace in part.text for part in parts for brace in "{}"):
            raise ValueError(f"{text!r}: a brace is left open")
        return cls(parts)

    @property
    def names(self) -> frozenset[str]:
        """Return the names of what is kept."""
        return frozenset(part.name for part in self.parts if part.name)


def _parts(text: str) -> Iterator[Part]:
    end = 0
    for found in _KEPT.finditer(text):
        if found.start() > end:
            yield Part(text[end : found.start()])
        yield Part(found[2] or "", found[1])
        end = found.end()
    if end < len(text):
        yield Part(text[end:])
