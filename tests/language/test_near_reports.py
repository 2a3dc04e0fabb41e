"""What only sounds like a report about the runner stores nothing: wishes, habits, other people, other words."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.language.meaning import (
    AfterLiftQuestion,
    GymReading,
    HealthReading,
    HeatClearedReading,
    HeatIllnessReading,
    IllnessReading,
    Meaning,
    OverrideReading,
    RunReportReading,
    SleepReading,
    SorenessReading,
    TravelReading,
    Unread,
    WellReading,
)
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

# A Wednesday.
NOW = dt.datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Europe/Berlin"))
REPORTS = (
    *(SleepReading, IllnessReading, WellReading, TravelReading, GymReading, HeatIllnessReading, SorenessReading),
    *(HealthReading, HeatClearedReading, RunReportReading, OverrideReading, Unread),
)


def said(text: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    return read_message(text, vocabulary, NOW)


NO_REPORT = [
    # A time of day is no hours asleep, and beds, pillows and scores no hours either.
    *("slept until 9", "went to sleep at 10pm", "asleep by 22:00"),
    *("slept with 2 pillows", "sleep score 85", "deep sleep 1h20"),
    *("slept in, 20 min late", "slept well"),
    # Wished, habitual, of another night.
    *("i need 8 hours of sleep", "want to sleep 8 hours tonight", "i get 6 hours of sleep a night", "i sleep 8 hours"),
    *("usually sleep 6 hours", "slept 4 hours on monday", "slept 3 hours the day before yesterday", "sleep 8h tonight"),
    # Denied.
    *("i don't have a fever", "i'm not feeling sick", "no fever", "didn't catch a cold", "never had a chest infection"),
    *("not over my cold yet", "almost over my cold", "rest until i'm well again", "hope i'm well again by friday"),
    # Only words.
    *("i'm sick of tempo runs", "i have hay fever"),
    *("race fever is real", "cold plunge after my run", "got my flu shot"),
    *("it's cold out", "my temperature is 36.6"),
    *("temperature of 28 degrees today", "that was sick", "ill fitting shoes"),
    # Somebody else.
    *("my husband slept 4 hours", "the baby slept 3 hours", "my son is ill, fever of 39", "my dog has a fever"),
    *("my wife is pregnant", "she had a baby 5 weeks ago", "my mum is 67", "my friend had knee surgery in january"),
    # Supposed, or asked.
    *("if i get sick i'll skip", "if i slept 4 hours, flew 8 hours, can i lift?", "what if i have a fever?"),
    *("what should i do with a fever", "can i lift with a cold, with a fever?", "is it bad to sleep 5 hours"),
    *("can i deadlift on 4 hours of sleep?", "how do i sleep better", "when i'm well again can i lift?"),
    # Of long ago, or still to come.
    *("had a cold last week", "had covid in january", "i was sick last month", "had heat stroke last summer"),
    *("flying 8 hours tomorrow", "tomorrow i fly 8 hours, 6 time zones", "gym was 34 degrees yesterday"),
    # No journey, and no heat.
    *("flight at 8", "my flight is at 18:00", "was flying for 20 minutes", "45 min in zone 2", "ran in 2 zones today"),
    *("gym is 20 dollars", "gym is at 6", "gym is 5 min away", "34 degrees outside today", "the gym is open 24 hours"),
    # No report of a run.
    *("tempo runs are awful", "easy run on a flat route today", "will my intervals feel awful?", "tempo was not bad"),
    *("deadlifts felt awful", "easy run in awful weather today", "my friend's tempo felt awful"),
    # Not going on all the same.
    *("should i lift anyway", "i won't lift anyway"),
    *("if i lift anyway what happens", "lift anyway?", "she lifts anyway"),
]


@pytest.mark.parametrize("text", NO_REPORT)
def test_what_only_sounds_like_a_report_is_none(text: str, vocabulary: Vocabulary) -> None:
    assert not [one for one in said(text, vocabulary) if isinstance(one, REPORTS)]


NOT_AFTER_A_LIFT = [
    *("can i deadlift after my run?", "should i lift before or after running?", "i run after lifting on tuesdays"),
    *(
        "can i deadlift the day after my long run",
        "can i run today?",
        "after 10k yesterday can i lift today?",
        "can i deadlift after squats and then run?",
    ),
]


@pytest.mark.parametrize("text", NOT_AFTER_A_LIFT)
def test_question_about_a_lift_is_not_about_running_after_it(text: str, vocabulary: Vocabulary) -> None:
    assert not [one for one in said(text, vocabulary) if isinstance(one, AfterLiftQuestion)]
