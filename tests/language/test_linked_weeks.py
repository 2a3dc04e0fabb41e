"""A week that is put together where the rules leave days or times over: it is fuller, surely own, and asked about."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.meaning import Meaning, WeekReading
from bot.language.understand import as_message
from bot.language.vocabulary import Vocabulary
from bot.language.week_links import WeekLinks, candidates, features
from bot.language.week_sketch import KIND, TIME, Sketch
from bot.training.profile import DistanceUnit, MassUnit
from tests.language.reading import read_message

FULLER = {
    "PT 0600 Mon Wed Fri, steady 8k. Tues intervals 1700. Sun long 0900. Thurs and Sat off": [
        *("mon steady 06:00", "tue intervals 17:00", "wed steady 06:00", "thu rest", "fri steady 06:00", "sat rest"),
        "sun long 09:00",
    ],
    "Unit PT Tue and Thu at 0630, usually intervals Tue and a steady run Thu. My own long run Sat 1000.": [
        *("tue intervals 06:30", "thu steady 06:30", "sat long 10:00"),
    ],
}

NOT_OWN = [
    "my husband's plan is mon easy tue track wed rest thu tempo at 6am",
    "last year I did mon easy, wed tempo and sat long, all at 6am",
    "Tempted to do Mon easy, Tue hills, Wed tempo, Thu track, all at 6am",
    "the lads do tue hills, thu track and sun long, 7am",
    "should i do mon easy, wed tempo, sat long?",
]

BY_RULES = [
    "Mon easy 5k 7am, Wed tempo 18:30, Sat long 18k 8am",
    "every day except friday I run at 7am easy",
    "no runs mon or fri. tues 7pm hills. weds easy. thurs easy. sat long 8am",
    "My running days are Wednesday (easy), Friday (tempo) and Sunday (long). 7am on weekdays and 9 on Sunday.",
]


def _told(found: tuple[Meaning, ...]) -> list[str]:
    week = next(one for one in found if isinstance(one, WeekReading))
    times = (f" {entry.run.time:%H:%M}" if entry.run.time else "" for entry in week.entries)
    return [f"{one.weekday.key} {one.run.kind}{time}" for one, time in zip(week.entries, times, strict=True)]


def _guesses(found: tuple[Meaning, ...]) -> bool:
    return any(isinstance(one, WeekReading) and one.guessed for one in found)


@pytest.mark.parametrize(("text", "entries"), FULLER.items())
def test_days_and_times_that_the_rules_leave_over_are_linked(
    text: str, entries: list[str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = read_message(text, vocabulary, now)
    assert _told(found) == entries
    assert _guesses(found)


@pytest.mark.parametrize("text", FULLER)
def test_what_was_linked_is_told_anew_in_words_that_the_rules_read_alike(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = read_message(text, vocabulary, now)
    week = next(one for one in found if isinstance(one, WeekReading))
    again = read_message(week.text, vocabulary, now)
    assert _told(again) == _told(found)
    assert not _guesses(again)


@pytest.mark.parametrize("text", NOT_OWN)
def test_nothing_is_put_together_of_what_is_not_surely_ones_own_week(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert not _guesses(read_message(text, vocabulary, now))


@pytest.mark.parametrize("text", BY_RULES)
def test_what_the_rules_read_whole_stays_as_they_read_it(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not _guesses(read_message(text, vocabulary, now))


WORDS = st.sampled_from(
    [
        "mon",
        "tue",
        "sat",
        "easy",
        "tempo",
        "long",
        "6am",
        "18:30",
        "same time",
        ",",
        ".",
        "\n",
        "and",
        "gym",
        "8k",
        "off",
    ]
)


def _sketch(text: str, vocabulary: Vocabulary, now: dt.datetime) -> Sketch:
    message = as_message(text, now=now, vocabulary=vocabulary, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM)
    return Sketch(message.items)


@settings(max_examples=150)
@given(words=st.lists(WORDS, max_size=25))
def test_every_link_is_one_of_the_candidates_with_a_likelihood(words: list[str], vocabulary: Vocabulary) -> None:
    sketch = _sketch(" ".join(words), vocabulary, dt.datetime(2026, 9, 2, 10, tzinfo=dt.UTC))
    for link in WeekLinks(vocabulary.link_weights).links(sketch):
        assert link.kind in candidates(sketch, link.day, KIND)
        assert link.time in candidates(sketch, link.day, TIME)
        assert 0 <= link.certainty <= 1


def test_of_several_candidates_the_heaviest_is_chosen(vocabulary: Vocabulary, now: dt.datetime) -> None:
    sketch = _sketch("tue easy, tempo thu", vocabulary, now)
    behind = next(place for place in candidates(sketch, sketch.days[0], KIND) if place == sketch.kinds[1])
    weights = {KIND: dict.fromkeys(features(sketch, sketch.days[0], behind, KIND), 1.0)}
    chosen, sure = WeekLinks(weights).chosen(sketch, sketch.days[0], KIND)
    assert chosen == behind
    assert sure > 1 / 2


def test_without_weights_nothing_is_linked(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert WeekLinks({}).links(_sketch("tue easy, thu tempo", vocabulary, now)) == ()
