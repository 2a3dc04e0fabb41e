"""What the parser makes of exports as the apps write them, of every version, and of everything else."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.files.strength_csv import MOST_SETS, parse

SAMPLES = Path(__file__).parent / "samples"
STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)
DEADLIFT = "Deadlift (Barbell)"
POUNDS_225 = 225 * 0.45359237


def sample(name: str) -> Any:
    """Return what the parser makes of a file beside this one."""
    return parse((SAMPLES / f"{name}.csv").read_bytes())


def strong(*rows: str) -> Any:
    """Return what the parser makes of rows as Strong writes them; `{}` in one stands for what no test looks at."""
    return parse((STRONG + "".join(f"{row}\n" for row in rows)).encode())


def row(
    *, at: str = "2024-01-03 18:05:00", order: str = "1", weight: str = "100", reps: str = "5", rpe: str = ""
) -> str:
    """Return a row of Strong's."""
    return f'{at},"Legs",1h,"{DEADLIFT}",{order},{weight},{reps},0,0,"","",{rpe}'


def sets_of(answer: Any) -> list[tuple[object, ...]]:
    """Return the sets of an answer, their weights rounded to grams."""
    return [(day, time, title, round(weight, 3), reps, rir) for day, time, title, weight, reps, rir in answer["sets"]]


def test_strong_as_it_exported_for_years() -> None:
    answer = sample("strong_classic")
    evening = ("2024-01-03", "18:05")
    assert answer == {
        "app": "Strong",
        "in_kg": False,
        "sets": [
            (*evening, DEADLIFT, 100.0, 5, 2.0),
            (*evening, DEADLIFT, 102.5, 4, 0.5),
            (*evening, DEADLIFT, 105.0, 2, 0.0),
            (*evening, "Single Leg Romanian Deadlift", 0.0, 8, None),
            ("2024-01-10", "07:30", "Bench Press (Barbell)", 60.0, 8, None),
            ("2024-01-10", "07:30", DEADLIFT, 80.0, 8, None),
        ],
        "unread": 0,
        "notes": [("2024-01-03", "first line\nsecond line"), ("2024-01-03", 'felt "heavy", but fine')],
        "warm_ups": {DEADLIFT: 1},
        "empty": {DEADLIFT: 1, "Plank": 1},
    }


def test_strong_with_a_unit_in_each_row_between_semicolons_with_a_byte_order_mark() -> None:
    answer = sample("strong_android")
    assert (answer["app"], answer["in_kg"], answer["unread"]) == ("Strong", True, 0)
    assert sets_of(answer) == [
        ("2023-05-02", "19:00", "Trap Bar Deadlift", 102.058, 5, None),
        ("2023-05-02", "19:00", "Trap Bar Deadlift", 100.0, 5, 3.0),
        ("2023-05-02", "19:00", "Pull Up", 0.0, 8, None),
    ]


def test_strong_with_the_unit_in_the_header_and_rows_that_are_no_sets() -> None:
    answer = sample("strong_2024")
    assert (answer["in_kg"], answer["unread"], answer["empty"], answer["warm_ups"]) == (True, 0, {}, {})
    assert sets_of(answer) == [
        ("2025-02-01", "09:15", "Squat (Barbell)", 90.0, 5, None),
        ("2025-02-01", "09:15", "Rack Pull", 140.5, 3, 1.0),
    ]


def test_strong_in_german_with_decimal_commas() -> None:
    assert sets_of(sample("strong_german")) == [("2022-11-06", "10:00", "Kreuzheben (Langhantel)", 102.5, 5, 1.5)]


def test_strong_on_a_telephone_that_counts_to_twelve() -> None:
    times = [(day, time) for day, time, *_ in sample("strong_12h")["sets"]]
    assert times == [("2024-06-01", "00:10"), ("2024-06-01", "18:05")]


