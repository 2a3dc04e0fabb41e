"""Families of questions about a lift, each in several wordings: windows, lifts at the bar, days told apart, times.

Said on Wednesday, 2 September 2026, 10:00.
"""

import datetime as dt

import pytest

from bot.language.meaning import LiftQuestion, MomentReading
from bot.language.tokens import tokenize
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

WINDOWS = [
    "any evening this week I can fit in leg weights without wrecking Sunday?",
    "is there any evening this week where I can go heavy on squats",
    "any morning this week good for lifting?",
    "next free window for heavy legs pls",
    "next decent gap for a heavy session?",
    "need the next good spot for squats",
    "give me the next clear day for deadlifts",
    "could you find me a spot for one heavy session this week",
    "find a window for heavy deads before sunday pls",
    "looking for a slot to squat heavy",
    "pick me a good evening for squats",
]

AT_THE_BAR = [
    "right i'm in the changing room, shoes on, bar's free. do i squat, aye or nay?",
    "its 10 and im standing in the gym. squat or go home",
    "stood in front of the bar. pull or walk away?",
    "in the weight room with my shoes on. deadlift, yes or no?",
]

OF_ANY_DAY = [
    "same day lift and tempo ok?",
    "lift and intervals on the same day, bad idea?",
    "how much hours must i wait after my intervals before i do squat?",
    "how much rest between a long run and deadlifts",
    "the day after my half marathon, is it fine to deadlift?",
    "if i come in from my long run, could i then do a few deadlifts in the garage",
]

MOMENTS = {
    # Hours of the day in whole hours, and an hour today that is still to come.
    "deadlift saturday, 11 hour morning": ("2026-09-05", "11:00"),
    "deadlift tomorrow 19 hour": ("2026-09-03", "19:00"),
    "can I deadlift on friday at 19 hours": ("2026-09-04", "19:00"),
    "can I deadlift today 17 hrs": ("2026-09-02", "17:00"),
    "is today at 5 too early for deadlifts after yesterday's hills": ("2026-09-02", "17:00"),
    "can I lift tomorrow 12 hours after the long run": ("2026-09-03", None),
    # Of several times the one that is offered, or next to the lift.
    "wife's away next Wednesday so I could use the garage at 9pm. Deadlifts OK?": ("2026-09-09", "21:00"),
    "husband's out Saturday so I can use the rack at 10am. Squats alright?": ("2026-09-05", "10:00"),
    "dentist at 2 on thursday, I could be at the gym by 4. Heavy or no?": ("2026-09-03", "16:00"),
    "finish work at six today and was thinking of the gym for about half six to do deadlifts, ok?": (
        "2026-09-02",
        "18:30",
    ),
    "club at 7 thursday, lift at lunch that day ok": ("2026-09-03", None),
    "I run at 6am tomorrow, deads at lunch ok?": ("2026-09-03", None),
    "we've had the rack since last month. deads on tuesday 7pm ok?": ("2026-09-08", "19:00"),
    # What becomes of somebody on another day.
    "my sister wants me at her leg day on Friday 6pm. Will I regret it Sunday?": ("2026-09-04", "18:00"),
    "Dave has us down for deadlifts on Thursday night. will my legs be ok for Saturday?": ("2026-09-03", None),
    "squats thursday, will I be ok for friday": ("2026-09-03", None),
    "can I squat friday evening without messing up my long run sunday": ("2026-09-04", None),
    "can I deadlift without warming up tomorrow": ("2026-09-03", None),
    "deadlifts saturday lunch ok, or would I be toast for sundays long one": ("2026-09-05", None),
    "can I squat heavy thursday lunchtime or will I be goosed for the race": ("2026-09-03", None),
    "if I did my deads on friday night at 7 would I be alright for parkrun, or is that stupid": ("2026-09-04", "19:00"),
    "bench only tonight, does that clash w tomorrows intervals": ("2026-09-02", None),
    "my coach says no legs within 24h of a long run so is friday 8pm ok for squats": ("2026-09-04", "20:00"),
    # Words of lifting, and who asks stiffly.
    "sq 2moro b4 work ok": ("2026-09-03", None),
    "wanna hit legs w my roommate thurs 9pm, we good?": ("2026-09-03", "21:00"),
    "bench friday ok?": ("2026-09-04", None),
    "sun 3pm power cleans?": ("2026-09-06", "15:00"),
    "please advise whether a lower-body resistance session at 18:00 on saturday would be suitable": (
        "2026-09-05",
        "18:00",
    ),
    "if i were to squat on friday at 7am, would there be enough time before saturday's race?": ("2026-09-04", "07:00"),
    "were i to deadlift on friday at 18:00, would my long run on sunday suffer?": ("2026-09-04", "18:00"),
    "am i likely to be fresh enough for a deadlift single on monday at noon": ("2026-09-07", "12:00"),
    "what i want to know is whether tuesday at 6 pm is better to squat": ("2026-09-08", "18:00"),
    "can my legs take squats friday at 6pm after thursday's hills": ("2026-09-04", "18:00"),
    "weights in the evening on saturday ok after parkrun": ("2026-09-05", None),
    # Slips in the day and the lift.
    "ment to ask if i can deadlfit on satruday at 8.30 in teh morning": ("2026-09-05", "08:30"),
    "sat'day mornin, can ah do mi squats?": ("2026-09-05", None),
    # A longer phrase that begins inside a shorter one.
    "deadlift day after tomorrow?": ("2026-09-04", None),
    "leg day after tmrw ok?": ("2026-09-04", None),
    # Times as people write them.
    "heavy legs tomorrow 16.00 hrs, yes?": ("2026-09-03", "16:00"),
    "squats around 20 to 7 tomorrow evening?": ("2026-09-03", "18:40"),
    "deadlifts, monday 7th, 18:15 - green or red?": ("2026-09-07", "18:15"),
    "i was going to lift on thursday. does saturday at 9.30am work instead for the deads": ("2026-09-05", "09:30"),
    # What happens besides says when.
    "dentist on thursday at 2pm, could i lift after it?": ("2026-09-03", None),
    "finishing my shift at 22:00 tonight. can i deadlift at 22:30 after it?": ("2026-09-02", "22:30"),
    "kids nap at 1 so could i sneak in some dls then? today i mean": ("2026-09-02", "13:00"),
    "the baby sleeps at 2pm tomorrow, could i lift then?": ("2026-09-03", "14:00"),
    "the little ones are at my mum's on saturday so could i do my leg session about 2pm?": ("2026-09-05", "14:00"),
    "thursday, which hour is the best for squats?": ("2026-09-03", None),
    "saturday: what time should i deadlift?": ("2026-09-05", None),
    "been offered a free hour saturday 7.45 am. he wants to do trap bar. sensible?": ("2026-09-05", "07:45"),
    "would it be grand now if i did the deadlifts this friday, about quarter to eight in the evening?": (
        "2026-09-04",
        "19:45",
    ),
    # The run's day is not the lift's, and a date is of its weekday.
    "is 9pm today too late for squats with the long run of tomorrow?": ("2026-09-02", "21:00"),
    "can i lift on saturday the 12.9.?": ("2026-09-12", None),
    "cleared for squats last week and i've an opening on monday at half past four pm. okay to lift?": (
        "2026-09-07",
        "16:30",
    ),
}

