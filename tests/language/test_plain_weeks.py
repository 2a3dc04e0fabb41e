"""Weeks with other things around them: a preface, remarks, no marks at all, days of which nothing is run."""

import datetime as dt

import pytest

from bot.language.meaning import Meaning, WeekReading
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from tests.language.reading import read_message

PREFACED = {
    "useless before noon so: mon 4pm easy, wed 4pm fartlek, sunday long": ["mon easy", "wed fartlek", "sun long"],
    "night owl here so mon + thu 11pm easy 5ks, sat 10pm long run. no im not mad": ["mon easy", "thu easy", "sat long"],
    "my boss moved the team meeting so new pattern: Mondays 17:30 easy hour, Fridays easy 40 min whenever I get out,"
    " Saturdays parkrun but jogged easy": ["mon easy", "fri easy", "sat easy"],
    "Tuesdays I push the buggy round for 5k at half nine am, Sundays long with Deirdre unless she's hungover": [
        "tue other",
        "sun long",
    ],
    "I'm with the Harriers, club nights are Tuesday 7pm and Thursday 7pm, don't ask me what we do": [
        "tue other",
        "thu other",
    ],
    "retired now, no alarm clock ever again, so: tue 10am easy, thu 10am hills, sun 9am long!! bliss": [
        "tue easy",
        "thu hills",
        "sun long",
    ],
}
DICTATED = {
    "so monday is nothing tuesday I go out easy about six thirty am wednesday nothing thursday I do hill repeats at"
    " six in the evening and then sunday a long one": ["mon rest", "tue easy", "wed rest", "thu hills", "sun long"],
    "okay so um monday I've got the kids so nothing monday then tuesday I run at lunch just an easy one then thursday"
    " is run club that's at six thirty pm and then saturday I go long": [
        "mon rest",
        "tue easy",
        "thu other",
        "sat long",
    ],
    "tuesday I do three miles easy at five in the morning wednesday nothing thursday same three miles same time and"
    " then saturday I go long maybe eight miles whenever I wake up": ["tue easy", "wed rest", "thu easy", "sat long"],
}
NAMED_WEEKDAYS = {
    "weekday I run tue thu night 9pm easy one, sat long run 5am, other days no run": [
        "tue easy",
        "thu easy",
        "sat long",
    ],
    "weekday only can run Mon and Wed night 9.30pm, easy one. Sat 6am long run": ["mon easy", "wed easy", "sat long"],
    "it's Monday Wednesday and Saturday, weekdays I go about 10am, Saturday 11am. all of it slow": [
        "mon easy",
        "wed easy",
        "sat easy",
    ],
    "every weekday easy 6am, tuesday track": ["mon easy", "tue intervals", "wed easy", "thu easy", "fri easy"],
}
WITHOUT_RUN = {
    "I'm on the road Sun thru Thurs hauling so only run when home. Friday 6 miles easy & Saturday long run": [
        "fri easy",
        "sat long",
    ],
    "I'm away tue-thu every week so runs are mon easy, fri tempo, sun long": ["mon easy", "fri tempo", "sun long"],
    "Wed not tues for intervals, 6.30pm. Long stays sunday 8am": ["wed intervals", "sun long"],
    "easy jog Tuesday, nothing till Sunday, then 40 mins easy": ["tue easy", "sun easy"],
    "tuesday 6pm easy when the kids are at swimming, thursday tempo, sunday long": [
        "tue easy",
        "thu tempo",
        "sun long",
    ],
    "Tuesday track 7pm, Sunday long 9am, easy run Thursday. Monday I'm never running": [
        "tue intervals",
        "thu easy",
        "sun long",
    ],
}
NO_WEEKS = (
    "my brother has a funny week, mon easy, wed tempo, sat long",
    "suppose this: mon easy 6am, wed tempo, sat long",
    "thinking of this but not sure, what a life: mon easy, wed tempo, sat long",
    "before the baby: mon easy, tue intervals, thu tempo, sun long",
    "book club nights are Tuesday 7pm and Thursday 7pm",
)


def _runs(found: tuple[Meaning, ...], *, rest: bool) -> list[str]:
    entries = [entry for one in found if isinstance(one, WeekReading) for entry in one.entries]
    return [f"{one.weekday.key} {one.run.kind}" for one in entries if rest or one.run.kind is not RunKind.REST]


@pytest.mark.parametrize(("text", "entries"), (PREFACED | DICTATED).items())
def test_a_week_is_read_whatever_is_said_around_its_days(
    text: str, entries: list[str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert sorted(_runs(read_message(text, vocabulary, now), rest=True)) == sorted(entries)


@pytest.mark.parametrize(("text", "entries"), (NAMED_WEEKDAYS | WITHOUT_RUN).items())
def test_days_that_only_frame_the_week_have_no_run(
    text: str, entries: list[str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    assert sorted(_runs(read_message(text, vocabulary, now), rest=False)) == sorted(entries)


@pytest.mark.parametrize("text", NO_WEEKS)
def test_what_is_left_out_may_say_that_it_is_no_week(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, WeekReading) for one in read_message(text, vocabulary, now))


@pytest.mark.parametrize(
    "text",
    [
        "the deadline for the school reports is friday noon, wish me luck",
        "reports are due friday noon",
        "the boiler man comes tuesday noon",
    ],
)
def test_a_deadline_at_noon_is_no_run(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert not any(isinstance(one, WeekReading) for one in read_message(text, vocabulary, now))
