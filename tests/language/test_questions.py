"""Is it asked whether or when to lift?"""

import datetime as dt

import pytest

from bot.language.meaning import LiftQuestion, LiftReading, MomentReading, NotUnderstood, OtherQuestion
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

ASKED = [
    "would it hurt my sunday race if i deadlift on friday",
    "if i lift wednesday, is thursday's tempo in danger?",
    "my coach programmed deadlift for wed 16/9 18:00, does it clash w my runs?",
    "ok to dead fri 6pm?",
    "am i good to hinge heavy this arvo",
    "can i do light technique deadlifts today",
    "in three days i want to try 160kg off the floor, will i be fresh enough",
    "lifted monday. when next?",
    "how far from my race should the last deadlift be",
    "can i deadlift",
    "2day ok for dl?",
    "good to lift tonight?",
    "gym tonight?",
    "leg day tomorrow ok?",
    "cn i dl 2moro",
    "tomorrow?",
    "today or rest?",
    "what about tues instead",
    "friday 18:00?",
    "sat night before sun long run?",
    "when can I lift next",
    "which day best for deadlift",
    "should I skip deadlifts today",
    "is it ok to deadlift before my long run",
    "deads again in 4 days or too soon",
    "the long run destroyed me, deadlift tomorrow or wait",
    "deadlifted yesterday can i lift today",
    "can i deadlift saturday if my long run is sunday",
    "is it too late to lift tonight",
    "can i lift heavy tomorrow",
    "lift?",
    "now?",
    "now",
    "is now ok",
    "cn i lift tmrw evning",
    "is it ok if i do my deadlifts in an hour",
    "can I carry heavy today by 7",
    "green light for a heavy triple this afternoon?",
    "can I train back and hammies on monday",
    "hows my legs looking for lifting fri am",
    "how's friday for deads",
    "what's stopping me from lifting today",
    "tell me i can deadlift today",
    "tell me straight, deads tonight, yes?",
    "could do deads tomorrow or friday, which one",
    "any harm in deadlifting sunday, parkrun was saturday",
    "will pulling on friday ruin my long run on sunday",
    "if i lift friday evening will my long run on saturday suffer",
    "is sunday arvo ok for squats",
    "squats in the garage half nine tonight, reckon thats ok",
    "when should i do my dumbbell stuff?",
    "light lunges with the dumbbells this afternoon at half past two, ok?",
    "not lifted for two weeks. could tonight at 7.15 be the comeback?",
    "ran 10k this morning. tonight?",
    "the gym opens 630 tmrw so could i go then",
    "ok to pull 120kg tonight?",
    "when should that deadlift be",
    "what abt after work today. legs feel alright",
    "wanna do 5x5 at 130 this arvo around half four. all g?",
    "up for a few singles at 160 tomorrow at 7pm, sensible or not",
    "this fri, 19.00, 4 x 3 @ 150kg. pls confirm if ok",
    "can't decide. legs good, head tired. bar or no bar today?",
    "knees fine now. saturday deads 930?",
    "hips feel good again. deads friday 1830?",
    "got a barbell in the garage. can I?",
    "can i lift when i get home, like 7",
    "my coach says maybe, what do you say: deadlifts sunday at noon",
    "how bad is it to deadlift thursday at 8pm if intervals are at 6pm",
    "how risky is deadlifting tomorrow at noon after tonights tempo",
    "if I deadlift thursday 7am is that enough of a gap",
    "if I pull tomorrow at 7am, is 11 hours enough before my intervals",
    "my physio cleared me to lift. is this weekend too soon with a long run on sunday?",
    "the rack's free sat 16:45. worth it or will it ruin sunday's race",
    "gym has space mon 7am. good idea or will tuesdays track session suffer",
    "saturday I wan carry iron, e go spoil sunday run?",
    "so whats better for deads, thurs am or fri pm",
    "will u let me lift tonight",
    "tell me honestly is pulling 3 days out from a 10k stupid",
    "mon 6pm lift ok or do I need longer after sunday's 30k",
    "I used to lift mornings, tempted by deads tonight, too much?",
]
NOT_ASKED = [
    "6 weeks of lifting now, how would i even notice its working",
    "running is hopping from one leg to the other so shouldn't i be doing deadlifts on one leg too",
    "that six sided cage bar thing, good for me or nah",
    "when do deadlifts start paying off for runners",
    "how long until deadlifts make me faster",
    "should i do sumo or conventional tomorrow",
    "can my wife deadlift tomorrow? she ran today",
    "does anyone here lift before work",
    "great, deads tomorrow it is",
    "wish i could deadlift tonight but my flight's at 7",
    "my max deadlift is now 200",
    "if i deadlift today should i do my tempo tomorrow",
    "what's the plan for thursday?",
    "sauna after lifting tonight ok?",
    "i deadlifted yesterday, can i run today?",
    "can i run after deadlifts",
    "can i run tomorrow",
    "easy 5k tomorrow ok?",
    "tempo tomorrow",
    "legs toast from deads yest, easy 5k ok or skip",
    "what did i deadlift last friday",
    "did i lift on monday",
    "how much should i deadlift today",
    "how many sets tomorrow",
    "what grip for deadlift today",
    "how do i deadlift",
    "march through the deadlift steps pls",
    "sat all day, can i warm up with squats",
    "lift before or after intervals",
    "when stop heavy deads before marathon",
    "deadlift 3x4 100kg",
    "lifted yesterday",
    "legs sore after 10k yesterday",
    "skipped today's run",
    "rest tomorrow",
    "remind me tomorrow at 7",
    "toe touches before deads ok?",
    "hello",
    "gone",
    "all good now",
    "better now",
    "im fine now",
    "",
    "gym was packed again at 6pm yesterday, never even got near a bar",
    "deadlifts felt awful this morning",
    "weights feel heavy today",
    "great deadlift session this morning",
    "the bar is cold and slips in the morning",
    "should i eat before lifting tonight",
    "do i look up or down when i pull",
    "is it ok to have coffee before the gym tonight",
    "is the gym busy at 6pm",
    "how should i deadlift tomorrow",
    "how are you today",
    "legs are wrecked two days after, normal?",
    "training by myself in the garage at 5am, ok with a heavy bar?",
    "legs wrecked from monday's deadlifts, can I still do my 20k on thursday",
    "deadlifting at 7 tonight with the boys whether you like it or not",
    "pulling 180 tonight and nobody can stop me",
    "coach told me I could lift friday so that's sorted, cheers",
    "you told me I could lift tomorrow, thanks",
    "remind me thursday 5pm: gym",
    "set a reminder for deadlifts thursday at 7",
    "skipping deads tonight, too tired",
    "going to watch a deadlift competition saturday at 2pm",
    "just did deads, run tomorrow?",
    "can you show me my plan for thursday",
    "thinking about buying a trap bar on friday, worth it?",
    "my deadlift max is 140",
    "might switch to a trap bar at some point, what do you think",
    "deadlifts moved to thursdays 7pm from now on",
]
# Sets that are still to come are no log.
TO_COME = [
    "planning 4 sets of 3 at 150 saturday 11am. thoughts?",
    "this fri, 19.00, 4 x 3 @ 150kg. pls confirm if ok",
    "up for 3x5 @ 120kg this friday at 18:15",
    "fancy 5x3 at 140 next tuesday",
]
# Said of form, without a question's words: the guide answers it.
ABOUT_FORM = [
    "my back rounds when it gets heavy",
    "grip gives out on the last rep",
    "when i pull my grip goes",
    "my back rounds at tempo",
    "60kg is nothing now but 70 pins me",
    "been on 60kg for a month now and its easy what next",
    "16kg bell feels like nothing for swings now, go 20 or 24",
    "been pulling beltless for 3 months now and it feels easy",
    "easy until 80 then my form goes",
    "after 10k my hips wont hinge",
    "every friday my grip dies on set 3",
    "intervals of pulling and resting leave me dizzy",
    "always feel deadlifts in my back the next day",
    "on tuesdays my back always feels tight when i pull",
    "always rounding at 5am lol",
]


