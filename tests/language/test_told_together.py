"""Families that unseen messages showed: results of short runs, and races and lift times told beside other things."""

import datetime as dt
from collections.abc import Callable

import pytest

from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    FixedLiftsReading,
    HealthReading,
    IllnessReading,
    LiftFixReading,
    LiftReading,
    Meaning,
    MovedRunReading,
    NotKeptReading,
    RaceReading,
    SettingReading,
    SleepReading,
    TimeOffReading,
    TravelReading,
    WeekReading,
)
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from tests.language.reading import read_message

Read = Callable[[str], tuple[Meaning, ...]]


@pytest.fixture
def understood(vocabulary: Vocabulary, now: dt.datetime) -> Read:
    return lambda text: read_message(text, vocabulary, now)


def _only(found: tuple[Meaning, ...], sort: type[Meaning]) -> Meaning:
    [one] = [one for one in found if isinstance(one, sort)]
    return one


@pytest.mark.parametrize(
    ("text", "date", "minutes"),
    [
        ("3k time trial on mon: 11:02", dt.date(2026, 8, 31), 11),
        ("5k time trial yesterday 19:43", dt.date(2026, 9, 1), 19),
        ("ran 3k yesterday 12:05", dt.date(2026, 9, 1), 12),
    ],
)
def test_what_a_short_run_took_is_no_time_of_day(text: str, date: dt.date, minutes: float, understood: Read) -> None:
    found = _only(understood(text), DatedRunReading)
    assert isinstance(found, DatedRunReading)
    assert (found.date, found.done) == (date, True)
    assert (found.run.time, found.run.duration_min) == (None, minutes)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("5k race saturday 9:30", dt.time(9, 30)),
        ("5k race saturday 9:32", dt.time(9, 32)),
        ("10k race on sunday at 10:12", dt.time(10, 12)),
        ("easy 5k saturday 18:32", dt.time(18, 32)),
    ],
)
def test_when_a_short_run_begins_is_no_result(text: str, time: dt.time, understood: Read) -> None:
    found = _only(understood(text), DatedRunReading)
    assert isinstance(found, DatedRunReading)
    assert (found.run.time, found.done) == (time, False)


@pytest.mark.parametrize(
    ("text", "date", "beside"),
    [
        ("no pings after 9pm. and I've a half on 4 oct", dt.date(2026, 10, 4), SettingReading),
        ("Berlin marathon is 27 sept. use pounds please", dt.date(2026, 9, 27), SettingReading),
        ("mon easy 8k, wed tempo 10k, sun long 20k. Bath half on 11 october", dt.date(2026, 10, 11), WeekReading),
    ],
)
def test_a_race_is_kept_beside_what_else_is_told(
    text: str, date: dt.date, beside: type[Meaning], understood: Read
) -> None:
    found = understood(text)
    race = _only(found, RaceReading)
    assert isinstance(race, RaceReading)
    assert race.date == date
    assert any(isinstance(one, beside) for one in found)


def test_a_race_that_is_part_of_a_week_is_told_once(understood: Read) -> None:
    found = understood("Marathon is on Sunday 13 Sept. Before that: Mon 8k easy, Wed 7k run, Fri 20 min jog, Sat off.")
    assert not any(isinstance(one, RaceReading) for one in found)


def test_what_somebody_says_of_themselves_is_no_name_of_a_race(understood: Read) -> None:
    race = _only(understood("London marathon is 25 April, I'm 44 and I weigh 71 kilos"), RaceReading)
    assert isinstance(race, RaceReading)
    assert "weigh" not in race.name


def test_lift_times_are_kept_beside_a_setting(understood: Read) -> None:
    found = understood("my gym days are wed/sun 10am now, and equipment is only a 20kg bar with 60kg of plates")
    assert any(isinstance(one, SettingReading) for one in found)
    lifts = _only(found, FixedLiftsReading)
    assert isinstance(lifts, FixedLiftsReading)
    assert [one.time for one in lifts.lifts] == [dt.time(10)] * 2


