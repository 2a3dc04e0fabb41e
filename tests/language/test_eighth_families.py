"""What the eighth sample showed to be missed, by causes: relatives of its sentences, by whoever repaired it."""

import datetime as dt

import pytest

from bot.language.meaning import (
    DatedRunReading,
    GymReading,
    LiftQuestion,
    LiftReading,
    Meaning,
    MomentReading,
    MovedRunReading,
    NotUnderstood,
    OtherQuestion,
    SleepReading,
    SorenessReading,
    TravelReading,
    WeekReading,
)
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from tests.language.reading import read_message


def shown(found: tuple[Meaning, ...]) -> list[str]:
    """Return the entries of a week as "tue 18:00 easy"."""
    entries = [entry for one in found if isinstance(one, WeekReading) for entry in one.entries]
    times = [f"{entry.run.time:%H:%M} " if entry.run.time else "" for entry in entries]
    return [f"{entry.weekday.key} {time}{entry.run.kind}" for entry, time in zip(entries, times, strict=True)]


WEEKS = {
    # Who gives the week, and who else has it.
    "physio has me on mon easy, wed easy, sat long": ["mon easy", "wed easy", "sat long"],
    "my coach wants me to do mon easy tue track sun long": ["mon easy", "tue intervals", "sun long"],
    "my plan (husband does the same one): mon easy 6am, wed tempo 6am, sat long 8am": [
        *("mon 06:00 easy", "wed 06:00 tempo", "sat 08:00 long"),
    ],
    "tue track 7pm with the lads, thu tempo with my sister, sun long": ["tue 19:00 intervals", "thu tempo", "sun long"],
    # Letters with a mark behind them.
    "m- rest tu- 8 easy w- track th- 8 easy f- off sa- 5 easy su- 18 long": [
        *("mon rest", "tue easy", "wed intervals", "thu easy", "fri rest", "sat easy", "sun long"),
    ],
    # Short words for hard runs and races, beside their days.
    "easy mon, fast wed, long sat": ["mon easy", "wed intervals", "sat long"],
    "Mon club efforts 7pm, Wed easy, Sat meet, Sun long": ["mon 19:00 intervals", "wed easy", "sat race", "sun long"],
    "tue track, thu tempo, sunday whatever i feel like": ["tue intervals", "thu tempo", "sun other"],
    # Times that are none of a run, and hours that are.
    "[08:01] me: mon easy, wed track 18:00, sun long 9:00": ["mon easy", "wed 18:00 intervals", "sun 09:00 long"],
    "up at 5 running by 5:30 tue thu easy. sun long 8": ["tue 05:30 easy", "thu 05:30 easy", "sun 08:00 long"],
    "sat parkrun 9, sun long 7:30": ["sat 09:00 race", "sun 07:30 long"],
    "run home from work mon wed fri at 5:30": ["mon 17:30 other", "wed 17:30 other", "fri 17:30 other"],
    "Sunday anything from 12 to 16 miles, tue easy, thu tempo": ["tue easy", "thu tempo", "sun long"],
    "I run 4x: mon & wed easy 6am, fri tempo": ["mon 06:00 easy", "wed 06:00 easy", "fri tempo"],
    # Days of choice, days that only head the week, days that are left.
    "tue or wed but usually tue: intervals 18:00, sun long": ["tue 18:00 intervals", "sun long"],
    "weekends only mate. sat easy 8am, sun long 8am": ["sat 08:00 easy", "sun 08:00 long"],
    "tue track, thu tempo, rest is easy on mon and wed": ["mon easy", "tue intervals", "wed easy", "thu tempo"],
    "tue track, thu tempo, sun long, everything else optional": ["tue intervals", "thu tempo", "sun long"],
}


