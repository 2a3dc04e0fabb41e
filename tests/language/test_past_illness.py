"""Illnesses that are over, with their days."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.language.meaning import IllnessReading, Meaning, WellReading
from bot.language.past_illness import read_well_since
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

# A Wednesday.
NOW = dt.datetime(2026, 9, 2, 10, tzinfo=ZoneInfo("Europe/Berlin"))
SUNDAY, MONDAY, TUESDAY = dt.date(2026, 8, 30), dt.date(2026, 8, 31), dt.date(2026, 9, 1)


def ill(day: dt.date, **said: object) -> IllnessReading:
    return IllnessReading(day=day, **said)  # type: ignore[arg-type]  # what is said of it differs from row to row


OVER: dict[str, tuple[Meaning, ...]] = {
    "had 38.5 fever on monday, gone since yesterday": (ill(MONDAY, fever_c=38.5), WellReading(day=TUESDAY)),
    "fever on monday but it's gone since tuesday": (ill(MONDAY, head_only=False), WellReading(day=TUESDAY)),
    "I was ill until yesterday": (ill(TUESDAY), WellReading()),
    "I was sick until monday": (ill(MONDAY), WellReading(day=TUESDAY)),
    "sick from friday to sunday": (ill(SUNDAY), WellReading(day=MONDAY)),
    "had the flu last week, fine since sunday": (ill(SUNDAY), WellReading(day=SUNDAY)),
    "had a stomach bug on sunday, all good now": (ill(SUNDAY), WellReading()),
    "was sick all weekend, fine since monday": (ill(SUNDAY), WellReading(day=MONDAY)),
    "was sick all weekend": (ill(SUNDAY),),
    "was down with a cold last week": (ill(SUNDAY, head_only=True),),
    "I was ill last week, better since sunday": (ill(SUNDAY),),
}


@pytest.mark.parametrize("text", OVER)
def test_an_illness_that_is_over_has_its_days(text: str, vocabulary: Vocabulary) -> None:
    assert read_message(text, vocabulary, NOW) == OVER[text]


@pytest.mark.parametrize(
    "text",
    [
        "I have been ill since friday",
        "had a fever yesterday",
        "still ill, it began on monday",
        "was sick of running last week",
        "my son was sick all weekend",
        "if I was ill on monday",
        "was I ill on monday?",
        "I was ill in 2019",
    ],
)
def test_one_that_lasts_or_is_none_has_not(text: str, vocabulary: Vocabulary) -> None:
    found = read_message(text, vocabulary, NOW)
    assert not any(isinstance(one, IllnessReading | WellReading) and one.day for one in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fine since monday", WellReading(day=MONDAY)),
        ("well again since yesterday", WellReading(day=TUESDAY)),
        ("it's gone since sunday", WellReading(day=SUNDAY)),
        ("good since this morning", WellReading()),
        ("better since monday", None),
        ("not fine since monday", None),
        ("fine since monday?", None),
        ("fine for monday", None),
        ("tempo was fine since monday", None),
    ],
)
def test_since_when_one_is_well(text: str, found: WellReading | None, vocabulary: Vocabulary) -> None:
    assert read_well_since(text, NOW.date(), vocabulary) == found
