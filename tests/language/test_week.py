"""Weeks as runners write them. An entry is written "day [time] kind [km] [min] [part] [hilly] [date]"."""

import datetime as dt

import pytest

from bot.language.meaning import DayEntry, Doubt, WeekReading
from bot.language.vocabulary import Vocabulary
from bot.language.week import read_week
from bot.training.profile import DistanceUnit
from bot.training.runs import RunKind


def shown(entry: DayEntry) -> str:
    run = entry.run
    said = [
        entry.weekday.key,
        None if run.time is None else run.time.strftime("%H:%M"),
        run.kind.value,
        None if run.distance_km is None else f"{run.distance_km:g}km",
        None if run.duration_min is None else f"{run.duration_min:g}min",
        None if entry.part is None else entry.part.value,
        "hilly" if run.hilly else None,
        None if entry.date is None else entry.date.isoformat(),
    ]
    return " ".join(word for word in said if word)


def week(text: str, vocabulary: Vocabulary, unit: DistanceUnit = DistanceUnit.KM) -> WeekReading:
    return read_week(text, today=dt.date(2026, 9, 2), vocabulary=vocabulary, distance_unit=unit)


READ = {
    # A strange word beside a kind or a length changes neither.
    "mon easy 5k florble": ["mon easy 5km"],
    "mon florble 5k": ["mon other 5km"],
    "Lunes rodaje 10km, martes series": ["mon easy 10km", "tue intervals"],
    "Mo locker 10km, Di Intervalle 18 Uhr, So lang 25 km": ["mon easy 10km", "tue 18:00 intervals", "sun long 25km"],
    "lun footing 10km, mar fractionné 18h, dim sortie longue": ["mon easy 10km", "tue 18:00 intervals", "sun long"],
    # Days by letters, by numbers, by their place alone.
    "M: rest / T: 8x400 / W: 6k easy / Th: 10k steady / F: off / Sa: 5k easy / Su: 18k long": [
        "mon rest",
        "tue intervals",
        "wed easy 6km",
        "thu steady 10km",
        "fri rest",
        "sat easy 5km",
        "sun long 18km",
    ],
    "Day 1: rest\nDay 2 - 8 km easy\nDay 4: tempo 30 min": ["mon rest", "tue easy 8km", "thu tempo 30min"],
    "Rest\nEasy 6k\nHills 8x60s\nEasy 5k\nStrength\nParkrun 9am\nLong 15k": [
        "mon rest",
        "tue easy 6km",
        "wed hills",
        "thu easy 5km",
        "fri rest",
        "sat 09:00 race 5km",
        "sun long 15km",
    ],
    "Mon deadlift 5x5 6pm, Tue 8x400 6pm, Thu easy 5k": ["mon rest", "tue 18:00 intervals", "thu easy 5km"],
    "tue 4x1mi @ 6:50, thu easy 5k": ["tue intervals", "thu easy 5km"],
    # One day, in any order.
    "long run sunday 7:30": ["sun 07:30 long"],
    "sunday - long run - 20km - 8:00": ["sun 08:00 long 20km"],
    "tue@19:00 intervals": ["tue 19:00 intervals"],
    "Tue 1830 track": ["tue 18:30 intervals"],
    "thu 19:15-20:15 track": ["thu 19:15 intervals 60min"],
    "tue easy 10-12k 6-7pm": ["tue 18:00 easy 12km"],
    "sat parkrun 9am": ["sat 09:00 race 5km"],
    "wednesday jog half an hour": ["wed easy 30min"],
    "long 2:30 sunday": ["sun long 150min"],
    "sun 1h45 long hilly trail": ["sun long 105min hilly"],
    "half marathon sunday 13/09 9am": ["sun 09:00 race 21.0975km 2026-09-13"],
    "Mon 7/9 easy 5k": ["mon easy 5km 2026-09-07"],
    "easy 5k tuesday 18/5": ["tue easy 5km 2027-05-18"],
    "tue intervals at quarter to seven pm": ["tue 18:45 intervals"],
    "on tuesday evenings I do intervals with my club at 7": ["tue 19:00 intervals evening"],
    "my long run is on saturday morning around 7, about 18 miles": ["sat 07:00 long 28.968km morning"],
    "sat run w/ dave": ["sat other"],
    # Several days.
    "M/W/F easy 5 miles, T/Th speedwork 6:30am": [
        "mon easy 8.047km",
        "tue 06:30 intervals",
        "wed easy 8.047km",
        "thu 06:30 intervals",
        "fri easy 8.047km",
    ],
    "Mon-Wed easy 8k 6am, sat off": [
        "mon 06:00 easy 8km",
        "tue 06:00 easy 8km",
        "wed 06:00 easy 8km",
        "sat rest",
    ],
    "Sat-Mon easy": ["mon easy", "sat easy", "sun easy"],
    "easy on Mon, Wed. Long on Sun.": ["mon easy", "wed easy", "sun long"],
    "track tue tempo thu long sun": ["tue intervals", "thu tempo", "sun long"],
    "tue track thu tempo sun long": ["tue intervals", "thu tempo", "sun long"],
    "tempo tuesday 7pm, thursday 6pm": ["tue 19:00 tempo", "thu 18:00 tempo"],
    "5k easy monday 8k tempo wednesday 15k long sunday": ["mon easy 5km", "wed tempo 8km", "sun long 15km"],
    "MON easy / TUE track / WED off": ["mon easy", "tue intervals", "wed rest"],
    "rest: mon, fri; long: sun": ["mon rest", "fri rest", "sun long"],
    "no runs on monday or friday, tuesday speed": ["mon rest", "tue intervals", "fri rest"],
    "mon 5 easy wed 8 tempo fri 6 sun 14 LR": ["mon easy 5km", "wed tempo 8km", "fri other 6km", "sun long 14km"],
    "mon:easy5k,tue:track7pm,wed:off": ["mon easy 5km", "tue 19:00 intervals", "wed rest"],
    # All but some, and the others.
    "Mon-Wed easy except Tue": ["mon easy", "tue rest", "wed easy"],
    "Mon-Wed easy 5k except Wed track": ["mon easy 5km", "tue easy 5km", "wed intervals"],
    "weekends long, rest on all other days": [
        "mon rest",
        "tue rest",
        "wed rest",
        "thu rest",
        "fri rest",
        "sat long",
        "sun long",
    ],
    # Lines, headings, tables.
    "Monday\nRest\n\nTuesday\n8km w/ 5x1km @ 10k\n\nSunday\n16km": ["mon rest", "tue intervals 8km", "sun other 16km"],
    "Week 5\n1. Mon easy\n2. Tue track\nTotal: 42 km": ["mon easy", "tue intervals"],
    "Mon\tTue\tWed\neasy 5k\ttrack\toff": ["mon easy 5km", "tue intervals", "wed rest"],
    "| Mon | Tue |\n|-----|-----|\n| easy | hills 6pm |": ["mon easy", "tue 18:00 hills"],
    "| Mon | easy 5k |\n| Tue | 6x800 |": ["mon easy 5km", "tue intervals"],
    "Mon -\nTue easy 5k": ["mon rest", "tue easy 5km"],
    "M: easy\nT: track\nW: off\nT: tempo\nF: off\nS: long\nS: easy": [
        "mon easy",
        "tue intervals",
        "wed rest",
        "thu tempo",
        "fri rest",
        "sat long",
        "sun easy",
    ],
    # Two runs a day, and other training, which is none.
    "mon easy am, tempo pm": ["mon easy morning", "mon tempo evening"],
    "mon easy 5k\nmon easy 5k": ["mon easy 5km"],
    "tue easy 8pm-9pm": ["tue 20:00 easy 60min"],
    "Mon am easy 5k, pm track": ["mon easy 5km morning", "mon intervals evening"],
    "mon easy 5k 7am and 5k 6pm": ["mon 07:00 easy 5km", "mon 18:00 other 5km"],
    "Mon easy 6k\n  pm: strength\nTue off": ["mon easy 6km", "tue rest"],
    "mon gym 7am, easy 5k 6pm": ["mon 18:00 easy 5km"],
    "monday swim, tuesday tempo, friday bike 40k easy": ["tue tempo"],
    "fri yoga or rest": ["fri rest"],
    # What the whole run is, and what is only part of it.
    "tue 10x400m w/ 90s rest 7pm": ["tue 19:00 intervals"],
    "tue wu 3k, 4x1k, cd 2k, total 10k": ["tue intervals 10km"],
    "tue 2 mile warm up, 4 miles tempo, 2 mile cool down": ["tue tempo 12.875km"],
    "thu tempo 10k (5k @ threshold)": ["thu tempo 10km"],
    "tue intervals 8x400 easy jog recovery": ["tue intervals"],
    "sun easy long run 20k": ["sun long 20km"],
    "tue track with the Harriers 7pm": ["tue 19:00 intervals"],
    "sun LR 25k w/ last 8k @ MP": ["sun long 25km"],
    "sun 10 miles (16km)": ["sun other 16.093km"],
    "thu tempo 20 mins @ 4:00-4:10/km, 6:30 pm": ["thu 18:30 tempo 20min"],
    "easy 10k @ 5:30/km monday": ["mon easy 10km"],
    "sat long run 3h mountain 800m vert": ["sat long 180min hilly"],
    "fri 7k + 8x100m strides": ["fri easy 7km"],
    # The weekend as two days.
    "weekdays easy 5k 6am, weekend long 20k": [
        *(f"{day} 06:00 easy 5km" for day in ("mon", "tue", "wed", "thu", "fri")),
        *("sat long 20km", "sun long 20km"),
    ],
    # Which week.
    "next week: mon easy 5k, tue track": ["mon easy 5km 2026-09-07", "tue intervals 2026-09-08"],
    "no run on friday this week": ["fri rest 2026-09-04"],
}


