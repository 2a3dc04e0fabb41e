"""A file goes through the process and comes back checked, or as one reason why not."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from bot.app.files import LARGEST_FILE, Unusable
from bot.files.exports import read_export
from bot.training.exports import App, Export, FileRow, FileSet

SAMPLE = Path(__file__).parent / "samples" / "hevy_kg.csv"
LYING = "tests.files.parsers.lying"
GOOD: dict[str, Any] = {
    "app": "Hevy",
    "in_kg": True,
    "sets": [["2022-03-14", "18:05", "Deadlift (Barbell)", 0.0, 5, None]],
    "unread": 0,
    "warm_ups": {},
    "empty": {},
    "notes": [["2022-03-14", "easy"]],
}


async def test_an_export_comes_back_as_rows() -> None:
    export = await read_export(SAMPLE.read_bytes())
    assert isinstance(export, Export)
    assert (export.app, export.in_kg, export.unread, export.warm_ups) == (App.HEVY, True, 0, {"Deadlift (Barbell)": 1})
    assert export.rows[0] == FileRow(
        date=dt.date(2022, 3, 14),
        time=dt.time(18, 5),
        title="Deadlift (Barbell)",
        work=FileSet(reps=5, weight=100.0, rir=2.0),
    )


async def test_a_file_of_the_largest_size_is_read_whole() -> None:
    """Rows of Hevy have up to 174 bytes: of such ones 10 MiB are ten years of five hundred sets a month."""
    header, _, row, *_ = SAMPLE.read_text().splitlines()
    long = row.replace("Lower", "Lower".ljust(5 + 175 - len(row) - 1))
    content = "\n".join([header, *[long] * 59_900])
    assert LARGEST_FILE * 0.98 < len(content) <= LARGEST_FILE
    export = await read_export(content.encode())
    assert isinstance(export, Export)
    assert len(export.rows) == 59_900


async def test_what_is_no_export_is_unknown() -> None:
    assert await read_export(b"BEGIN:VCALENDAR") is Unusable.UNKNOWN


async def test_no_weight_is_not_said() -> None:
    export = await read_export(json.dumps(GOOD).encode(), parser=LYING)
    assert isinstance(export, Export)
    assert export.rows[0].work == FileSet(reps=5)


@pytest.mark.parametrize(
    "lie",
    [
        [],
        {"unusable": "because"},
        {**GOOD, "app": "Fitnotes"},
        {**GOOD, "unread": -1},
        {**GOOD, "notes": [["soon", "easy"]]},
        {**GOOD, "notes": [["2022-03-14", "x" * 501]]},
        {**GOOD, "notes": GOOD["notes"] * 61},
        {**GOOD, "sets": [["2022-03-14", "18:05", "Deadlift (Barbell)", 1e9, 5, None]]},
        {**GOOD, "sets": GOOD["sets"] * 60_001},
    ],
    ids=["list", "reason", "app", "count", "day", "note", "notes", "weight", "sets"],
)
async def test_an_answer_that_no_file_can_give_is_not_believed(lie: object) -> None:
    assert await read_export(json.dumps(lie).encode(), parser=LYING) is Unusable.BROKEN
