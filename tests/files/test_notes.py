"""Notes beside the sets of an export: those of its newest days come along, whatever row they stand in."""

from pathlib import Path
from typing import Any

import pytest

from bot.files.strength_csv import LONGEST_NOTE, MOST_NOTES, NOTED_DAYS, parse

SAMPLES = Path(__file__).parent / "samples"
STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"


def notes(*rows: str) -> Any:
    """Return the notes that the parser finds in rows of Strong's."""
    return parse((STRONG + "".join(f"{row}\n" for row in rows)).encode())["notes"]


def row(day: str, note: str, *, session: str = "", order: str = "1", reps: str = "5") -> str:
    """Return a row of Strong's with notes."""
    return f'{day} 18:05:00,"Legs",1h,"Deadlift (Barbell)",{order},100,{reps},0,0,"{note}","{session}",'


def test_the_notes_of_sets_and_sessions_come_once_for_each_day_the_newest_first() -> None:
    found = notes(row("2026-02-01", "easy"), row("2026-02-02", "easy", session="tired"), row("2026-02-02", "easy"))
    assert found == [("2026-02-02", "tired"), ("2026-02-02", "easy"), ("2026-02-01", "easy")]


@pytest.mark.parametrize(
    ("order", "reps"), [("W", "5"), ("Note", ""), ("Rest Timer", ""), ("1", "0"), ("1", "=1+1")], ids=str
)
def test_a_note_comes_along_from_a_row_that_is_no_work_set(order: str, reps: str) -> None:
    assert notes(row("2026-02-01", "chest pain", order=order, reps=reps)) == [("2026-02-01", "chest pain")]


def test_hevys_notes_are_known_by_their_own_names() -> None:
    assert parse((SAMPLES / "hevy_kg.csv").read_bytes())["notes"] == [("2022-03-14", "belt, no straps")]


def test_the_notes_of_the_newest_days_are_enough_and_they_have_a_length() -> None:
    days = [f"2026-02-{day:02}" for day in range(1, 29)]
    assert [day for day, _ in notes(*(row(day, "easy") for day in days))] == days[::-1][:NOTED_DAYS]
    [(_, text)] = notes(row("2026-02-01", "x" * (LONGEST_NOTE + 1)))
    assert len(text) == LONGEST_NOTE
    assert len(notes(*(row("2026-02-01", str(number)) for number in range(MOST_NOTES + 1)))) == MOST_NOTES
