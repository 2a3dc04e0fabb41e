"""Which day and time are meant where a question tells more than one, and what only sounds like a lift.

Said on Wednesday, 2 September 2026, 10:00.
"""

import datetime as dt

import pytest

from bot.language.meaning import LiftQuestion, MomentReading
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

MOMENTS = {
    # What the lift may do to another day, when work begins and when the gym is shut is not when the lift is.
    "fri 18:15, am i good to pull heavy or will it wreck sunday": ("2026-09-04", "18:15"),
    "friday 6pm, can i deadlift or will that ruin sunday?": ("2026-09-04", "18:00"),
    "can i squat thursday 7pm or would it trash saturday": ("2026-09-03", "19:00"),
    "RDLs before work tomorrow, I'm in at half 7 so it'd be like 6am, is that ok?": ("2026-09-03", "06:00"),
    "can i deadlift tomorrow, i start at 8 so i'd lift at 6am?": ("2026-09-03", "06:00"),
    "work starts at 9 tomorrow so deads at 7am ok?": ("2026-09-03", "07:00"),
    "gym is closed tomorrow for cleaning so only option is friday 0600, squats ok?": ("2026-09-04", "06:00"),
    "the gym is shut thursday so the best time is friday 7pm, deads ok?": ("2026-09-04", "19:00"),
    "best time of day for deadlifting on friday considering that I have track at 7 pm": ("2026-09-04", None),
    # Hours that are said loosely, and from when to when somebody is booked in.
    "can i squat tonight like 7 or will tomorrow's tempo be trash": ("2026-09-02", "19:00"),
    "my trainer booked me 9 to 10 on saturday morning for deads, ok?": ("2026-09-05", "09:00"),
    "pt has me 6 to 7 thursday evening for deadlifts, ok?": ("2026-09-03", "18:00"),
    "can i lift late, that'll be 9 tonight by the time I'm washed": ("2026-09-02", "21:00"),
    "would it be sensible to do my leg exercises on friday?": ("2026-09-04", None),
    # A run that is named with its day is not on the day that is asked about.
    "deadlifts thursday, or too near friday's intervals?": ("2026-09-03", None),
    "is thursday 6pm far enough from saturday's parkrun for heavy deads?": ("2026-09-03", "18:00"),
    "too close to race day (sunday) to deadlift on friday?": ("2026-09-04", None),
    "ok to pull on friday since i've got 16 on sunday?": ("2026-09-04", None),
    "gym shuts 9 tomorrow and i'd be there for 7.30pm, too tight before friday's tempo to deadlift?": (
        "2026-09-03",
        "19:30",
    ),
    # What is offered second, or ruled out, is not the day that is meant.
    "pull heavy tomorrow 6:30am, or hold off to monday?": ("2026-09-03", "06:30"),
    "lift again thurs or leave it til next week?": ("2026-09-03", None),
    "thursday's out. friday then, any good for deads?": ("2026-09-04", None),
    "friday is a holiday? monday 9 in the morning i deadlift, can be?": ("2026-09-07", "09:00"),
    # A day alone beats news, and where one arrives beats where something ends.
    "shift ends at 2 on thursday, so call it 2:45. squats ok?": ("2026-09-03", "14:45"),
    "market on thursday, then the vet comes friday. tuesday then, ok to deadlift?": ("2026-09-08", None),
    # An hour on its own side of a run, and a day that both share.
    "training at 7pm thursday, could i lift about 5 the same day": ("2026-09-03", "17:00"),
    "hills tonight at 7. can i lift before it, about 4?": ("2026-09-02", "16:00"),
    "i run tomorrow at 7am and squat at 6pm, ok?": ("2026-09-03", "18:00"),
    "progression run at noon thursday. lift 4 hrs later?": ("2026-09-03", "16:00"),
    "my run is tomorrow morning, is the evening ok for deads": ("2026-09-03", None),
    # Times that only a question makes times.
    "tomorrow 5h30 deadlift ok?": ("2026-09-03", "05:30"),
    "squats before work, say 5?": ("2026-09-03", "05:00"),
    "deads round 3 friday ok?": ("2026-09-04", "15:00"),
    # Dialects and slips.
    "can ah deadlift the morn?": ("2026-09-03", None),
    "legs the nicht?": ("2026-09-02", None),
    "satdy 9am squats ok?": ("2026-09-05", "09:00"),
    "deads next tomorrow ok?": ("2026-09-04", None),
    "lift not tomorrow the day after?": ("2026-09-04", None),
    "deads sunday, not this one the one after?": ("2026-09-13", None),
    # Any day may be meant.
    "where does lifting fit between tomorrow's 5 mi and saturday's 20?": (None, None),
    "what is the last date i can lift heavy": (None, None),
    "so when on earth can i get a deadlift session in": (None, None),
}

NOT_ASKED = [
    "gonnae gie us a lift up the road on sunday",
    "my lift to training cancelled on me thursday, anyone driving?",
    "the stroller doesn't fit in the lift so i can't bring her tomorrow",
    "is the lift working today?",
    "had to help lift a 19 stone fella on monday, is that normal",
    "they're lifting the parking ban on monday",
    "can you pull my data from garmin tomorrow?",
    "my gym membership expires on friday, which plan to take?",
    "is the gym crowded on thursdays at 6?",
    "how's the gym on friday nights?",
    "can i bring my dog to the gym on friday",
    "helo lift got pushed to 0400 friday",
    "thursday: varsity lift 3:00, jv lift 3:45",
    "at the gym saturday they make a lunch",
    "i'll lift on friday then",
    "i do my squats on mondays",
]


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_the_moment_of_the_lift_is_read(
    text: str, moment: tuple[str | None, str | None], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    question = next(one for one in read_message(text, vocabulary, now) if isinstance(one, LiftQuestion))
    assert isinstance(question.moment, MomentReading)
    day, time = question.moment.date, question.moment.time
    assert (day and day.isoformat(), time and time.strftime("%H:%M")) == moment


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_like_lifting_asks_nothing_of_a_lift(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert not any(isinstance(one, LiftQuestion) for one in read_message(text, vocabulary, now))
