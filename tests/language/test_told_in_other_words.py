"""What holds for good and what only once, who did what, and what people report in words of their own."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from bot.language.meaning import (
    DatedRunReading,
    FixedLiftsReading,
    LiftFixReading,
    LiftReading,
    Meaning,
    MovedRunReading,
    SettingReading,
    SleepReading,
    SorenessReading,
    TimeOffReading,
    WeekReading,
)
from bot.language.vocabulary import Vocabulary
from tests.language import scoring
from tests.language.reading import read_message

NOON = dt.datetime(2026, 9, 2, 12, tzinfo=ZoneInfo("Europe/Berlin"))
Read = Callable[[str], tuple[Meaning, ...]]
THURSDAY, FRIDAY, SATURDAY, SUNDAY, MONDAY = (dt.date(2026, 9, day) for day in (3, 4, 5, 6, 7))

STORED = {
    "week": [
        "Our club changed track night to Wednesday 19:00, permanent",
        "my long run moves to Saturdays 8am, for the whole semester",
        "they put a lab on sunday mornings of all things?? so my long run moves to Saturdays 8am, for the whole term",
        "We've shifted intervals to Monday 18:30 for the season",
        "the kids have swapped swimming to sunday so from now on my long run is saturday 8am, the rest stays the same",
        "his shifts changed so i cant get out on thursdays any more, make thursday a rest day from now on please",
        "Wednesday club is finished for the season so no more wednesdays",
        "From next week onwards my tempo will be on Wednesday instead of Thursday",
        "starting next week my long run is on saturday",
        "tempo moves to wednesdays",
    ],
    "run": [
        "Off running until Monday, coach's orders",
        "I'm off running until thursday",
        "I will do not run until Monday, none day",
        "the ward is short so I'm on call tomorrow, there will be no running, put it as a day off",
        "stuck at work so tomorrow's tempo is off",
        "change of plans again sorry, no run tomorrow",
        "Week 4 day 2 of couch to 5k done!!",
        "c25k week 3 run 1 done",
        "easy 8k in the bag",
        "got up at 5 to run before work, 8k",
        "12 with the club last night",
        "next week i take off running, work is mad",
        "taking this week off from running",
        "I am afraid I did not go out for my run on Tuesday as it was pouring.",
        "never went for my run yesterday, too windy",
        "logged wrong: sunday was 18k not 28k",
        "yesterday I ran 8k not 10k",
        "next sunday i'm doing a 30k in place of the usual 20",
    ],
    "race": [
        "county cross country champs sat 26 sept 11am, im in the team",
        "regional road relay champs on 3 october 12:00",
        "signed up for a 10 miler next sunday, blame my wife",
        "just entered a half next saturday, 10am",
        "The Abingdon marathon? Deferred it to next year in the end. So no race for me this autumn, take it off",
        "After a talk with my coach I deferred it, so no Lagos City race for me this time, we go again",
        "Deferred my marathon to next year, take it off please",
    ],
    "ill": [
        "caught the cold going round year 4",
        "caught that bug that's going round the office",
        "picked up whatever is going round on the ward",
        "caught whatever the kids had",
        "I've a temperature and feel awful",
        "woke up with a temperature and feel grim",
        "been chucking since about 3am",
        "can't keep anything down since last night",
        "I am having malaria",
        "got shingles",
        "suffering from a stomach bug",
    ],
    "well": [
        "stomach bug finally gone, ate a proper dinner",
        "my flu's finally gone, feel human",
        "tummy's all good now",
        "guts are back to normal",
        "lungs are fine, I am healthy again and she says I can train from today",
        "all better, no more gastro, back to it",
        "The stomach trouble has resolved completely",
    ],
    "travel": [
        "Drove 9 hours from Cape Town to visit the in-laws",
        "long drive today, 6 hours",
        "driving 6 hours today",
    ],
    "setting": [
        "finally sorted the garage, so ive a rack, bar and 140kg of plates in there now, no more commercial gym",
        "I don't go to a gym at the moment, it's the garage only, dumbbells up to 24 kg and one long band",
        "no reminders before 8am please, you woke the baby",
    ],
}

NOTHING = [
    "had a patient today who ran an ultra at 78, amazing",
    "met a bloke at the gym who deadlifted 240 last night",
    "sat next to a woman on the train who ran 100k last weekend",
    "the shin splints are back, both legs, started sunday and it's there even walking to the shop",
    "back in 2009 I did a 2:58 in Berlin on beer and bread, never lifted a thing. different times",
    "It's 41 degrees in Delhi, my cousin is telling me",
    "my daughter's cross country champs is 26 sept 11am",
    "watching the world athletics championships on 26 sept",
    "hope I don't catch the bug going round",
    "half the office has the bug that's going round",
    "cold is gone? not yet",
    "my daughter's cold has gone",
    "my son's tummy is fine now",
    "the bug has passed to my husband",
    "once the cold has gone I'll think about it",
    "she's off running until monday",
    "my mate's garage is a mess, I've a rack of wine at home",
    "the kids slept about 6",
    "slept ok, 6 of us in a tent",
    "The marathon meeting at my office ran four hours",
    "the old lady I drove home today ran marathons, 40 of them",
    "bench 60 for 8s and pull ups today",
    "i feel a bit off today",
    "haha my brain is sore from this spreadsheet",
    "my race is now at 10:30 not 9",
    "please stop sending the 6am thing on weekends, nothing before 9 on Saturday and Sunday",
    "work's off friday so I can lift then",
    "only got an hour tomorrow evening",
    "I have 30 minutes tomorrow",
    "slept with 2 pillows",
    "my gels are in the bag",
    "make thursday pizza night from now on",
    "cant keep dinner down to one plate",
    "my wife did week 4 day 2 of couch to 5k",
    "complete beginner with a bar of soap",
]

MOVED = {
    "Sunday's long run is now Monday 9am because of the storm, just this once": (SUNDAY, MONDAY),
    "Tomorrow's tempo is friday 7am, just this once": (THURSDAY, FRIDAY),
    "Saturday's long run is on Sunday this week only, kids party": (SATURDAY, SUNDAY),
    "thursdays intervals will be friday 6pm - one off": (THURSDAY, FRIDAY),
    "tomorrow's tempo is not happening, I'll do it friday same time instead": (THURSDAY, FRIDAY),
    "work put a meeting in tomorrow at 5, the tempo's not happening then. I'll do it Friday instead": (None, FRIDAY),
}

SKIPPED = {
    "didn't go for my long run on sunday": dt.date(2026, 8, 30),
    "saturdays long run is off altogether": SATURDAY,
    "the wedding is this saturday not next saturday so saturdays long run is off, ill pick it up next week": SATURDAY,
    "wedding on saturday so saturdays long run is off": SATURDAY,
    "sunday's long run is off completely": SUNDAY,
}

SLEPT = {
    "slept ok, 7h": 7,
    "slept alright, about 7 hours": 7,
    "Slept grand, about 7.5": 7.5,
    "slept maybe five": 5,
    "slept about six and a half": 6.5,
    "slept lovely, nearly 9": 9,
    "slept ok, 6ish": 6,
    "came off nights, got about 3.5h": 3.5,
    "Drove back last night, 6 hrs in traffic, slept maybe five. can i still deadlift at 6?": 5,
}

FIXED = {
    "that last one should be 85 kilos not 58 sorry, fat fingers": (85, 58),
    "the last lift ought to be 90 kilos, not 80, typo": (90, 80),
    "my deadlift on monday was supposed to be 92.5 kg, not 95": (92.5, 95),
    "I have looked in my notebook now and there is a mistake, the deadlift on Monday was with 92.5 kg and not 95": (
        92.5,
        95,
    ),
}

LIFTS = {
    "lifting Wed 20:00 and Sun 11:00 each week pls remember": {"wed 20:00", "sun 11:00"},
    "remember I lift Mon 7pm and Thu 7pm each week": {"mon 19:00", "thu 19:00"},
    "weights Mondays 18:00, Thursdays 18:00 each week please note": {"mon 18:00", "thu 18:00"},
    "Please change my lifting time from 18:00 to 19:30 on Mondays": {"mon 19:30"},
    "can you change my monday lifting time to 19:30": {"mon 19:30"},
    "my gym time on tuesdays changes from 6pm to 7pm from now on": {"tue 19:00"},
    "No lifting Thursdays any more, they've shut the gym. Only Saturday 10am from now on": {"sat 10:00"},
    "Tuesday is strength day from now on at 6am, also Fridays same time": {"tue 06:00", "fri 06:00"},
}

SETTINGS = {
    "not 7am for the reminder, make it 6": ("reminder", "06:00"),
    "not 8 for the reminders, 7:30 please": ("reminder", "07:30"),
    "Quiet hours 9pm to 6am please": ("quiet", "21:00-06:00"),
    "set quiet hours from 10pm till 7am": ("quiet", "22:00-07:00"),
    "I am complete beginner with barbell, three months only": ("lifting", "three months"),
}

SORE = {
    "my leg muscle have much soreness, 7 from 10": 7,
    "quads pretty sore, i'd say 5 outta 10": 5,
    "my muscles of the leg hurt 6 from ten": 6,
}

SORE_AFTER = [
    "Did intervals last night and my calves are 6/10 sore",
    "did the long run yesterday and hamstrings are sore, 6 out of 10",
    "Did hills this morning and my quads are 6/10 sore",
]


@pytest.fixture
def understood(vocabulary: Vocabulary) -> Read:
    return lambda text: read_message(text, vocabulary, now=NOON)


AWAY_WITHOUT_RUNS = {
    "holiday from 10 to 20 sept, no running": (dt.date(2026, 9, 10), dt.date(2026, 9, 20)),
    "holiday 10-20 sept no running": (dt.date(2026, 9, 10), dt.date(2026, 9, 20)),
    "vacation next week, no running": (MONDAY, dt.date(2026, 9, 13)),
}


@pytest.mark.parametrize(("text", "days"), AWAY_WITHOUT_RUNS.items())
def test_days_away_without_runs_leave_today_alone(understood: Read, text: str, days: tuple[dt.date, dt.date]) -> None:
    [found] = understood(text)
    assert isinstance(found, TimeOffReading)
    assert (found.first, found.last) == days


EFFORTS = [
    "deadlift 3x3 110, rpe 9 and hams are toast",
    "squats 3x5 100 rpe 9, legs toast",
    "tempo at rpe 9 today, legs toast",
]


@pytest.mark.parametrize("text", EFFORTS)
def test_how_hard_it_was_is_no_soreness(understood: Read, text: str) -> None:
    assert [one.level for one in understood(text) if isinstance(one, SorenessReading)] == [None]


def test_a_lift_told_in_one_breath_with_a_run_a_night_and_sore_legs_is_kept(understood: Read) -> None:
    said = "ran 5 miles easy today and did 3x4 deadlifts at 225lb rpe8 slept 7h legs 3/10"
    assert scoring.kinds_stored(understood(said), set()) == {"run", "lift", "sleep", "soreness"}


@pytest.mark.parametrize(
    "text",
    [
        "squats yesterday 5x5 100, back feels off",
        "deads yesterday 3x3 110kg, back feels a bit off",
        "bench 4x6 60 kg, rows 4x10 50 kg, nothing for legs today",
    ],
)
def test_a_back_that_feels_off_is_no_day_off(understood: Read, text: str) -> None:
    assert scoring.kinds_stored(understood(text), set()) == {"lift"}


ILL_AND_SKIPPED = [
    "skipping today's run, flu",
    "no run today, flu",
    "not running today - cold",
    "skipping my easy run. sick",
]


@pytest.mark.parametrize("text", ILL_AND_SKIPPED)
def test_the_illness_that_a_run_is_left_out_for_is_read_beside_it(understood: Read, text: str) -> None:
    assert scoring.kinds_stored(understood(text), set()) == {"ill", "run"}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in STORED.items() for text in texts])
def test_it_is_stored_as_what_it_is(kind: str, text: str, understood: Read) -> None:
    assert scoring.kinds_stored(understood(text), {kind}) == {kind}


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_somebody_elses_or_only_sounds_so_stores_nothing(text: str, understood: Read) -> None:
    assert scoring.kinds_stored(understood(text), set()) == set()


@pytest.mark.parametrize(("text", "days"), MOVED.items())
def test_a_run_that_moves_once_changes_no_week(
    text: str, days: tuple[dt.date | None, dt.date], understood: Read
) -> None:
    (found,) = understood(text)
    assert isinstance(found, MovedRunReading)
    assert (found.from_date, found.date) == days


@pytest.mark.parametrize(("text", "day"), SKIPPED.items())
def test_a_run_that_is_off_for_a_reason_is_skipped_once(text: str, day: dt.date, understood: Read) -> None:
    (found,) = understood(text)
    assert isinstance(found, DatedRunReading)
    assert (found.date, found.run.kind, found.replaces) == (day, "rest", True)


@pytest.mark.parametrize(("text", "hours"), SLEPT.items())
def test_hours_slept_need_no_unit(text: str, hours: float, understood: Read) -> None:
    assert SleepReading(hours=hours) in understood(text)


@pytest.mark.parametrize(("text", "weights"), FIXED.items())
def test_a_weight_is_put_right_however_it_is_said(text: str, weights: tuple[float, float], understood: Read) -> None:
    (found,) = understood(text)
    assert isinstance(found, LiftFixReading)
    assert (found.weight_kg, found.before) == weights


@pytest.mark.parametrize(("text", "lifts"), LIFTS.items())
def test_weekly_lifts_are_kept_at_their_new_time(text: str, lifts: set[str], understood: Read) -> None:
    (found,) = understood(text)
    assert isinstance(found, FixedLiftsReading)
    assert {f"{lift.weekday.key} {lift.time:%H:%M}" for lift in found.lifts} == lifts


@pytest.mark.parametrize(("text", "setting"), SETTINGS.items())
def test_a_setting_is_set_to_what_is_meant(text: str, setting: tuple[str, str], understood: Read) -> None:
    name, value = setting
    assert understood(text) == (SettingReading(name=name, value=value),)


@pytest.mark.parametrize(("text", "level"), SORE.items())
def test_soreness_of_ten_is_read_as_learners_say_it(text: str, level: int, understood: Read) -> None:
    assert understood(text) == (SorenessReading(level=level),)


@pytest.mark.parametrize("text", SORE_AFTER)
def test_the_run_is_kept_beside_the_soreness(text: str, understood: Read) -> None:
    sore, run = understood(text)
    assert sore == SorenessReading(level=6)
    assert isinstance(run, DatedRunReading)
    assert run.done


def test_days_off_from_one_to_another_are_days_off(understood: Read) -> None:
    found = understood("Taking Thursday to Sunday off running, camping with the kids")
    assert found == (TimeOffReading(first=THURSDAY, last=SUNDAY, sure=True, away=False),)


def test_sets_reps_and_weight_may_stand_apart(understood: Read) -> None:
    (found,) = understood("did three sets of squats, 5 reps, 100 kg")
    assert isinstance(found, LiftReading)
    assert [(one.reps, one.weight_kg) for one in found.sets] == [(5, 100)] * 3


def test_a_day_of_a_permanent_change_is_one_of_every_week(understood: Read) -> None:
    (found,) = understood("Our club changed track night to Wednesday 19:00, permanent")
    assert isinstance(found, WeekReading)
    assert [(one.weekday.key, one.run.kind, one.run.time) for one in found.entries] == [
        ("wed", "intervals", dt.time(19)),
    ]
