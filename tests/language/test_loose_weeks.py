"""Loose rules of weeks: whatever a day is for, whatever stands around, a time or a kind that is told once for all."""

import pytest

from bot.language.meaning import Doubt
from bot.language.vocabulary import Vocabulary
from tests.language.test_week import shown, week

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
