"""One lift moved or left out, as people write it; nothing that asks, supposes or tells of a run changes a lift."""

import datetime as dt

import pytest

from bot.language.meaning import Doubt, Meaning, MovedLiftReading, Part, SkippedLiftReading, Unread
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

NOW = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
MON, TUE, THU, FRI, SAT = (dt.date(2026, 3, day) for day in (2, 3, 5, 6, 7))


def meanings(text: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    """Return what a message means on Monday morning."""
    return read_message(text, vocabulary, NOW)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("move my friday lift to saturday 10:00", MovedLiftReading(from_date=FRI, to_date=SAT, time=dt.time(10))),
        ("move friday's lift to saturday", MovedLiftReading(from_date=FRI, to_date=SAT)),
        ("change my friday lift to 17:30", MovedLiftReading(from_date=FRI, time=dt.time(17, 30))),
        ("move lift to 19:00", MovedLiftReading(time=dt.time(19))),
        ("push tonight's lift to tomorrow", MovedLiftReading(from_date=MON, to_date=TUE)),
        ("lift moved to saturday", MovedLiftReading(to_date=SAT)),
        (
            "reschedule tomorrow's deadlifts to thursday evening",
            MovedLiftReading(from_date=TUE, to_date=THU, part=Part.EVENING),
        ),
        ("can you move my friday lift to 6pm?", MovedLiftReading(from_date=FRI, time=dt.time(18))),
        ("skip tonight's lift", SkippedLiftReading(date=MON)),
        ("skip my lift on friday", SkippedLiftReading(date=FRI)),
        ("i'm not lifting on friday", SkippedLiftReading(date=FRI)),
        ("i won't be lifting tomorrow", SkippedLiftReading(date=TUE)),
        ("not deadlifting today", SkippedLiftReading(date=MON)),
        ("skip my lift", SkippedLiftReading(date=None)),
        ("cancel friday's deadlift session", SkippedLiftReading(date=FRI)),
    ],
)
def test_an_order_about_one_lift_is_read(text: str, reading: Meaning, vocabulary: Vocabulary) -> None:
    assert meanings(text, vocabulary) == (reading,)


def test_a_time_that_may_be_morning_or_evening_is_asked_about(vocabulary: Vocabulary) -> None:
    [reading] = meanings("move my friday lift to half past six", vocabulary)
    assert isinstance(reading, Unread)
    assert reading.doubt is Doubt.AM_OR_PM


@pytest.mark.parametrize(
    "text",
    [
        "can i move my friday lift to saturday?",
        "should i skip friday's lift",
        "is it ok to move my lift to saturday?",
        "what if i skip tonight's lift?",
        "maybe i'll skip friday's lift",
        "if i move my lift to saturday i can run friday",
        "sarah moved her lift to saturday",
        "move my friday run to saturday",
        "skip friday's tempo and lift saturday",
        "moved the tempo to friday after lifting",
        "i didn't lift on friday because of the race",
        "not sore after lifting on friday",
        "i lift on fridays",
        "not lifting",
        "i'm not lifting",
        "move my lifts to tue and fri 18:00",
        "my lifts are tue 18:00, fri 07:00",
        "i never lift on fridays",
        "not lifting heavy on friday",
        "skipped my run, lifting tomorrow at 18:00",
        "no time to lift before friday's race",
        "i am not lifting more than 100 kg on friday",
    ],
)
def test_what_asks_supposes_or_tells_of_something_else_moves_no_lift(text: str, vocabulary: Vocabulary) -> None:
    changes = (MovedLiftReading, SkippedLiftReading)
    assert not any(isinstance(one, changes) for one in meanings(text, vocabulary))
