"""Weeks in which a day is put right, told to be the same, or told beside hours that are not those of a run."""

import datetime as dt

import pytest

from bot.language.meaning import WeekReading
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message
from tests.language.test_week import shown

NOW = dt.datetime(2026, 9, 2, 10, tzinfo=dt.UTC)

WEEKS = {
    ("mon 18:00 easy", "thu 18:00 tempo", "sun long"): (
        "mon easy 6pm, wed tempo 6pm - no, thursday, sun long",
        "mon easy 6pm, wed tempo 6pm, sorry i mean thu tempo 6pm, sun long",
        "mon easy 6pm, wed tempo 6pm.. no wait thats thursday now. sun long",
        "mon easy 18 hour, thu tempo 18 hours, sun long",
    ),
    ("mon 21:00 easy", "wed 21:00 easy", "sun 08:00 long"): (
        "easy mondays 9pm, same on wednesdays, sunday long 8am",
        "mon easy 9pm. same on wed. sun long 8am",
        "mon easy 9pm and same on wed, sun long 8am",
        "mon easy 21:00, wed easy 21:00. nothing else but sun long 8am",
    ),
    ("tue 19:00 hills", "thu 19:00 easy"): (
        "tue hills, meet 18:50 for 19:00, thu easy 7pm",
        "tue hills meet at 6:45pm for a 7pm start, thu easy 7pm",
        "tue i knock off at 5 and do hills at 7pm, thu easy 7pm",
        "tue hills 7pm, thu easy 7pm. don't worry about the rest",
    ),
    ("tue intervals", "thu easy", "sat race"): (
        "tue intervals, thu easy, sat race or long",
        "i only get out three times, tue intervals, thu easy, sat race or long",
        "3 x week: tue fast, thu slow, sat race",
    ),
    ("tue easy", "thu easy", "sun rest"): (
        "tue easy, thu easy, nobody runs on sunday",
        "tue easy, thu easy. no one trains sundays",
        "tue easy, thu easy, sun i'm marshalling at parkrun",
    ),
}


@pytest.mark.parametrize(("said", "entries"), [(text, week) for week, texts in WEEKS.items() for text in texts])
def test_a_week_is_read_as_it_was_put_right(said: str, entries: tuple[str, ...], vocabulary: Vocabulary) -> None:
    weeks = [one for one in read_message(said, vocabulary, now=NOW) if isinstance(one, WeekReading)]
    assert [shown(entry) for one in weeks for entry in one.entries] == list(entries)
