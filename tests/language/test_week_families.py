"""Families of weeks: each line stands for many that runners write. An entry is written as in test_week.py."""

import datetime as dt

import pytest

from bot.language.meaning import Doubt
from bot.language.vocabulary import Vocabulary
from tests.language.test_week import shown, week

FAMILIES = {
    # Said once for all, with why it is so.
    "tue easy, thu tempo, sat long. I do them all at 5:30am before the kids": [
        "tue 05:30 easy",
        "thu 05:30 tempo",
        "sat 05:30 long",
    ],
    "mon/wed/sat easy, 6pm on weekdays, sat 10am": ["mon 18:00 easy", "wed 18:00 easy", "sat 10:00 easy"],
    # The race and the long run have hours where others have times.
    "tue track 7pm, wed easy, thu tempo 6am, sat parkrun 9, sun long 8": [
        "tue 19:00 intervals",
        "wed easy",
        "thu 06:00 tempo",
        "sat 09:00 race 5km",
        "sun 08:00 long",
    ],
    # Other training and work give no run, and their days no time.
    "run wed 6pm tempo, rest fri, bike sat long, run sun 10am long": [
        "wed 18:00 tempo",
        "fri rest",
        "sat rest",
        "sun 10:00 long",
    ],
    "I work nights Mon-Wed so running is thurs 11am easy, sat 8am long": [
        "mon rest",
        "tue rest",
        "wed rest",
        "thu 11:00 easy",
        "sat 08:00 long",
    ],
    "| | AM | PM |\n|---|---|---|\n| Tue | easy 6k 6:30 | track 19:00 |\n| Sun | long 8:00 | |": [
        "tue 06:30 easy 6km morning",
        "tue 19:00 intervals evening",
        "sun 08:00 long morning",
    ],
    "run tues thurs sun. tues intervals 7:15pm. rest of them all easy except sunday long 9am": [
        "tue 19:15 intervals",
        "thu easy",
        "sun 09:00 long",
    ],
    "I am running Monday and Friday. Each at 19:00. No speed, only for health.": ["mon 19:00 other", "fri 19:00 other"],
    "tempo tues, intervals thurs, long sat. tues + thurs 6:30am, sat 8am": [
        "tue 06:30 tempo",
        "thu 06:30 intervals",
        "sat 08:00 long",
    ],
    "maandag rustdag, dinsdag intervallen 19u, zondag duurloop 9u": [
        "mon rest",
        "tue 19:00 intervals",
        "sun 09:00 long",
    ],
    # Lists of days that share what stands before and behind them.
    "Easy 10k on Mondays, Wednesdays and Saturdays at 6:15 am, tempo Thursdays 18:00": [
        "mon 06:15 easy 10km",
        "wed 06:15 easy 10km",
        "thu 18:00 tempo",
        "sat 06:15 easy 10km",
    ],
    "jogging mon, wed, fri 7:10am": ["mon 07:10 easy", "wed 07:10 easy", "fri 07:10 easy"],
    "Tue, Thu and Sat, 40 min each, 6:45am. rest other days": [
        "mon rest",
        "tue 06:45 other 40min",
        "wed rest",
        "thu 06:45 other 40min",
        "fri rest",
        "sat 06:45 other 40min",
        "sun rest",
    ],
    # A long run comes once a week: the days behind it do not share it.
    "long run Sunday, Tuesday and Thursday 19:00 track": ["tue 19:00 intervals", "thu 19:00 intervals", "sun long"],
    "Tue and Fri 18:15 with the club, long run Sun 9am": ["tue 18:15 other", "fri 18:15 other", "sun 09:00 long"],
    # Letters for days.
    "M-Th 3 mi easy 5:40am, Sat 9 mi long": [
        *(f"{day} 05:40 easy 4.828km" for day in ("mon", "tue", "wed", "thu")),
        "sat long 14.484km",
    ],
    "M W F easy 4k, T & Th track 7pm": [
        "mon easy 4km",
        "tue 19:00 intervals",
        "wed easy 4km",
        "thu 19:00 intervals",
        "fri easy 4km",
    ],
    "M  off\nT  6 x 1k\nW  easy 7\nTh  tempo 8\nF  off\nSa  easy 5\nSu  long 19": [
        "mon rest",
        "tue intervals",
        "wed easy 7km",
        "thu tempo 8km",
        "fri rest",
        "sat easy 5km",
        "sun long 19km",
    ],
    "Mo off, Tu 6 km easy, We 8 x 400 m, Th 6 km easy, Sa 16 km long": [
        "mon rest",
        "tue easy 6km",
        "wed intervals",
        "thu easy 6km",
        "sat long 16km",
    ],
    # Letters for kinds.
    "Tue E, Wed I, Fri T, Sun L": ["tue easy", "wed intervals", "fri tempo", "sun long"],
    "Mon 35'E; Wed 20min T; Sun 1:50 L": ["mon easy 35min", "wed tempo 20min", "sun long 110min"],
    "Tue: 5mi E / Thu: 6mi w 3 @ T / Sun: 11mi L": ["tue easy 8.047km", "thu tempo 9.656km", "sun long 17.703km"],
    "tue 5k I think, thu 6k": ["tue other 5km", "thu other 6km"],
    # What is said of another day, or of all of them.
    "Tue 8k easy 6:20, Thu same as Tuesday, Sat long": ["tue 06:20 easy 8km", "thu 06:20 easy 8km", "sat long"],
    "Mon easy 5k 6am, Tue ditto, Wed same as Monday but 7pm": [
        "mon 06:00 easy 5km",
        "tue 06:00 easy 5km",
        "wed 19:00 easy 5km",
    ],
    "mon easy 5k, wed as monday, sun long": ["mon easy 5km", "wed easy 5km", "sun long"],
    "mon run in 6k 7am run back 6k 5:30pm. thu same as monday. sat parkrun": [
        "mon 07:00 other 6km",
        "mon 17:30 other 6km",
        "thu 07:00 other 6km",
        "thu 17:30 other 6km",
        "sat race 5km",
    ],
    "Mon easy 5k, Wed tempo 6k, Fri easy 5k, all at 18:20": [
        "mon 18:20 easy 5km",
        "wed 18:20 tempo 6km",
        "fri 18:20 easy 5km",
    ],
    "All runs at 6am: Tue easy, Thu 6x800, Sun long 8am": ["tue 06:00 easy", "thu 06:00 intervals", "sun 08:00 long"],
    "Mon 5 km, Wed 6 km, Thu 7 km - all easy, Sun 20 km long": [
        "mon easy 5km",
        "wed easy 6km",
        "thu easy 7km",
        "sun long 20km",
    ],
    "Tue easy, Thu tempo, Sat long. 18:45 except Sat 8 am": ["tue 18:45 easy", "thu 18:45 tempo", "sat 08:00 long"],
    "Mon easy, Wed tempo, Sat long 8am. Weekday runs at 6pm": ["mon 18:00 easy", "wed 18:00 tempo", "sat 08:00 long"],
    "Tue 7, gym Wed, all easy 40 min": ["tue easy 40min"],
    "tue thu sun at 7:45, sunday is the long one": ["tue 07:45 other", "thu 07:45 other", "sun 07:45 long"],
    "Daily 8k easy 6am, Wednesday track instead": [
        *(f"{day} 06:00 easy 8km" for day in ("mon", "tue")),
        "wed intervals",
        *(f"{day} 06:00 easy 8km" for day in ("thu", "fri", "sat", "sun")),
    ],
    "on the weekend I do my long one on sunday at 8:30": ["sun 08:30 long"],
    # Two runs a day, and other training beside one.
    "Tue AM 7km easy (06:10) / PM 10x400 (18:40)": ["tue 06:10 easy 7km morning", "tue 18:40 intervals evening"],
    "friday double: 6am 6k easy and 5pm 4k easy": ["fri 06:00 easy 6km", "fri 17:00 easy 4km"],
    "Mon/Thu doubles: 6am easy 5k + 6pm steady 8k": [
        "mon 06:00 easy 5km",
        "mon 18:00 steady 8km",
        "thu 06:00 easy 5km",
        "thu 18:00 steady 8km",
    ],
    "Mon AM: gym PM: easy 6km 17:30\nWed AM: easy 6km 06:00 PM: gym": [
        "mon 17:30 easy 6km evening",
        "wed 06:00 easy 6km morning",
    ],
    "mon: am gym pm 7k easy 18.20": ["mon 18:20 easy 7km evening"],
    "Mon: 06:00 gym; 18:00 easy 5k": ["mon 18:00 easy 5km"],
    # Tables.
    "| Week | Mon | Tue | Wed |\n|---|---|---|---|\n| 3 | Off | 5 mi run | 30 min tempo |": [
        "mon rest",
        "tue other 8.047km",
        "wed tempo 30min",
    ],
    "| Day | AM | PM |\n|--|--|--|\n| Mon | easy 5k | gym |\n| Tue | - | 8x400 |\n| Wed | easy 6k | tempo 5k |": [
        "mon easy 5km morning",
        "tue intervals evening",
        "wed easy 6km morning",
        "wed tempo 5km evening",
    ],
    "| | Mon | Tue |\n| AM | easy 5k | |\n| PM | | track |": ["mon easy 5km morning", "tue intervals evening"],
    "M | T | W | T | F | S | S\noff | easy 5k | track | easy | off | parkrun | long": [
        "mon rest",
        "tue easy 5km",
        "wed intervals",
        "thu easy",
        "fri rest",
        "sat race 5km",
        "sun long",
    ],
    "Day,Type,Distance,Time\nTue,Intervals,10 km,18:00\nSun,Long,22 km,08:00": [
        "tue 18:00 intervals 10km",
        "sun 08:00 long 22km",
    ],
    # The order of the week instead of its days.
    "Rest / 6k easy / 8k w 5x1k / 6k easy / Rest / 4k shakeout / 24k long, mon to sun": [
        "mon rest",
        "tue easy 6km",
        "wed intervals 8km",
        "thu easy 6km",
        "fri rest",
        "sat easy 4km",
        "sun long 24km",
    ],
    "Tue-Thu: easy 5k / tempo 6k / easy 5k": ["tue easy 5km", "wed tempo 6km", "thu easy 5km"],
    "Rest, easy 5k, track, easy 5k, rest, parkrun, long 15k": [
        "mon rest",
        "tue easy 5km",
        "wed intervals",
        "thu easy 5km",
        "fri rest",
        "sat race 5km",
        "sun long 15km",
    ],
    # Headings, and weeks with dates.
    "Coach sent:\nMon easy 5k\nTue track": ["mon easy 5km", "tue intervals"],
    "Here is what I was given: Mon off. Tue hills 18:05": ["mon rest", "tue 18:05 hills"],
    "C25K week 2: Tue 30 min, Thu 30 min": ["tue other 30min", "thu other 30min"],
    "W/C 31 Aug\nMon rest\nWed easy 9k": ["mon rest 2026-08-31", "wed easy 9km 2026-09-02"],
    "Week commencing 7th Sept: Tue easy 5k, Sun long": ["tue easy 5km 2026-09-08", "sun long 2026-09-13"],
    "Mon 31/8 rest\nFri 4/9 easy 5k": ["mon rest 2026-08-31", "fri easy 5km 2026-09-04"],
    # Times.
    "Mon 1800 easy 10k\nWed 0600 tempo 8k": ["mon 18:00 easy 10km", "wed 06:00 tempo 8km"],
    "thu 1900 club run": ["thu 19:00 other"],
    "Sat: progression run 12km 8h40, Sun long 2h20": ["sat 08:40 progression 12km", "sun long 140min"],
    "Wed easy 5 mi @ noon": ["wed 12:00 easy 8.047km noon"],
    "Tue 6:15-7:15pm hills": ["tue 18:15 hills 60min"],
    "Tue easy 11-12pm": ["tue 11:00 easy"],
    "Tue @7pm: 5x1k, Sun @9: long": ["tue 19:00 intervals", "sun 09:00 long"],
    "sun long 8-ish am": ["sun 08:00 long"],
    "mon easy forty minutes at six am, tue intervals six times eight hundred at six forty five pm": [
        "mon 06:00 easy 40min",
        "tue 18:45 intervals",
    ],
    "easy at 7 30 on tuesday": ["tue 07:30 easy"],
    "Tue 6p track, Thu 6:30p tempo, Sat 8a long": ["tue 18:00 intervals", "thu 18:30 tempo", "sat 08:00 long"],
    "Sundays long at 7am; weekdays I run before work at 5:45 except Friday": [
        *(f"{day} 05:45 other morning" for day in ("mon", "tue", "wed", "thu")),
        "fri rest",
        "sun 07:00 long",
    ],
    # Lengths.
    "3 easy runs mon wed fri 6am & 1 long sun 8am": [
        "mon 06:00 easy",
        "wed 06:00 easy",
        "fri 06:00 easy",
        "sun 08:00 long",
    ],
    "sat long run two and a half hours": ["sat long 150min"],
    "Tuesday 1 h easy, Sunday 1 h 30 long": ["tue easy 60min", "sun long 90min"],
    "Mon off, Tue 4m easy, Wed 6m tempo @ 7:45, Sun 9m long. m = miles": [
        "mon rest",
        "tue easy 6.437km",
        "wed tempo 9.656km",
        "sun long 14.484km",
    ],
    # What is taken back.
    "tuesday, no wait wednesday, 18:00 track. sunday long 9am": ["wed 18:00 intervals", "sun 09:00 long"],
    "easy tue 6pm, sorry 7pm, long sun": ["tue 19:00 easy", "sun long"],
    "tue easy 5k, I mean 6k, sun long": ["tue easy 6km", "sun long"],
    # Misspelt.
    "Wensday tmpo 7km 6pm, satruday eazy 5, sundy lng run 20": ["wed 18:00 tempo 7km", "sat easy 5km", "sun long 20km"],
    "tusday trak 7pm, thirsday intrvls, fryday rst": ["tue 19:00 intervals", "thu intervals", "fri rest"],
    # Kinds.
    "Mon n/a, Tue 5k, Sat 30/30s": ["mon rest", "tue other 5km", "sat intervals"],
    "Sat trail run 9:20am": ["sat 09:20 other hilly"],
    "Thu: 6x45s hills, walk-down recovery": ["thu hills"],
    "Sat & Sun: back-to-back long runs (ultra training)": ["sat long", "sun long"],
    "5k time trial on the track Saturday 8:30am": ["sat 08:30 time_trial 5km"],
    "Tue 3 x 2 miles @ HMP, Sun 14 mi LSR": ["tue race_pace", "sun long 22.531km"],
    # From any day of the week on, in German, and with headings, exceptions and times for several days.
    "S: off\nM: 5 easy\nT: track\nW: 6 easy\nTh: tempo 5\nF: off\nSa: long 12": [
        "mon easy 5km",
        "tue intervals",
        "wed easy 6km",
        "thu tempo 5km",
        "fri rest",
        "sat long 12km",
        "sun rest",
    ],
    "Mo: Ruhetag\nDi: 8 km easy\nMi: Intervals\nDo: 9 km tempo\nSo: 21 km lang": [
        "mon rest",
        "tue easy 8km",
        "wed intervals",
        "thu tempo 9km",
        "sun long 21km",
    ],
    "I run on Mondays and Fridays. Always at 6am. Saturdays I do a long run at 8": [
        "mon 06:00 other",
        "fri 06:00 other",
        "sat 08:00 long",
    ],
    "Mon and Thu 7k, Sun 14k. Time is 17:30 for weekdays, sunday 9:00": [
        "mon 17:30 other 7km",
        "thu 17:30 other 7km",
        "sun 09:00 other 14km",
    ],
    "Tue 11km progression 6:10 -> 5:20, Sun 24km long @ 5:50-6:10": ["tue progression 11km", "sun long 24km"],
    "Mon base 42:00, Wed 10k race pace 6k": ["mon easy 42min", "wed race_pace 10km"],
    "Week 3! Mon and Fri at 7pm": ["mon 19:00 other", "fri 19:00 other"],
    "Sat parkrun then 4k easy home, Sun long": ["sat race 4km", "sun long"],
}


