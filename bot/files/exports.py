"""Exports of strength apps: parsed apart, and checked again when they come back; and those of the bot itself."""

import asyncio
import datetime as dt
from typing import Annotated, Literal, final

from annotated_types import Ge, Le, Len
from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import TypedDict  # pydantic refuses the one of `typing` before Python 3.12

from bot.app.files import FileRead, Unusable
from bot.files.own_export import is_own_export, read_own_export
from bot.files.sandbox import USUAL, Limits, ParserFailedError, parse_apart
from bot.files.strength_csv import HEAVIEST, LONGEST_NOTE, LONGEST_TITLE, MOST_NOTES, MOST_REPS, MOST_SETS
from bot.training.exports import App, Export, FileNote, FileRow, FileSet

PARSER = "bot.files.strength_csv"

_Title = Annotated[str, Len(0, LONGEST_TITLE)]
_Count = Annotated[int, Ge(0), Le(MOST_SETS)]
_Counts = Annotated[dict[_Title, _Count], Len(0, MOST_SETS)]
_Weight = Annotated[float, Ge(0), Le(HEAVIEST)]
_Reps = Annotated[int, Ge(1), Le(MOST_REPS)]
_Rir = Annotated[float, Ge(0), Le(10)]
_Note = tuple[dt.date, Annotated[str, Len(1, LONGEST_NOTE)]]
_Row = tuple[dt.date, dt.time, _Title, _Weight, _Reps, _Rir | None]


@final
class _Refusal(TypedDict):
    unusable: Literal["unknown", "too_many", "damaged"]


@final
class _Answer(TypedDict):
    app: App
    in_kg: bool
    sets: Annotated[list[_Row], Len(0, MOST_SETS)]
    unread: _Count
    notes: Annotated[list[_Note], Len(0, MOST_NOTES)]
    warm_ups: _Counts
    empty: _Counts


_ANSWERS: TypeAdapter[_Refusal | _Answer] = TypeAdapter(_Refusal | _Answer, config=ConfigDict(defer_build=True))


async def read_export(content: bytes, *, parser: str = PARSER, limits: Limits = USUAL) -> FileRead:
    """Return what a file holds, or why it cannot be used. No bytes raise."""
    if is_own_export(content):
        return await asyncio.to_thread(read_own_export, content)
    try:
        answer = await parse_apart(parser, content, limits=limits)
        return await asyncio.to_thread(_checked, answer)
    except (ParserFailedError, ValidationError):
        return Unusable.BROKEN


def _checked(answer: bytes) -> FileRead:
    """Trust nothing that comes out of a process which read a stranger's file."""
    found = _ANSWERS.validate_json(answer)
    if "unusable" in found:
        return Unusable(found["unusable"])
    return Export(
        app=found["app"],
        in_kg=found["in_kg"],
        rows=tuple(
            FileRow(date=date, time=time, title=title, work=FileSet(reps=reps, weight=weight or None, rir=rir))
            for date, time, title, weight, reps, rir in found["sets"]
        ),
        warm_ups=found["warm_ups"],
        empty=found["empty"],
        unread=found["unread"],
        notes=tuple(FileNote(date=date, text=text) for date, text in found["notes"]),
    )
