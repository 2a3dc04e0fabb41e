"""What a message means as a whole; above all, that nothing but a plain statement changes data."""

import datetime as dt

import pytest

from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    Doubt,
    ExperienceReading,
    FixedLiftsReading,
    LiftQuestion,
    LiftReading,
    MovedRunReading,
    NewTimeReading,
    NotUnderstood,
    OtherQuestion,
    OverrideReading,
    RaceReading,
    SettingReading,
    SmallTalk,
    SorenessReading,
    Talk,
    Unread,
    WeekReading,
)
from bot.language.values import read_experience
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from tests.language.reading import read_message

CHANGES = (
    DatedRunReading,
    FixedLiftsReading,
    LiftReading,
    MovedRunReading,
    NewTimeReading,
    OverrideReading,
    RaceReading,
    SettingReading,
    SorenessReading,
    WeekReading,
)


SORTS: dict[str, type] = {
    "can I deadlift tomorrow evening?": LiftQuestion,
    "friday 18:00": LiftQuestion,
    "now?": LiftQuestion,
    "tomorrow?": LiftQuestion,
    "all good now?": LiftQuestion,
    "deadlift 3x4 -100kg": Unread,
    "mon easy tempo 5k, wed easy or long": WeekReading,
    "deadlift tuesday 18:00": LiftQuestion,
    "can i run after deadlifts": AfterLiftQuestion,
    "how many sets": OtherQuestion,
    "deadlifted 3x4 at 100, felt like an 8": LiftReading,
    "100x4,4,3 @8": LiftReading,
    "tempo moved to Thursday 7pm": MovedRunReading,
    "skipped today's run": DatedRunReading,
    "tempo thursday 7pm": DatedRunReading,
    "please add easy 5k tomorrow 7am": DatedRunReading,
    "rest tomorrow": DatedRunReading,
    "Tue track 7pm, Thu tempo, Sun long 18k": WeekReading,
    "intervals every tuesday at 18:30": WeekReading,
    "every other sunday long run": WeekReading,
    "10k race on 13/09": RaceReading,
    "race day is 27 september, berlin marathon": RaceReading,
    "my hamstrings are a 6 today": SorenessReading,
    "I always lift tuesdays 18:00 and fridays 7:00": FixedLiftsReading,
    "remind me at 6:30": SettingReading,
    "I'll lift anyway": OverrideReading,
    "thanks!": SmallTalk,
    "🍕🍕🍕": NotUnderstood,
    "": NotUnderstood,
}


