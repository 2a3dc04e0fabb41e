"""How the Bot API says no."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# JSON objects as the Bot API documents them: messages, users, parameters.
Json = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Refused(Exception):
    """An answer with `ok: false`: the code, the sentence and what a caller can do about it."""

    code: int
    description: str
    parameters: Mapping[str, int] | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.description}"


def bad_request(reason: str) -> Refused:
    """Build the answer to parameters that the API does not accept."""
    return Refused(code=400, description=f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    """Build the answer to a call that this bot may not make."""
    return Refused(code=403, description=f"Forbidden: {reason}")
