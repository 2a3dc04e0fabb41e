"""Reports in a runner's own words: many ways to say each, alone and together."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.checkins import read_checkin
from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    Doubt,
    GymReading,
    HeatIllnessReading,
    IllnessReading,
    LiftQuestion,
    LiftReading,
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
from bot.training.runs import RunKind
from tests.language.reading import read_message

# A Wednesday.
NOW = dt.datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
COLD = IllnessReading(head_only=True)
ILL = IllnessReading()


def said(text: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    return read_message(text, vocabulary, NOW)


def sleep(hours: float) -> SleepReading:
    return SleepReading(hours=hours)


def travel(hours: float = 0.0, zones: int = 0) -> TravelReading:
    return TravelReading(travel_hours=hours, zones=zones)


COMMANDED: dict[str, tuple[Meaning, ...]] = {
    "sleep 4,5": (sleep(4.5),),
    "sleep 4.5 hours": (sleep(4.5),),
    "sleep 4:30": (sleep(4.5),),
    "sleep 7h": (sleep(7.0),),
    "sleep 8h15": (sleep(8.25),),
    "sleep 0": (sleep(0.0),),
    "sleep 24h": (sleep(24.0),),
    "sleep five hours": (sleep(5.0),),
    "sleep 6h 20min": (sleep(6.33),),
    "sleep: 5": (sleep(5.0),),
    "soreness 0": (SorenessReading(level=0),),
    "quads 7, calves 3": (SorenessReading(level=7),),
    "calves 3, quads 7": (SorenessReading(level=7),),
    "sick": (ILL,),
    "unwell": (ILL,),
    "flu": (ILL,),
    "ill for 3 days": (ILL,),
    "ill, cold only": (COLD,),
    "ill 38,5": (IllnessReading(fever_c=38.5),),
    "ill 38.5°C": (IllnessReading(fever_c=38.5),),
    "ill 102.2 °F": (IllnessReading(fever_c=39.0),),
    "ill 101": (IllnessReading(fever_c=38.3),),
    "fever": (IllnessReading(head_only=False),),
    "fever 39": (IllnessReading(fever_c=39.0),),
    "temp 38.4": (IllnessReading(fever_c=38.4),),
    "better": (WellReading(),),
    "recovered": (WellReading(),),
    "travel 10h": (travel(10.0),),
    "travel 8 hours and 5 time zones": (travel(8.0, 5),),
    "travel 8h, 5 zones": (travel(8.0, 5),),
    "flight 11h 9 zones": (travel(11.0, 9),),
    "travel 30h": (travel(30.0),),
    "drove 7 hours": (travel(7.0),),
    "gym 33.5": (GymReading(celsius=33.5),),
    "gym 33c": (GymReading(celsius=33.0),),
    "gym 90": (GymReading(celsius=32.2),),
    "gym 59f": (GymReading(celsius=15.0),),
    "gym -5": (GymReading(celsius=-5.0),),
    "heat stroke": (HeatIllnessReading(),),
    "heat exhaustion": (HeatIllnessReading(),),
    "sleep 5 travel 8h 5 zones": (sleep(5.0), travel(8.0, 5)),
    "sleep 4.5, soreness 6, ill 38.5": (sleep(4.5), SorenessReading(level=6), IllnessReading(fever_c=38.5)),
    "cleared heat illness": (),
    "slept until 9": (),
    "not ill": (),
    "": (),
    "🙂": (),
}


@pytest.mark.parametrize(("text", "found"), COMMANDED.items())
def test_text_behind_the_command_is_read(text: str, found: tuple[Meaning, ...], vocabulary: Vocabulary) -> None:
    assert read_checkin(text, now=NOW, vocabulary=vocabulary) == found


IMPOSSIBLE = [
    *("sleep 25", "sleep 30h", "ill 33", "ill 44", "ill 110f", "gym 61c", "gym -20", "gym 150", "travel 50h"),
    *("travel 25 zones", "soreness 11", "sore 5.5"),
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_number_that_cannot_be_right_is_refused(text: str, vocabulary: Vocabulary) -> None:
    [found] = read_checkin(text, now=NOW, vocabulary=vocabulary)
    assert isinstance(found, Unread)
    assert found.doubt is Doubt.VALUE


SENTENCES: dict[str, Meaning] = {
    # Sleep.
    "I slept 4.5 hours": sleep(4.5),
    "slept 4,5 hours last night": sleep(4.5),
    "slept only 4": sleep(4.0),
    "slept about 5 hours": sleep(5.0),
    "slept around 7h": sleep(7.0),
    "slept 7:30": sleep(7.5),
    "slept five and a half hours": sleep(5.5),
    "slept 6 hours and 20 minutes": sleep(6.33),
    "4h of sleep": sleep(4.0),
    "only 4 hours sleep last night": sleep(4.0),
    "had 5 hrs of sleep": sleep(5.0),
    "my watch says i slept 4 hours": sleep(4.0),
    "barely slept 3 hours": sleep(3.0),
    "so tired, slept 4 hours": sleep(4.0),
    "slept badly, 4 hours": sleep(4.0),
    "slept less than 4 hours": sleep(3.75),
    "under 6 hours of sleep": sleep(5.75),
    "kids kept me up, slept 4 hours": sleep(4.0),
    # Illness.
    "i'm sick": ILL,
    "I have the flu": ILL,
    "i've got covid": ILL,
    "chest infection": ILL,
    "feeling unwell today": ILL,
    "been sick for 3 days": ILL,
    "sick since monday": ILL,
    "i've got a sore throat": ILL,
    "my throat is sore": ILL,
    "i was sick yesterday": ILL,
    "ill today": ILL,
    "woke up with a fever": IllnessReading(head_only=False),
    "fever since yesterday": IllnessReading(head_only=False),
    "fever of 101.5": IllnessReading(fever_c=38.6),
    "my temperature is 38.4": IllnessReading(fever_c=38.4),
    "i've got a temperature of 38.2": IllnessReading(fever_c=38.2),
    "i have a bad cold": COLD,
    "caught a cold": COLD,
    "i've had a cold since sunday": COLD,
    "a runny nose, no fever": COLD,
    "i have a cold but no fever": COLD,
    "fever's gone": WellReading(),
    "i'm healthy again": WellReading(),
    "no longer sick": WellReading(),
    "i'm not sick anymore": WellReading(),
    "recovered from the flu": WellReading(),
    # Travel and heat.
    "flew 11h yesterday, 9 time zones": travel(11.0, 9),
    "flew 8 hours, 6 zones": travel(8.0, 6),
    "jet lagged from 7h time difference": travel(zones=7),
    "jet lagged, 7 hours time difference": travel(zones=7),
    "crossed 6 time zones today": travel(zones=6),
    "just off a 10 hour flight": travel(10.0),
    "drove 7 hours today": travel(7.0),
    "got back from a 10 hour drive": travel(10.0),
    "travel 8h 5 zones": travel(8.0, 5),
    "8 hours on a train today": travel(8.0),
    "the gym is 34 degrees today": GymReading(celsius=34.0),
    "it's 33°C in the gym": GymReading(celsius=33.0),
    "gym is like an oven, 36 degrees": GymReading(celsius=36.0),
    "gym at 93F": GymReading(celsius=33.9),
    "35 degrees celsius in my garage": GymReading(celsius=35.0),
    "i had heat stroke last week": HeatIllnessReading(),
    # How runs went.
    "today's intervals were terrible": RunReportReading(date=TODAY, kind=RunKind.INTERVALS, felt_worse=True),
    "my run felt awful": RunReportReading(date=None, kind=RunKind.OTHER, felt_worse=True),
    "long run was rubbish on sunday": RunReportReading(date=dt.date(2026, 3, 1), kind=RunKind.LONG, felt_worse=True),
    "intervals yesterday went well": RunReportReading(
        date=dt.date(2026, 3, 3), kind=RunKind.INTERVALS, felt_worse=False
    ),
    "tempo came out 2.5 percent slower than planned": RunReportReading(
        date=None, kind=RunKind.TEMPO, felt_worse=False, percent=2.5
    ),
    "parkrun was great": RunReportReading(date=None, kind=RunKind.RACE, felt_worse=False),
    "intervals 4% slower than planned": RunReportReading(
        date=None, kind=RunKind.INTERVALS, felt_worse=False, percent=4.0
    ),
    "the tempo felt harder than planned": RunReportReading(date=None, kind=RunKind.TEMPO, felt_worse=True),
    "the tempo on 26 Feb felt awful": RunReportReading(date=dt.date(2026, 2, 26), kind=RunKind.TEMPO, felt_worse=True),
    "my tempo on the 26th was awful": RunReportReading(date=dt.date(2026, 2, 26), kind=RunKind.TEMPO, felt_worse=True),
    "tempo on 28 Dec was great": RunReportReading(date=dt.date(2025, 12, 28), kind=RunKind.TEMPO, felt_worse=False),
    "tempo felt awful last week": RunReportReading(
        date=None, kind=RunKind.TEMPO, felt_worse=True, latest=dt.date(2026, 3, 1)
    ),
    # Questions about running after lifting.
    "can i do a tempo the day after deadlifts?": AfterLiftQuestion(),
    "how soon can i run after deadlifting": AfterLiftQuestion(),
    "after a heavy session of deadlifts can i run intervals": AfterLiftQuestion(),
    "i deadlifted today, can i run tomorrow?": AfterLiftQuestion(),
    "easy run after squats and deads ok?": AfterLiftQuestion(),
    "how far can i run after lifting?": AfterLiftQuestion(),
    # Going on all the same.
    "lifting anyway": OverrideReading(),
    "going to deadlift anyway": OverrideReading(),
    "i will pull anyway": OverrideReading(),
    "doing it anyway": OverrideReading(),
    "I'm going to lift anyway, thanks": OverrideReading(),
}


@pytest.mark.parametrize(("text", "meaning"), SENTENCES.items())
def test_sentence_is_read(text: str, meaning: Meaning, vocabulary: Vocabulary) -> None:
    assert said(text, vocabulary) == (meaning,)


SEVERAL: dict[str, list[object]] = {
    "slept 4 hours, can i deadlift?": [sleep(4.0), LiftQuestion],
    "can i deadlift today, i slept 4 hours?": [sleep(4.0), LiftQuestion],
    "can i deadlift tonight although i slept 4 hours?": [sleep(4.0), LiftQuestion],
    "no deadlifts today i'm sick": [ILL],
    "i have a cold, should i lift?": [COLD, LiftQuestion],
    "fever 38.5, can i deadlift?": [IllnessReading(fever_c=38.5), LiftQuestion],
    "quads 7, calves 3, can i deadlift?": [SorenessReading(level=7), LiftQuestion],
    "flew 8 hours today, 6 time zones, ok to lift tonight?": [travel(8.0, 6), LiftQuestion],
    "gym is 34 degrees, can i lift tonight?": [GymReading(celsius=34.0), LiftQuestion],
    "not sure if i should lift, slept 4 hours": [sleep(4.0)],
    "slept 5 hours, did 10k easy": [sleep(5.0), DatedRunReading],
    "did tempo today, felt awful": [DatedRunReading, RunReportReading],
    "ran 10k easy today, felt great": [DatedRunReading, RunReportReading],
    "slept 5 hours, deadlifted 3x4 at 100": [sleep(5.0), LiftReading],
    "my legs are a 6, slept 4h": [SorenessReading(level=6), sleep(4.0)],
    "did 10k today and slept 5 hours": [sleep(5.0), DatedRunReading],
    "deadlifted 3x4 at 100 and slept 4 hours": [sleep(4.0), LiftReading],
    "cancelled today's run i have a fever": [IllnessReading(head_only=False), DatedRunReading],
    "i drove 3 hours today and ran 10k": [travel(3.0), DatedRunReading],
    "skipped today's run, i have a fever": [IllnessReading(head_only=False), DatedRunReading],
}


@pytest.mark.parametrize(("text", "found"), SEVERAL.items())
def test_several_things_in_one_message_are_all_read(text: str, found: list[object], vocabulary: Vocabulary) -> None:
    meanings = said(text, vocabulary)
    assert [type(one) if type(one) in found else one for one in meanings] == found


PAST: dict[str, dt.date] = {
    "today": TODAY,
    "last friday": dt.date(2026, 2, 27),
    "last wednesday": dt.date(2026, 2, 25),
    "yesterday evening": dt.date(2026, 3, 3),
    "3 march": dt.date(2026, 3, 3),
    "a week ago": dt.date(2026, 2, 25),
}


@pytest.mark.parametrize(("text", "day"), PAST.items())
def test_day_of_a_verdict_is_read(text: str, day: dt.date, vocabulary: Vocabulary) -> None:
    assert read_past_day(text, today=TODAY, vocabulary=vocabulary) == day


@pytest.mark.parametrize("text", ["tomorrow", "2026-12-01", "next friday", "in 2 days"])
def test_day_to_come_has_no_verdict_yet(text: str, vocabulary: Vocabulary) -> None:
    found = read_past_day(text, today=TODAY, vocabulary=vocabulary)
    assert isinstance(found, Unread)
    assert found.doubt is Doubt.FUTURE


WORDS = st.sampled_from(
    [
        *("slept", "4", "4.5", "4,5", "8h", "23:00", "hours", "and a half", "of sleep", "i", "i'm", "my", "not", "no"),
        *("fever", "38.5", "101 f", "°", "sick", "cold", "gym", "degrees", "flew", "6", "zones", "time difference"),
        *("well again", "pregnant", "surgery", "cleared", "no longer", "last year", "2 years ago", "29 february"),
        *("tempo", "felt awful", "4%", "yesterday", "next friday", "if", "because", "?", ",", ".", "-", "can i lift"),
        *("deadlifted", "after", "run", "anyway", "999999", "0", "²", "١", "½", "in january", "ago", "a", "half"),
    ]
)


@given(words=st.lists(WORDS, max_size=14))
def test_no_words_in_any_order_raise(words: list[str], vocabulary: Vocabulary) -> None:
    text = " ".join(words)
    assert said(text, vocabulary)
    read_checkin(text, now=NOW, vocabulary=vocabulary)
    read_past_day(text, today=TODAY, vocabulary=vocabulary)
