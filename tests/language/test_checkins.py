"""Check-ins and health in the runner's own words: what is reported is read, and what only sounds like it is not."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.checkins import read_checkin
from bot.language.health import read_health
from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    Doubt,
    GymReading,
    HealthReading,
    HeatClearedReading,
    HeatIllnessReading,
    IllnessReading,
    LiftQuestion,
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
from bot.language.why import read_past_day
from bot.training.health import HealthTopic
from bot.training.runs import RunKind
from tests.language.reading import read_message

NOW = dt.datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
COLD = IllnessReading(head_only=True)

COMMANDED = {
    "soreness 6": (SorenessReading(level=6),),
    "sore 6/10": (SorenessReading(level=6),),
    "sleep 4.5": (SleepReading(hours=4.5),),
    "sleep 4h30": (SleepReading(hours=4.5),),
    "slept 5 hours": (SleepReading(hours=5.0),),
    "ill 38.5": (IllnessReading(fever_c=38.5),),
    "ill 101f": (IllnessReading(fever_c=38.3),),
    "ill": (IllnessReading(),),
    "ill head cold": (COLD,),
    "cold only": (COLD,),
    "well": (WellReading(),),
    "travel 8h 5 zones": (TravelReading(travel_hours=8.0, zones=5),),
    "travel 5 zones": (TravelReading(zones=5),),
    "flew 8 hours": (TravelReading(travel_hours=8.0),),
    "gym 33": (GymReading(celsius=33.0),),
    "gym 90f": (GymReading(celsius=32.2),),
    "heat illness": (HeatIllnessReading(),),
    "sleep 4.5, soreness 6": (SleepReading(hours=4.5), SorenessReading(level=6)),
    "xyz": (),
}


@pytest.mark.parametrize(("text", "found"), COMMANDED.items())
def test_text_behind_the_command_is_read(text: str, found: tuple[object, ...], vocabulary: Vocabulary) -> None:
    assert read_checkin(text, now=NOW, vocabulary=vocabulary) == found


@pytest.mark.parametrize("text", ["sleep 30", "sleep -3", "ill 60", "soreness 11", "soreness -1", "gym 200"])
def test_number_that_cannot_be_right_is_refused(text: str, vocabulary: Vocabulary) -> None:
    [found] = read_checkin(text, now=NOW, vocabulary=vocabulary)
    assert isinstance(found, Unread)
    assert found.doubt is Doubt.VALUE


def said(text: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    return read_message(text, vocabulary, NOW)


SENTENCES: dict[str, Meaning] = {
    "slept 4 hours": SleepReading(hours=4.0),
    "only got five hours of sleep": SleepReading(hours=5.0),
    "i have a fever": IllnessReading(head_only=False),
    "fever of 38.7 today": IllnessReading(fever_c=38.7),
    "got a head cold": COLD,
    "just a cold, no fever": COLD,
    "i'm sick": IllnessReading(),
    "stomach bug": IllnessReading(),
    "i'm well again": WellReading(),
    "over my cold": WellReading(),
    "flew 8 hours today, 6 time zones": TravelReading(travel_hours=8.0, zones=6),
    "gym is 34 degrees today": GymReading(celsius=34.0),
    "had heat exhaustion yesterday": HeatIllnessReading(),
    "i'm pregnant": HealthReading(topic=HealthTopic.PREGNANT),
    "i'm 20 weeks pregnant": HealthReading(topic=HealthTopic.PREGNANT),
    "i had a baby 5 weeks ago": HealthReading(topic=HealthTopic.BIRTH, since=dt.date(2026, 1, 28)),
    "i have high blood pressure": HealthReading(topic=HealthTopic.BLOOD_PRESSURE),
    "i was diagnosed with a stress fracture": HealthReading(topic=HealthTopic.STRESS_FRACTURE),
    "my doctor cleared me after my stress fracture": HealthReading(topic=HealthTopic.STRESS_FRACTURE, cleared=True),
    "i'm 67": HealthReading(topic=HealthTopic.AGE_65_UP),
    "i'm 15 years old": HealthReading(topic=HealthTopic.AGE_13_TO_17),
    "can i run after deadlifts?": AfterLiftQuestion(),
    "how long after deadlifting can I do intervals": AfterLiftQuestion(),
    "ok to run tonight after lifting this morning": AfterLiftQuestion(),
    "intervals felt awful today": RunReportReading(date=TODAY, kind=RunKind.INTERVALS, felt_worse=True),
    "yesterday's tempo was 4% slower than planned": RunReportReading(
        date=dt.date(2026, 3, 3), kind=RunKind.TEMPO, felt_worse=False, percent=4.0
    ),
    "tempo felt great": RunReportReading(date=None, kind=RunKind.TEMPO, felt_worse=False),
    "ill lift anyway": OverrideReading(),
}


@pytest.mark.parametrize(("text", "meaning"), SENTENCES.items())
def test_sentence_is_read(text: str, meaning: Meaning, vocabulary: Vocabulary) -> None:
    assert said(text, vocabulary) == (meaning,)


REPORTS = (
    *(SleepReading, IllnessReading, WellReading, TravelReading, GymReading, HeatIllnessReading),
    *(HealthReading, HeatClearedReading, RunReportReading),
)
NEAR_MISSES = [
    *("how do i sleep better?", "slept well", "not sick", "my son has a fever", "if i get sick", "i'm fine"),
    *("my wife is pregnant", "can i deadlift while pregnant?", "stress fractures scare me", "it was a cold run today"),
    *("slept 4 hours?", "i have a fever?", "flew 8 hours ?"),
    *("can i deadlift after my run?", "i'm 2 weeks out", "should i lift with a cold?", "maybe i'm sick"),
    *("i lose tightness on rep 4 and 5", "my grip goes at rep 3"),
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_sounds_like_a_report_is_none(text: str, vocabulary: Vocabulary) -> None:
    assert not [one for one in said(text, vocabulary) if isinstance(one, REPORTS)]


SEVERAL: dict[str, list[type[object]]] = {
    "slept 4h, hamstrings a 6, can i still pull tonight?": [SleepReading, SorenessReading, LiftQuestion],
    "slept 4 hours can i deadlift today": [SleepReading, LiftQuestion],
    "slept 3 hours and my legs are a 7, deadlift tonight?": [SleepReading, SorenessReading, LiftQuestion],
    "my legs are a 7 and i slept 3 hours": [SorenessReading, SleepReading],
    "did 10k easy, slept 5 hours": [SleepReading, DatedRunReading],
}


@pytest.mark.parametrize(("text", "kinds"), SEVERAL.items())
def test_several_things_in_one_message_are_all_read(
    text: str, kinds: list[type[object]], vocabulary: Vocabulary
) -> None:
    assert [type(one) for one in said(text, vocabulary)] == kinds


HEALTH = {
    "age 65+": HealthReading(topic=HealthTopic.AGE_65_UP),
    "age 13-17": HealthReading(topic=HealthTopic.AGE_13_TO_17),
    "age 34": HealthReading(topic=HealthTopic.AGE_18_TO_64),
    "age under 13": HealthReading(topic=HealthTopic.AGE_UNDER_13),
    "birth 2026-01-10": HealthReading(topic=HealthTopic.BIRTH, since=dt.date(2026, 1, 10)),
    "surgery 2026-02-01": HealthReading(topic=HealthTopic.SURGERY, since=dt.date(2026, 2, 1)),
    "stress fracture": HealthReading(topic=HealthTopic.STRESS_FRACTURE),
    "REDs": HealthReading(topic=HealthTopic.LOW_ENERGY),
    "cleared heart disease": HealthReading(topic=HealthTopic.HEART, cleared=True),
    "cleared heat illness": HeatClearedReading(),
    "not pregnant any more": HealthReading(topic=HealthTopic.PREGNANT, over=True),
    "no longer leaking": HealthReading(topic=HealthTopic.PELVIC, over=True),
    "none": HealthReading(topic=HealthTopic.NONE),
}


@pytest.mark.parametrize(("text", "found"), HEALTH.items())
def test_health_behind_the_command_is_read(text: str, found: object, vocabulary: Vocabulary) -> None:
    assert read_health(text, today=TODAY, vocabulary=vocabulary) == (found,)


@pytest.mark.parametrize("text", ["birth 2027-01-01", "surgery 2019-01-01"])
def test_birth_or_surgery_to_come_or_long_ago_is_asked_back(text: str, vocabulary: Vocabulary) -> None:
    [found] = read_health(text, today=TODAY, vocabulary=vocabulary)
    assert isinstance(found, Unread)


PAST = {
    "yesterday": dt.date(2026, 3, 3),
    "2026-03-02": dt.date(2026, 3, 2),
    "friday": dt.date(2026, 2, 27),
    "wednesday": TODAY,
    "2 days ago": dt.date(2026, 3, 2),
    "xyz": None,
}


@pytest.mark.parametrize(("text", "day"), PAST.items())
def test_day_of_a_verdict_is_read(text: str, day: dt.date | None, vocabulary: Vocabulary) -> None:
    assert read_past_day(text, today=TODAY, vocabulary=vocabulary) == day


@given(text=st.text(max_size=200))
def test_no_text_raises(text: str, vocabulary: Vocabulary) -> None:
    read_checkin(text, now=NOW, vocabulary=vocabulary)
    read_health(text, today=TODAY, vocabulary=vocabulary)
    read_past_day(text, today=TODAY, vocabulary=vocabulary)
