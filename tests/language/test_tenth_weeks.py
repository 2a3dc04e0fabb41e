"""Relatives of what the tenth sample of weeks showed. An entry is written as in test_week.py."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, Meaning, MovedRunReading, WeekReading
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message
from tests.language.test_week import shown, week

FAMILIES = {
    # Short weekdays of other languages, where a word of theirs shows which one it is.
    "Di 19:00 Intervalle, Do 18 Uhr lockerer Lauf, So langer Lauf 8:30": [
        "tue 19:00 intervals",
        "thu 18:00 easy",
        "sun 08:30 long",
    ],
    "ma rustig, wo intervallen 19u, za duurloop": ["mon easy", "wed 19:00 intervals", "sat long"],
    "mar fractionné 19h, jeu footing, dim sortie longue 9h": ["tue 19:00 intervals", "thu easy", "sun 09:00 long"],
    "mié series 20h, vie rodaje, dom tirada larga": ["wed 20:00 intervals", "fri easy", "sun long"],
    "wt interwały 18:30, sob wybieganie": ["tue 18:30 intervals", "sat long"],
    "segunda easy, quinta tempo 6 in the morning": ["mon easy", "thu 06:00 tempo"],
    # Crossed days, and what stands for nothing.
    "Tue tempo 7am / Thu — / Sat 8:00 long 28k": ["tue 07:00 tempo", "thu rest", "sat 08:00 long 28km"],
    "Mon: easy @ 6 (pm) // Tue: — // Wed: tempo @ 7 (am)": ["mon 18:00 easy", "tue rest", "wed 07:00 tempo"],
    "M: 0 | T: 5x1000 | W: 40 min easy | R: 0": ["mon rest", "tue intervals", "wed easy 40min", "thu rest"],
    "Mo 😴, Tu tempo 18:30, Th easy": ["mon rest", "tue 18:30 tempo", "thu easy"],
    "mon easy, wed tempo, sunday is couch": ["mon easy", "wed tempo", "sun rest"],
    "tue track 7pm, thu tempo. never fridays.": ["tue 19:00 intervals", "thu tempo", "fri rest"],
    "mon and thu 10am easy, no weekend running": ["mon 10:00 easy", "thu 10:00 easy", "sat rest", "sun rest"],
    # The gym's own time, and the gym as a place.
    "| Day | What | When |\n|---|---|---|\n| Mon | gym | 18:00 |\n| Tue | easy | 7:00 |": [
        "tue 07:00 easy",
    ],
    "tue intervals on the treadmill 6am at the gym, sun long": ["tue 06:00 intervals", "sun long"],
    # Times apart from their days.
    "half five tuesday easy half five thursday hills seven o'clock saturday long all mornings": [
        "tue 05:30 easy morning",
        "thu 05:30 hills morning",
        "sat 07:00 long morning",
    ],
    "I run Tues 6:30, Thurs 7, Sun 9, pm pm am in that order": [
        "tue 18:30 other evening",
        "thu 19:00 other evening",
        "sun 09:00 other morning",
    ],
    "Mon/Thu 12:40-1:20 easy, Fri fartlek same slot": [
        "mon 12:40 easy",
        "thu 12:40 easy",
        "fri 12:40 fartlek",
    ],
    "mon 5k at lunch, tue 8k. always 12:30. saturday long first thing": [
        "mon 12:30 other 5km noon",
        "tue 12:30 other 8km",
        "sat long morning",
    ],
    # What is taken back inside a sentence.
    "tue 7am easy no wait tue is intervals, thu 7am tempo": ["tue 07:00 intervals", "thu 07:00 tempo"],
    "tempo wednesday at seven no half past seven pm, long sun": ["wed 19:30 tempo", "sun long"],
    # What goes on to days, and what is compared with them.
    "hills every monday 6:30pm, otherwise just sunday long 8am": ["mon 18:30 hills", "sun 08:00 long"],
    "track tue 7pm, the rest of the week i just do 30 mins easy mon and thu": [
        "mon easy 30min",
        "tue 19:00 intervals",
        "thu easy 30min",
    ],
    "every single day 5k easy at 6:30am. tuesdays i do 4x1k instead": [
        "mon 06:30 easy 5km",
        "tue intervals",
        "wed 06:30 easy 5km",
        "thu 06:30 easy 5km",
        "fri 06:30 easy 5km",
        "sat 06:30 easy 5km",
        "sun 06:30 easy 5km",
    ],
    # One run that is run as another kind; times of 24 hours behind a run.
    "thu easy, sat parkrun as a tempo 9am": ["thu easy", "sat 09:00 tempo 5km"],
    "wed hill repeats 1800, sun long 0900": ["wed 18:00 hills", "sun 09:00 long"],
    "1) Tues 19:00 track 2) Thurs 06:30 tempo 3) Sun long": ["tue 19:00 intervals", "thu 06:30 tempo", "sun long"],
    "fri hill sprints 19:00 then nothing till sunday's 12k (8:30)": ["fri 19:00 hills", "sun 08:30 other 12km"],
}


@pytest.mark.parametrize(("text", "entries"), FAMILIES.items())
def test_a_family_is_read(text: str, entries: list[str], vocabulary: Vocabulary) -> None:
    assert [shown(entry) for entry in week(text, vocabulary).entries] == entries


# Said around a week, and none of it: people, what was, what asks nothing of the bot.
AROUND = {
    "My sister runs every day but me only wed and sun. wed 8k easy. sun 15k long": ["wed easy", "sun long"],
    "wife works tues so no run then. mon 5am easy. wed 5am intervals. sun 6am long": [
        "mon easy",
        "wed intervals",
        "sun long",
    ],
    "used to do track tuesdays but dropped it. now: wed hills 6pm, fri easy, sun long": [
        "wed hills",
        "fri easy",
        "sun long",
    ],
    "After nights I sleep till 2 so tue 4pm easy, wed 4pm reps. thurs? maybe if alive": ["tue easy", "wed intervals"],
    "garmin coach says monday easy run 35 min, friday sprints, sunday long run": [
        "mon easy",
        "fri intervals",
        "sun long",
    ],
    "she has me doing monday easy jog, thursday tempo, saturday long": ["mon easy", "thu tempo", "sat long"],
    "my hubby trains for ironman, i only do 3: tue easy, thu intervals, sat long": [
        "tue easy",
        "thu intervals",
        "sat long",
    ],
    "mornings only, kid wakes at 7: tue easy, thu fartlek, sun long": ["tue easy", "thu fartlek", "sun long"],
    "I used to run 5 days but the doc said 3, so: mon easy, wed easy, sat easy": ["mon easy", "wed easy", "sat easy"],
    "Mon off, Tue 8k easy, Thu tempo, Sat long, right?": ["mon rest", "tue easy", "thu tempo", "sat long"],
    "Replacing my whole week. Tuesdays 6:10 am tempo, Thursdays VO2, Saturdays long. Delete the rest.": [
        "tue tempo",
        "thu intervals",
        "sat long",
    ],
    "sat used to be parkrun but now i do a tempo on sat at 8am, sun off": ["sat tempo", "sun rest"],
    "Easy run weds 5am before my shift. Long run saturday also 5am. Hate it but it works": ["wed easy", "sat long"],
}


def _days(found: tuple[Meaning, ...]) -> list[str]:
    weeks = (one for one in found if isinstance(one, WeekReading))
    return [f"{entry.weekday.key} {entry.run.kind}" for one in weeks for entry in one.entries]


@pytest.mark.parametrize(("text", "entries"), AROUND.items())
def test_a_plain_week_is_kept_whatever_stands_around_it(
    text: str, entries: list[str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert sorted(_days(read_message(text, vocabulary, now))) == sorted(entries)


@pytest.mark.parametrize(
    "text",
    [
        "remember those tuesday track nights? mondays hills, thursdays tempo, sundays long. best times",
        "Remember when we used to train twice a day? Mondays hills, Tuesdays track, Wednesdays tempo. Good times.",
        "my old club in Leeds did hills monday, track wednesday and a long run sunday",
        "the elites do mon easy, tue track, wed long, thu easy, fri tempo. madness",
        "Reading about Kipchoge. Mon 20k easy, Tue track 15x1k, Thu long 40k. Insane.",
        "in 2019 my week was 5 days: mon easy tue track wed easy thu tempo sun long",
        "thinking next block could be tue track, thu tempo, sun long. not sure yet",
        "does anyone here do mon easy wed tempo fri long instead of weekends",
        "The plan in the magazine: Mon rest, Tue 5k easy, Thu 5k easy, Sun 8k. Looks too soft for me",
        "my coach's other athlete does mon easy tue track thu tempo sun long",
        "what you think is mon easy wed tempo sun long a good week",
        "its been over 35 all week here in Madrid and every run is a death march",
        "Missed both this week so far: monday easy AND tuesday track",
        "left achilles grumbling, call it 3/10, started after sundays long one",
        "swap thursday tempo with friday easy this wk. does that mess up my deadlift day?",
    ],
)
def test_no_week_is_kept_of_others_of_what_was_or_of_what_is_only_said(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = read_message(text, vocabulary, now)
    assert not any(isinstance(one, WeekReading) for one in found)


def test_dates_with_a_race_among_them_are_the_runs_of_those_days(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("Fri 4th: rest. Sat 5th: 20 mins easy. Sun 6th: 10k race at 10:00", vocabulary, now)
    runs = [(one.date.day, one.run.kind) for one in found if isinstance(one, DatedRunReading)]
    assert runs == [(4, "rest"), (5, "easy"), (6, "race")]


def test_same_as_the_others_is_no_run_on_all_other_days(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("Friday is also a run day. Easy 5k, 6.30am same as the others", vocabulary, now)
    assert _days(found) in ([], ["fri easy"])


@pytest.mark.parametrize(
    ("text", "moved_run"),
    [
        ("the 18 miler slides from Sunday to Monday", ("long", 6, 7)),
        ("my long run goes to saturday this week", ("long", None, 5)),
        ("can u change my thurs tempo to fri please", ("tempo", 3, 4)),
        ("Skipping thursday's hills this week, doing them sat instead", ("hills", 3, 5)),
        ("my friday easy run is off this week, moving it to saturday", ("easy", 4, 5)),
    ],
)
def test_one_run_is_moved(
    text: str, moved_run: tuple[str, int | None, int], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (moved,) = read_message(text, vocabulary, now)
    assert isinstance(moved, MovedRunReading)
    days = (None if moved.from_date is None else moved.from_date.day, moved.date.day)
    assert (moved.run.kind, *days) == moved_run


def test_might_switch_moves_nothing(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("might switch my long run to saturday, havent decided", vocabulary, now)
    assert not any(isinstance(one, MovedRunReading | DatedRunReading | WeekReading) for one in found)