@pytest.mark.parametrize(("text", "entries"), READ.items())
def test_a_week_is_read_without_doubt(text: str, entries: list[str], vocabulary: Vocabulary) -> None:
    reading = week(text, vocabulary)
    assert [shown(entry) for entry in reading.entries] == entries
    assert reading.unread == ()


KINDS = {
    "recovery jog": RunKind.RECOVERY,
    "shakeout": RunKind.EASY,
    "brisk": RunKind.STEADY,
    "MLR": RunKind.LONG,
    "cruise intervals": RunKind.TEMPO,
    "3x10' @ threshold": RunKind.TEMPO,
    "6x800": RunKind.INTERVALS,
    "12 400s": RunKind.INTERVALS,
    "hill reps 10 x 90 sec": RunKind.HILLS,
    "long hill repeats": RunKind.HILLS,
    "mona fartlek": RunKind.FARTLEK,
    "progression run": RunKind.PROGRESSION,
    "16k @ MP": RunKind.RACE_PACE,
    "half-marathon pace 8k": RunKind.RACE_PACE,
    "5k TT": RunKind.TIME_TRIAL,
    "easy parkrun": RunKind.EASY,
    "easy before sunday's race": RunKind.EASY,
    "easy with 5k tempo": RunKind.TEMPO,
    "track, long cooldown": RunKind.INTERVALS,
    "intervlas": RunKind.INTERVALS,
    "day off": RunKind.REST,
}


