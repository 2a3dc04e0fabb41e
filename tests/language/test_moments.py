"""The moment a question names, said on Wednesday, 2 September 2026, 10:00."""

import datetime as dt

import pytest

from bot.language.meaning import Doubt, MomentReading, Part, Side, Unread
from bot.language.moments import read_moment
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind


def shown(moment: MomentReading) -> str:
    """Write a moment as "02 18:00 evening long+1 after"; "open" has no day."""
    said = [
        "open" if moment.date is None else moment.date.strftime("%d.%m."),
        None if moment.time is None else moment.time.strftime("%H:%M"),
        None if moment.part is None else moment.part.value,
        None if moment.relation is None else f"{moment.relation[0].value}{moment.relation[1]:+d}",
        None if moment.side is None else moment.side.value,
        *(f"or {day:%d.%m.}" for day in moment.also),
    ]
    return " ".join(word for word in said if word)


MOMENTS = {
    # Days.
    "can I deadlift friday?": "04.09.",
    "is wednesday ok?": "02.09.",
    "next tuesday": "08.09.",
    "this friday 18:00?": "04.09. 18:00",
    "friday next week": "11.09.",
    "tomoz": "03.09.",
    "day after tomorrow?": "04.09.",
    "in two days": "04.09.",
    "48h from now": "04.09. 10:00",
    "in 90 minutes": "02.09. 11:30",
    "the 14th": "14.09.",
    "sept 14": "14.09.",
    "15/09 at 19:30": "15.09. 19:30",
    "2026-03-06 12:00": "06.03. 12:00",
    # Times.
    "18:00": "02.09. 18:00",
    "@ 18h": "02.09. 18:00",
    "7pm": "02.09. 19:00",
    "now": "02.09. now",
    "tonight": "02.09. tonight",
    "this arvo": "02.09. afternoon",
    "tomorrow evening": "03.09. evening",
    "thursday lunchtime": "03.09. noon",
    "friday 18": "04.09. 18:00",
    "18": "02.09. 18:00",
    "friday midnight": "05.09. 00:00",
    "midnight tonight": "03.09. 00:00",
    "29.3.": "29.03.",
    "29.3": "29.03.",
    "lift on 29.3?": "29.03.",
    "cn i lift tmrw evning": "03.09. evening",
    "tomorow mornng": "03.09. morning",
    "can i lift tody": "02.09.",
    "can i lift at 6": "02.09. 18:00",
    "lift 5:30?": "02.09. 17:30",
    "lift at 06:30?": "02.09. 06:30",
    "7 in the evening tomorrow": "03.09. 19:00",
    "wed 7am?": "09.09. 07:00",
    # Times that are over: today's morning, what was, and an hour whose other half is late in the evening.
    "can I deadlift this morning at 7": "02.09. 07:00 morning",
    "this morning 8:30?": "02.09. 08:30 morning",
    "was 8:00 ok?": "02.09. 08:00",
    "would 8:00 have been fine for deadlifts?": "02.09. 08:00",
    "I was going to lift at 6, ok?": "02.09. 18:00",
    "9:00": "02.09. 09:00",
    "9:59": "02.09. 09:59",
    "can I lift at half past nine": "02.09. 09:30",
    "can I lift at 9 tonight": "02.09. 21:00 tonight",
    # Which of several days.
    "I have intervals tomorrow, can I lift today?": "02.09.",
    "if long run is sunday can i deadlift saturday": "05.09.",
    "can i deadlift saturday if my long run is sunday": "05.09.",
    "did 30k this morning can I still lift 2nite": "02.09. tonight",
    # A choice of days.
    "lift today or tomorrow?": "02.09. or 03.09.",
    "today or tomorrow": "02.09. or 03.09.",
    "friday or saturday": "04.09. or 05.09.",
    "friday or saturday evening": "04.09. evening or 05.09.",
    "today or friday or saturday": "02.09. or 04.09. or 05.09.",
    "tomorrow thursday": "03.09.",
    # Runs that the day hangs on.
    "the day after my long run": "open long+1",
    "night before the race": "open evening race-1",
    "two days before my race": "open race-2",
    "24h after intervals": "open intervals+1",
    "deadlift the week before the marathon?": "open race-7",
    "same day as tempo": "open tempo+0",
    "on my long run day": "open long+0",
    "morning of the race": "open morning race+0",
    "before my long run": "open long+0 before",
    "straight after my 5k": "open other+0 after",
    "3 days before a 10k race": "open race-3",
    "morning intervals evening deads": "open evening intervals+0 after",
    "the day before sunday's long run": "05.09. long-1",
    "sat night before sun long run?": "05.09. evening long+0 before",
    "got tempo tomorrow, deadlift after it?": "03.09. tempo+0 after",
    "my half is on the 13th, can I lift two days before?": "11.09. race-2",
    "is it bad to lift 2 days before my half on the 13th": "11.09. race-2",
    "can I deadlift the day after my long run? long run is on saturday": "06.09. long+1",
    # Days that belong to a run.
    "would deadlifting this evening spoil tomorrow's tempo?": "02.09. evening",
    "will pulling on friday ruin my long run on sunday": "04.09.",
    "is wed ok for deads or is it too near thursday's intervals": "02.09.",
    "can i swap my lifting to sunday 9am, would that be ok with the long run on saturday": "06.09. 09:00",
    "would 11:45 on sunday clash with the 25 km I've got on monday if I deadlift": "06.09. 11:45",
    # What one clause leaves to another.
    "PT ends 0700 tomorrow, good to hit deads 0730?": "03.09. 07:30",
    "deads friday ok? maybe 5pm": "04.09. 17:00",
    "deads at 6pm ok? tomorrow i mean": "03.09. 18:00",
    "can I lift before parkrun on Saturday, like 7?": "05.09. 07:00 race+0 before",
    "off work thursday, gym then?": "03.09.",
    "track at 6pm thursday, can i lift that morning": "03.09. morning",
    "double day tomorrow: tempo am, deads pm ok?": "03.09. evening",
    "thurs, fri or sat for deads?": "03.09. or 04.09. or 05.09.",
    # Days that are over, off or given up.
    "missed yesterday's gym. make it up today at 4:15pm?": "02.09. 16:15",
    "gym's shut thursday so friday 6pm instead?": "04.09. 18:00",
    "last deadlift was sunday. is tonight ok": "02.09. tonight",
    "sore since sunday, can i lift at 7pm": "02.09. 19:00",
    "lift sunday instead of saturday": "06.09.",
    "i'd rather lift tomorrow than friday": "03.09.",
    "swap my thursday lift to friday?": "04.09.",
    # Bounds.
    "can i deadlift the day before sunday": "05.09.",
    "before friday": "open",
    "one more heavy session before the weekend?": "open",
    "can i lift after the weekend": "07.09.",
    # More ways to say a time or a day.
    "deads between 5 and 6 tonight": "02.09. 17:00 tonight",
    "can i pull at six-thirty tonight": "02.09. 18:30 tonight",
    "deadlift 1830 hrs today": "02.09. 18:30",
    "can i pull at eleven": "02.09. 11:00",
    "lift tomorrow at 4": "03.09. 16:00",
    "in half an hour can i lift": "02.09. 10:30",
    "a week on saturday": "12.09.",
    "pull on the fifth": "05.09.",
    # Days and times that another clause names.
    "Tomorrow I have intervals at 18:30. Could I lift before, at 6:30 in the morning?": "03.09. 06:30 morning",
    "on saturday I have easy 8 km at 9. After this, at 11, deadlift ok?": "05.09. 11:00 easy+0 after",
    "friday tempo at 6am, could i deadlift afterwards, around 7:30?": "04.09. 07:30",
    "Friday I have nothing. Deadlift at 20:15, you say yes?": "04.09. 20:15",
    "tomorrow intervals at 7am, can i lift in the evening": "03.09. evening",
    "i always deadlift on wednesdays at 18:30, is it fine today?": "02.09. 18:30",
    "gym opens at 7 on saturday, would deadlifts be fine then?": "05.09. 07:00",
    "gym closes at 8 tonight, can i squeeze in deadlifts": "02.09. tonight",
    "im off at eleven tonight so could i deadlift at like eleven thirty": "02.09. 23:30",
    "i was gonna lift at 6 but work is mental, would 8 be too late": "02.09. 20:00",
    "ive to collect the kids at 3 tomorrow so deads at 1:30, grand?": "03.09. 13:30",
    "which day between now and sunday should i lift": "open",
    "tomorrow week ok for pulls?": "10.09.",
    "can i lift a fortnight on saturday": "19.09.",
    "evening after the race on sunday ok for deads": "06.09. evening race+0 after",
    # Hours from now, and hours after a run at a time.
    "can i lift in like two hours": "02.09. 12:00",
    "am i ok to pull in about 90 mins": "02.09. 11:30",
    "deads in an hour and a half ok": "02.09. 11:30",
    "deads in 1h30?": "02.09. 11:30",
    "lifting 3 hours after tomorrow's 6am intervals, fine or not?": "03.09. 09:00 intervals+0 after",
    "can i lift two hours after tomorrow's 5pm easy run": "03.09. 19:00 easy+0 after",
    "can i lift 2 hours b4 my 6pm run today": "02.09. 16:00 other+0 before",
    "two hours after track on tuesday, track finishes half seven pm. lift ok?": "08.09. 21:30 intervals+0 after",
    "run at 6am saturday, lift 5 hours later ok?": "05.09. 11:00",
    "my run ends 7.15am thursday, how about lifting straight after, say 7.30": "03.09. 07:30",
    "deadlift on thursday right before track (7pm)?": "03.09. intervals+0 before",
    # Times as they are written elsewhere.
    "deadlift on 10 September, 18:00 hrs?": "10.09. 18:00",
    "can I deadlift on Thursday at five thirty p m": "03.09. 17:30",
    "saturday deads 930?": "05.09. 09:30",
    "deads fri by 3.30": "04.09. 15:30",
    "saturday half 10 deads ok?": "05.09. 10:30",
    "5x3 at 140 tonight ok?": "02.09. tonight",
    "is noon ok today for deads, I've a meeting at 1": "02.09. noon",
    "deads tmrw btwn 12 n 1": "03.09. 12:00",
    # A time or a week of another clause.
    "friday's my last chance. 13:15 free. can I pull then?": "04.09. 13:15",
    "gym's only free fri 20:15. or will it wreck saturday's parkrun": "04.09. 20:15",
    "two sessions tuesday?? run at 6am and then deadlift 6pm": "08.09. 18:00",
    "double day friday: easy 8k 6am, deadlifts 7pm": "04.09. 19:00",
    "weekend after next, deads on the sunday?": "20.09.",
    "the week after next on tuesday evening, deadlift ok?": "15.09. evening",
    "can I deadlift the weekend after next on the saturday": "19.09.",
    "in a fortnight can I pull again": "16.09.",
    # Dates in digits of which one reading is near.
    "9/5 deadlift ok? 20 miler is 9/6": "05.09.",
    "deadlift 9/4 at 6pm?": "04.09. 18:00",
    "lift on 10/9? race is 13/9": "10.09.",
    # Open.
    "when can I lift next": "open",
    "i want to lift twice this week when should that be": "open",
    "can i deadlift this week": "open",
    "what day is best to deadlift": "open",
}


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_a_moment_is_read(text: str, moment: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    reading = read_moment(text, now=now, vocabulary=vocabulary)
    assert isinstance(reading, MomentReading)
    assert shown(reading) == moment


@pytest.mark.parametrize(
    ("text", "passed"), [("7:30", dt.time(7, 30)), ("can I lift at 6", None), ("9:00", None), ("7pm", None)]
)
def test_a_time_that_is_over_as_it_is_written_is_kept_beside_the_later_one(
    text: str, passed: dt.time | None, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    reading = read_moment(text, now=now, vocabulary=vocabulary)
    assert isinstance(reading, MomentReading)
    assert reading.passed == passed


def test_an_hour_late_in_the_evening_is_meant_in_the_afternoon(vocabulary: Vocabulary, now: dt.datetime) -> None:
    reading = read_moment("can I lift at 9", now=now.replace(hour=16), vocabulary=vocabulary)
    assert isinstance(reading, MomentReading)
    assert reading.time == dt.time(21)


UNREAD = {
    "lift on 04/07?": (Doubt.DATE_ORDER, ("2027-04-07", "2027-07-04")),
    "lift on 30 feb": (Doubt.DATE, ()),
    "lift tomorrow at 6?": (Doubt.AM_OR_PM, ("06:00", "18:00")),
    "deadlift this weekend?": (Doubt.DAY, ("2026-09-05", "2026-09-06")),
    "can I deadlift next week": (Doubt.DAY, ()),
    "every other friday?": (Doubt.PATTERN, ()),
    "630 tmrw for deads": (Doubt.AM_OR_PM, ("06:30", "18:30")),
    "lift at 25:00": (Doubt.TIME, ()),
    "lift on 10/9?": (Doubt.DATE_ORDER, ("2026-09-10", "2026-10-09")),
    "can i deadlift the saturday after next": (Doubt.DATE, ("2026-09-12", "2026-09-19")),
    "midnight": (Doubt.TIME, ()),
    "18:00 tomorrow friday": (Doubt.DATE, ("2026-09-03", "2026-09-04")),
}


@pytest.mark.parametrize(("text", "doubt"), UNREAD.items())
def test_a_moment_that_could_be_several_is_asked_about(
    text: str, doubt: tuple[Doubt, tuple[str, ...]], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    reading = read_moment(text, now=now, vocabulary=vocabulary)
    assert isinstance(reading, Unread)
    assert (reading.doubt, reading.options) == doubt


@pytest.mark.parametrize(
    "text",
    ["can i deadlift", "hello", "sat all day, can i squat", "march through the steps", "", "i may be late to it"],
)
def test_a_text_that_names_no_moment_has_none(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert read_moment(text, now=now, vocabulary=vocabulary) is None


def test_the_morning_is_tomorrows_once_todays_is_over(vocabulary: Vocabulary, now: dt.datetime) -> None:
    reading = read_moment("can I lift in the morning?", now=now.replace(hour=20), vocabulary=vocabulary)
    assert reading == MomentReading(date=dt.date(2026, 9, 3), part=Part.MORNING)


def test_a_relation_says_kind_offset_and_side(vocabulary: Vocabulary, now: dt.datetime) -> None:
    reading = read_moment("lift after the marathon?", now=now, vocabulary=vocabulary)
    assert reading == MomentReading(date=None, relation=(RunKind.RACE, 0), side=Side.AFTER)
