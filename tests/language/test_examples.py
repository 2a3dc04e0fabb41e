"""How much of the samples of real-looking sentences is read right; the floors are what must not be lost.

The floors are what was measured last, rounded down; of the eleventh the weeks alone were repaired.
"""

import datetime as dt
from pathlib import Path

import pytest

from bot.language.meaning import Meaning
from bot.language.vocabulary import Vocabulary
from tests.language import scoring
from tests.language.reading import read_message
from tests.language.safety.reading import read as read_safety

HERE = Path(__file__).parent
WEEKS = [
    ("examples", 0.95, 0.03),
    ("samples/first", 0.94, 0.03),
    ("samples/second", 0.98, 0.03),
    ("samples/third", 0.96, 0.03),
    ("samples/fourth", 0.97, 0.03),
    ("samples/fifth", 0.98, 0.03),
    ("samples/sixth", 0.98, 0.03),
    ("samples/seventh", 0.94, 0.03),
    ("samples/eighth", 0.97, 0.03),
    ("samples/ninth", 0.95, 0.03),
    ("samples/tenth", 0.92, 0.04),
    ("samples/eleventh", 0.95, 0.04),
    ("samples/twelfth", 0.96, 0.03),
    ("samples/thirteenth", 0.94, 0.05),
    ("samples/thirteenth_held", 0.98, 0.03),
    ("samples/fourteenth", 0.92, 0.06),
    ("samples/fifteenth", 0.93, 0.05),
    ("samples/fifteenth_held", 0.95, 0.03),
    ("samples/sixteenth", 0.96, 0.03),
    ("samples/seventeenth", 0.94, 0.03),
    ("samples/eighteenth", 0.96, 0.03),
    ("samples/nineteenth", 0.94, 0.04),
    ("samples/twentieth", 0.93, 0.05),
    ("samples/twenty_first", 0.90, 0.05),
    ("samples/twenty_second", 0.94, 0.04),
    ("samples/twenty_third", 0.90, 0.06),
    ("samples/twenty_fourth", 0.92, 0.06),
    ("samples/twenty_fifth", 0.92, 0.06),
    ("samples/twenty_sixth", 0.93, 0.06),
    ("samples/own_thirteenth", 0.95, 0.03),
    ("samples/own_tenth", 0.94, 0.03),
    ("samples/own_weeks", 0.96, 0.03),
]
MOMENTS = [
    ("examples", 0.99),
    ("samples/first", 0.98),
    ("samples/second", 0.98),
    ("samples/third", 0.99),
    ("samples/fourth", 0.99),
    ("samples/fifth", 0.99),
    ("samples/sixth", 0.98),
    ("samples/seventh", 0.99),
    ("samples/eighth", 0.97),
    ("samples/ninth", 0.98),
    ("samples/tenth", 0.95),
    ("samples/eleventh", 0.99),
    ("samples/twelfth", 0.99),
    ("samples/thirteenth", 0.98),
    ("samples/thirteenth_held", 0.96),
    ("samples/fourteenth", 0.93),
    ("samples/fifteenth", 0.97),
    ("samples/fifteenth_held", 0.99),
    ("samples/sixteenth", 0.97),
    ("samples/seventeenth", 0.98),
    ("samples/eighteenth", 0.97),
    ("samples/nineteenth", 0.97),
    ("samples/twentieth", 0.95),
    ("samples/twenty_first", 0.94),
    ("samples/twenty_second", 0.98),
    ("samples/twenty_third", 0.94),
    ("samples/twenty_fourth", 0.92),
    ("samples/twenty_fifth", 0.95),
    ("samples/twenty_sixth", 0.93),
    ("samples/own_fifteenth", 0.94),
    ("samples/own_moments", 0.96),
    ("samples/own_ninth", 0.92),
    ("samples/own_thirteenth", 0.95),
]
STATEMENTS = [
    ("samples/first", 0.97, 0),
    ("samples/second", 0.99, 0),
    ("samples/third", 0.99, 0),
    ("samples/fourth", 0.95, 0),
    ("samples/fifth", 0.97, 0),
    ("samples/sixth", 0.97, 0),
    ("samples/seventh", 0.93, 0),
    ("samples/eighth", 0.93, 0),
    ("samples/ninth", 0.95, 0),
    ("samples/tenth", 0.83, 0),
    ("samples/eleventh", 0.93, 0),
    ("samples/twelfth", 0.94, 1),
    ("samples/thirteenth", 0.93, 0),
    ("samples/thirteenth_held", 0.97, 0),
    ("samples/fourteenth", 0.84, 1),
    ("samples/fifteenth", 0.89, 11),
    ("samples/fifteenth_held", 0.88, 1),
    ("samples/sixteenth", 0.95, 0),
    ("samples/seventeenth", 0.92, 0),
    ("samples/eighteenth", 0.96, 0),
    ("samples/nineteenth", 0.93, 0),
    ("samples/twentieth", 0.93, 0),
    ("samples/twenty_first", 0.94, 0),
    ("samples/twenty_second", 0.96, 0),
    ("samples/twenty_third", 0.86, 3),
    ("samples/twenty_fourth", 0.84, 1),
    ("samples/twenty_fifth", 0.91, 2),
    ("samples/twenty_sixth", 0.90, 1),
    ("samples/own_ninth", 0.93, 0),
    ("samples/own_thirteenth", 0.93, 0),
    ("samples/own_statements", 0.91, 0),
    ("samples/own_tenth", 0.99, 0),
]


@pytest.fixture(scope="module")
def read(vocabulary: Vocabulary, now: dt.datetime) -> scoring.Read:
    def reading(text: str) -> tuple[Meaning, ...]:
        return read_message(text, vocabulary, now)

    return reading


@pytest.mark.parametrize(("folder", "floor", "surplus"), WEEKS)
def test_entries_of_the_sample_weeks_are_read_right(
    folder: str, floor: float, surplus: float, read: scoring.Read
) -> None:
    score = scoring.weeks(HERE / folder / "schedules.jsonl", read)
    assert score.share >= floor
    assert score.surplus <= score.wanted * surplus


@pytest.mark.parametrize(("folder", "floor"), MOMENTS)
def test_moments_of_the_sample_are_read_right(folder: str, floor: float, read: scoring.Read, now: dt.datetime) -> None:
    assert scoring.moments(HERE / folder / "when.jsonl", read, now.date()).share >= floor


@pytest.mark.parametrize(("folder", "floor", "false_changes"), STATEMENTS)
def test_statements_of_the_sample_are_stored_and_little_else(
    folder: str, floor: float, false_changes: int, read: scoring.Read
) -> None:
    score = scoring.statements(HERE / folder / "messages.jsonl", scoring.answered(read, read_safety))
    assert score.share >= floor
    assert score.surplus <= false_changes