@pytest.mark.parametrize(("text", "sort"), SORTS.items())
def test_a_message_is_taken_for_what_it_is(text: str, sort: type, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert [type(meaning) for meaning in read_message(text, vocabulary, now)] == [sort]


NO_CHANGE = [
    # Questions, with and without a question mark.
    "can I move my tempo to thursday?",
    "should I skip my long run tomorrow",
    "what if I skip today's run",
    "is a 10k race on 13/09 ok",
    "should i do 3x4 100kg",
    "deadlift 3x4 100kg tomorrow?",
    "did i deadlift yesterday",
    "how about easy 5k tomorrow",
    "tempo tomorrow?",
    "could I do intervals every tuesday",
    "when should I take a rest day",
    "is soreness 6 too much",
    "lift anyway?",
    "3x4 100kg ok?",
    "what time do you remind me",
    "do i lift on tuesdays 18:00?",
    # Denied.
    "I haven't done my long run yet today",
    "I did not skip my run today",
    "didn't lift 3x4 100kg yesterday",
    "never ran a marathon on 13/09",
    # Unsure, or supposed.
    "i think i might do tempo tomorrow",
    "maybe rest tomorrow",
    "if I skip my run tomorrow I'll lift",
    "thinking of moving my long run to saturday",
    "not sure whether to run easy tomorrow",
    # About somebody else.
    "my wife ran 10k today",
    "my friend skipped her run today",
    "he deadlifted 3x4 200kg",
    # Told, not done here and now.
    "I ran a marathon in 2019",
    "i hate tempo runs",
    "tempo run hurts my legs",
    "drop the bar or lower it slow",
    "heard a pop in my hamstring when i pulled",
    "heart racing n skipping beats after the last set still 20 min later",
    "never lifted in my life, running since 3 weeks. start now?",
    "3x20 light or 4x4 heavy",
    "go to failure yes/no",
    "give me a 16 week marathon plan",
    "carb loading plan for sunday",
    "sat all day",
    "march through the deadlift steps pls",
]


@pytest.mark.parametrize("text", NO_CHANGE)
def test_what_is_no_plain_statement_changes_nothing(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(meaning, CHANGES) for meaning in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("soreness 6", 6),
        ("my hamstrings are a 6 today", 6),
        ("legs sore 7/10", 7),
        ("soreness is 4 out of 10", 4),
        ("10/10 sore", 10),
        ("not sore at all", 0),
        ("quads sore", None),
    ],
)
def test_soreness_is_a_number_up_to_ten_or_not_said(
    text: str, level: int | None, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert read_message(text, vocabulary, now) == (SorenessReading(level=level),)


@pytest.mark.parametrize(
    ("text", "level"), [("doms 3 after 10k yesterday", 3), ("legs sore after 10k yesterday", None)]
)
def test_run_that_soreness_is_blamed_on_is_told_with_it(
    text: str, level: int | None, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = read_message(text, vocabulary, now)
    assert SorenessReading(level=level) in found
    assert [one.date for one in found if isinstance(one, DatedRunReading)] == [now.date() - dt.timedelta(days=1)]


@pytest.mark.parametrize("text", ["soreness 60", "my legs are 42", "hamstrings easy 5k"])
def test_other_numbers_are_no_soreness(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(meaning, SorenessReading) for meaning in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("remind me at 6:30", "reminder", "06:30"),
        ("reminder at 7am please", "reminder", "07:00"),
        ("stop reminding me", "reminder", "off"),
        ("no reminders please", "reminder", "off"),
        ("use pounds", "units", "lb"),
        ("switch to miles", "distance", "mi"),
        ("im using miles", "distance", "mi"),
        ("we use miles here", "distance", "mi"),
        ("i run in miles", "distance", "mi"),
        ("i weigh in kilos", "units", "kg"),
        ("i train in kg", "units", "kg"),
    ],
)
def test_a_setting_comes_as_set_takes_it(
    text: str, name: str, value: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert read_message(text, vocabulary, now) == (SettingReading(name=name, value=value),)


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("hi", Talk.GREETING),
        ("Good morning!", Talk.GREETING),
        ("thank you so much 🙏", Talk.THANKS),
        ("never mind", Talk.CANCEL),
        ("yes", Talk.YES),
        ("nope", Talk.NO),
        ("undo", Talk.UNDO),
        ("Undo that!", Talk.UNDO),
        ("undo it", Talk.UNDO),
        ("actually undo", Talk.UNDO),
        ("take that back", Talk.UNDO),
        ("delete that", Talk.UNDO),
        ("revert", Talk.UNDO),
        ("help", Talk.HELP),
        ("help me", Talk.HELP),
        ("what can you do?", Talk.HELP),
        ("what can you do", Talk.HELP),
        ("?", Talk.HELP),
    ],
)
def test_small_talk_is_all_of_a_message(text: str, talk: Talk, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_message(text, vocabulary, now) == (SmallTalk(talk=talk),)


@pytest.mark.parametrize("text", ["undo the tempo run", "help me deadlift", "what can you do about my grip?"])
def test_undo_and_help_are_small_talk_only_alone(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(meaning, SmallTalk) for meaning in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    ("text", "kind", "time", "sure"),
    [
        ("running club is 6:30 now", RunKind.OTHER, dt.time(6, 30), False),
        ("run is at 7 now", RunKind.OTHER, dt.time(7), False),
        ("tempo is 19:00 now instead of 18:00", RunKind.TEMPO, dt.time(19), True),
    ],
)
def test_a_new_time_of_no_day_is_a_weekly_runs(
    text: str, kind: RunKind, time: dt.time, vocabulary: Vocabulary, now: dt.datetime, *, sure: bool
) -> None:
    (found,) = read_message(text, vocabulary, now)
    assert found == NewTimeReading(kind=kind, time=time, sure=sure, text=text)


def test_a_new_time_on_its_own_day_moves_the_run(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (move,) = read_message("tweak: thursday's tempo is at 19:00 now", vocabulary, now)
    assert isinstance(move, MovedRunReading)
    assert (move.date, move.from_date, move.run.time) == (dt.date(2026, 9, 3), dt.date(2026, 9, 3), dt.time(19))


def test_a_greeting_before_a_question_does_not_hide_it(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert isinstance(read_message("hi, can i deadlift today?", vocabulary, now)[0], LiftQuestion)


def test_a_question_about_an_ambiguous_date_carries_the_doubt(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (question,) = read_message("can i lift on 04/07", vocabulary, now)
    assert isinstance(question, LiftQuestion)
    assert isinstance(question.moment, Unread)
    assert question.moment.doubt is Doubt.DATE_ORDER


def test_a_run_on_an_ambiguous_date_is_asked_about(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (doubt,) = read_message("easy 5k on 04/07", vocabulary, now)
    assert isinstance(doubt, Unread)
    assert doubt.options == ("2027-04-07", "2027-07-04")


def test_a_text_that_is_too_long_says_so(vocabulary: Vocabulary, now: dt.datetime) -> None:
    (reading,) = read_message("mon easy 5k\n" * 400, vocabulary, now)
    assert isinstance(reading, WeekReading)
    assert reading.unread[0].doubt is Doubt.TOO_LONG


def test_more_than_fifty_days_are_no_week(vocabulary: Vocabulary, now: dt.datetime) -> None:
    week = "mon easy 5k, tue 6x800, thu tempo 40 min, sat rest, sun long 18k\n"
    (within,) = read_message(week * 10, vocabulary, now)
    (beyond,) = read_message(week * 10 + "mon easy 5k", vocabulary, now)

    assert isinstance(within, WeekReading)
    assert len(within.entries) == 5
    assert isinstance(beyond, WeekReading)
    assert (beyond.entries, [one.doubt for one in beyond.unread]) == ((), [Doubt.TOO_LONG])


STORY = "the rain fell on the old harbour and the gulls went on about it all morning. "


def test_a_story_tells_nothing_that_is_stored_by_the_way(vocabulary: Vocabulary, now: dt.datetime) -> None:
    told = "did an easy 10k today. "
    (short,) = read_message(STORY + told, vocabulary, now)
    (long,) = read_message(STORY * 15 + told, vocabulary, now)

    assert isinstance(short, DatedRunReading)
    assert isinstance(long, NotUnderstood)


def test_a_question_at_the_end_of_a_story_is_a_question(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert isinstance(read_message(f"{STORY * 15}can i deadlift tomorrow?", vocabulary, now)[-1], LiftQuestion)


def test_a_plan_that_is_as_long_as_a_story_is_a_plan(vocabulary: Vocabulary, now: dt.datetime) -> None:
    note = " with the club from the old harbour, whatever the weather does to us all, " * 3
    days = ("mon easy 5k 7am", "tue 6x800 at 6pm", "thu tempo 40 min", "fri rest", "sun long 18k")
    (reading,) = read_message("\n".join(day + note for day in days), vocabulary, now)

    assert isinstance(reading, WeekReading)
    assert [entry.weekday.key for entry in reading.entries] == ["mon", "tue", "thu", "fri", "sun"]


@pytest.mark.parametrize(
    ("text", "day", "planned"),
    [
        ("tomorrow's tempo is off", 3, RunKind.TEMPO),
        ("my easy run tomorrow is off", 3, RunKind.EASY),
        ("the long run on sunday is off", 6, RunKind.LONG),
        ("track is off tonight", 2, RunKind.INTERVALS),
        ("the marathon on 27 sept is off", 27, RunKind.RACE),
    ],
)
def test_a_run_that_is_off_is_skipped(
    text: str, day: int, planned: RunKind, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (found,) = read_message(text, vocabulary, now)
    assert isinstance(found, DatedRunReading)
    assert (found.date, found.run.kind, found.planned) == (dt.date(2026, 9, day), RunKind.REST, planned)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [("lifting 3 years", "lifting", "3 years"), ("running 18 months", "running", "18 months")],
)
def test_a_sport_and_a_long_time_say_for_how_long(
    text: str, name: str, value: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert read_message(text, vocabulary, now) == (SettingReading(name=name, value=value),)


@pytest.mark.parametrize("text", ["i run miles", "i live for the miles", "i log miles", "i lift kilos for fun"])
def test_a_unit_that_is_only_spoken_of_sets_nothing(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, SettingReading) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize("text", ["lifting 3 days ago", "lifting 3 times a week", "running 5 weeks until my race"])
def test_a_sport_and_a_short_time_set_nothing(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, SettingReading) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    ("text", "told"),
    {
        "run for 4 years, lift for 2": {"running": 4, "lifting": 2},
        "been running 6 years and lifting 3": {"running": 6, "lifting": 3},
        "new to lifting, running 8 years": {"running": 8, "lifting": 0},
        "new to running, lifting 10 years": {"running": 0, "lifting": 10},
        "running 3 days a week and lifting 2": {},
        "ran 5 years ago, lifting 3 days ago": {},
    }.items(),
)
def test_years_of_running_and_of_lifting_are_told_apart(
    vocabulary: Vocabulary, now: dt.datetime, text: str, told: dict[str, int]
) -> None:
    found = [one for one in read_message(text, vocabulary, now) if isinstance(one, SettingReading)]
    since = {one.name: read_experience(one.value, today=now.date(), vocabulary=vocabulary) for one in found}
    years = {name: one.since.year for name, one in since.items() if isinstance(one, ExperienceReading)}
    assert years == {name: now.year - count for name, count in told.items()}