def test_deleting_the_entry_of_a_lift_drops_no_race(understood: Read) -> None:
    found = understood("Please delete the last deadlift entry, I have typed it twice.")
    assert not any(isinstance(one, DroppedRaceReading) for one in found)
    assert any(isinstance(one, LiftFixReading) for one in found)


def test_the_run_behind_one_that_is_skipped_stays(understood: Read) -> None:
    found = understood("skip saturday's run, sunday 15k easy")
    kinds = {one.date.day: one.run.kind for one in found if isinstance(one, DatedRunReading)}
    assert kinds == {5: RunKind.REST, 6: RunKind.EASY}


@pytest.mark.parametrize("text", ["away in Spain 10 to 17 sept, no runs", "away in spain 10 to 17 sept"])
def test_days_away_begin_with_their_first(text: str, understood: Read) -> None:
    away = _only(understood(text), TimeOffReading)
    assert isinstance(away, TimeOffReading)
    assert (away.first.day, away.last.day) == (10, 17)


def test_single_days_before_a_question_are_no_week(understood: Read) -> None:
    found = understood("tomorrow off, friday 5 easy, saturday off, sunday the half in Ghent. can i lift today at 12?")
    assert not any(isinstance(one, WeekReading) for one in found)
    assert [one.date.day for one in found if isinstance(one, DatedRunReading)] == [3, 4, 5, 6]


def test_days_away_without_runs_are_no_week(understood: Read) -> None:
    found = understood("off to Madrid for work thurs to sat, no running")
    assert [type(one) for one in found] == [TimeOffReading]


def test_how_long_a_lift_took_is_no_run(understood: Read) -> None:
    found = understood("Did the front squats this morning. 95 lbs for 3 sets of 8, the whole thing took 25 min")
    assert [type(one) for one in found] == [LiftReading]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("slept like rubbish, 4.5 hours maybe", SleepReading),
        ("Slept dreadfully, perhaps four hours.", SleepReading),
        ("Got maybe 5 hours, baby up all night", SleepReading),
        ("flew lanzarote to leeds yesterday, 4.5h folded up in a middle seat", TravelReading),
        ("we drove 9 hrs yesterday to see the in-laws, two stops", TravelReading),
        ("my trainer sees me each wednesday 17.15 for the strength", FixedLiftsReading),
        ("no more sat barbell club for me, only the tuesday one stays, 8pm", FixedLiftsReading),
        ("pushing sunday's long run to saturday", MovedRunReading),
        ("the bath half got moved to 18 october", MovedRunReading),
        ("please treat me as a beginner", SettingReading),
        ("I weigh 14 stone 2", NotKeptReading),
        ("that bench was 65 not 56, fat fingers", LiftFixReading),
        ("Stomach is not ok since Monday, I am going to the loo all day.", IllnessReading),
        ("i just turned 50", HealthReading),
        ("got into the loughborough 10k on the 27th!!", RaceReading),
        ("8k done this morning. does that help?", DatedRunReading),
        ("forgot to tell you sundays long one happened. 18 miles", DatedRunReading),
    ],
)
def test_what_is_told_in_other_words_is_kept(text: str, sort: type[Meaning], understood: Read) -> None:
    assert [type(one) for one in understood(text)] == [sort]


@pytest.mark.parametrize(
    "text",
    [
        "my sister got into the loughborough 10k on the 27th",
        "should I be treated as a beginner?",
        "my brother flew to Leeds yesterday, 4 hours late",
        "the milk turned 2 days ago",
        "did you get into the 10k on the 27th?",
        "does that help?",
        "pushing the pram to the park on sunday",
    ],
)
def test_the_same_words_of_something_else_change_nothing(text: str, understood: Read) -> None:
    kept = (DatedRunReading, RaceReading, SettingReading, TravelReading, MovedRunReading, SleepReading, WeekReading)
    assert not any(isinstance(one, kept) for one in understood(text))
