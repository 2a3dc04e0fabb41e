"""Relatives of what the ninth sample of weeks showed. An entry is written as in test_week.py."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, FixedLiftsReading, Meaning, WeekReading
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from tests.language.reading import read_message
from tests.language.test_week import shown, week

FAMILIES = {
    # Said once for several days.
    "run/walk tues, thurs, sat. I'll go at 9pm when the baby is down": [
        "tue 21:00 easy",
        "thu 21:00 easy",
        "sat 21:00 easy",
    ],
    "easy mon, long sat. I'd do them all after work so say 17:45, weekend 9": [
        "mon 17:45 easy evening",
        "sat 09:00 long",
    ],
    "practice mon-fri 3:30pm: mon easy, tue reps, wed easy, thu tempo, fri easy": [
        "mon 15:30 easy",
        "tue 15:30 intervals",
        "wed 15:30 easy",
        "thu 15:30 tempo",
        "fri 15:30 easy",
    ],
    "easy tue 6, track wed 7, long sun 8. weekday ones are pm": [
        "tue 18:00 easy evening",
        "wed 19:00 intervals evening",
        "sun 08:00 long",
    ],
    "mine is easy: tues thurs sat, 5.30pm. easy, tempo, long in that order": [
        "tue 17:30 easy",
        "thu 17:30 tempo",
        "sat 17:30 long",
    ],
    "I teach spin mon wed fri at 6am so running is tue thu at 6am n sun 9am. easy, easy, long": [
        "mon rest",
        "tue 06:00 easy",
        "wed rest",
        "thu 06:00 easy",
        "fri rest",
        "sun 09:00 long",
    ],
    "mon run, wed run, sun off, all 5pm": ["mon 17:00 other", "wed 17:00 other", "sun rest"],
    "Mondays are always off, then Tues AM 10 km (5:45), Sun 8 km recovery": [
        "mon rest",
        "tue 05:45 other 10km morning",
        "sun recovery 8km",
    ],
    # The same hour again.
    "tue 6 miles half six in the evening thu 8 by 400 same time fri off": [
        "tue 18:30 other 9.656km evening",
        "thu 18:30 intervals evening",
        "fri rest",
    ],
    "reps wednesday evening at 7, easy thursday evening at the same hour": [
        "wed 19:00 intervals evening",
        "thu 19:00 easy evening",
    ],
    "tues track 7pm, thurs tempo w the club also 7, sun long": ["tue 19:00 intervals", "thu 19:00 tempo", "sun long"],
    # Words for no run, and days off from work.
    "Mon – nil. Tue – 5 km easy, 0630. Sat – free. Sun – zip.": [
        "mon rest",
        "tue 06:30 easy 5km",
        "sat rest",
        "sun rest",
    ],
    "sun long 6.30a mon rec 7a tue x wed int 6p": [
        "mon 07:00 recovery",
        "tue rest",
        "wed 18:00 intervals",
        "sun 06:30 long",
    ],
    "lng run mon (my day off) 10am, 5k easy wed 5am, tempo fri 5am": [
        "mon 10:00 long",
        "wed 05:00 easy 5km",
        "fri 05:00 tempo",
    ],
    "thirty minute runs mon tue, 6am, nothing fancy. long sat 7am": [
        "mon 06:00 other 30min",
        "tue 06:00 other 30min",
        "sat 07:00 long",
    ],
    "tue track, sun long, easy on the other days, but never friday": [
        "mon easy",
        "tue intervals",
        "wed easy",
        "thu easy",
        "fri rest",
        "sat easy",
        "sun long",
    ],
    # A kind, and which day is which, said behind.
    "Tue & Thu: 7-8pm with the tri club (track Tue, tempo Thu). Sun: long 10am": [
        "tue 19:00 intervals",
        "thu 19:00 tempo",
        "sun 10:00 long",
    ],
    "run mon wed fri sun. wed is tempo, sun the long one, rest are easy": [
        "mon easy",
        "wed tempo",
        "fri easy",
        "sun long",
    ],
    "Running days are Tue, Thu & Sun. Tue = club night 7.30pm. Thu = steady 10k. Sun = long": [
        "tue 19:30 other",
        "thu steady 10km",
        "sun long",
    ],
    # Hours and what is none.
    "sat 12k @ 8:50 start 6:15 am, sun 3k shuffle": ["sat 06:15 other 12km", "sun easy 3km"],
    "Tue and Thu 6 to 7 am group workout, sat 5 am long": ["tue 06:00 other", "thu 06:00 other", "sat 05:00 long"],
    "wed speed 7 pm\nsun long. like 830": ["wed 19:00 intervals", "sun 08:30 long"],
    "easy tue 6pm, the long one sat at seven no make that seven thirty in the morning": [
        "tue 18:00 easy",
        "sat 07:30 long",
    ],
    # What introduces a week, and what stands behind it.
    "im a hurdler turned 10k runner. mon: tempo 5k 4pm. tue: gym. wed: 16x200 4pm": [
        "mon 16:00 tempo 5km",
        "tue rest",
        "wed 16:00 intervals",
    ],
    "I'm 64 and I jog Monday, Wednesday and Saturday at 7:30": ["mon 07:30 easy", "wed 07:30 easy", "sat 07:30 easy"],
    "Mon 10k easy\nSun 26k long\n100k week let's gooo": ["mon easy 10km", "sun long 26km"],
    "Tue 6 pm 3 x 1 mile, Thu 6 pm easy, Sun 10 am 10 miles long — rest I make up as I go": [
        "tue 18:00 intervals",
        "thu 18:00 easy",
        "sun 10:00 long 16.093km",
    ],
    "So: Mon easy, Tue tempo, Wed off, Thu easy, Fri off, Sat easy": [
        "mon easy",
        "tue tempo",
        "wed rest",
        "thu easy",
        "fri rest",
        "sat easy",
    ],
    "Sat 5 rec + 6x100, Sun long": ["sat recovery", "sun long"],
    # Other people's days are nobody's runs.
    "I run Monday and Thursday at 5 pm. On Saturdays he runs and I bake. Sunday long 4 pm": [
        "mon 17:00 other",
        "thu 17:00 other",
        "sun 16:00 long",
    ],
    "gym tue thu sat. run mon wed fri. sundays i sleep. runs are all easy 7 AM": [
        "mon 07:00 easy",
        "tue rest",
        "wed 07:00 easy",
        "thu rest",
        "fri 07:00 easy",
        "sat rest",
        "sun rest",
    ],
}


@pytest.mark.parametrize(("text", "entries"), FAMILIES.items())
def test_relatives_of_the_ninth_weeks_are_read(text: str, entries: list[str], vocabulary: Vocabulary) -> None:
    assert [shown(entry) for entry in week(text, vocabulary).entries] == entries


def test_a_date_and_its_weekday_are_one_day(vocabulary: Vocabulary) -> None:
    entries = week("2026-09-07 Mon 06:30 Easy 8 km\n2026-09-08 Tue Track", vocabulary).entries
    assert [entry.date for entry in entries] == [dt.date(2026, 9, 7), dt.date(2026, 9, 8)]


def test_a_word_that_may_be_anything_takes_no_time_of_all(vocabulary: Vocabulary) -> None:
    found = week("mon run, wed run, sat = laundry, all at 6am", vocabulary)
    assert [shown(entry) for entry in found.entries] == ["mon 06:00 other", "wed 06:00 other", "sat rest"]


def _runs(text: str, vocabulary: Vocabulary, now: dt.datetime) -> list[tuple[int, dt.time | None, RunKind]]:
    found = read_message(text, vocabulary, now)
    return [(one.date.weekday(), one.run.time, one.run.kind) for one in found if isinstance(one, DatedRunReading)]


def test_a_run_of_today_is_at_the_hour_that_is_to_come(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _runs("tempo today at 5", vocabulary, now) == [(2, dt.time(17), RunKind.TEMPO)]
    assert _runs("easy 5 tonight at 7", vocabulary, now) == [(2, dt.time(19), RunKind.EASY)]


def test_only_the_day_that_is_cancelled_is_off(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = _runs("friday's run is cancelled, doing it saturday at noon instead. easy 8", vocabulary, now)
    assert found == [(4, None, RunKind.REST), (5, dt.time(12), RunKind.EASY)]
    assert _runs("long run friday 6am then nothing till monday", vocabulary, now) == [(4, dt.time(6), RunKind.LONG)]


def test_a_day_off_between_lift_days_is_no_lift(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("mon run\ntue lift\nwed run\nthu lift\nsun off\nall 5pm", vocabulary, now)
    lifts = next(one for one in found if isinstance(one, FixedLiftsReading)).lifts
    assert [(lift.weekday.key, lift.time) for lift in lifts] == [("tue", dt.time(17)), ("thu", dt.time(17))]


def _weeks(found: tuple[Meaning, ...]) -> list[WeekReading]:
    return [one for one in found if isinstance(one, WeekReading)]


@pytest.mark.parametrize(
    "text",
    [
        "If I get the job I'd run tue thu 6am and sun 8am",
        "Last summer my week was mon easy, wed track, sat long",
        "my coach's other athlete does mon easy tue track thu tempo sun long",
        "wish i could run tue thu and sun like before",
        "he goes tuesdays at 6 and sundays at 8, long",
        "my mate runs mon wed fri and I swim tue thu",
    ],
)
def test_weeks_of_others_and_wishes_store_nothing(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message(text, vocabulary, now)
    assert not _weeks(found)
    assert not any(isinstance(one, DatedRunReading) for one in found)


def test_the_runners_own_days_behind_anothers_are_read(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = _weeks(read_message("My boyfriend runs tuesdays, I run Wed 7pm and Sat 9am", vocabulary, now))
    assert [shown(entry) for one in found for entry in one.entries] == ["wed 19:00 other", "sat 09:00 other"]
    found = _weeks(read_message("used to run 5 days but now only: wed 7am easy and sat 9am long", vocabulary, now))
    assert [shown(entry) for one in found for entry in one.entries] == ["wed 07:00 easy", "sat 09:00 long"]