@pytest.mark.parametrize(("words", "kind"), KINDS.items())
def test_the_kind_that_decides_about_a_session_is_taken(words: str, kind: RunKind, vocabulary: Vocabulary) -> None:
    reading = week(f"tue: {words}", vocabulary)
    assert reading.entries[0].run.kind is kind


DOUBTS = {
    "every other sunday long run 20k": (Doubt.PATTERN, ()),
    "first saturday of the month long run": (Doubt.PATTERN, ()),
    "04/07 easy 5k": (Doubt.DATE_ORDER, ("2027-04-07", "2027-07-04")),
    "30 feb easy 5k": (Doubt.DATE, ()),
    "Tue 8/9 and sun 8/9 easy": (Doubt.DATE, ()),
    "easy 5k": (Doubt.DAY, ()),
    "run 3 times a week": (Doubt.DAY, ()),
    "long run sat or sun": (Doubt.DAY, ("sat", "sun")),
    "tue dentist 3pm": (Doubt.KIND, ()),
    "Mon ?\nTue easy": (Doubt.KIND, ()),
    "tue rest or easy 3k": (Doubt.KIND, ("rest", "easy")),
    "thu tempo at 6": (Doubt.AM_OR_PM, ("06:00", "18:00")),
    "tue track half past six": (Doubt.AM_OR_PM, ("06:30", "18:30")),
    "tue easy 10k @ 6:30": (Doubt.TIME, ("06:30",)),
    "tue track 25:00": (Doubt.TIME, ()),
    "wed easy 50": (Doubt.UNIT, ("50 km", "50 min")),
    "wed easy 5m": (Doubt.UNIT, ("5 mi", "5 min")),
    "what a lovely day it was at the opera": (Doubt.NOTHING, ()),
    "": (Doubt.NOTHING, ()),
}