@pytest.mark.parametrize(("text", "entries"), WEEKS.items())
def test_a_week_is_read_however_it_is_told(
    text: str, entries: list[str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert shown(read_message(text, vocabulary, now)) == entries


@pytest.mark.parametrize(
    "text",
    [
        # Quoted.
        'Somebody in the whatsapp group said "slept 3h, deadlifted 180, PB", legends',
        "'slept 3h, deadlifted 180' said some guy at the gym",
        'on strava it says "ran 12k, easy"',
        'it says "3x5 at 140"',
        # Of another time, and goals.
        "last winter: mon easy, wed tempo, sun long",
        "my goal is a marathon now",
        "finished 2 hours behind the winner",
    ],
)
def test_what_others_say_and_what_was_stores_nothing(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert all(isinstance(one, NotUnderstood | OtherQuestion) for one in read_message(text, vocabulary, now))


def test_a_question_without_a_mark_stores_no_week(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message("is mon easy wed tempo sun long a good week", vocabulary, now) == (OtherQuestion(),)


@pytest.mark.parametrize(
    "text",
    ["can i deadlift tonight, just 3x5 at 80", "i've only got mondays at 18:00 in the rack. is this monday ok?"],
)
def test_a_question_stores_neither_its_sets_nor_its_place(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert [type(one) for one in read_message(text, vocabulary, now)] == [LiftQuestion]


@pytest.mark.parametrize(
    ("text", "day", "planned"),
    [
        ("the half on the 20th is cancelled :(", dt.date(2026, 9, 20), RunKind.RACE),
        ("race on the 13th is off now", dt.date(2026, 9, 13), RunKind.RACE),
        ("intervals are off tomorrow", dt.date(2026, 9, 3), RunKind.INTERVALS),
        ("won't make thursday's intervals", dt.date(2026, 9, 3), RunKind.INTERVALS),
    ],
)
def test_what_is_off_is_a_day_off(
    text: str, day: dt.date, planned: RunKind, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (found,) = read_message(text, vocabulary, now)
    assert isinstance(found, DatedRunReading)
    assert (found.date, found.run.kind, found.replaces, found.planned) == (day, RunKind.REST, True, planned)


def test_a_run_called_off_for_another_day_is_not_todays(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read_message("going to a wedding saturday so no run", vocabulary, now)
    assert isinstance(found, DatedRunReading)
    assert (found.date, found.run.kind) == (dt.date(2026, 9, 5), RunKind.REST)


def test_a_changed_time_moves_the_run_and_adds_none(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read_message("changed my easy run tomorrow to 8am", vocabulary, now)
    assert isinstance(found, MovedRunReading)
    assert (found.date, found.run.time) == (dt.date(2026, 9, 3), dt.time(8))


def test_a_run_told_with_sore_legs_is_kept(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("ran 12k this morning and my quads are wrecked", vocabulary, now)
    assert [type(one) for one in found] == [DatedRunReading, SorenessReading]


def test_where_the_last_set_failed_is_no_effort(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read_message("did 5x5 at 100, last set failed at 4", vocabulary, now)
    assert isinstance(found, LiftReading)
    assert {one.rir for one in found.sets} == {None}


def test_a_race_that_is_off_is_no_new_race(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read_message("marathon on 27 sept is off", vocabulary, now)
    assert isinstance(found, DatedRunReading)
    assert (found.date, found.run.kind) == (dt.date(2026, 9, 27), RunKind.REST)


def test_what_a_run_is_now_takes_its_place_on_its_day(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read_message("tomorrow's tempo is now an easy 6k", vocabulary, now)
    assert isinstance(found, DatedRunReading)
    assert (found.date, found.run.kind, found.replaces) == (dt.date(2026, 9, 3), RunKind.EASY, True)


def test_a_failed_set_is_left_out_of_its_lift(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read_message("Did my deadlifts. 140x3, 150x1, 155 fail.", vocabulary, now)
    assert isinstance(found, LiftReading)
    assert [(one.reps, one.weight_kg) for one in found.sets] == [(3, 140), (1, 150)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Woke at 3 and never got back to sleep", SleepReading(hours=None)),
        ("woke at 4, couldn't get back to sleep", SleepReading(hours=None)),
        ("gym had no aircon, must've been 33 in there", GymReading(celsius=33.0)),
        ("landed in tokyo, 8 hours ahead", TravelReading(travel_hours=0.0, zones=8)),
        ("i'm in new york, clock is 6 hours behind", TravelReading(travel_hours=0.0, zones=6)),
    ],
)
def test_how_the_body_is_is_heard(text: str, state: Meaning, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (state,)


MOMENTS = {
    "can i train saturday": (dt.date(2026, 9, 5), None),
    "would a session on thursday week be fine?": (dt.date(2026, 9, 10), None),
    "do you reckon I could sneak a session in monday arvo around 4": (dt.date(2026, 9, 7), dt.time(16)),
    "so physio cleared me. deadlift saturday 11 fine for you?": (dt.date(2026, 9, 5), dt.time(11)),
    "gym fri b4 work 6?": (dt.date(2026, 9, 4), dt.time(6)),
    "deads tomorrow 7 evening?": (dt.date(2026, 9, 3), dt.time(19)),
    "sunday 6pm deads ok after the long run at 8am or na": (dt.date(2026, 9, 6), dt.time(18)),
    "wondering if i can deadlift today, just 3x5": (dt.date(2026, 9, 2), None),
    "my PT booked me in for thurs 4.30pm, it's deadlift day. should I cancel?": (dt.date(2026, 9, 3), dt.time(16, 30)),
    "hey bot is the bar allowed on saturday evening after parkrun in the morning": (dt.date(2026, 9, 5), None),
}


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_a_question_names_its_moment(
    text: str, moment: tuple[dt.date, dt.time | None], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (found,) = read_message(text, vocabulary, now)
    assert isinstance(found, LiftQuestion)
    assert isinstance(found.moment, MomentReading)
    assert (found.moment.date, found.moment.time) == moment


def test_a_plan_with_thanks_asks_nothing(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert [type(one) for one in read_message("i'll lift on friday thanks", vocabulary, now)] == [NotUnderstood]
