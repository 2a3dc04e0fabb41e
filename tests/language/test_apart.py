"""What a part of a message tells by itself, and what is left: pairs of messages and what is cut from them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.language.apart import PLACE, SETTINGS, Apart, read_pieces, up_to
from bot.language.meaning import (
    FixedLiftsReading,
    LiftReading,
    Meaning,
    PauseReading,
    RaceReading,
    SettingReading,
    Unread,
)
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit, MassUnit

NOW = dt.datetime(2026, 9, 2, 10, tzinfo=ZoneInfo("Europe/Berlin"))  # a Wednesday
WEEK = "Tue intervals 6pm, Sun long 18k 8am"


def cut(text: str, vocabulary: Vocabulary, names: frozenset[str] = SETTINGS) -> Apart | None:
    """Cut a text as the runner's own."""
    pieces = read_pieces(text, now=NOW, vocabulary=vocabulary, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM)
    return None if pieces is None else pieces.told_by(names)


def short(one: Meaning) -> str:
    """Return a meaning in a few words."""
    match one:
        case SettingReading():
            return f"{one.name} {one.value}"
        case RaceReading():
            return f"race {one.date}"
        case FixedLiftsReading():
            return ", ".join(f"lift {lift.weekday.key} {lift.time:%H:%M}" for lift in one.lifts)
        case PauseReading():
            return "pause"
        case LiftReading():
            return f"lift {len(one.sets)} sets"
        case Unread():
            return f"? {one.text}"
    return type(one).__name__


CUT = [
    (f"{WEEK}, remind me at 6:30", "reminder 06:30", WEEK),
    (f"{WEEK} and wake me at 6:30", "reminder 06:30", WEEK),
    (f"remind me at 6:30 and I run {WEEK}", "reminder 06:30", f"I run {WEEK}"),
    (f"{WEEK}. I've been running 5 years and lifting 3 years", "running 5 years, lifting 3 years", WEEK),
    (f"{WEEK}, been running 5 years and lifting 2", "running been running 5 years, lifting 2 years", WEEK),
    (f"{WEEK}, lifting 2 and a half years", "lifting 2 and a half years", WEEK),
    (f"{WEEK}. No pings after 9pm please", "quiet after 9pm", WEEK),
    ("did 30k this morning and remind me at 7", "reminder 07:00", "did 30k this morning"),
    ("slept 4 hours and remind me at 7", "reminder 07:00", "slept 4 hours"),
    ("remind me at 7 and use pounds", "reminder 07:00, units lb", ""),
    ("I'm sick, pause for a week", "pause", "I'm sick"),
    ("can I lift tonight? and remind me at 7", "reminder 07:00", "can I lift tonight?"),
    (f"{WEEK} and i have a marathon on 4 october", "race 2026-10-04", WEEK),
    ("Tue track 6pm\nSun long 8am\nRace: marathon 27 September", "race 2026-09-27", "Tue track 6pm\nSun long 8am"),
    (f"{WEEK}. Half on 20 sept, marathon 1 nov", "race 2026-09-20, race 2026-11-01", WEEK),
    (f"{WEEK}. I've got a marathon in november", "? I've got a marathon in november", WEEK),
    ("Tue track 6pm and I deadlift on Thursday evening", "? I deadlift on Thursday evening", "Tue track 6pm"),
    ("tue 6pm track, lifted 3x5 at 100 yesterday", "lift 3 sets", "tue 6pm track"),
]


@pytest.mark.parametrize(("text", "told", "rest"), CUT)
def test_what_stands_for_itself_is_told_apart(text: str, told: str, rest: str, vocabulary: Vocabulary) -> None:
    found = cut(text, vocabulary)
    assert found is not None
    assert ", ".join(map(short, found.told)) == told
    assert found.rest == rest
    assert found.is_understood


@pytest.mark.parametrize("text", ["remind me at 6:30 and 7", "remind me at 7, tomorrow", "Berlin, remind me at 7"])
def test_a_rest_that_tells_nothing_by_itself_is_not_understood(text: str, vocabulary: Vocabulary) -> None:
    found = cut(text, vocabulary)
    assert found is not None
    assert not found.is_understood


WHOLE = [
    WEEK,
    "remind me at 6:30",
    "remind me at 6, no, remind me at 7",
    "my coach says remind me at 7, and I run tue",
    "what if I use pounds, would that change the week?",
    'she said "use pounds, remind me at 7"',
    "mon 28 sep easy, sun 4 oct marathon",
    "Tue track 6pm, Wed deadlift 3x5 100kg, Sun long 18k",
    "I'm away next week, no messages",
    "never lifted in my life, running since 3 weeks. start now?",
    "my only gym day is saturday and the long one is always sunday, any way round it",
    "I have a barbell, a rack and plates",
    "no lifting for 2 weeks, can I deadlift friday?",
    "I run mon wed sat and I lift tue 18:00 and fri 18:00",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_one_thing_stays_whole(text: str, vocabulary: Vocabulary) -> None:
    assert cut(text, vocabulary) is None


def test_a_place_is_told_apart_on_its_own(vocabulary: Vocabulary) -> None:
    found = cut(f"I live in New York. {WEEK}, remind me at 6:30", vocabulary, PLACE)
    assert found is not None
    assert [short(one) for one in found.told] == ["timezone New York"]
    assert found.rest == f"{WEEK}, remind me at 6:30"


UP_TO = [
    (f"{WEEK}. My knee hurts", WEEK),
    (f"my knee hurts. {WEEK}", WEEK),
    ("my knee hurts after tue intervals, thu tempo and sun long run", ""),
    (f"{WEEK}, and my knee hurts, also at night", WEEK),
]


@pytest.mark.parametrize(("text", "kept"), UP_TO)
def test_a_text_ends_where_something_else_begins(text: str, kept: str, vocabulary: Vocabulary) -> None:
    assert up_to(text, lambda part: "hurts" in part, now=NOW, vocabulary=vocabulary) == kept


@pytest.mark.parametrize("text", ["", " ", ",,,", "and and, and", "remind " * 3000, "\n\n.", "🦵, 🦵"])
def test_no_text_raises(text: str, vocabulary: Vocabulary) -> None:
    assert cut(text, vocabulary) is None
    up_to(text, lambda _: True, now=dt.datetime(2026, 9, 2, tzinfo=dt.UTC), vocabulary=vocabulary)