@pytest.mark.parametrize(("text", "doubt"), DOUBTS.items())
def test_what_is_not_certain_is_handed_back(
    text: str, doubt: tuple[Doubt, tuple[str, ...]], vocabulary: Vocabulary
) -> None:
    assert doubt in [(unread.doubt, unread.options) for unread in week(text, vocabulary).unread]


GUESSES = [
    # Two kinds or two distances for one day.
    *("mon easy tempo", "mon easy 5k long 10k", "tue easy 5k 10k", "mon easy or tempo", "mon 5k or 10k"),
    # Nothing sure.
    *("maybe mon easy 5k", "mon easy 5k maybe", "mon easy 5k probably"),
    # Words that the bot does not know beside a run.
    "mon florble 40 min",
    # A word that may be a misspelt day must not give its run to the day before.
    "mon easy 5k 7am, tzu intervals 6pm",
    "mon easy 5k\ntzu: tempo 30 min",
    "mon 5k, tzu intervals 6pm",
    # A short day that nothing shows to be of another language.
    "mon footing 10km, dim easy 8k",
]


@pytest.mark.parametrize("text", GUESSES)
def test_a_week_that_would_be_a_guess_is_asked_back(text: str, vocabulary: Vocabulary) -> None:
    assert week(text, vocabulary).unread != ()


@pytest.mark.parametrize("text", GUESSES)
def test_distances_of_several_runs_are_never_summed(text: str, vocabulary: Vocabulary) -> None:
    distances = {entry.run.distance_km for entry in week(text, vocabulary).entries}
    assert distances <= {None, 5.0, 10.0, 25.0}


def test_a_pattern_that_no_week_can_hold_gives_no_entry(vocabulary: Vocabulary) -> None:
    assert week("every other sunday long run 20k", vocabulary).entries == ()


def test_a_text_over_four_thousand_characters_is_not_read_at_all(vocabulary: Vocabulary) -> None:
    reading = week("mon easy 5k\n" * 400, vocabulary)
    assert reading.entries == ()
    assert reading.unread[0].doubt is Doubt.TOO_LONG


@pytest.mark.parametrize(("unit", "km"), [(DistanceUnit.KM, 12.0), (DistanceUnit.MI, 19.312)])
def test_a_number_without_a_unit_is_in_the_runners_own(unit: DistanceUnit, km: float, vocabulary: Vocabulary) -> None:
    assert week("sun 12", vocabulary, unit).entries[0].run.distance_km == km


def test_the_runners_own_words_are_kept(vocabulary: Vocabulary) -> None:
    entry = week("Tue – 6×800 @ 6pm, Yasso style", vocabulary).entries[0]
    assert entry.run.text == "6x800 @ 6pm, Yasso style"


def test_a_now_behind_a_run_is_none_of_its_words(vocabulary: Vocabulary) -> None:
    entry = week("mon easy 5k 7am, wed 10k legs damn sore now", vocabulary).entries[-1]
    assert entry.run.text == "10k legs damn sore"


def test_metres_of_descent_are_kept_apart_from_the_distance(vocabulary: Vocabulary) -> None:
    run = week("sun easy 15k with 600m descent", vocabulary).entries[0].run
    assert (run.distance_km, run.descent_m) == (15.0, 600.0)


@pytest.mark.parametrize(
    "text", ["sat all day at my desk", "we went out in the sun", "march through it", "it may rain"]
)
def test_plain_words_are_no_days(text: str, vocabulary: Vocabulary) -> None:
    assert week(text, vocabulary).entries == ()


UNITS = [
    ("Thu tempo 10mi, Sun easy 8", DistanceUnit.KM, [16.093, 12.875]),
    ("Thu tempo 10 miles, Sun easy 8", DistanceUnit.MI, [16.093, 12.875]),
    ("Thu tempo 10km, Sun easy 8", DistanceUnit.KM, [10.0, 8.0]),
    ("Thu tempo 10mi, Sat easy 6 km, Sun easy 8", DistanceUnit.KM, [16.093, 6.0, 8.0]),
    ("Thu easy 10, Sun easy 8", DistanceUnit.MI, [16.093, 12.875]),
]


@pytest.mark.parametrize(("text", "unit", "kms"), UNITS)
def test_a_bare_number_is_in_miles_where_the_text_is(
    text: str, unit: DistanceUnit, kms: list[float], vocabulary: Vocabulary
) -> None:
    reading = read_week(text, today=dt.date(2026, 9, 2), vocabulary=vocabulary, distance_unit=unit)
    assert [entry.run.distance_km for entry in reading.entries] == kms