def asks(text: str, vocabulary: Vocabulary, now: dt.datetime) -> bool:
    found = read_message(text, vocabulary, now)
    return any(isinstance(one, LiftQuestion) for one in found)


@pytest.mark.parametrize("text", ASKED)
def test_it_is_asked_whether_or_when_to_lift(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert asks(text, vocabulary, now)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_it_is_not_asked_whether_to_lift(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not asks(text, vocabulary, now)


@pytest.mark.parametrize("text", TO_COME)
def test_sets_that_are_to_come_are_not_logged(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, LiftReading) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize("text", ABOUT_FORM)
def test_what_is_said_of_form_is_no_moment_run_or_lift(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message(text, vocabulary, now)
    assert all(isinstance(one, NotUnderstood | OtherQuestion) for one in found)


BESIDE = [
    "lets say i lift at 6pm friday, is saturdays 10k toast",
    "I only have 40 mins tomorrow between 12 and 1. deadlifts, yes?",
    "lift wed 9 sept 6.30pm then race sat 12 sept, ok gap?",
    "two hours after track on tuesday, track finishes half seven pm. lift ok?",
    "the rack's free sat 16:45. worth it or will it ruin sunday's race",
]


@pytest.mark.parametrize("text", BESIDE)
def test_beside_a_question_nothing_else_is_stored(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message(text, vocabulary, now)
    assert all(isinstance(one, LiftQuestion | OtherQuestion) for one in found)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("is friday better than saturday", (dt.date(2026, 9, 4), dt.date(2026, 9, 5))),
        ("would friday be a better day than saturday?", (dt.date(2026, 9, 4), dt.date(2026, 9, 5))),
        ("is tomorrow safer than friday", (dt.date(2026, 9, 3), dt.date(2026, 9, 4))),
    ],
)
def test_which_of_two_days_is_better_is_a_choice(
    text: str, days: tuple[dt.date, dt.date], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (question,) = read_message(text, vocabulary, now)
    assert isinstance(question, LiftQuestion)
    assert isinstance(question.moment, MomentReading)
    assert (question.moment.date, *question.moment.also) == days


@pytest.mark.parametrize("text", ["is sumo better than conventional", "is easy friday better than tempo saturday"])
def test_what_is_better_than_another_thing_is_no_day(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, LiftQuestion) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("is labor day ok for deadlifts, gym's open til 2", dt.date(2026, 9, 7)),
        ("can i lift on thanksgiving", dt.date(2026, 11, 26)),
        ("deads on halloween?", dt.date(2026, 10, 31)),
        ("lift on memorial day ok?", dt.date(2027, 5, 31)),
    ],
)
def test_a_feast_is_its_coming_day(text: str, day: dt.date, vocabulary: Vocabulary, now: dt.datetime) -> None:
    (question,) = read_message(text, vocabulary, now)
    assert isinstance(question, LiftQuestion)
    assert isinstance(question.moment, MomentReading)
    assert question.moment.date == day


@pytest.mark.parametrize(
    "text",
    [
        "i've got 40 min at 12:20 today, enough time for deadlifts since this mornings run?",
        "got 30 min at 1. deads ok?",
    ],
)
def test_minutes_that_are_free_are_no_run(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    (question,) = read_message(text, vocabulary, now)
    assert isinstance(question, LiftQuestion)


OTHER_LIFTS = [
    ("can i squat saturday at 8am?", "other"),
    ("heavy step ups and lunges today, noon. yay or nay", "other"),
    ("squats and deads at 6 tonight, yes or no", "deadlift"),
    ("can i deadlift tonight", "deadlift"),
    ("gym tonight?", "deadlift"),
]


@pytest.mark.parametrize(("text", "other"), OTHER_LIFTS)
def test_a_question_about_squats_alone_is_told_from_one_about_deadlifts(
    text: str, other: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (question,) = read_message(text, vocabulary, now)
    assert isinstance(question, LiftQuestion)
    assert question.other is (other == "other")