@pytest.mark.parametrize(("text", "entries"), FAMILIES.items())
def test_families_of_weeks_are_read(text: str, entries: list[str], vocabulary: Vocabulary) -> None:
    assert [shown(entry) for entry in week(text, vocabulary).entries] == entries


ASKED = {
    "I run every other day from Monday, 7am, all easy": Doubt.PATTERN,
    "monday six thirty easy, sun long": Doubt.AM_OR_PM,
    "Mon 6mi @ 8:30, Tue 6mi easy": Doubt.TIME,
    "thu 10k @ 5:30": Doubt.TIME,
    "Sat parkrun 9": Doubt.TIME,
    "tue easy 45, thu tempo 40": Doubt.UNIT,
    "E, T, off, I, E, off, L": Doubt.DAY,
    "tue florble 7pm, thu easy": Doubt.KIND,
}


@pytest.mark.parametrize(("text", "doubt"), ASKED.items())
def test_what_a_family_leaves_open_is_asked_back(text: str, doubt: Doubt, vocabulary: Vocabulary) -> None:
    assert doubt in {unread.doubt for unread in week(text, vocabulary).unread}


@pytest.mark.parametrize("text", [text for text in FAMILIES if text.startswith(("Coach", "Here", "| ", "Day,", "All"))])
def test_headings_are_not_asked_about(text: str, vocabulary: Vocabulary) -> None:
    assert week(text, vocabulary).unread == ()


def test_a_pace_behind_a_distance_gives_no_time(vocabulary: Vocabulary) -> None:
    entries = week("Sun 30 km long 7:30 am @ 5:00-5:20", vocabulary).entries
    assert [entry.run.time for entry in entries] == [dt.time(7, 30)]


def test_a_copied_day_keeps_the_words_of_its_source(vocabulary: Vocabulary) -> None:
    entries = week("Mon easy 5k, Tue track, Thu same as Monday at 7pm", vocabulary).entries
    assert [entry.run.text for entry in entries] == ["easy 5k", "track", "easy 5k, at 7pm"]
