"""The day and the time that a question asks about where it names several: chosen by what was learnt.

Said on Wednesday, 2 September 2026, 10:00.
"""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.chosen_moments import with_choice
from bot.language.items import Context
from bot.language.meaning import LiftQuestion, MomentReading, Part
from bot.language.moment_links import MomentLinks, features
from bot.language.moment_sketch import DAY, TIME, MomentSketch
from bot.language.moments import read_moment
from bot.language.scan import scan
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

CHOSEN = {
    # Something else ends, or begins, at the other time.
    "power's only on till 5 this afternoon so I'd squat at half one today or not at all, any good?": "2026-09-02 13:30",
    "dinner with my dad at 7 on Friday so if I lift it's before, 4:40pm at the latest. good idea?": "2026-09-04 16:40",
    "staff meeting at 9 tomorrow, so gym would be 6:15am, are deadlifts ok?": "2026-09-03 06:15",
    "I've the kids till 4 thursday then I could deadlift at 5.15pm, will it ruin friday's tempo?": "2026-09-03 17:15",
    "hey, doctor's at 3 on friday, so can I pull at 1pm that day": "2026-09-04 13:00",
    "the gym opens at 6 tomorrow, is 6:30 ok for deads?": "2026-09-03 06:30",
    # The time stands in another sentence, or with what is done every week.
    "should I pull on Saturday in your view? 10 am suits me": "2026-09-05 10:00",
    "my brother and I go to the club of a Sunday about ten in the morning. would squats be ok this Sunday?": (
        "2026-09-06 10:00"
    ),
    # The other day is that of a run, or of what becomes of one.
    "is lifting on saturday afternoon after the long run ok or will I be wrecked at work monday": "2026-09-05 None",
    "If I lift Friday at 8:00 is sunday long run safe?": "2026-09-04 08:00",
    "mum's visiting friday so I'd do deads thursday 7pm instead, thoughts?": "2026-09-03 19:00",
    # A day named as it is spoken.
    "can I get under the bar Sat'dy arvo, round 3.30": "2026-09-05 15:30",
    "squats Fri'dy at 6pm alright?": "2026-09-04 18:00",
    "reckon deads Sund'y mornin are alright?": "2026-09-06 None",
}

SETTLED = {
    # The day before a run is none of those that are named; the end of a day is in the next one.
    "can i lift heavy 2 days before the half? its on the 13th": ("2026-09-11", None),
    "deadlift at midnight tonight, yes or no": ("2026-09-03", "00:00"),
    # Of which week a weekday is, and since when something is, the rules know.
    "leg day wednesday next week at 18:00 yes?": ("2026-09-09", "18:00"),
    "sore since sunday, can i lift at 7pm": ("2026-09-02", "19:00"),
    # A time that stands beside another day is of that one.
    "can i lift friday? coach wants 10x400 saturday 8am": ("2026-09-04", None),
}

TODAYS = ("morning all, deads ok?", "Good morning. Am I ok to deadlift?", "can I lift this morning?")
TOMORROWS = ("power cleans in the morning, good idea?", "can I squat in the morning", "in the morning, deads ok?")


def _asked(text: str, vocabulary: Vocabulary, now: dt.datetime) -> MomentReading:
    question = next(one for one in read_message(text, vocabulary, now) if isinstance(one, LiftQuestion))
    moment = MomentReading(date=now.date()) if question.moment is None else question.moment
    assert isinstance(moment, MomentReading)
    return moment


def _shown(time: dt.time | None) -> str | None:
    return None if time is None else f"{time:%H:%M}"


def _sketch(text: str, vocabulary: Vocabulary, now: dt.datetime) -> MomentSketch:
    return MomentSketch(scan(Context(text=text, today=now.date(), dotted=True), vocabulary), now)


@pytest.mark.parametrize(("text", "moment"), CHOSEN.items())
def test_the_day_and_the_time_of_the_lift_are_chosen(
    text: str, moment: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = _asked(text, vocabulary, now)
    assert f"{found.date} {_shown(found.time)}" == moment


@pytest.mark.parametrize(("text", "moment"), SETTLED.items())
def test_what_the_rules_know_better_stays(
    text: str, moment: tuple[str, str | None], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = _asked(text, vocabulary, now)
    assert (str(found.date), _shown(found.time)) == moment


def test_a_choice_of_days_stays_one(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = _asked("squats friday 6pm or saturday 9am?", vocabulary, now)
    assert {found.date, *found.also} == {dt.date(2026, 9, 4), dt.date(2026, 9, 5)}


@pytest.mark.parametrize("text", TODAYS)
def test_a_greeting_and_this_morning_are_todays(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _asked(text, vocabulary, now).date == now.date()


@pytest.mark.parametrize("text", TOMORROWS)
def test_in_the_morning_is_tomorrows_when_todays_is_under_way(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert _asked(text, vocabulary, now).date == now.date() + dt.timedelta(days=1)
    early = now.replace(hour=6)
    assert _asked(text, vocabulary, early).date == early.date()


def test_without_weights_the_rules_decide(vocabulary: Vocabulary, now: dt.datetime) -> None:
    sketch = _sketch("till 4 this afternoon so deadlifts at half two today", vocabulary, now)
    found = MomentReading(date=now.date(), time=dt.time(16), part=Part.AFTERNOON)
    assert with_choice(found, sketch.items, now, {}) == found


def test_of_several_days_the_heaviest_is_chosen(vocabulary: Vocabulary, now: dt.datetime) -> None:
    sketch = _sketch("friday was it, or saturday", vocabulary, now)
    first, second = sketch.places(DAY)
    chosen = MomentLinks({DAY: dict.fromkeys(features(sketch, second, DAY, None), 1.0)}).day(sketch)
    assert chosen.place == second != first
    assert chosen.sure > 1 / 2


def test_days_that_mean_the_same_date_count_together(vocabulary: Vocabulary, now: dt.datetime) -> None:
    sketch = _sketch("tomorrow, or thursday, or on friday", vocabulary, now)
    assert MomentLinks({}).day(sketch).sure == pytest.approx(2 / 4)


WORDS = st.sampled_from(
    [
        *("mon", "saturday", "tomorrow", "yesterday", "tonight", "now", "7am", "18:30", "at 5", "noon", "midnight"),
        *("can i lift", "squats", "long run", "10k", "after", "before", "till", "or", "?", ",", ".", "\n", "next week"),
        *("in the morning", "sore", "since", "12/9", "gym", "4x5", "when", "free"),
    ]
)


@settings(max_examples=150)
@given(words=st.lists(WORDS, max_size=25))
def test_a_choice_is_one_of_what_is_named_and_nothing_raises(words: list[str], vocabulary: Vocabulary) -> None:
    now = dt.datetime(2026, 9, 2, 10, tzinfo=dt.UTC)
    sketch = _sketch(" ".join(words), vocabulary, now)
    links = MomentLinks(vocabulary.moment_weights)
    day = links.day(sketch)
    time = links.time(sketch, day.place)
    for choice, sort in ((day, DAY), (time, TIME)):
        assert choice.place in {*sketch.places(sort), None}
        assert 0 < choice.sure <= 1
    read_moment(" ".join(words), now=now, vocabulary=vocabulary)
