"""Runs that are left out and named by their kind alone, and when the bot is to write."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, LeftOutRunReading, MovedRunReading, SettingReading, WeekReading
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from bot.training.time import Weekday
from tests.language.reading import read_message

LEFT_OUT = [
    ("no track this week", RunKind.INTERVALS, 0),
    ("skip the long run this week", RunKind.LONG, 0),
    ("won't do my long run this week, away", RunKind.LONG, 0),
    ("missing tempo this week", RunKind.TEMPO, 0),
    ("no tempo next week", RunKind.TEMPO, 1),
    ("can't make track this week", RunKind.INTERVALS, 0),
    ("track is cancelled this week", RunKind.INTERVALS, 0),
    ("my coach cancelled track this week", RunKind.INTERVALS, 0),
    ("skip intervals", RunKind.INTERVALS, None),
    ("the long run is off", RunKind.LONG, None),
    ("Intervals cancelled obviously", RunKind.INTERVALS, None),
]


@pytest.mark.parametrize(("text", "kind", "week"), LEFT_OUT)
def test_a_run_is_left_out_by_its_kind(
    text: str, kind: RunKind, week: int | None, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert read_message(text, vocabulary, now) == (LeftOutRunReading(kind=kind, week=week),)


@pytest.mark.parametrize(
    "text",
    [
        "off out for a run",
        "off for a tempo",
        "no hills",
        "no easy runs please",
        "is there no track this week?",
        "skipped track last week",
        "no strides this week",
        "no run on wednesday",
        "no race this week",
        "no tempo was as hard as this week",
    ],
)
def test_what_names_no_run_to_come_leaves_none_out(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, LeftOutRunReading) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    "text", ["off out for a run now", "i'm off for a run", "off to the track now", "just off on my run"]
)
def test_who_is_off_for_a_run_takes_no_day_off(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    runs = [one.run for one in read_message(text, vocabulary, now) if isinstance(one, DatedRunReading)]
    assert RunKind.REST not in {run.kind for run in runs}


@pytest.mark.parametrize("who", ["my coach", "our coach has", "the club", "my trainer"])
def test_who_made_the_plan_may_move_a_run(who: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    (found,) = read_message(f"{who} moved thursday's tempo to friday 6am", vocabulary, now)
    assert isinstance(found, MovedRunReading)
    assert (found.from_date, found.date, found.run.kind) == (dt.date(2026, 9, 3), dt.date(2026, 9, 4), RunKind.TEMPO)


@pytest.mark.parametrize(
    ("text", "day", "kind"),
    [
        ("my long run day is now saturday", Weekday.SAT, RunKind.LONG),
        ("my tempo day is friday now", Weekday.FRI, RunKind.TEMPO),
        ("my rest day's monday", Weekday.MON, RunKind.REST),
    ],
)
def test_the_day_of_a_kind_is_that_of_every_week(
    text: str, day: Weekday, kind: RunKind, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (week,) = read_message(text, vocabulary, now)
    assert isinstance(week, WeekReading)
    assert [(entry.weekday, entry.run.kind) for entry in week.entries] == [(day, kind)]


WHEN = [
    ("remind me an hour before i lift", "warmup", "60"),
    ("remind me 45 min before my lift", "warmup", "45"),
    ("ping me half an hour before", "warmup", "30"),
    ("don't message me before 8", "quiet", "before 8"),
    ("don't text me after 9pm", "quiet", "after 9pm"),
    ("stop the morning reminders", "reminder", "off"),
    ("turn off the morning messages please", "reminder", "off"),
]


@pytest.mark.parametrize(("text", "name", "value"), WHEN)
def test_when_the_bot_writes_is_a_setting(
    text: str, name: str, value: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert read_message(text, vocabulary, now) == (SettingReading(name=name, value=value),)
