"""The bot's own export, read back: whatever stands in it, it is read or refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.files import Unusable
from bot.app.restored import Restored
from bot.files.own_export import is_own_export, read_own_export

SOUND: dict[str, Any] = {
    "format": "deadlift-bot/1",
    "exported_at": "2026-03-02T09:00:00Z",
    "profile": {"units": "kg"},
    "weekly_runs": [{"weekday": "tue", "kind": "easy", "time": "18:00", "class": "EASY", "text": "easy"}],
    "dated_runs": [{"date": "2026-03-03", "kind": "rest", "replaces": True}],
    "lifts": [
        {"at": "2026-03-01T18:00:00Z", "exercise": "deadlift", "sets": [{"reps": 4, "weight_kg": 100, "rir": 2}]}
    ],
    "checkins": [{"kind": "soreness", "at": "2026-03-01T18:00:00Z", "level": 4}],
    "pauses": [{"at": "2026-03-01T18:00:00Z", "until": "2026-03-09"}],
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def _content(document: Any) -> bytes:
    return json.dumps(document).encode()


def test_a_sound_document_is_read() -> None:
    found = read_own_export(_content(SOUND))
    assert isinstance(found, Restored)
    assert (len(found.patterns), len(found.dated_runs), len(found.lifts), len(found.checkins)) == (1, 1, 1, 1)


@given(key=st.sampled_from(sorted(set(SOUND) - {"format"})), value=ANYTHING)
def test_a_part_that_is_anything_is_read_or_refused(key: str, value: Any) -> None:
    assert isinstance(read_own_export(_content({**SOUND, key: value})), Restored | Unusable)


@given(key=st.sampled_from(["lifts", "checkins", "pauses", "dated_runs", "weekly_runs"]), data=st.data())
def test_an_entry_with_any_field_is_read_or_refused(key: str, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(SOUND[key][0])))
    entry = {**SOUND[key][0], field: data.draw(ANYTHING)}
    assert isinstance(read_own_export(_content({**SOUND, key: [entry]})), Restored | Unusable)


@given(cut=st.integers(min_value=40, max_value=len(_content(SOUND)) - 1))
def test_a_document_that_breaks_off_is_damaged(cut: int) -> None:
    assert read_own_export(_content(SOUND)[:cut]) is Unusable.DAMAGED


def test_a_table_is_no_export_of_the_bots_own() -> None:
    assert not is_own_export(b"Date,Workout Name\n")
    assert not is_own_export(b'{"type": "FeatureCollection"}')
    assert is_own_export(_content(SOUND))


@pytest.mark.parametrize(
    ("key", "entry"),
    [
        ("weekly_runs", {"weekday": "tue", "kind": "easy", "time": "18:00Z"}),
        ("dated_runs", {"date": "9999-12-31", "kind": "easy"}),
        ("pauses", {"at": "2026-03-01T18:00:00", "until": "2026-03-09"}),
        ("plan", {"date": "2026-03-09", "time": "18:00+02:00", "heavy": True}),
        (
            "checkins",
            {"kind": "run_report", "at": "2026-03-01T18:00:00Z", "run_date": "0001-01-01", "felt_worse": True},
        ),
    ],
)
def test_what_cannot_be_reckoned_with_is_refused(key: str, entry: dict[str, Any]) -> None:
    assert read_own_export(_content({**SOUND, key: [entry]})) is Unusable.DAMAGED
