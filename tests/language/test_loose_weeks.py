"""Loose rules of weeks: whatever a day is for, whatever stands around, a time or a kind that is told once for all."""

import datetime as dt

import pytest

from bot.language.meaning import Doubt, FixedLiftsReading, WeekReading
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message
from tests.language.test_week import shown, week

NOW = dt.datetime(2026, 9, 2, 10, tzinfo=dt.UTC)
RUNS = {"mon": "mon 18:00 easy", "wed": "wed 18:00 tempo", "sun": "sun 09:00 long"}
PLACES = (
    "mon easy 6pm, wed tempo 6pm, {}, sun long 9am",
    "mon easy 6pm, wed tempo 6pm, sun long 9am, {}",
    "mon easy 6pm. wed tempo 6pm. {}. sun long 9am",
    "{}. mon easy 6pm. wed tempo 6pm. sun long 9am",
)
NO_RUNS = (
    *("fri swim", "fridays I swim", "friday: curry night", "fri = pub", "on fridays i'm at my mum's", "fri: choir"),
    *("friday we go climbing", "fri is my day with the twins", "friday is sacred", "never fridays", "fri date night"),
    *("fri i'm wrecked so nothing", "fri i have lectures til 6", "fri football 7pm", "fri bike 40k", "fri gym (legs)"),
    *(
        "fri i am at the allotment",
        "fri shopping",
        "fri recover on the couch",
        "fri i walk to work",
        "fri - dance class",
    ),
    *("fri i look after my nan so no running then", "fri: kids' swimming", "fri i visit my gran", "friday beers"),
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", NO_RUNS)
def test_a_day_that_is_named_with_anything_but_a_run_is_one_without(
    said: str, place: str, vocabulary: Vocabulary
) -> None:
    entries = [shown(entry) for entry in week(place.format(said), vocabulary).entries]
    assert entries == [RUNS["mon"], RUNS["wed"], "fri rest", RUNS["sun"]]


OF_TIME = (
    "mon easy 6pm, wed tempo 6pm, sun long 9am. I'm away until Friday",
    "since Friday it is mon easy 6pm, wed tempo 6pm, sun long 9am",
    "mon easy 6pm, wed tempo 6pm before the sun comes up, sun long 9am",
)


@pytest.mark.parametrize("text", OF_TIME)
def test_a_day_that_only_says_when_is_none_of_the_week(text: str, vocabulary: Vocabulary) -> None:
    assert "fri" not in {entry.weekday.key for entry in week(text, vocabulary).entries}


@pytest.mark.parametrize("text", ["mon 6pm easy, fri gym", "swim tomorrow", "fri pub"])
def test_a_day_without_a_run_needs_several_with_one_beside_it(text: str, vocabulary: Vocabulary) -> None:
    assert not any(shown(entry).endswith("rest") for entry in week(text, vocabulary).entries)


def test_a_run_beside_other_training_is_the_days_run(vocabulary: Vocabulary) -> None:
    entries = week("mon easy 6pm, wed tempo 6pm, wed yoga, sun long 9am", vocabulary).entries
    assert [shown(entry) for entry in entries] == list(RUNS.values())


def test_a_strange_name_with_a_time_is_a_run_that_is_asked_about(vocabulary: Vocabulary) -> None:
    found = week("tuesday hash at 18:30, sunday long 9am", vocabulary)
    assert [shown(entry) for entry in found.entries] == ["tue 18:30 other", "sun 09:00 long"]
    assert Doubt.KIND in {unread.doubt for unread in found.unread}


ONE_TIME = (
    *(". We meet at 7am", ". I head out at 7am", ". Whole thing at 7am", ". On the road at 7am each time"),
    *(". Time: 7am", "; 7am", ". 7am on the dot", ". I'm a 7am runner", ". same time each day, 7am"),
    *(". Every run begins at 7:00", ". 7am as ever", " and i start at 7am", " - usual start 07:00"),
)


@pytest.mark.parametrize("tail", ONE_TIME)
def test_the_only_time_behind_a_week_is_that_of_all_its_days(tail: str, vocabulary: Vocabulary) -> None:
    entries = week(f"Tue easy, Thu tempo, Sat long{tail}", vocabulary).entries
    assert [shown(entry) for entry in entries] == ["tue 07:00 easy", "thu 07:00 tempo", "sat 07:00 long"]


TWO_TIMES = (
    *("First two at 7pm, last one 7am", "The first two are at 7pm, the last at 7am", "Weeknights 7pm, Saturday 7am"),
    *("During the week at 7pm, Saturday at 7am", "long one at 7am, rest at 7pm", "7pm apart from sat when it's 7am"),
)


@pytest.mark.parametrize("tail", TWO_TIMES)
def test_times_are_those_of_the_days_they_are_told_of(tail: str, vocabulary: Vocabulary) -> None:
    entries = week(f"Tue easy, Thu tempo, Sat long. {tail}", vocabulary).entries
    assert [shown(entry) for entry in entries] == ["tue 19:00 easy", "thu 19:00 tempo", "sat 07:00 long"]


NO_TIMES = (". I go to bed at 10", ". My shift starts at 10am", ". Hannah feeds the cats at 9")


@pytest.mark.parametrize("tail", NO_TIMES)
def test_the_time_of_something_else_is_no_runs(tail: str, vocabulary: Vocabulary) -> None:
    entries = week(f"Tue easy 7am, Thu tempo 7am, Sat long 8am{tail}", vocabulary).entries
    assert [shown(entry) for entry in entries] == ["tue 07:00 easy", "thu 07:00 tempo", "sat 08:00 long"]


ONE_KIND = (
    *("All easy", "easy every time", "I only run easy", "Nothing but easy", "slow, all of them", "Every run is easy"),
    *("Just easy runs", "Zone 2 only", "only easy ones"),
)


@pytest.mark.parametrize("tail", ONE_KIND)
def test_the_only_kind_behind_a_week_is_that_of_all_its_days(tail: str, vocabulary: Vocabulary) -> None:
    entries = week(f"Tue 7am, Thu 7am, Sat 8am. {tail}", vocabulary).entries
    assert [shown(entry) for entry in entries] == ["tue 07:00 easy", "thu 07:00 easy", "sat 08:00 easy"]


TWO_KINDS = (
    *("Easy except Sat, that's long", "Saturday is the long one, rest easy", "First two easy, last one long"),
    *("Weekdays easy, Sat long", "easy apart from the long one on sat", "in order: easy, easy, long"),
    *("Easy in the week, long on Saturday", "weekday ones are easy, weekend one is long", "Tue and Thu easy, Sat long"),
    *("First is easy, second is easy, third is long", "First is easy, second is easy, and the last is long"),
)


@pytest.mark.parametrize("tail", TWO_KINDS)
def test_kinds_are_those_of_the_days_they_are_told_of(tail: str, vocabulary: Vocabulary) -> None:
    entries = week(f"Tue 7am, Thu 7am, Sat 8am. {tail}", vocabulary).entries
    assert [shown(entry) for entry in entries] == ["tue 07:00 easy", "thu 07:00 easy", "sat 08:00 long"]


FAMILIES = {
    # What only explains, in brackets or behind "before" and "after".
    "I jog Monday, Wednesday and Friday, 10 o'clock after my pills have gone down (blood pressure, nothing exciting)": [
        *("mon 10:00 easy", "wed 10:00 easy", "fri 10:00 easy"),
    ],
    "Tue easy (nothing beats dawn), Thu tempo (my knees allow it), Sun long": ["tue easy", "thu tempo", "sun long"],
    # The time of something else, and the run's.
    "Monday to Wednesday: train's at 6.20 so I run at 5.15am, easy. Sun long 9am": [
        *("mon 05:15 easy", "tue 05:15 easy", "wed 05:15 easy", "sun 09:00 long"),
    ],
    "mon got an 8am lecture so run at 6am, wed easy 6am, sun long 9am": [
        *("mon 06:00 other", "wed 06:00 easy", "sun 09:00 long"),
    ],
    "tue and thu easy before my shift which starts at 8, so 6am. sat long 7am": [
        *("tue 06:00 easy morning", "thu 06:00 easy morning", "sat 07:00 long"),
    ],
    # In order, from a day on.
    "In this order, beginning Monday: easy, intervals, rest, tempo, rest, easy, long. Each at 6:40 am.": [
        *("mon 06:40 easy", "tue 06:40 intervals", "wed rest", "thu 06:40 tempo", "fri rest", "sat 06:40 easy"),
        "sun 06:40 long",
    ],
    # Letters, and hours with an h.
    "M easy W easy F easy Su long": ["mon easy", "wed easy", "fri easy", "sun long"],
    "M/W/F easy 6a, Su long 8a": ["mon 06:00 easy", "wed 06:00 easy", "fri 06:00 easy", "sun 08:00 long"],
    "T/Th 6pm tempo, S/S 8am easy": ["tue 18:00 tempo", "thu 18:00 tempo", "sat 08:00 easy", "sun 08:00 easy"],
    "tue 17 h easy, thu 18.30h tempo, sun 8 h 30 long": ["tue 17:00 easy", "thu 18:30 tempo", "sun 08:30 long"],
    # Days of work, and days that are excepted.
    "Tue hills 6pm, Fri easy 6am. Mon Wed Thu I'm on shift": [
        *("mon rest", "tue 18:00 hills", "wed rest", "thu rest", "fri 06:00 easy"),
    ],
    "Mon-Thu easy 6am except Tue, Sun long 8am": [
        *("mon 06:00 easy", "tue rest", "wed 06:00 easy", "thu 06:00 easy", "sun 08:00 long"),
    ],
}


@pytest.mark.parametrize(("text", "entries"), FAMILIES.items())
def test_loose_families_of_weeks_are_read(text: str, entries: list[str], vocabulary: Vocabulary) -> None:
    assert [shown(entry) for entry in week(text, vocabulary).entries] == entries


SECOND_FAMILIES = {
    # A day that is taken out of others has no run, unless it is told apart.
    "every day except friday. easy. 6am": [
        *("mon 06:00 easy", "tue 06:00 easy", "wed 06:00 easy", "thu 06:00 easy", "fri rest", "sat 06:00 easy"),
        "sun 06:00 easy",
    ],
    "daily easy 6am except sun, sun long 8am": [
        *("mon 06:00 easy", "tue 06:00 easy", "wed 06:00 easy", "thu 06:00 easy", "fri 06:00 easy", "sat 06:00 easy"),
        "sun 08:00 long",
    ],
    "weekdays: easy at 6:30am except wednesday (tempo, 18:00)": [
        *("mon 06:30 easy", "tue 06:30 easy", "wed 18:00 tempo", "thu 06:30 easy", "fri 06:30 easy"),
    ],
    # The parts of one run, and of one day.
    "mon 3 km easy, 5 km threshold, 2 km easy. thu easy. sun long": ["mon tempo 10km", "thu easy", "sun long"],
    "tue double threshold (am and pm), thu easy 6am": [
        *("tue tempo morning", "tue tempo evening", "thu 06:00 easy"),
    ],
    "thu am easy 7am pm tempo 6pm, sat long 8am": [
        *("thu 07:00 easy morning", "thu 18:00 tempo evening", "sat 08:00 long"),
    ],
    "mon wed fri 6 (evenings) easy, sun 9 (morning) long": [
        *("mon 18:00 easy evening", "wed 18:00 easy evening", "fri 18:00 easy evening", "sun 09:00 long morning"),
    ],
    # Other training and other people's days, before the runner's own.
    "sun long after the bike, mon swim, tue tempo 12:30": ["mon rest", "tue 12:30 tempo", "sun long"],
    "mon wed fri are swim days so running is tue easy and sun long": [
        *("mon rest", "tue easy", "wed rest", "fri rest", "sun long"),
    ],
    "my husband has the kids on tue & thu so I run then, 5pm, easy. sun long 7am": [
        *("tue 17:00 easy", "thu 17:00 easy", "sun 07:00 long"),
    ],
    # What a week hangs on, until when one has time, whom it is for.
    "if nothing comes up: mon easy 6pm, wed tempo 6pm, sun long 9am": list(RUNS.values()),
    "I'd say I run three times: mon easy 6pm, wed tempo 6pm, sun long 9am": list(RUNS.values()),
    "All athletes: mon easy 6pm, wed tempo 6pm, sun long 9am": list(RUNS.values()),
    "tue easy 6:20am, fri easy 6:20am (have to be home by 7:30). sun long": [
        *("tue 06:20 easy", "fri 06:20 easy", "sun long"),
    ],
    "mon morning easy run before my 9am, wed tempo 6pm": ["mon easy morning", "wed 18:00 tempo"],
    # Letters, labels, orders and places.
    "Easy M and W, tempo F, long Su": ["mon easy", "wed easy", "fri tempo", "sun long"],
    "mon: drills & 400s 17:00 wed: short reps 17:00 fri: easy 17:00": [
        *("mon 17:00 intervals", "wed 17:00 intervals", "fri 17:00 easy"),
    ],
    "mon easy 6am tue tempo 6am off sat sun": ["mon 06:00 easy", "tue 06:00 tempo", "sat rest", "sun rest"],
    "tue, thu and sun, in the order: easy, tempo, long": ["tue easy", "thu tempo", "sun long"],
    "tue easy, thu tempo, sun long, the first two at 6:30pm and the long one at 9": [
        *("tue 18:30 easy", "thu 18:30 tempo", "sun 09:00 long"),
    ],
    "I do three runs a week, tue, thu and sat, all of them slow": ["tue easy", "thu easy", "sat easy"],
    "sat long, sun easy, nothing in the week": [
        *("mon rest", "tue rest", "wed rest", "thu rest", "fri rest", "sat long", "sun easy"),
    ],
    # Numbers that are no times.
    "easy tue and thu, a longer one of about seven on sun": ["tue easy", "thu easy", "sun long"],
    "thu fartlek with the U3A runners, 9:30am. sun long": ["thu 09:30 fartlek", "sun long"],
}


@pytest.mark.parametrize(("text", "entries"), SECOND_FAMILIES.items())
def test_more_loose_families_of_weeks_are_read(text: str, entries: list[str], vocabulary: Vocabulary) -> None:
    (found,) = read_message(text, vocabulary, NOW)
    assert isinstance(found, WeekReading)
    assert [shown(entry) for entry in found.entries] == entries


def test_a_bare_hour_before_five_is_one_of_the_afternoon_and_asked(vocabulary: Vocabulary) -> None:
    found = week("tue tempo at 4, thu easy 7am", vocabulary)
    assert [shown(entry) for entry in found.entries] == ["tue 16:00 tempo", "thu 07:00 easy"]
    assert [unread.doubt for unread in found.unread] == [Doubt.AM_OR_PM]


def test_a_day_of_whatever_somebody_says_is_a_run_that_is_asked_about(vocabulary: Vocabulary) -> None:
    found = week("thu whatever Dave says 7pm, tue easy 6pm, sat long", vocabulary)
    assert [shown(entry) for entry in found.entries] == ["tue 18:00 easy", "thu 19:00 other", "sat long"]
    assert Doubt.KIND in {unread.doubt for unread in found.unread}


@pytest.mark.parametrize(
    "text", ["my athletes: tue easy 6pm, thu tempo 6pm", "if I were you: tue easy 6pm, thu tempo 6pm"]
)
def test_the_week_of_others_stays_theirs(text: str, vocabulary: Vocabulary) -> None:
    read = read_message(text, vocabulary, NOW)
    assert not any(isinstance(one, WeekReading) for one in read)


@pytest.mark.parametrize("lifts", ["rest of the days i lift", "other days i lift", "i lift on the others"])
def test_the_time_of_a_run_is_no_lifts(lifts: str, vocabulary: Vocabulary) -> None:
    text = f"tue easy 6am, thu easy 6am, sat long 8am. {lifts}"
    read = read_message(text, vocabulary, NOW)
    assert not any(isinstance(one, FixedLiftsReading) for one in read)
