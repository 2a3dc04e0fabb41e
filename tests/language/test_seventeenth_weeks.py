"""Relatives of what the seventeenth sample of weeks showed. An entry is written as in test_week.py."""

import datetime as dt

import pytest

from bot.language.meaning import Meaning, WeekReading
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message
from tests.language.test_week import shown

WEEKS = {
    # What sums a week up takes nothing out of it.
    "run tue thu sat, 7am, all easy. nothing else": ["tue 07:00 easy", "thu 07:00 easy", "sat 07:00 easy"],
    # One run of a day that is told twice is one, be its time or its kind missing.
    "i do long runs on sundays, sunday 9am. then tue 7pm tempo": ["tue 19:00 tempo", "sun 09:00 long"],
    "Running Tue, Wed at 2pm between lunch and dinner, easy both. Sat long 9am": [
        "tue 14:00 easy noon",
        "wed 14:00 easy noon",
        "sat 09:00 long",
    ],
    "After work jogs on Mon and Wed, 6:15 pm for 25 mins, very slow. Sat long 10am": [
        "mon 18:15 easy 25min evening",
        "wed 18:15 easy 25min evening",
        "sat 10:00 long",
    ],
    # Two runs of a day, each with its own time.
    "twice on a Tuesday: 6am easy 4 and then track 7.15pm. Thu tempo 6am. Fri off": [
        "tue 06:00 easy 4km",
        "tue 19:15 intervals",
        "thu 06:00 tempo",
        "fri rest",
    ],
    "Monday & Thursday = doubles: 6:45 easy then 17:45 session (Mon track, Thu hills). Sat = off": [
        "mon 06:45 easy",
        "mon 17:45 intervals",
        "thu 06:45 easy",
        "thu 17:45 hills",
        "sat rest",
    ],
    "thu lunch easy 5k and track at 7pm, sun long": ["thu easy 5km noon", "thu 19:00 intervals", "sun long"],
    "mon and thu: am easy, pm session at 6": [
        "mon easy morning",
        "mon 18:00 other evening",
        "thu easy morning",
        "thu 18:00 other evening",
    ],
    "Monday to Friday 6am easy. Tuesday and Thursday also 5pm, Tuesday track and Thursday fartlek": [
        "mon 06:00 easy",
        "tue 06:00 easy",
        "tue 17:00 intervals",
        "wed 06:00 easy",
        "thu 06:00 easy",
        "thu 17:00 fartlek",
        "fri 06:00 easy",
    ],
    # One day of many that has another run at that time has that one alone.
    "5:45am Monday to Saturday easy, Tuesday 5:45am intervals, Saturday 7am long": [
        "mon 05:45 easy",
        "tue 05:45 intervals",
        "wed 05:45 easy",
        "thu 05:45 easy",
        "fri 05:45 easy",
        "sat 07:00 long",
    ],
    # Nobody means the middle of the night without saying so.
    "team practice mon wed fri at 3:15, sun long 9am": [
        "mon 15:15 other",
        "wed 15:15 other",
        "fri 15:15 other",
        "sun 09:00 long",
    ],
}


@pytest.mark.parametrize("text", WEEKS)
def test_relatives_are_read(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _told(read_message(text, vocabulary, now)) == WEEKS[text]


def _told(found: tuple[Meaning, ...]) -> list[str]:
    return [shown(entry) for one in found if isinstance(one, WeekReading) for entry in one.entries]
