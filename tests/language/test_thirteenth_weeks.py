"""Relatives of what the thirteenth sample of weeks showed. An entry is written as in test_week.py."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, Meaning, WeekReading
from bot.language.vocabulary import Vocabulary
from tests.language.reading import read_message

WEEKS = {
    # Times in a sentence of their own, for some of the days, or for the runs of a kind.
    "I run tue thu and sun. usually 6am but 8am at the weekend": [
        "tue 06:00 other",
        "thu 06:00 other",
        "sun 08:00 other",
    ],
    "Mon easy, Wed tempo, Fri easy - always 6am on weekdays. Sun long, 8:30.": [
        "mon 06:00 easy",
        "wed 06:00 tempo",
        "fri 06:00 easy",
        "sun 08:30 long",
    ],
    "mon easy tue track thu easy sun long, 6am except the long run at 8": [
        "mon 06:00 easy",
        "tue 06:00 intervals",
        "thu 06:00 easy",
        "sun 08:00 long",
    ],
    "mon easy, wed tempo, fri easy, sun long. easy runs are 6am before work": [
        "mon 06:00 easy",
        "wed tempo",
        "fri 06:00 easy",
        "sun long",
    ],
    "mon easy tues tempo sat long and i start about five forty five in the morning": [
        "mon 05:45 easy",
        "tue 05:45 tempo",
        "sat 05:45 long",
    ],
    # A list that goes with the days in order, and a week that is written as a form.
    "Tue and Thu: hills and tempo, in that order, both at 6pm. Sun long.": [
        "tue 18:00 hills",
        "thu 18:00 tempo",
        "sun long",
    ],
    "I run Tue/Thu/Sat at 6am, 7pm and 9am respectively": ["tue 06:00 other", "thu 19:00 other", "sat 09:00 other"],
    "days: tue thu sun. times: 6am, 6am, 8am. type: easy, tempo, long": [
        "tue 06:00 easy",
        "thu 06:00 tempo",
        "sun 08:00 long",
    ],
    "Which: easy on Mon, tempo on Wed, long on Sat. When: 6:30, 6:30 and 9:00.": [
        "mon 06:30 easy",
        "wed 06:30 tempo",
        "sat 09:00 long",
    ],
    # Times and days as others write them.
    "lun easy ore 7, gio tempo ore 19, dom lungo ore 8": ["mon 07:00 easy", "thu 19:00 tempo", "sun 08:00 long"],
    "Monday easy kl 17, Wednesday hills kl. 18.30, Saturday long h 10": [
        "mon 17:00 easy",
        "wed 18:30 hills",
        "sat 10:00 long",
    ],
    "ma rest, wo tempo, vr easy, zo long run 10.00": ["mon rest", "wed tempo", "fri easy", "sun 10:00 long"],
    "\u6708 rest / \u6c34 tempo / \u91d1 easy / \u65e5 long": ["mon rest", "wed tempo", "fri easy", "sun long"],
    "each workday 6k run commute at 8:00, weekends off": [
        *(f"{day} 08:00 other" for day in ("mon", "tue", "wed", "thu", "fri")),
        "sat rest",
        "sun rest",
    ],
    "sat: 5k race, Sept 5, 9:30am. sun rest": ["sun rest", "sat 09:30 race"],
    "so basically M 5 easy, W 6 tempo, F 5 easy, Su 12 long": ["mon easy", "wed tempo", "fri easy", "sun long"],
    # The same again, and what takes the place of what was said.
    "Mon 6am easy. Tue track 7pm. Wed same like Monday. Fri exactly as Monday.": [
        "mon 06:00 easy",
        "tue 19:00 intervals",
        "wed 06:00 easy",
        "fri 06:00 easy",
    ],
    "Tue tempo, Thu hills, Sun long. sorry, hills are Wednesday now": ["tue tempo", "wed hills", "sun long"],
    "Tue tempo, Thu hills, Sat long. sorry not Thu, hills are on Fri now": ["tue tempo", "fri hills", "sat long"],
    "mon easy wed tempo fri easy. oops fri is hills actually": ["mon easy", "wed tempo", "fri hills"],
    "I ran monday and friday before. Now wednesday easy and sunday long": ["wed easy", "sun long"],
    "Was mon/wed/fri, is now tue/thu/sat, all easy 8k at 6am": [
        "tue 06:00 easy",
        "thu 06:00 easy",
        "sat 06:00 easy",
    ],
    # What stands beside a run and is none of it, and lifting that is told as a day's name.
    "Tue 20 min, Thu 20 min, Sun 30 min. Rest days in between.": ["tue other", "thu other", "sun other"],
    "parkrun every sat 9am, club tuesday 7pm": ["tue 19:00 other", "sat 09:00 race"],
    "Mon: Legs. Tue: 5 mile easy run. Wed: Push. Thu: Intervals. Fri: Pull. Sat: Long run": [
        "mon rest",
        "tue easy",
        "wed rest",
        "thu intervals",
        "fri rest",
        "sat long",
    ],
    "Every morning at 5:45 except Sunday: 6k easy. Sunday 8:00 long.": [
        *(f"{day} 05:45 easy" for day in ("mon", "tue", "wed", "thu", "fri", "sat")),
        "sun 08:00 long",
    ],
}


def _shown(found: tuple[Meaning, ...]) -> list[str]:
    entries = [entry for one in found if isinstance(one, WeekReading) for entry in one.entries]
    return [
        " ".join([entry.weekday.key, *([f"{entry.run.time:%H:%M}"] if entry.run.time else []), entry.run.kind])
        for entry in entries
    ]


@pytest.mark.parametrize(("text", "entries"), WEEKS.items())
def test_a_family_is_read(text: str, entries: list[str], vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _shown(read_message(text, vocabulary, now)) == entries


@pytest.mark.parametrize(
    "text",
    [
        "work is 9am on weekdays and 10am on saturdays this month",
        "the bus leaves at 7:10 every working day and 8:15 saturdays",
        "my husband's shifts were mon tue wed, now they are thu fri sat 6am",
        "before covid I ran mon wed fri, now it's only walks on tue and thu at 7",
        "Days: mon tue wed. Types: meeting, call, review.",
        '"Mon rest, Tue 10x400, Wed easy, Thu tempo, Sun long" is what Kipchoge would do',
        "I wish I could run every working day at 7",
    ],
)
def test_no_week_is_kept_of_work_of_others_and_of_what_is_wished(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert _shown(read_message(text, vocabulary, now)) == []


@pytest.mark.parametrize(
    "text", ["Days: mon wed. Runs: easy 5k, 8k.", "I run mon wed sat: yes. Runs: easy 5k, 8k, 10k"]
)
def test_a_form_with_the_sort_of_one_of_its_runs_is_asked_back(
    text: str, vocabulary: Vocabulary, now: dt.datetime
) -> None:
    (found,) = read_message(text, vocabulary, now)
    assert isinstance(found, WeekReading)
    assert not found.entries
    assert found.unread


def test_days_behind_what_is_done_are_to_come(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = read_message("this week: mon 8k done, tue tempo done, thu easy, sun long", vocabulary, now)
    runs = [(one.date.isoformat(), one.done) for one in found if isinstance(one, DatedRunReading)]
    assert runs == [("2026-08-31", True), ("2026-09-01", True), ("2026-09-03", False), ("2026-09-06", False)]
