"""What rules of the content work out of numbers: hours slept, how long a run took, a value put right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.language.pieces import NUMBER, pieces_of

Kept = Mapping[str, str]

_HALF_DAY = 12
_LEAST_NIGHT = 2
# A slip of the tongue stays near what was meant.
_NEAR = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedOut:
    """What is worked out of what was kept under some names; None where that is not possible."""

    of: frozenset[str]
    value: Callable[[Kept], str | None]


def _hours(kept: Kept) -> str | None:
    """Return the hours from one time to another; of fewer than two it is unclear what was meant."""
    hours = (_clock(kept["end"]) - _clock(kept["begin"])) % _HALF_DAY
    return f"{hours:.2g}" if hours >= _LEAST_NIGHT else None


def _clock(text: str) -> float:
    """Return the hours of "9", "9.30" and "21:30 pm"."""
    hour, _, minute = next(pieces_of(text)).plain.replace(".", ":").partition(":")
    return int(hour) + int(minute or 0) / 60


def _minutes(kept: Kept) -> str | None:
    return kept["time"].partition(":")[0]


def _corrected(kept: Kept) -> str | None:
    """Return what was said with its last value in the place of the number that it is near; None unless there is one."""
    new = float(kept["new"])
    pieces = tuple(pieces_of(kept["said"]))
    near = [place for place, one in enumerate(pieces) if NUMBER.fullmatch(one.raw) and _is_near(one.raw, new)]
    if len(near) != 1:
        return None
    return "".join(f"{one.gap}{kept['new'] if place == near[0] else one.raw}" for place, one in enumerate(pieces))


def _is_near(text: str, new: float) -> bool:
    old = 0.0 if ":" in text else float(text)
    return old > 0 and new > 0 and max(old, new) / min(old, new) <= _NEAR


WORKED_OUT: Mapping[str, WorkedOut] = {
    "hours": WorkedOut(of=frozenset({"begin", "end"}), value=_hours),
    "minutes": WorkedOut(of=frozenset({"time"}), value=_minutes),
    "corrected": WorkedOut(of=frozenset({"said", "new"}), value=_corrected),
}
"""By the name that a rule reads it under."""
