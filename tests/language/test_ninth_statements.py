"""What people tell in a sentence: relatives of what the ninth sample showed, and what only looks like them."""

import datetime as dt

import pytest

from bot.language.meaning import DatedRunReading, Meaning, RaceReading, SettingReading, SleepReading
from bot.language.text import without_chat
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from tests.language.reading import read_message
from tests.language.scoring import KINDS

TOLD = {
    # A night without its length, or with it in other words.
    "up since 3, just one of those nights": {"sleep"},
    "been wide awake since 4am": {"sleep"},
    "the twins were up every hour again": {"sleep"},
    "knackered. baby up at 1, 3 and 5": {"sleep"},
    "tossed and turned till 3, alarm at 5.30": {"sleep"},
    "half a night's sleep at best": {"sleep"},
    "34 degrees in the flat, nobody slept": {"sleep", "heat"},
    "just woke up after 3.5 hours": {"sleep"},
    "woke up at 3 and that was it": {"sleep"},
    "running on 4 hours. pull or not?": {"sleep"},
    # Illness, and its end.
    "came down with something nasty at the weekend": {"ill"},
    "caught a bug off the kids, been in bed since sunday": {"ill"},
    "sick as a dog since last night": {"ill"},
    "i am a bit ill since yesterday, is deadlifting ok?": {"ill"},
    "feeling 100% again after that stomach bug": {"well"},
    "finally shook that cold off": {"well"},
    "no fever since sunday": {"well"},
    # Heat without a unit, or without a number.
    "its 38 here and no air con in the gym": {"heat"},
    "my gym is basically a tin shed, 41 inside this morning": {"heat"},
    "it's boiling here": {"heat"},
    # Wishes.
    "can you switch me to miles and pounds": {"setting"},
    "could you change my units to kg": {"setting"},
    "2 lifts a week max please, i'm 61 and not immortal": {"setting"},
    "just one deadlift day a week please": {"setting"},
    "my timezone is Australia/Perth btw, you keep pinging me at dinner": {"setting"},
    "no more morning reminders thanks": {"setting"},
    # Races.
    "the race is the 27th not the 20th": {"run"},
    "scrap that, the marathon is on 25 October not 18": {"run"},
    "delete the Oxford half": {"race"},
    "I'm out of the Cardiff half": {"race"},
    "not doing the Leeds 10k anymore": {"race"},
    "entered the ballot AND GOT IN: London 25 April 2027": {"race"},
    "dropping down from full to half in Melbourne, same day 11 Oct": {"race"},
    # Runs.
    "not running tmrw, work drinks": {"run"},
    "bruised toe from last nights 15 miler, nail's black but it was worth it": {"run"},
    "sundays 30k was a slog": {"run"},
    "i'll do my 16k on friday evening this week since saturday is the wedding": {"run"},
    "the alarm did not go off so i will do it this evening at 6:30pm instead and it is 5 miles easy": {"run"},
    # A run and a lift in one log.
    "yesterday am 8k easy, pm deadlift 4x5 100kg": {"run", "lift"},
    "tue: 12k with 6 tempo\nwed: rest\ngym last night - trap bar 3x5 100kg": {"run", "lift"},
    "this morning: 8k tempo + 3x6 rdl 70kg": {"run", "lift"},
}

NOTHING = [
    # Another life.
    "so in my twenties i lifted five days a week and ran none at all",
    "the coach I had at school made us do 20 x 400 every tuesday",
    "back in high school we did hills every wednesday",
    "in the army we ran 10k every morning",
    # Somebody else, in a chat that is pasted.
    "[Sunday 19:02] Gaz: did 30k today lads legs in bits\nhahaha classic gaz",
    "01/09/2026, 20:14 - Gaz: did 12k this morning",
    "Sarah got into Tokyo! 7 March 2027",
    "she ran 10k and slept 3 hours lol",
    "kids had a sports day, 400m on tuesday",
    # Not yet, or not at all.
    "I'm in the ballot for the Berlin marathon on 27 september",
    "hoping I got into London, 25 april 2027",
    "imagine a gym at 45 degrees",
    "i dreamt i was up at 3",
    "should I delete my race",
    "I just missed one lift a week ago",
    # Other things with the same words.
    "got the vid you sent, thanks",
    "going on 4 hours of meetings here",
    "the baby's up 2 kilos",
    "up since 3pm",
    "my night was great",
    "the trains are not running tomorrow",
    "not running late today",
    "the meeting is the 27th not the 20th",
    "30 people in the gym",
    "my eyes closed last night",
]


def _stored(text: str, vocabulary: Vocabulary, now: dt.datetime) -> tuple[Meaning, ...]:
    return tuple(one for one in read_message(text, vocabulary, now) if type(one) in KINDS)


@pytest.mark.parametrize(("text", "kinds"), TOLD.items())
def test_what_is_told_is_stored(text: str, kinds: set[str], vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert {KINDS[type(one)] for one in _stored(text, vocabulary, now)} == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_it_stores_nothing(text: str, vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _stored(text, vocabulary, now) == ()


def test_the_days_so_far_are_runs_and_no_week(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = _stored("monday 10k easy, tues nothing, this morning 4 x hill sprints", vocabulary, now)
    told = [(one.date.day, one.run.kind, one.done) for one in found if isinstance(one, DatedRunReading)]
    assert told == [(31, RunKind.EASY, True), (1, RunKind.REST, False), (2, RunKind.HILLS, False)]


def test_a_date_that_is_named_counts_before_now(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = _stored("my race is now the 10k instead of the half, 4 october", vocabulary, now)
    assert [one.date for one in found if isinstance(one, RaceReading)] == [dt.date(2026, 10, 4)]


def test_the_race_that_one_drops_down_to_counts(vocabulary: Vocabulary, now: dt.datetime) -> None:
    found = _stored("Race update: dropping down from full to half in Melbourne, 11 Oct", vocabulary, now)
    assert [one.distance_km for one in found if isinstance(one, RaceReading)] == [21.0975]


def test_a_place_ends_before_words_that_only_go_with_it(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _stored("my timezone is Australia/Perth btw", vocabulary, now) == (
        SettingReading(name="timezone", value="Australia/Perth"),
    )


def test_hours_up_are_no_hours_of_sleep(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _stored("night shift, ive been up 22 hours", vocabulary, now) == (SleepReading(hours=None),)


def _rests(text: str, vocabulary: Vocabulary, now: dt.datetime) -> list[int]:
    return [one.date.day for one in _stored(text, vocabulary, now) if isinstance(one, DatedRunReading)]


def test_no_run_until_a_day_leaves_out_those_before_it(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _rests("can't run till friday, blister", vocabulary, now) == [2, 3]


def test_the_day_of_a_reason_is_no_day_off(vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert _rests("gonna skip the long one sunday, mates wedding sat night", vocabulary, now) == [6]


CHATS = {
    "[01/09, 20:14] Priya: session is friday\nso that's me too": " session is friday\nso that's me too",
    "[01/09, 20:14] Gaz: did 30k\nclassic gaz": "\nclassic gaz",
    "[02/09, 07:12] Coach Anna: rest tomorrow": " rest tomorrow",
    "[02/09, 07:12] Sue: ran 10k\nshowoff. I did 5k": "\nshowoff. I did 5k",
    "[6 weeks] mon: easy": "[6 weeks] mon: easy",
}


@pytest.mark.parametrize(("text", "kept"), CHATS.items())
def test_a_chat_keeps_what_the_runner_joins_or_wrote(text: str, kept: str) -> None:
    assert without_chat(text) == kept
