"""Relatives of what the thirteenth sample's unseen weeks showed. An entry is written as in test_week.py."""

import datetime as dt

import pytest

from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message
from tests.language.test_thirteenth_weeks import _shown

WEEKS = {
    # Rest in plain words, and days that are denied.
    "tue easy wed tempo fri long. monday is for the sofa": ["mon rest", "tue easy", "wed tempo", "fri long"],
    "Never on a Monday. Tue easy, thu tempo, sun long": ["mon rest", "tue easy", "thu tempo", "sun long"],
    "I can't run on Mondays. Tuesday easy, Saturday long, Sunday easy": [
        "mon rest",
        "tue easy",
        "sat long",
        "sun easy",
    ],
    # Why a run begins when it does.
    "school drop at 8:45 then I run at 9:15, mon wed fri, easy": ["mon 09:15 easy", "wed 09:15 easy", "fri 09:15 easy"],
    "shift ends 2pm so i run at 3, mon tue thu, easy": ["mon 15:00 easy", "tue 15:00 easy", "thu 15:00 easy"],
    # What is said of the others, and what is left open.
    "mon easy, wed hills, fri tempo. monday at 6am, the others at 7pm": [
        "mon 06:00 easy",
        "wed 19:00 hills",
        "fri 19:00 tempo",
    ],
    "couch to 5k, I go mon wed sat after work around 6 (sat whenever)": [
        "mon 18:00 other",
        "wed 18:00 other",
        "sat other",
    ],
    # Hours in "h", corrections of all days, headings.
    "tuesday intervals 5h30, thursday easy 5h30, saturday long 6h": [
        "tue 05:30 intervals",
        "thu 05:30 easy",
        "sat 06:00 long",
    ],
    "tue easy, wed tempo, sat long. sorry mon, wed, fri": ["mon easy", "wed tempo", "fri long"],
    "Recovery week: Tue 6k easy, Thu 8k easy, Sun 16k": ["tue easy", "thu easy", "sun other"],
    # One's own run within a daily time, and days in brackets.
    "every day at 6am, mon easy, tue tempo, wed easy, thu hills, fri easy, sun long. sat off": [
        "mon 06:00 easy",
        "tue 06:00 tempo",
        "wed 06:00 easy",
        "thu 06:00 hills",
        "fri 06:00 easy",
        "sat rest",
        "sun 06:00 long",
    ],
    "2 x easy (mon, wed, 30 mins, 7am) and 1 x long (sat 8am)": ["mon 07:00 easy", "wed 07:00 easy", "sat 08:00 long"],
    "tue run 6pm, thu 6pm, sat 7:30am by the lake. hope thats ok": [
        "tue 18:00 other",
        "thu 18:00 other",
        "sat 07:30 other",
    ],
    "5k mon 6am, 5k wed 6am, 10k sat 7am, nothing else": ["mon 06:00 other", "wed 06:00 other", "sat 07:00 other"],
    "easy runs on the days I dont lift, so tue thu sat at 7am": ["tue 07:00 easy", "thu 07:00 easy", "sat 07:00 easy"],
}


@pytest.mark.parametrize(("text", "entries"), WEEKS.items())
def test_a_family_is_read(text: str, entries: list[str], vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _shown(read_message(text, vocabulary, now)) == entries


@pytest.mark.parametrize(
    "text",
    [
        "i can't make choir on mondays so tuesday at 7 and thursday at 8",
        "meet saturday 9:40 at the station, meet sunday 10 at the cafe",
        "never on a sunday is a film, and so is saturday night fever",
        "practice is tue and thu at 6 for the kids' band",
        "my wife can't run on Mondays, she does Tuesday easy and Sunday long",
        "what if mon easy, wed tempo and sat long, others at 7pm?",
    ],
)
def test_no_week_is_kept_of_what_only_sounds_so(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _shown(read_message(text, vocabulary, now)) == []
