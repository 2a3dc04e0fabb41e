"""Weeks as people tell them: introductions, one time for all, bare hours, lists side by side, changes for good."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, Doubt, MovedRunReading, WeekReading
from bot.language.vocabulary import Vocabulary
from bot.language.week import read_week
from bot.training.profile import DistanceUnit
from tests.language.reading import read_message
from tests.language.test_week import shown, week

TOLD = {
    # One time for all of them, said before, behind, or with an exception.
    "⏰ 6am gang: M easy / T speed / W easy / Th threshold": [
        *("mon 06:00 easy", "tue 06:00 intervals", "wed 06:00 easy", "thu 06:00 tempo"),
    ],
    "6pm crew - mon easy, wed tempo": ["mon 18:00 easy", "wed 18:00 tempo"],
    "It is too hot here so I run 5am only. Tuesday easy, Saturday long.": ["tue 05:00 easy", "sat 05:00 long"],
    "mornings only (6:15): mon easy, tue tempo": ["mon 06:15 easy", "tue 06:15 tempo"],
    "mon easy, wed tempo, sun long - 8:30 for all": ["mon 08:30 easy", "wed 08:30 tempo", "sun 08:30 long"],
    "tue easy thu tempo sun long, every one at 6.30am": ["tue 06:30 easy", "thu 06:30 tempo", "sun 06:30 long"],
    "speed tues. tempo thurs. long sun. all at 6:30 am except sun 7": [
        *("tue 06:30 intervals", "thu 06:30 tempo", "sun 07:00 long"),
    ],
    "I run Mon/Thu/Sat. 6am. All easy except Thu which is fartlek.": [
        *("mon 06:00 easy", "thu 06:00 fartlek", "sat 06:00 easy"),
    ],
    "tue easy 40 min, sun easy 80 min. Mornings, half 6 ish": [
        *("tue 06:30 easy 40min morning", "sun 06:30 easy 80min morning"),
    ],
    "easy mon evening, long sat morning, the evening ones are at 7 and the morning one at 8": [
        *("mon 19:00 easy evening", "sat 08:00 long morning"),
    ],
    "monday: -\ntuesday: easy\nsunday: long\n(all 6:45 am)": ["mon rest", "tue 06:45 easy", "sun 06:45 long"],
    "tempo tues, easy weds, long sat. 6.30pm 6.30pm and 8am": [
        *("tue 18:30 tempo", "wed 18:30 easy", "sat 08:00 long"),
    ],
    # What introduces a week is none of its first day.
    "I finish work at 5. tue 5:30 easy, thu 6:15 tempo": ["tue 17:30 easy", "thu 18:15 tempo"],
    "lectures til 4 so: mon 4:30 easy, wed 5 intervals, sun long 11": [
        *("mon 16:30 easy", "wed 17:00 intervals", "sun 11:00 long"),
    ],
    "strava says my pattern is tues 18:05, sun 08:40": ["tue 18:05 other", "sun 08:40 other"],
    "3x/week: tue thu sat": ["tue other", "thu other", "sat other"],
    # Headings.
    "Easy runs: mon 5k, wed 6k. Long: sun 18k": ["mon easy 5km", "wed easy 6km", "sun long 18km"],
    "Evenings: mon easy 7, wed tempo 7, thu easy 7": [
        *("mon 19:00 easy evening", "wed 19:00 tempo evening", "thu 19:00 easy evening"),
    ],
    # Hours that only the rest of the week makes plain.
    "sat 9 easy sun 9 long": ["sat 09:00 easy", "sun 09:00 long"],
    "Tue 6:30 tempo, Thu 6:30 easy, Sun 8 long": ["tue 06:30 tempo", "thu 06:30 easy", "sun 08:00 long"],
    "easy mon 6, easy tue 6, long sat 6, always am": [
        *("mon 06:00 easy morning", "tue 06:00 easy morning", "sat 06:00 long morning"),
    ],
    "mon 5 easy, thu 6 easy, sat 16 long. mornings at 6 except sat at 8": [
        *("mon 06:00 easy 5km morning", "thu 06:00 easy 6km morning", "sat 08:00 long 16km"),
    ],
    "Mon 5 easy, Thu 8 tempo, Sun 18 long": ["mon easy 5km", "thu tempo 8km", "sun long 18km"],
    "tue quarter to seven in the evening track, thu quarter to seven hills": [
        *("tue 18:45 intervals evening", "thu 18:45 hills"),
    ],
    # The same time, and another one for a day of several.
    "tue reps 5:30pm, thu tempo same time, sun long 8am": [
        *("tue 17:30 intervals", "thu 17:30 tempo", "sun 08:00 long"),
    ],
    "tue thu sat easy at 7am, sat more like 10am": ["tue 07:00 easy", "thu 07:00 easy", "sat 10:00 easy"],
    "tuesdays and thursdays 7:15 in and 17:40 home, easy": [
        *("tue 07:15 easy", "tue 17:40 easy", "thu 07:15 easy", "thu 17:40 easy"),
    ],
    # Days in one list and runs in another.
    "tues, thurs, sun: easy, tempo, long": ["tue easy", "thu tempo", "sun long"],
    "6am tuesdays 6am thursdays 8am sundays. easy easy long": [
        *("tue 06:00 easy", "thu 06:00 easy", "sun 08:00 long"),
    ],
    "run days: tue/thu/sun: 6k easy, 8k tempo, 20k long": ["tue easy 6km", "thu tempo 8km", "sun long 20km"],
    "tuesday and thursday, track and tempo": ["tue intervals", "thu tempo"],
    "2x easy (tue/thu) + 1x long (sat)": ["tue easy", "thu easy", "sat long"],
    "M rest T 8 W 12 Th 6 F rest Sa 5 Su 20": [
        *(
            "mon rest",
            "tue other 8km",
            "wed other 12km",
            "thu other 6km",
            "fri rest",
            "sat other 5km",
            "sun other 20km",
        ),
    ],
    # The rest, and days taken out.
    "tempo on weds, everything else is jogging mon fri, long sunday": ["mon easy", "wed tempo", "fri easy", "sun long"],
    "mon tue thu 12:15, thu is tempo the rest easy": ["mon 12:15 easy", "tue 12:15 easy", "thu 12:15 tempo"],
    "thu no, fri 8k easy 7am": ["thu rest", "fri 07:00 easy 8km"],
    "I run on weekdays at 7:15 except Friday, always easy. Saturday long 9am": [
        *(f"{day} 07:15 easy" for day in ("mon", "tue", "wed", "thu")),
        "fri rest",
        "sat 09:00 long",
    ],
    "tues 5k 6:30am, thurs 5k 6:30am and parkrun": ["tue 06:30 other 5km", "thu 06:30 other 5km", "sat race 5km"],
    # Kinds in other words and signs.
    "sunday 7am before anyone's up = long. tue = easy. thu → tempo": ["tue easy", "thu tempo", "sun 07:00 long"],
    "run/walk Monday, longer run/walk Saturday at 9": ["mon easy", "sat 09:00 long"],
    "Easy Tuesday 6pm. Hard Wednesday 6pm": ["tue 18:00 easy", "wed 18:00 intervals"],
    "tue 6pm looong, thr 6 pm esay, snu 8am lnog": ["tue 18:00 long", "thu 18:00 easy", "sun 08:00 long"],
    "PT mon wed 0600 (formation run), sat LSD 0800": ["mon 06:00 other", "wed 06:00 other", "sat 08:00 long"],
    "sat race or parkrun, sun long": ["sat race 5km", "sun long"],
    "Sat 5h trails 06:00, Sun 2h easy": ["sat 06:00 long 300min hilly", "sun easy 120min"],
    "mon wed sat runs, nothing fancy": ["mon other", "wed other", "sat other"],
}


@pytest.mark.parametrize(("text", "entries"), TOLD.items())
def test_told_weeks_are_read(text: str, entries: list[str], vocabulary: Vocabulary) -> None:
    found = week(text, vocabulary)
    assert ([shown(entry) for entry in found.entries], found.unread) == (entries, ())


OWN = {
    "Dad of 3 schedule: Tue 05:15 easy, Thu 05:15 easy, Sun 05:45 long-ish": 3,
    "so the physio says 3 runs max: tue easy 25min 7am, thu easy 25 min 7am, sun easy 40 min 8.30": 3,
    "I've never had a plan before but my friend made me one: easy Monday, easy Wednesday, long Saturday": 3,
    "my husband works nights so i run tue 10am easy, thu 10am easy, sat long 9am": 3,
    "wife has yoga tuesdays so my run is now monday 19:30 easy and wednesday 19:30 intervals. sunday long at 9": 4,
    "my mate and I run tuesdays and thursdays at 6.15pm, easy": 2,
    "kids swim mon so no run, tue 8pm easy, sun 7am long": 3,
    "on shift 4 on 4 off but lets say tues 8pm easy, fri 8pm easy, sun 2pm long": 3,
    "idk i just run 3x a week, tues thurs sun": 3,
    "only got two runs in me a week with the baby, whenever he naps really. say tuesday and saturday": 2,
}


@pytest.mark.parametrize(("text", "days"), OWN.items())
def test_a_week_is_the_runners_own_whoever_is_named_before_it(
    text: str, days: int, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = read_message(text, vocabulary, now)
    assert [len(one.entries) for one in found if isinstance(one, WeekReading)] == [days]


@pytest.mark.parametrize("text", OWN)
def test_a_week_is_read_again_as_it_was(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    first = next(one for one in read_message(text, vocabulary, now) if isinstance(one, WeekReading))
    again = read_week(first.text, today=now.date(), vocabulary=vocabulary, distance_unit=DistanceUnit.KM)
    assert again.entries == first.entries


@pytest.mark.parametrize(
    "text",
    [
        # Another's.
        "my brother's plan: mon easy, wed tempo, sun long",
        "she runs tuesday easy 6pm, thursday tempo 6pm, sunday long 8am",
        "my husband: mon 5k, wed 5k, sat parkrun",
        "her runs are mon, wed, sat",
        "someone on reddit does mon easy tue track thu tempo sun long",
        "the kids have swim mon, football wed, parkrun sat",
        "i had a great run. mon and tue are busy",
        "easy 5k after the weekend",
        # Of another time.
        "I used to run mon wed fri at 6am",
        "last year my week was tue track, thu tempo, sun long",
        "before the injury: mon easy, tue intervals, thu tempo, sun long",
        "old schedule: mon easy, wed tempo, sun long",
        # Supposed, wished for or asked about.
        "if i had time i'd do tue intervals, thu tempo, sun long",
        "let's say i ran mon easy, wed tempo, sun long, would that work?",
        "maybe mon easy, wed tempo and sun long",
        "i wish i could run mon wed fri",
        "is mon easy, wed tempo, sun long a good plan?",
        # Somebody's words.
        'she said "mon easy wed tempo sun long"',
    ],
)
def test_nothing_is_taken_from_a_week_that_is_not_the_runners_plan(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    kinds = WeekReading | DatedRunReading | MovedRunReading
    assert not [one for one in read_message(text, vocabulary, now) if isinstance(one, kinds)]


def test_what_is_hard_either_way_is_kept_and_asked_about(vocabulary: Vocabulary) -> None:
    found = week("tues hills or intervals depending on coach, 6.30pm. sun long", vocabulary)
    assert [shown(entry) for entry in found.entries] == ["tue 18:30 hills", "sun long"]
    assert [(one.doubt, one.options) for one in found.unread] == [(Doubt.KIND, ("hills", "intervals"))]


@pytest.mark.parametrize(
    "text", ["mon easy or rest, tue long 8 or 9", "tue florble 7pm, thu easy", "mon easy or tempo"]
)
def test_what_is_open_is_asked_about(text: str, vocabulary: Vocabulary) -> None:
    assert week(text, vocabulary).unread


CHANGES = {
    "Change: no more Tuesday track. Intervals are Wednesdays 19:00 from now on.": ["tue rest", "wed 19:00 intervals"],
    "dropping mondays for good, tempo is thursday 6pm from now on": ["mon rest", "thu 18:00 tempo"],
    "from monday i'll be doing my easy runs at 6am instead of 7am, mon wed and fri": [
        *("mon 06:00 easy", "wed 06:00 easy", "fri 06:00 easy"),
    ],
}


@pytest.mark.parametrize(("text", "entries"), CHANGES.items())
def test_changes_for_good_are_read(text: str, entries: list[str], vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = [one for one in read_message(text, vocabulary, now) if isinstance(one, WeekReading)]
    assert [[shown(entry) for entry in one.entries] for one in found] == [entries]


MOVES = {
    "lr fri instead of sun, got a wedding. starting 5:30am": ("2026-09-04", "05:30", "long", "2026-09-06"),
    "swapping my thursday tempo to friday this week, 7am": ("2026-09-04", "07:00", "tempo", "2026-09-03"),
    "thursday run is now 7 instead of 6 in the evening": ("2026-09-03", "19:00", "other", "2026-09-03"),
    "monday's tempo is at 7 instead of 6pm": ("2026-09-07", "19:00", "tempo", "2026-09-07"),
}


@pytest.mark.parametrize(("text", "move"), MOVES.items())
def test_one_run_goes_elsewhere(
    text: str, move: tuple[str, str, str, str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    found = [one for one in read_message(text, vocabulary, now) if isinstance(one, MovedRunReading)]
    said = [(one.date.isoformat(), f"{one.run.time:%H:%M}", one.run.kind.value, str(one.from_date)) for one in found]
    assert said == [move]


def test_another_run_takes_the_place_of_one_that_is_off(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("Wednesday's intervals are off, I'll jog instead, 6pm", vocabulary, now)
    assert [(one.run.kind, one.run.time, one.replaces) for one in found if isinstance(one, DatedRunReading)] == [
        ("easy", dt.time(18), True)
    ]
