"""The parser of the sets that Strong and Hevy export as CSV; it runs in the process of its own."""

import csv
import io

from bot.files.cells import instant, number
from bot.files.columns import LB, Layout, layout_of, unit_named
from bot.files.decoding import decoded

MOST_SETS = 60_000
"""Of all exercises: twenty years of 3,000 a year."""
MOST_REPS = 200
HEAVIEST = 1200
LONGEST_TITLE = 100
LONGEST_NOTE = 500
MOST_NOTES = 60
NOTED_DAYS = 14
"""Newest days of a file whose notes are given: more than matter, should some of them be still to come."""

KG_PER_LB = 0.45359237  # written here too: the process of a parser starts without the other layers

Answer = dict[str, object]
_Set = tuple[str, str, str, float, int, float | None]
"""Day, time, title, weight, reps, reps in reserve."""

_WARM_UP = frozenset({"w", "warmup", "warm-up", "warm up"})
_TO_FAILURE = frozenset({"f", "failure"})
# Rows of Strong that are no sets.
_ASIDES = frozenset({"rest timer", "note", "rest"})
_EASIEST_RPE, _HARDEST_RPE = 1, 10


class TooManySets(Exception):
    """The file holds more sets than are taken."""


def parse(content: bytes) -> Answer:
    """Return the work sets of an export, and how many sets of which titles were left out, as JSON values."""
    text = decoded(content)
    layout = layout_of(text)
    if layout is None:
        return {"unusable": "unknown"}
    try:
        return _table(text, layout).answer()
    except TooManySets:
        return {"unusable": "too_many"}
    except csv.Error:
        return {"unusable": "damaged"}


def _table(text: str, layout: Layout) -> "_Table":
    """Read a table; where its quotes are loose read it loosely, but not when the last one is never closed."""
    try:
        return _Table(layout).read(text, strict=True)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise
    return _Table(layout).read(text, strict=False)


class _Table:
    """The sets of one table, as they are gathered."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._rows = 0
        self._unread = 0
        self._unit = layout.unit
        self._sets: list[tuple[_Set, str | None]] = []
        self._left_out: dict[str, dict[str, int]] = {"warm_ups": {}, "empty": {}}
        self._notes: dict[tuple[str, str], None] = {}

    def read(self, text: str, *, strict: bool) -> "_Table":
        """Go through all rows after the header."""
        lines = io.StringIO(text.lstrip("\r\n "), newline="")
        rows = csv.reader(lines, delimiter=self._layout.separator, strict=strict)
        next(rows, None)
        for row in rows:
            if any(row):
                self._take(row)
        return self

    def answer(self) -> Answer:
        """Return what was gathered; weights are in kilograms where the file says its units, else as they stand."""
        return {
            "app": self._layout.app,
            "in_kg": self._unit is not None,
            "sets": [self._in_kg(one, unit) for one, unit in self._sets],
            "unread": self._unread,
            "notes": self._newest_notes(),
            **self._left_out,
        }

    def _newest_notes(self) -> list[tuple[str, str]]:
        """Return the notes of the newest days, the newest first."""
        dated = [(at[0], text) for start, text in self._notes if (at := instant(start)) is not None]
        days = sorted({day for day, _ in dated})[-NOTED_DAYS:]
        return sorted({note for note in dated if note[0] in days}, reverse=True)[:MOST_NOTES]

    def _take(self, row: list[str]) -> None:
        cell = {field: row[place].strip() if place < len(row) else "" for field, place in self._layout.places.items()}
        for field in ("note", "session_note"):
            if text := cell.get(field, "")[:LONGEST_NOTE]:
                self._notes[cell["start"], text] = None
        kind, title = cell["kind"].lower(), cell["title"][:LONGEST_TITLE]
        if kind in _ASIDES or title.lower() in _ASIDES:
            return
        self._rows += 1
        if self._rows > MOST_SETS:
            raise TooManySets
        if self._is_shifted(row):
            self._unread += 1
        elif kind in _WARM_UP:
            self._leave_out("warm_ups", title)
        elif number(cell["reps"]) == 0:
            self._leave_out("empty", title)
        else:
            self._take_work(cell, kind, title)

    def _is_shifted(self, row: list[str]) -> bool:
        """Tell whether a row has cells too many: then no number of it can be trusted.

        Between commas even an empty one betrays a decimal comma without quotes; a semicolon at the end is harmless.
        """
        beyond = row[self._layout.width :]
        return any(beyond) or (bool(beyond) and self._layout.separator == ",")

    def _take_work(self, cell: dict[str, str], kind: str, title: str) -> None:
        at, weight, reps = instant(cell["start"]), _within(cell["weight"], HEAVIEST), _within(cell["reps"], MOST_REPS)
        if at is None or weight is None or reps is None or reps % 1 or not title:
            self._unread += 1
            return
        unit = unit_named(cell.get("unit", ""))
        self._unit = self._unit or unit
        self._sets.append(((*at, title, weight, int(reps), _rir(cell.get("rpe", ""), kind)), unit))

    def _leave_out(self, why: str, title: str) -> None:
        self._left_out[why][title] = self._left_out[why].get(title, 0) + 1

    def _in_kg(self, one: _Set, unit: str | None) -> _Set:
        """Turn pounds into kilograms; a weight without a unit among others that have one is in the first named."""
        day, time, title, weight, reps, rir = one
        return day, time, title, weight * KG_PER_LB if (unit or self._unit) == LB else weight, reps, rir


def _within(text: str, most: int) -> float | None:
    value = number(text)
    return value if value is not None and value <= most else None


def _rir(rpe: str, kind: str) -> float | None:
    """Return the reps in reserve: 10 minus RPE, and none of a set that went to failure."""
    value = number(rpe)
    if value is not None and _EASIEST_RPE <= value <= _HARDEST_RPE:
        return _HARDEST_RPE - value
    return 0.0 if kind in _TO_FAILURE else None
