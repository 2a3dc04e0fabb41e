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
    "mon 4.15 easy, thu 2.30 tempo, sun 9am long": ["mon 16:15 easy", "thu 14:30 tempo", "sun 09:00 long"],
    # What introduces a week is none of it.
    "I'm walking up from the shop here so Tuesday is the club at 7pm, Thursday an easy one, Sunday long": [
        "tue 19:00 other",
        "thu easy",
        "sun long",
    ],
    "I'm a night nurse, I sleep till 2 so runs are at 4pm: mon easy, wed intervals. sunday long at 9": [
        "mon 16:00 easy",
        "wed 16:00 intervals",
        "sun 09:00 long",
    ],
    "the physio put me on three runs a week: tues 5k easy 7pm, thurs intervals 7pm, sun long 10am": [
        "tue 19:00 easy 5km",
        "thu 19:00 intervals",
        "sun 10:00 long",
    ],
    "Nobody asked but here goes. My sister laughs. Tuesdays and Thursdays 6.30am easy 5k, Sundays 9am long": [
        "tue 06:30 easy 5km",
        "thu 06:30 easy 5km",
        "sun 09:00 long",
    ],
    "Last year I was hurt a lot so now I keep it simple: mon 5k easy 7am, thu tempo 7am, sun long 8am": [
        "mon 07:00 easy 5km",
        "thu 07:00 tempo",
        "sun 08:00 long",
    ],
    "not sure if this is how it works but: mon easy 6pm, wed tempo 6pm, sat long 8am": [
        "mon 18:00 easy",
        "wed 18:00 tempo",
        "sat 08:00 long",
    ],
    "Patients from 8, so 6.15am runs: Mon recovery, Fri steady. Long run Sun when the baby naps, usually 1pm": [
        "mon 06:15 recovery",
        "fri 06:15 steady",
        "sun 13:00 long",
    ],
    "monday i dont run because thats leg day and then tuesday its track at 6pm wednesday i do hills at 7pm": [
        "mon rest",
        "tue 18:00 intervals",
        "wed 19:00 hills",
    ],
    # A place is no other training, and a track that one runs along no session.
    "mon 10am long run, thu easy, fri 9pm treadmill intervals when the gym is empty": [
        "mon 10:00 long",
        "thu easy",
        "fri 21:00 intervals",
    ],
    "tue (hill repeats up the ski hill, 5:30p), wed recovery jog am, sat long down the beach track": [
        "tue 17:30 hills",
        "wed recovery morning",
        "sat long",
    ],
    # A parkrun is no race where it is said not to be.
    "Sat parkrun with the buggy, so not fast. Mon easy, wed tempo": ["mon easy", "wed tempo", "sat easy 5km"],
    "sat parkrun nice and steady, tues track 7pm, thu easy": ["tue 19:00 intervals", "thu easy", "sat steady 5km"],
    "Sat parkrun, not flat out. Mon easy, wed tempo": ["mon easy", "wed tempo", "sat race 5km"],
    # Days by their place are those with runs; what is left open has no time.
    "Mon Wed Fri weights. Tue reps, Thu easy, Sat long, first two at 7 in the evening, Saturday 8 in the morning": [
        "mon rest",
        "tue 19:00 intervals",
        "wed rest",
        "thu 19:00 easy",
        "fri rest",
        "sat 08:00 long",
    ],
    "tuesday tempo, thursday track, friday a jog, sunday long. first two are 6 pm, jog is at lunch, long whenever": [
        "tue 18:00 tempo",
        "thu 18:00 intervals",
        "fri easy noon",
        "sun long",
    ],
    "Track night is Weds. Weds 7pm. The others are Mon easy, Sun long": ["mon easy", "wed 19:00 intervals", "sun long"],
    # How times are written.
    "mon=rest tue=intervals 1900 wed=easy 0700 sun=long 0900": [
        "mon rest",
        "tue 19:00 intervals",
        "wed 07:00 easy",
        "sun 09:00 long",
    ],
    "I run mon wed fri 5h30 of the morning, all light, and saturday long 6h": [
        "mon 05:30 easy morning",
        "wed 05:30 easy morning",
        "fri 05:30 easy morning",
        "sat 06:00 long",
    ],
    "Tuesday, jog 60 minutes, 5:30 a.m. Wednesday, tempo, 7 p.m. Thursday, jog": [
        "tue 05:30 easy 60min",
        "wed 19:00 tempo",
        "thu easy",
    ],
}
NO_WEEKS = (
    "maybe mon easy, wed tempo, sat long",
    "thinking of this but not sure: mon easy, wed tempo, sat long",
    "who else runs mon easy, wed tempo, sun long every week",
    "last year my week was mon easy, wed tempo, sun long",
)


@pytest.mark.parametrize("text", WEEKS)
def test_relatives_are_read(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _told(read_message(text, vocabulary, now)) == WEEKS[text]


@pytest.mark.parametrize("text", NO_WEEKS)
def test_what_is_no_week_is_none(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _told(read_message(text, vocabulary, now)) == []


def _told(found: tuple[Meaning, ...]) -> list[str]:
    return [shown(entry) for one in found if isinstance(one, WeekReading) for entry in one.entries]
