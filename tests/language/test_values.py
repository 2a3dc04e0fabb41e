"""Single values, as settings and set-up steps take them."""

import datetime as dt

import pytest

from bot.language.meaning import Doubt, ExperienceReading, FixedLiftsReading, Unread
from bot.language.values import (
    read_clock_time,
    read_days,
    read_experience,
    read_fixed_lifts,
    read_minutes,
    read_span,
    read_times,
)
from bot.language.vocabulary import Vocabulary
from bot.training.time import Weekday

TODAY = dt.date(2026, 9, 2)


def hours(times: tuple[dt.time, ...]) -> str:
    return " ".join(time.strftime("%H:%M") for time in times)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6:30", "06:30"),
        ("06:30", "06:30"),
        ("6.30am", "06:30"),
        ("6 a.m.", "06:00"),
        ("18h", "18:00"),
        ("18h30", "18:30"),
        ("6h", "06:00"),
        ("7pm", "19:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("7", "07:00"),
        ("at 7", "07:00"),
        ("0630", "06:30"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("1:30", "01:30"),
        ("6:30 in the evening", "18:30"),
        ("quarter to seven pm", "18:45"),
        ("half past six pm", "18:30"),
        ("6:30 am please", "06:30"),
    ],
)
def test_a_time_of_day_is_read(text: str, time: str, vocabulary: Vocabulary) -> None:
    found = read_clock_time(text, vocabulary=vocabulary)
    assert isinstance(found, dt.time)
    assert found.strftime("%H:%M") == time


@pytest.mark.parametrize("text", ["half past six", "quarter past 7", "seven"])
def test_a_spoken_hour_could_be_morning_or_evening(text: str, vocabulary: Vocabulary) -> None:
    found = read_clock_time(text, vocabulary=vocabulary)
    assert isinstance(found, Unread)
    assert found.doubt is Doubt.AM_OR_PM
    assert len(found.options) == 2


NO_TIME = [
    *("25:00", "6:75", "13am", "6 30", "07:00 12:00", "soon", "", "x" * 5000),
    # Words are left over: the text says something else.
    *("5 years", "7 km", "tomorrow 7", "tue 7am", "can I deadlift tomorrow at 7", "not 7", "-7", "6:30-7:30"),
]


@pytest.mark.parametrize("text", NO_TIME)
def test_what_is_no_single_time_is_unread(text: str, vocabulary: Vocabulary) -> None:
    found = read_clock_time(text, vocabulary=vocabulary)
    assert isinstance(found, Unread)
    assert found.doubt is Doubt.TIME


def test_times_come_sorted_and_once(vocabulary: Vocabulary) -> None:
    found = read_times("18:00, 7am noon 07:00", vocabulary=vocabulary)
    assert not isinstance(found, Unread)
    assert hours(found) == "07:00 12:00 18:00"


def test_a_list_may_hold_six_different_times(vocabulary: Vocabulary) -> None:
    found = read_times("6:00 7:00 8:00 9:00 10:00 11:00 6:00", vocabulary=vocabulary)
    assert not isinstance(found, Unread)
    assert len(found) == 6


def test_more_than_six_times_are_too_many(vocabulary: Vocabulary) -> None:
    found = read_times("6:00 7:00 8:00 9:00 10:00 11:00 12:00", vocabulary=vocabulary)
    assert isinstance(found, Unread)
    assert found.doubt is Doubt.VALUE


@pytest.mark.parametrize("text", ["", "whenever", "07:00 25:00", "07:00 six", "5 years", "mon 7:00", "07:00 maybe"])
def test_a_list_with_a_time_in_doubt_is_unread(text: str, vocabulary: Vocabulary) -> None:
    assert isinstance(read_times(text, vocabulary=vocabulary), Unread)


@pytest.mark.parametrize("text", ["22:00-06:00", "10pm to 6am", "22 - 6", "from 22:00 until 06:00", "22:00 – 06:00"])
def test_a_span_is_read_from_start_to_end(text: str, vocabulary: Vocabulary) -> None:
    assert read_span(text, vocabulary=vocabulary) == (dt.time(22), dt.time(6))


NO_SPAN = ["22:00", "22:00-22:00", "22:00-23:00-24:00", "late-early", "", "-", "5 years-6", "22-6 on mondays"]


@pytest.mark.parametrize("text", NO_SPAN)
def test_what_has_not_two_ends_is_no_span(text: str, vocabulary: Vocabulary) -> None:
    assert isinstance(read_span(text, vocabulary=vocabulary), Unread)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon wed fri", "mon wed fri"),
        ("fri, mon", "mon fri"),
        ("mo tu", "mon tue"),
        ("M/W/F", "mon wed fri"),
        ("Mon-Wed", "mon tue wed"),
        ("weekends", "sat sun"),
        ("every day except sunday", "mon tue wed thu fri sat"),
    ],
)
def test_days_come_in_the_order_of_the_week(text: str, days: str, vocabulary: Vocabulary) -> None:
    found = read_days(text, vocabulary=vocabulary)
    assert not isinstance(found, Unread)
    assert " ".join(day.key for day in found) == days