NOT_ASKED = [
    "is the lift in the leisure centre fixed yet, me knees can't do them stairs today",
    "the lift in our building is out since tuesday. when will they fix it, tomorrow, friday, never?",
    "is the lift at the station working today",
    "lift's broken at work again, can i take the stairs tomorrow",
    "when opens the gym tomorrow?",
    "is there parking at the gym on saturday",
    "what time is the deadlift final on tv saturday?",
    "does the deadlift seminar start at 6 on friday?",
    "lift share to parkrun on saturday anyone?",
    "they say lifting is good for bone density at my age, read it in the paper on sunday",
    "can my son lift with me on saturday?",
    "how deep should i squat tomorrow",
    "always feel deadlifts in my back the next day",
]


def asked(text: str, vocabulary: Vocabulary, now: dt.datetime) -> LiftQuestion:
    (found,) = (one for one in read_message(text, vocabulary, now) if isinstance(one, LiftQuestion))
    return found


@pytest.mark.parametrize("text", [*WINDOWS, *OF_ANY_DAY])
def test_it_is_asked_when_to_lift_and_no_day_is_named(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    moment = asked(text, vocabulary, now).moment
    assert isinstance(moment, MomentReading)
    assert moment.date is None


@pytest.mark.parametrize("text", AT_THE_BAR)
def test_it_is_asked_whether_to_lift_now(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    moment = asked(text, vocabulary, now).moment
    assert moment is None or (isinstance(moment, MomentReading) and moment.date == now.date())


@pytest.mark.parametrize("text", MOMENTS)
def test_the_moment_of_the_lift_is_read(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    moment = asked(text, vocabulary, now).moment
    assert isinstance(moment, MomentReading)
    date, time = MOMENTS[text]
    assert moment.date == dt.date.fromisoformat(date)
    told = dt.time(12) if moment.time is None and time == "12:00" else moment.time
    assert told == (None if time is None else dt.time.fromisoformat(time))


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_like_lifting_asks_nothing(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, LiftQuestion) for one in read_message(text, vocabulary, now))


CUTS = {
    "deadlift day after tomorrow": ["deadlift", "day after tomorrow"],
    "deadlift day tomorrow": ["deadlift day", "tomorrow"],
    "can i do my deadlifts": ["can i", "do", "my", "deadlifts"],
    "recovery run out of": ["recovery run", "out", "of"],
}


@pytest.mark.parametrize("text", CUTS)
def test_a_longer_phrase_that_begins_inside_a_shorter_one_wins(text: str, vocabulary: Vocabulary) -> None:
    assert [token.text for token in tokenize(text, vocabulary)] == CUTS[text]


def test_a_contraction_is_no_day_and_a_day_may_have_an_apostrophe(vocabulary: Vocabulary) -> None:
    (day,) = tokenize("sat'day", vocabulary)
    assert day.means("weekday") == "sat"
    (contraction,) = tokenize("we'd", vocabulary)
    assert contraction.means("weekday") is None