def test_hevy_in_kilograms() -> None:
    answer = sample("hevy_kg")
    at = ("2022-03-14", "18:05")
    assert answer == {
        "app": "Hevy",
        "in_kg": True,
        "sets": [
            (*at, DEADLIFT, 100.0, 5, 2.0),
            (*at, DEADLIFT, 105.0, 3, 0.0),
            (*at, "Romanian Deadlift (Dumbbell)", 30.0, 10, None),
        ],
        "unread": 0,
        "notes": [("2022-03-14", "belt, no straps")],
        "warm_ups": {DEADLIFT: 1},
        "empty": {"Running": 1},
    }


def test_hevy_in_pounds_with_dates_as_other_telephones_write_them() -> None:
    answer = sample("hevy_lbs")
    assert answer["in_kg"] is True
    assert sets_of(answer) == [
        ("2025-07-26", "07:06", "Sumo Deadlift (Barbell)", round(POUNDS_225, 3), 5, 2.5),
        ("2025-08-01", "07:06", "Sumo Deadlift (Barbell)", round(POUNDS_225, 3), 5, None),
        ("2025-08-03", "19:06", "Sumo Deadlift (Barbell)", round(POUNDS_225, 3), 5, None),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_gives_the_same_sets(encoding: str, ends: str) -> None:
    text = (STRONG + row() + "\n").replace("\n", ends)
    assert sets_of(parse(text.encode(encoding))) == [("2024-01-03", "18:05", DEADLIFT, 100.0, 5, None)]


@pytest.mark.parametrize(
    ("weight", "kg"),
    [
        ("100", 100.0),
        ("100.5", 100.5),
        ("0", 0.0),
        ("", 0.0),
        ('"61,25"', 61.25),
        ('"1,100.5"', 1100.5),
        (" 80 ", 80.0),
    ],
)
def test_weights_that_are_read(weight: str, kg: float) -> None:
    assert [weight for *_, weight, _, _ in strong(row(weight=weight))["sets"]] == [kg]


@pytest.mark.parametrize(
    "broken",
    [
        {"weight": "-20"},
        {"weight": "1e3"},
        {"weight": "inf"},
        {"weight": "nan"},
        {"weight": "1201"},
        {"weight": "=1+99"},
        {"weight": "=cmd|' /C calc'!A0"},
        {"weight": "a lot"},
        {"weight": "10\0" + "0"},
        {"weight": "٣٠"},
        {"weight": "9" * 400},
        {"reps": "-5"},
        {"reps": "2.5"},
        {"reps": "201"},
        {"reps": "=5"},
        {"at": "yesterday"},
        {"at": "2024-13-03 18:05:00"},
        {"at": "2024-02-30 18:05:00"},
        {"at": "2024-01-03 25:05:00"},
        {"at": "2024-01-03 13:05:00 PM"},
        {"at": "1999-12-31 23:59:00"},
        {"at": "03/04/2024 18:05"},
        {"at": "2024-01-03T18:05:00Z"},
        {"weight": "100,5"},  # without quotes it is a column too many
    ],
)
def test_a_row_that_cannot_be_read_is_counted_and_the_others_stand(broken: dict[str, str]) -> None:
    answer = strong(row(), row(**broken), row())
    assert (len(answer["sets"]), answer["unread"]) == (2, 1)


@pytest.mark.parametrize("order", ["W", "w", "Warm-up", "warmup"])
def test_warm_up_sets_are_left_out(order: str) -> None:
    answer = strong(row(order=order), row())
    assert (len(answer["sets"]), answer["warm_ups"]) == (1, {DEADLIFT: 1})


@pytest.mark.parametrize(
    ("rpe", "rir"), [("10", 0.0), ("6.5", 3.5), ('"7,5"', 2.5), ("0", None), ("11", None), ("hard", None)]
)
def test_effort_becomes_reps_in_reserve_and_nonsense_nothing(rpe: str, rir: float | None) -> None:
    assert [rir for *_, rir in strong(row(rpe=rpe))["sets"]] == [rir]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n\n",
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        b"%PDF-1.7\n\x00\xff",
        b"PK\x03\x04" + bytes(1000),
        b"Activity ID,Activity Date,Distance\n1,2024-01-01,5\n",
        b"Date,Exercise,Category,Weight,Weight Unit,Reps\n2024-01-01,Deadlift,Back,100,kg,5\n",
        (",".join(["Date"] * 1_000_000)).encode(),
        b"x" * 2_000_000,
        b"\x00" * 2_000_000,
        b'"' * 100_001,
        STRONG.replace("Exercise Name", "Excercise").encode(),
    ],
    ids=range(12),
)
def test_what_is_no_such_export_is_unknown(content: bytes) -> None:
    assert parse(content) == {"unusable": "unknown"}