@pytest.mark.parametrize(
    "text", ["", "banana", "mon and bananas", "mon 5k", "mon 7", "not monday", "every other monday"]
)
def test_what_is_not_only_days_is_unread(text: str, vocabulary: Vocabulary) -> None:
    assert isinstance(read_days(text, vocabulary=vocabulary), Unread)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45", 45), ("45 min", 45), ("1h30", 90), ("half an hour", 30), ("1.5 hours", 90), ("45 min before", 45)],
)
def test_minutes_are_read(text: str, minutes: float, vocabulary: Vocabulary) -> None:
    assert read_minutes(text, vocabulary=vocabulary) == minutes


@pytest.mark.parametrize("text", ["", "off", "-5", "10 20", "2000", "30 hours", "3 years", "45 bananas", "at 6:30"])
def test_what_is_no_number_of_minutes_is_unread(text: str, vocabulary: Vocabulary) -> None:
    assert isinstance(read_minutes(text, vocabulary=vocabulary), Unread)


@pytest.mark.parametrize(
    ("text", "since", "is_new"),
    [
        ("3 years", "2023-09-02", False),
        ("about 3 yrs", "2023-09-02", False),
        ("a year and a half", "2025-03-03", False),
        ("2.5 years", "2024-03-03", False),
        ("1 year 6 months", "2025-03-03", False),
        ("half a year", "2026-03-03", False),
        ("a couple of months", "2026-07-03", False),
        ("8 weeks", "2026-07-08", False),
        ("5 weeks", "2026-07-29", True),
        ("10 days ago", "2026-08-23", True),
        ("new", "2026-09-02", True),
        ("never", "2026-09-02", True),
        ("180 days", "2026-03-06", False),
        ("I've been lifting for 3 years", "2023-09-02", False),
        ("2-3 years", "2023-09-02", False),
        ("just started", "2026-09-02", True),
        ("since 2019", "2019-01-01", False),
        ("since march", "2026-03-01", False),
        ("since november", "2025-11-01", False),
        ("since march 2024", "2024-03-01", False),
        ("since 1 june", "2026-06-01", False),
    ],
)
def test_experience_is_a_start_and_whether_it_is_new(
    text: str, since: str, *, is_new: bool, vocabulary: Vocabulary
) -> None:
    found = read_experience(text, today=TODAY, vocabulary=vocabulary)
    assert found == ExperienceReading(since=dt.date.fromisoformat(since), is_new=is_new)


NO_EXPERIENCE = [
    *("", "banana", "200 years", "0 years", "x" * 5000, "3"),
    *("-3 years", "minus 3 years", "my hamstrings are a 6 today", "easy 5k 3 years", "today", "i don't know"),
]


@pytest.mark.parametrize("text", NO_EXPERIENCE)
def test_what_is_no_length_of_time_is_unread(text: str, vocabulary: Vocabulary) -> None:
    assert isinstance(read_experience(text, today=TODAY, vocabulary=vocabulary), Unread)


@pytest.mark.parametrize(
    ("text", "lifts"),
    [
        ("tue 18:00, fri 07:00", "tue 18:00 fri 07:00"),
        ("tue and fri 6pm", "tue 18:00 fri 18:00"),
        ("tue, fri 6pm", "tue 18:00 fri 18:00"),
        ("6pm mon and thu", "mon 18:00 thu 18:00"),
        ("every tuesday at 18.30", "tue 18:30"),
        ("I lift tuesdays 18:00 and fridays 7:00", "tue 18:00 fri 07:00"),
    ],
)
def test_fixed_lifts_are_days_with_times(text: str, lifts: str, vocabulary: Vocabulary) -> None:
    found = read_fixed_lifts(text, vocabulary=vocabulary)
    assert isinstance(found, FixedLiftsReading)
    assert " ".join(f"{lift.weekday.key} {lift.time:%H:%M}" for lift in found.lifts) == lifts


def test_auto_lets_the_planner_choose(vocabulary: Vocabulary) -> None:
    assert read_fixed_lifts("auto", vocabulary=vocabulary) == FixedLiftsReading(auto=True)


@pytest.mark.parametrize(
    ("text", "doubt", "said"),
    [
        ("tue", Doubt.TIME, "tue"),
        ("tue 18:00, fri", Doubt.TIME, "fri"),
        ("tue at 6", Doubt.AM_OR_PM, "at 6"),
        ("tue 25:00", Doubt.TIME, "25:00"),
        ("18:00", Doubt.DAY, "18:00"),
        ("", Doubt.DAY, ""),
    ],
)
def test_a_lift_without_a_sure_day_and_time_is_unread(
    text: str, doubt: Doubt, said: str, vocabulary: Vocabulary
) -> None:
    found = read_fixed_lifts(text, vocabulary=vocabulary)
    assert isinstance(found, Unread)
    assert (found.doubt, found.text) == (doubt, said)


def test_weekdays_keep_their_type(vocabulary: Vocabulary) -> None:
    assert read_days("sunday", vocabulary=vocabulary) == (Weekday.SUN,)


@pytest.mark.parametrize("text", ["next year", "in 2 years", "in 5 weeks", "next month"])
def test_a_start_that_is_to_come_is_no_experience(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert isinstance(read_experience(text, today=now.date(), vocabulary=vocabulary), Unread)
