"""What people tell in a sentence, by families, and sentences that only look like it."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    FixedLiftsReading,
    GymReading,
    LiftQuestion,
    LiftReading,
    Meaning,
    MomentReading,
    MovedRunReading,
    NotUnderstood,
    OtherQuestion,
    RunReportReading,
    SettingReading,
    SleepReading,
    SorenessReading,
    TravelReading,
    WeekReading,
    WellReading,
)
from bot.language.vocabulary import Vocabulary
from tests.language import scoring
from tests.language.reading import read_message


def _run(one: DatedRunReading) -> str:
    size = f" {one.run.distance_km:g} km" if one.run.distance_km else ""
    size = f" {one.run.duration_min:g} min" if one.run.duration_min else size
    return f"{one.run.kind} {one.date}{size}{' done' if one.done else ''}"


def _week(one: WeekReading) -> str:
    return "week " + " ".join(f"{entry.weekday.key} {entry.run.kind}" for entry in one.entries)


def _question(one: LiftQuestion) -> str:
    return f"lift when {one.moment.date}" if isinstance(one.moment, MomentReading) else "lift now"


SHORT: Mapping[type, Callable[[Any], str]] = {
    MovedRunReading: lambda one: f"{one.run.kind} {one.from_date} -> {one.date}",
    DatedRunReading: _run,
    DroppedRaceReading: lambda one: f"no race {one.distance_km} {one.name}".rstrip(),
    LiftReading: lambda one: f"lift {len(one.sets)} x {one.sets[-1].reps} x {one.sets[-1].weight_kg:g}",
    FixedLiftsReading: lambda one: "lifts " + " ".join(f"{lift.weekday.key} {lift.time:%H:%M}" for lift in one.lifts),
    SettingReading: lambda one: f"{one.name} {one.value}",
    SorenessReading: lambda one: f"sore {one.level}",
    SleepReading: lambda one: f"slept {one.hours:g}",
    TravelReading: lambda one: f"travel {one.travel_hours:g} h {one.zones} zones",
    GymReading: lambda one: f"gym {one.celsius:g}",
    WellReading: lambda _: "well",
    WeekReading: _week,
    RunReportReading: lambda _: "report",
    LiftQuestion: _question,
    OtherQuestion: lambda _: "question",
    NotUnderstood: lambda _: "not understood",
}


def short(meaning: Meaning) -> str:
    """Return what a reading says that would be stored, in a few words."""
    return SHORT[type(meaning)](meaning)


TOLD = {
    # A planned run goes to another day, whatever else is said.
    "moved my tempo from thursday to friday this week only, the kids have a play": ["tempo 2026-09-03 -> 2026-09-04"],
    "long run's on saturday this week not sunday": ["long 2026-09-06 -> 2026-09-05"],
    "swap thursday intervals with friday easy": [
        "intervals 2026-09-03 -> 2026-09-04",
        "easy 2026-09-04 -> 2026-09-03",
    ],
    "swap saturday and sunday this week": ["other 2026-09-05 -> 2026-09-06", "other 2026-09-06 -> 2026-09-05"],
    "swapped today's tempo for an easy 6k": ["easy 2026-09-02 6 km"],
    # A run is called off, with a reason.
    "hi coach, tomorrow i cannot run because of a deadline. please remove": ["rest 2026-09-03"],
    "can't do fridays tempo this week, a conference got moved on top of it": ["rest 2026-09-04"],
    "missed my run today, endless meetings, but slept 8 hours": ["slept 8", "rest 2026-09-02"],
    # Races.
    "I've withdrawn from the Edinburgh Marathon": ["no race 42.195 Edinburgh"],
    "cancelled my entry for the half marathon as I'm moving house": ["no race 21.0975"],
    "my 10k is now october 4 instead of september 27": ["race 2026-09-27 -> 2026-10-04"],
    "race moved, it's the 11th october now not the 4th": ["race 2026-09-04 -> 2026-10-11"],
    "the marathon? no wait thats wrong, my 10k has been moved, its now sept 26 instead of the 19th": [
        "race 2026-09-19 -> 2026-09-26"
    ],
    # How long a run was, corrected.
    "correction, tuesdays run was 8k not 18k": ["other 2026-09-01 8 km done"],
    "sorry it was 6k not 16k this morning": ["other 2026-09-02 6 km done"],
    # A slip of the tongue, taken back.
    "deads 3x3 130kg at lunch, no wait it was 132.5": ["lift 3 x 3 x 132.5"],
    # A run that was run, with how it went, cut short, or with company.
    "9k easy this morning, legs felt great": ["easy 2026-09-02 9 km done", "report"],
    "sundays long one turned into 12 instead of 22": ["long 2026-08-30 12 km done"],
    "did 12k with my brother this morning": ["other 2026-09-02 12 km done"],
    "scrap tomorrows run the kids are ill": ["rest 2026-09-03"],
    "can you put down an easy run for tomorrow": ["easy 2026-09-03"],
    "tomorrow 8x400, friday rest, sunday 20k": [
        "intervals 2026-09-03",
        "rest 2026-09-04",
        "other 2026-09-06 20 km",
    ],
    "they moved the half from 20 sept to 11 october": ["race 2026-09-20 -> 2026-10-11"],
    # What changes for every week.
    "dropping the friday easy run for good": ["week fri rest"],
    "from now on my long run is saturday not sunday": ["week sat long"],
    "intervals moved from tuesdays to thursdays": ["week thu intervals"],
    "no longer running on wednesdays": ["week wed rest"],
    # Lifts as they were lifted.
    "dl 225x5 275x3 315x1 lbs": ["lift 3 x 1 x 142.88"],
    "managed 3 of 5 reps at 140 today": ["lift 1 x 3 x 140"],
    # Voice typing.
    "um so I uh went out for like 50 minutes easy this morning and my calves are tight like a three out of ten": [
        "sore 3",
        "easy 2026-09-02 50 min done",
    ],
    # Sore legs in one's own words, and the run they come from.
    "yesterday i have made 12 km with the club. today the legs are heavy, i say 6 of 10": [
        "sore 6",
        "other 2026-09-01 12 km done",
    ],
    "legs are cooked after saturday's 24k, like 7/10": ["sore 7", "other 2026-08-29 24 km done"],
    "legs sore from sundays 30k": ["other 2026-08-30 30 km done", "sore None"],
    "quads still stiff, 3. slept 6 and a half. ran 5k anyway": ["sore 3", "slept 6.5", "other 2026-09-02 5 km done"],
    "glutes destroyed, maybe a 7/10": ["sore 7"],
    # Nights, journeys, heat, illness.
    "woke up 4 times last night, maybe 5 hours in total": ["slept 5"],
    "flew 9 hrs yesterday, slept 3": ["slept 3", "travel 9 h 0 zones"],
    "so jet lagged": ["travel 0 h 0 zones"],
    "red eye from Boston, landed this morning": ["travel 0 h 0 zones"],
    "jet lagged after a flight of 11 hours": ["travel 11 h 0 zones"],
    "garage gym today, it's roasting, 35 on the thermometer": ["gym 35"],
    "finally over this bug": ["well"],
    "just shaken off that cold, when can I deadlift again?": ["well", "lift when None"],
    # Settings in passing.
    "switch me to kilos and kilometres please": ["units kg", "distance km"],
    "ive moved to porto for good so change my time zone": ["timezone porto"],
    "We've moved to Leeds now": ["timezone Leeds"],
    "stop nudging me in the morning, 7pm suits me better": ["reminder 19:00"],
    # Lift times.
    "I do my lifting tuesdays and saturdays at 7am, that never changes": ["lifts tue 07:00 sat 07:00"],
    "my lifting sessions are fixed: Monday 6pm and Thursday 7am. When should I go heavy?": [
        "lifts mon 18:00 thu 07:00",
        "lift when None",
    ],
    "didn't get my tuesday lift slot so it's Wed and Sat 18:00 now": ["lifts wed 18:00 sat 18:00"],
    # A lift and a run together.
    "deadlift 3x4 105 yesterday evening and easy 7k this morning": [
        "lift 3 x 4 x 105",
        "easy 2026-09-02 7 km",
    ],
    # A run that was got in, or ran without a unit; what it was meant to be; a planned one that falls away.
    "Got my tempo in. 7k at 4:40s. Felt smooth": ["tempo 2026-09-02 7 km done", "report"],
    "knocked out a quick 5 before breakfast": ["other 2026-09-02 5 km done"],
    "ran 8 this morning": ["other 2026-09-02 8 km done"],
    "today was meant to be intervals but i did easy 5k": ["easy 2026-09-02 5 km done"],
    "no tempo thursday, work thing": ["rest 2026-09-03"],
    "no running thursday or friday, off to a wedding": ["rest 2026-09-03", "rest 2026-09-04"],
    "cancel tomorrow, I have to take my mum to hospital": ["rest 2026-09-03"],
    "long run saturday instead of sunday": ["long 2026-09-06 -> 2026-09-05"],
    "Marathon moved to 18 Oct, they emailed yesterday": ["race None -> 2026-10-18"],
    # What a weekday is from now on.
    "from now on tuesday is tempo not intervals": ["week tue tempo"],
    "monday is a day off now": ["week mon rest"],
    "scrap the old plan. mon easy, wed intervals, sun long": ["week mon easy wed intervals sun long"],
    # Sore legs in stronger words, beside a run and a lift.
    "ran 14 miles with the lads sunday then deadlifted 100kg x5 monday. quads screaming": [
        "other 2026-08-30 22.531 km done",
        "lift 1 x 5 x 100",
        "sore None",
    ],
    "did 10k this morning, legs sore": ["other 2026-09-02 10 km done", "sore None"],
    "calves are a bit tight": ["sore None"],
    "my quads hate me after sunday, 8 out of 10": ["sore 8"],
    # Nights, journeys, heat and illness without their usual words.
    "i only got five hours": ["slept 5"],
    "barely slept, teenager had a party. maybe 4 and a half hours": ["slept 4.5"],
    "landed in singapore from london at 6am": ["travel 0 h 0 zones"],
    "trip done: flew home to Lagos, 2 flights 13 hours": ["travel 13 h 0 zones"],
    "gym aircon is broken, must be 33 in there, still pulled 130x2x5": ["gym 33", "lift 5 x 2 x 130"],
    "cough's gone, feeling normal again": ["well"],
    "finally feeling better, the cold has cleared": ["well"],
    # Lift times and settings in any words.
    "weights are tues and fri 7am": ["lifts tue 07:00 fri 07:00"],
    "Gym closed tuesdays now so lifting is mon + thu, 1900": ["lifts mon 19:00 thu 19:00"],
    "gym tue 18:00 fri 18:00 every week": ["lifts tue 18:00 fri 18:00"],
    "I only want to lift once a week during marathon block": ["target 1"],
    "im new to lifting btw, like 2 months in": ["lifting 2 months"],
    "reminder at 7am instead of 8 pls": ["reminder 07:00"],
    "no barbell at my gym, just dumbbells and kettlebells": ["equipment dumbbells kettlebell"],
    # A change and a question.
    "session got cancelled so no intervals tomorrow, did that free up tonight for deads": [
        "rest 2026-09-03",
        "lift when 2026-09-02",
    ],
    # What is told beside a question that is not about lifting.
    "did 14k this morning. how do I brace?": ["other 2026-09-02 14 km done", "question"],
    "swap thursday tempo w friday easy. does that make sense?": [
        "tempo 2026-09-03 -> 2026-09-04",
        "easy 2026-09-04 -> 2026-09-03",
        "question",
    ],
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_everything_told_is_read(text: str, expected: list[str], vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert [short(one) for one in read_message(text, vocabulary, now)] == expected


ASKED = {
    "long run sunday 24k. ok to deadlift the day after?": "lift when 2026-09-07",
    "race is saturday, can i pull two days before": "lift when 2026-09-03",
    "tomorrow 7am gym, is that too close to tonight's intervals?": "lift when 2026-09-03",
    "next monday deads ok? tempo is on the sunday before": "lift when 2026-09-07",
    "when is the next moment I can deadlift? Today I run 12 km and legs are tired": "lift when None",
    # How long to wait, however it is asked.
    "how long after hills till i can pull": "lift when None",
    "how long should i wait after a 10k race before pulling heavy": "lift when None",
    "how many hours between a tempo and deadlifts is enough": "lift when None",
    "how long should i rest between sets": "question",
    "how long did it take you to pull 200": "question",
    # Days that are offered, a lift beside a run, and what is spoken of before.
    "which night is better for deads, thursday or friday night": "lift when 2026-09-03",
    "sat or sun to pull, long run is friday": "lift when 2026-09-05",
    "trainer wants deads friday and i've got intervals thursday night, ok?": "lift when 2026-09-04",
    "back from holiday on tuesday, can i deadlift straight away": "lift when 2026-09-08",
    "back from holiday on tuesday, can i deadlift that evening": "lift when 2026-09-08",
    "sumo or conventional, which is best?": "question",
}


@pytest.mark.parametrize(("text", "expected"), ASKED.items())
def test_what_is_asked_is_read(text: str, expected: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert short(read_message(text, vocabulary, now)[-1]) == expected


NOTHING = [
    # Somebody else.
    "my mate ran 10k this morning, did it in 42 minutes",
    "Sarah from work did 3x5 at 120 yesterday, incredible",
    "my flatmate is so jet lagged",
    "my brother does his lifting mondays and fridays at 6pm",
    "my coach moved his race from the 13th to the 20th",
    "his legs are sore, 8/10",
    '"skipped my run, did 3x5 at 100" is what he told me',
    # Not done, or only nearly.
    "i nearly skipped my run this morning",
    "almost moved my tempo to friday but kept it",
    "not cancelling the marathon, just nervous",
    "never pulled out of a race in my life",
    "monday's run was not 9k",
    "i'm not jet lagged",
    # Supposed, wondered, asked.
    "thinking of moving my long run to saturday, work is crazy",
    "might cancel my marathon entry, knee is being funny",
    "imagine i ran a marathon yesterday. could i lift today?",
    "should I cancel my entry for the half?",
    "is the 10k on the 20th now instead of the 13th?",
    "was monday's run 9k?",
    "how do i deal with jet lag",
    # Other things with the same words.
    "9 hr flight to boston on friday. back the following weds. what about my deads",
    "gym was packed this morning",
    "skipped legs yesterday as you said",
    "can you give me a lift to the gym tomorrow",
    "my friend gave me a lift home last night",
    "did some deadlifts yesterday, nothing crazy",
    "went out for dinner, back at 11",
    "went for a coffee this morning, 2 hours of chatting",
    "i made dinner for 2 hours",
    "over the cold winter i run less",
    "woke up 3 hours ago",
    "woke up at 5 today",
    "i moved to the back of the pack",
    "i've moved to evenings",
    "legs feel great, book was 8/10",
    "rate my legs out of 10",
    "i used to run mon wed fri but that was before covid",
    "before covid i ran 5 days a week",
    "how is it worked out? like what does the 10 in soreness mean",
    "saw a guy pull 250 for 3 today, insane",
    "read a study saying sleep under 6 hours wrecks strength",
    "the old plan had intervals on wed and long on sunday",
    "got 2 hours of meetings tonight",
    "they moved the gym to a bigger unit on friday",
    "i withdrew from the race committee",
    "my gym sessions are boring",
    "no wait, forget it",
    "meetings till 4 then running around after the kids",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_it_stores_nothing(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert [one for one in read_message(text, vocabulary, now) if type(one) in scoring.KINDS] == []


def test_a_lift_to_somewhere_is_no_question_about_lifting(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("can you give me a lift to parkrun on saturday", vocabulary, now)
    assert not any(isinstance(one, LiftQuestion) for one in found)


@pytest.mark.parametrize("text", ["gym was rammed tonight, took ages", "skipped the pull last night like you said"])
def test_what_was_is_no_question(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert isinstance(read_message(text, vocabulary, now)[0], NotUnderstood)