def test_an_export_without_sets_is_one_all_the_same() -> None:
    assert strong()["sets"] == []


def test_the_last_of_the_sets_that_are_taken_and_the_first_that_is_too_many() -> None:
    assert len(strong(*[row()] * MOST_SETS)["sets"]) == MOST_SETS
    assert strong(*[row()] * (MOST_SETS + 1)) == {"unusable": "too_many"}


def test_an_export_that_breaks_off_inside_quotes_is_damaged() -> None:
    """Everything behind the open quote would be lost without a word."""
    whole = (STRONG + f"{row()}\n" * 9).encode()
    assert parse(whole[: whole.rindex(b'"Legs') + 3]) == {"unusable": "damaged"}


def test_an_export_that_breaks_off_elsewhere_has_one_unreadable_row() -> None:
    whole = (STRONG + f"{row()}\n{row()}").encode()
    answer = parse(whole[: whole.rindex(b",1,100") + 1])
    assert isinstance(answer["sets"], list)
    assert (len(answer["sets"]), answer["unread"], answer["empty"]) == (1, 0, {DEADLIFT: 1})


def test_a_loose_quote_in_a_note_harms_nobody() -> None:
    loose = row().replace('"",""', '"6" box",""')
    assert len(strong(row(), loose, row())["sets"]) == 3


def test_a_field_of_a_megabyte_is_refused() -> None:
    assert strong(row().replace('"Legs"', f'"{"x" * 1_000_000}"')) == {"unusable": "damaged"}


def test_a_line_of_a_million_columns_is_one_unreadable_row() -> None:
    answer = strong(row(), "a," * 900_000, row())
    assert (len(answer["sets"]), answer["unread"]) == (2, 1)


def is_answer(answer: Any) -> bool:
    """Tell whether an answer has the form that its reader expects."""
    if "unusable" in answer:
        return answer["unusable"] in {"unknown", "too_many", "damaged"}
    return set(answer) == {"app", "in_kg", "sets", "unread", "warm_ups", "empty", "notes"}


@given(content=st.binary(max_size=3000))
@example(content=b"\xff\xfe\x00")
@example(content=b"\xff\xfe\x00\xd8")
@settings(max_examples=300)
def test_any_bytes_are_answered(content: bytes) -> None:
    assert is_answer(parse(content))


@given(header=st.sampled_from([STRONG, HEVY, STRONG.replace(",", ";")]), content=st.binary(max_size=2000))
@settings(max_examples=300)
def test_any_bytes_behind_a_header_are_answered(header: str, content: bytes) -> None:
    assert is_answer(parse(header.encode() + content))


CELLS = st.one_of(
    st.text(max_size=12), st.sampled_from(["2024-01-03 18:05:00", DEADLIFT, "W", "100", "5", "-1", "1e9", "=A1", "8.5"])
)


@given(rows=st.lists(st.lists(CELLS, max_size=14), max_size=8))
@settings(max_examples=150)
def test_any_cells_are_answered_and_every_row_is_accounted_for(rows: list[list[str]]) -> None:
    table = io.StringIO()
    csv.writer(table).writerows(rows)
    answer: Any = parse((STRONG + table.getvalue()).encode("utf-8", "surrogatepass"))
    assert is_answer(answer)
    if "sets" in answer:
        left_out = sum(answer["warm_ups"].values()) + sum(answer["empty"].values())
        assert len(answer["sets"]) + answer["unread"] + left_out == sum(any(row) for row in rows)
